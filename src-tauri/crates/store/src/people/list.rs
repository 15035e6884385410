use super::filter;
use super::groups::grouping;
use super::view::views;
use crate::grouping::each_time;
use crate::listing::{Lead, Listed};
use crate::{Read, StoreError};
use domain::views::custom::CustomOf;
use domain::views::groups::GroupBy;
use domain::views::people::{PeopleCount, PeoplePage, PeopleQuery, PeopleRows, PersonRow, PersonSort};
use uuid::Uuid;

/// Statuses in the seller's order, and of each its people: everybody is in one.
pub(super) const BY_STATUS: Lead = Lead { table: "person_status st", on: "p.status = st.key", order: "st.position, st.key" };

/// Companies by name, and of each its people.
const BY_COMPANY: Lead = Lead { table: "company c", on: "p.company_id = c.id AND c.deleted_at IS NULL", order: "c.name_norm, c.rowid" };
/// Who belongs to none.
const WITHOUT_COMPANY: &str = "NOT EXISTS (SELECT 1 FROM company c WHERE c.id = p.company_id AND c.deleted_at IS NULL)";

pub(super) const PEOPLE: Listed =
    Listed { table: "person", alias: "p", words: "person_words", parts: "person_parts", vocabulary: "person_vocab" };

/// Some rows of a list.
pub fn page(read: &Read<'_>, page: &PeoplePage) -> Result<PeopleRows, StoreError> {
    let mut condition = filter::condition(read, &page.query)?;
    let mut order = order(&page.query);
    if let Some(GroupBy { by, custom }) = &page.grouped {
        order = grouping(read, *by, *custom)?.order_of_rows(&mut condition, &order);
    } else if page.query.sort == PersonSort::Company
        && condition.led_by(page.offset, BY_COMPANY, WITHOUT_COMPANY, by_name(way(&page.query)))
    {
        order = by_company(way(&page.query));
    }
    let (ids, last) = PEOPLE.page(read, &condition, &order, (page.offset, page.limit))?;
    Ok(PeopleRows { rows: each_time(&ids, |ids| views(read, ids), |row| row.id)?, last })
}

/// Ids of all people that match, in the order asked for.
pub fn ids(read: &Read<'_>, query: &PeopleQuery) -> Result<Vec<Uuid>, StoreError> {
    PEOPLE.ids(read, &filter::condition(read, query)?, &order(query))
}

/// How many people match, and how many there are.
pub fn count(read: &Read<'_>, query: &PeopleQuery) -> Result<PeopleCount, StoreError> {
    let condition = filter::condition(read, query)?;
    let (matching, total) = PEOPLE.count(read, &condition)?;
    Ok(PeopleCount { matching, total, near: condition.is_near() })
}

/// How many people there are.
pub fn total(read: &Read<'_>) -> Result<u32, StoreError> {
    PEOPLE.total(read)
}

/// Whether there is anybody who is not invented.
pub fn anybody(read: &Read<'_>) -> Result<bool, StoreError> {
    let mut statement = read.conn().prepare_cached("SELECT EXISTS (SELECT 1 FROM person WHERE deleted_at IS NULL AND NOT sample)")?;
    Ok(statement.query_row([], |row| row.get(0))?)
}

/// People that answer to some words: those whose name does first, then the others; each part by name.
pub fn search(read: &Read<'_>, text: &str, limit: u32) -> Result<Vec<PersonRow>, StoreError> {
    views(read, &PEOPLE.search(read, text, "p.sort_name, p.rowid", limit)?)
}

fn order(query: &PeopleQuery) -> String {
    let way = way(query);
    // Equal names, and equal days, stand in the order in which they came: an index orders by it for nothing.
    match query.sort {
        PersonSort::Name => by_name(way),
        // People without a company come last either way.
        PersonSort::Company => format!("c.name_norm IS NULL, {}", by_company(way)),
        PersonSort::Status => format!("st.position{way}, st.key{way}, {}", by_name(way)),
        PersonSort::LastContact => format!("p.last_contact_at{way}, p.rowid{way}"),
        PersonSort::Custom => match query.by {
            Some(field) => crate::custom::order(CustomOf::People, field, query.descending, &by_name(way)),
            None => by_name(way),
        },
        PersonSort::Added => format!("p.added_on{way}, p.rowid{way}"),
    }
}

fn way(query: &PeopleQuery) -> &'static str {
    if query.descending { " DESC" } else { "" }
}

fn by_name(way: &str) -> String {
    format!("p.sort_name{way}, p.rowid{way}")
}

/// People of companies with the same name stand company by company.
fn by_company(way: &str) -> String {
    format!("c.name_norm{way}, c.rowid{way}, {}", by_name(way))
}
