//! Notes and changes on a person's timeline. What left the desk is in the ledger and the outbox, never here.

use crate::values::{At, Id, from_json, to_json};
use crate::{Read, StoreError, Tag, Tx};
use chrono::{DateTime, Utc};
use domain::fault::Reason;
use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// What an entry says.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    /// Text the seller wrote.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// What happened, with its values.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Reason>,
}

/// An entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Activity {
    /// Id.
    pub id: Uuid,
    /// When.
    pub at: DateTime<Utc>,
    /// `note`, `status_changed`, …
    pub kind: String,
    /// What it says.
    pub said: Said,
    /// The run it came from.
    pub run: Option<Uuid>,
    /// On whose timeline it stands.
    pub person: Uuid,
}

/// Adds an entry at the time of the write; gives its id.
pub fn append(tx: &mut Tx<'_>, person: Uuid, kind: &str, said: &Said, run: Option<Uuid>) -> Result<Uuid, StoreError> {
    let id = tx.new_id();
    tx.conn()
        .prepare_cached("INSERT INTO activity (id, person_id, kind, at, data, run_id) VALUES (:id, :person, :kind, :at, :data, :run)")?
        .execute(named_params! {
            ":id": Id(id), ":person": Id(person), ":kind": kind, ":at": At(tx.now()), ":data": to_json(said, "activity", "data")?,
            ":run": run.map(Id),
        })?;
    tx.touch(Tag::People);
    Ok(id)
}

/// Records that a status changed, for the timeline.
pub fn status_changed(tx: &mut Tx<'_>, person: Uuid, from: &str, to: &str, run: Option<Uuid>) -> Result<(), StoreError> {
    let reason = Reason::new("people.status_changed").with("from", from).with("to", to);
    append(tx, person, "status_changed", &Said { text: String::new(), reason: Some(reason) }, run).map(|_| ())
}

/// Entries before a moment, newest first. `whose` is how a person's id meets `:whose`.
pub(crate) fn list(read: &Read<'_>, whose: &str, id: Uuid, before: DateTime<Utc>, limit: u32) -> Result<Vec<Activity>, StoreError> {
    let mut statement = read.conn().prepare_cached(&format!(
        "SELECT id, at, kind, data, run_id, person_id FROM activity WHERE person_id {whose} AND at < :before ORDER BY at DESC, id DESC LIMIT :limit"
    ))?;
    let mut rows = statement.query(named_params! { ":whose": Id(id), ":before": At(before), ":limit": limit })?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(Activity {
            id: row.get::<_, Id>(0)?.0,
            at: row.get::<_, At>(1)?.0,
            kind: row.get(2)?,
            said: from_json(&row.get::<_, String>(3)?, "activity", "data")?,
            run: row.get::<_, Option<Id>>(4)?.map(|id| id.0),
            person: row.get::<_, Id>(5)?.0,
        });
    }
    Ok(found)
}
