use super::{fields, table};
use crate::listing::Condition;
use crate::{Read, StoreError};
use chrono::NaiveDate;
use domain::custom::{keyed, number_of};
use domain::text::fold;
use domain::views::custom::{CustomField, CustomKind, CustomOf};
use domain::views::filters::day_of;
use domain::views::people::FilterOp;
use uuid::Uuid;

/// The seller's own fields a query asks.
pub(crate) struct Fields(Vec<CustomField>);

impl Fields {
    /// Those of these records, read only where something asks them.
    pub(crate) fn of(read: &Read<'_>, of: CustomOf, asked: bool) -> Result<Self, StoreError> {
        Ok(Self(if asked { fields::of(read, of)? } else { Vec::new() }))
    }

    /// Adds what a filter asks of a field. One that is there no more is empty on every record.
    pub(crate) fn condition(
        &self,
        condition: &mut Condition,
        of: CustomOf,
        field: Option<Uuid>,
        (op, value): (FilterOp, &str),
        today: NaiveDate,
    ) {
        let (table, column, alias) = table(of);
        let Some(field) = self.0.iter().find(|one| Some(one.id) == field) else {
            return condition.push(if matches!(op, FilterOp::Empty | FilterOp::IsNot) { "1" } else { "0" }, []);
        };
        let day = day_of(value, today);
        let value = if field.kind == CustomKind::Date { day.trim() } else { value.trim() };
        let mut push = |has: bool, which: &str, values: Vec<String>| {
            let (not, id) = (if has { "" } else { "NOT " }, field.id);
            condition.push(&format!("{alias}.id {not}IN (SELECT v.{column} FROM {table} v WHERE v.field_id = '{id}'{which})"), values);
        };
        let numbers = matches!(field.kind, CustomKind::Number | CustomKind::Money);
        let number = || number_of(field, value).map(|number| vec![number.to_string()]).unwrap_or_else(|| vec![String::new()]);
        // Text never equals an integer, and orders behind it: what is no number matches nothing.
        let mark = "CAST(nullif(?, '') AS INTEGER)";
        match op {
            FilterOp::Empty => push(false, "", Vec::new()),
            FilterOp::NotEmpty => push(true, "", Vec::new()),
            FilterOp::Before | FilterOp::BeforeOrNever if numbers => push(true, &format!(" AND v.number < {mark}"), number()),
            FilterOp::After if numbers => push(true, &format!(" AND v.number >= {mark}"), number()),
            FilterOp::Before => push(true, " AND v.key < ?", vec![value.to_owned()]),
            FilterOp::BeforeOrNever => push(false, " AND v.key >= ?", vec![value.to_owned()]),
            FilterOp::After => push(true, " AND v.key >= ?", vec![value.to_owned()]),
            FilterOp::Contains => push(true, " AND instr(v.key, ?) > 0", vec![fold(value)]),
            FilterOp::Is | FilterOp::IsNot => {
                let is = op == FilterOp::Is;
                match field.kind {
                    CustomKind::Number | CustomKind::Money => push(is, &format!(" AND v.number = {mark}"), number()),
                    CustomKind::Flag => push((value != "no") == is, "", Vec::new()),
                    CustomKind::Choice | CustomKind::Choices => {
                        let keys: Vec<String> = value.split(',').map(|choice| keyed([choice])).collect();
                        let any = vec!["instr(v.key, ?) > 0"; keys.len()].join(" OR ");
                        push(is, &format!(" AND ({any})"), keys);
                    }
                    CustomKind::Date => push(is, " AND v.key = ?", vec![value.to_owned()]),
                    CustomKind::Text | CustomKind::Link => push(is, " AND v.key = ?", vec![fold(value)]),
                }
            }
        }
    }
}

/// The order by a field of the seller's; records without a value come last either way.
pub(crate) fn order(of: CustomOf, field: Uuid, descending: bool, then: &str) -> String {
    let (table, column, alias) = table(of);
    let way = if descending { " DESC" } else { "" };
    let of_field = |what: &str| format!("(SELECT v.{what} FROM {table} v WHERE v.{column} = {alias}.id AND v.field_id = '{field}')");
    format!("{key} IS NULL, {number}{way}, {key}{way}, {then}", key = of_field("key"), number = of_field("number"))
}
