use super::{absolute, id, ids};
use crate::args::Privacy;
use crate::lists::{rows, text};
use crate::output::{Failure, answer, shown};
use crate::phrases::phrase;
use crate::session::Session;
use serde_json::{Value, json};

/// The most one list of expired people holds.
const MOST: u32 = 1_000;

/// Privacy of the people on the desk.
pub(super) async fn privacy(session: &Session, command: Privacy, json: bool) -> Result<(), Failure> {
    match command {
        Privacy::Show { id: person } => answer(&session.once("privacy_get", json!({ "id": id(&person)? })).await?, json),
        Privacy::Set { id: person, basis, informed, heard, how } => {
            let request =
                json!({ "id": id(&person)?, "basis": basis, "informedOn": informed, "heardOn": heard, "heardHow": how, "consent": null });
            answer(&session.once("privacy_set", request).await?, json);
        }
        Privacy::Consent { id: person, channel, said, note } => {
            let given = match said.as_str() {
                "given" => Some(true),
                "refused" => Some(false),
                _ => None,
            };
            let consent = json!({ "channel": channel, "given": given, "note": note });
            let request =
                json!({ "id": id(&person)?, "basis": null, "informedOn": null, "heardOn": null, "heardHow": null, "consent": consent });
            answer(&session.once("privacy_set", request).await?, json);
        }
        Privacy::Access { id: person, file } => {
            answer(&session.once("privacy_access", json!({ "id": id(&person)?, "path": absolute(&file)? })).await?, json);
        }
        Privacy::Expired { erase: false, .. } => {
            shown(&session.once("privacy_expired", json!({ "limit": MOST })).await?["rows"], json, told_expired)
        }
        Privacy::Expired { yes, .. } => {
            session.open().await?;
            let done = erase_expired(session, yes).await;
            session.close().await;
            shown(&done?, json, erased);
        }
        Privacy::Erase { ids: some, yes } => {
            let done = session.once("privacy_erase", json!({ "ids": ids(&some)?, "forGood": yes })).await?;
            shown(&done, json, erased);
        }
    }
    Ok(())
}

/// Erases page after page; the report names who, for they are nowhere else any more.
async fn erase_expired(session: &Session, yes: bool) -> Result<Value, Failure> {
    let (mut count, mut people): (u64, Vec<Value>) = (0, Vec::new());
    loop {
        let found = session.call("privacy_expired", json!({ "limit": MOST })).await?;
        let rows = found["rows"].as_array().cloned().unwrap_or_default();
        if rows.is_empty() {
            return Ok(json!({ "count": count, "people": people }));
        }
        let some: Vec<Value> = rows.iter().map(|row| row["id"].clone()).collect();
        let done = session.call("privacy_erase", json!({ "ids": some, "forGood": yes })).await?;
        count += done["count"].as_u64().unwrap_or_default();
        people.extend(rows);
    }
}

fn told_expired(expired: &Value) -> String {
    rows(expired, &["name", "company", "collected", "heard", "until", "id"], "none_expired", |one| {
        ["name", "company", "collected", "heardOn", "until"].map(|field| text(&one[field]).to_owned()).to_vec()
    })
}

fn erased(done: &Value) -> String {
    phrase("privacy.erased", &[("count", &done["count"].to_string())]) + "\n"
}
