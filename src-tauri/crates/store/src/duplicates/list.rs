use super::cards::{mark, tables};
use super::found;
use crate::people::called;
use crate::values::{Id, from_json};
use crate::{Read, StoreError};
use domain::views::duplicates::{DuplicateKind, DuplicateMember};
use rusqlite::{OptionalExtension, Row, named_params, params};
use uuid::Uuid;

/// Members `m` of group `g` that still are what they were when they were found, and are not told apart from every other one that is.
fn standing(kind: DuplicateKind) -> String {
    let (mark, tables) = (mark(kind), tables(kind));
    let there = |member: &str| {
        format!("EXISTS (SELECT 1 FROM {tables} WHERE p.id = {member}.member_id AND p.deleted_at IS NULL AND {member}.mark = {mark})")
    };
    format!(
        "{} AND EXISTS (SELECT 1 FROM duplicate_member o WHERE o.group_id = m.group_id AND o.member_id <> m.member_id AND {}
           AND NOT EXISTS (SELECT 1 FROM not_duplicate n WHERE n.kind = m.kind AND n.one_id = min(m.member_id, o.member_id)
             AND n.other_id = max(m.member_id, o.member_id)))",
        there("m"),
        there("o")
    )
}

/// Adds that a person `alias` is, or is not, in a group that still is one.
pub(crate) fn condition(condition: &mut crate::listing::Condition, alias: &str, yes: bool) {
    let sql = format!(
        "{alias}.id {} (SELECT m.member_id FROM duplicate_member m JOIN duplicate_group g ON g.id = m.group_id
           WHERE m.kind = 'person' AND g.search_id = (SELECT max(id) FROM duplicate_search WHERE finished_at IS NOT NULL) AND {})",
        if yes { "IN" } else { "NOT IN" },
        standing(DuplicateKind::Person)
    );
    condition.push(&sql, []);
}

/// Groups `g` that still are groups.
fn open(kind: DuplicateKind) -> String {
    format!("(g.kind = '{}' AND (SELECT count(*) FROM duplicate_member m WHERE m.group_id = g.id AND {}) > 1)", kind.code(), standing(kind))
}

fn open_of(kind: Option<DuplicateKind>) -> String {
    match kind {
        Some(kind) => open(kind),
        None => format!("({} OR {})", open(DuplicateKind::Person), open(DuplicateKind::Company)),
    }
}

/// A group as it stands.
#[derive(Debug, Clone)]
pub struct Group {
    /// Its number.
    pub id: u32,
    /// What they are.
    pub kind: DuplicateKind,
    /// Beyond doubt.
    pub exact: bool,
    /// 0 to 100.
    pub score: u32,
    /// JSON of [`domain::views::duplicates::DuplicateReason`]s.
    pub reasons: String,
    /// The records, the oldest first.
    pub members: Vec<DuplicateMember>,
}

/// Groups of the last search, the surest first.
pub fn groups(
    read: &Read<'_>,
    kind: Option<DuplicateKind>,
    exact: Option<bool>,
    offset: u32,
    limit: u32,
) -> Result<Vec<Group>, StoreError> {
    let Some((search, _)) = found::last(read)? else { return Ok(Vec::new()) };
    let sql = format!(
        "SELECT g.id, g.kind, g.exact, g.score, g.reasons FROM duplicate_group g WHERE g.search_id = :search
           AND (:exact IS NULL OR g.exact = :exact) AND {} ORDER BY g.exact DESC, g.score DESC, g.id LIMIT :limit OFFSET :offset",
        open_of(kind)
    );
    let mut statement = read.conn().prepare_cached(&sql)?;
    let rows = statement
        .query_map(named_params! { ":search": search, ":exact": exact, ":limit": limit, ":offset": offset }, group)?
        .collect::<Result<Vec<_>, _>>()?;
    rows.into_iter().map(|group| with_members(read, group)).collect()
}

/// The next groups beyond doubt, for making one of each.
pub fn next_exact(read: &Read<'_>, search: i64, kind: Option<DuplicateKind>, after: u32, limit: u32) -> Result<Vec<Group>, StoreError> {
    let sql = format!(
        "SELECT g.id, g.kind, g.exact, g.score, g.reasons FROM duplicate_group g WHERE g.search_id = ?1 AND g.exact = 1 AND g.id > ?2
           AND {} ORDER BY g.id LIMIT ?3",
        open_of(kind)
    );
    let mut statement = read.conn().prepare_cached(&sql)?;
    let rows = statement.query_map(params![search, after, limit], group)?.collect::<Result<Vec<_>, _>>()?;
    rows.into_iter().map(|group| with_members(read, group)).collect()
}

