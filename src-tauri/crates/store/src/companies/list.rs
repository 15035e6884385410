use super::filter;
use super::groups::grouping;
use super::view::views;
use crate::grouping::each_time;
use crate::listing::Listed;
use crate::{Read, StoreError};
use domain::views::companies::{CompaniesCount, CompaniesPage, CompaniesQuery, CompaniesRows, CompanyRow, CompanySort};
use domain::views::custom::CustomOf;
use domain::views::groups::GroupBy;
use uuid::Uuid;

/// How many people of company `c` are on the desk; the index `person_company` holds the answer.
pub(super) const PEOPLE_OF: &str = "(SELECT count(*) FROM person p WHERE p.company_id = c.id AND p.deleted_at IS NULL)";
/// When any of them was contacted last.
pub(super) const LAST_CONTACT: &str = "(SELECT max(p.last_contact_at) FROM person p WHERE p.company_id = c.id AND p.deleted_at IS NULL)";

pub(super) const COMPANIES: Listed =
    Listed { table: "company", alias: "c", words: "company_words", parts: "company_parts", vocabulary: "company_vocab" };

/// Some rows of a list.
pub fn page(read: &Read<'_>, page: &CompaniesPage) -> Result<CompaniesRows, StoreError> {
    let mut condition = filter::condition(read, &page.query)?;
    let mut order = order(&page.query);
    if let Some(GroupBy { by, custom }) = &page.grouped {
        order = grouping(read, *by, *custom)?.order_of_rows(&mut condition, &order);
    }
    let (ids, last) = COMPANIES.page(read, &condition, &order, (page.offset, page.limit))?;
    Ok(CompaniesRows { rows: each_time(&ids, |ids| views(read, ids), |row| row.id)?, last })
}

/// Ids of all companies that match, in the order asked for.
pub fn ids(read: &Read<'_>, query: &CompaniesQuery) -> Result<Vec<Uuid>, StoreError> {
    COMPANIES.ids(read, &filter::condition(read, query)?, &order(query))
}

/// How many companies match, and how many there are.
pub fn count(read: &Read<'_>, query: &CompaniesQuery) -> Result<CompaniesCount, StoreError> {
    let condition = filter::condition(read, query)?;
    let (matching, total) = COMPANIES.count(read, &condition)?;
    Ok(CompaniesCount { matching, total, near: condition.is_near() })
}

/// How many companies there are.
pub fn total(read: &Read<'_>) -> Result<u32, StoreError> {
    COMPANIES.total(read)
}

/// Companies that answer to some words: those whose name does first, then the others; each part by name.
pub fn search(read: &Read<'_>, text: &str, limit: u32) -> Result<Vec<CompanyRow>, StoreError> {
    views(read, &COMPANIES.search(read, text, "c.name_norm, c.rowid", limit)?)
}

fn order(query: &CompaniesQuery) -> String {
    let way = if query.descending { " DESC" } else { "" };
    let name = format!("c.name_norm{way}, c.rowid{way}");
    match query.sort {
        CompanySort::Name => name,
        // What is not known comes last either way.
        CompanySort::City => format!("c.city_norm = '', c.city_norm{way}, {name}"),
        CompanySort::Headcount => format!("c.headcount IS NULL, c.headcount{way}, {name}"),
        CompanySort::People => format!("{PEOPLE_OF}{way}, {name}"),
        CompanySort::LastContact => format!("{LAST_CONTACT}{way}, {name}"),
        CompanySort::Custom => match query.by {
            Some(field) => crate::custom::order(CustomOf::Companies, field, query.descending, &name),
            None => name,
        },
        CompanySort::Added => format!("c.created_at{way}, c.rowid{way}"),
    }
}
