//! The journal without one person: rows that were theirs are taken out of a segment, and what other rows tell of them is replaced. What stays
//! stands as it stood, byte for byte, and can be taken back as before.

use super::change::{Cell, Kind, Names};
use super::changeset::{Changes, Row, put_head, put_value};
use super::pack::{pack, unpack};
use crate::StoreError;
use crate::erasure::Words;
use rusqlite::Connection;
use rusqlite::types::ValueRef;

/// Tables whose rows belong to a person when one of their values is the person's id.
const THEIRS: &[&str] = &[
    "person",
    "person_field",
    "person_privacy",
    "person_consent",
    "person_value",
    "contact_point",
    "person_tag",
    "list_person",
    "activity",
    "linkedin_task",
    "followup",
    "task",
    "appointment_person",
    "opportunity_contact",
    "not_duplicate",
    "file",
];
/// Of those, which have ids of their own: their later changes name the person no more.
const WITH_ID: &[&str] = &["contact_point", "activity", "linkedin_task", "followup", "task", "opportunity_contact", "file"];
/// Records others have a part in: texts of them may tell of the person.
const BESIDE: &[&str] = &["appointment", "opportunity", "opportunity_line"];

/// A segment that was rewritten.
pub(crate) struct Forgotten {
    /// Its changeset, as it is stored; empty when nothing is left of it.
    pub(crate) changeset: Vec<u8>,
    /// Rows left in it.
    pub(crate) rows: u32,
    /// Rows taken out of it.
    pub(crate) dropped: u32,
}

enum Fate {
    Stays,
    Goes,
    Becomes(Vec<Option<Cell>>, Vec<Option<Cell>>),
}

/// A segment without a person; nothing where it does not speak of them. Segments are to be given newest first: the end of a row tells whose it
/// was before what was done to it, and is remembered in `words`.
pub(crate) fn forget(packed: &[u8], items: &[u8], words: &mut Words) -> Result<Option<Forgotten>, StoreError> {
    if packed.is_empty() {
        return Ok(None);
    }
    let names = Names::decode(items)?;
    let changeset = unpack(packed)?;
    let mut changes = Changes::of(&changeset);
    // First whose rows are whose: within a segment they come table by table.
    while let Some(row) = changes.next()? {
        if WITH_ID.contains(&row.table)
            && names_them(&row, words)
            && let Some(key) = key_of(&row)
        {
            words.own.insert(key.to_owned());
        }
    }
    let mut changes = Changes::of(&changeset);
    let (mut out, mut head): (Vec<u8>, &[u8]) = (Vec::with_capacity(changeset.len()), &[]);
    let (mut rows, mut dropped, mut rewritten) = (0_u32, 0_u32, false);
    while let Some(row) = changes.next()? {
        let fate = fate(&row, &names, words);
        let (kind, width) = (row.kind, row.keys.len());
        let (its_head, raw) = changes.raw();
        if matches!(fate, Fate::Goes) {
            dropped += 1;
            continue;
        }
        if head != its_head || out.is_empty() {
            head = its_head;
            out.extend_from_slice(head);
        }
        rows += 1;
        match fate {
            Fate::Becomes(old, new) => {
                rewritten = true;
                put_row(&mut out, kind, width, &old, &new);
            }
            _ => out.extend_from_slice(raw),
        }
    }
    if dropped == 0 && !rewritten {
        return Ok(None);
    }
    if rows == 0 {
        out.clear();
    }
    Ok(Some(Forgotten { changeset: pack(&out), rows, dropped }))
}

fn names_them(row: &Row<'_, '_>, words: &Words) -> bool {
    row.old.iter().chain(row.new).flatten().any(|value| value.as_str().is_ok_and(|text| words.is_them(text)))
}

fn key_of<'a>(row: &Row<'_, 'a>) -> Option<&'a str> {
    row.old.iter().chain(row.new).flatten().find_map(|value| match value {
        ValueRef::Text(bytes) => std::str::from_utf8(bytes).ok(),
        _ => None,
    })
}

