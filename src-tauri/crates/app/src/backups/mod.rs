//! Backups: made, read back, restored; one by itself every day.

mod create;
mod daily;
mod fault;
mod list;
mod restore;
mod verify;

pub use create::create;
pub use daily::{daily, next_daily};
pub use fault::BackupFault;
pub use list::list;
pub use restore::restore;
pub use verify::verify;

/// The ending of a backup's name, without its dot.
pub use store::snapshot::BACKUP_ENDING as ENDING;

use domain::views::backups::BackupView;
use store::backups::Backup;

fn view(backup: Backup, people: Option<u32>) -> BackupView {
    BackupView {
        id: Some(backup.id),
        path: backup.path,
        at: backup.at,
        kind: backup.kind,
        bytes: size(u64::try_from(backup.bytes).unwrap_or_default()),
        people,
        verified: backup.verified,
    }
}

/// Bytes as the wire carries them; a file is far below the 2^53 a double counts exactly.
#[expect(clippy::cast_precision_loss, reason = "files are far below 2^53 bytes")]
fn size(bytes: u64) -> f64 {
    bytes as f64
}
