//! Companies: typed, corrected, found, changed at once, removed and given back, with the people who work there.

#[cfg(test)]
mod companies;
#[cfg(test)]
mod exports;
#[cfg(test)]
mod lists;
#[cfg(test)]
mod people;
#[cfg(test)]
mod support;
