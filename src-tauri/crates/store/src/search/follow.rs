//! One step of the index behind the journal. The connection's own file is the index; the desk stands beside it and is only read.

use super::TABLES;
use crate::StoreError;
use crate::journal::{self, Kind, Touch};
use domain::text::spell_out;
use rusqlite::{CachedStatement, Connection, OptionalExtension, Transaction};
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, HashMap};

/// Columns of a person that are searched, in the order [`Added::from`] takes them.
const WORDS_OF_PERSON: &[&str] = &["first_name", "last_name", "title", "company_id", "email", "location", "notes", "deleted_at"];
/// Changed rows taken together: the more, the fewer pieces there are to merge.
const MOST: i64 = 20_000;
/// People filled in between two looks at the clock.
const LOOKS: u32 = 64;
/// Segments without a searched word that may be read again after a restart; noting each would be a write for every change of the desk.
const UNNOTED: i64 = 1_000;

/// What a step did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Step {
    /// The index knows everything up to this segment; nothing while it is filled.
    pub(super) upto: Option<i64>,
    /// People whose words were written or taken out.
    pub(super) people: usize,
    /// More is there already.
    pub(super) more: bool,
}

/// Reads on from segment `after` (or from what the file says). `enough` ends a long step early.
pub(super) fn step(conn: &mut Connection, after: Option<i64>, enough: impl Fn() -> bool) -> Result<Step, StoreError> {
    // Deferred: an immediate one would lock the desk beside it too.
    let tx = conn.transaction()?;
    let (noted, filling): (i64, Option<String>) =
        tx.query_row("SELECT upto, filling FROM about", [], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let step = match filling {
        Some(last) => fill(&tx, &last, enough)?,
        None => follow(&tx, noted, after.unwrap_or(noted).max(noted))?,
    };
    tx.commit()?;
    Ok(step)
}

/// Fills the next people in.
fn fill(tx: &Transaction<'_>, last: &str, enough: impl Fn() -> bool) -> Result<Step, StoreError> {
    let mut words = Words::of(tx)?;
    let mut next = tx.prepare_cached("SELECT id FROM desk.person WHERE id > ?1 ORDER BY id")?;
    let mut rows = next.query([last])?;
    let (mut reached, mut people) = (None, 0_usize);
    while let Some(row) = rows.next()? {
        let person: String = row.get(0)?;
        words.renew(tx, &person)?;
        people += 1;
        reached = Some(person);
        if people.is_multiple_of(LOOKS as usize) && enough() {
            break;
        }
    }
    tx.prepare_cached("UPDATE about SET filling = ?1")?.execute([&reached])?;
    Ok(Step { upto: None, people, more: true })
}

/// Reads the next segments and indexes whom they touched.
fn follow(tx: &Transaction<'_>, noted: i64, after: i64) -> Result<Step, StoreError> {
    let Touched { people, last, more } = touched(tx, after)?;
    let Some((upto, operation)) = last else { return Ok(Step { upto: Some(after), people: 0, more: false }) };
    if !people.is_empty() || upto - noted > UNNOTED {
        let mut words = Words::of(tx)?;
        people.iter().try_for_each(|(person, added)| match added {
            Some(added) => words.add(tx, person, added),
            None => words.renew(tx, person),
        })?;
        tx.prepare_cached("UPDATE about SET upto = ?1, operation = ?2")?.execute((upto, operation))?;
    }
    Ok(Step { upto: Some(upto), people: people.len(), more })
}

/// Whom the next segments touched.
struct Touched {
    /// Those who were added and not touched again have what is needed of them; the others are read from the desk.
    people: BTreeMap<String, Option<Added>>,
    last: Option<(i64, String)>,
    more: bool,
}

/// What a segment says of somebody it added.
struct Added {
    name: String,
    company: Option<String>,
    title: String,
    email: String,
    location: String,
    notes: String,
}

impl Added {
    /// Nothing for somebody added as deleted.
    fn from(touch: &Touch<'_>) -> Option<Self> {
        let [first, last, title, company, email, location, notes, deleted] = std::array::from_fn(|column| touch.text(column));
        let text = |value: Option<&str>| value.unwrap_or_default().to_owned();
        let name = format!("{} {}", first.unwrap_or_default(), last.unwrap_or_default()).trim_matches(' ').to_owned();
        let added = Self {
            name,
            company: company.map(str::to_owned),
            title: text(title),
            email: text(email),
            location: text(location),
            notes: text(notes),
        };
        deleted.is_none().then_some(added)
    }
}

/// Whole segments, until they are many rows. An undo is taken when it has ended: many people at once are taken out more quickly.
fn touched(tx: &Transaction<'_>, after: i64) -> Result<Touched, StoreError> {
    let mut next = tx.prepare_cached(
        "SELECT s.seq, s.operation_id, s.rows, o.state = 'open' AND o.undoes IS NOT NULL, s.items, s.changeset
           FROM desk.journal_segment s JOIN desk.operation o ON o.id = s.operation_id WHERE s.seq > ?1 ORDER BY s.seq",
    )?;
    let mut company = tx.prepare_cached("SELECT id FROM desk.person WHERE company_id = ?1")?;
    let mut touched = Touched { people: BTreeMap::new(), last: None, more: false };
    let (mut rows, mut count) = (next.query([after])?, 0_i64);
    while let Some(row) = rows.next()? {
        if row.get(3)? {
            break;
        }
        if count >= MOST {
            touched.more = true;
            break;
        }
        let bytes = |at: usize| row.get_ref(at).map(|value| value.as_bytes().unwrap_or_default());
        journal::for_each_touched(bytes(5)?, bytes(4)?, &[("person", WORDS_OF_PERSON), ("company", &["name"])], |touch| {
            match (touch.table, touch.kind) {
                ("person", Kind::Insert) => match touched.people.entry(touch.key.to_owned()) {
                    Entry::Vacant(new) => drop(new.insert(Added::from(&touch))),
                    Entry::Occupied(mut known) => drop(known.insert(None)),
                },
                ("person", _) => drop(touched.people.insert(touch.key.to_owned(), None)),
                ("company", Kind::Update) => {
                    for person in company.query_map([touch.key], |row| row.get(0))? {
                        touched.people.insert(person?, None);
                    }
                }
                // References are checked at commit: the people of a company that came or went were changed with it.
                _ => {}
            }
            Ok(())
        })?;
        count += row.get::<_, i64>(2)?;
        touched.last = Some((row.get(0)?, row.get(1)?));
    }
    Ok(touched)
}

/// The statements that bring one person's words up to date.
struct Words<'c> {
    person: CachedStatement<'c>,
    company: CachedStatement<'c>,
    /// Names of companies asked for already, by id.
    companies: HashMap<String, String>,
    doc: CachedStatement<'c>,
    add: CachedStatement<'c>,
    forget: CachedStatement<'c>,
    remove: [CachedStatement<'c>; 2],
    insert: [CachedStatement<'c>; 2],
}

impl<'c> Words<'c> {
    fn of(tx: &'c Transaction<'_>) -> Result<Self, StoreError> {
        let remove = |table: &str| tx.prepare_cached(&format!("DELETE FROM {table} WHERE rowid = ?1"));
        let insert = |table: &str| {
            tx.prepare_cached(&format!(
                "INSERT INTO {table} (rowid, name, company, title, email, location, notes) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"
            ))
        };
        Ok(Self {
            person: tx.prepare_cached(
                "SELECT trim(p.first_name || ' ' || p.last_name), coalesce(c.name, ''), p.title, p.email, p.location, p.notes
                   FROM desk.person p LEFT JOIN desk.company c ON c.id = p.company_id WHERE p.id = ?1 AND p.deleted_at IS NULL",
            )?,
            company: tx.prepare_cached("SELECT name FROM desk.company WHERE id = ?1")?,
            companies: HashMap::new(),
            doc: tx.prepare_cached("SELECT doc FROM search_doc WHERE person_id = ?1")?,
            add: tx.prepare_cached("INSERT INTO search_doc (person_id) VALUES (?1)")?,
            forget: tx.prepare_cached("DELETE FROM search_doc WHERE doc = ?1")?,
            remove: [remove(TABLES[0])?, remove(TABLES[1])?],
            insert: [insert(TABLES[0])?, insert(TABLES[1])?],
        })
    }

    /// Puts the words of somebody in whom a segment added.
    fn add(&mut self, tx: &Transaction<'_>, person: &str, added: &Added) -> Result<(), StoreError> {
        let doc = self.take_out(person)?.map_or_else(|| new_doc(&mut self.add, tx, person), Ok)?;
        let company = match &added.company {
            None => "",
            Some(id) => {
                if !self.companies.contains_key(id) {
                    let name = self.company.query_row([id], |row| row.get(0)).optional()?.unwrap_or_default();
                    self.companies.insert(id.clone(), name);
                }
                self.companies.get(id).map_or("", String::as_str)
            }
        };
        put_in(&mut self.insert, doc, [&added.name, company, &added.title, &added.email, &added.location, &added.notes])
    }

    /// Takes the words a person had out and puts those they have in. Somebody deleted is not found.
    fn renew(&mut self, tx: &Transaction<'_>, person: &str) -> Result<(), StoreError> {
        let before = self.take_out(person)?;
        let mut rows = self.person.query([person])?;
        match (rows.next()?, before) {
            (Some(row), before) => {
                let doc = before.map_or_else(|| new_doc(&mut self.add, tx, person), Ok)?;
                let text = |at: usize| Ok::<_, StoreError>(row.get_ref(at)?.as_str().map_err(rusqlite::Error::from)?);
                put_in(&mut self.insert, doc, [text(0)?, text(1)?, text(2)?, text(3)?, text(4)?, text(5)?])?;
            }
            (None, Some(doc)) => {
                self.forget.execute([doc])?;
            }
            (None, None) => {}
        }
        Ok(())
    }

    /// Takes the words a person had out and gives the row they had.
    fn take_out(&mut self, person: &str) -> Result<Option<i64>, StoreError> {
        let doc: Option<i64> = self.doc.query_row([person], |row| row.get(0)).optional()?;
        if let Some(doc) = doc {
            self.remove.iter_mut().try_for_each(|remove| remove.execute([doc]).map(drop))?;
        }
        Ok(doc)
    }
}

/// Puts one person's words in, spelled out as what is asked for is. One statement a person: FTS5 writes its terms out when a statement of
/// several rows begins, and each time it does makes one more piece to be merged.
fn put_in(insert: &mut [CachedStatement<'_>; 2], doc: i64, texts: [&str; 6]) -> Result<(), StoreError> {
    let [name, company, title, email, location, notes] = texts.map(spell_out);
    let words = (doc, &*name, &*company, &*title, &*email, &*location, &*notes);
    Ok(insert.iter_mut().try_for_each(|insert| insert.execute(words).map(drop))?)
}

fn new_doc(add: &mut CachedStatement<'_>, tx: &Transaction<'_>, person: &str) -> Result<i64, StoreError> {
    add.execute([person])?;
    Ok(tx.last_insert_rowid())
}
