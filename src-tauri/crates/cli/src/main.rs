//! The `rain` command line.
fn main() {}
