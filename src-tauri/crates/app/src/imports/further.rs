//! What a row says beside the fields of a person: further addresses and numbers, links, postal addresses.
//!
//! It is added, never put in the place of anything: what a person has already stays, and stands once.

use domain::contacts::{ContactPoint, Owner, PointKind, PointStatus, Postal, Value, read};
use domain::fault::Reason;
use domain::imports::{Incoming, IncomingPoint};
use domain::people::{Person, PersonField};
use formats::people::{Further, PersonRow, Place};
use store::imports::Import;
use store::{Read, StoreError, Tx};
use uuid::Uuid;

/// Gives what the row has of it; what could not be taken is told.
pub(super) fn give(incoming: &mut Incoming, row: &PersonRow) -> Vec<Reason> {
    let first = [(PointKind::Email, &row.email_label), (PointKind::Phone, &row.phone_label)];
    incoming.labels = first.into_iter().filter_map(|(kind, label)| Some((kind, label.clone()?))).collect();
    let mut not_taken = Vec::new();
    for further in &row.further {
        let (point, field) = point(further);
        if incoming.give_point(point).is_err() {
            not_taken.push(Reason::new("imports.left_out").with("field", field));
        }
    }
    not_taken
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
            for field in [PersonField::Email, PersonField::Phone].into_iter().filter(|field| !first_label(incoming, *field).is_empty()) {
                store::people::set_field(tx, person.id, field, &self.source)?;
            }
        }
        self.points(tx, person, incoming, new)
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
    [PersonField::Email, PersonField::Phone].map(|field| first_label(incoming, field))
}

fn first_label(incoming: &Incoming, field: PersonField) -> &str {
    let (kind, there) = match field {
        PersonField::Email => (PointKind::Email, &incoming.person.email),
        _ => (PointKind::Phone, &incoming.person.phone),
    };
    let label = incoming.labels.iter().find(|(of, _)| *of == kind && !there.is_empty());
    label.map_or("", |(_, label)| label)
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
