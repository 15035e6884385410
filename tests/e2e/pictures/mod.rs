//! Pictures of every screen in the real window, in both languages and both themes, for `docs/screens/`.
//!
//! They are looked at by people, so these tests are left out of ordinary runs: `docs/screens/README.md` says how they are taken.

mod album;
mod crowd;
mod desk;
mod few;
mod first;
mod opportunities;
mod privacy;
mod waiting;
mod work;
