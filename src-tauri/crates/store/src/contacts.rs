//! Ways to reach a person or a company beside those that stand on them: rows, keys, what the do-not-contact list says of each.

mod first;
mod keys;
mod rows;

pub use first::{First, first, first_labels, put_first};
pub use keys::{every_key, for_each_address, owners_of_address, same};
pub use rows::{get, insert, mark_bounced, most_of, of, of_companies, of_people, remove, update};
