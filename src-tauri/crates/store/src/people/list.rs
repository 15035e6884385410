use super::filter::{Condition, Words};
use super::view::views;
use crate::values::Id;
use crate::{Read, StoreError, search as words};
use domain::views::people::{PeopleCount, PeoplePage, PeopleQuery, PeopleRows, PersonRow, PersonSort};
use rusqlite::params_from_iter;
use uuid::Uuid;

/// Rank of a status in its own order; the index `person_status` is on this very expression.
pub(super) const STATUS_RANK: &str = "(CASE p.status WHEN 'new' THEN 0 WHEN 'contacted' THEN 1 WHEN 'interested' THEN 2 WHEN 'qualified' THEN 3 \
     WHEN 'converted' THEN 4 WHEN 'lost' THEN 5 ELSE 6 END)";

/// From how many matches on the list is walked in its order until a page is full; with fewer, the matches are fetched and sorted.
const MANY: u32 = 3_000;
/// Most rows of a page.
const MOST: u32 = 500;

/// Some rows of a list.
pub fn page(read: &Read<'_>, page: &PeoplePage) -> Result<PeopleRows, StoreError> {
    let limit = page.limit.clamp(1, MOST);
    let mut ids = select(read, &page.query, Some((page.offset, limit + 1)))?;
    let last = ids.len() <= limit as usize;
    ids.truncate(limit as usize);
    Ok(PeopleRows { rows: views(read, &ids)?, last })
}

/// Ids of all people that match, in the order asked for.
pub fn ids(read: &Read<'_>, query: &PeopleQuery) -> Result<Vec<Uuid>, StoreError> {
    select(read, query, None)
}

/// How many people match, and how many there are.
pub fn count(read: &Read<'_>, query: &PeopleQuery) -> Result<PeopleCount, StoreError> {
    let condition = Condition::of(query);
    let total = total(read)?;
    let matching = match (&condition.text, condition.sql.is_empty()) {
        (None, true) => total,
        (Some(Words { words: None, parts: None }), _) => 0,
        // Removed people are in neither word table.
        (Some(text), true) => number(read, &format!("SELECT count(*) FROM ({})", text.rows("UNION")), &text.values())?,
        (text, false) => {
            let (from, mut values) = from(text.as_ref(), false);
            values.extend(condition.values.iter().cloned());
            let sql =
                format!("SELECT count(*) FROM {from} {} WHERE p.deleted_at IS NULL{}", join_company(condition.company), condition.sql);
            number(read, &sql, &values)?
        }
    };
    Ok(PeopleCount { matching, total })
}

/// How many people there are.
pub fn total(read: &Read<'_>) -> Result<u32, StoreError> {
    number(read, "SELECT count(*) FROM person WHERE deleted_at IS NULL", &[])
}

/// Whether there is anybody who is not invented.
pub fn anybody(read: &Read<'_>) -> Result<bool, StoreError> {
    Ok(number(read, "SELECT EXISTS (SELECT 1 FROM person WHERE deleted_at IS NULL AND NOT sample)", &[])? == 1)
}

/// People that answer to some words: those whose name does first, then the others; each part by name.
pub fn search(read: &Read<'_>, text: &str, limit: u32) -> Result<Vec<PersonRow>, StoreError> {
    let limit = limit.clamp(1, 50);
    let everything = Words { words: words::words_query(text), parts: words::parts_query(text) };
    let Some(query) = everything.words.clone() else { return Ok(Vec::new()) };
    let named = Words { words: Some(format!("{{name}} : ({query})")), parts: None };
    let mut found: Vec<Uuid> = Vec::new();
    for part in [named, everything] {
        for id in matching(read, &part, &Condition::default(), "p.sort_name, p.rowid", Some((0, limit)))? {
            if found.len() < limit as usize && !found.contains(&id) {
                found.push(id);
            }
        }
        if found.len() >= limit as usize {
            break;
        }
    }
    views(read, &found)
}

