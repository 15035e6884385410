//! Whether what was written for somebody can still come to anything.
//!
//! A person may be lost to contact after a message was drafted: they answered, opted out, were removed. Such a draft is not taken out of the
//! outbox, which undo does not reach; it is read as given up for as long as that is so. Undo of the change brings it back, and a change of a
//! hundred thousand people costs nothing here. Why, in words, is for the gate to say.

use crate::values::Id;
use crate::{Read, StoreError};
use domain::followups::stopped_by;
use domain::outreach::takes_notes;
use domain::people::Status;
use rusqlite::OptionalExtension;
use std::sync::LazyLock;
use uuid::Uuid;

/// Whether person `x` is on the do-not-contact list: the newest entry of each of their keys decides about it.
const SUPPRESSED: &str = "EXISTS (SELECT 1 FROM suppression) AND EXISTS (
    SELECT 1 FROM suppression s
     WHERE s.action = 'block' AND s.key <> ''
       AND ((s.scope = 'person' AND s.key = x.id) OR (s.scope = 'email' AND s.key = x.email_norm)
         OR (s.scope = 'domain' AND s.key = substr(x.email_norm, instr(x.email_norm, '@') + 1) AND x.email_norm <> '')
         OR (s.scope = 'linkedin' AND s.key = x.linkedin_slug))
       AND NOT EXISTS (SELECT 1 FROM suppression n WHERE n.scope = s.scope AND n.key = s.key AND (n.at, n.id) > (s.at, s.id)))";

/// Whether the person of this column can still get a follow-up: they are there, nothing was heard of them, and nobody forbade it.
pub(crate) fn can_follow(person: &str) -> String {
    reachable(person, followed, "1")
}

/// Whether the LinkedIn note that waits for the person of this column can still go: they are there, and neither their status nor they themselves
/// forbade it since.
pub(crate) fn can_note(person: &str) -> String {
    reachable(person, takes_notes, "1")
}

fn followed(status: Status) -> bool {
    stopped_by(status).is_none()
}

/// Whether there is person `x` of this column, of a status that is `open` and not on the do-not-contact list, for whom this holds too.
fn reachable(person: &str, open: fn(Status) -> bool, holds: &str) -> String {
    let open: Vec<String> = Status::ALL.into_iter().filter(|status| open(*status)).map(|status| format!("'{}'", status.code())).collect();
    format!(
        "EXISTS (SELECT 1 FROM person x WHERE x.id = {person} AND x.deleted_at IS NULL AND x.status IN ({}) AND {holds} AND NOT ({SUPPRESSED}))",
        open.join(", ")
    )
}

/// Whether nothing can come of message `o` any more, though it waits for the seller. Beyond what ends follow-ups, a first message is over for
/// somebody contacted otherwise; who was only rehearsed with may still get theirs.
pub(crate) static OVER: LazyLock<String> = LazyLock::new(|| {
    format!(
        "(o.state IN ('draft', 'held') AND o.person_id IS NOT NULL AND NOT {})",
        reachable(
            "o.person_id",
            followed,
            "(o.step <> 'first' OR x.status <> 'contacted' OR EXISTS (
               SELECT 1 FROM send_ledger l WHERE l.person_id = o.person_id AND l.step = 'first' AND l.account = 'practice'))"
        )
    )
});

/// Where message `o` stands, for everybody who asks.
pub(crate) static STATE: LazyLock<String> = LazyLock::new(|| format!("iif({}, 'cancelled', o.state)", *OVER));

/// Whether a message that waits for the seller is over because of its person.
pub fn is_over(read: &Read<'_>, id: Uuid) -> Result<bool, StoreError> {
    let mut statement = read.conn().prepare_cached(&format!("SELECT {} FROM outbox o WHERE o.id = ?1", *OVER))?;
    Ok(statement.query_row([Id(id)], |row| row.get(0)).optional()?.unwrap_or(false))
}
