use super::points::points;
use super::views::asked;
use super::{fields, id, ids, remove};
use crate::args::{Of, People};
use crate::lists;
use crate::output::{Failure, answer, shown};
use crate::session::Session;
use serde_json::json;

/// People of the desk.
pub(super) async fn people(session: &Session, command: People, json: bool) -> Result<(), Failure> {
    let list_of_people = matches!(command, People::List { .. } | People::Search { .. });
    let value = match command {
        People::List { limit, matching, view } => asked(session, Of::People, matching.as_deref(), view.as_deref(), limit).await?,
        People::Show { id: person } => session.once("people_get", json!({ "id": id(&person)? })).await?,
        People::Search { words } => session.once("people_search", json!({ "text": words.join(" "), "limit": 50 })).await?,
        People::Set { id: person, values } => {
            session.once("people_update", json!({ "id": id(&person)?, "values": fields(&values)? })).await?
        }
        People::Email(point) => return points(session, "person", "email", point, json).await,
        People::Phone(point) => return points(session, "person", "phone", point, json).await,
        People::Url(point) => return points(session, "person", "url", point, json).await,
        People::Address(point) => return points(session, "person", "address", point, json).await,
        People::Tag { tag, ids: people, off } => {
            let (add, gone) = if off { (vec![], vec![tag]) } else { (vec![tag], vec![]) };
            let selection = json!({ "kind": "ids", "ids": ids(&people)? });
            session.once("tags_people", json!({ "selection": selection, "add": add, "remove": gone })).await?
        }
        People::Delete { ids: people } => remove(session, ["people_get", "people_delete"], ids(&people)?).await?,
    };
    if list_of_people {
        shown(&value, json, lists::people)
    } else {
        answer(&value, json)
    }
    Ok(())
}