fn select(read: &Read<'_>, query: &PeopleQuery, window: Option<(u32, u32)>) -> Result<Vec<Uuid>, StoreError> {
    let mut condition = Condition::of(query);
    condition.company |= query.sort == PersonSort::Company;
    let order = order(query.sort, query.descending);
    match condition.text.clone() {
        Some(text) => matching(read, &text, &condition, &order, window),
        None => run(read, "person p", Vec::new(), &condition, &order, window),
    }
}

fn matching(
    read: &Read<'_>,
    text: &Words,
    condition: &Condition,
    order: &str,
    window: Option<(u32, u32)>,
) -> Result<Vec<Uuid>, StoreError> {
    if text.words.is_none() && text.parts.is_none() {
        return Ok(Vec::new());
    }
    let found = number(read, &format!("SELECT count(*) FROM (SELECT 1 FROM ({}) LIMIT {MANY})", text.rows("UNION ALL")), &text.values())?;
    let (from, values) = from(Some(text), found >= MANY && window.is_some());
    run(read, &from, values, condition, order, window)
}

fn run(
    read: &Read<'_>,
    from: &str,
    mut values: Vec<String>,
    condition: &Condition,
    order: &str,
    window: Option<(u32, u32)>,
) -> Result<Vec<Uuid>, StoreError> {
    let mut sql =
        format!("SELECT p.id FROM {from} {} WHERE p.deleted_at IS NULL{} ORDER BY {order}", join_company(condition.company), condition.sql);
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

/// The tables of a search: the list in its order tested against the matches, or the matches first.
fn from(text: Option<&Words>, walk: bool) -> (String, Vec<String>) {
    let Some(text) = text else { return ("person p".to_owned(), Vec::new()) };
    let rows = text.rows("UNION");
    // The plus keeps SQLite from going through all matches for each person it walks past.
    let sql = if walk {
        format!("person p CROSS JOIN search_doc d ON d.person_id = p.id AND +d.doc IN ({rows})")
    } else {
        format!("({rows}) m CROSS JOIN search_doc d ON d.doc = m.rowid CROSS JOIN person p ON p.id = d.person_id")
    };
    (sql, text.values())
}

impl Words {
    fn rows(&self, union: &str) -> String {
        let words = self.words.as_ref().map(|_| "SELECT rowid FROM person_words WHERE person_words MATCH ?");
        let parts = self.parts.as_ref().map(|_| "SELECT rowid FROM person_parts WHERE person_parts MATCH ?");
        words.into_iter().chain(parts).collect::<Vec<_>>().join(&format!(" {union} "))
    }

    fn values(&self) -> Vec<String> {
        self.words.iter().chain(&self.parts).cloned().collect()
    }
}

fn join_company(needed: bool) -> &'static str {
    if needed { "LEFT JOIN company c ON c.id = p.company_id" } else { "" }
}

fn order(sort: PersonSort, descending: bool) -> String {
    let way = if descending { " DESC" } else { "" };
    // Equal names, and equal days, stand in the order in which they came: an index orders by it for nothing.
    match sort {
        PersonSort::Name => format!("p.sort_name{way}, p.rowid{way}"),
        // People without a company come last either way.
        PersonSort::Company => format!("c.name_norm IS NULL, c.name_norm{way}, p.sort_name{way}, p.rowid{way}"),
        PersonSort::Status => format!("{STATUS_RANK}{way}, p.sort_name{way}, p.rowid{way}"),
        PersonSort::LastContact => format!("p.last_contact_at{way}, p.rowid{way}"),
        PersonSort::Added => format!("p.added_on{way}, p.rowid{way}"),
    }
}

fn number(read: &Read<'_>, sql: &str, values: &[String]) -> Result<u32, StoreError> {
    Ok(read.conn().prepare(sql)?.query_row(params_from_iter(values), |row| row.get(0))?)
}
