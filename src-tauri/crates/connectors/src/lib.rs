//! The outside services, one folder each. They implement the ports of `domain` and decide nothing.

pub mod google;
pub mod http;
pub mod keychain;
pub mod logs;
pub mod openai;
pub mod smtp;
pub mod system;
