use super::{id, ids};
use crate::args::People;
use crate::lists;
use crate::output::{Failure, answer, shown};
use crate::phrases::usage;
use crate::session::Session;
use crate::where_expr;
use serde_json::{Value, json};

/// Rows asked for at a time.
const PAGE: u32 = 500;

/// People of the desk.
pub(super) async fn people(session: &Session, command: People, json: bool) -> Result<(), Failure> {
    let list_of_people = matches!(command, People::List { .. } | People::Search { .. });
    let value = match command {
        People::List { limit, matching } => {
            let query = where_expr::query(matching.as_deref())?;
            session.open().await?;
            let rows = list(session, &query, limit.unwrap_or(u32::MAX)).await;
            session.close().await;
            Value::Array(rows?)
        }
        People::Show { id: person } => session.once("people_get", json!({ "id": id(&person)? })).await?,
        People::Search { words } => session.once("people_search", json!({ "text": words.join(" "), "limit": 50 })).await?,
        People::Set { id: person, values } => {
            session.once("people_update", json!({ "id": id(&person)?, "values": fields(&values)? })).await?
        }
        People::Delete { ids: people } => {
            let people = ids(&people)?;
            session.open().await?;
            let deleted = delete(session, people).await;
            session.close().await;
            deleted?
        }
    };
    if list_of_people {
        shown(&value, json, lists::people)
    } else {
        answer(&value, json)
    }
    Ok(())
}

/// All or nobody: an id that names nobody is a mistake to be mended first.
async fn delete(session: &Session, people: Vec<Value>) -> Result<Value, Failure> {
    for person in &people {
        session.call("people_get", json!({ "id": person })).await?;
    }
    session.call("people_delete", json!({ "kind": "ids", "ids": people })).await
}

async fn list(session: &Session, query: &Value, limit: u32) -> Result<Vec<Value>, Failure> {
    let mut rows = Vec::new();
    loop {
        let have = u32::try_from(rows.len()).unwrap_or(u32::MAX);
        let wanted = PAGE.min(limit.saturating_sub(have));
        if wanted == 0 {
            return Ok(rows);
        }
        let page = session.call("people_list", json!({ "query": query, "offset": have, "limit": wanted })).await?;
        rows.extend(page["rows"].as_array().cloned().unwrap_or_default());
        if page["last"].as_bool().unwrap_or(true) {
            return Ok(rows);
        }
    }
}

fn fields(values: &[String]) -> Result<Vec<Value>, Failure> {
    values
        .iter()
        .map(|text| {
            let (field, value) = text.split_once('=').ok_or_else(|| usage("set_form", &[("text", text)]))?;
            Ok(json!({ "field": field, "value": value }))
        })
        .collect()
}
