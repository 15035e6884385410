use super::tables;
use crate::listing::Condition;
use domain::text::fold_words;
use domain::views::people::FilterOp;
use domain::views::tags::ListOf;

/// Adds what a filter asks of tags (or else of lists): "is" is "has it", "is not" is "has it not"; several names, separated by commas, are
/// "any of them". A name may stand as its id.
pub(crate) fn condition(condition: &mut Condition, of: ListOf, tags: bool, op: FilterOp, value: &str) {
    let (tagged, listed, column) = tables(of);
    let (alias, table, named, key) = match of {
        ListOf::People if tags => ("p", tagged, "tag", "tag_id"),
        ListOf::Companies if tags => ("c", tagged, "tag", "tag_id"),
        ListOf::People => ("p", listed, "named_list", "list_id"),
        ListOf::Companies => ("c", listed, "named_list", "list_id"),
    };
    let whose = |which: &str| {
        format!(
            "{alias}.id {} (SELECT x.{column} FROM {table} x JOIN {named} n ON n.id = x.{key} WHERE n.deleted_at IS NULL{which})",
            not(op)
        )
    };
    match op {
        FilterOp::Empty | FilterOp::NotEmpty => condition.push(&whose(""), []),
        FilterOp::Contains => condition.push(&whose(" AND instr(n.name_norm, ?) > 0"), [fold_words(value)]),
        _ => {
            let names: Vec<String> = value
                .split(',')
                .map(str::trim)
                .filter(|name| !name.is_empty())
                .flat_map(|name| [name.to_owned(), fold_words(name)])
                .collect();
            let marks = vec!["?"; names.len()].join(", ");
            condition.push(&whose(&format!(" AND (n.id IN ({marks}) OR n.name_norm IN ({marks}))")), names.iter().chain(&names).cloned());
        }
    }
}

fn not(op: FilterOp) -> &'static str {
    if matches!(op, FilterOp::IsNot | FilterOp::Empty) { "NOT IN" } else { "IN" }
}
