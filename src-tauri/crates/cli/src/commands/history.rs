use super::{absolute, id};
use crate::args::History;
use crate::language::language;
use crate::lists::{rows, text, when};
use crate::output::{Failure, answer, shown};
use crate::session::Session;
use domain::fault::Params;
use domain::views::history::ChangedField;
use serde_json::{Value, json};

/// What changed, field by field, on the screen or in a file.
pub(super) async fn changes(session: &Session, which: &History, json: bool) -> Result<(), Failure> {
    let record = match (&which.person, &which.company, &which.opportunity) {
        (Some(person), ..) => json!({ "kind": "person", "id": id(person)? }),
        (_, Some(company), _) => json!({ "kind": "company", "id": id(company)? }),
        (.., Some(opportunity)) => json!({ "kind": "opportunity", "id": id(opportunity)? }),
        _ => Value::Null,
    };
    let ask = json!({
        "operation": which.operation.as_deref().map(id).transpose()?, "record": record, "kinds": which.kind, "actor": which.by,
        "field": which.field, "from": which.from, "to": which.to,
    });
    if let Some(file) = &which.export {
        let format = if file.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("json")) { "json" } else { "csv" };
        let request = json!({ "ask": ask, "format": format, "path": absolute(file)? });
        answer(&session.once("history_export", request).await?, json);
        return Ok(());
    }
    session.open().await?;
    let found = pages(session, &ask, which.limit).await;
    session.close().await;
    shown(&found?, json, told);
    Ok(())
}

async fn pages(session: &Session, ask: &Value, limit: u32) -> Result<Value, Failure> {
    let (mut all, mut after): (Vec<Value>, Value) = (Vec::new(), Value::Null);
    loop {
        let missing = limit.saturating_sub(u32::try_from(all.len()).unwrap_or(u32::MAX)).min(200);
        if missing == 0 {
            return Ok(Value::Array(all));
        }
        let page = session.call("history_changes", json!({ "ask": ask, "after": after, "limit": missing })).await?;
        all.extend(page["rows"].as_array().cloned().unwrap_or_default());
        after = page["next"].clone();
        if after.is_null() {
            return Ok(Value::Array(all));
        }
    }
}

fn told(changes: &Value) -> String {
    // What undo takes is the act.
    let named = |one: &Value| {
        let mut one = one.clone();
        one["id"] = one["operation"].clone();
        one
    };
    let changes: Vec<Value> = changes.as_array().into_iter().flatten().map(named).collect();
    rows(&Value::Array(changes), &["when", "by", "name", "what", "id"], "no_history", |one| {
        let words = |group: &str, key: &Value| {
            app::words::text(language(), "history", &format!("{group}.{}", text(key)), &Params::new())
                .unwrap_or_else(|| text(key).to_owned())
        };
        let fields: Vec<ChangedField> = serde_json::from_value(one["fields"].clone()).unwrap_or_default();
        let said = |field: &ChangedField| {
            let value = |raw: &str| app::history::value(language(), field, raw);
            let name = app::history::field_name(language(), &field.field);
            if field.old.is_empty() {
                format!("{name}: {}", value(&field.new))
            } else {
                format!("{name}: {} → {}", value(&field.old), value(&field.new))
            }
        };
        let fields: Vec<String> = fields.iter().map(said).collect();
        let what = format!("{} ({})", words("change", &one["change"]), words("row", &one["row"]));
        vec![
            when(&one["at"]),
            words("actor", &one["actor"]),
            text(&one["label"]).to_owned(),
            if fields.is_empty() { what } else { format!("{what} {}", fields.join("; ")) },
        ]
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_is_told_field_by_field() {
        let told = told(&json!([{
            "place": "7.0", "operation": "7", "id": "7", "at": "2026-09-15T08:00:00Z", "actor": "seller", "row": "person", "label": "Ann Lee",
            "change": "changed", "kind": "person", "intent": { "code": "people.edit", "params": {} },
            "fields": [{ "field": "email", "form": "text", "old": "a@b.example", "new": "c@d.example" }]
        }]));
        assert!(told.contains("a@b.example → c@d.example") && told.contains("Ann Lee"), "{told}");
    }
}
