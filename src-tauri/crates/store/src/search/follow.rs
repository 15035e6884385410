//! One step of the index behind the journal. The connection's own file is the index; the desk stands beside it and is only read.

use super::texts;
use super::words::{COLUMNS, Words};
use crate::StoreError;
use crate::journal::{self, Kind, Touch};
use rusqlite::{Connection, OptionalExtension, Transaction};
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

/// Columns of a person that are searched, in the order [`Added::person`] takes them.
const WORDS_OF_PERSON: &[&str] =
    &["first_name", "last_name", "title", "company_id", "email", "location", "notes", "deleted_at", "phone", "phone_norm"];
/// Columns of a company that are searched, in the order [`Added::company`] takes them.
const WORDS_OF_COMPANY: &[&str] = &[
    "name",
    "website",
    "domain",
    "postcode",
    "city",
    "activity",
    "siren",
    "siret",
    "vat",
    "naf",
    "notes",
    "deleted_at",
    "phone",
    "phone_norm",
];
/// Columns of a further address, number or link that are searched.
const WORDS_OF_POINT: &[&str] = &["value", "norm", "person_id", "company_id", "deleted_at"];
/// Where whose it is stands among them.
const POINT_PERSON: usize = 2;
const POINT_COMPANY: usize = 3;
/// Columns of an opportunity that are searched.
const WORDS_OF_OPPORTUNITY: &[&str] = &["name", "company_id", "person_id", "next_step", "source", "competitor", "notes", "deleted_at"];
/// Columns of a timeline's line that are searched.
const WORDS_OF_ACTIVITY: &[&str] = &["data", "deleted_at"];
/// Columns of a file that are searched, or say whether it is.
const WORDS_OF_FILE: &[&str] = &["name", "deleted_at"];
/// A value of one of the seller's own fields.
const WORDS_OF_VALUE: &[&str] = &["value"];
/// What says whether a field's values count.
const WORDS_OF_FIELD: &[&str] = &["deleted_at"];
const WATCHED: [(&str, &[&str]); 10] = [
    ("person", WORDS_OF_PERSON),
    ("company", WORDS_OF_COMPANY),
    ("contact_point", WORDS_OF_POINT),
    ("opportunity", WORDS_OF_OPPORTUNITY),
    ("activity", WORDS_OF_ACTIVITY),
    ("file", WORDS_OF_FILE),
    ("person_value", WORDS_OF_VALUE),
    ("company_value", WORDS_OF_VALUE),
    ("opportunity_value", WORDS_OF_VALUE),
    ("custom_field", WORDS_OF_FIELD),
];
/// Where [`fill`] is among the companies, which come after the people.
const COMPANY: &str = "company/";
/// Where it is among the opportunities.
const OPPORTUNITY: &str = "opportunity/";
/// Where it is among the lines of timelines.
const TEXT: &str = "text/";
/// Where it is among the files, which come last.
const FILE: &str = "file/";
/// Changed rows taken together: the more, the fewer pieces there are to merge.
const MOST: i64 = 20_000;
/// Rows filled in between two looks at the clock.
const LOOKS: usize = 64;
/// Segments without a searched word that may be read again after a restart; noting each would be a write for every change of the desk.
const UNNOTED: i64 = 1_000;

/// What a step did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Step {
    /// The index knows everything up to this segment; nothing while it is filled.
    pub(super) upto: Option<i64>,
    /// People, companies and opportunities whose words were written or taken out.
    pub(super) rows: usize,
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

/// Fills the next people in, then the next companies, then the next opportunities, then the next lines of timelines, then the next files.
fn fill(tx: &Transaction<'_>, last: &str, enough: impl Fn() -> bool) -> Result<Step, StoreError> {
    let mut words = Words::of(tx)?;
    let parts = [("company", COMPANY), ("opportunity", OPPORTUNITY), ("activity", TEXT), ("file", FILE)];
    let there = parts.into_iter().find_map(|(table, prefix)| Some((table, prefix, last.strip_prefix(prefix)?)));
    let (table, prefix, after) = there.unwrap_or(("person", "", last));
    let mut next = tx.prepare_cached(&format!("SELECT id FROM desk.{table} WHERE id > ?1 ORDER BY id"))?;
    let mut found = next.query([after])?;
    let (mut reached, mut rows) = (None, 0_usize);
    while let Some(row) = found.next()? {
        let id: String = row.get(0)?;
        match table {
            "company" => words.renew_company(tx, &id)?,
            "opportunity" => words.renew_opportunity(tx, &id)?,
            "activity" => texts::renew_note(&mut words.texts, tx, &id)?,
            "file" => texts::renew_file(&mut words.texts, tx, &id)?,
            _ => words.renew(tx, &id)?,
        }
        reached = Some(format!("{prefix}{id}"));
        rows += 1;
        if rows.is_multiple_of(LOOKS) && enough() {
            break;
        }
    }
    let reached = reached.or_else(|| match table {
        "person" => Some(COMPANY.to_owned()),
        "company" => Some(OPPORTUNITY.to_owned()),
        "opportunity" => Some(TEXT.to_owned()),
        "activity" => Some(FILE.to_owned()),
        _ => None,
    });
    tx.prepare_cached("UPDATE about SET filling = ?1")?.execute([&reached])?;
    Ok(Step { upto: None, rows, more: true })
}

