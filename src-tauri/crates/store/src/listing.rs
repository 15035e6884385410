//! Lists the seller searches, filters and scrolls: people, companies, opportunities. One way to ask for a page, for all ids, for how many there are.

use crate::values::Id;
use crate::{Read, StoreError, search, settings};
use chrono::{NaiveDate, Offset};
use domain::views::filters::FilterGroup;
use rusqlite::{OptionalExtension, Row, params_from_iter};
use uuid::Uuid;

/// From how many matches on the list is walked in its order until a page is full; with fewer, the matches are fetched and sorted.
const MANY: u32 = 3_000;
/// From this row on a page is looked up in the order of its list.
const FAR: u32 = 2_000;
/// Most rows of a page.
const MOST: u32 = 500;

/// A table that is listed, with its two word tables. Names of this crate alone.
pub(crate) struct Listed {
    /// The table.
    pub(crate) table: &'static str,
    /// What conditions and orders call it.
    pub(crate) alias: &'static str,
    /// Which row of the word tables is whose.
    pub(crate) docs: &'static str,
    /// Its column with the id.
    pub(crate) key: &'static str,
    /// Words by their beginnings.
    pub(crate) words: &'static str,
    /// Parts of words.
    pub(crate) parts: &'static str,
    /// The words there are.
    pub(crate) vocabulary: &'static str,
}

/// The condition of a query, with its values in order. Everything the seller typed is a value, never SQL.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(crate) struct Condition {
    /// Parts joined by "and"; each begins with ` AND `.
    sql: String,
    /// Values of the question marks.
    values: Vec<String>,
    /// A table the parts, or the order, need beside the list's own.
    pub(crate) join: String,
    /// A table in whose order the list is walked: its rows first, and of each the list's own. Every row of the list belongs to one of them.
    pub(crate) lead: Option<Lead>,
    /// The search text; its values are not among these.
    text: Option<Words>,
    /// Nothing answers to the text as it was typed: these words are nearly it.
    near: bool,
}

/// A table whose rows come in the order a list is walked in. SQL of this crate alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Lead {
    /// The table with its alias.
    pub(crate) table: &'static str,
    /// Which rows of the list belong to one of it.
    pub(crate) on: &'static str,
    /// Its order.
    pub(crate) order: &'static str,
}

/// What the search box asks of the two word tables.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Words {
    /// Words by their beginnings.
    pub(crate) words: Option<String>,
    /// Parts of words.
    pub(crate) parts: Option<String>,
}

impl Words {
    /// What a text asks.
    pub(crate) fn of(text: &str) -> Self {
        Self { words: search::words_query(text), parts: search::parts_query(text) }
    }

    fn ask_nothing(&self) -> bool {
        self.words.is_none() && self.parts.is_none()
    }

    fn values(&self) -> Vec<String> {
        self.words.iter().chain(&self.parts).cloned().collect()
    }
}

impl Condition {
    /// Whether it asks for words that are nearly those that were typed.
    pub(crate) fn is_near(&self) -> bool {
        self.near
    }

    /// The condition of one question to the word tables.
    fn of_words(words: Words) -> Self {
        Self { text: Some(words), ..Self::default() }
    }

    /// Adds what a query asks beside its words: parts, and groups of parts.
    pub(crate) fn ask<C>(&mut self, any: bool, filters: &[C], groups: &[FilterGroup<C>], add: impl Fn(&mut Self, &C)) {
        let one = |clause: &C| {
            let mut part = Self::default();
            add(&mut part, clause);
            part
        };
        let grouped = groups.iter().map(|group| Self::joined(group.filters.iter().map(one), group.any, group.not));
        let all = Self::joined(filters.iter().map(one).chain(grouped), any, false);
        self.sql.push_str(&all.sql);
        self.values.extend(all.values);
    }

    /// Several conditions as one; those that ask nothing are left out.
    fn joined(parts: impl Iterator<Item = Self>, any: bool, not: bool) -> Self {
        let (mut sqls, mut values) = (Vec::new(), Vec::new());
        for part in parts {
            if let Some(sql) = part.sql.strip_prefix(" AND ") {
                sqls.push(format!("({sql})"));
                values.extend(part.values);
            }
        }
        let mut condition = Self::default();
        if !sqls.is_empty() {
            let sql = sqls.join(if any { " OR " } else { " AND " });
            // What is not known does not hold: its opposite does.
            condition.push(
                &if not {
                    format!("NOT coalesce(({sql}), 0)")
                } else if any {
                    format!("({sql})")
                } else {
                    sql
                },
                values,
            );
        }
        condition
    }