fn fate(row: &Row<'_, '_>, names: &Names, words: &mut Words) -> Fate {
    let named = names_them(row, words);
    let Some(key) = key_of(row) else { return Fate::Stays };
    if THEIRS.contains(&row.table) && (named || words.own.contains(key)) {
        if row.table == "file" {
            let at = names.positions("file", &["hash"]).first().copied().flatten();
            let hashes = [row.old, row.new].into_iter().filter_map(|values| values.get(at?).copied().flatten()?.as_str().ok());
            words.contents.extend(hashes.map(str::to_owned));
        }
        return Fate::Goes;
    }
    if !BESIDE.contains(&row.table) {
        return Fate::Stays;
    }
    if named {
        words.beside.insert(key.to_owned());
    }
    let tells = named || words.beside.contains(key) || row.table == "opportunity_line";
    let person = names.positions(row.table, &["person_id"]).first().copied().flatten();
    let mut changed = false;
    let mut without = |values: &[Option<ValueRef<'_>>]| -> Vec<Option<Cell>> {
        values
            .iter()
            .enumerate()
            .map(|(at, value)| {
                let value = (*value)?;
                let ValueRef::Text(bytes) = value else { return Some(Cell::from(value)) };
                let text = String::from_utf8_lossy(bytes);
                if words.is_them(&text) {
                    changed = true;
                    // Of an update nothing is told any more; a whole row points to nobody.
                    return (row.kind != Kind::Update || Some(at) != person).then_some(Cell::Null);
                }
                let told = if tells || words.has_address(&text) { words.without(&text) } else { None };
                changed |= told.is_some();
                Some(told.map_or_else(|| Cell::from(value), |told| Cell::Text(told.into_bytes())))
            })
            .collect()
    };
    let (mut old, mut new) = (without(row.old), without(row.new));
    if !changed {
        return Fate::Stays;
    }
    if row.kind == Kind::Update {
        // What pointed to the person, before or after, is not a change any more.
        if let Some(at) = person {
            let gone = [row.old, row.new]
                .into_iter()
                .any(|values| values.get(at).copied().flatten().is_some_and(|value| value.as_str().is_ok_and(|text| words.is_them(text))));
            for values in [&mut old, &mut new] {
                if let Some(value) = values.get_mut(at).filter(|_| gone) {
                    *value = None;
                }
            }
        }
        if new.iter().all(Option::is_none) {
            return Fate::Goes;
        }
    }
    Fate::Becomes(old, new)
}

fn put_row(out: &mut Vec<u8>, kind: Kind, width: usize, old: &[Option<Cell>], new: &[Option<Cell>]) {
    out.extend_from_slice(&[kind.code(), 0]);
    for values in [(kind != Kind::Insert).then_some(old), (kind != Kind::Delete).then_some(new)].into_iter().flatten() {
        (0..width).for_each(|at| put_value(out, values.get(at).and_then(Option::as_ref).map(Cell::as_value)));
    }
}

/// A segment that tells the search index of rows gone and rows changed, and says nothing of what stood in them: what is stored, and its names.
pub(crate) fn tell_of(
    conn: &Connection,
    gone: (&'static str, &[String]),
    changed: &[(&'static str, &str, &[String])],
) -> Result<(Vec<u8>, Vec<u8>, u32), StoreError> {
    let mut names = Names::default();
    let mut out = Vec::new();
    let mut rows = 0_u32;
    let updates = changed.iter().map(|(table, column, ids)| (*table, Some(*column), *ids));
    for (table, column, ids) in updates.chain([(gone.0, None, gone.1)]).filter(|(_, _, ids)| !ids.is_empty()) {
        names.learn(conn, table)?;
        let columns = super::columns(conn, table)?;
        put_head(&mut out, table, columns.iter().map(|name| u8::from(name == "id")));
        for id in ids {
            rows += 1;
            let key = |at: usize| if at == 0 { Some(Cell::Text(id.clone().into_bytes())) } else { None };
            let old: Vec<Option<Cell>>;
            let mut new: Vec<Option<Cell>> = Vec::new();
            let kind = match column {
                Some(column) => {
                    let told = |name: &String| (name == column).then(|| Cell::Text(Vec::new()));
                    old = columns.iter().enumerate().map(|(at, name)| key(at).or_else(|| told(name))).collect();
                    new = columns.iter().map(told).collect();
                    Kind::Update
                }
                None => {
                    old = (0..columns.len()).map(|at| key(at).or(Some(Cell::Null))).collect();
                    Kind::Delete
                }
            };
            put_row(&mut out, kind, columns.len(), &old, &new);
        }
    }
    Ok((pack(&out), names.encode()?, rows))
}

#[cfg(test)]
mod tests {
    use super::{BESIDE, THEIRS};
    use crate::journal::{columns, tables};
    use rusqlite::Connection;

    #[test]
    fn every_recorded_table_that_names_a_person_is_forgotten_with_them() {
        let mut conn = Connection::open_in_memory().unwrap();
        crate::migrate::to_latest(&mut conn).unwrap();
        let mut named = 0;
        for table in tables().filter(|table| columns(&conn, table).unwrap().iter().any(|name| name == "person_id")) {
            named += 1;
            assert!(THEIRS.contains(&table) || BESIDE.contains(&table), "{table} would keep a person who was erased");
        }
        assert!(named > 10, "{named}");
    }
}
