use super::groups;
use super::list::{PEOPLE, STATUS_RANK};
use crate::custom::Fields;
use crate::listing::{Condition, Today, today};
use crate::{Read, StoreError};
use domain::people::Status;
use domain::text::{fold, fold_company};
use domain::views::custom::CustomOf;
use domain::views::filters::day_of;
use domain::views::people::{FilterClause, FilterField, FilterOp, PeopleQuery, PersonSort};
use domain::views::tags::ListOf;

/// What companies are called, for people.
const COMPANY: &str = "LEFT JOIN company c ON c.id = p.company_id";

/// The condition of a query.
pub(super) fn condition(read: &Read<'_>, query: &PeopleQuery) -> Result<Condition, StoreError> {
    let mut condition = PEOPLE.typed(read, &query.text)?;
    let mut clauses = query.filters.iter().chain(query.groups.iter().flat_map(|group| &group.filters));
    if query.sort == PersonSort::Company || clauses.any(|clause| clause.field == FilterField::Company) {
        condition.join = COMPANY.to_owned();
    }
    let mut clauses = query.filters.iter().chain(query.groups.iter().flat_map(|group| &group.filters));
    let own = Fields::of(read, CustomOf::People, clauses.any(|clause| clause.field == FilterField::Custom))?;
    let today = today(read)?;
    condition.ask(query.any, &query.filters, &query.groups, |condition, clause| match clause.field {
        FilterField::Custom => own.condition(condition, CustomOf::People, clause.custom, (clause.op, &clause.value), today.day),
        _ => add(condition, clause, today),
    });
    if let Some(within) = &query.within {
        groups::within(&mut condition, within);
    }
    Ok(condition)
}

fn add(condition: &mut Condition, clause: &FilterClause, today: Today) {
    match clause.field {
        FilterField::Tag | FilterField::List => {
            return crate::tags::condition(condition, ListOf::People, clause.field == FilterField::Tag, clause.op, &clause.value);
        }
        FilterField::NextStep => return super::next::condition(condition, clause.op, &day_of(&clause.value, today.day), today.minutes),
        FilterField::Duplicate => {
            return crate::duplicates::condition(condition, "p", (clause.value.trim() != "no") == (clause.op != FilterOp::IsNot));
        }
        _ => {}
    }
    let dated = FilterClause { value: day_of(&clause.value, today.day), ..clause.clone() };
    let clause = if is_day(clause.field) { &dated } else { clause };
    let column = column(clause.field);
    match clause.op {
        FilterOp::Empty => condition.push(&format!("coalesce({column}, '') = ''"), []),
        FilterOp::NotEmpty => condition.push(&format!("coalesce({column}, '') <> ''"), []),
        FilterOp::Is => equals(condition, clause, "="),
        FilterOp::IsNot => equals(condition, clause, "<>"),
        FilterOp::Contains => condition.push(&format!("instr(fold(coalesce({column}, '')), ?) > 0"), [fold(&clause.value)]),
        FilterOp::Before => condition.push(&format!("{column} < ?"), [clause.value.clone()]),
        FilterOp::BeforeOrNever => condition.push(&format!("({column} IS NULL OR {column} < ?)"), [clause.value.clone()]),
        FilterOp::After => condition.push(&format!("{column} >= ?"), [clause.value.clone()]),
    }
}

fn is_day(field: FilterField) -> bool {
    matches!(field, FilterField::LastContact | FilterField::Added | FilterField::ToQualify)
}

/// Equality by the column's own key, so that an index serves where there is one.
fn equals(condition: &mut Condition, clause: &FilterClause, op: &str) {
    let value = clause.value.trim();
    match clause.field {
        FilterField::Status => {
            // Several statuses may be asked for at once, separated by commas. By rank, because the index is.
            let ranks: Vec<String> = value.split(',').filter_map(Status::read).map(|status| (status as u8).to_string()).collect();
            let not = if op == "=" { "" } else { "NOT " };
            condition.push(&format!("{STATUS_RANK} {not}IN ({})", ranks.join(", ")), []);
        }
        FilterField::Company => condition.push(&format!("coalesce(c.name_norm, '') {op} ?"), [fold_company(value)]),
        FilterField::Email => condition.push(&format!("p.email_norm {op} ?"), [value.to_lowercase()]),
        FilterField::Language | FilterField::Source => condition.push(&format!("{} {op} ?", column(clause.field)), [value.to_owned()]),
        FilterField::LastContact => condition.push(&format!("coalesce(substr(p.last_contact_at, 1, 10), '') {op} ?"), [value.to_owned()]),
        FilterField::Added => condition.push(&format!("p.added_on {op} ?"), [value.to_owned()]),
        FilterField::Linkedin => {
            let key = domain::people::profile_key(value);
            condition.push(&format!("p.linkedin_slug {op} ?"), [if key.is_empty() { value.to_lowercase() } else { key }]);
        }
        FilterField::ToQualify => condition.push(&format!("substr(p.to_qualify_since, 1, 10) {op} ?"), [value.to_owned()]),
        FilterField::Phone => condition.push(&format!("(p.phone_norm {op} ? OR p.phone {op} ?)"), [value.to_owned(), value.to_owned()]),
        FilterField::Tag | FilterField::List | FilterField::NextStep | FilterField::Duplicate | FilterField::Custom => {}
        FilterField::Title | FilterField::Location => condition.push(&format!("fold({}) {op} ?", column(clause.field)), [fold(value)]),
    }
}

fn column(field: FilterField) -> &'static str {
    match field {
        FilterField::Status => "p.status",
        FilterField::Company => "c.name",
        FilterField::Title => "p.title",
        FilterField::Location => "p.location",
        FilterField::Email => "p.email",
        FilterField::LastContact => "p.last_contact_at",
        FilterField::Added => "p.added_on",
        FilterField::Language => "p.language",
        FilterField::Source => "p.source",
        FilterField::Linkedin => "p.linkedin_url",
        FilterField::ToQualify => "p.to_qualify_since",
        FilterField::Phone => "p.phone",
        // Asked of another table.
        FilterField::Tag | FilterField::List | FilterField::NextStep | FilterField::Duplicate | FilterField::Custom => "NULL",
    }
}
