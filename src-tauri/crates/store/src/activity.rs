//! Notes, calls and changes on the timeline of a person, a company or an opportunity. What left the desk is in the ledger and the outbox,
//! never here.

use crate::values::{At, Id, from_json, to_json};
use crate::{Read, StoreError, Tag, Tx};
use chrono::{DateTime, Utc};
use domain::fault::Reason;
use domain::people::Status;
use rusqlite::types::{FromSql, FromSqlResult, ValueRef};
use rusqlite::{OptionalExtension, Row, named_params};
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

/// On whose timeline an entry stands: one of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum On {
    /// A person's.
    Person(Uuid),
    /// A company's.
    Company(Uuid),
    /// An opportunity's.
    Opportunity(Uuid),
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
    /// On whose timeline it stands, where that is a person's.
    pub person: Option<Uuid>,
}

/// A person's id, or '' for what stands on a company or an opportunity alone.
struct Whose(Option<Uuid>);

impl FromSql for Whose {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        match value.as_str()? {
            "" => Ok(Self(None)),
            _ => Id::column_result(value).map(|id| Self(Some(id.0))),
        }
    }
}

/// Adds an entry to a person's timeline at the time of the write; gives its id.
pub fn append(tx: &mut Tx<'_>, person: Uuid, kind: &str, said: &Said, run: Option<Uuid>) -> Result<Uuid, StoreError> {
    append_on(tx, On::Person(person), kind, said, run)
}

/// Adds an entry at the time of the write; gives its id.
pub fn append_on(tx: &mut Tx<'_>, on: On, kind: &str, said: &Said, run: Option<Uuid>) -> Result<Uuid, StoreError> {
    let id = tx.new_id();
    let (person, company, opportunity) = match on {
        On::Person(id) => (id.to_string(), None, None),
        On::Company(id) => (String::new(), Some(Id(id)), None),
        On::Opportunity(id) => (String::new(), None, Some(Id(id))),
    };
    tx.conn()
        .prepare_cached(
            "INSERT INTO activity (id, person_id, company_id, opportunity_id, kind, at, data, run_id)
             VALUES (:id, :person, :company, :opportunity, :kind, :at, :data, :run)",
        )?
        .execute(named_params! {
            ":id": Id(id), ":person": person, ":company": company, ":opportunity": opportunity, ":kind": kind, ":at": At(tx.now()),
            ":data": to_json(said, "activity", "data")?, ":run": run.map(Id),
        })?;
    tx.touch(Tag::People);
    Ok(id)
}

/// Adds an entry to a person's timeline at the time it happened; `false` when it stands there already, or was taken off it.
pub fn enter(tx: &mut Tx<'_>, person: Uuid, kind: &str, at: DateTime<Utc>, text: &str) -> Result<bool, StoreError> {
    let said = Said { text: text.to_owned(), reason: None };
    let data = to_json(&said, "activity", "data")?;
    let id = tx.new_id();
    let entered = tx
        .conn()
        .prepare_cached(
            "INSERT INTO activity (id, person_id, kind, at, data) SELECT :id, :person, :kind, :at, :data
              WHERE NOT EXISTS (SELECT 1 FROM activity WHERE person_id = :person AND at = :at AND kind = :kind)",
        )?
        .execute(named_params! { ":id": Id(id), ":person": Id(person), ":kind": kind, ":at": At(at), ":data": data })?;
    tx.touch(Tag::People);
    Ok(entered == 1)
}

/// An entry that was not removed.
pub fn get(read: &Read<'_>, id: Uuid) -> Result<Option<Activity>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM activity WHERE id = ?1 AND deleted_at IS NULL");
    read.conn().prepare_cached(&sql)?.query_row([Id(id)], |row| Ok(from_row(row))).optional()?.transpose()
}

/// Puts other words to an entry; its day stays.
pub fn reword(tx: &mut Tx<'_>, id: Uuid, said: &Said) -> Result<(), StoreError> {
    let data = to_json(said, "activity", "data")?;
    tx.conn().prepare_cached("UPDATE activity SET data = ?2 WHERE id = ?1")?.execute((Id(id), data))?;
    tx.touch(Tag::People);
    Ok(())
}

/// Takes an entry off the timeline; undo brings it back.
pub fn remove(tx: &mut Tx<'_>, id: Uuid) -> Result<(), StoreError> {
    let now = At(tx.now());
    tx.conn().prepare_cached("UPDATE activity SET deleted_at = ?2 WHERE id = ?1 AND deleted_at IS NULL")?.execute((Id(id), now))?;
    tx.touch(Tag::People);
    Ok(())
}

const COLUMNS: &str = "id, at, kind, data, run_id, person_id";

/// Entries before a moment, newest first. `whose` is the condition that `:whose` stands in, `kinds` one on the kind.
pub(crate) fn list(
    read: &Read<'_>,
    whose: &str,
    kinds: &str,
    id: Uuid,
    before: DateTime<Utc>,
    limit: u32,
) -> Result<Vec<Activity>, StoreError> {
    let mut statement = read.conn().prepare_cached(&format!(
        "SELECT {COLUMNS} FROM activity WHERE {whose} AND at < :before AND deleted_at IS NULL AND {kinds} ORDER BY at DESC, id DESC LIMIT :limit"
    ))?;
    let mut rows = statement.query(named_params! { ":whose": Id(id), ":before": At(before), ":limit": limit })?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(from_row(row)?);
    }
    name_statuses(read, found.iter_mut().filter(|one| one.kind == "status_changed").filter_map(|one| one.said.reason.as_mut()))?;
    Ok(found)
}

/// What an entry says, as its row keeps it; nothing where the text is no entry's.
pub fn said(read: &Read<'_>, data: &str) -> Result<Option<Said>, StoreError> {
    let Ok(mut said) = serde_json::from_str::<Said>(data) else { return Ok(None) };
    name_statuses(read, said.reason.iter_mut().filter(|reason| reason.code == "people.status_changed"))?;
    Ok(Some(said))
}

/// A change of status is told by what both are called now, in both languages.
fn name_statuses<'s>(read: &Read<'_>, reasons: impl Iterator<Item = &'s mut Reason>) -> Result<(), StoreError> {
    let mut statuses = None;
    for reason in reasons {
        let statuses = match &mut statuses {
            Some(known) => known,
            none => none.insert(crate::statuses::all(read)?),
        };
        for side in ["from", "to"] {
            let Some(status) = reason.params.remove(side).and_then(|key| Status::of_key(&key)) else { continue };
            for locale in ["fr", "en"] {
                reason.params.insert(format!("{side}_{locale}"), statuses.name(status, locale).to_owned());
            }
        }
    }
    Ok(())
}

fn from_row(row: &Row<'_>) -> Result<Activity, StoreError> {
    Ok(Activity {
        id: row.get::<_, Id>(0)?.0,
        at: row.get::<_, At>(1)?.0,
        kind: row.get(2)?,
        said: from_json(&row.get::<_, String>(3)?, "activity", "data")?,
        run: row.get::<_, Option<Id>>(4)?.map(|id| id.0),
        person: row.get::<_, Whose>(5)?.0,
    })
}