/// Reads the next segments and indexes whom they touched.
fn follow(tx: &Transaction<'_>, noted: i64, after: i64) -> Result<Step, StoreError> {
    let Touched { people, companies, opportunities, notes, files, last, more } = touched(tx, after)?;
    // What left is no change of the record: it is looked for beside it.
    let messages = if texts::any_left(tx)? { texts::take_messages(&mut Words::of(tx)?.texts, tx)? } else { 0 };
    let more = more || messages > 0;
    let Some((upto, operation)) = last else { return Ok(Step { upto: Some(after), rows: 0, more }) };
    let rows = people.len() + companies.len() + opportunities.len() + notes.len() + files.len();
    if rows > 0 || upto - noted > UNNOTED {
        let mut words = Words::of(tx)?;
        people.iter().try_for_each(|(person, added)| match added {
            Some(added) => words.add(tx, person, added),
            None => words.renew(tx, person),
        })?;
        companies.iter().try_for_each(|(company, added)| match added {
            Some(added) => words.add_company(tx, company, added),
            None => words.renew_company(tx, company),
        })?;
        opportunities.iter().try_for_each(|opportunity| words.renew_opportunity(tx, opportunity))?;
        notes.iter().try_for_each(|note| texts::renew_note(&mut words.texts, tx, note))?;
        files.iter().try_for_each(|file| texts::renew_file(&mut words.texts, tx, file))?;
        tx.prepare_cached("UPDATE about SET upto = ?1, operation = ?2")?.execute((upto, operation))?;
    }
    Ok(Step { upto: Some(upto), rows, more })
}

/// Whom the next segments touched.
struct Touched {
    /// Those who were added and not touched again have what is needed of them; the others are read from the desk.
    people: BTreeMap<String, Option<Added>>,
    companies: BTreeMap<String, Option<Added>>,
    opportunities: BTreeSet<String>,
    notes: BTreeSet<String>,
    files: BTreeSet<String>,
    last: Option<(i64, String)>,
    more: bool,
}

impl Touched {
    /// Everything that has a value of this field, which came or went as a whole.
    fn with_field(&mut self, tx: &Transaction<'_>, field: &str) -> Result<(), StoreError> {
        for record in ["person", "company", "opportunity"] {
            let mut having = tx.prepare_cached(&format!("SELECT {record}_id FROM desk.{record}_value WHERE field_id = ?1"))?;
            for id in having.query_map([field], |row| row.get::<_, String>(0))? {
                let id = id?;
                match record {
                    "person" => drop(self.people.insert(id, None)),
                    "company" => drop(self.companies.insert(id, None)),
                    _ => drop(self.opportunities.insert(id)),
                }
            }
        }
        Ok(())
    }
}

/// What a segment says of somebody or a company it added: the words of each column.
pub(super) struct Added {
    pub(super) texts: [String; COLUMNS],
    /// A person's company, whose name is asked for.
    pub(super) company: Option<String>,
}

impl Added {
    /// Nothing for somebody added as deleted.
    fn person(touch: &Touch<'_>) -> Option<Self> {
        let [first, last, title, company, email, location, notes, deleted, phone, phone_norm] =
            std::array::from_fn(|column| touch.text(column));
        let texts = [[first, last].as_slice(), &[], &[title], &[email, phone, phone_norm], &[location], &[notes]].map(joined);
        deleted.is_none().then(|| Self { texts, company: company.map(str::to_owned) })
    }

    /// Nothing for one added as deleted.
    fn company(touch: &Touch<'_>) -> Option<Self> {
        let [name, website, domain, postcode, city, activity, siren, siret, vat, naf, notes, deleted, phone, phone_norm] =
            std::array::from_fn(|column| touch.text(column));
        let site = [website, domain, phone, phone_norm];
        let texts = [[name].as_slice(), &site, &[postcode, city], &[activity, naf], &[siren, siret, vat], &[notes]].map(joined);
        deleted.is_none().then_some(Self { texts, company: None })
    }
}

