//! E-mail as the desk understands it: addresses, header text, the message itself, and what a server's refusal means. Pure: nothing here
//! talks to a server.

mod address;
mod header;
mod message;
mod message_id;
mod private;
mod reply;

pub use address::{Address, AddressError};
pub use header::{HeaderText, HeaderTextError};
pub use message::{BuildError, Content, Kind, Letter, Mailbox, OptOut};
pub use message_id::{MessageId, MessageIdError};
pub use private::is_private_domain;
pub use reply::{Meaning, meaning_of};
