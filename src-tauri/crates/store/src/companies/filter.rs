use super::groups;
use super::list::{COMPANIES, LAST_CONTACT, PEOPLE_OF};
use crate::custom::Fields;
use crate::listing::{Condition, today};
use crate::{Read, StoreError};
use domain::text::{fold, fold_company};
use domain::views::companies::{CompaniesQuery, CompanyFilter, CompanyFilterField as Field};
use domain::views::custom::CustomOf;
use domain::views::filters::day_of;
use domain::views::people::FilterOp;
use domain::views::tags::ListOf;

/// The condition of a query.
pub(super) fn condition(read: &Read<'_>, query: &CompaniesQuery) -> Result<Condition, StoreError> {
    let mut condition = COMPANIES.typed(read, &query.text)?;
    let today = today(read)?.day;
    let mut clauses = query.filters.iter().chain(query.groups.iter().flat_map(|group| &group.filters));
    let own = Fields::of(read, CustomOf::Companies, clauses.any(|clause| clause.field == Field::Custom))?;
    condition.ask(query.any, &query.filters, &query.groups, |condition, clause| match clause.field {
        Field::Custom => own.condition(condition, CustomOf::Companies, clause.custom, (clause.op, &clause.value), today),
        Field::LastContact | Field::Added | Field::ToQualify => {
            add(condition, &CompanyFilter { value: day_of(&clause.value, today), ..clause.clone() });
        }
        _ => add(condition, clause),
    });
    if let Some(within) = &query.within {
        groups::within(read, &mut condition, within)?;
    }
    Ok(condition)
}

fn add(condition: &mut Condition, clause: &CompanyFilter) {
    if matches!(clause.field, Field::Tag | Field::List) {
        return crate::tags::condition(condition, ListOf::Companies, clause.field == Field::Tag, clause.op, &clause.value);
    }
    let (column, value) = (column(clause.field), clause.value.trim());
    // Numbers compare as numbers: what is not one matches nothing.
    let number = matches!(clause.field, Field::Headcount | Field::People);
    let mark = if number { "CAST(? AS INTEGER)" } else { "?" };
    match clause.op {
        FilterOp::Empty if clause.field == Field::People => condition.push(&format!("{column} = 0"), []),
        FilterOp::NotEmpty if clause.field == Field::People => condition.push(&format!("{column} > 0"), []),
        FilterOp::Empty => condition.push(&format!("coalesce({column}, '') = ''"), []),
        FilterOp::NotEmpty => condition.push(&format!("coalesce({column}, '') <> ''"), []),
        FilterOp::Contains => condition.push(&format!("instr(fold(coalesce({column}, '')), ?) > 0"), [fold(value)]),
        FilterOp::Before => condition.push(&format!("{column} < {mark}"), [value.to_owned()]),
        FilterOp::BeforeOrNever => condition.push(&format!("({column} IS NULL OR {column} < {mark})"), [value.to_owned()]),
        FilterOp::After => condition.push(&format!("{column} >= {mark}"), [value.to_owned()]),
        FilterOp::Is | FilterOp::IsNot => equals(condition, clause, mark),
    }
}

/// Equality by the column's own key, so that an index serves where there is one.
fn equals(condition: &mut Condition, clause: &CompanyFilter, mark: &str) {
    let op = if clause.op == FilterOp::Is { "=" } else { "<>" };
    let (column, value) = (column(clause.field), clause.value.trim());
    match clause.field {
        Field::Name => condition.push(&format!("c.name_norm {op} ?"), [fold_company(value)]),
        Field::City => condition.push(&format!("c.city_norm {op} ?"), [fold(value)]),
        Field::Activity => condition.push(&format!("fold(c.activity) {op} ?"), [fold(value)]),
        Field::Country => condition.push(&format!("c.country {op} ?"), [value.to_uppercase()]),
        Field::Tag | Field::List | Field::Custom => {}
        Field::LastContact | Field::Added | Field::ToQualify => {
            condition.push(&format!("coalesce(substr({column}, 1, 10), '') {op} ?"), [value.to_owned()])
        }
        // Unknown is another number than any that is asked for.
        Field::Headcount => condition.push(&format!("coalesce(c.headcount, -1) {op} {mark}"), [value.to_owned()]),
        Field::Postcode | Field::Naf | Field::People | Field::Website | Field::Siren | Field::Source => {
            condition.push(&format!("{column} {op} {mark}"), [value.to_owned()]);
        }
    }
}

fn column(field: Field) -> &'static str {
    match field {
        Field::Name => "c.name",
        Field::City => "c.city",
        Field::Postcode => "c.postcode",
        Field::Country => "c.country",
        Field::Activity => "c.activity",
        Field::Naf => "c.naf",
        Field::Headcount => "c.headcount",
        Field::People => PEOPLE_OF,
        Field::Website => "iif(c.website = '', c.domain, c.website)",
        Field::Siren => "c.siren",
        Field::LastContact => LAST_CONTACT,
        Field::Added => "c.created_at",
        Field::Source => "c.source",
        Field::ToQualify => "c.to_qualify_since",
        // Asked of another table.
        Field::Tag | Field::List | Field::Custom => "NULL",
    }
}
