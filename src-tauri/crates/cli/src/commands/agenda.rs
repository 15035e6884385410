use super::{absolute, fields, id, ids};
use crate::agenda;
use crate::args::{About, Appointments, Notes, Tasks, Which};
use crate::output::{Failure, answer, shown};
use crate::phrases::usage;
use crate::session::Session;
use chrono::{Days, Local, NaiveDate};
use serde_json::{Value, json};

/// Rows asked for at a time.
const PAGE: u64 = 500;
/// Days shown where none are named.
const AHEAD: Days = Days::new(30);

/// Tasks.
pub(super) async fn tasks(session: &Session, command: Tasks, json: bool) -> Result<(), Failure> {
    match command {
        Tasks::List { which, about } => shown(&list(session, which, &about).await?, json, agenda::tasks),
        Tasks::Show { id: one } => shown(&session.once("tasks_get", json!({ "id": id(&one)? })).await?, json, agenda::task),
        Tasks::New { about, words } => shown(&new_task(session, &about, &words).await?, json, agenda::task),
        Tasks::Set { id: one, values } => {
            let changed = session.once("tasks_update", json!({ "id": id(&one)?, "values": fields(&values)? })).await?;
            shown(&changed, json, agenda::task);
        }
        Tasks::Done { ids: some, outcome } => {
            answer(&session.once("tasks_done", json!({ "ids": ids(&some)?, "outcome": outcome })).await?, json);
        }
        Tasks::Reopen { ids: some } => answer(&session.once("tasks_reopen", json!({ "ids": ids(&some)? })).await?, json),
        Tasks::Postpone { ids: some, to, days } => {
            let to = to.as_deref().map(day).transpose()?;
            answer(&session.once("tasks_postpone", json!({ "ids": ids(&some)?, "to": to, "days": days })).await?, json);
        }
        Tasks::Delete { ids: some } => answer(&session.once("tasks_delete", json!({ "ids": ids(&some)? })).await?, json),
    }
    Ok(())
}

/// Appointments.
pub(super) async fn appointments(session: &Session, command: Appointments, json: bool) -> Result<(), Failure> {
    let close = |one: &str, state: &str, outcome: String, next: Option<Value>| {
        Ok::<_, Failure>(json!({ "id": id(one)?, "state": state, "outcome": outcome, "next": next }))
    };
    let value = match command {
        Appointments::List { from, to } => {
            let today = Local::now().date_naive();
            let from = from.as_deref().map(day).transpose()?.unwrap_or(today);
            let to = to.as_deref().map(day).transpose()?.or_else(|| from.checked_add_days(AHEAD)).unwrap_or(from);
            let range = session.once("agenda_range", json!({ "from": from, "to": to })).await?;
            shown(&range["appointments"], json, agenda::appointments);
            return Ok(());
        }
        Appointments::Export { file, from, to, titles_only } => {
            let [from, to] = [from, to].map(|text| text.as_deref().map(day).transpose());
            let request = json!({ "ids": [], "from": from?, "to": to?, "titlesOnly": titles_only, "path": absolute(&file)? });
            answer(&session.once("calendar_export", request).await?, json);
            return Ok(());
        }
        Appointments::Import { file, check: true } => {
            let found = session.once("calendar_check", json!({ "path": absolute(&file)?, "hash": "" })).await?;
            shown(&found, json, agenda::calendar);
            return Ok(());
        }
        Appointments::Import { file, check: false } => {
            answer(&session.once("calendar_import", json!({ "path": absolute(&file)?, "hash": "" })).await?, json);
            return Ok(());
        }
        Appointments::Delete { ids: some } => {
            answer(&session.once("appointments_delete", json!({ "ids": ids(&some)? })).await?, json);
            return Ok(());
        }
        Appointments::Show { id: one } => session.once("appointments_get", json!({ "id": id(&one)? })).await?,
        Appointments::New { values } => session.once("appointments_create", json!({ "values": fields(&values)? })).await?,
        Appointments::Set { id: one, values } => {
            session.once("appointments_update", json!({ "id": id(&one)?, "values": fields(&values)? })).await?
        }
        Appointments::Done { id: one, outcome, no_show, next } => {
            let state = if no_show { "no_show" } else { "done" };
            session.open().await?;
            let closed = done(session, |next| close(&one, state, outcome.clone(), next), next).await;
            session.close().await;
            closed?
        }
        Appointments::Cancel { id: one, outcome } => session.once("appointments_close", close(&one, "cancelled", outcome, None)?).await?,
    };
    shown(&value, json, agenda::appointment);
    Ok(())
}

