//! The statements that bring the words of one person, company or opportunity up to date.

use super::follow::Added;
use super::{COMPANY_TABLES, OPPORTUNITY_TABLES, TABLES, TEXT_TABLES};
use crate::StoreError;
use domain::text::spell_out;
use rusqlite::{CachedStatement, OptionalExtension, Row, Transaction};
use std::collections::HashMap;

/// How many columns either kind of row has in the word tables.
pub(super) const COLUMNS: usize = 6;

/// Where a person's company stands among them.
const COMPANY: usize = 1;

/// The words of people, companies and opportunities.
pub(super) struct Words<'c> {
    person: CachedStatement<'c>,
    people: Docs<'c, COLUMNS>,
    company: CachedStatement<'c>,
    companies: Docs<'c, COLUMNS>,
    opportunity: CachedStatement<'c>,
    opportunities: Docs<'c, COLUMNS>,
    pub(super) texts: Docs<'c, 2>,
    name_of: CachedStatement<'c>,
    row_of_person: CachedStatement<'c>,
    row_of_company: CachedStatement<'c>,
    /// Names of companies asked for already, by id.
    names: HashMap<String, String>,
}

/// Rows of two word tables, and whose they are: those of records are numbered as in the desk, so that a list needs no look at them.
pub(super) struct Docs<'c, const N: usize> {
    doc: CachedStatement<'c>,
    add: CachedStatement<'c>,
    take: CachedStatement<'c>,
    forget: CachedStatement<'c>,
    remove: [CachedStatement<'c>; 2],
    insert: [CachedStatement<'c>; 2],
}

/// What a record has in the seller's own fields, but for days and for yes or no, which nobody types into a search: behind its notes.
fn own(record: &str, row: &str) -> String {
    format!(
        "coalesce((SELECT ' ' || group_concat(v.value, ' ') FROM desk.{record}_value v JOIN desk.custom_field f ON f.id = v.field_id
            WHERE v.{record}_id = {row}.id AND f.deleted_at IS NULL AND f.kind IN ('text', 'number', 'choice', 'choices', 'money', 'link')), '')"
    )
}

impl<'c> Words<'c> {
    pub(super) fn of(tx: &'c Transaction<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            person: tx.prepare_cached(&format!(
                "SELECT trim(p.first_name || ' ' || p.last_name), coalesce(c.name, ''), p.title,
                        trim(p.email || ' ' || p.phone || ' ' || p.phone_norm || ' ' || coalesce((SELECT group_concat(
                          CASE t.kind WHEN 'address' THEN t.norm ELSE t.value || ' ' || t.norm END, ' ')
                          FROM desk.contact_point t WHERE t.person_id = p.id AND t.deleted_at IS NULL), '')),
                        p.location, p.notes || {}, p.rowid
                   FROM desk.person p LEFT JOIN desk.company c ON c.id = p.company_id WHERE p.id = ?1 AND p.deleted_at IS NULL",
                own("person", "p")
            ))?,
            people: Docs::of(tx, ("search_doc", "person_id"), TABLES, "name, company, title, email, location, notes")?,
            company: tx.prepare_cached(&format!(
                "SELECT name,
                        trim(website || ' ' || domain || ' ' || phone || ' ' || phone_norm || ' ' || coalesce((SELECT group_concat(
                          CASE t.kind WHEN 'address' THEN t.norm ELSE t.value || ' ' || t.norm END, ' ')
                          FROM desk.contact_point t WHERE t.company_id = company.id AND t.deleted_at IS NULL), '')),
                        trim(postcode || ' ' || city), trim(activity || ' ' || naf),
                        trim(siren || ' ' || siret || ' ' || vat), notes || {}, rowid
                   FROM desk.company WHERE id = ?1 AND deleted_at IS NULL",
                own("company", "company")
            ))?,
            companies: Docs::of(tx, ("company_doc", "company_id"), COMPANY_TABLES, "name, site, place, activity, numbers, notes")?,
            opportunity: tx.prepare_cached(&format!(
                "SELECT o.name, coalesce(c.name, ''),
                        coalesce(trim(p.first_name || ' ' || p.last_name), ''),
                        o.next_step, trim(o.source || ' ' || o.competitor), o.notes || {}, o.rowid
                   FROM desk.opportunity o LEFT JOIN desk.company c ON c.id = o.company_id AND c.deleted_at IS NULL
                        LEFT JOIN desk.person p ON p.id = o.person_id AND p.deleted_at IS NULL
                  WHERE o.id = ?1 AND o.deleted_at IS NULL",
                own("opportunity", "o")
            ))?,
            opportunities: Docs::of(
                tx,
                ("opportunity_doc", "opportunity_id"),
                OPPORTUNITY_TABLES,
                "name, company, person, step, origin, notes",
            )?,
            texts: Docs::of(tx, ("text_doc", "text_id"), TEXT_TABLES, "title, body")?,
            name_of: tx.prepare_cached("SELECT name FROM desk.company WHERE id = ?1")?,
            row_of_person: tx.prepare_cached("SELECT rowid FROM desk.person WHERE id = ?1")?,
            row_of_company: tx.prepare_cached("SELECT rowid FROM desk.company WHERE id = ?1")?,
            names: HashMap::new(),
        })
    }

    /// Puts the words of somebody in whom a segment added.
    pub(super) fn add(&mut self, tx: &Transaction<'_>, person: &str, added: &Added) -> Result<(), StoreError> {
        let company = match &added.company {
            None => "",
            Some(id) => {
                if !self.names.contains_key(id) {
                    let name = self.name_of.query_row([id], |row| row.get(0)).optional()?.unwrap_or_default();
                    self.names.insert(id.clone(), name);
                }
                self.names.get(id).map_or("", String::as_str)
            }
        };
        let mut texts = added.texts.each_ref().map(String::as_str);
        texts[COMPANY] = company;
        let row: Option<i64> = self.row_of_person.query_row([person], |row| row.get(0)).optional()?;
        self.people.renew(tx, person, row.map(|row| (Some(row), texts)))
    }

    /// Takes the words a person had out and puts those they have in. Somebody deleted is not found.
    pub(super) fn renew(&mut self, tx: &Transaction<'_>, person: &str) -> Result<(), StoreError> {
        let mut rows = self.person.query([person])?;
        let row = rows.next()?;
        self.people.renew(tx, person, row.map(put).transpose()?)
    }

    /// Puts the words of a company in which a segment added.
    pub(super) fn add_company(&mut self, tx: &Transaction<'_>, company: &str, added: &Added) -> Result<(), StoreError> {
        let row: Option<i64> = self.row_of_company.query_row([company], |row| row.get(0)).optional()?;
        self.companies.renew(tx, company, row.map(|row| (Some(row), added.texts.each_ref().map(String::as_str))))
    }

    /// [`Words::renew`] for a company.
    pub(super) fn renew_company(&mut self, tx: &Transaction<'_>, company: &str) -> Result<(), StoreError> {
        let mut rows = self.company.query([company])?;
        let row = rows.next()?;
        self.companies.renew(tx, company, row.map(put).transpose()?)
    }

    /// The same for an opportunity.
    pub(super) fn renew_opportunity(&mut self, tx: &Transaction<'_>, opportunity: &str) -> Result<(), StoreError> {
        let mut rows = self.opportunity.query([opportunity])?;
        let row = rows.next()?;
        self.opportunities.renew(tx, opportunity, row.map(put).transpose()?)
    }
}

