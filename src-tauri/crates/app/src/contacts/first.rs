use super::holder::{Held, Holder};
use super::{ContactsFault, all_of, present, step_back, unknown_first};
use crate::App;
use domain::contacts::{ContactPoint, Owner, PointKind, PointStatus};
use domain::views::contacts::{ContactPointView, PointRef};
use store::contacts::First;
use store::{Actor, Intent, Tx};

/// Uses one for messages and calls from now on; the one that was first stands behind it. Answers with all of them.
///
/// # Errors
/// `contacts.not_found`, `contacts.head_office`, `people.not_found`, `companies.not_found`.
pub async fn first(app: &App, request: PointRef) -> Result<Vec<ContactPointView>, ContactsFault> {
    let (owner, desk) = (request.owner, app.desk()?);
    let name = desk.read(move |read| Ok::<_, ContactsFault>(Holder::present(read, owner)?.name())).await?;
    let intent = Intent::new("contacts.first").with("name", name).with("kind", request.kind.code());
    desk.write(Actor::Seller, intent, move |tx| {
        if request.id == Holder::present(tx, owner)?.id() {
            return Ok(());
        }
        let point = present(tx, owner, request.kind, request.id)?;
        promote(tx, point)
    })
    .await?;
    app.wake();
    desk.read(move |read| all_of(read, owner)).await
}

/// Makes a point the first of its kind: it changes places with what stands on the owner, or goes before the others.
pub(super) fn promote(tx: &mut Tx<'_>, point: ContactPoint) -> Result<(), ContactsFault> {
    let (owner, kind) = (point.owner, point.kind);
    let mut holder = Holder::present(tx, owner)?;
    if kind == PointKind::Address && matches!(owner, Owner::Company(_)) {
        return Err(ContactsFault::HeadOffice);
    }
    if !holder.bears(kind) {
        let points = store::contacts::of(tx, owner)?;
        let least = points.iter().filter(|other| other.kind == kind).map(|other| other.position).min().unwrap_or(0);
        let position = if least == point.position { least } else { least.saturating_sub(1) };
        return Ok(store::contacts::update(tx, &ContactPoint { position, ..point })?);
    }
    let before = holder.held(kind);
    let known = store::contacts::first(tx, owner, kind)?.unwrap_or_else(|| unknown_first(tx.now()));
    stand(tx, &mut holder, &point)?;
    match before {
        Some(held) => store::contacts::update(tx, &step_back(&held, known, point.id, point.position, owner, kind))?,
        None => store::contacts::remove(tx, &point)?,
    }
    Ok(())
}

/// Puts a point on its owner, with its label and provenance.
pub(super) fn stand(tx: &mut Tx<'_>, holder: &mut Holder, point: &ContactPoint) -> Result<(), ContactsFault> {
    let status = if point.status == PointStatus::OptedOut { PointStatus::Valid } else { point.status };
    holder.hold(point.kind, Some(&Held { value: point.value.clone(), norm: point.norm.clone(), status }));
    holder.write(tx)?;
    let first = First { label: point.label.clone(), source: point.source.clone(), at: point.source_at };
    Ok(store::contacts::put_first(tx, point.owner, point.kind, &first)?)
}
