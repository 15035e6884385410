//! The user stories in the real window: the program people get, a screen nobody sees, a real Secret Service, and the
//! webview's own driver.
//!
//! `cargo xtask e2e` builds the program and runs them; `README.md` beside this file describes the helpers.

#[cfg(test)]
mod by;
#[cfg(test)]
mod desktop;
#[cfg(test)]
mod overheard;
#[cfg(test)]
mod pictures;
#[cfg(test)]
mod service;
#[cfg(test)]
mod stories;
#[cfg(test)]
mod window;
#[cfg(test)]
mod wire;
