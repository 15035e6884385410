use domain::companies::{Company, CompanyField};
use domain::people::{Person, PersonField};
use serde_json::{Value, json};
use std::time::Duration;
use store::ledger::{Event, Touch};
use store::outbox::NewMessage;
use store::{Actor, Intent, StoreError};
use testkit::TestApp;
use uuid::Uuid;

/// Values as the commands take them.
pub(crate) fn fields(values: &[(&str, &str)]) -> Value {
    values.iter().map(|(field, value)| json!({ "field": field, "value": value })).collect()
}

/// Adds somebody the seller typed; gives their id. Past the form, which refuses who is here already.
pub(crate) async fn person(test: &TestApp, values: &[(&str, &str)]) -> Uuid {
    brought(test, "manual", values).await
}

/// Adds somebody who came in from somewhere.
pub(crate) async fn brought(test: &TestApp, source: &'static str, values: &[(&str, &str)]) -> Uuid {
    let id = Uuid::now_v7();
    let values: Vec<(String, String)> = values.iter().map(|(field, value)| ((*field).to_owned(), (*value).to_owned())).collect();
    write(test, move |tx| {
        let mut person = Person::new(id, source, tx.now(), tx.now().date_naive());
        for (field, value) in &values {
            if field == "company" {
                person.company_id = Some(store::companies::find_or_create(tx, value, "", source)?.id);
            } else {
                PersonField::of_code(field).unwrap().set(&mut person, value).unwrap();
            }
        }
        store::people::insert(tx, &person)
    })
    .await;
    id
}

/// Adds a company past the form; gives its id.
pub(crate) async fn company(test: &TestApp, values: &[(&str, &str)]) -> Uuid {
    let id = Uuid::now_v7();
    let values: Vec<(String, String)> = values.iter().map(|(field, value)| ((*field).to_owned(), (*value).to_owned())).collect();
    write(test, move |tx| {
        let mut company = Company::new(id, "", "manual", tx.now());
        for (field, value) in &values {
            CompanyField::of_code(field).unwrap().set(&mut company, value).unwrap();
        }
        store::companies::insert(tx, &company)
    })
    .await;
    id
}

/// Benoît Lefèvre twice: once as the seller typed him, once as a file brought him.
pub(crate) async fn twice(test: &TestApp) -> (Uuid, Uuid) {
    let typed = [("first_name", "Benoît"), ("last_name", "Lefèvre"), ("email", "b.lefevre@beal.example"), ("company", "Cartonnages Béal")];
    let file = [
        ("first_name", "Benoit"),
        ("last_name", "Lefevre"),
        ("email", "benoit@beal-emballage.example"),
        ("company", "Cartonnages Beal"),
        ("title", "Directeur maintenance"),
    ];
    (person(test, &typed).await, brought(test, "csv", &file).await)
}

pub(crate) fn id(row: &Value) -> Uuid {
    row["id"].as_str().unwrap().parse().unwrap()
}

/// Types values on somebody.
pub(crate) async fn edit(test: &TestApp, id: Uuid, values: &[(&str, &str)]) {
    test.call("people_update", json!({ "id": id, "values": fields(values) })).await;
}

/// Somebody as they are now.
pub(crate) async fn get(test: &TestApp, id: Uuid) -> Value {
    test.call("people_get", json!({ "id": id })).await
}

/// Makes one of people.
pub(crate) async fn merge(test: &TestApp, survivor: Uuid, others: &[Uuid]) -> Value {
    merge_keeping(test, survivor, others, &[]).await
}

/// Makes one of people and keeps these values.
pub(crate) async fn merge_keeping(test: &TestApp, survivor: Uuid, others: &[Uuid], keep: &[(&str, Uuid)]) -> Value {
    let choices: Vec<Value> = keep.iter().map(|(field, from)| json!({ "field": field, "from": from })).collect();
    test.call("duplicates_merge", json!({ "kind": "person", "survivor": survivor, "others": others, "choices": choices })).await
}

/// Takes a merge of people apart.
pub(crate) async fn split(test: &TestApp, id: Uuid) -> Value {
    test.call("duplicates_split", json!({ "kind": "person", "id": id })).await
}

/// Takes an operation back; the last one without an id.
pub(crate) async fn undo(test: &TestApp, operation: &Value) -> Value {
    test.call("history_undo", json!({ "id": operation })).await
}

/// The gate's answer for an e-mail to somebody, and the rule that gives it.
pub(crate) async fn why(test: &TestApp, id: Uuid) -> (String, String) {
    let verdict = test.call("people_why", json!({ "id": id })).await;
    (verdict["answer"].as_str().unwrap().to_owned(), verdict["rule"]["code"].as_str().unwrap().to_owned())
}

