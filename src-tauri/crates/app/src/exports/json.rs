use super::around::{Around, Point};
use domain::people::Person;
use domain::views::custom::{CustomField, CustomValueView};
use serde_json::{Map, Value, json};

/// The seller's own fields by their names.
pub(super) fn custom(own: &[CustomField], values: &[CustomValueView]) -> Map<String, Value> {
    let named = |value: &CustomValueView| Some((own.iter().find(|field| field.id == value.field)?.name.clone(), json!(value.value)));
    values.iter().filter_map(named).collect()
}

/// A person as one line of a JSON export: names as in the commands, `null` for what is unknown.
pub(super) fn line(person: &Person, own: &[CustomField], values: &[CustomValueView], around: &Around) -> Value {
    let text = |value: &str| if value.is_empty() { Value::Null } else { Value::from(value) };
    json!({
        "id": person.id,
        "firstName": text(&person.first_name),
        "lastName": text(&person.last_name),
        "title": text(&person.title),
        "company": text(&person.company),
        "email": text(&person.email),
        "emailStatus": person.email_status.code(),
        "phone": text(&person.phone),
        "linkedinUrl": text(&person.linkedin_url),
        "location": text(&person.location),
        "timeZone": text(&person.time_zone),
        "language": text(&person.language),
        "status": person.status.key(),
        "notes": text(&person.notes),
        "messageSent": text(&person.message_sent),
        "followupCount": person.followup_count,
        "lastContactAt": person.last_contact_at,
        "consentAt": person.consent_at,
        "consentNote": text(&person.consent_note),
        "source": person.source,
        "sourceDetail": text(&person.source_detail),
        "connectedOn": person.connected_on,
        "addedOn": person.added_on,
        "sample": person.sample,
        "createdAt": person.created_at,
        "custom": custom(own, values),
        "tags": around.tags,
        "lists": around.lists,
        "contacts": around.points().map(point).collect::<Vec<_>>(),
    })
}

fn point(point: &Point) -> Value {
    json!({
        "kind": point.kind.code(),
        "label": point.label,
        "value": if point.postal.is_some() { Value::Null } else { json!(point.value) },
        "postal": point.postal,
        "status": point.status.code(),
        "first": point.first,
    })
}
