use super::DuplicatesFault;
use super::list::view;
use super::merge::{MOST, company_candidates, person_candidates};
use crate::App;
use domain::companies::CompanyField;
use domain::fault::Reason;
use domain::merging::{MERGED, choices_of_companies, choices_of_people};
use domain::people::PersonField;
use domain::views::duplicates::{
    DuplicateChoice, DuplicateKind, DuplicateRecord, DuplicateValue, DuplicatesReview, DuplicatesReviewRequest,
};
use std::cmp::Reverse;
use store::Read;
use uuid::Uuid;

/// Records side by side, with what the desk would make of them and what that changes.
///
/// # Errors
/// `duplicates.too_few`, `duplicates.too_many`, `duplicates.not_found`, `duplicates.invented`.
pub async fn review(app: &App, request: DuplicatesReviewRequest) -> Result<DuplicatesReview, DuplicatesFault> {
    app.desk()?.read(move |read| look(read, request)).await
}

fn look(read: &Read<'_>, DuplicatesReviewRequest { kind, mut ids }: DuplicatesReviewRequest) -> Result<DuplicatesReview, DuplicatesFault> {
    ids.sort_unstable();
    ids.dedup();
    match ids.len() {
        0 | 1 => return Err(DuplicatesFault::TooFew),
        many if many > MOST => return Err(DuplicatesFault::TooMany),
        _ => {}
    }
    let (survivor, others) = order(read, kind, &ids)?;
    let (records, choices) = match kind {
        DuplicateKind::Person => people(read, survivor, &others)?,
        DuplicateKind::Company => companies(read, survivor, &others)?,
    };
    let found = store::duplicates::group_of(read, kind, survivor)?;
    let group = found.filter(|group| group.members.iter().all(|member| ids.contains(&member.id))).map(view).transpose()?;
    let changes = if kind == DuplicateKind::Person { changes(read, &ids)? } else { Vec::new() };
    Ok(DuplicatesReview { kind, records, choices, changes: changes.into_iter().map(Into::into).collect(), group })
}

/// Who stays, and the others: who has most history, then the most values, then the oldest.
pub(super) fn order(read: &Read<'_>, kind: DuplicateKind, ids: &[Uuid]) -> Result<(Uuid, Vec<Uuid>), DuplicatesFault> {
    let mut ranked = Vec::with_capacity(ids.len());
    for id in ids {
        let filled = match kind {
            DuplicateKind::Person => {
                store::people::get(read, *id)?.map(|person| PersonField::ALL.iter().filter(|field| !field.get(&person).is_empty()).count())
            }
            DuplicateKind::Company => store::companies::get(read, *id)?
                .map(|company| CompanyField::ALL.iter().filter(|field| !field.get(&company).is_empty()).count()),
        };
        let filled = filled.ok_or(DuplicatesFault::NotFound)?;
        ranked.push((Reverse(store::duplicates::history(read, kind, *id)?), Reverse(filled), *id));
    }
    ranked.sort_unstable();
    let mut ids = ranked.into_iter().map(|(_, _, id)| id);
    let survivor = ids.next().ok_or(DuplicatesFault::TooFew)?;
    Ok((survivor, ids.collect()))
}

type Sides = (Vec<DuplicateRecord>, Vec<DuplicateChoice>);

fn people(read: &Read<'_>, survivor: Uuid, others: &[Uuid]) -> Result<Sides, DuplicatesFault> {
    let candidates = person_candidates(read, survivor, others)?;
    let choices = choices_of_people(&candidates);
    let mut records = Vec::with_capacity(candidates.len());
    for candidate in &candidates {
        let person = &candidate.person;
        let provenance = store::people::provenance(read, person.id)?;
        let value = |field: PersonField| {
            let known = provenance.fields.iter().find(|(known, ..)| *known == field);
            let typed = if candidate.typed.contains(&field) { "typed" } else { "" };
            DuplicateValue {
                field: field.code().to_owned(),
                value: field.get(person).into_owned(),
                source: known.map_or(typed, |(_, source, _)| source).to_owned(),
                at: known.map_or(person.created_at, |(.., at)| *at),
            }
        };
        records.push(DuplicateRecord {
            id: person.id,
            name: person.label(),
            created_at: person.created_at,
            source: person.source.clone(),
            source_detail: person.source_detail.clone(),
            history: store::duplicates::history(read, DuplicateKind::Person, person.id)?,
            values: MERGED.into_iter().chain([PersonField::Notes]).map(value).collect(),
        });
    }
    Ok((records, choices.into_iter().map(|(field, from)| DuplicateChoice { field: field.code().to_owned(), from }).collect()))
}

fn companies(read: &Read<'_>, survivor: Uuid, others: &[Uuid]) -> Result<Sides, DuplicatesFault> {
    let candidates = company_candidates(read, survivor, others)?;
    let choices = choices_of_companies(&candidates);
    let records = candidates.iter().map(|candidate| {
        let company = &candidate.company;
        let value = |field: CompanyField| DuplicateValue {
            field: field.code().to_owned(),
            value: field.get(company).into_owned(),
            source: String::new(),
            at: company.created_at,
        };
        DuplicateRecord {
            id: company.id,
            name: company.name.clone(),
            created_at: company.created_at,
            source: company.source.clone(),
            source_detail: String::new(),
            history: candidate.people,
            values: CompanyField::ALL.into_iter().map(value).collect(),
        }
    });
    let records = records.collect();
    Ok((records, choices.into_iter().map(|(field, from)| DuplicateChoice { field: field.code().to_owned(), from }).collect()))
}

/// What a merge of people changes beside their values.
fn changes(read: &Read<'_>, ids: &[Uuid]) -> Result<Vec<Reason>, DuplicatesFault> {
    let (messages, followups, notes, written) = store::duplicates::message_plans(read, ids)?;
    let mut changes = Vec::new();
    for (code, count) in [("merge.messages", messages), ("merge.followups", followups), ("merge.linkedin", notes)] {
        if count > 0 {
            changes.push(Reason::new(code).with("count", count));
        }
    }
    if written {
        changes.push(Reason::new("merge.written_to"));
    }
    for id in ids {
        let Some(person) = store::people::get(read, *id)? else { continue };
        let held = store::suppression::held(read, *id, &person.email_norm, &person.linkedin_slug)?;
        if held.is_some_and(|held| held.reason != "bounced") {
            changes.push(Reason::new("merge.suppressed").with("name", person.label()));
            break;
        }
    }
    changes.push(Reason::new("merge.histories"));
    Ok(changes)
}
