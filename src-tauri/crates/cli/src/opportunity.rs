//! Opportunities in words: the list, one as a sheet, what is expected, goals, pipelines.

use crate::language::language;
use crate::lists::{rows, spoken, text, when};
use crate::output::{clean, sentence};
use crate::phrases::phrase;
use crate::table::table;
use domain::fault::Params;
use domain::money::Currency;
use serde_json::Value;

/// Opportunities.
pub(crate) fn list(opportunities: &Value) -> String {
    rows(opportunities, &["name", "company", "stage", "amount", "close_on", "next_step", "id"], "no_opportunity", |one| {
        vec![
            text(&one["name"]).to_owned(),
            text(&one["company"]).to_owned(),
            spoken(one, "stage"),
            money(&one["amount"]),
            when(&one["closeOn"]),
            text(&one["nextStep"]).to_owned(),
        ]
    })
}

/// One opportunity: its values, why it stagnates, its people, its lines, the stages it has been at.
pub(crate) fn sheet(opportunity: &Value) -> String {
    let row = &opportunity["row"];
    let mut out = String::new();
    out += &line("name", text(&row["name"]));
    out += &line("company", text(&row["company"]));
    out += &line("person", text(&row["person"]));
    out += &line("stage", &spoken(row, "stage"));
    out += &line("amount", &money(&row["amount"]));
    out += &line("probability", &row["probability"].as_u64().map(|percent| format!("{percent} %")).unwrap_or_default());
    out += &line("close_on", &when(&row["closeOn"]));
    out += &line("next_step", text(&row["nextStep"]));
    out += &line("next_step_on", &when(&row["nextStepOn"]));
    out += &line("source", text(&row["source"]));
    out += &line("competitor", text(&row["competitor"]));
    out += &line("closed_on", &when(&row["closedOn"]));
    let why = [spoken(row, "reason"), text(&opportunity["closeNote"]).to_owned()];
    out += &line("reason", &why.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", "));
    out += &line("notes", text(&opportunity["notes"]));
    if let Some(stagnates) = sentence(&row["attention"]) {
        out += &format!("{}\n", clean(&stagnates));
    }
    out += &format!("{}\n", phrase("line", &[("label", &phrase("head.id", &[])), ("value", text(&row["id"]))]));
    for visit in opportunity["history"].as_array().into_iter().flatten() {
        out += &format!("  {}  {}\n", when(&visit["enteredAt"]), clean(&spoken(visit, "name")));
    }
    out
}

/// What is expected: a row for each month and currency.
pub(crate) fn forecast(forecast: &Value) -> String {
    let months = forecast["months"].as_array().into_iter().flatten().chain(std::iter::once(&forecast["undated"]));
    let cells: Vec<Vec<String>> = months
        .map(|month| {
            let name = Some(text(&month["month"])).filter(|name| !name.is_empty()).map_or_else(|| of("forecast.undated"), str::to_owned);
            vec![name, sums(&month["open"]), sums(&month["weighted"]), sums(&month["won"])]
        })
        .collect();
    table(&["month", "open", "weighted", "won"], &cells, "no_opportunity")
}

/// The goals of each month.
pub(crate) fn goals(goals: &Value) -> String {
    let currency = Currency::of_code(text(&goals["currency"])).unwrap_or(Currency::EUR);
    let shown = |goal: &Value, number: &Value| match (number.as_f64().and_then(domain::views::money::whole), text(goal)) {
        (None, _) => "–".to_owned(),
        (Some(minor), "revenue") => format!("{} {currency}", currency.plain(minor)),
        (Some(count), _) => count.to_string(),
    };
    let cells: Vec<Vec<String>> = goals["months"]
        .as_array()
        .into_iter()
        .flatten()
        .flat_map(|month| month["goals"].as_array().into_iter().flatten().map(move |goal| (month, goal)))
        .map(|(month, goal)| {
            let what = of(&format!("goals.{}", text(&goal["goal"])));
            vec![text(&month["month"]).to_owned(), what, shown(&goal["goal"], &goal["reached"]), shown(&goal["goal"], &goal["target"])]
        })
        .collect();
    table(&["month", "what", "reached", "goal"], &cells, "no_opportunity")
}

/// Pipelines with their stages in use.
pub(crate) fn pipelines(view: &Value) -> String {
    let mut out = String::new();
    for pipeline in view["pipelines"].as_array().into_iter().flatten() {
        let archived = if pipeline["archived"] == Value::Bool(true) { format!(" ({})", of("board.archived")) } else { String::new() };
        out += &format!("{}{archived}  {}\n", clean(&spoken(pipeline, "name")), text(&pipeline["id"]));
        let stages = pipeline["stages"].as_array().into_iter().flatten().filter(|stage| stage["archived"] == Value::Bool(false));
        let cells: Vec<Vec<String>> = stages
            .map(|stage| {
                let number = |name: &str| stage[name].as_u64().map(|n| n.to_string()).unwrap_or_default();
                vec![
                    clean(&spoken(stage, "name")),
                    format!("{} %", number("probability")),
                    number("rottenDays"),
                    number("opportunities"),
                    text(&stage["id"]).to_owned(),
                ]
            })
            .collect();
        out += &table(&["stage", "probability", "days", "opportunities", "id"], &cells, "no_opportunity");
    }
    out
}

/// An amount, as a plain number with its currency.
fn money(amount: &Value) -> String {
    let currency = Currency::of_code(text(&amount["currency"]));
    let minor = amount["minor"].as_f64().and_then(domain::views::money::whole);
    currency.zip(minor).map(|(currency, minor)| format!("{} {currency}", currency.plain(minor))).unwrap_or_default()
}

pub(crate) fn sums(amounts: &Value) -> String {
    amounts.as_array().into_iter().flatten().map(money).collect::<Vec<_>>().join(", ")
}

fn line(field: &str, value: &str) -> String {
    if value.is_empty() {
        return String::new();
    }
    format!("{}\n", phrase("line", &[("label", &of(&format!("detail.{field}"))), ("value", &clean(value))]))
}

fn of(key: &str) -> String {
    app::words::text(language(), "opportunities", key, &Params::new()).unwrap_or_else(|| key.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn an_opportunity_is_told_with_its_amount_and_why_it_stagnates() {
        let shown = sheet(&json!({
            "row": {
                "id": "0198", "name": "Audit", "company": "Acme", "stageFr": "Devis", "stageEn": "Quote", "probability": 40,
                "amount": { "minor": 1_230_050.0, "currency": "EUR" }, "closeOn": "2026-10-31", "reasonFr": "", "reasonEn": "",
                "attention": { "code": "opportunities.quiet", "params": { "days": "20", "limit": "14", "since": "2026-09-01" } }
            },
            "closeNote": "", "notes": "", "history": [{ "enteredAt": "2026-09-01T08:00:00Z", "nameFr": "Devis", "nameEn": "Quote" }]
        }));
        assert!(shown.contains("12300.50 EUR") && shown.contains("40 %") && shown.contains("20"), "{shown}");
        assert!(!shown.contains("opportunities.quiet") && !shown.contains("null"), "{shown}");
        assert_eq!(list(&json!([])).lines().count(), 1);
    }
}
