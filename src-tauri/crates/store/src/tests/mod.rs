//! The desk with a real SQLCipher file in a temporary folder.

mod companies;
mod cost;
mod crash;
mod erasure;
mod jobs;
mod listing;
mod merging;
mod open;
mod opportunities;
mod restore;
mod search;
mod snapshot;
mod undo;
mod write;

use crate::values::{At, Id};
use crate::{Actor, Desk, Intent, RawKey, StoreError, Tx};
use chrono::{DateTime, TimeZone, Utc};
use tempfile::TempDir;
use uuid::Uuid;

fn key() -> RawKey {
    RawKey::new([7; 32])
}

fn noon() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 11, 21, 12, 0, 0).unwrap()
}

async fn new_desk() -> (TempDir, Desk) {
    let folder = tempfile::tempdir().unwrap();
    let desk = Desk::create(folder.path(), &key(), noon()).await.unwrap();
    (folder, desk)
}

/// A stable id for a number.
fn nth(n: u128) -> Uuid {
    Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0000 + n)
}

fn add_company(tx: &mut Tx<'_>, id: Uuid, name: &str) -> Result<(), StoreError> {
    tx.conn()
        .execute("INSERT INTO company (id, name, name_norm, created_at) VALUES (?1, ?2, lower(?2), ?3)", (Id(id), name, At(tx.now())))?;
    Ok(())
}

fn add_person(tx: &mut Tx<'_>, id: Uuid, first: &str, last: &str, company: Option<Uuid>) -> Result<(), StoreError> {
    tx.conn().execute(
        "INSERT INTO person (id, first_name, last_name, sort_name, company_id, email, added_on, created_at)
         VALUES (?1, ?2, ?3, lower(?3 || ' ' || ?2), ?4, lower(?2 || '.' || ?3) || '@acme.example', '2026-11-21', ?5)",
        (Id(id), first, last, company.map(Id), At(tx.now())),
    )?;
    Ok(())
}

fn set_title(tx: &mut Tx<'_>, id: Uuid, title: &str) -> Result<(), StoreError> {
    tx.conn().execute("UPDATE person SET title = ?2 WHERE id = ?1", (Id(id), title))?;
    Ok(())
}

/// A write by the seller.
async fn edit(desk: &Desk, f: impl FnOnce(&mut Tx<'_>) -> Result<(), StoreError> + Send + 'static) -> Option<crate::OperationId> {
    desk.write(Actor::Seller, Intent::new("people.edit"), f).await.unwrap().operation
}

/// How long a test waits for the search index.
const PATIENCE: std::time::Duration = std::time::Duration::from_secs(30);

/// One value of one row.
async fn value(desk: &Desk, sql: &'static str) -> String {
    desk.read::<_, StoreError>(move |read| {
        Ok(read.conn().query_row(sql, [], |row| {
            Ok(match row.get_ref(0)? {
                rusqlite::types::ValueRef::Null => String::new(),
                rusqlite::types::ValueRef::Integer(n) => n.to_string(),
                rusqlite::types::ValueRef::Text(text) => String::from_utf8(text.to_vec()).unwrap(),
                other => format!("{other:?}"),
            })
        })?)
    })
    .await
    .unwrap()
}

/// Every check SQLite and SQLCipher have, and the search index against the people.
async fn assert_sound(desk: &Desk) {
    assert!(desk.search_ready(PATIENCE).await.unwrap(), "the search index is behind");
    assert_eq!(value(desk, "SELECT group_concat(integrity_check) FROM pragma_integrity_check").await, "ok");
    assert_eq!(value(desk, "SELECT count(*) FROM pragma_foreign_key_check").await, "0");
    desk.write::<_, StoreError>(Actor::Desk, Intent::new("check"), |tx| {
        assert!(!tx.conn().prepare("PRAGMA cipher_integrity_check")?.exists([])?, "a page is damaged");
        Ok(())
    })
    .await
    .unwrap();
    let index = crate::search::open(desk.root(), desk.key()).unwrap();
    assert!(!index.prepare("PRAGMA cipher_integrity_check").unwrap().exists([]).unwrap(), "a page of the index is damaged");
    for (table, there) in [
        ("person_words", "SELECT count(*) FROM person WHERE deleted_at IS NULL"),
        ("person_parts", "SELECT count(*) FROM person WHERE deleted_at IS NULL"),
        ("company_words", "SELECT count(*) FROM company WHERE deleted_at IS NULL"),
        ("company_parts", "SELECT count(*) FROM company WHERE deleted_at IS NULL"),
        ("opportunity_words", "SELECT count(*) FROM opportunity WHERE deleted_at IS NULL"),
        ("opportunity_parts", "SELECT count(*) FROM opportunity WHERE deleted_at IS NULL"),
    ] {
        index.execute(&format!("INSERT INTO {table} ({table}) VALUES ('integrity-check')"), []).unwrap();
        let there = value(desk, there).await;
        let indexed: i64 = index.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0)).unwrap();
        assert_eq!(indexed.to_string(), there, "{table}");
    }
    for (docs, there) in [
        (
            "SELECT count(*) FROM search_doc",
            "SELECT count(*) FROM search_doc d JOIN person p ON p.id = d.person_id WHERE p.deleted_at IS NULL",
        ),
        (
            "SELECT count(*) FROM company_doc",
            "SELECT count(*) FROM company_doc d JOIN company c ON c.id = d.company_id WHERE c.deleted_at IS NULL",
        ),
    ] {
        assert_eq!(value(desk, docs).await, value(desk, there).await);
    }
}
