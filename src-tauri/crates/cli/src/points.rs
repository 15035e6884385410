//! Addresses, numbers, links and postal addresses in words.

use crate::language::language;
use crate::lists::{rows, text, when};
use domain::fault::Params;
use serde_json::Value;

/// One line each, the first of each kind first.
pub(crate) fn list(points: &Value) -> String {
    rows(points, &["kind", "value", "label", "status", "when", "id"], "no_points", |one| {
        let kind = word(&format!("kind.{}", text(&one["kind"])), &[]);
        vec![
            if one["first"] == Value::Bool(true) { word("firstOf", &[("kind", &kind)]) } else { kind },
            text(&one["shown"]).to_owned(),
            label(text(&one["label"])),
            word(&format!("status.{}", text(&one["status"])), &[]),
            when(&one["sourceAt"]),
        ]
    })
}

fn label(label: &str) -> String {
    app::words::text(language(), "contacts", &format!("label.{label}"), &Params::new()).unwrap_or_else(|| label.to_owned())
}

fn word(key: &str, values: &[(&str, &str)]) -> String {
    let params = values.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    app::words::text(language(), "contacts", key, &params).unwrap_or_else(|| key.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn an_address_is_told_with_its_state_and_no_code() {
        let shown = list(&json!([
            { "id": "1", "kind": "email", "shown": "a@b.example", "label": "work", "status": "opted_out", "first": true, "sourceAt": "2026-09-15T08:00:00Z" },
            { "id": "2", "kind": "phone", "shown": "06 12", "label": "boat", "status": "unknown", "first": false, "sourceAt": "2026-09-15T08:00:00Z" }
        ]));
        assert!(shown.contains("a@b.example") && shown.contains("boat") && shown.contains("2026"), "{shown}");
        assert!(!shown.contains("opted_out") && !shown.contains("{kind}") && !shown.contains("null"), "{shown}");
    }
}
