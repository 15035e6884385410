//! The stories, one file each.

mod helpers;
mod opening;
mod sequence;
