//! What a row says beside the fields of a person: further addresses and numbers, links, postal addresses.
//!
//! It is added, never put in the place of anything: what a person has already stays, and stands once.

use crate::contacts::scope;
use domain::contacts::{ContactPoint, Owner, PointKind, PointStatus, Postal, Value, read};
use domain::fault::Reason;
use domain::imports::{Incoming, IncomingPoint};
use domain::people::{EmailStatus, Person, PersonField};
use formats::people::{Further, PersonRow, Place, State};
use store::imports::Import;
use store::suppression::{Entry, Scope};
use store::{Read, StoreError, Tx};
use uuid::Uuid;

/// Gives what the row has of it; what could not be taken is told.
pub(super) fn give(incoming: &mut Incoming, row: &PersonRow) -> Vec<Reason> {
    let first = [(PointKind::Email, &row.email_label), (PointKind::Phone, &row.phone_label)];
    incoming.labels = first.into_iter().filter_map(|(kind, label)| Some((kind, label.clone()?))).collect();
    let mut not_taken = Vec::new();
    bar(incoming, PointKind::Email, row.email.as_deref(), row);
    bar(incoming, PointKind::Phone, row.phone.as_deref(), row);
    match state_of(row, &incoming.person.email) {
        Some(State::Guessed) => incoming.person.email_status = EmailStatus::Guessed,
        Some(State::Bounced) => incoming.person.email_status = EmailStatus::Bounced,
        Some(State::OptedOut) | None => {}
    }
    for further in &row.further {
        let (point, field) = point(further);
        bar(incoming, point.kind, Some(&point.value), row);
        if incoming.give_point(point).is_err() {
            not_taken.push(Reason::new("imports.left_out").with("field", field));
        }
    }
    not_taken
}

/// Notes an address or a number that the file knows not to be used.
fn bar(incoming: &mut Incoming, kind: PointKind, value: Option<&str>, row: &PersonRow) {
    let Some(value) = value else { return };
    let status = match state_of(row, value) {
        Some(State::Bounced) => PointStatus::Bounced,
        Some(State::OptedOut) => PointStatus::OptedOut,
        Some(State::Guessed) | None => return,
    };
    incoming.barred.push((kind, value.to_owned(), status));
}

fn state_of(row: &PersonRow, value: &str) -> Option<State> {
    row.states.iter().find(|(of, _)| of == value).map(|(_, state)| *state)
}

/// The entries of the do-not-contact list that a row asks for and that are not there: each with the value it is about, its key and why.
pub(super) fn barred<'r>(
    read: &Read<'_>,
    incoming: &'r Incoming,
    home: &str,
) -> Result<Vec<(&'r str, Scope, String, PointStatus)>, StoreError> {
    let mut asked = Vec::new();
    for (kind, value, status) in &incoming.barred {
        let Ok(key) = domain::contacts::read(*kind, value, None, home) else { continue };
        let Some(scope) = scope(*kind).filter(|_| !key.norm.is_empty()) else { continue };
        if store::suppression::held_key(read, scope, &key.norm)?.is_none() {
            asked.push((value.as_str(), scope, key.norm, *status));
        }
    }
    Ok(asked)
}

fn point(further: &Further) -> (IncomingPoint, &'static str) {
    let (kind, label, value, postal, field) = match further {
        Further::Email { label, value } => (PointKind::Email, label, value.clone(), None, "other_email"),
        Further::Phone { label, value } => (PointKind::Phone, label, value.clone(), None, "other_phone"),
        Further::Url { label, value } => (PointKind::Url, label, value.clone(), None, "other_url"),
        Further::Address { label, place } => (PointKind::Address, label, String::new(), Some(postal(place)), "other_address"),
    };
    (IncomingPoint { kind, label: label.clone(), value, postal }, field)
}

fn postal(place: &Place) -> Postal {
    Postal {
        street: place.street.clone(),
        postcode: place.postcode.clone(),
        city: place.city.clone(),
        region: place.region.clone(),
        country: place.country.clone(),
    }
}

/// Writes it.
pub(super) struct Beside {
    import: Uuid,
    source: String,
    home: String,
}

impl Beside {
    pub(super) fn load(read: &Read<'_>, import: &Import) -> Result<Self, StoreError> {
        let home = import.settings.reading.country.clone().map_or_else(|| crate::contacts::home(read), Ok)?;
        Ok(Self { import: import.id, source: import.kind.clone(), home })
    }

    /// Writes what stands beside the fields of a person, who was just made (`new`) or is here.
    pub(super) fn write(&self, tx: &mut Tx<'_>, person: &Person, incoming: &Incoming, new: bool) -> Result<(), StoreError> {
        if new {
            for (kind, field) in [(PointKind::Email, PersonField::Email), (PointKind::Phone, PersonField::Phone)] {
                if !incoming.first_label(kind).is_empty() {
                    store::people::set_field(tx, person.id, field, &self.source)?;
                }
            }
        }
        self.points(tx, person, incoming, new)
    }

    /// Enters what must not be used on the do-not-contact list, where it stays whatever becomes of the import.
    pub(super) fn bar(&self, tx: &mut Tx<'_>, incoming: &Incoming, file: &str) -> Result<(), StoreError> {
        for (_, scope, key, status) in barred(tx, incoming, &self.home)? {
            let reason = if status == PointStatus::Bounced { "bounced" } else { "opted_out" };
            store::suppression::append(tx, &Entry { scope, key: &key, block: true, reason, note: file })?;
            if status == PointStatus::Bounced && scope == Scope::Email {
                store::contacts::mark_bounced(tx, &key)?;
            }
        }
        Ok(())
    }

    fn points(&self, tx: &mut Tx<'_>, person: &Person, incoming: &Incoming, new: bool) -> Result<(), StoreError> {
        if incoming.points.is_empty() {
            return Ok(());
        }
        let owner = Owner::Person(person.id);
        let mut there = if new { Vec::new() } else { store::contacts::of(tx, owner)? };
        for point in &incoming.points {
            let Ok(value) = read(point.kind, &point.value, point.postal.as_ref(), &self.home) else { continue };
            if stands(person, &there, point.kind, &value) {
                continue;
            }
            let position = there.iter().filter(|other| other.kind == point.kind).map(|other| other.position + 1).max().unwrap_or(0);
            let point = ContactPoint {
                id: tx.new_id(),
                owner,
                kind: point.kind,
                label: ContactPoint::label(&point.label).unwrap_or_default(),
                value: value.value,
                norm: value.norm,
                status: if point.kind == PointKind::Email { PointStatus::Valid } else { PointStatus::Unknown },
                position,
                source: format!("import:{}", self.import),
                source_at: tx.now(),
                by: format!("import:{}", self.import),
            };
            store::contacts::insert(tx, &point)?;
            there.push(point);
        }
        Ok(())
    }
}

/// What the first address and the first number of a row are for; empty where it has none, or does not say.
pub(super) fn first_labels(incoming: &Incoming) -> [&str; 2] {
    [PointKind::Email, PointKind::Phone].map(|kind| incoming.first_label(kind))
}

/// Whether the person has the value already.
pub(super) fn stands(person: &Person, there: &[ContactPoint], kind: PointKind, value: &Value) -> bool {
    let first = match kind {
        PointKind::Email => &person.email_norm,
        PointKind::Phone => &person.phone_norm,
        PointKind::Url | PointKind::Address => "",
    };
    let same_key = |norm: &str| !value.norm.is_empty() && norm == value.norm;
    same_key(first) || there.iter().any(|point| point.kind == kind && (same_key(&point.norm) || point.value == value.value))
}
