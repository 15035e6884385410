//! A person as a card, with everything the desk knows to reach them by.

use domain::contacts::{ContactPoint, Owner, PointKind, Postal};
use domain::people::Person;
use formats::vcard::{Card, CardAddress, Labelled};
use store::{Read, StoreError};

/// The card of a person. Read back, it changes nothing.
pub(super) fn card(read: &Read<'_>, person: &Person) -> Result<Card, StoreError> {
    let owner = Owner::Person(person.id);
    let points = store::contacts::of(read, owner)?;
    let first = |kind: PointKind, value: &str| -> Result<Vec<Labelled>, StoreError> {
        let label = store::contacts::first(read, owner, kind)?.map(|first| first.label).unwrap_or_default();
        let first = (!value.is_empty()).then(|| Labelled { label, value: value.to_owned() });
        Ok(first.into_iter().chain(of_kind(&points, kind)).collect())
    };
    let profile = (!person.linkedin_url.is_empty()).then(|| Labelled { label: String::new(), value: person.linkedin_url.clone() });
    let tags = store::tags::of_people(read, &[person.id])?.remove(&person.id).unwrap_or_default();
    Ok(Card {
        uid: person.id.to_string(),
        first_name: person.first_name.clone(),
        last_name: person.last_name.clone(),
        full_name: person.name(),
        company: person.company.clone(),
        title: person.title.clone(),
        language: person.language.clone(),
        location: Some(person.location.clone()),
        emails: first(PointKind::Email, &person.email)?,
        phones: first(PointKind::Phone, &person.phone)?,
        urls: profile.into_iter().chain(of_kind(&points, PointKind::Url)).collect(),
        addresses: points.iter().filter(|point| point.kind == PointKind::Address).filter_map(address).collect(),
        categories: tags.into_iter().map(|tag| tag.name).collect(),
        notes: person.notes.clone(),
    })
}

fn of_kind(points: &[ContactPoint], kind: PointKind) -> impl Iterator<Item = Labelled> {
    let points = points.iter().filter(move |point| point.kind == kind);
    points.map(|point| Labelled { label: point.label.clone(), value: point.value.clone() })
}

fn address(point: &ContactPoint) -> Option<CardAddress> {
    let Postal { street, postcode, city, region, country } = Postal::of(&point.value)?;
    Some(CardAddress { label: point.label.clone(), street, postcode, city, region, country })
}
