//! `--where`: parts joined by `and`, each `field op value`: `status=new and company~acme and email is not empty`.

use crate::output::Failure;
use serde_json::{Value, json};

const FIELDS: &[&str] = &["status", "company", "title", "location", "email", "last_contact", "added", "language", "source", "linkedin"];

/// The people query of an expression.
pub(crate) fn query(expression: Option<&str>) -> Result<Value, Failure> {
    let clauses = expression.map(clauses).transpose()?.unwrap_or_default();
    Ok(json!({ "text": "", "filters": clauses, "sort": "name", "descending": false }))
}

fn clauses(expression: &str) -> Result<Vec<Value>, Failure> {
    split_and(expression).into_iter().map(clause).collect()
}

/// Splits at ` and `, outside quotes, in any case.
fn split_and(expression: &str) -> Vec<&str> {
    let (mut parts, mut from, mut quoted) = (Vec::new(), 0, false);
    let lower = expression.to_ascii_lowercase();
    for (at, c) in expression.char_indices() {
        if c == '"' {
            quoted = !quoted;
        }
        if !quoted && lower.get(at..).is_some_and(|rest| rest.starts_with(" and ")) && at >= from {
            parts.push(expression.get(from..at).unwrap_or_default());
            from = at + 5;
        }
    }
    parts.push(expression.get(from..).unwrap_or_default());
    parts
}

fn clause(part: &str) -> Result<Value, Failure> {
    let part = part.trim();
    for (word, op) in [(" is not empty", "not_empty"), (" is empty", "empty")] {
        if let Some(field) = part.to_ascii_lowercase().strip_suffix(word) {
            return Ok(json!({ "field": known(field.trim(), part)?, "op": op, "value": "" }));
        }
    }
    for (sign, op) in [("!=", "is_not"), (">=", "after"), ("<", "before"), ("~", "contains"), ("=", "is")] {
        if let Some((field, value)) = part.split_once(sign) {
            let field = known(field.trim().to_ascii_lowercase().as_str(), part)?;
            return Ok(json!({ "field": field, "op": op, "value": value.trim().trim_matches('"') }));
        }
    }
    Err(Failure::Usage(format!(
        "--where: \"{part}\" is not of the form field=value, field!=value, field~text, field<date, field>=date or field is empty"
    )))
}

fn known(field: &str, part: &str) -> Result<String, Failure> {
    if FIELDS.contains(&field) {
        return Ok(field.to_owned());
    }
    Err(Failure::Usage(format!("--where: no field is called \"{field}\" (in \"{part}\"); there are {}", FIELDS.join(", "))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_joined_by_and_become_filters() {
        let query = query(Some("status=new and company~\"Rand and Sons\" AND email is not empty")).unwrap();
        assert_eq!(
            query["filters"],
            json!([
                { "field": "status", "op": "is", "value": "new" },
                { "field": "company", "op": "contains", "value": "Rand and Sons" },
                { "field": "email", "op": "not_empty", "value": "" },
            ])
        );
    }

    #[test]
    fn an_unknown_field_is_named_with_those_there_are() {
        let Err(Failure::Usage(message)) = query(Some("colour=red")) else { panic!("must fail") };
        assert!(message.contains("colour") && message.contains("status"));
    }
}