impl<'c, const N: usize> Docs<'c, N> {
    fn of(tx: &'c Transaction<'_>, (docs, key): (&str, &str), tables: [&str; 2], columns: &str) -> Result<Self, StoreError> {
        let remove = |table: &str| tx.prepare_cached(&format!("DELETE FROM {table} WHERE rowid = ?1"));
        let marks = vec!["?"; N + 1].join(", ");
        let insert = |table: &str| tx.prepare_cached(&format!("INSERT INTO {table} (rowid, {columns}) VALUES ({marks})"));
        let [words, parts] = tables;
        Ok(Self {
            doc: tx.prepare_cached(&format!("SELECT doc FROM {docs} WHERE {key} = ?1"))?,
            add: tx.prepare_cached(&format!("INSERT INTO {docs} (doc, {key}) VALUES (?1, ?2) ON CONFLICT (doc) DO NOTHING"))?,
            take: tx.prepare_cached(&format!("UPDATE {docs} SET {key} = ?2 WHERE doc = ?1"))?,
            forget: tx.prepare_cached(&format!("DELETE FROM {docs} WHERE doc = ?1"))?,
            remove: [remove(words)?, remove(parts)?],
            insert: [insert(words)?, insert(parts)?],
        })
    }

    /// Takes the words a row had out, and puts those it has in, if it has any: under the number its row has in the desk, or under any.
    pub(super) fn renew(&mut self, tx: &Transaction<'_>, id: &str, put: Option<(Option<i64>, [&str; N])>) -> Result<(), StoreError> {
        let before: Option<i64> = self.doc.query_row([id], |row| row.get(0)).optional()?;
        if let Some(doc) = before {
            self.remove(doc)?;
        }
        let Some((row, texts)) = put else {
            return before.map_or(Ok(()), |doc| Ok(self.forget.execute([doc]).map(drop)?));
        };
        let doc = match (row, before) {
            (row, Some(doc)) if row.is_none_or(|row| row == doc) => doc,
            (row, before) => {
                if let Some(left) = before {
                    self.forget.execute([left])?;
                }
                self.number(tx, id, row)?
            }
        };
        self.put_in(doc, texts)
    }

    /// Gives somebody new a number. Whoever had it has left the desk, and the desk gave it again.
    fn number(&mut self, tx: &Transaction<'_>, id: &str, row: Option<i64>) -> Result<i64, StoreError> {
        if self.add.execute((row, id))? > 0 {
            return Ok(row.unwrap_or_else(|| tx.last_insert_rowid()));
        }
        let row = row.unwrap_or_default();
        self.remove(row)?;
        self.take.execute((row, id))?;
        Ok(row)
    }

    fn remove(&mut self, doc: i64) -> Result<(), StoreError> {
        self.remove.iter_mut().try_for_each(|remove| remove.execute([doc]).map(drop)).map_err(StoreError::from)
    }

    /// Puts words in, spelled out as what is asked for is. One statement a row: FTS5 writes its terms out when a statement of several rows
    /// begins, and each time it does makes one more piece to be merged.
    fn put_in(&mut self, doc: i64, texts: [&str; N]) -> Result<(), StoreError> {
        let texts = texts.map(spell_out);
        for insert in &mut self.insert {
            insert.raw_bind_parameter(1, doc)?;
            for (column, text) in (2_usize..).zip(&texts) {
                insert.raw_bind_parameter(column, text.as_ref())?;
            }
            insert.raw_execute()?;
        }
        Ok(())
    }
}

/// What a row of one of the questions above says: its number, and its words.
fn put<'r>(row: &'r Row<'_>) -> Result<(Option<i64>, [&'r str; COLUMNS]), StoreError> {
    let text = |at: usize| row.get_ref(at).and_then(|value| Ok(value.as_str()?));
    Ok((row.get(COLUMNS)?, [text(0)?, text(1)?, text(2)?, text(3)?, text(4)?, text(5)?]))
}
