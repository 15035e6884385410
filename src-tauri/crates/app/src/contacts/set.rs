use super::add::refuse_twice;
use super::holder::{Held, Holder};
use super::list::{listed, scope};
use super::{ContactsFault, all_of, given, home, present, step_back, unknown_first};
use crate::App;
use domain::contacts::{ContactPoint, Owner, PointKind, PointStatus, Postal, Value, read};
use domain::views::contacts::{ContactPointView, PointSet};
use store::suppression::Entry;
use store::{Actor, Intent, Tx};

/// Changes label, value or state of one. A new value is typed by the seller from then on. Answers with all of them.
///
/// # Errors
/// A [`domain::contacts::PointError`], `contacts.not_found`, `contacts.already_here`, `contacts.still_suppressed`, `contacts.cannot_opt_out`,
/// `contacts.head_office`, `people.not_found`, `companies.not_found`.
pub async fn set(app: &App, request: PointSet) -> Result<Vec<ContactPointView>, ContactsFault> {
    let (owner, desk) = (request.owner, app.desk()?);
    let name = desk.read(move |read| Ok::<_, ContactsFault>(Holder::present(read, owner)?.name())).await?;
    let intent = Intent::new("contacts.set").with("name", name).with("kind", request.kind.code());
    desk.write(Actor::Seller, intent, move |tx| change(tx, &request)).await?;
    app.wake();
    desk.read(move |read| all_of(read, owner)).await
}

fn change(tx: &mut Tx<'_>, request: &PointSet) -> Result<(), ContactsFault> {
    let PointSet { owner, kind, id, .. } = *request;
    let mut holder = Holder::present(tx, owner)?;
    let on_holder = id == holder.id();
    let before = if on_holder { standing(tx, &holder, owner, kind)? } else { present(tx, owner, kind, id)? };
    let mut point = before.clone();
    if let Some(label) = &request.label {
        point.label = ContactPoint::label(label)?;
    }
    if request.value.is_some() || request.postal.is_some() {
        let text = request.value.as_deref().unwrap_or_default();
        take(tx, &mut point, read(kind, text, request.postal.as_ref(), &home(tx)?)?);
        refuse_twice(tx, &holder, owner, kind, &Value { value: point.value.clone(), norm: point.norm.clone() }, id)?;
    }
    if let Some(status) = request.status {
        note(tx, &mut point, status)?;
    }
    if point == before {
        return Ok(());
    }
    if !on_holder {
        return Ok(store::contacts::update(tx, &point)?);
    }
    if kind == PointKind::Address && Postal::of(&point.value).is_some_and(|postal| !postal.region.is_empty()) {
        return Err(ContactsFault::HeadOffice);
    }
    if before.value != point.value || before.status != point.status {
        holder.hold(kind, Some(&Held { value: point.value.clone(), norm: point.norm.clone(), status: point.status }));
        holder.write(tx)?;
    }
    let first = store::contacts::First { label: point.label, source: point.source, at: point.source_at };
    Ok(store::contacts::put_first(tx, owner, kind, &first)?)
}

fn standing(tx: &Tx<'_>, holder: &Holder, owner: Owner, kind: PointKind) -> Result<ContactPoint, ContactsFault> {
    let held = holder.held(kind).ok_or(ContactsFault::NotFound)?;
    let first = store::contacts::first(tx, owner, kind)?.unwrap_or_else(|| unknown_first(tx.now()));
    Ok(step_back(&held, first, holder.id(), -1, owner, kind))
}

/// A value the seller typed. The same in another writing stays what it is known to be.
fn take(tx: &Tx<'_>, point: &mut ContactPoint, value: Value) {
    if point.value == value.value {
        return;
    }
    if point.norm != value.norm || value.norm.is_empty() {
        point.status = given(point.kind);
    }
    point.value = value.value;
    point.norm = value.norm;
    point.source = "typed".to_owned();
    point.source_at = tx.now();
    point.by = "seller".to_owned();
}

/// Notes what the seller knows of it. On opting out the do-not-contact list alone is believed.
fn note(tx: &mut Tx<'_>, point: &mut ContactPoint, status: PointStatus) -> Result<(), ContactsFault> {
    let now = listed(tx, point)?;
    if now == Some(status) {
        return Ok(());
    }
    let key = scope(point.kind).filter(|_| !point.norm.is_empty());
    match (status, now, key) {
        (PointStatus::OptedOut, _, None) => Err(ContactsFault::CannotOptOut),
        (PointStatus::OptedOut, _, Some(scope)) => {
            Ok(store::suppression::append(tx, &Entry { scope, key: &point.norm, block: true, reason: "seller", note: "" })?)
        }
        (_, None, _) => {
            point.status = status;
            Ok(())
        }
        (_, Some(_), Some(scope)) => {
            // What the seller entered the seller lifts; an answer or a bounce is another's word.
            let held = store::suppression::held_key(tx, scope, &point.norm)?;
            if held.is_some_and(|held| held.reason != "seller") {
                return Err(ContactsFault::StillSuppressed);
            }
            store::suppression::append(tx, &Entry { scope, key: &point.norm, block: false, reason: "seller", note: "" })?;
            point.status = status;
            Ok(())
        }
        (_, Some(_), None) => Err(ContactsFault::StillSuppressed),
    }
}
