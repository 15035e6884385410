//! Lists the seller searches, filters and scrolls: people, companies, opportunities. One way to ask for a page, for all ids, for how many there are.

mod condition;
mod found;
mod orders;

pub(crate) use condition::{Condition, Lead};

use crate::values::Id;
use crate::{Read, StoreError, search, settings};
use chrono::{NaiveDate, Offset};
use condition::{Rest, Words};
use found::{Found, Matches};
use orders::Orders;
use rusqlite::{OptionalExtension, Row, params_from_iter};
use std::sync::Arc;
use uuid::Uuid;

/// From how many matches on the list is walked in its order until a page is full; with fewer, the matches are fetched and sorted.
const MANY: u32 = 1_500;
/// From how many on the order of the list is gone through where it is kept: a million rows take as long as these are fetched.
const SOME: u32 = 300;
/// Where so many begin like what was typed, nobody looks for those who only have it in the middle of a word.
const ENOUGH: u32 = 100;
/// From this row on a page is looked up in the order of its list.
const FAR: u32 = 2_000;
/// Most rows of a page.
const MOST: u32 = 500;

/// What lists keep between two questions.
#[derive(Default)]
pub(crate) struct Kept {
    /// Orders of long lists.
    pub(crate) orders: Orders,
    /// Answers of the word tables.
    pub(crate) matches: Matches,
}

/// A part of a list: who is asked for in which order, from which row on and how many.
#[derive(Clone, Copy)]
struct Part<'q> {
    condition: &'q Condition,
    order: &'q str,
    offset: u32,
    limit: u32,
}

impl Part<'_> {
    /// This part of all rows, which are in order.
    fn of(&self, rows: impl Iterator<Item = i64>) -> Vec<i64> {
        rows.skip(self.offset as usize).take(self.limit as usize).collect()
    }

    /// This part of what a query answers.
    fn read(&self, read: &Read<'_>, (sql, values): &(String, Vec<String>)) -> Result<Vec<i64>, StoreError> {
        numbers(read, &format!("{sql} LIMIT {} OFFSET {}", self.limit, self.offset), values)
    }
}

/// A table that is listed, with its two word tables, whose rows are numbered as its own. Names of this crate alone.
pub(crate) struct Listed {
    /// The table.
    pub(crate) table: &'static str,
    /// What conditions and orders call it.
    pub(crate) alias: &'static str,
    /// Words by their beginnings.
    pub(crate) words: &'static str,
    /// Parts of words.
    pub(crate) parts: &'static str,
    /// The words there are.
    pub(crate) vocabulary: &'static str,
}

impl Listed {
    /// The condition of what is typed in the search box. Where nothing at all answers to it, perhaps a letter is wrong: then it is that of the words
    /// that are nearly those.
    pub(crate) fn typed(&self, read: &Read<'_>, text: &str) -> Result<Condition, StoreError> {
        if text.trim().is_empty() {
            return Ok(Condition::default());
        }
        let words = self.asked(read, text)?;
        if !words.ask_nothing()
            && self.found(read, &words)?.count() == 0
            && let Some(near) = search::near_query(read, self.vocabulary, text)?
        {
            return Ok(Condition { near: true, ..Condition::of_words(Words { words: Some(near), parts: None }) });
        }
        Ok(Condition::of_words(words))
    }

    /// What a text asks of the word tables: the second one only where not very many begin like it.
    fn asked(&self, read: &Read<'_>, text: &str) -> Result<Words, StoreError> {
        let words = Words::of(text);
        if words.parts.is_some() && words.words.is_some() {
            let begin = Words { words: words.words.clone(), parts: None };
            if self.found(read, &begin)?.count() >= ENOUGH {
                return Ok(begin);
            }
        }
        Ok(words)
    }

    /// Ids of a page of at most 500 rows, and whether it is the last one.
    pub(crate) fn page(
        &self,
        read: &Read<'_>,
        condition: &Condition,
        order: &str,
        (offset, limit): (u32, u32),
    ) -> Result<(Vec<Uuid>, bool), StoreError> {
        let limit = limit.clamp(1, MOST);
        let mut rows = self.rows_of(read, Part { condition, order, offset, limit: limit + 1 })?;
        let last = rows.len() <= limit as usize;
        rows.truncate(limit as usize);
        Ok((self.ids_of(read, &rows)?, last))
    }

