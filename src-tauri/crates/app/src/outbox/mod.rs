//! Messages on their way: each leaves at most once, and none is lost.
//!
//! A message is a row with a fixed Message-ID. Its attempt is committed as begun before the first byte about it is said, together with the
//! bytes that will leave; the result is a second commit. While the queue is worked, the result of one message and the beginning of the next
//! share a commit, so a message costs one. A connection is opened *before* a message is marked as begun: what fails there concerns the
//! account, not a message.
//!
//! A desk that was cut off finds rows that began and never ended. They become `unknown`, all of them: a finer mark of how far the
//! conversation was would have to be as durable as a commit to be believed after a power cut, and would then cost one more per message, to
//! spare the seller a question at most once per crash (one message at a time is on its way).

mod account;
mod act;
mod effects;
mod engine;
mod fault;
mod letter;
mod look;
mod pausing;
mod resolve;
mod signing;
mod test_message;
mod times;
mod turn;

pub use act::{approve, discard, edit, hold, recall, retry};
pub use engine::{Sending, recover, rest, send_due};
pub use fault::OutboxFault;
pub use look::{counts, get, list, next_send, practised};
pub use pausing::{pause, resume, trouble_now};
pub use resolve::resolve;
pub use test_message::send_test;
