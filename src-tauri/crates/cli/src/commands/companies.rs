use super::points::points;
use super::views::asked;
use super::{fields, id, ids, remove};
use crate::args::{Companies, Of};
use crate::company;
use crate::output::{Failure, answer, shown};
use crate::session::Session;
use serde_json::json;

/// Companies of the desk.
pub(super) async fn companies(session: &Session, command: Companies, json: bool) -> Result<(), Failure> {
    match command {
        Companies::List { limit, matching, view } => {
            shown(&asked(session, Of::Companies, matching.as_deref(), view.as_deref(), limit).await?, json, company::list);
        }
        Companies::Search { words } => {
            let found = session.once("companies_search", json!({ "text": words.join(" "), "limit": 50 })).await?;
            shown(&found, json, company::list);
        }
        Companies::Show { id: one } => {
            shown(&session.once("companies_get", json!({ "id": id(&one)? })).await?, json, company::sheet);
        }
        Companies::New { values } => {
            let added = session.once("companies_create", json!({ "values": fields(&values)? })).await?;
            shown(&added, json, company::sheet);
        }
        Companies::Set { id: one, values } => {
            let changed = session.once("companies_update", json!({ "id": id(&one)?, "values": fields(&values)? })).await?;
            shown(&changed, json, company::sheet);
        }
        Companies::Email(point) => points(session, "company", "email", point, json).await?,
        Companies::Phone(point) => points(session, "company", "phone", point, json).await?,
        Companies::Url(point) => points(session, "company", "url", point, json).await?,
        Companies::Address(point) => points(session, "company", "address", point, json).await?,
        Companies::Tag { tag, ids: some, off } => {
            let (add, gone) = if off { (vec![], vec![tag]) } else { (vec![tag], vec![]) };
            let selection = json!({ "kind": "ids", "ids": ids(&some)? });
            answer(&session.once("tags_companies", json!({ "selection": selection, "add": add, "remove": gone })).await?, json);
        }
        Companies::Delete { ids: some } => answer(&remove(session, ["companies_get", "companies_delete"], ids(&some)?).await?, json),
    }
    Ok(())
}
