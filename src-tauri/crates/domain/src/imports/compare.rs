use super::{Incoming, Rules};
use crate::people::{Meaning, Person, PersonField, Status};
use crate::text::fold;
use crate::views::imports::ImportPolicy;
use serde::{Deserialize, Serialize};

/// A value that a row would change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldChange {
    /// Which field.
    pub field: PersonField,
    /// On the desk.
    pub old: String,
    /// In the file.
    pub new: String,
    /// The desk's value stays.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub kept: bool,
    /// The seller typed what stands on the desk: a conflict, theirs to decide.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub typed: bool,
}

/// Something that a row adds beside the fields of a person who is here: it stands in the place of nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Added {
    /// What it is: `tags`, `list`, `other_email`, `other_phone`, `other_url`, `other_address`, or `custom:` and the id of a field.
    pub field: String,
    /// What is added.
    pub value: String,
}

/// What decides about the values of a person who is here.
pub struct Deciding<'a, T: Fn(PersonField) -> bool> {
    /// The policies of the import.
    pub rules: &'a Rules,
    /// Whether the seller typed a value.
    pub typed: T,
    /// Fields of this row for which the seller chose the file.
    pub chosen: &'a [PersonField],
}

/// What a row would change on a person who is here.
///
/// A blank never erases, the same value in another writing is no change, and what the policy of a field leaves alone is none. Kept, although
/// the file says otherwise: what the seller typed (unless the policy or they themselves say otherwise), a person who is not to be contacted, a
/// status beyond "new" that the file has as new, and what the desk itself did since (message and follow-ups of somebody it wrote to).
pub fn compare<T: Fn(PersonField) -> bool>(person: &Person, row: &Incoming, deciding: &Deciding<'_, T>) -> Vec<FieldChange> {
    let same_name = row.full_name.as_deref().is_some_and(|full| full == person.name());
    let mut changes = Vec::new();
    for field in PersonField::ALL {
        let name = matches!(field, PersonField::FirstName | PersonField::LastName);
        if !row.given.contains(&field) || (name && same_name) || field.is_same(person, &row.person) {
            continue;
        }
        let old = field.get(person);
        let policy = deciding.rules.policy(field);
        if policy == ImportPolicy::Never || (policy == ImportPolicy::Fill && !is_blank(field, person, &old)) {
            continue;
        }
        let own = is_the_desks(field, person, &row.person);
        // A blank that the seller left is filled; what they typed is theirs to give up.
        let typed = !own && policy == ImportPolicy::Overwrite && !old.is_empty() && (deciding.typed)(field);
        let kept = own || (typed && !deciding.chosen.contains(&field));
        changes.push(FieldChange { field, new: field.get(&row.person).into_owned(), old: old.into_owned(), kept, typed });
    }
    changes
}

/// Whether a row names the person's company in other words than the desk (`Groupe Delmas SA` for `Groupe Delmas`): the same firm, so the link
/// stays, and so does its one name, which everybody there shares. Two rows that write it differently would else rename it to and fro with every
/// import. Case, accents and spaces are not other words. The seller renames a firm by typing the name.
pub fn writes_company_otherwise(person: &Person, row: &Person) -> bool {
    let same_firm = !person.company.is_empty() && PersonField::Company.is_same(person, row);
    same_firm && fold(&person.company) != fold(&row.company)
}

/// Whether nothing stands in a field: of the status, the one everybody begins with.
fn is_blank(field: PersonField, person: &Person, value: &str) -> bool {
    value.is_empty() || (field == PersonField::Status && person.status == Status::of(Meaning::New))
}