    /// Ids of all rows that match, in order.
    pub(crate) fn ids(&self, read: &Read<'_>, condition: &Condition, order: &str) -> Result<Vec<Uuid>, StoreError> {
        let from = match &condition.text {
            Some(text) if text.ask_nothing() => return Ok(Vec::new()),
            Some(text) => self.matches_first(text, condition.lead),
            None => self.walked(condition.lead),
        };
        let all = Part { condition, order, offset: 0, limit: u32::MAX };
        let (sql, values) = self.ordered("id", all, condition.text.as_ref(), (&from, ""));
        let mut statement = read.conn().prepare(&sql)?;
        let ids = statement.query_map(params_from_iter(values), |row| Ok(row.get::<_, Id>(0)?.0))?;
        Ok(ids.collect::<Result<_, _>>()?)
    }

    /// How many rows match, and how many there are.
    pub(crate) fn count(&self, read: &Read<'_>, condition: &Condition) -> Result<(u32, u32), StoreError> {
        let total = self.total(read)?;
        let matching = match (&condition.text, condition.sql.is_empty()) {
            (None, true) => total,
            // Removed rows are in neither word table.
            (Some(text), true) => self.found(read, text)?.count(),
            (_, false) => match self.rows_where(condition, "") {
                Some((rows, values)) => number(read, &format!("SELECT count(*) FROM {rows}"), &values)?,
                None => 0,
            },
        };
        Ok((matching, total))
    }

    /// What matching rows come to together, group by group: `what` is asked of each group. All three are SQL of this crate.
    pub(crate) fn gather<T>(
        &self,
        read: &Read<'_>,
        condition: &Condition,
        what: &str,
        groups: &str,
        mut each: impl FnMut(&Row<'_>) -> Result<T, StoreError>,
    ) -> Result<Vec<T>, StoreError> {
        let Some((rows, values)) = self.rows_where(condition, "") else { return Ok(Vec::new()) };
        let sql = format!("SELECT {what} FROM {rows} GROUP BY {groups}");
        let mut statement = read.conn().prepare(&sql)?;
        let mut rows = statement.query(params_from_iter(values))?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(each(row)?);
        }
        Ok(found)
    }

    /// The rows that match, as what follows `FROM`, with its values; none where nothing can match. `more` is joined to them.
    pub(crate) fn rows_where(&self, condition: &Condition, more: &str) -> Option<(String, Vec<String>)> {
        if condition.text.as_ref().is_some_and(Words::ask_nothing) {
            return None;
        }
        let from = match &condition.text {
            Some(text) => self.matches_first(text, None),
            None => self.walked(None),
        };
        let mut values = condition.text.as_ref().map_or_else(Vec::new, Words::values);
        values.extend(condition.values.iter().cloned());
        let (alias, join) = (self.alias, &condition.join);
        Some((format!("{from} {join} {more} WHERE {alias}.deleted_at IS NULL{}", condition.sql), values))
    }

    /// How many rows there are.
    pub(crate) fn total(&self, read: &Read<'_>) -> Result<u32, StoreError> {
        // An index that leaves the removed ones out does not tell that it does: each row would be read for it.
        let sql = "SELECT (SELECT count(*) FROM {table}) - (SELECT count(*) FROM {table} WHERE deleted_at IS NOT NULL)";
        number(read, &sql.replace("{table}", self.table), &[])
    }

    /// Rows that answer to some words: those whose name does first, then the others; each part in the order given.
    pub(crate) fn search(&self, read: &Read<'_>, text: &str, order: &str, limit: u32) -> Result<Vec<Uuid>, StoreError> {
        let limit = limit.clamp(1, 50);
        let everything = self.asked(read, text)?;
        let Some(query) = everything.words.clone() else { return Ok(Vec::new()) };
        let named = Words { words: Some(format!("{{name}} : ({query})")), parts: None };
        let mut found: Vec<i64> = Vec::new();
        for part in [named, everything] {
            for row in self.rows_of(read, Part { condition: &Condition::of_words(part), order, offset: 0, limit })? {
                if found.len() < limit as usize && !found.contains(&row) {
                    found.push(row);
                }
            }
            if found.len() >= limit as usize {
                break;
            }
        }
        // Nobody answers: perhaps a letter is wrong.
        if found.is_empty()
            && let Some(near) = search::near_query(read, self.vocabulary, text)?
        {
            let condition = Condition::of_words(Words { words: Some(near), parts: None });
            found = self.rows_of(read, Part { condition: &condition, order, offset: 0, limit })?;
        }
        self.ids_of(read, &found)
    }

