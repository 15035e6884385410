use super::groups;
use super::list::{BY_STATUS, PEOPLE};
use crate::custom::Fields;
use crate::listing::{Condition, Today, today};
use crate::values::time_text;
use crate::{Read, StoreError};
use chrono::{DateTime, Utc};
use domain::people::{Meaning, Status, Statuses};
use domain::text::{fold, fold_company};
use domain::views::custom::CustomOf;
use domain::views::filters::day_of;
use domain::views::people::{FilterClause, FilterField, FilterOp, PeopleQuery, PersonSort};
use domain::views::tags::ListOf;

/// What companies are called, for people.
const COMPANY: &str = "LEFT JOIN company c ON c.id = p.company_id AND c.deleted_at IS NULL";

/// The condition of a query.
pub(super) fn condition(read: &Read<'_>, query: &PeopleQuery) -> Result<Condition, StoreError> {
    let mut condition = PEOPLE.typed(read, &query.text)?;
    let mut clauses = query.filters.iter().chain(query.groups.iter().flat_map(|group| &group.filters));
    if query.sort == PersonSort::Company || clauses.any(|clause| clause.field == FilterField::Company) {
        condition.join = COMPANY.to_owned();
    }
    let mut clauses = query.filters.iter().chain(query.groups.iter().flat_map(|group| &group.filters));
    let own = Fields::of(read, CustomOf::People, clauses.any(|clause| clause.field == FilterField::Custom))?;
    if query.sort == PersonSort::Status {
        condition.lead = Some(BY_STATUS);
    }
    let (today, statuses) = (today(read)?, crate::statuses::all(read)?);
    condition.ask(query.any, &query.filters, &query.groups, |condition, clause| match clause.field {
        FilterField::Custom => own.condition(condition, CustomOf::People, clause.custom, (clause.op, &clause.value), today.day),
        FilterField::Status | FilterField::CountsAs => status(condition, clause, &statuses),
        FilterField::TooLong => {
            too_long(condition, (clause.value.trim() != "no") == (clause.op != FilterOp::IsNot), statuses.limits(read.now()))
        }
        _ => add(condition, clause, today),
    });
    if let Some(within) = &query.within {
        groups::within(read, &mut condition, within)?;
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

/// Adds what is asked of the status. Several may be asked for at once, separated by commas: by key or by name, or by what they count as.
fn status(condition: &mut Condition, clause: &FilterClause, statuses: &Statuses) {
    let keys: Vec<String> = if clause.field == FilterField::Status {
        // One that was deleted is asked for by its key: an undo may have put somebody back in it.
        let status = |word: &str| Status::of_key(word.trim()).or_else(|| statuses.named(word));
        let whole = status(&clause.value).map(|status| vec![status]);
        let named = whole.unwrap_or_else(|| clause.value.split(',').filter_map(status).collect());
        named.into_iter().map(|status| status.key()).collect()
    } else {
        let meanings = clause.value.split(',').filter_map(Meaning::read);
        meanings.flat_map(|meaning| statuses.counting_as(meaning)).map(|status| status.key()).collect()
    };
    let marks = vec!["?"; keys.len()].join(", ");
    match clause.op {
        FilterOp::Is => condition.push(&format!("p.status IN ({marks})"), keys),
        FilterOp::IsNot => condition.push(&format!("p.status NOT IN ({marks})"), keys),
        // Everybody has one.
        FilterOp::Empty => condition.push("0", []),
        _ => {}
    }
}

/// Adds whether somebody has been in their status for longer than it allows; those without a limit allow any time.
fn too_long(condition: &mut Condition, wanted: bool, limits: impl Iterator<Item = (Status, DateTime<Utc>)>) {
    let limits: Vec<[String; 2]> = limits.map(|(status, before)| [status.key(), time_text(before)]).collect();
    if limits.is_empty() {
        return condition.push(if wanted { "0" } else { "1" }, []);
    }
    // The statuses first: the index is on them.
    let marks = vec!["?"; limits.len()].join(", ");
    let cases = "WHEN ? THEN ? ".repeat(limits.len());
    let sql = format!("p.status IN ({marks}) AND coalesce(p.status_since, p.created_at) <= CASE p.status {cases}END");
    let keys = limits.iter().map(|[key, _]| key.clone());
    let values: Vec<String> = keys.chain(limits.iter().flatten().cloned()).collect();
    condition.push(&if wanted { format!("({sql})") } else { format!("NOT ({sql})") }, values);
}

fn is_day(field: FilterField) -> bool {
    matches!(field, FilterField::LastContact | FilterField::Added | FilterField::ToQualify)
}

/// Equality by the column's own key, so that an index serves where there is one.
fn equals(condition: &mut Condition, clause: &FilterClause, op: &str) {
    let value = clause.value.trim();
    match clause.field {
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
        FilterField::Status
        | FilterField::CountsAs
        | FilterField::TooLong
        | FilterField::Tag
        | FilterField::List
        | FilterField::NextStep
        | FilterField::Duplicate
        | FilterField::Custom => {}
        FilterField::Title | FilterField::Location => condition.push(&format!("fold({}) {op} ?", column(clause.field)), [fold(value)]),
    }
}

fn column(field: FilterField) -> &'static str {
    match field {
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
        FilterField::Status
        | FilterField::CountsAs
        | FilterField::TooLong
        | FilterField::Tag
        | FilterField::List
        | FilterField::NextStep
        | FilterField::Duplicate
        | FilterField::Custom => "NULL",
    }
}
