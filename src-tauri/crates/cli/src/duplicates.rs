//! Duplicates in words: groups, records side by side, what a merge or a split did.

use crate::language::language;
use crate::lists::text;
use crate::output::clean;
use crate::phrases::phrase;
use crate::table::{aligned, table};
use domain::fault::Params;
use serde_json::Value;

/// What there is.
pub(crate) fn state(state: &Value) -> String {
    let sum = |one: &str, other: &str| (state[one].as_u64().unwrap_or(0) + state[other].as_u64().unwrap_or(0)).to_string();
    let found = [("exact", &*sum("exactPeople", "exactCompanies")), ("probable", &*sum("probablePeople", "probableCompanies"))];
    format!("{}\n", phrase("duplicates.found", &found))
}

/// Groups with their reasons.
pub(crate) fn list(groups: &Value) -> String {
    let told =
        |group: &Value| vec![group["score"].to_string(), names(&group["members"]), reasons(&group["reasons"]), ids(&group["members"])];
    let lines: Vec<_> = groups.as_array().into_iter().flatten().map(told).collect();
    table(&["score", "records", "group", "id"], &lines, "duplicates.none")
}

/// Records side by side; what would be kept of each field.
pub(crate) fn review(review: &Value) -> String {
    let Some(records) = review["records"].as_array() else { return String::new() };
    let heads = std::iter::once(phrase("head.id", &[])).chain(records.iter().map(|one| text(&one["id"]).to_owned())).collect();
    let mut lines: Vec<Vec<String>> = Vec::new();
    let fields = records.first().and_then(|record| record["values"].as_array()).cloned().unwrap_or_default();
    for (at, field) in fields.iter().enumerate() {
        let field = text(&field["field"]);
        let kept = review["choices"].as_array().into_iter().flatten().find(|choice| text(&choice["field"]) == field);
        let value = |record: &Value| {
            let value = clean(text(&record["values"][at]["value"]));
            let chosen = kept.is_some_and(|choice| choice["from"] == record["id"]) && !value.is_empty();
            if chosen { format!("{value} ({})", phrase("duplicates.keeps", &[])) } else { value }
        };
        let line: Vec<String> = std::iter::once(label(field)).chain(records.iter().map(value)).collect();
        if line.iter().skip(1).any(|value| !value.is_empty()) {
            lines.push(line);
        }
    }
    aligned(heads, &lines)
}

/// What was merged.
pub(crate) fn merged(merged: &Value) -> String {
    let count = merged["count"].to_string();
    let said = [("name", text(&merged["name"])), ("count", &count), ("id", text(&merged["survivor"]))];
    format!("{}\n", phrase("duplicates.one", &said))
}

/// What the merge of all exact matches did.
pub(crate) fn merged_exact(done: &Value) -> String {
    format!("{}\n", phrase("duplicates.merged", &[("count", &done["merged"].to_string())]))
}

/// Who are on their own again, and what stays where it is.
pub(crate) fn split(split: &Value) -> String {
    let said = [("names", &*names(&split["back"])), ("survivor", text(&split["survivor"]["name"]))];
    let mut out = format!("{}\n", phrase("duplicates.split", &said));
    for kept in split["kept"].as_array().into_iter().flatten() {
        let fields: Vec<String> = kept["columns"].as_array().into_iter().flatten().map(|column| label(text(column))).collect();
        out += &format!("{}\n", phrase("duplicates.kept", &[("name", text(&kept["label"])), ("fields", &fields.join(", "))]));
    }
    out
}

fn names(members: &Value) -> String {
    let names: Vec<String> = members.as_array().into_iter().flatten().map(|member| clean(text(&member["name"]))).collect();
    names.join(" / ")
}

fn ids(members: &Value) -> String {
    let ids: Vec<&str> = members.as_array().into_iter().flatten().map(|member| text(&member["id"])).collect();
    ids.join(" ")
}

fn reasons(reasons: &Value) -> String {
    let told: Vec<String> = reasons
        .as_array()
        .into_iter()
        .flatten()
        .filter(|why| why["speaks"] == Value::Bool(true))
        .take(3)
        .map(|why| {
            let likeness = Params::from([("likeness".to_owned(), text(&why["likeness"]).to_owned())]);
            app::words::text(language(), "duplicates", &format!("why.{}", text(&why["part"])), &likeness).unwrap_or_default()
        })
        .collect();
    told.join(", ")
}

fn label(field: &str) -> String {
    let known = ["people", "companies"].into_iter();
    known.filter_map(|area| app::words::text(language(), area, &format!("detail.{field}"), &Params::new())).next().unwrap_or_else(|| {
        app::words::text(language(), "history", &format!("field.{field}"), &Params::new()).unwrap_or_else(|| field.to_owned())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_group_is_told_with_its_reasons_and_the_ids_to_merge_it_by() {
        let groups = json!([{
            "id": 1, "score": 97, "members": [{ "id": "0198", "name": "Benoît Lefèvre" }, { "id": "0199", "name": "Benoit Lefevre" }],
            "reasons": [{ "part": "email", "likeness": "same", "speaks": true }, { "part": "title", "likeness": "unlike", "speaks": false }]
        }]);
        let shown = list(&groups);
        assert!(shown.contains("97") && shown.contains("Benoît Lefèvre / Benoit Lefevre") && shown.contains("0198 0199"), "{shown}");
        assert!(!shown.contains("unlike") && !shown.contains("why."), "{shown}");
        assert_eq!(list(&json!([])).lines().count(), 1);
    }
}
