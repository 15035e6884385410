//! What is looked for when somebody is erased: their ids, and the words that would tell who they were.

use crate::values::Id;
use crate::{Read, StoreError};
use rusqlite::Row;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::{BTreeSet, HashSet};
use uuid::Uuid;

/// Stands where a name or an address was.
const GONE: &str = "…";
/// Shorter than this a word is in too many others to be one's name.
const SHORT: usize = 3;

/// Everything that leads to one person, and whoever was made one with them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Words {
    /// Takes the place of their ids where a row must name somebody.
    pub(crate) stands: String,
    /// Their ids.
    pub(crate) ids: BTreeSet<String>,
    /// Rows that belong to them and have ids of their own.
    pub(crate) own: HashSet<String>,
    /// Records of others they had a part in: their texts may tell of them.
    pub(crate) beside: HashSet<String>,
    /// Addresses, numbers and profiles nobody else has, as they are written and as keys.
    pub(crate) addresses: BTreeSet<String>,
    /// First and last names, each as one value.
    pub(crate) names: BTreeSet<(String, String)>,
    /// Contents of files that were theirs.
    #[serde(default)]
    pub(crate) contents: BTreeSet<String>,
    /// Scopes and keys for the do-not-contact list.
    pub(crate) keys: BTreeSet<(String, String)>,
}

impl Words {
    /// Reads what the desk knows of a person; `stands` is their erasure.
    pub(super) fn of(read: &Read<'_>, person: Uuid, stands: Uuid) -> Result<Self, StoreError> {
        let mut words = Self { stands: stands.to_string(), ..Self::default() };
        let conn = read.conn();
        words.ids.insert(person.to_string());
        let mut merged = conn.prepare_cached(
            "WITH RECURSIVE one (id) AS (SELECT id FROM person WHERE merged_into = ?1 UNION SELECT p.id FROM one JOIN person p ON p.merged_into = one.id)
             SELECT id FROM one",
        )?;
        for id in merged.query_map([Id(person)], |row| row.get::<_, String>(0))? {
            words.ids.insert(id?);
        }
        let mut candidates: BTreeSet<(String, String, String)> = BTreeSet::new();
        for id in words.ids.clone() {
            let mut known = conn.prepare_cached(
                "SELECT first_name, last_name, email, email_norm, phone, phone_norm, linkedin_url, linkedin_slug FROM person WHERE id = ?1",
            )?;
            let mut rows = known.query([&id])?;
            while let Some(row) = rows.next()? {
                let text = |at: usize| row.get::<_, String>(at);
                words.names.insert((text(0)?, text(1)?));
                candidates.insert(("email".to_owned(), text(3)?, text(2)?));
                candidates.insert(("phone".to_owned(), text(5)?, text(4)?));
                candidates.insert(("linkedin".to_owned(), text(7)?, text(6)?));
            }
            let three = |row: &Row<'_>| Ok((row.get(0)?, row.get(1)?, row.get(2)?));
            for (sql, what) in [
                ("SELECT kind, norm, value FROM contact_point WHERE person_id = ?1 AND kind IN ('email', 'phone', 'url')", "points"),
                ("SELECT DISTINCT 'email', to_norm, to_address FROM outbox WHERE person_id = ?1 AND to_norm <> ''", "outbox"),
                (
                    "SELECT DISTINCT 'email', address_norm, address_norm FROM send_ledger WHERE person_id = ?1 AND address_norm <> ''",
                    "ledger",
                ),
            ] {
                let mut statement = conn.prepare_cached(sql)?;
                for found in statement.query_map([&id], three)? {
                    candidates.insert(found?);
                }
                tracing::trace!(what, "read for an erasure");
            }
        }
        for (kind, key, written) in candidates.into_iter().filter(|(_, key, written)| !key.is_empty() || !written.is_empty()) {
            if !key.is_empty() && words.is_shared(read, &kind, &key)? {
                continue;
            }
            if kind != "url" && !key.is_empty() {
                words.keys.insert((kind, key.clone()));
            }
            words.addresses.extend([key, written].into_iter().filter(|text| text.len() >= SHORT));
        }
        words.keys.extend(words.ids.iter().map(|id| ("person".to_owned(), id.clone())));
        Ok(words)
    }

