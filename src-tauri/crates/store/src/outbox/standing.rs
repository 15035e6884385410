//! Whether what was written for somebody can still come to anything.
//!
//! A person may be lost to contact after a message was drafted: they answered, opted out, were removed. Such a draft is not taken out of the
//! outbox, which undo does not reach; it is read as given up for as long as that is so. Undo of the change brings it back, and a change of a
//! hundred thousand people costs nothing here. Why, in words, is for the gate to say.

use crate::values::Id;
use crate::{Read, StoreError};
use domain::followups::stopped_by;
use domain::outreach::takes_notes;
use domain::people::Meaning;
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

fn followed(meaning: Meaning) -> bool {
    stopped_by(meaning).is_none()
}

/// Whether there is person `x` of this column, whose status counts as one that is `open`, and not on the do-not-contact list, for whom this holds too.
fn reachable(person: &str, open: fn(Meaning) -> bool, holds: &str) -> String {
    let open = crate::statuses::counts_as("x.status", Meaning::ALL.into_iter().filter(|meaning| open(*meaning)));
    format!("EXISTS (SELECT 1 FROM person x WHERE x.id = {person} AND x.deleted_at IS NULL AND {open} AND {holds} AND NOT ({SUPPRESSED}))")
}

/// Whether nothing can come of message `o` any more, though it waits for the seller. Beyond what ends follow-ups, a first message is over for
/// somebody contacted otherwise; who was only rehearsed with may still get theirs.
pub(crate) static OVER: LazyLock<String> = LazyLock::new(|| {
    format!(
        "(o.state IN ('draft', 'held') AND o.person_id IS NOT NULL AND NOT {})",
        reachable(
            "o.person_id",
            followed,
            &format!(
                "(o.step <> 'first' OR NOT {} OR EXISTS (
                   SELECT 1 FROM send_ledger l WHERE l.person_id = o.person_id AND l.step = 'first' AND l.account = 'practice'))",
                crate::statuses::counts_as("x.status", std::iter::once(Meaning::Contacted))
            )
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