/// The group of the last search this record stands in.
pub fn group_of(read: &Read<'_>, kind: DuplicateKind, id: Uuid) -> Result<Option<Group>, StoreError> {
    let Some((search, _)) = found::last(read)? else { return Ok(None) };
    let sql = format!(
        "SELECT g.id, g.kind, g.exact, g.score, g.reasons FROM duplicate_member m JOIN duplicate_group g ON g.id = m.group_id
          WHERE m.kind = ?1 AND m.member_id = ?2 AND g.search_id = ?3 AND {} LIMIT 1",
        standing(kind)
    );
    let found = read.conn().prepare_cached(&sql)?.query_row(params![kind.code(), Id(id), search], group).optional()?;
    found.map(|group| with_members(read, group)).transpose()
}

fn group(row: &Row<'_>) -> rusqlite::Result<Group> {
    Ok(Group {
        id: row.get(0)?,
        kind: DuplicateKind::of_code(row.get_ref(1)?.as_str()?).unwrap_or_default(),
        exact: row.get(2)?,
        score: row.get(3)?,
        reasons: row.get(4)?,
        members: Vec::new(),
    })
}

fn with_members(read: &Read<'_>, mut group: Group) -> Result<Group, StoreError> {
    let (name, detail, from) = told(group.kind);
    let sql = format!(
        "SELECT r.id, {name}, {detail} FROM duplicate_member m JOIN {from} ON r.id = m.member_id {} WHERE m.group_id = ?1 AND {} ORDER BY r.id",
        company_of(group.kind),
        standing(group.kind)
    );
    let mut statement = read.conn().prepare_cached(&sql)?;
    let rows = statement
        .query_map([group.id], |row| Ok(DuplicateMember { id: row.get::<_, Id>(0)?.0, name: row.get(1)?, detail: row.get(2)? }))?;
    group.members = rows.collect::<Result<_, _>>()?;
    Ok(group)
}

/// What a record `r` is called, and what is said beside that; removed ones too.
fn told(kind: DuplicateKind) -> (&'static str, &'static str, &'static str) {
    match kind {
        DuplicateKind::Person => {
            (called!("r."), "trim(r.title || iif(r.title = '' OR w.name IS NULL, '', ', ') || coalesce(w.name, ''))", "person r")
        }
        DuplicateKind::Company => ("r.name", "trim(r.postcode || ' ' || r.city)", "company r"),
    }
}

fn company_of(kind: DuplicateKind) -> &'static str {
    if kind == DuplicateKind::Person { "LEFT JOIN company w ON w.id = r.company_id" } else { "" }
}

/// A record as lists of duplicates call it, also a removed one; `None` when there is none.
pub fn member(read: &Read<'_>, kind: DuplicateKind, id: Uuid) -> Result<Option<DuplicateMember>, StoreError> {
    let (name, detail, from) = told(kind);
    let sql = format!("SELECT r.id, {name}, {detail} FROM {from} {} WHERE r.id = ?1", company_of(kind));
    let mut statement = read.conn().prepare_cached(&sql)?;
    let row = |row: &Row<'_>| Ok(DuplicateMember { id: row.get::<_, Id>(0)?.0, name: row.get(1)?, detail: row.get(2)? });
    Ok(statement.query_row([Id(id)], row).optional()?)
}

/// How many groups of one kind.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Beyond doubt.
    pub exact: u32,
    /// To be looked at.
    pub probable: u32,
}

/// How many groups there are.
pub fn counts(read: &Read<'_>, kind: DuplicateKind) -> Result<Counts, StoreError> {
    let Some((search, _)) = found::last(read)? else { return Ok(Counts::default()) };
    let sql = format!(
        "SELECT count(*) FILTER (WHERE g.exact = 1), count(*) FILTER (WHERE g.exact = 0) FROM duplicate_group g WHERE g.search_id = ?1 AND {}",
        open(kind)
    );
    let mut statement = read.conn().prepare_cached(&sql)?;
    Ok(statement.query_row([search], |row| Ok(Counts { exact: row.get(0)?, probable: row.get(1)? }))?)
}

/// One page of decoded reasons.
pub fn reasons(group: &Group) -> Result<Vec<domain::views::duplicates::DuplicateReason>, StoreError> {
    from_json(&group.reasons, "duplicate_group", "reasons")
}
