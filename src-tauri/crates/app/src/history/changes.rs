use super::HistoryFault;
use super::view::{actor, view};
use crate::{App, words};
use chrono::{DateTime, Days, NaiveDate, Utc};
use chrono_tz::Tz;
use domain::history::{form_of, form_of_setting, is_told, kind_of};
use domain::time;
use domain::views::history::{
    ChangeKind, ChangeView, ChangedField, ChangedKind, ChangesAsk, ChangesPage, ChangesRows, RecordKind, RecordRef, ValueForm,
};
use domain::writing::Language;
use serde_json::Value;
use std::collections::HashMap;
use std::ops::ControlFlow;
use store::journal::{self, Operation, Place, RowChange, Wanted};
use store::{OperationId, Read, StoreError};

/// The most one page holds.
const MOST: u32 = 200;

/// Changes field by field, newest first: of a record, of an operation, or of everything.
///
/// # Errors
/// [`HistoryFault`] when the desk is locked or cannot be read.
pub async fn changes(app: &App, page: ChangesPage) -> Result<ChangesRows, HistoryFault> {
    let limit = page.limit.clamp(1, MOST) as usize;
    let rows = app
        .desk()?
        .read::<_, StoreError>(move |read| {
            let after = page.after.as_deref().and_then(place_of);
            let mut rows: Vec<ChangeView> = Vec::with_capacity(limit);
            let mut more = false;
            each::<StoreError>(read, &page.ask, after, |change| {
                more = rows.len() == limit;
                if more {
                    return Ok(ControlFlow::Break(()));
                }
                rows.push(change);
                Ok(ControlFlow::Continue(()))
            })?;
            let next = rows.last().filter(|_| more).map(|row| row.place.clone());
            Ok(ChangesRows { rows, next })
        })
        .await?;
    Ok(rows)
}

/// Everything that changed on a person, newest first.
pub(crate) fn every_change_of(read: &Read<'_>, person: uuid::Uuid) -> Result<Vec<ChangeView>, StoreError> {
    let ask = ChangesAsk { record: Some(RecordRef { kind: RecordKind::Person, id: person }), ..ChangesAsk::default() };
    let mut all = Vec::new();
    each::<StoreError>(read, &ask, None, |change| {
        all.push(change);
        Ok(ControlFlow::Continue(()))
    })?;
    Ok(all)
}

/// Calls `f` for every change that is asked for and says something.
pub(super) fn each<E: From<StoreError>>(
    read: &Read<'_>,
    ask: &ChangesAsk,
    after: Option<Place>,
    mut f: impl FnMut(ChangeView) -> Result<ControlFlow<()>, E>,
) -> Result<(), E> {
    let settings = store::settings::load(read)?;
    let zone = settings.zone();
    let language = Language::of_code(settings.text("identity.locale")).unwrap_or(Language::Fr);
    let kinds = &ask.kinds;
    let wanted = Wanted {
        operation: ask.operation.map(OperationId),
        record: ask.record.as_ref().map(|record| (record.kind, record.id)),
        tables: if kinds.is_empty() {
            Vec::new()
        } else {
            journal::tables().filter(|table| kind_of(table).is_some_and(|kind| kinds.contains(&kind))).collect()
        },
        column: ask.field.clone(),
        actor: ask.actor.clone(),
        from: ask.from.map(|day| midnight(day, zone)),
        before: ask.to.and_then(|day| day.checked_add_days(Days::new(1))).map(|day| midnight(day, zone)),
    };
    let mut names = Names { language, known: HashMap::new() };
    let mut failure = None;
    journal::each_change(read, &wanted, after, |operation, change| {
        let Some(told) = tell(read, &mut names, ask.record.as_ref(), operation, change)? else { return Ok(ControlFlow::Continue(())) };
        match f(told) {
            Ok(flow) => Ok(flow),
            Err(error) => {
                failure = Some(error);
                Ok(ControlFlow::Break(()))
            }
        }
    })?;
    failure.map_or(Ok(()), Err)
}

