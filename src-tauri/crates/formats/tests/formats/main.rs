//! Files in, files out, as a seller meets them.

#[cfg(test)]
mod archives;
#[cfg(test)]
mod calendars;
#[cfg(test)]
mod cards;
#[cfg(test)]
mod exports;
#[cfg(test)]
mod hostile;
#[cfg(test)]
mod linkedin;
#[cfg(test)]
mod prospects;
#[cfg(test)]
mod round_trips;
#[cfg(test)]
mod spreadsheet;
#[cfg(test)]
mod support;
#[cfg(test)]
mod tables;