    /// Adds tables, and the values of an order by them, which come behind all others.
    pub(crate) fn ordered_by(&mut self, join: &str, values: &[String]) {
        self.join.push(' ');
        self.join.push_str(join);
        self.values.extend_from_slice(values);
    }

    /// Adds a part.
    pub(crate) fn push(&mut self, sql: &str, values: impl IntoIterator<Item = String>) {
        self.sql.push_str(" AND ");
        self.sql.push_str(sql);
        self.values.extend(values);
    }
}

impl Listed {
    /// The condition of what is typed in the search box. Where nothing at all answers to it, perhaps a letter is wrong: then it is that of the words
    /// that are nearly those. Where very many begin like it, nobody looks for those who only have it in the middle of a word.
    pub(crate) fn typed(&self, read: &Read<'_>, text: &str) -> Result<Condition, StoreError> {
        if text.trim().is_empty() {
            return Ok(Condition::default());
        }
        let words = Words::of(text);
        if words.parts.is_some() && words.words.is_some() {
            let begin = Words { words: words.words.clone(), parts: None };
            if self.some(read, &begin)? >= MANY {
                return Ok(Condition::of_words(begin));
            }
        }
        let some = || number(read, &format!("SELECT EXISTS ({})", self.rows(&words, "UNION ALL")), &words.values());
        if !words.ask_nothing()
            && some()? == 0
            && let Some(near) = search::near_query(read, self.vocabulary, text)?
        {
            return Ok(Condition { near: true, ..Condition::of_words(Words { words: Some(near), parts: None }) });
        }
        Ok(Condition::of_words(words))
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
        let mut ids = match self.far(read, condition, order, (offset, limit + 1))? {
            Some(ids) => ids,
            None => self.select(read, condition, order, Some((offset, limit + 1)))?,
        };
        let last = ids.len() <= limit as usize;
        ids.truncate(limit as usize);
        Ok((ids, last))
    }

    /// Ids of all rows that match, in order.
    pub(crate) fn ids(&self, read: &Read<'_>, condition: &Condition, order: &str) -> Result<Vec<Uuid>, StoreError> {
        self.select(read, condition, order, None)
    }

