//! Ways to reach a person or a company: reading all of them in order, adding, changing, taking away, choosing the first.

mod add;
mod fault;
mod first;
mod holder;
mod list;
mod remove;
mod set;

pub use add::add;
pub use fault::ContactsFault;
pub use first::first;
pub use list::list;
pub use remove::remove;
pub use set::set;

pub(crate) use holder::status_of;
pub(crate) use list::{all_of, listed_key, scope};

use chrono::{DateTime, Utc};
use domain::contacts::{ContactPoint, Owner, PointKind, PointStatus, Value};
use domain::people::Person;
use store::{Read, StoreError, Tx};
use uuid::Uuid;

/// The country of numbers without an international prefix.
pub(crate) fn home(read: &Read<'_>) -> Result<String, StoreError> {
    Ok(store::settings::load(read)?.text("identity.country").to_owned())
}

/// A point the seller typed, behind those that are there.
fn typed(tx: &Tx<'_>, owner: Owner, kind: PointKind, label: String, value: Value, behind: &[ContactPoint]) -> ContactPoint {
    let last = behind.iter().filter(|point| point.kind == kind).map(|point| point.position).max().unwrap_or(-1);
    ContactPoint {
        id: tx.new_id(),
        owner,
        kind,
        label,
        value: value.value,
        norm: value.norm,
        status: given(kind),
        position: last.saturating_add(1),
        source: "typed".to_owned(),
        source_at: tx.now(),
        by: "seller".to_owned(),
    }
}

/// What is known of a value somebody gave.
fn given(kind: PointKind) -> PointStatus {
    if kind == PointKind::Email { PointStatus::Valid } else { PointStatus::Unknown }
}

/// Who brought a value, by its source.
fn by(source: &str) -> &str {
    match source {
        "typed" | "manual" => "seller",
        source if source.starts_with("import:") => source,
        _ => "desk",
    }
}

/// The point of this id that is the owner's, of this kind.
fn present(read: &Read<'_>, owner: Owner, kind: PointKind, id: Uuid) -> Result<ContactPoint, ContactsFault> {
    store::contacts::get(read, id)?.filter(|point| point.owner == owner && point.kind == kind).ok_or(ContactsFault::NotFound)
}

/// Keeps a person's first address or number behind the others: another is about to stand in its place, and nothing is to be lost.
pub(crate) fn keep_behind(tx: &mut Tx<'_>, person: &Person, kind: PointKind) -> Result<(), StoreError> {
    let owner = Owner::Person(person.id);
    let Some(held) = holder::Holder::Person(Box::new(person.clone())).held(kind) else { return Ok(()) };
    let there = store::contacts::of(tx, owner)?;
    let mut same = there.iter().filter(|point| point.kind == kind);
    if same.clone().any(|point| point.value == held.value || (!held.norm.is_empty() && point.norm == held.norm)) {
        return Ok(());
    }
    let position = same.next_back().map_or(0, |last| last.position + 1);
    let known = store::contacts::first(tx, owner, kind)?.unwrap_or_else(|| unknown_first(tx.now()));
    store::contacts::insert(tx, &step_back(&held, known, tx.new_id(), position, owner, kind))
}

/// What stands on the owner becomes a point of its own, with all that is known of it.
fn step_back(held: &holder::Held, first: store::contacts::First, id: Uuid, position: i32, owner: Owner, kind: PointKind) -> ContactPoint {
    ContactPoint {
        id,
        owner,
        kind,
        label: first.label,
        value: held.value.clone(),
        norm: held.norm.clone(),
        status: held.status,
        position,
        by: by(&first.source).to_owned(),
        source: first.source,
        source_at: first.at,
    }
}

/// Where nothing else is known of a first one.
fn unknown_first(now: DateTime<Utc>) -> store::contacts::First {
    store::contacts::First { label: String::new(), source: String::new(), at: now }
}
