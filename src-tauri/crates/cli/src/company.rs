//! Companies in words: the list, and one company as a sheet.

use crate::language::language;
use crate::lists::{self, rows, text, when};
use crate::output::{clean, sentence};
use crate::phrases::phrase;
use domain::fault::Params;
use serde_json::Value;

/// Companies.
pub(crate) fn list(companies: &Value) -> String {
    rows(companies, &["name", "city", "activity", "headcount", "people", "last_contact", "id"], "no_company", |one| {
        let number = |name: &str| one[name].as_u64().map(|n| n.to_string()).unwrap_or_default();
        vec![
            text(&one["name"]).to_owned(),
            text(&one["city"]).to_owned(),
            text(&one["activity"]).to_owned(),
            number("headcount"),
            number("people"),
            when(&one["lastContactAt"]),
        ]
    })
}

/// One company: its values, what is wrong with its numbers, its people.
pub(crate) fn sheet(company: &Value) -> String {
    let row = &company["row"];
    let mut out = String::new();
    for field in ["name", "activity", "website", "phone", "street", "postcode", "city", "country"] {
        out += &line(&label(field), text(&row[field]));
    }
    out += &line(&label("headcount"), &row["headcount"].as_u64().map(|n| n.to_string()).unwrap_or_default());
    for number in company["identifiers"].as_array().into_iter().flatten() {
        out += &line(&label(text(&number["field"])), &told(number));
    }
    out += &line(&label("notes"), text(&company["notes"]));
    out += &line(&label("source"), &of_people(&format!("source.{}", text(&company["source"]))));
    out += &line(&phrase("head.id", &[]), text(&row["id"]));
    let people = row["people"].as_u64().unwrap_or_default().to_string();
    out += &format!(
        "\n{}\n{}",
        phrase("line", &[("label", &phrase("head.people", &[])), ("value", &people)]),
        lists::people(&company["people"])
    );
    out
}

/// A number with what is wrong with it, or the one that belongs in its place.
fn told(number: &Value) -> String {
    let shown = clean(text(&number["shown"])).replace('\u{a0}', " ");
    let flaw = sentence(&number["flaw"]);
    let offer = Some(text(&number["offer"])).filter(|offer| !offer.is_empty()).map(|offer| phrase("company.offer", &[("number", offer)]));
    [Some(shown), flaw, offer].into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(". ").replace("..", ".")
}

fn line(label: &str, value: &str) -> String {
    if value.is_empty() { String::new() } else { format!("{}\n", phrase("line", &[("label", label), ("value", &clean(value))])) }
}

fn label(field: &str) -> String {
    app::words::text(language(), "companies", &format!("detail.{field}"), &Params::new()).unwrap_or_else(|| field.to_owned())
}

fn of_people(key: &str) -> String {
    app::words::text(language(), "people", key, &Params::new()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_wrong_number_is_told_with_the_one_that_belongs_there() {
        let shown = sheet(&json!({
            "row": { "id": "0198", "name": "Acme", "people": 1, "city": "Lyon" }, "notes": "", "source": "manual",
            "identifiers": [{
                "field": "vat", "shown": "FR\u{a0}45\u{a0}732\u{a0}829\u{a0}320", "offer": "FR44732829320",
                "flaw": { "code": "companies.vat_key", "params": { "expected": "FR 44 732 829 320" } }
            }],
            "people": [{ "id": "0199", "firstName": "Ann", "lastName": "Lee", "status": "new" }]
        }));
        assert!(shown.contains("FR 45 732 829 320. ") && shown.contains("FR44732829320") && shown.contains("Ann Lee"), "{shown}");
        assert!(!shown.contains("vat_key") && !shown.contains("null"), "{shown}");
        assert_eq!(list(&json!([])).lines().count(), 1);
    }
}
