//! Stories of what the desk remembers of a change, and of what it forgets about a person.

mod audit;
mod erasing;
mod holding;
mod scoring;
mod support;
