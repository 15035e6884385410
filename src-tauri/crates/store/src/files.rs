//! Files kept on people, companies and opportunities: their rows, which are recorded, and their contents, which are not.

mod contents;
mod rows;

pub(crate) use contents::forget_contents;
pub use contents::{begin, copy, is_whole, put, whole};
pub use rows::{File, get, has, insert, of, remove, rename};