/// As the desk is asked for them: [`Words`].
fn joined(parts: &[Option<&str>]) -> String {
    match parts {
        [one] => one.unwrap_or_default().to_owned(),
        parts => parts.iter().map(|part| part.unwrap_or_default()).collect::<Vec<_>>().join(" ").trim_matches(' ').to_owned(),
    }
}

/// Whole segments, until they are many rows. An undo is taken when it has ended: many people at once are taken out more quickly.
fn touched(tx: &Transaction<'_>, after: i64) -> Result<Touched, StoreError> {
    let mut next = tx.prepare_cached(
        "SELECT s.seq, s.operation_id, s.rows, o.state = 'open' AND o.undoes IS NOT NULL, s.items, s.changeset
           FROM desk.journal_segment s JOIN desk.operation o ON o.id = s.operation_id WHERE s.seq > ?1 ORDER BY s.seq",
    )?;
    let mut company = tx.prepare_cached("SELECT id FROM desk.person WHERE company_id = ?1")?;
    let mut point = tx.prepare_cached("SELECT person_id, company_id FROM desk.contact_point WHERE id = ?1")?;
    let mut with_person = tx.prepare_cached("SELECT id FROM desk.opportunity WHERE person_id = ?1")?;
    let mut with_company = tx.prepare_cached("SELECT id FROM desk.opportunity WHERE company_id = ?1")?;
    let mut touched = Touched {
        people: BTreeMap::new(),
        companies: BTreeMap::new(),
        opportunities: BTreeSet::new(),
        notes: BTreeSet::new(),
        files: BTreeSet::new(),
        last: None,
        more: false,
    };
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
        journal::for_each_touched(bytes(5)?, bytes(4)?, &WATCHED, |touch| {
            // Somebody new is in no opportunity that was there before.
            let with = match (touch.table, touch.kind) {
                (_, Kind::Insert) => None,
                ("person", _) => Some(&mut with_person),
                ("company", _) => Some(&mut with_company),
                _ => None,
            };
            if let Some(with) = with {
                for opportunity in with.query_map([touch.key], |row| row.get(0))? {
                    touched.opportunities.insert(opportunity?);
                }
            }
            match (touch.table, touch.kind) {
                ("person", Kind::Insert) => note_added(&mut touched.people, touch.key, || Added::person(&touch)),
                ("person", _) => drop(touched.people.insert(touch.key.to_owned(), None)),
                ("company", Kind::Insert) => note_added(&mut touched.companies, touch.key, || Added::company(&touch)),
                ("company", kind) => {
                    touched.companies.insert(touch.key.to_owned(), None);
                    // The name is a word of the people there too.
                    if kind == Kind::Update && touch.text(0).is_some() {
                        for person in company.query_map([touch.key], |row| row.get(0))? {
                            touched.people.insert(person?, None);
                        }
                    }
                }
                ("contact_point", kind) => {
                    // Whose a changed one is, the desk says; of one that is gone, the segment.
                    let of: (Option<String>, Option<String>) = match kind {
                        Kind::Delete => (touch.was(POINT_PERSON).map(str::to_owned), touch.was(POINT_COMPANY).map(str::to_owned)),
                        _ => point.query_row([touch.key], |row| Ok((row.get(0)?, row.get(1)?))).optional()?.unwrap_or_default(),
                    };
                    touched.people.extend(of.0.map(|person| (person, None)));
                    touched.companies.extend(of.1.map(|company| (company, None)));
                }
                ("opportunity", _) => drop(touched.opportunities.insert(touch.key.to_owned())),
                // Most new lines say what happened, not what somebody wrote.
                ("activity", Kind::Insert) if !touch.text(0).is_some_and(|data| data.contains("\"text\"")) => {}
                ("activity", _) => drop(touched.notes.insert(touch.key.to_owned())),
                // Whose it is stands first in its key.
                ("person_value", _) => drop(touched.people.insert(touch.key.to_owned(), None)),
                ("company_value", _) => drop(touched.companies.insert(touch.key.to_owned(), None)),
                ("opportunity_value", _) => drop(touched.opportunities.insert(touch.key.to_owned())),
                ("custom_field", kind) if kind != Kind::Insert => touched.with_field(tx, touch.key)?,
                ("file", _) => drop(touched.files.insert(touch.key.to_owned())),
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

/// What is said of a row that was added; nothing once it is touched again.
fn note_added(touched: &mut BTreeMap<String, Option<Added>>, key: &str, added: impl FnOnce() -> Option<Added>) {
    match touched.entry(key.to_owned()) {
        Entry::Vacant(new) => drop(new.insert(added())),
        Entry::Occupied(mut known) => drop(known.insert(None)),
    }
}
