//! Who may not be written to; append-only. The newest entry of a key decides: lifting one appends `allow`.

use crate::values::{At, Id};
use crate::{Read, StoreError, Tag, Tx};
use chrono::{DateTime, Utc};
use rusqlite::{OptionalExtension, params};
use std::collections::HashSet;
use uuid::Uuid;

/// What an entry is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// A normalised e-mail address.
    Email,
    /// A domain and everybody at it.
    Domain,
    /// A profile slug.
    Linkedin,
    /// A phone number in E.164.
    Phone,
    /// A person of this desk.
    Person,
}

impl Scope {
    fn as_str(self) -> &'static str {
        match self {
            Self::Email => "email",
            Self::Domain => "domain",
            Self::Linkedin => "linkedin",
            Self::Phone => "phone",
            Self::Person => "person",
        }
    }
}

/// An entry to append.
#[derive(Debug, Clone)]
pub struct Entry<'a> {
    /// What it is about.
    pub scope: Scope,
    /// Normalised key.
    pub key: &'a str,
    /// Forbids; otherwise lifts an earlier entry.
    pub block: bool,
    /// `opted_out`, `bounced`, `seller`, `erased`.
    pub reason: &'a str,
    /// The seller's words.
    pub note: &'a str,
}

/// Appends an entry.
pub fn append(tx: &mut Tx<'_>, entry: &Entry<'_>) -> Result<(), StoreError> {
    let action = if entry.block { "block" } else { "allow" };
    tx.conn()
        .prepare_cached("INSERT INTO suppression (id, at, action, scope, key, reason, note) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")?
        .execute(params![Id(tx.new_id()), At(tx.now()), action, entry.scope.as_str(), entry.key, entry.reason, entry.note])?;
    tx.touch(Tag::People);
    if entry.block && entry.scope == Scope::Person {
        block_merged(tx, entry)?;
    }
    Ok(())
}

/// Whoever was made one with this person said the same: should the two be separated, each still must not be contacted.
fn block_merged(tx: &mut Tx<'_>, entry: &Entry<'_>) -> Result<(), StoreError> {
    let merged: Vec<String> = tx
        .conn()
        .prepare_cached(
            "WITH RECURSIVE one (id) AS (SELECT id FROM person WHERE merged_into = ?1 UNION SELECT p.id FROM one JOIN person p ON p.merged_into = one.id)
             SELECT id FROM one",
        )?
        .query_map([entry.key], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    for key in &merged {
        tx.conn()
            .prepare_cached(
                "INSERT INTO suppression (id, at, action, scope, key, reason, note) VALUES (?1, ?2, 'block', 'person', ?3, ?4, ?5)",
            )?
            .execute(params![Id(tx.new_id()), At(tx.now()), key, entry.reason, entry.note])?;
    }
    Ok(())
}

/// An entry that holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// Since when.
    pub at: DateTime<Utc>,
    /// What it is about.
    pub scope: String,
    /// Why.
    pub reason: String,
    /// The seller's words.
    pub note: String,
}

/// The newest entry that holds against a person by any of their keys.
pub fn held(read: &Read<'_>, person: Uuid, email_norm: &str, slug: &str) -> Result<Option<Held>, StoreError> {
    Ok(all_held(read, person, email_norm, slug)?.pop())
}

/// Every entry that holds against a person, the newest last.
pub(crate) fn all_held(read: &Read<'_>, person: Uuid, email_norm: &str, slug: &str) -> Result<Vec<Held>, StoreError> {
    let domain = email_norm.rsplit_once('@').map_or("", |(_, domain)| domain);
    let known = |key: &str| (!key.is_empty()).then(|| key.to_owned());
    let mut statement = read.conn().prepare_cached(
        "SELECT scope, action, at, reason, note FROM suppression
          WHERE (scope = 'person' AND key = ?1) OR (scope = 'email' AND key = ?2) OR (scope = 'domain' AND key = ?3)
             OR (scope = 'linkedin' AND key = ?4) ORDER BY at, id",
    )?;
    let mut rows = statement.query(params![Id(person), known(email_norm), known(domain), known(slug)])?;
    // The newest entry of each key decides about it.
    let mut held: Vec<Held> = Vec::new();
    while let Some(row) = rows.next()? {
        let scope: String = row.get(0)?;
        held.retain(|before| before.scope != scope);
        if row.get_ref(1)?.as_str().is_ok_and(|action| action == "block") {
            held.push(Held { scope, at: row.get::<_, At>(2)?.0, reason: row.get(3)?, note: row.get(4)? });
        }
    }
    Ok(held)
}

/// The newest entry of one key, if it forbids.
pub fn held_key(read: &Read<'_>, scope: Scope, key: &str) -> Result<Option<Held>, StoreError> {
    let mut statement = read.conn().prepare_cached(
        "SELECT action, at, reason, note FROM suppression WHERE scope = ?1 AND key = ?2 ORDER BY at DESC, id DESC LIMIT 1",
    )?;
    let newest = statement.query_row((scope.as_str(), key), |row| {
        let held = Held { at: row.get::<_, At>(1)?.0, scope: scope.as_str().to_owned(), reason: row.get(2)?, note: row.get(3)? };
        Ok((row.get_ref(0)?.as_str()? == "block", held))
    });
    Ok(newest.optional()?.filter(|(blocks, _)| *blocks).map(|(_, held)| held))
}

/// Whether there is any entry at all: lists ask this once before they ask about each person.
pub fn any(read: &Read<'_>) -> Result<bool, StoreError> {
    Ok(read.conn().prepare_cached("SELECT EXISTS (SELECT 1 FROM suppression)")?.query_row([], |row| row.get(0))?)
}

/// Since when and why a person may not be written to, for the gate.
pub fn holding(read: &Read<'_>, person: Uuid, email_norm: &str, slug: &str) -> Result<Option<(DateTime<Utc>, String)>, StoreError> {
    Ok(held(read, person, email_norm, slug)?.map(|h| (h.at, h.reason)))
}

/// Every key that is blocked, in memory: for asking about many people at once.
#[derive(Debug, Default)]
pub struct Blocked {
    keys: HashSet<(String, String)>,
}

/// Reads every key that is blocked.
pub fn blocked(read: &Read<'_>) -> Result<Blocked, StoreError> {
    let mut statement = read.conn().prepare_cached(
        "SELECT scope, key FROM suppression s WHERE action = 'block'
           AND NOT EXISTS (SELECT 1 FROM suppression n WHERE n.scope = s.scope AND n.key = s.key AND (n.at, n.id) > (s.at, s.id))",
    )?;
    let keys = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(Blocked { keys: keys.collect::<Result<_, _>>()? })
}

impl Blocked {
    /// Whether one of a person's keys is blocked.
    pub fn holds(&self, person: Uuid, email_norm: &str, slug: &str) -> bool {
        if self.keys.is_empty() {
            return false;
        }
        let domain = email_norm.rsplit_once('@').map_or("", |(_, domain)| domain);
        [("person", person.to_string().as_str()), ("email", email_norm), ("domain", domain), ("linkedin", slug)]
            .into_iter()
            .any(|(scope, key)| !key.is_empty() && self.keys.contains(&(scope.to_owned(), key.to_owned())))
    }
}
