//! Addresses and numbers of records that become one: all are kept, each once.

use domain::companies::Company;
use domain::contacts::{ContactPoint, Owner, PointKind, PointStatus};
use domain::merging::PersonCandidate;
use domain::people::{Person, PersonField};
use std::collections::HashSet;
use store::{StoreError, Tx};

/// A first address or number of a record, with its key, what is known of it, and where it came from.
struct First<'a> {
    kind: PointKind,
    value: &'a str,
    norm: &'a str,
    status: PointStatus,
    source: &'a str,
}

/// Whatever first address, number or profile of somebody is not the survivor's stands behind it from now on.
pub(super) fn of_people(tx: &mut Tx<'_>, merged: &Person, candidates: &[PersonCandidate]) -> Result<(), StoreError> {
    let firsts = candidates.iter().flat_map(|candidate| {
        let person = &candidate.person;
        let source = |field| if candidate.typed.contains(&field) { "typed" } else { person.source.as_str() };
        [
            First {
                kind: PointKind::Email,
                value: &person.email,
                norm: &person.email_norm,
                status: PointStatus::of_code(person.email_status.code()),
                source: source(PersonField::Email),
            },
            First {
                kind: PointKind::Phone,
                value: &person.phone,
                norm: &person.phone_norm,
                status: PointStatus::Unknown,
                source: source(PersonField::Phone),
            },
        ]
    });
    let link = |url: &str| domain::contacts::read(PointKind::Url, url, None, "").map_or_else(|_| String::new(), |link| link.norm);
    let links: Vec<(String, &Person)> =
        candidates.iter().map(|candidate| (link(&candidate.person.linkedin_url), &candidate.person)).collect();
    let firsts = firsts.chain(links.iter().map(|(norm, person)| First {
        kind: PointKind::Url,
        value: &person.linkedin_url,
        norm,
        status: PointStatus::Unknown,
        source: &person.source,
    }));
    let link = link(&merged.linkedin_url);
    let own =
        [(PointKind::Email, merged.email_norm.as_str()), (PointKind::Phone, merged.phone_norm.as_str()), (PointKind::Url, link.as_str())];
    unite(tx, Owner::Person(merged.id), &own, firsts)
}

/// The same of companies, which have a number.
pub(super) fn of_companies(tx: &mut Tx<'_>, merged: &Company, companies: &[&Company]) -> Result<(), StoreError> {
    let firsts = companies.iter().map(|company| First {
        kind: PointKind::Phone,
        value: &company.phone,
        norm: &company.phone_norm,
        status: PointStatus::Unknown,
        source: &company.source,
    });
    unite(tx, Owner::Company(merged.id), &[(PointKind::Phone, &merged.phone_norm)], firsts)
}

fn unite<'a>(tx: &mut Tx<'_>, owner: Owner, own: &[(PointKind, &str)], firsts: impl Iterator<Item = First<'a>>) -> Result<(), StoreError> {
    let mut known: HashSet<(PointKind, String)> = own.iter().map(|(kind, norm)| (*kind, (*norm).to_owned())).collect();
    let mut position = 0;
    // What came over from the others may stand there already.
    for point in store::contacts::of(tx, owner)? {
        position = position.max(point.position + 1);
        if !point.norm.is_empty() && !known.insert((point.kind, point.norm.clone())) {
            store::contacts::remove(tx, &point)?;
        }
    }
    for first in firsts {
        if first.norm.is_empty() || !known.insert((first.kind, first.norm.to_owned())) {
            continue;
        }
        let point = ContactPoint {
            id: tx.new_id(),
            owner,
            kind: first.kind,
            label: String::new(),
            value: first.value.to_owned(),
            norm: first.norm.to_owned(),
            status: first.status,
            position,
            source: first.source.to_owned(),
            source_at: tx.now(),
            by: "seller".to_owned(),
        };
        position += 1;
        store::contacts::insert(tx, &point)?;
    }
    Ok(())
}