fn midnight(day: NaiveDate, zone: Tz) -> DateTime<Utc> {
    time::instant(zone, day, chrono::NaiveTime::MIN)
}

fn place_of(text: &str) -> Option<Place> {
    let (segment, row) = text.split_once('.')?;
    Some(Place { segment: segment.parse().ok()?, row: row.parse().ok()? })
}

/// A change in the seller's words; nothing where only what the desk keeps for itself changed.
fn tell(
    read: &Read<'_>,
    names: &mut Names,
    record: Option<&RecordRef>,
    operation: &Operation,
    change: RowChange,
) -> Result<Option<ChangeView>, StoreError> {
    let Some(kind) = kind_of(&change.table) else { return Ok(None) };
    let trashed = change.columns.iter().find(|(name, old, new)| name == "deleted_at" && old != new);
    let what = match trashed {
        _ if change.inserted => ChangeKind::Added,
        _ if change.deleted => ChangeKind::Removed,
        Some((_, _, Some(_))) => ChangeKind::Removed,
        Some((_, _, None)) => ChangeKind::Restored,
        None => ChangeKind::Changed,
    };
    // Of another record that points to this one, the pointing is what happened here.
    let pointing = record.filter(|record| is_other_record(record.kind, &change.table)).map(|record| record.id.to_string());
    let setting = (change.table == "setting").then(|| either(&change, "key"));
    let mut fields = Vec::new();
    let mut said = false;
    for (name, old, new) in &change.columns {
        let (old, new) = (old.as_deref().unwrap_or_default(), new.as_deref().unwrap_or_default());
        let points = pointing.as_deref().is_none_or(|id| old == id || new == id);
        if old == new || !points || !is_told(&change.table, name) {
            continue;
        }
        let key = change.keys.contains(name);
        // Whose row it is stands in its label.
        if key && matches!(name.as_str(), "person_id" | "company_id" | "opportunity_id") {
            continue;
        }
        said |= !key;
        // An inserted or deleted row says of itself what it is: that nothing was, or is, there any more needs no zero.
        if what != ChangeKind::Changed && (old == "0" || new == "0" || old == "[]" || new == "[]") {
            continue;
        }
        let form = match setting {
            Some(key) => form_of_setting(key),
            None => form_of(&change.table, name),
        };
        fields.push(ChangedField {
            field: name.clone(),
            form,
            old: names.value(read, name, form, old)?,
            new: names.value(read, name, form, new)?,
        });
    }
    if !said && what == ChangeKind::Changed {
        return Ok(None);
    }
    let label = label(read, names, &change)?;
    let of = view(operation.clone());
    Ok(Some(ChangeView {
        place: format!("{}.{}", change.place.segment, change.place.row),
        operation: operation.id.0,
        at: operation.at,
        actor: actor(&operation.actor),
        intent: of.intent,
        kind: owner(&change, kind),
        row: change.table,
        label,
        change: what,
        fields,
    }))
}

/// Whether a row of this table is a record in its own right, and not this one's.
fn is_other_record(kind: RecordKind, table: &str) -> bool {
    let own = match kind {
        RecordKind::Person => "person",
        RecordKind::Company => "company",
        RecordKind::Opportunity => "opportunity",
    };
    matches!(table, "person" | "company" | "opportunity" | "appointment") && table != own
}

/// What stands on a company or an opportunity alone belongs to that.
fn owner(change: &RowChange, kind: ChangedKind) -> ChangedKind {
    if !matches!(change.table.as_str(), "contact_point" | "activity" | "file") {
        return kind;
    }
    let has = |column: &str| {
        change.columns.iter().any(|(name, old, new)| name == column && [old, new].into_iter().flatten().any(|id| !id.is_empty()))
    };
    match (has("person_id"), has("company_id"), has("opportunity_id")) {
        (true, _, _) => ChangedKind::Person,
        (_, true, _) => ChangedKind::Company,
        (_, _, true) => ChangedKind::Opportunity,
        _ => kind,
    }
}

