//! Files kept inside the desk.

mod keeping;
mod leaving;
mod records;
mod support;