fn is_the_desks(field: PersonField, person: &Person, row: &Person) -> bool {
    match field {
        PersonField::Status => {
            person.status.meaning == Meaning::DoNotContact || (row.status.meaning == Meaning::New && person.status.meaning != Meaning::New)
        }
        PersonField::MessageSent | PersonField::FollowupCount => person.last_contact_at.is_some(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::views::imports::{ImportMode, ImportRules};
    use uuid::Uuid;

    fn compare(person: &Person, row: &Incoming, typed: impl Fn(PersonField) -> bool) -> Vec<FieldChange> {
        under(ImportPolicy::Overwrite, person, row, typed, &[])
    }

    fn under(
        usual: ImportPolicy,
        person: &Person,
        row: &Incoming,
        typed: impl Fn(PersonField) -> bool,
        chosen: &[PersonField],
    ) -> Vec<FieldChange> {
        let rules = Rules::of(ImportMode::Both, &ImportRules { usual, ..ImportRules::default() }).unwrap();
        super::compare(person, row, &Deciding { rules: &rules, typed, chosen })
    }

    fn at() -> chrono::DateTime<chrono::Utc> {
        "2026-09-15T08:00:00Z".parse().unwrap()
    }

    fn person(values: &[(PersonField, &str)]) -> Person {
        let mut person = Person::new(Uuid::nil(), "csv", at(), at().date_naive());
        values.iter().for_each(|(field, value)| field.set(&mut person, value).unwrap());
        person
    }

    fn row(values: &[(PersonField, &str)]) -> Incoming {
        let mut row = Incoming::new("csv", at());
        values.iter().for_each(|(field, value)| row.give(*field, value).unwrap());
        row
    }

    use PersonField::{Company, Email, FirstName, FollowupCount, LastName, MessageSent, Phone, Title};

    #[test]
    fn only_what_differs_changes_and_blanks_never_erase() {
        let here =
            person(&[(FirstName, "Ann"), (Title, "Buyer"), (Email, "ann@a.example"), (Phone, "+33612345678"), (Company, "Acme SAS")]);
        let file =
            row(&[(FirstName, "Ann"), (Title, "Head of buying"), (Email, "ANN@a.example"), (Phone, "06 12 34 56 78"), (Company, "ACME")]);
        let changes = compare(&here, &file, |_| false);
        assert_eq!(changes.len(), 1, "{changes:?}");
        assert_eq!((changes[0].field, changes[0].old.as_str(), changes[0].new.as_str()), (Title, "Buyer", "Head of buying"));
        assert!(compare(&here, &row(&[(Title, " ")]), |_| false).is_empty());
    }

    #[test]
    fn another_legal_form_is_the_same_firm_in_other_words_and_another_case_is_not() {
        let here = person(&[(Company, "Société Delmas")]);
        for (file, otherwise) in [("Société Delmas SA", true), ("SOCIETE  DELMAS", false), ("Delmas Frères", false)] {
            assert_eq!(writes_company_otherwise(&here, &person(&[(Company, file)])), otherwise, "{file}");
        }
        assert!(!writes_company_otherwise(&person(&[]), &here));
    }

    #[test]
    fn a_typed_value_is_kept_and_shown_as_kept() {
        let here = person(&[(Title, "Buyer"), (Email, "ann@a.example")]);
        let changes = compare(&here, &row(&[(Title, "CEO"), (Email, "ann@b.example")]), |field| field == Title);
        assert_eq!(changes.iter().map(|c| (c.field, c.kept)).collect::<Vec<_>>(), [(Title, true), (Email, false)]);
    }

    #[test]
    fn a_policy_says_what_may_happen_to_a_value_that_is_there() {
        let here = person(&[(Title, "Buyer"), (Email, "ann@a.example")]);
        let file = row(&[(Title, "CEO"), (Email, "ann@b.example"), (Phone, "06 12 34 56 78")]);
        let typed = |field| field == Title;
        let fields = |usual, chosen: &[PersonField]| {
            under(usual, &here, &file, typed, chosen).iter().map(|c| (c.field, c.kept, c.typed)).collect::<Vec<_>>()
        };
        assert_eq!(fields(ImportPolicy::Never, &[]), []);
        assert_eq!(fields(ImportPolicy::Fill, &[]), [(Phone, false, false)]);
        assert_eq!(fields(ImportPolicy::Overwrite, &[]), [(Title, true, true), (Email, false, false), (Phone, false, false)]);
        assert_eq!(fields(ImportPolicy::Overwrite, &[Title])[0], (Title, false, true), "the seller chose the file");
        assert_eq!(fields(ImportPolicy::OverwriteTyped, &[])[0], (Title, false, false));
    }

    #[test]
    fn a_file_never_takes_somebody_off_do_not_contact_nor_back_to_new() {
        for (here, file, kept) in [
            ("do_not_contact", "interested", true),
            ("contacted", "new", true),
            ("contacted", "interested", false),
            ("new", "do_not_contact", false),
        ] {
            let changes = compare(&person(&[(PersonField::Status, here)]), &row(&[(PersonField::Status, file)]), |_| false);
            assert_eq!(changes.iter().map(|c| c.kept).collect::<Vec<_>>(), [kept], "{here} {file}");
        }
    }

    #[test]
    fn what_the_desk_sent_is_not_rewritten_by_an_older_sheet() {
        let mut here = person(&[(MessageSent, "the second"), (FollowupCount, "2")]);
        here.last_contact_at = Some(at());
        let changes = compare(&here, &row(&[(MessageSent, "the first"), (FollowupCount, "1")]), |_| false);
        assert!(changes.len() == 2 && changes.iter().all(|change| change.kept));
    }

    #[test]
    fn a_whole_name_that_is_the_same_changes_neither_part() {
        let here = person(&[(FirstName, "Jean Pierre"), (LastName, "de la Tour Martin")]);
        let mut file = row(&[(FirstName, "Jean Pierre de la Tour"), (LastName, "Martin")]);
        file.full_name = Some("Jean Pierre de la Tour Martin".into());
        assert!(compare(&here, &file, |_| false).is_empty());
    }
}
