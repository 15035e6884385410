//! The stories, one file each.

mod figures;
mod helpers;
mod opening;
mod sequence;
