use super::{DuplicatesFault, unite};
use crate::App;
use domain::companies::{Company, CompanyField};
use domain::fault::Reason;
use domain::merging::{CompanyCandidate, PersonCandidate, choices_of_companies, choices_of_people, merged_company, merged_person};
use domain::people::{Meaning, Person, PersonField};
use domain::views::duplicates::{DuplicateChoice, DuplicateKind, DuplicatesMerge, DuplicatesMerged};
use std::collections::BTreeMap;
use store::activity::Said;
use store::merging::Links;
use store::{Actor, Intent, Read, StoreError, Tx};
use uuid::Uuid;

/// The most records made one at once.
pub(super) const MOST: usize = 50;

/// Makes one of several people or companies, as one undo step: the survivor takes over what points to the others, their histories stand together,
/// nothing is planned or sent twice, and whoever was touched or must not be contacted under any of them counts as that from now on.
///
/// # Errors
/// `duplicates.too_few`, `duplicates.too_many`, `duplicates.not_found`, `duplicates.invented`, `duplicates.bad_choice`.
pub async fn merge(app: &App, request: DuplicatesMerge) -> Result<DuplicatesMerged, DuplicatesFault> {
    let DuplicatesMerge { kind, survivor, mut others, choices } = request;
    others.sort_unstable();
    others.dedup();
    others.retain(|other| *other != survivor);
    match others.len() {
        0 => return Err(DuplicatesFault::TooFew),
        many if many >= MOST => return Err(DuplicatesFault::TooMany),
        _ => {}
    }
    let desk = app.desk()?;
    let named = desk.read(move |read| store::duplicates::member(read, kind, survivor)).await?.ok_or(DuplicatesFault::NotFound)?;
    let code = match kind {
        DuplicateKind::Person => "duplicates.merge",
        DuplicateKind::Company => "duplicates.merge_companies",
    };
    let intent = Intent::new(code).with("name", named.name).with("count", others.len());
    let count = u32::try_from(others.len()).unwrap_or(u32::MAX);
    let written = desk
        .write(Actor::Seller, intent, move |tx| {
            let links = Links::of(tx, kind)?;
            make_one(tx, &links, survivor, &others, &choices)
        })
        .await?;
    app.wake();
    Ok(DuplicatesMerged { survivor, name: written.value, count, operation: written.operation.map(|id| id.0) })
}

/// Makes one of several records within a write; gives what it is called then. Everything is looked at before anything is changed.
pub(super) fn make_one(
    tx: &mut Tx<'_>,
    links: &Links,
    survivor: Uuid,
    others: &[Uuid],
    choices: &[DuplicateChoice],
) -> Result<String, DuplicatesFault> {
    match links.kind() {
        DuplicateKind::Person => people(tx, links, survivor, others, choices),
        DuplicateKind::Company => companies(tx, links, survivor, others, choices),
    }
}

fn people(tx: &mut Tx<'_>, links: &Links, survivor: Uuid, others: &[Uuid], choices: &[DuplicateChoice]) -> Result<String, DuplicatesFault> {
    let candidates = person_candidates(tx, survivor, others)?;
    let mut chosen = choices_of_people(&candidates);
    for choice in choices {
        let field = PersonField::of_code(&choice.field).filter(|field| chosen.contains_key(field));
        put(&mut chosen, field, choice, candidates.iter().map(|one| one.person.id))?;
    }
    let Some((kept, absorbed)) = candidates.split_first() else { return Err(DuplicatesFault::TooFew) };
    let sources: Vec<&Person> = absorbed.iter().map(|one| &one.person).collect();
    let merged = merged_person(&kept.person, &sources, &chosen);
    store::people::update(tx, &merged)?;
    for (field, from) in &chosen {
        if let Some(other) = absorbed.iter().find(|one| one.person.id == *from)
            && field.get(&other.person) != field.get(&kept.person)
        {
            let source = if other.typed.contains(field) { "typed" } else { other.person.source.as_str() };
            store::people::set_field(tx, survivor, *field, source)?;
        }
    }
    for other in absorbed {
        store::merging::absorb(tx, links, survivor, other.person.id)?;
        let said = Said { text: String::new(), reason: Some(Reason::new("people.merged").with("name", other.person.label())) };
        store::activity::append(tx, survivor, "merged", &said, None)?;
    }
    unite::of_people(tx, &merged, &candidates)?;
    store::merging::settle(tx, survivor)?;
    let name = merged.label();
    settle_status(tx, &kept.person, merged)?;
    Ok(name)
}

