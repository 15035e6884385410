//! The columns of an export and what stands in them.

use domain::custom::BETWEEN;
use domain::people::{Person, Statuses};
use domain::views::custom::{CustomField, CustomKind, CustomValueView};
use domain::views::exports::ExportLayout;
use formats::export::Cell;
use formats::people::{Field, Language, SHEET_HEADER};

/// Columns of a full export that have a field in the recogniser; the others follow them.
const FULL: [Field; 17] = [
    Field::ExternalId,
    Field::FirstName,
    Field::LastName,
    Field::Email,
    Field::Phone,
    Field::Company,
    Field::Title,
    Field::LinkedInUrl,
    Field::Location,
    Field::Status,
    Field::ConnectedOn,
    Field::AddedOn,
    Field::MessageSent,
    Field::FollowUpCount,
    Field::Language,
    Field::Source,
    Field::Notes,
];
/// Columns that only inform: an import leaves them out.
const MORE: [(&str, &str); 4] = [
    ("Fuseau horaire", "Time zone"),
    ("Dernier contact (UTC)", "Last contact (UTC)"),
    ("Accord enregistré (UTC)", "Consent recorded (UTC)"),
    ("Détail de l’origine", "Source detail"),
];
/// The sheet's columns as fields, in the order of [`SHEET_HEADER`].
const SHEET: [Field; 11] = [
    Field::ExternalId,
    Field::FullName,
    Field::Company,
    Field::Title,
    Field::LinkedInUrl,
    Field::Location,
    Field::AddedOn,
    Field::Status,
    Field::MessageSent,
    Field::FollowUpCount,
    Field::Notes,
];

/// The first row. The sheet's is the same in every language: users' own tools look for it.
pub(super) fn header(layout: ExportLayout, locale: &str) -> Vec<&'static str> {
    let (language, french) = if locale.starts_with("fr") { (Language::Fr, true) } else { (Language::En, false) };
    match layout {
        ExportLayout::Sheet => SHEET_HEADER.to_vec(),
        ExportLayout::Full => {
            let more = MORE.iter().map(|(fr, en)| if french { *fr } else { *en });
            FULL.iter().map(|field| field.heading(language)).chain(more).collect()
        }
    }
}

/// A person's row.
pub(super) fn row<'p>(person: &'p Person, layout: ExportLayout, locale: &str, statuses: &Statuses) -> Vec<Cell<'p>> {
    let status = statuses.name(person.status, locale);
    let cells = |fields: &[Field]| fields.iter().map(|field| cell(person, *field, status)).collect::<Vec<_>>();
    match layout {
        ExportLayout::Sheet => cells(&SHEET),
        ExportLayout::Full => {
            let mut row = cells(&FULL);
            row.extend([
                text(&person.time_zone),
                person.last_contact_at.map(|at| at.naive_utc()).map_or(Cell::Empty, Cell::DateTime),
                person.consent_at.map(|at| at.naive_utc()).map_or(Cell::Empty, Cell::DateTime),
                text(&person.source_detail),
            ]);
            row
        }
    }
}

fn cell<'p>(person: &'p Person, field: Field, status: &str) -> Cell<'p> {
    match field {
        Field::ExternalId => Cell::from(person.id.to_string()),
        Field::FirstName => text(&person.first_name),
        Field::LastName => text(&person.last_name),
        Field::FullName => Cell::from(person.name()),
        Field::Email => text(&person.email),
        Field::Phone => text(&person.phone),
        Field::Company => text(&person.company),
        Field::Title => text(&person.title),
        Field::LinkedInUrl => text(&person.linkedin_url),
        Field::Location => text(&person.location),
        Field::Status => Cell::from(status.to_owned()),
        Field::ConnectedOn => person.connected_on.map_or(Cell::Empty, Cell::Date),
        Field::AddedOn => Cell::Date(person.added_on),
        Field::MessageSent => text(&person.message_sent),
        Field::FollowUpCount => Cell::Integer(i64::from(person.followup_count)),
        Field::Language => text(&person.language),
        Field::Source => text(&person.source),
        Field::Notes => text(&person.notes),
        // Not among the columns.
        Field::City
        | Field::Country
        | Field::Website
        | Field::Tags
        | Field::Lists
        | Field::OtherEmail
        | Field::OtherPhone
        | Field::OtherUrl
        | Field::Street
        | Field::Postcode
        | Field::Region
        | Field::OtherAddress
        | Field::OptOut => Cell::Empty,
    }
}

/// What a record has in one of the seller's own fields; several choices stand on one line, a number has the decimal mark of the file.
pub(super) fn own(field: &CustomField, values: &[CustomValueView], decimal: char) -> Cell<'static> {
    match values.iter().find(|value| value.field == field.id) {
        None => Cell::Empty,
        Some(value) if field.kind == CustomKind::Date => value.value.parse().map_or(Cell::Empty, Cell::Date),
        Some(value) if matches!(field.kind, CustomKind::Number | CustomKind::Money) => {
            Cell::from(value.value.replace('.', &decimal.to_string()))
        }
        Some(value) => Cell::from(value.value.replace(BETWEEN, ", ")),
    }
}

pub(super) fn text(value: &str) -> Cell<'_> {
    if value.is_empty() { Cell::Empty } else { Cell::from(value) }
}
