use super::id;
use crate::args_points::Point;
use crate::output::{Failure, shown};
use crate::phrases::usage;
use crate::session::Session;
use crate::{lists, points};
use serde_json::{Map, Value, json};

/// Addresses, numbers, links and postal addresses of a person or a company (`owner`).
pub(super) async fn points(session: &Session, owner: &str, kind: &str, command: Point, json: bool) -> Result<(), Failure> {
    session.open().await?;
    let left = act(session, owner, kind, command).await;
    session.close().await;
    shown(&left?, json, points::list);
    Ok(())
}

async fn act(session: &Session, owner: &str, kind: &str, command: Point) -> Result<Value, Failure> {
    let whose = |text: &str| Ok::<_, Failure>(json!({ "kind": owner, "id": id(text)? }));
    match command {
        Point::Add { id, values, label, first } => {
            let (value, postal) = value(kind, &values)?;
            let request = json!({ "owner": whose(&id)?, "kind": kind, "label": label, "value": value, "postal": postal, "first": first });
            session.call("contacts_add", request).await
        }
        Point::Set { id, which, values, label, status } => {
            let whose = whose(&id)?;
            let (value, postal) = if values.is_empty() { (Value::Null, Value::Null) } else { value(kind, &values)? };
            let point = named(session, &whose, kind, &which).await?;
            let request =
                json!({ "owner": whose, "kind": kind, "id": point, "label": label, "value": value, "postal": postal, "status": status });
            session.call("contacts_set", request).await
        }
        Point::Remove { id, which } => {
            let whose = whose(&id)?;
            let point = named(session, &whose, kind, &which).await?;
            session.call("contacts_remove", json!({ "owner": whose, "kind": kind, "id": point })).await
        }
        Point::First { id, which } => {
            let whose = whose(&id)?;
            let point = named(session, &whose, kind, &which).await?;
            session.call("contacts_first", json!({ "owner": whose, "kind": kind, "id": point })).await
        }
    }
}

/// The value, or the parts of a postal address.
fn value(kind: &str, values: &[String]) -> Result<(Value, Value), Failure> {
    if kind != "address" {
        return Ok((values.join(" ").into(), Value::Null));
    }
    let mut parts: Map<String, Value> =
        ["street", "postcode", "city", "region", "country"].map(|part| (part.to_owned(), "".into())).into_iter().collect();
    for text in values {
        let (part, value) = text.split_once('=').ok_or_else(|| usage("set_form", &[("text", text)]))?;
        match parts.get_mut(part) {
            Some(known) => *known = value.into(),
            None => return Err(usage("point_part", &[("part", part)])),
        }
    }
    Ok(("".into(), parts.into()))
}

/// The id of the one that was named: by its id, by what it is, or as it is shown.
async fn named(session: &Session, whose: &Value, kind: &str, which: &str) -> Result<Value, Failure> {
    let all = session.call("contacts_list", json!({ "owner": whose })).await?;
    let is = |point: &Value| ["id", "value", "shown", "target"].iter().any(|name| lists::text(&point[*name]).eq_ignore_ascii_case(which));
    let found = all.as_array().into_iter().flatten().find(|point| point["kind"] == kind && is(point));
    found.map(|point| point["id"].clone()).ok_or_else(|| usage("no_point", &[("which", which)]))
}