    /// Whether somebody else who is here, or a company, has the same address or number: it is theirs too, and stays.
    fn is_shared(&self, read: &Read<'_>, kind: &str, key: &str) -> Result<bool, StoreError> {
        let column = match kind {
            "email" => "email_norm",
            "phone" => "phone_norm",
            "linkedin" => "linkedin_slug",
            _ => return Ok(false),
        };
        let mut other = read.conn().prepare_cached(&format!(
            "SELECT id FROM person WHERE {column} = ?1 AND deleted_at IS NULL
             UNION ALL SELECT coalesce(person_id, company_id) FROM contact_point WHERE norm = ?1 AND deleted_at IS NULL
             UNION ALL SELECT id FROM company WHERE phone_norm = ?1 AND ?2 = 'phone' AND deleted_at IS NULL"
        ))?;
        for id in other.query_map((key, kind), |row| row.get::<_, Option<String>>(0))? {
            if id?.is_some_and(|id| !self.ids.contains(&id)) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Whether this text is one of their ids.
    pub(crate) fn is_them(&self, text: &str) -> bool {
        text.len() == 36 && self.ids.contains(text)
    }

    /// A free text without their names and addresses; nothing where it has none of them.
    pub(crate) fn without(&self, text: &str) -> Option<String> {
        let mut left = text.to_owned();
        for address in &self.addresses {
            left = replaced(&left, address);
        }
        for (first, last) in &self.names {
            if !first.is_empty() && !last.is_empty() {
                left = replaced(&left, &format!("{first} {last}"));
                left = replaced(&left, &format!("{last} {first}"));
            }
            let alone = if last.is_empty() { first } else { last };
            left = word_replaced(&left, alone);
        }
        (left != text).then_some(left)
    }

    /// Whether a text names one of their addresses.
    pub(crate) fn has_address(&self, text: &str) -> bool {
        let text = text.to_lowercase();
        self.addresses.iter().any(|address| text.contains(&address.to_lowercase()))
    }

    /// A document without them: an object about them loses its names, an id of theirs becomes nobody's, texts lose their words.
    pub(crate) fn without_in(&self, value: &mut Value) -> bool {
        match value {
            Value::String(text) => {
                let them = self.names.iter().any(|(first, last)| text == first || text == last) && !text.is_empty();
                let new = if self.is_them(text) {
                    Some(self.stands.clone())
                } else if them {
                    Some(GONE.to_owned())
                } else {
                    self.without(text)
                };
                new.is_some_and(|new| {
                    *text = new;
                    true
                })
            }
            Value::Array(all) => {
                let mut any = false;
                for one in all {
                    any |= self.without_in(one);
                }
                any
            }
            Value::Object(all) => {
                let about = all.values().any(|one| one.as_str().is_some_and(|text| self.is_them(text)));
                let mut any = false;
                for (key, one) in all.iter_mut() {
                    if about && matches!(key.as_str(), "name" | "company" | "title" | "to" | "email") && one.is_string() {
                        *one = Value::String(GONE.to_owned());
                        any = true;
                    } else {
                        any |= self.without_in(one);
                    }
                }
                any
            }
            _ => false,
        }
    }
}

/// Every place of a text, whatever its case, replaced.
fn replaced(text: &str, what: &str) -> String {
    if what.len() < SHORT {
        return text.to_owned();
    }
    swap(text, what, |_, _| true)
}

/// The same where it stands as a word of its own.
fn word_replaced(text: &str, what: &str) -> String {
    if what.chars().count() < SHORT {
        return text.to_owned();
    }
    swap(text, what, |before, after| ![before, after].into_iter().flatten().any(char::is_alphanumeric))
}

fn swap(text: &str, what: &str, here: impl Fn(Option<char>, Option<char>) -> bool) -> String {
    let wanted: Vec<char> = what.chars().flat_map(char::to_lowercase).collect();
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    let mut before = None;
    while let Some(next) = rest.chars().next() {
        let end = ends_like(rest, &wanted);
        match end.filter(|end| here(before, rest.get(*end..).and_then(|after| after.chars().next()))) {
            Some(end) => {
                out.push_str(GONE);
                before = rest.get(..end).and_then(|taken| taken.chars().last());
                rest = rest.get(end..).unwrap_or_default();
            }
            None => {
                out.push(next);
                before = Some(next);
                rest = rest.get(next.len_utf8()..).unwrap_or_default();
            }
        }
    }
    out
}

/// Where a text that begins like this, in lower case, goes on behind it.
fn ends_like(text: &str, wanted: &[char]) -> Option<usize> {
    let mut wanted = wanted.iter();
    let mut next = wanted.next()?;
    for (at, c) in text.char_indices() {
        for lower in c.to_lowercase() {
            if lower != *next {
                return None;
            }
            match wanted.next() {
                Some(one) => next = one,
                None => return Some(at + c.len_utf8()),
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn ann() -> Words {
        Words {
            stands: "0190aaaa-0000-7000-8000-000000000009".to_owned(),
            ids: ["0190aaaa-0000-7000-8000-000000000001".to_owned()].into(),
            addresses: ["ann@acme.example".to_owned()].into(),
            names: [("Ann".to_owned(), "Kowalczyk".to_owned())].into(),
            ..Words::default()
        }
    }

    #[test]
    fn names_and_addresses_leave_a_text_whatever_their_case_and_nothing_else_does() {
        let told = |text: &str| ann().without(text);
        assert_eq!(told("Call ann kowalczyk back").as_deref(), Some("Call … back"));
        assert_eq!(told("KOWALCZYK (Ann@Acme.example) agreed").as_deref(), Some("… (…) agreed"));
        assert_eq!(told("Announce it to Kowalczyks"), None, "a part of another word is not a name");
        assert_eq!(told("Réunion avec l’équipe"), None);
    }

    #[test]
    fn a_document_about_them_names_nobody_any_more() {
        let mut receipt = json!({ "logs": [
            { "what": { "code": "gate.go", "params": { "to": "ann@acme.example" } }, "person": { "id": "0190aaaa-0000-7000-8000-000000000001", "name": "Ann Kowalczyk" } },
            { "person": { "id": "0190aaaa-0000-7000-8000-000000000002", "name": "Bob Roe" } }] });
        assert!(ann().without_in(&mut receipt));
        let text = receipt.to_string();
        assert!(!text.contains("Ann") && !text.contains("acme") && text.contains("Bob Roe") && !text.contains("0001\""), "{text}");
    }
}
