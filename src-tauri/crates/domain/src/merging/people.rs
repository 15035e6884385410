use super::text::{care, united};
use crate::people::{EmailStatus, Meaning, Person, PersonField};
use chrono::{DateTime, Utc};
use std::cmp::Reverse;
use std::collections::BTreeMap;
use uuid::Uuid;

/// Fields of which one record's value is kept. Notes are united; what the desk counts by itself (last contact, follow-ups) is added up.
pub const MERGED: [PersonField; 12] = [
    PersonField::FirstName,
    PersonField::LastName,
    PersonField::Title,
    PersonField::Company,
    PersonField::Email,
    PersonField::Phone,
    PersonField::LinkedinUrl,
    PersonField::Location,
    PersonField::Language,
    PersonField::TimeZone,
    PersonField::Status,
    PersonField::ConnectedOn,
];

/// One of the people that become one, with what is known of where their values came from.
#[derive(Debug, Clone)]
pub struct PersonCandidate {
    /// As they stand.
    pub person: Person,
    /// Fields the seller typed.
    pub typed: Vec<PersonField>,
    /// When single values came, where that is not the day of the record itself.
    pub since: BTreeMap<PersonField, DateTime<Utc>>,
}

impl PersonCandidate {
    fn has(&self, field: PersonField) -> bool {
        !field.get(&self.person).is_empty()
    }

    fn newness(&self, field: PersonField) -> DateTime<Utc> {
        self.since.get(&field).copied().unwrap_or(self.person.created_at)
    }
}

/// Whose value the desk would keep of each field: what was typed before what was imported, the newer before the older, and the first of the
/// candidates (who stays) where nothing else tells. First and last name come from one record: two may have them the other way round.
#[must_use]
pub fn choices_of_people(candidates: &[PersonCandidate]) -> BTreeMap<PersonField, Uuid> {
    MERGED.into_iter().filter_map(|field| Some((field, best(candidates, field)?.person.id))).collect()
}

fn best(candidates: &[PersonCandidate], field: PersonField) -> Option<&PersonCandidate> {
    let places = || candidates.iter().enumerate();
    let kept = match field {
        PersonField::FirstName | PersonField::LastName => places().max_by_key(|(place, one)| {
            let (first, last) = (&one.person.first_name, &one.person.last_name);
            let typed = one.typed.contains(&PersonField::FirstName) || one.typed.contains(&PersonField::LastName);
            (!first.is_empty() && !last.is_empty(), typed, care(&format!("{first} {last}")), Reverse(*place))
        }),
        PersonField::Email => places().max_by_key(|(place, one)| {
            let status = match one.person.email_status {
                EmailStatus::Valid => 3,
                EmailStatus::Guessed => 2,
                EmailStatus::Bounced => 1,
                EmailStatus::None => 0,
            };
            (status, one.typed.contains(&field), one.newness(field), Reverse(*place))
        }),
        PersonField::Status => {
            return places().max_by_key(|(place, one)| (reached(one.person.status.meaning), Reverse(*place))).map(|(_, one)| one);
        }
        PersonField::ConnectedOn => places().filter(|(_, one)| one.has(field)).min_by_key(|(place, one)| (one.person.connected_on, *place)),
        _ => places().max_by_key(|(place, one)| (one.has(field), one.typed.contains(&field), one.newness(field), Reverse(*place))),
    };
    kept.map(|(_, one)| one).or_else(|| candidates.first())
}

/// How far somebody has come. Who must not be contacted stays so.
fn reached(meaning: Meaning) -> u8 {
    match meaning {
        Meaning::New => 0,
        Meaning::Contacted => 1,
        Meaning::Lost => 2,
        Meaning::Interested => 3,
        Meaning::Qualified => 4,
        Meaning::Converted => 5,
        Meaning::DoNotContact => 6,
    }
}

/// The survivor with the chosen values; what is not chosen stays the survivor's. Notes of all are united, days are the earliest, the last
/// contact is the newest. Somebody who must not be contacted makes a survivor who must not be.
#[must_use]
pub fn merged_person(survivor: &Person, others: &[&Person], choices: &BTreeMap<PersonField, Uuid>) -> Person {
    let mut merged = survivor.clone();
    for (field, from) in choices {
        if let Some(other) = others.iter().find(|other| other.id == *from) {
            take(*field, &mut merged, other);
        }
    }
    merged.notes = united(std::iter::once(survivor.notes.as_str()).chain(others.iter().map(|other| other.notes.as_str())));
    for other in others {
        if other.last_contact_at > merged.last_contact_at {
            merged.last_contact_at = other.last_contact_at;
            merged.message_sent.clone_from(&other.message_sent);
        }
        merged.followup_count = merged.followup_count.max(other.followup_count);
        merged.added_on = merged.added_on.min(other.added_on);
    }
    let never = |one: &&&Person| one.status.meaning == Meaning::DoNotContact;
    if merged.status.meaning != Meaning::DoNotContact
        && let Some(one) = std::iter::once(&survivor).chain(others).find(never)
    {
        merged.status = one.status;
    }
    merged
}

