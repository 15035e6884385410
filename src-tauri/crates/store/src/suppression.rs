//! Who may not be written to; append-only. The newest entry of a key decides: lifting one appends `allow`.

use crate::erasure::Keys;
use crate::values::{At, Id};
use crate::{Read, StoreError, Tag, Tx};
use chrono::{DateTime, Utc};
use rusqlite::{OptionalExtension, params};
use std::collections::HashMap;
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
    let person = person.to_string();
    let erased = Keys::load(read.conn())?;
    let mut found: Vec<(DateTime<Utc>, String, Held)> = Vec::new();
    for (scope, key) in [(Scope::Person, person.as_str()), (Scope::Email, email_norm), (Scope::Domain, domain), (Scope::Linkedin, slug)] {
        if let Some((id, true, held)) = newest(read, &erased, scope, key)? {
            found.push((held.at, id, held));
        }
    }
    found.sort_by(|one, other| (one.0, &one.1).cmp(&(other.0, &other.1)));
    Ok(found.into_iter().map(|(_, _, held)| held).collect())
}

/// The newest entry of one key, if it forbids.
pub fn held_key(read: &Read<'_>, scope: Scope, key: &str) -> Result<Option<Held>, StoreError> {
    let erased = Keys::load(read.conn())?;
    Ok(newest(read, &erased, scope, key)?.filter(|(_, blocks, _)| *blocks).map(|(_, _, held)| held))
}

/// The newest entry of a key, in the clear or as the hash of an erased one: its id, whether it forbids, what it says.
fn newest(read: &Read<'_>, erased: &Keys, scope: Scope, key: &str) -> Result<Option<(String, bool, Held)>, StoreError> {
    if key.is_empty() {
        return Ok(None);
    }
    let mut statement = read.conn().prepare_cached(
        "SELECT action, at, reason, note, id FROM suppression WHERE scope = ?1 AND key = ?2 ORDER BY at DESC, id DESC LIMIT 1",
    )?;
    let mut newest: Option<(String, bool, Held)> = None;
    for form in std::iter::once(key.to_owned()).chain(erased.forms(scope.as_str(), key)) {
        let found = statement.query_row((scope.as_str(), form), |row| {
            let held = Held { at: row.get::<_, At>(1)?.0, scope: scope.as_str().to_owned(), reason: row.get(2)?, note: row.get(3)? };
            Ok((row.get::<_, String>(4)?, row.get_ref(0)?.as_str()? == "block", held))
        });
        if let Some(found) = found.optional()?
            && newest.as_ref().is_none_or(|(id, _, held)| (found.2.at, &found.0) > (held.at, id))
        {
            newest = Some(found);
        }
    }
    Ok(newest)
}

/// Whether there is any entry at all: lists ask this once before they ask about each person.
pub fn any(read: &Read<'_>) -> Result<bool, StoreError> {
    Ok(read.conn().prepare_cached("SELECT EXISTS (SELECT 1 FROM suppression)")?.query_row([], |row| row.get(0))?)
}

/// Since when and why a person may not be written to, for the gate.
pub fn holding(read: &Read<'_>, person: Uuid, email_norm: &str, slug: &str) -> Result<Option<(DateTime<Utc>, String)>, StoreError> {
    Ok(held(read, person, email_norm, slug)?.map(|h| (h.at, h.reason)))
}

/// What stands of every key, in memory: for asking about many people at once.
#[derive(Default)]
pub struct Blocked {
    keys: HashMap<(String, String), Standing>,
    erased: Keys,
}

/// The newest entry of a key.
struct Standing {
    at: String,
    blocks: bool,
    erased: bool,
}

/// Reads what stands of every key.
pub fn blocked(read: &Read<'_>) -> Result<Blocked, StoreError> {
    let mut statement = read.conn().prepare_cached(
        "SELECT scope, key, at, action = 'block', reason = 'erased' FROM suppression s
          WHERE NOT EXISTS (SELECT 1 FROM suppression n WHERE n.scope = s.scope AND n.key = s.key AND (n.at, n.id) > (s.at, s.id))",
    )?;
    let keys = statement
        .query_map([], |row| Ok(((row.get(0)?, row.get(1)?), Standing { at: row.get(2)?, blocks: row.get(3)?, erased: row.get(4)? })))?;
    Ok(Blocked { keys: keys.collect::<Result<_, _>>()?, erased: Keys::load(read.conn())? })
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
            .any(|(scope, key)| self.standing(scope, key).is_some_and(|standing| standing.blocks))
    }

    /// Whether somebody with this address, profile or number was erased, and nobody was let back under it since.
    pub fn is_erased(&self, email_norm: &str, slug: &str, phone_norm: &str) -> bool {
        !self.keys.is_empty()
            && !self.erased.is_empty()
            && [("email", email_norm), ("linkedin", slug), ("phone", phone_norm)]
                .into_iter()
                .any(|(scope, key)| self.standing(scope, key).is_some_and(|standing| standing.blocks && standing.erased))
    }

    /// The newest entry of a key, in the clear or as the hash of an erased one.
    fn standing(&self, scope: &str, key: &str) -> Option<&Standing> {
        if key.is_empty() {
            return None;
        }
        let forms = std::iter::once(key.to_owned()).chain(self.erased.forms(scope, key));
        forms.filter_map(|form| self.keys.get(&(scope.to_owned(), form))).max_by(|one, other| one.at.cmp(&other.at))
    }
}