    /// Rows of a part, by their numbers.
    fn rows_of(&self, read: &Read<'_>, part: Part<'_>) -> Result<Vec<i64>, StoreError> {
        match &part.condition.text {
            Some(text) if text.ask_nothing() => Ok(Vec::new()),
            Some(text) => self.matches_of(read, text, part),
            None => self.all_of(read, part),
        }
    }

    /// Part of a list without a search. It is looked up in the order of the whole, where that is kept; that is made where a page needs it: far
    /// down the list, or where no index has that order.
    fn all_of(&self, read: &Read<'_>, part: Part<'_>) -> Result<Vec<i64>, StoreError> {
        let whole = self.whole(part);
        if let Some(rows) = self.kept_order(read, &whole, || Ok(part.offset >= FAR || !has_index(read, &whole.0)?))? {
            return Ok(part.of(rows.iter().copied()));
        }
        let rows = part.read(read, &whole)?;
        // Everybody was looked at for these few.
        if let Some((kept, began)) = read.kept()
            && part.offset == 0
            && rows.len() < part.limit as usize
        {
            kept.orders.keep(name_of(&whole), began, rows.as_slice().into());
        }
        Ok(rows)
    }

    /// Part of what a search finds. Where the order of the whole list is kept, it is only gone through; else it is walked in the index that has it,
    /// or few matches are fetched and sorted.
    fn matches_of(&self, read: &Read<'_>, text: &Words, part: Part<'_>) -> Result<Vec<i64>, StoreError> {
        let found = self.found(read, text)?;
        let (whole, condition) = (self.whole(part), part.condition);
        // The order is made where that takes no longer than sorting what was found.
        let is_worth_it = || Ok(found.count() >= MANY && condition.sql.is_empty() && (found.are_most() || has_index(read, &whole.0)?));
        if found.count() >= SOME
            && let Some(rows) = self.kept_order(read, &whole, is_worth_it)?
        {
            return Ok(part.of(rows.iter().copied().filter(|row| found.has(*row))));
        }
        let (from, matching) = if found.count() >= MANY && has_index(read, &whole.0)? {
            // The plus keeps SQLite from going through all matches for each row it walks past.
            (self.walked(condition.lead), format!("+{}.rowid IN ({}) AND ", self.alias, self.rows(text, "UNION")))
        } else {
            (self.matches_first(text, condition.lead), String::new())
        };
        part.read(read, &self.ordered("rowid", part, Some(text), (&from, &matching)))
    }

    /// The order of a whole list where it is kept, or made because `is_worth_it`.
    fn kept_order(
        &self,
        read: &Read<'_>,
        whole: &(String, Vec<String>),
        is_worth_it: impl FnOnce() -> Result<bool, StoreError>,
    ) -> Result<Option<Arc<[i64]>>, StoreError> {
        let Some((kept, began)) = read.kept() else { return Ok(None) };
        let name = name_of(whole);
        match kept.orders.get(&name) {
            None if is_worth_it()? => kept.orders.made(name, began, || numbers(read, &whole.0, &whole.1)),
            order => Ok(order),
        }
    }

    /// Ids of rows by their numbers.
    fn ids_of(&self, read: &Read<'_>, rows: &[i64]) -> Result<Vec<Uuid>, StoreError> {
        let mut id = read.conn().prepare_cached(&format!("SELECT id FROM {} WHERE rowid = ?1", self.table))?;
        let mut ids = Vec::new();
        for row in rows {
            ids.extend(id.query_row([row], |found| Ok(found.get::<_, Id>(0)?.0)).optional()?);
        }
        Ok(ids)
    }

    /// The numbers of all rows in order, those a search would leave out too, as SQL with its values.
    fn whole(&self, part: Part<'_>) -> (String, Vec<String>) {
        self.ordered("rowid", part, None, (&self.walked(part.condition.lead), ""))
    }

