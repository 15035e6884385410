//! What tests share: a desk in a temporary folder with fake outer edges, and scripted servers.

#![expect(
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a fixture that cannot be made must end its test; JSON answers null for what is missing"
)]

mod clock;
mod desktop;
pub mod google;
pub mod outbox;
pub mod smtp;
mod test_app;

pub use clock::TestClock;
pub use desktop::TestDesktop;
pub use test_app::TestApp;
