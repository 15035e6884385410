//! The rules of the layout, checked against what cargo and the files themselves say.

#[cfg(test)]
mod crates;
#[cfg(test)]
mod files;
#[cfg(test)]
mod sentences;