/// Notes and what happened.
pub(super) async fn notes(session: &Session, command: Notes, json: bool) -> Result<(), Failure> {
    match command {
        Notes::Add { about, text } => {
            let [person, company, opportunity] = about_ids(&about)?;
            let note = json!({ "personId": person, "companyId": company, "opportunityId": opportunity, "text": text.join(" ") });
            answer(&session.once("notes_add", note).await?, json);
        }
        Notes::List { about, limit } => {
            let page = |id: Value| json!({ "id": id, "before": null, "limit": limit.min(200) });
            let happened = match about_ids(&about)? {
                [Value::Null, Value::Null, _] => return Err(usage("notes_which", &[])),
                [Value::Null, company, _] => session.once("companies_timeline", page(company)).await?,
                [person, ..] => session.once("people_timeline", page(person)).await?,
            };
            shown(&happened, json, agenda::timeline);
        }
        Notes::Search { words } => {
            let found = session.once("texts_search", json!({ "text": words.join(" "), "limit": 50 })).await?;
            shown(&found, json, agenda::texts);
        }
        Notes::Set { id: one, text } => {
            answer(&session.once("notes_edit", json!({ "id": id(&one)?, "text": text.join(" ") })).await?, json);
        }
        Notes::Delete { id: one } => answer(&session.once("notes_delete", json!({ "id": id(&one)? })).await?, json),
    }
    Ok(())
}

async fn list(session: &Session, which: Which, about: &About) -> Result<Value, Failure> {
    let filter = match which {
        Which::Open => "open",
        Which::Today => "today",
        Which::Overdue => "overdue",
        Which::Week => "week",
        Which::Done => "done",
        Which::All => "all",
    };
    let [person, company, opportunity] = about_ids(about)?;
    session.open().await?;
    let mut rows = Vec::new();
    let mut outcome = Ok(());
    loop {
        let page = json!({
            "filter": filter, "personId": person, "companyId": company, "opportunityId": opportunity, "offset": rows.len(), "limit": PAGE,
        });
        match session.call("tasks_list", page).await {
            Ok(page) => {
                rows.extend(page["rows"].as_array().cloned().unwrap_or_default());
                if page["last"].as_bool().unwrap_or(true) {
                    break;
                }
            }
            Err(failure) => {
                outcome = Err(failure);
                break;
            }
        }
    }
    session.close().await;
    outcome.map(|()| Value::Array(rows))
}

/// A task from values, or from words that name its day and time.
async fn new_task(session: &Session, about: &About, words: &[String]) -> Result<Value, Failure> {
    let [person, company, opportunity] = about_ids(about)?;
    session.open().await?;
    let added = add_task(session, words, [("person_id", person), ("company_id", company), ("opportunity_id", opportunity)]).await;
    session.close().await;
    added
}

async fn add_task(session: &Session, words: &[String], about: [(&str, Value); 3]) -> Result<Value, Failure> {
    let mut values = if words.iter().all(|word| is_value(word)) { fields(words)? } else { read(session, &words.join(" ")).await? };
    values.extend(about.into_iter().filter(|(_, id)| !id.is_null()).map(|(field, id)| json!({ "field": field, "value": id })));
    session.call("tasks_create", json!({ "values": values })).await
}

/// What a line of words says, as the values of a task.
async fn read(session: &Session, text: &str) -> Result<Vec<Value>, Failure> {
    let read = session.call("tasks_read", json!({ "text": text })).await?;
    let named = [("title", "title"), ("kind", "kind"), ("due_on", "dueOn"), ("due_time", "dueTime"), ("priority", "priority")];
    let values = named.into_iter().map(|(field, name)| (field, read[name].as_str().unwrap_or_default()));
    Ok(values.filter(|(_, value)| !value.is_empty()).map(|(field, value)| json!({ "field": field, "value": value })).collect())
}

async fn done(
    session: &Session,
    close: impl FnOnce(Option<Value>) -> Result<Value, Failure>,
    next: Option<String>,
) -> Result<Value, Failure> {
    let next = match next {
        Some(words) => Some(json!({ "values": read(session, &words).await? })),
        None => None,
    };
    session.call("appointments_close", close(next)?).await
}

/// `field=value`, the field in small letters: other words may hold an equals sign too.
fn is_value(word: &str) -> bool {
    word.split_once('=').is_some_and(|(field, _)| !field.is_empty() && field.chars().all(|c| c.is_ascii_lowercase() || c == '_'))
}

pub(super) fn about_ids(about: &About) -> Result<[Value; 3], Failure> {
    let one = |text: &Option<String>| text.as_deref().map_or(Ok(Value::Null), id);
    Ok([one(&about.person)?, one(&about.company)?, one(&about.opportunity)?])
}

fn day(text: &str) -> Result<NaiveDate, Failure> {
    text.parse().map_err(|_| usage("not_a_day", &[("text", text)]))
}