/// Whether the rules say that somebody was touched by a first message.
pub(crate) async fn touched(test: &TestApp, id: Uuid) -> bool {
    let verdict = test.call("people_why", json!({ "id": id })).await;
    let rule = verdict["rules"].as_array().unwrap().iter().find(|rule| rule["rule"]["code"] == "gate.already_touched").unwrap();
    rule["ok"] == false
}

/// A message to somebody left, as the ledger enters it.
pub(crate) async fn sent(test: &TestApp, person: Uuid, address: &str, step: &str) {
    let touch = |event| Touch {
        event,
        channel: "email",
        person: Some(person),
        address: address.to_owned(),
        step: step.to_owned(),
        account: "smtp:me@desk.example".to_owned(),
        run: None,
        outbox: None,
        message_id: String::new(),
        detail: "{}".to_owned(),
    };
    let rows = [touch(Event::Started), touch(Event::Sent)];
    let desk = test.app.desk().unwrap();
    desk.write(Actor::Desk, Intent::new("test"), move |tx| rows.iter().try_for_each(|row| store::ledger::append(tx, row))).await.unwrap();
}

/// A message waits for somebody; gives its id.
pub(crate) async fn draft(test: &TestApp, person: Uuid, address: &str, step: &str) -> Uuid {
    let id = Uuid::now_v7();
    let message = NewMessage {
        id,
        step: step.to_owned(),
        person: Some(person),
        run: None,
        message_id: format!("{id}@desk.example"),
        in_reply_to: String::new(),
        to_name: "Somebody".to_owned(),
        to_address: address.to_owned(),
        to_norm: address.to_owned(),
        subject: "Hello".to_owned(),
        text: "Hello".to_owned(),
        html: String::new(),
        language: "fr".to_owned(),
        written_by: "template",
        warnings: Vec::new(),
        scheduled: false,
        send_after: None,
    };
    write(test, move |tx| store::outbox::insert(tx, &message)).await;
    id
}

/// A write past the commands.
pub(crate) async fn write(test: &TestApp, f: impl FnOnce(&mut store::Tx<'_>) -> Result<(), StoreError> + Send + 'static) {
    test.app.desk().unwrap().write(Actor::Desk, Intent::new("test"), f).await.unwrap();
}

/// A message as it stands.
pub(crate) async fn message(test: &TestApp, id: Uuid) -> store::outbox::Message {
    test.app.desk().unwrap().read(move |read| store::outbox::get(read, id)).await.unwrap().unwrap()
}

/// Searches to the end.
pub(crate) async fn search(test: &TestApp) -> Value {
    test.call("duplicates_search", json!({})).await;
    ended(test).await
}

/// Waits for the end of a search.
pub(crate) async fn ended(test: &TestApp) -> Value {
    for _ in 0..2_000 {
        let state = test.call("duplicates_state", json!({})).await;
        if state["search"].is_null() {
            return state;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    panic!("the search does not end");
}

/// Names of the groups that stand, each sorted.
pub(crate) async fn groups(test: &TestApp) -> Vec<Vec<String>> {
    let page = test.call("duplicates_list", json!({ "kind": null, "verdict": null, "offset": 0, "limit": 500 })).await;
    let names = |group: &Value| {
        let mut names: Vec<String> =
            group["members"].as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap().to_owned()).collect();
        names.sort();
        names
    };
    page["groups"].as_array().unwrap().iter().map(names).collect()
}

/// What stands on somebody's timeline: kinds and texts.
pub(crate) async fn timeline(test: &TestApp, id: Uuid) -> Vec<(String, String)> {
    let items = test.call("people_timeline", json!({ "id": id, "before": null, "limit": 100 })).await;
    let mut told: Vec<(String, String)> = items
        .as_array()
        .unwrap()
        .iter()
        .map(|item| (item["kind"].as_str().unwrap().to_owned(), item["body"].as_str().unwrap().to_owned()))
        .collect();
    told.sort();
    told
}

/// Notes on somebody.
pub(crate) async fn notes(test: &TestApp, id: Uuid) -> Vec<String> {
    timeline(test, id).await.into_iter().filter(|(kind, _)| kind == "note").map(|(_, text)| text).collect()
}

/// Writes a note.
pub(crate) async fn note(test: &TestApp, id: Uuid, text: &str) {
    test.call("people_note", json!({ "id": id, "text": text })).await;
}
