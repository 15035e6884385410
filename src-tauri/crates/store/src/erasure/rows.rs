//! The rows of somebody who is erased, in every table that has some.

use super::{Words, forget_text};
use crate::StoreError;
use crate::journal::{RECORDED, columns};
use domain::text::fold_words;
use rusqlite::{Connection, OptionalExtension, params};
use std::collections::BTreeSet;

/// Tables with a `person_id` where somebody else's row must stay, without them.
const STAYS: &[&str] = &["person", "opportunity"];
/// Texts of records they had a part in.
const TEXTS: &[(&str, &[&str])] = &[
    ("appointment", &["title", "notes", "outcome", "place", "video_link"]),
    ("opportunity", &["name", "next_step", "notes", "close_note", "competitor", "source"]),
    ("opportunity_line", &["name"]),
];

/// Takes everything of them out of the tables, within a transaction in which append-only ones let go.
pub(super) fn take_out(conn: &Connection, words: &mut Words) -> Result<(), StoreError> {
    let ids: Vec<String> = words.ids.iter().cloned().collect();
    for id in &ids {
        beside(conn, id, words)?;
        recorded(conn, id, words)?;
        machinery(conn, id, words)?;
    }
    messages(conn, &ids, words)?;
    for id in &ids {
        conn.prepare_cached("DELETE FROM person WHERE id = ?1")?.execute([id])?;
    }
    texts(conn, words)?;
    listed(conn, words)
}

/// Which records of others they had a part in.
fn beside(conn: &Connection, id: &str, words: &mut Words) -> Result<(), StoreError> {
    for sql in [
        "SELECT appointment_id FROM appointment_person WHERE person_id = ?1",
        "SELECT id FROM opportunity WHERE person_id = ?1",
        "SELECT opportunity_id FROM opportunity_contact WHERE person_id = ?1",
        "SELECT l.id FROM opportunity_line l JOIN opportunity o ON o.id = l.opportunity_id WHERE o.person_id = ?1",
    ] {
        let mut statement = conn.prepare_cached(sql)?;
        for row in statement.query_map([id], |row| row.get::<_, String>(0))? {
            words.beside.insert(row?);
        }
    }
    Ok(())
}

/// What is theirs in the recorded tables. Their own work with others (a task, a call on an opportunity) is about them, and goes.
fn recorded(conn: &Connection, id: &str, words: &mut Words) -> Result<(), StoreError> {
    for table in RECORDED.iter().rev().map(|recorded| recorded.name) {
        let names = columns(conn, table)?;
        if STAYS.contains(&table) || !names.iter().any(|name| name == "person_id") {
            continue;
        }
        if names.iter().any(|name| name == "id") {
            let mut own = conn.prepare_cached(&format!("SELECT id FROM {table} WHERE person_id = ?1"))?;
            for row in own.query_map([id], |row| row.get::<_, String>(0))? {
                words.own.insert(row?);
            }
        }
        if table == "file" {
            let mut hashes = conn.prepare_cached("SELECT hash FROM file WHERE person_id = ?1")?;
            for hash in hashes.query_map([id], |row| row.get::<_, String>(0))? {
                words.contents.insert(hash?);
            }
        }
        conn.prepare_cached(&format!("DELETE FROM {table} WHERE person_id = ?1"))?.execute([id])?;
    }
    conn.prepare_cached("UPDATE opportunity SET person_id = NULL WHERE person_id = ?1")?.execute([id])?;
    conn.prepare_cached("DELETE FROM not_duplicate WHERE kind = 'person' AND (one_id = ?1 OR other_id = ?1)")?.execute([id])?;
    // An appointment with nobody else, and for nothing else, was theirs.
    conn.prepare_cached(
        "DELETE FROM appointment WHERE id IN (SELECT value FROM json_each(?1)) AND company_id IS NULL AND opportunity_id IS NULL
           AND NOT EXISTS (SELECT 1 FROM appointment_person p WHERE p.appointment_id = appointment.id)",
    )?
    .execute([serde_json::to_string(&words.beside).unwrap_or_default()])?;
    Ok(())
}

