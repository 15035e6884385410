//! Opportunities over the command router: typed, moved from stage to stage, won, lost, summed, taken back.

#[cfg(test)]
mod board;
#[cfg(test)]
mod exports;
#[cfg(test)]
mod forecast;
#[cfg(test)]
mod lists;
#[cfg(test)]
mod pipelines;
#[cfg(test)]
mod support;
#[cfg(test)]
mod timelines;
#[cfg(test)]
mod trash;
#[cfg(test)]
mod values;
