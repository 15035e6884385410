use super::PeopleFault;
use crate::App;
use crate::outreach::{Gate, stopped};
use chrono::{DateTime, Utc};
use domain::outreach::Step;
use domain::people::Person;
use domain::views::ById;
use domain::views::contacts::{ContactPointView, Owner};
use domain::views::duplicates::DuplicateKind;
use domain::views::outreach::VerdictView;
use domain::views::people::{Consent, FieldSource, PersonDetail, SuppressionView, TimelineItem, TimelinePage};
use store::Read;
use uuid::Uuid;

/// Everything about one person, also by the id of somebody who was made one with them.
///
/// # Errors
/// `people.not_found`; when the desk is locked or cannot be read.
pub async fn get(app: &App, request: ById) -> Result<PersonDetail, PeopleFault> {
    let now = app.ports().clock.now();
    app.desk()?.read(move |read| detail(read, standing(read, request.id)?, now)).await
}

/// A page of a person's timeline, newest first.
///
/// # Errors
/// `people.not_found`; when the desk is locked or cannot be read.
pub async fn timeline(app: &App, request: TimelinePage) -> Result<Vec<TimelineItem>, PeopleFault> {
    let now = app.ports().clock.now();
    app.desk()?
        .read(move |read| {
            let person = present(read, standing(read, request.id)?)?;
            let mut items = store::people::timeline(read, &person, request.before, request.limit, &request.kinds)?;
            explain_stops(read, now, items.iter_mut().map(|item| (person.id, item)))?;
            Ok(items)
        })
        .await
}

/// Says why what was stopped for its person's sake does not come any more: the gate's answer.
pub(crate) fn explain_stops<'i>(
    read: &Read<'_>,
    now: DateTime<Utc>,
    items: impl Iterator<Item = (Uuid, &'i mut TimelineItem)>,
) -> Result<(), store::StoreError> {
    let mut gate = None;
    for (person, item) in items.filter(|(_, item)| item.reason.is_none() && item.kind.ends_with("_stopped")) {
        let gate = match &mut gate {
            Some(gate) => gate,
            none => none.insert(Gate::load(read, now)?),
        };
        let step = item.n.map_or(Step::First, Step::Followup);
        item.reason = stopped(read, gate, person, step, item.outbox_id)?.map(Into::into);
    }
    Ok(())
}

/// Why, why not, when: the gate's answer for e-mail to one person.
///
/// # Errors
/// `people.not_found`; when the desk is locked or cannot be read.
pub async fn why(app: &App, request: ById) -> Result<VerdictView, PeopleFault> {
    let now = app.ports().clock.now();
    app.desk()?.read(move |read| crate::outreach::why(read, request.id, now)?.ok_or(PeopleFault::NotFound)).await
}

/// Who stands for the person of this id: somebody who was made one with another is found under that one.
fn standing(read: &Read<'_>, id: Uuid) -> Result<Uuid, PeopleFault> {
    Ok(store::merging::standing(read, DuplicateKind::Person, id)?.unwrap_or(id))
}

/// A person who is on the desk.
pub(crate) fn present(read: &Read<'_>, id: Uuid) -> Result<Person, PeopleFault> {
    store::people::get(read, id)?.filter(|person| person.deleted_at.is_none()).ok_or(PeopleFault::NotFound)
}

pub(super) fn detail(read: &Read<'_>, id: Uuid, now: DateTime<Utc>) -> Result<PersonDetail, PeopleFault> {
    let person = present(read, id)?;
    let fields = store::people::provenance(read, id)?
        .fields
        .into_iter()
        .map(|(field, source, at)| FieldSource { field: field.code().to_owned(), source, at })
        .collect();
    let held = store::suppression::held(read, id, &person.email_norm, &person.linkedin_slug)?;
    Ok(PersonDetail {
        language: person.language.clone(),
        time_zone: person.time_zone.clone(),
        notes: person.notes.clone(),
        message_sent: person.message_sent.clone(),
        followup_count: person.followup_count,
        connected_on: person.connected_on,
        source: person.source.clone(),
        source_detail: person.source_detail.clone(),
        consent: person.consent_at.map(|at| Consent { at, note: person.consent_note.clone() }),
        fields,
        contacts: contacts(read, id)?,
        suppression: held.map(|held| SuppressionView { at: held.at, scope: held.scope, reason: held.reason, note: held.note }),
        verdict: crate::outreach::why(read, id, now)?.ok_or(PeopleFault::NotFound)?,
        row: store::people::view(read, person)?,
    })
}

/// Every way to reach somebody who is on the desk.
fn contacts(read: &Read<'_>, id: Uuid) -> Result<Vec<ContactPointView>, PeopleFault> {
    crate::contacts::all_of(read, Owner::Person(id)).map_err(|fault| match fault {
        crate::contacts::ContactsFault::Store(error) => PeopleFault::Store(error),
        _ => PeopleFault::NotFound,
    })
}
