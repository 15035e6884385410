use super::CaptureFault;
use crate::App;
use domain::capture::{COMPANY, Known, PERSON, completeness};
use domain::contacts::{Owner, PointKind, Postal};
use domain::views::Changed;
use domain::views::capture::{CaptureDone, CaptureKind, ToQualify};
use store::{Actor, Intent, Read};
use uuid::Uuid;

/// Everybody to qualify, the newest first, with how complete they are.
///
/// # Errors
/// When the desk is locked or cannot be read.
pub async fn list(app: &App) -> Result<Vec<ToQualify>, CaptureFault> {
    app.desk()?
        .read(|read| {
            let mut waiting = Vec::new();
            for (id, since) in store::capture::waiting(read, CaptureKind::Person)? {
                waiting.extend(person(read, id)?.map(|one| ToQualify { since, ..one }));
            }
            for (id, since) in store::capture::waiting(read, CaptureKind::Company)? {
                waiting.extend(company(read, id)?.map(|one| ToQualify { since, ..one }));
            }
            waiting.sort_by_key(|one| std::cmp::Reverse((one.since, one.id)));
            Ok::<_, CaptureFault>(waiting)
        })
        .await
}

/// Says that some are qualified, or puts them back on the list, as one undo step.
///
/// # Errors
/// `capture.not_there` when none of them is on the list.
pub async fn done(app: &App, request: CaptureDone) -> Result<Changed, CaptureFault> {
    let code = if request.back { "capture.back" } else { "capture.done" };
    let intent = Intent::new(code).with("count", request.ids.len());
    let written = app
        .desk()?
        .write(Actor::Seller, intent, move |tx| {
            let mut count = 0_u32;
            for id in request.ids {
                for kind in [CaptureKind::Person, CaptureKind::Company] {
                    count += u32::from(store::capture::mark(tx, kind, id, request.back)?);
                }
            }
            if count == 0 { Err(CaptureFault::NotThere) } else { Ok(count) }
        })
        .await?;
    Ok(Changed { count: written.value, operation: written.operation.map(|id| id.0) })
}

/// How complete a person's record is, in percent; `None` when there is no such person.
pub(crate) fn completeness_of(read: &Read<'_>, id: Uuid) -> Result<Option<u32>, store::StoreError> {
    person(read, id).map(|found| found.map(|one| one.score)).map_err(|fault| match fault {
        CaptureFault::Store(error) => error,
        _ => store::StoreError::NoOperation,
    })
}

fn person(read: &Read<'_>, id: Uuid) -> Result<Option<ToQualify>, CaptureFault> {
    let Some(person) = store::people::get(read, id)? else { return Ok(None) };
    let points = store::contacts::of(read, Owner::Person(id))?;
    let place = points.iter().find(|point| point.kind == PointKind::Address).and_then(|point| Postal::of(&point.value));
    let place = place.map(|postal| postal.line()).unwrap_or_else(|| person.location.clone());
    let fields = [
        ("first_name", &person.first_name),
        ("last_name", &person.last_name),
        ("company", &person.company),
        ("title", &person.title),
        ("email", &person.email),
        ("phone", &person.phone),
        ("place", &place),
    ];
    let (score, parts) = completeness(&PERSON, &known(&fields));
    Ok(Some(ToQualify { id, kind: CaptureKind::Person, name: person.label(), place, since: person.created_at, score, parts }))
}

fn company(read: &Read<'_>, id: Uuid) -> Result<Option<ToQualify>, CaptureFault> {
    let Some(company) = store::companies::get(read, id)? else { return Ok(None) };
    let place = format!("{} {}", company.postcode, company.city).trim().to_owned();
    let site = if company.website.is_empty() { &company.domain } else { &company.website };
    let fields = [
        ("name", &company.name),
        ("siren", &company.siren),
        ("phone", &company.phone),
        ("website", site),
        ("activity", &company.activity),
        ("place", &place),
    ];
    let (score, parts) = completeness(&COMPANY, &known(&fields));
    Ok(Some(ToQualify { id, kind: CaptureKind::Company, name: company.name, place, since: company.created_at, score, parts }))
}

fn known(fields: &[(&'static str, &String)]) -> Known {
    Known { fields: fields.iter().filter(|(_, value)| !value.is_empty()).map(|(field, _)| *field).collect() }
}