/// What a column had, or what it was given where it had nothing.
fn either<'c>(change: &'c RowChange, column: &str) -> &'c str {
    let told = change.columns.iter().find(|(name, _, _)| name == column);
    told.and_then(|(_, old, new)| old.as_deref().or(new.as_deref())).unwrap_or_default()
}

/// Name of the record: as it is now, else as the change itself tells it.
fn label(read: &Read<'_>, names: &mut Names, change: &RowChange) -> Result<String, StoreError> {
    let now = journal::label(read, &change.table, &change.row)?;
    if !now.is_empty() {
        return Ok(now);
    }
    let value = |column: &str| either(change, column);
    let full = format!("{} {}", value("first_name"), value("last_name"));
    for told in [full.trim(), value("name"), value("title"), value("name_fr"), value("email"), value("key")] {
        if !told.is_empty() {
            return Ok(told.to_owned());
        }
    }
    for column in ["person_id", "company_id", "opportunity_id"] {
        let told = names.value(read, column, ValueForm::Name, value(column))?;
        if !told.is_empty() {
            return Ok(told);
        }
    }
    Ok(String::new())
}

/// Names of what ids point to, each looked up once.
struct Names {
    language: Language,
    known: HashMap<(String, String), String>,
}

impl Names {
    fn value(&mut self, read: &Read<'_>, column: &str, form: ValueForm, raw: &str) -> Result<String, StoreError> {
        match form {
            ValueForm::Name if !raw.is_empty() => {
                let table = pointed_to(column);
                let key = (table.to_owned(), raw.to_owned());
                if let Some(known) = self.known.get(&key) {
                    return Ok(known.clone());
                }
                let name = journal::name_of(read, table, raw, self.language)?;
                self.known.insert(key, name.clone());
                Ok(name)
            }
            ValueForm::Text if column == "data" => Ok(said(read, self.language, raw)?.unwrap_or_else(|| raw.to_owned())),
            ValueForm::Text if raw.starts_with('{') => Ok(spoken(raw)),
            _ => Ok(raw.to_owned()),
        }
    }
}

/// The table a column's ids are of. A record that became another's, and the two of what is no duplicate, may be of either kind.
pub(crate) fn pointed_to(column: &str) -> &'static str {
    match column {
        "company_id" => "company",
        "opportunity_id" => "opportunity",
        "tag_id" => "tag",
        "list_id" => "named_list",
        "pipeline_id" => "pipeline",
        "stage_id" => "pipeline_stage",
        "close_reason_id" => "close_reason",
        "appointment_id" => "appointment",
        "field_id" => "custom_field",
        "status" => "person_status",
        "person_id" => "person",
        _ => "",
    }
}

/// What a line of a timeline says: what happened in words, and what somebody wrote; nothing where the text is none of those.
pub(crate) fn said(read: &Read<'_>, language: Language, raw: &str) -> Result<Option<String>, StoreError> {
    let Some(said) = store::activity::said(read, raw)? else { return Ok(None) };
    let what = said.reason.map(|why| words::say_reason(language, &why.code, &why.params)).unwrap_or_default();
    Ok(Some([what, said.text].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n")))
}

/// The words in a value that is kept as JSON, such as the parts of a postal address.
fn spoken(raw: &str) -> String {
    fn words(value: &Value, into: &mut Vec<String>) {
        match value {
            Value::String(text) if !text.is_empty() => into.push(text.clone()),
            Value::Number(number) => into.push(number.to_string()),
            Value::Array(all) => all.iter().for_each(|one| words(one, into)),
            Value::Object(all) => all.values().for_each(|one| words(one, into)),
            _ => {}
        }
    }
    let Ok(value) = serde_json::from_str(raw) else { return raw.to_owned() };
    let mut said = Vec::new();
    words(&value, &mut said);
    said.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_kept_as_json_reads_as_its_words() {
        assert_eq!(spoken(r#"{"text":"met at the lift"}"#), "met at the lift");
        assert_eq!(spoken(r#"{"street":"12 quai","city":"Nantes","region":""}"#), "Nantes, 12 quai");
        assert_eq!(spoken("{not json"), "{not json");
    }
}
