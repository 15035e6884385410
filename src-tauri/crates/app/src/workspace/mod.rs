//! The desk's file and its key: creating, opening, locking, the recovery key, the passphrase, the sample.
//!
//! The key is 32 random bytes. It lies in the keychain (account: the workspace id), and wrapped in `workspace.json` beside the desk: by the
//! recovery key always, by a passphrase where one is set. Where there is no keychain the passphrase is the way in.

mod confirm_recovery;
mod create;
mod fault;
pub(crate) mod key_file;
mod keychain;
mod lock;
mod passphrase;
pub(crate) mod recovery_key;
mod release_hold;
mod renew_recovery_key;
mod sample;
mod set_passphrase;
mod status;
mod unlock;
pub(crate) mod vault;
mod wrap;

pub use confirm_recovery::confirm_recovery;
pub use create::create;
pub use fault::WorkspaceFault;
pub use lock::{close, lock};
pub use recovery_key::is_recovery_key;
pub use release_hold::release_hold;
pub use renew_recovery_key::renew_recovery_key;
pub use sample::{sample_add, sample_remove};
pub use set_passphrase::set_passphrase;
pub use status::{locale, recovery_confirmed, status};
pub use unlock::unlock;

pub(crate) use key_file::KeyFile;
pub(crate) use unlock::{Secret, key_of, open, remember};
