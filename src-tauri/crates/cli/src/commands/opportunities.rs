use super::views::asked;
use super::{fields, id, ids, remove};
use crate::args::{End, Goal, Of, Opportunities};
use crate::opportunity;
use crate::output::{Failure, answer, shown};
use crate::session::Session;
use serde_json::{Value, json};

/// Opportunities of the desk.
pub(super) async fn opportunities(session: &Session, command: Opportunities, json: bool) -> Result<(), Failure> {
    match command {
        Opportunities::List { limit, matching, view } => {
            shown(&asked(session, Of::Opportunities, matching.as_deref(), view.as_deref(), limit).await?, json, opportunity::list);
        }
        Opportunities::Search { words } => {
            let found = session.once("opportunities_search", json!({ "text": words.join(" "), "limit": 50 })).await?;
            shown(&found, json, opportunity::list);
        }
        Opportunities::Show { id: one } => {
            shown(&session.once("opportunities_get", json!({ "id": id(&one)? })).await?, json, opportunity::sheet);
        }
        Opportunities::New { stage, values } => {
            let values = fields(&values)?;
            let added = with_pipelines(session, |pipelines| {
                let stage = stage.as_deref().map(|text| stage_of(pipelines, text));
                ("opportunities_create", json!({ "values": values, "stage": stage }))
            });
            shown(&added.await?, json, opportunity::sheet);
        }
        Opportunities::Set { id: one, values } => {
            let changed = session.once("opportunities_update", json!({ "id": id(&one)?, "values": fields(&values)? })).await?;
            shown(&changed, json, opportunity::sheet);
        }
        Opportunities::Move { id: one, stage, end } => {
            let one = id(&one)?;
            let moved = with_pipelines(session, |pipelines| {
                let stage = stage_of(pipelines, &stage);
                let closing = closing(pipelines, &end, |_| true);
                ("opportunities_move", json!({ "id": one, "stage": stage, "after": null, "closing": closing }))
            });
            shown(&moved.await?, json, opportunity::sheet);
        }
        Opportunities::Win { id: one, end } => shown(&close(session, &one, true, &end).await?, json, opportunity::sheet),
        Opportunities::Lose { id: one, end } => shown(&close(session, &one, false, &end).await?, json, opportunity::sheet),
        Opportunities::Reopen { id: one } => {
            shown(&session.once("opportunities_reopen", json!({ "id": id(&one)? })).await?, json, opportunity::sheet);
        }
        Opportunities::Delete { ids: some } => {
            answer(&remove(session, ["opportunities_get", "opportunities_delete"], ids(&some)?).await?, json);
        }
        Opportunities::Forecast { months, from } => {
            let asked = json!({ "pipeline": null, "from": from, "months": months });
            shown(&session.once("opportunities_forecast", asked).await?, json, opportunity::forecast);
        }
        Opportunities::Goals { month, goal, target } => {
            let goals = match (month, goal, target) {
                (Some(month), Some(goal), Some(target)) => {
                    let goal = match goal {
                        Goal::Revenue => "revenue",
                        Goal::Appointments => "appointments",
                        Goal::Signatures => "signatures",
                    };
                    session.once("goals_set", json!({ "month": month, "goal": goal, "target": target })).await?
                }
                (month, ..) => session.once("goals_get", json!({ "from": month, "months": 1 })).await?,
            };
            shown(&goals, json, opportunity::goals);
        }
    }
    Ok(())
}

async fn close(session: &Session, one: &str, won: bool, end: &End) -> Result<Value, Failure> {
    let one = id(one)?;
    let kind = if won { "won" } else { "lost" };
    let call = with_pipelines(session, |pipelines| {
        let closing = closing(pipelines, end, |reason| reason["kind"] == kind);
        ("opportunities_close", json!({ "id": one, "won": won, "closing": closing }))
    });
    call.await
}

/// Asks for the pipelines first, for names of stages and reasons.
pub(super) async fn with_pipelines(session: &Session, request: impl FnOnce(&Value) -> (&'static str, Value)) -> Result<Value, Failure> {
    session.open().await?;
    let answer = match session.call("pipelines_list", json!({})).await {
        Ok(pipelines) => {
            let (command, request) = request(&pipelines);
            session.call(command, request).await
        }
        Err(failure) => Err(failure),
    };
    session.close().await;
    answer
}

/// The id of a stage in use called so in either language, or the text itself: the command says what is wrong with it.
pub(super) fn stage_of(pipelines: &Value, text: &str) -> Value {
    let stages = pipelines["pipelines"].as_array().into_iter().flatten().flat_map(|one| one["stages"].as_array().into_iter().flatten());
    let named = stages.filter(|stage| stage["archived"] == Value::Bool(false)).find(|stage| is_called(stage, text));
    named.map_or_else(|| as_id(text), |stage| stage["id"].clone())
}

fn closing(pipelines: &Value, end: &End, fits: impl Fn(&Value) -> bool) -> Value {
    let reasons = || pipelines["reasons"].as_array().into_iter().flatten();
    let reason = end.reason.as_deref().map(|text| {
        let named = reasons().find(|reason| fits(reason) && is_called(reason, text));
        named.map_or_else(|| as_id(text), |reason| reason["id"].clone())
    });
    json!({ "on": end.on, "reason": reason, "note": end.note, "amount": end.amount })
}

/// What is no id stands for an id that names nothing.
fn as_id(text: &str) -> Value {
    let is_id = id(text).is_ok();
    if is_id { json!(text) } else { json!("00000000-0000-0000-0000-000000000000") }
}

fn is_called(one: &Value, text: &str) -> bool {
    ["nameFr", "nameEn"].iter().any(|name| domain::text::fold(one[*name].as_str().unwrap_or_default()) == domain::text::fold(text))
}