/// Takes one value over as it stands, with its keys and what belongs to it.
fn take(field: PersonField, to: &mut Person, from: &Person) {
    match field {
        PersonField::FirstName => to.first_name.clone_from(&from.first_name),
        PersonField::LastName => to.last_name.clone_from(&from.last_name),
        PersonField::Title => to.title.clone_from(&from.title),
        PersonField::Company => {
            to.company_id = from.company_id;
            to.company.clone_from(&from.company);
        }
        PersonField::Email => {
            to.email.clone_from(&from.email);
            to.email_norm.clone_from(&from.email_norm);
            to.email_status = from.email_status;
            // Consent was for the address it was given for.
            to.consent_at = from.consent_at;
            to.consent_note.clone_from(&from.consent_note);
        }
        PersonField::Phone => {
            to.phone.clone_from(&from.phone);
            to.phone_norm.clone_from(&from.phone_norm);
        }
        PersonField::LinkedinUrl => {
            to.linkedin_url.clone_from(&from.linkedin_url);
            to.linkedin_slug.clone_from(&from.linkedin_slug);
        }
        PersonField::Location => to.location.clone_from(&from.location),
        PersonField::Language => to.language.clone_from(&from.language),
        PersonField::TimeZone => to.time_zone.clone_from(&from.time_zone),
        PersonField::Status => to.status = from.status,
        PersonField::ConnectedOn => to.connected_on = from.connected_on,
        PersonField::Notes | PersonField::MessageSent | PersonField::FollowupCount | PersonField::AddedOn => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(day: u32) -> DateTime<Utc> {
        format!("2026-09-{day:02}T08:00:00Z").parse().unwrap()
    }

    fn candidate(n: u128, first: &str, last: &str) -> PersonCandidate {
        let created = at(u32::try_from(n).unwrap());
        let mut person = Person::new(Uuid::from_u128(n), "csv", created, created.date_naive());
        (person.first_name, person.last_name) = (first.to_owned(), last.to_owned());
        PersonCandidate { person, typed: Vec::new(), since: BTreeMap::new() }
    }

    fn kept(candidates: &[PersonCandidate], field: PersonField) -> u128 {
        choices_of_people(candidates)[&field].as_u128()
    }

    #[test]
    fn a_typed_value_is_kept_before_a_newer_imported_one_and_a_newer_import_before_an_older() {
        let (mut one, mut two, mut three) = (candidate(1, "A", "B"), candidate(2, "A", "B"), candidate(3, "A", "B"));
        for (n, one) in [&mut one, &mut two, &mut three].into_iter().enumerate() {
            one.person.title = format!("title {n}");
        }
        assert_eq!(kept(&[one.clone(), two.clone(), three.clone()], PersonField::Title), 3);
        two.typed.push(PersonField::Title);
        assert_eq!(kept(&[one.clone(), two, three.clone()], PersonField::Title), 2);
        three.person.title.clear();
        assert_eq!(kept(&[one, three], PersonField::Title), 1, "an empty value is never kept before another");
    }

    #[test]
    fn both_names_come_from_the_record_that_writes_them_with_most_care() {
        let people = [candidate(1, "BENOIT", "LEFEVRE"), candidate(2, "Benoît", "Lefèvre"), candidate(3, "Lefèvre", "")];
        assert_eq!((kept(&people, PersonField::FirstName), kept(&people, PersonField::LastName)), (2, 2));
    }

    #[test]
    fn the_valid_address_is_kept_with_its_consent_and_a_bounced_one_is_not() {
        let (mut one, mut two) = (candidate(2, "A", "B"), candidate(1, "A", "B"));
        (one.person.email, one.person.email_status) = ("a@old.example".into(), EmailStatus::Bounced);
        (two.person.email, two.person.email_norm, two.person.email_status) =
            ("A@new.example".into(), "a@new.example".into(), EmailStatus::Valid);
        two.person.consent_at = Some(at(4));
        let choices = choices_of_people(&[one.clone(), two.clone()]);
        let merged = merged_person(&one.person, &[&two.person], &choices);
        assert_eq!((merged.email_norm.as_str(), merged.consent_at), ("a@new.example", Some(at(4))));
        assert_eq!(merged.id, one.person.id);
    }

    #[test]
    fn who_must_not_be_contacted_makes_a_survivor_who_must_not_be_whatever_is_chosen() {
        let (mut one, two) = (candidate(1, "A", "B"), candidate(2, "A", "B"));
        one.person.status = Meaning::DoNotContact.into();
        let choices = BTreeMap::from([(PersonField::Status, two.person.id)]);
        assert_eq!(merged_person(&two.person, &[&one.person], &choices).status.meaning, Meaning::DoNotContact);
        assert_eq!(merged_person(&one.person, &[&two.person], &choices).status.meaning, Meaning::DoNotContact);
    }

    #[test]
    fn notes_are_united_days_are_the_earliest_and_contact_is_the_newest() {
        let (mut one, mut two) = (candidate(5, "A", "B"), candidate(3, "A", "B"));
        (one.person.notes, two.person.notes) = ("tea".into(), "coffee".into());
        (two.person.last_contact_at, two.person.message_sent) = (Some(at(9)), "Hello".into());
        let merged = merged_person(&one.person, &[&two.person], &BTreeMap::new());
        assert_eq!((merged.notes.as_str(), merged.added_on), ("tea\n\ncoffee", at(3).date_naive()));
        assert_eq!((merged.last_contact_at, merged.message_sent.as_str()), (Some(at(9)), "Hello"));
    }
}