/// Facts outside the record. A run keeps its place for somebody, whom it does not know any more.
fn machinery(conn: &Connection, id: &str, words: &Words) -> Result<(), StoreError> {
    let stands = words.stands.as_str();
    for sql in [
        "DELETE FROM run_person WHERE person_id = ?1 AND EXISTS (SELECT 1 FROM run_person o WHERE o.run_id = run_person.run_id AND o.person_id = ?2)",
        "UPDATE run_person SET person_id = ?2, reason = '', steps = steps, linkedin_task_id = NULL, followup_id = NULL WHERE person_id = ?1",
    ] {
        conn.prepare_cached(sql)?.execute([id, stands])?;
    }
    for sql in [
        "DELETE FROM run_log WHERE person_id = ?1",
        "DELETE FROM sheet_row WHERE person_id = ?1",
        "DELETE FROM score_point WHERE person_id = ?1",
        "DELETE FROM duplicate_group WHERE kind = 'person' AND id IN (SELECT group_id FROM duplicate_member WHERE kind = 'person' AND member_id = ?1)",
        "DELETE FROM duplicate_member WHERE group_id NOT IN (SELECT id FROM duplicate_group)",
        "DELETE FROM merge_message WHERE survivor_id = ?1 OR other_id = ?1",
        "DELETE FROM merge_log WHERE kind = 'person' AND (survivor_id = ?1 OR other_id = ?1)",
    ] {
        let known = if sql.contains("?1") { vec![id] } else { vec![] };
        conn.prepare_cached(sql)?.execute(rusqlite::params_from_iter(known))?;
    }
    let mut runs = conn.prepare_cached("SELECT id FROM run WHERE instr(receipt, ?1) > 0 OR instr(selection, ?1) > 0")?;
    let runs: BTreeSet<String> = runs.query_map([id], |row| row.get(0))?.collect::<Result<_, _>>()?;
    for run in runs {
        forget_text(conn, "run", "receipt", "id", &run, words)?;
        forget_text(conn, "run", "selection", "id", &run, words)?;
    }
    Ok(())
}

/// Messages to them, and what the ledger knows of whom it was: that something left, and when, stays.
fn messages(conn: &Connection, ids: &[String], words: &Words) -> Result<(), StoreError> {
    let emails: Vec<&String> = words.keys.iter().filter(|(scope, _)| scope == "email").map(|(_, key)| key).collect();
    let (ids, emails) = (serde_json::to_string(ids).unwrap_or_default(), serde_json::to_string(&emails).unwrap_or_default());
    let both = params![ids, emails];
    conn.execute(
        "DELETE FROM practice_mail WHERE message_id IN (SELECT message_id FROM outbox WHERE person_id IN (SELECT value FROM json_each(?1)))
            OR lower(envelope_to) IN (SELECT value FROM json_each(?2))",
        both,
    )?;
    conn.execute(
        "UPDATE outbox SET person_id = NULL, to_name = '', to_address = '', to_norm = '', subject = '', body_text = '', body_html = '', language = '',
                payload = NULL, gate = '', failure = '', warnings = '[]', in_reply_to = '',
                state = CASE WHEN state IN ('draft', 'held', 'scheduled') THEN 'cancelled' ELSE state END
          WHERE person_id IN (SELECT value FROM json_each(?1)) OR to_norm IN (SELECT value FROM json_each(?2))",
        both,
    )?;
    conn.execute(
        "UPDATE send_ledger SET person_id = NULL, address_norm = '', detail = '{}'
          WHERE person_id IN (SELECT value FROM json_each(?1)) OR address_norm IN (SELECT value FROM json_each(?2))",
        both,
    )?;
    Ok(())
}

/// What records of others tell of them.
fn texts(conn: &Connection, words: &Words) -> Result<(), StoreError> {
    for (table, texts) in TEXTS {
        for id in &words.beside {
            for column in *texts {
                let text: Option<String> = conn
                    .prepare_cached(&format!("SELECT {column} FROM {table} WHERE id = ?1"))?
                    .query_row([id], |row| row.get(0))
                    .optional()?;
                let Some(told) = text.and_then(|text| words.without(&text)) else { continue };
                conn.prepare_cached(&format!("UPDATE {table} SET {column} = ?2 WHERE id = ?1"))?.execute(params![id, told])?;
                if *table == "opportunity" && *column == "name" {
                    conn.prepare_cached("UPDATE opportunity SET name_norm = ?2 WHERE id = ?1")?.execute(params![id, fold_words(&told)])?;
                }
            }
        }
    }
    Ok(())
}

/// Entries of the do-not-contact list in the clear: their hashes take their place.
fn listed(conn: &Connection, words: &Words) -> Result<(), StoreError> {
    for (scope, key) in &words.keys {
        conn.prepare_cached("DELETE FROM suppression WHERE scope = ?1 AND key = ?2")?.execute([scope, key])?;
    }
    Ok(())
}