    /// How many rows match, and how many there are.
    pub(crate) fn count(&self, read: &Read<'_>, condition: &Condition) -> Result<(u32, u32), StoreError> {
        let total = self.total(read)?;
        let matching = match (&condition.text, condition.sql.is_empty()) {
            (None, true) => total,
            (Some(text), _) if text.ask_nothing() => 0,
            // Removed rows are in neither word table.
            (Some(text), true) => number(read, &format!("SELECT count(*) FROM ({})", self.rows(text, "UNION")), &text.values())?,
            (text, false) => {
                let (from, mut values) = self.from(text.as_ref(), false, None);
                values.extend(condition.values.iter().cloned());
                let (alias, join, sql) = (self.alias, &condition.join, &condition.sql);
                number(read, &format!("SELECT count(*) FROM {from} {join} WHERE {alias}.deleted_at IS NULL{sql}"), &values)?
            }
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
        let (from, mut values) = self.from(condition.text.as_ref(), false, None);
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
        let everything = Words::of(text);
        let Some(query) = everything.words.clone() else { return Ok(Vec::new()) };
        let named = Words { words: Some(format!("{{name}} : ({query})")), parts: None };
        let mut found: Vec<Uuid> = Vec::new();
        for part in [named, everything] {
            for id in self.select(read, &Condition::of_words(part), order, Some((0, limit)))? {
                if found.len() < limit as usize && !found.contains(&id) {
                    found.push(id);
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
            found = self.select(read, &Condition::of_words(Words { words: Some(near), parts: None }), order, Some((0, limit)))?;
        }
        Ok(found)
    }

    /// A page far down a list, looked up in its order; `None` where it is not far, or no order is to be had.
    fn far(
        &self,
        read: &Read<'_>,
        condition: &Condition,
        order: &str,
        (offset, limit): (u32, u32),
    ) -> Result<Option<Vec<Uuid>>, StoreError> {
        let Some((orders, began)) = read.orders().filter(|_| offset >= FAR && condition.text.is_none()) else { return Ok(None) };
        let Self { table, alias, .. } = self;
        let sql = format!(
            "SELECT {alias}.rowid FROM {} {} WHERE {alias}.deleted_at IS NULL{} ORDER BY {order}",
            self.walked(condition.lead),
            condition.join,
            condition.sql
        );
        let rows = || {
            let mut statement = read.conn().prepare(&sql)?;
            let rows = statement.query_map(params_from_iter(&condition.values), |row| row.get(0))?;
            rows.collect::<Result<Vec<i64>, _>>().map_err(StoreError::from)
        };
        let Some(rows) = orders.of(&format!("{sql}{:?}", condition.values), began, rows)? else { return Ok(None) };
        let mut id = read.conn().prepare_cached(&format!("SELECT id FROM {table} WHERE rowid = ?1"))?;
        let mut ids = Vec::new();
        for row in rows.iter().skip(offset as usize).take(limit as usize) {
            ids.extend(id.query_row([row], |found| Ok(found.get::<_, Id>(0)?.0)).optional()?);
        }
        Ok(Some(ids))
    }

    fn select(&self, read: &Read<'_>, condition: &Condition, order: &str, window: Option<(u32, u32)>) -> Result<Vec<Uuid>, StoreError> {
        let (from, mut values) = match &condition.text {
            None => self.from(None, false, condition.lead),
            Some(text) if text.ask_nothing() => return Ok(Vec::new()),
            Some(text) => self.from(Some(text), window.is_some() && self.some(read, text)? >= MANY, condition.lead),
        };
        let (alias, join) = (self.alias, &condition.join);
        let mut sql = format!("SELECT {alias}.id FROM {from} {join} WHERE {alias}.deleted_at IS NULL{} ORDER BY {order}", condition.sql);
        values.extend(condition.values.iter().cloned());
        if let Some((offset, limit)) = window {
            sql.push_str(&format!(" LIMIT {limit} OFFSET {offset}"));
        }
        let mut statement = read.conn().prepare(&sql)?;
        let mut rows = statement.query(params_from_iter(values))?;
        let mut ids = Vec::new();
        while let Some(row) = rows.next()? {
            ids.push(row.get::<_, Id>(0)?.0);
        }
        Ok(ids)
    }

    /// How many rows answer to some words, counted up to [`MANY`].
    fn some(&self, read: &Read<'_>, text: &Words) -> Result<u32, StoreError> {
        number(read, &format!("SELECT count(*) FROM (SELECT 1 FROM ({}) LIMIT {MANY})", self.rows(text, "UNION ALL")), &text.values())
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

    /// The tables of a search: the list in its order tested against the matches, or the matches first.
    fn from(&self, text: Option<&Words>, walk: bool, lead: Option<Lead>) -> (String, Vec<String>) {
        let Self { table, alias, docs, key, .. } = self;
        let walked = self.walked(lead);
        let Some(text) = text else { return (walked, Vec::new()) };
        let rows = self.rows(text, "UNION");
        // The plus keeps SQLite from going through all matches for each row it walks past.
        let sql = if walk {
            format!("{walked} CROSS JOIN {docs} d ON d.{key} = {alias}.id AND +d.doc IN ({rows})")
        } else {
            let led = lead.map(|lead| format!(" JOIN {} ON {}", lead.table, lead.on)).unwrap_or_default();
            format!("({rows}) m CROSS JOIN {docs} d ON d.doc = m.rowid CROSS JOIN {table} {alias} ON {alias}.id = d.{key}{led}")
        };
        (sql, text.values())
    }

    fn rows(&self, text: &Words, union: &str) -> String {
        let part = |table: &str| format!("SELECT rowid FROM {table} WHERE {table} MATCH ?");
        let words = text.words.as_ref().map(|_| part(self.words));
        let parts = text.parts.as_ref().map(|_| part(self.parts));
        words.into_iter().chain(parts).collect::<Vec<_>>().join(&format!(" {union} "))
    }
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