/// The status follows the do-not-contact list, and a new one is a line of the timeline.
fn settle_status(tx: &mut Tx<'_>, before: &Person, mut merged: Person) -> Result<(), StoreError> {
    let held = store::suppression::held(tx, merged.id, &merged.email_norm, &merged.linkedin_slug)?;
    if held.is_some_and(|held| held.reason != "bounced") && merged.status.meaning != Meaning::DoNotContact {
        merged.status = Meaning::DoNotContact.into();
        store::people::update(tx, &merged)?;
    }
    if before.status != merged.status {
        store::people::status_changed(tx, merged.id, before.status, merged.status, None)?;
    }
    Ok(())
}

fn companies(
    tx: &mut Tx<'_>,
    links: &Links,
    survivor: Uuid,
    others: &[Uuid],
    choices: &[DuplicateChoice],
) -> Result<String, DuplicatesFault> {
    let candidates = company_candidates(tx, survivor, others)?;
    let mut chosen = choices_of_companies(&candidates);
    for choice in choices {
        let field = CompanyField::of_code(&choice.field).filter(|field| chosen.contains_key(field));
        put(&mut chosen, field, choice, candidates.iter().map(|one| one.company.id))?;
    }
    let Some((kept, absorbed)) = candidates.split_first() else { return Err(DuplicatesFault::TooFew) };
    let sources: Vec<&Company> = absorbed.iter().map(|one| &one.company).collect();
    let merged = merged_company(&kept.company, &sources, &chosen);
    store::companies::update(tx, &merged)?;
    for other in absorbed {
        store::merging::absorb(tx, links, survivor, other.company.id)?;
    }
    let all: Vec<&Company> = candidates.iter().map(|one| &one.company).collect();
    unite::of_companies(tx, &merged, &all)?;
    Ok(merged.name)
}

fn put<F: Ord>(
    chosen: &mut BTreeMap<F, Uuid>,
    field: Option<F>,
    choice: &DuplicateChoice,
    mut among: impl Iterator<Item = Uuid>,
) -> Result<(), DuplicatesFault> {
    match field {
        Some(field) if among.any(|id| id == choice.from) => {
            chosen.insert(field, choice.from);
            Ok(())
        }
        _ => Err(DuplicatesFault::BadChoice { field: choice.field.clone() }),
    }
}

/// The people, the survivor first, with where their values came from.
pub(super) fn person_candidates(read: &Read<'_>, survivor: Uuid, others: &[Uuid]) -> Result<Vec<PersonCandidate>, DuplicatesFault> {
    let mut candidates = Vec::with_capacity(others.len() + 1);
    for id in std::iter::once(&survivor).chain(others) {
        let person = store::people::get(read, *id)?.filter(|person| person.deleted_at.is_none()).ok_or(DuplicatesFault::NotFound)?;
        let provenance = store::people::provenance(read, *id)?;
        let typed = PersonField::ALL.into_iter().filter(|field| provenance.is_typed(&person, *field)).collect();
        let since = provenance.fields.iter().map(|(field, _, at)| (*field, *at)).collect();
        candidates.push(PersonCandidate { person, typed, since });
    }
    same_world(candidates.iter().map(|one| one.person.sample))?;
    Ok(candidates)
}

/// The companies, the survivor first.
pub(super) fn company_candidates(read: &Read<'_>, survivor: Uuid, others: &[Uuid]) -> Result<Vec<CompanyCandidate>, DuplicatesFault> {
    let mut candidates = Vec::with_capacity(others.len() + 1);
    for id in std::iter::once(&survivor).chain(others) {
        let company = store::companies::get(read, *id)?.filter(|company| company.deleted_at.is_none()).ok_or(DuplicatesFault::NotFound)?;
        let people = store::companies::view(read, &company)?.people;
        candidates.push(CompanyCandidate { company, people });
    }
    same_world(candidates.iter().map(|one| one.company.sample))?;
    Ok(candidates)
}

/// The invented records go away at once: nothing real may be among them.
fn same_world(mut invented: impl Iterator<Item = bool>) -> Result<(), DuplicatesFault> {
    let first = invented.next();
    if invented.all(|one| Some(one) == first) { Ok(()) } else { Err(DuplicatesFault::Invented) }
}