    /// One column of the rows that match, in order, as SQL with its values.
    fn ordered(
        &self,
        column: &str,
        Part { condition, order, .. }: Part<'_>,
        text: Option<&Words>,
        (from, matching): (&str, &str),
    ) -> (String, Vec<String>) {
        let Self { table, alias, .. } = self;
        let Condition { sql, join, rest, .. } = condition;
        let one =
            format!("SELECT {alias}.{column} AS it FROM {from} {join} WHERE {matching}{alias}.deleted_at IS NULL{sql} ORDER BY {order}");
        let sql = match rest {
            // Only with a limit does the order of a part hold in the whole.
            Some(Rest { which, order }) => format!(
                "SELECT it FROM ({one} LIMIT -1) UNION ALL SELECT it FROM (
                   SELECT {alias}.{column} AS it FROM {table} {alias} WHERE {alias}.deleted_at IS NULL AND {which} ORDER BY {order} LIMIT -1)"
            ),
            None => one,
        };
        let mut values = text.map_or_else(Vec::new, Words::values);
        values.extend(condition.values.iter().cloned());
        (sql, values)
    }

    /// Which rows answer to some words.
    fn found(&self, read: &Read<'_>, text: &Words) -> Result<Arc<Found>, StoreError> {
        Matches::of(read, [self.words, self.parts], text)
    }

    /// The list's own table, walked in the order of the one that leads it.
    fn walked(&self, lead: Option<Lead>) -> String {
        let Self { table, alias, .. } = self;
        match lead {
            // The plan is told: each row of the first table, and behind it the index of the list on what belongs to it.
            Some(lead) => format!("{} CROSS JOIN {table} {alias} ON {}", lead.table, lead.on),
            None => format!("{table} {alias}"),
        }
    }

    /// The tables of a search, the matches first.
    fn matches_first(&self, text: &Words, lead: Option<Lead>) -> String {
        let Self { table, alias, .. } = self;
        let led = lead.map(|lead| format!(" JOIN {} ON {}", lead.table, lead.on)).unwrap_or_default();
        format!("({}) m CROSS JOIN {table} {alias} ON {alias}.rowid = m.rowid{led}", self.rows(text, "UNION"))
    }

    fn rows(&self, text: &Words, union: &str) -> String {
        let part = |table: &str| format!("SELECT rowid FROM {table} WHERE {table} MATCH ?");
        let words = text.words.as_ref().map(|_| part(self.words));
        let parts = text.parts.as_ref().map(|_| part(self.parts));
        words.into_iter().chain(parts).collect::<Vec<_>>().join(&format!(" {union} "))
    }
}

/// Whether the rows of a query come in their order, at least in that of its first terms, without all of them being sorted.
fn has_index(read: &Read<'_>, sql: &str) -> Result<bool, StoreError> {
    let mut plan = read.conn().prepare(&format!("EXPLAIN QUERY PLAN {sql}"))?;
    let mut steps = plan.raw_query();
    while let Some(step) = steps.next()? {
        if step.get_ref("detail")?.as_str().is_ok_and(|detail| detail.contains("TEMP B-TREE FOR ORDER BY")) {
            return Ok(false);
        }
    }
    Ok(true)
}

/// What an order is kept under: the query with its values.
fn name_of((sql, values): &(String, Vec<String>)) -> String {
    format!("{sql}{values:?}")
}

fn numbers(read: &Read<'_>, sql: &str, values: &[String]) -> Result<Vec<i64>, StoreError> {
    let mut statement = read.conn().prepare(sql)?;
    let rows = statement.query_map(params_from_iter(values), |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn number(read: &Read<'_>, sql: &str, values: &[String]) -> Result<u32, StoreError> {
    Ok(read.conn().prepare(sql)?.query_row(params_from_iter(values), |row| row.get(0))?)
}

/// Today where the desk is: what `today` in a filter means.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Today {
    /// Its day.
    pub(crate) day: NaiveDate,
    /// How far its clocks are ahead of UTC now.
    pub(crate) minutes: i32,
}

/// Today where the desk is.
pub(crate) fn today(read: &Read<'_>) -> Result<Today, StoreError> {
    let zone = settings::load(read)?.zone();
    let now = read.now().with_timezone(&zone);
    Ok(Today { day: now.date_naive(), minutes: now.offset().fix().local_minus_utc() / 60 })
}
