//! Making one of several people or companies, and taking that apart again.
//!
//! The one who stays takes over every row that points to the others: each column of a recorded table that is called `person_id` (or ends so),
//! `company_id` likewise, is found by its name. The others stay as removed rows that point to who stands for them. The journal keeps all of it,
//! so a merge is taken apart by undoing it, or by undoing that part of an operation which made many. What the journal does not record goes with
//! it here: the log the gate believes, and messages.

mod apart;
mod links;
mod log;
mod messages;
mod settle;
mod ties;

pub use apart::{Apart, split};
pub(crate) use apart::{follow, only_followed};
pub use links::Links;
pub(crate) use log::{Kept, counted};
pub use settle::settle;
pub use ties::{MergedFrom, is_merged, merged_from, operation_of, standing};

use crate::values::{At, Id};
use crate::{Read, StoreError, Tag, Tx, suppression};
use domain::views::duplicates::DuplicateKind;
use rusqlite::{OptionalExtension, params};
use uuid::Uuid;

/// Makes `other` one with `survivor`, whose own values are already what they are to be: its rows go over, it is removed and points to who stands
/// for it, and the gate counts both as one. `false` when it is not there any more.
pub fn absorb(tx: &mut Tx<'_>, links: &Links, survivor: Uuid, other: Uuid) -> Result<bool, StoreError> {
    let (kind, now) = (links.kind(), At(tx.now()));
    let sql = format!("UPDATE {} SET deleted_at = ?2, merged_into = ?3 WHERE id = ?1 AND deleted_at IS NULL", kind.code());
    if tx.conn().prepare_cached(&sql)?.execute(params![Id(other), now, Id(survivor)])? == 0 {
        return Ok(false);
    }
    links.repoint(tx, survivor, other)?;
    // Who was told apart from one of them is told apart from both.
    tx.conn()
        .prepare_cached(
            "INSERT INTO not_duplicate (kind, one_id, other_id, at)
             SELECT kind, min(?2, third), max(?2, third), at FROM (
               SELECT kind, iif(one_id = ?3, other_id, one_id) AS third, at FROM not_duplicate
                WHERE (kind = ?1 AND one_id = ?3) OR (kind = ?1 AND other_id = ?3))
              WHERE third <> ?2
             ON CONFLICT DO NOTHING",
        )?
        .execute(params![kind.code(), Id(survivor), Id(other)])?;
    let operation = tx.step();
    joined(tx, kind, survivor, other, operation)?;
    tx.touch(Tag::Duplicates);
    Ok(true)
}

/// What the journal does not record of two being made one.
fn joined(tx: &mut Tx<'_>, kind: DuplicateKind, survivor: Uuid, other: Uuid, operation: crate::OperationId) -> Result<(), StoreError> {
    log::append(tx, log::Event::Merged, kind, survivor, other, operation)?;
    if kind == DuplicateKind::Person {
        messages::hand_over(tx, survivor, other, operation)?;
        carry_block(tx, survivor, other)?;
    }
    Ok(())
}

/// Who must not be contacted makes a survivor who must not be, for good. An address that does not exist is no wish of its owner.
fn carry_block(tx: &mut Tx<'_>, survivor: Uuid, other: Uuid) -> Result<(), StoreError> {
    let Some((email, slug)) = keys(tx, other)? else { return Ok(()) };
    let forbids = |held: &suppression::Held| held.scope != "domain" && !(held.scope == "email" && held.reason == "bounced");
    let Some(held) = suppression::all_held(tx, other, &email, &slug)?.into_iter().rev().find(forbids) else { return Ok(()) };
    if suppression::all_held(tx, survivor, "", "")?.is_empty() {
        let key = survivor.to_string();
        let entry =
            suppression::Entry { scope: suppression::Scope::Person, key: &key, block: true, reason: &held.reason, note: &held.note };
        suppression::append(tx, &entry)?;
    }
    Ok(())
}

fn keys(read: &Read<'_>, person: Uuid) -> Result<Option<(String, String)>, StoreError> {
    let mut statement = read.conn().prepare_cached("SELECT email_norm, linkedin_slug FROM person WHERE id = ?1")?;
    Ok(statement.query_row([Id(person)], |row| Ok((row.get(0)?, row.get(1)?))).optional()?)
}
