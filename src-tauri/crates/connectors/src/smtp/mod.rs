//! Sending mail over SMTP (RFC 5321, 3207, 4954, 8314), one command at a time.
//!
//! The conversation is our own rather than `lettre`'s, because its `send` hides where a cut happened, and at most once hangs on exactly that:
//! before the final dot a message has surely not left, after it only the answer tells. The body and the final dot go out in one write on a
//! socket without Nagle's delay.

mod dial;
mod failure;
mod greet;
mod mailer;
mod reply;
mod session;
mod sign_in;
mod stuffing;
mod tls;
mod wire;

pub use mailer::{Patience, SmtpMailer};
