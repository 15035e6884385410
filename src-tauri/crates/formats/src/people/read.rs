use super::{
    Field, Kind, Layout, PersonRow, RejectReason, Rejection, WarningKind, clean, date::parse_date, further, further::Collected,
    name::split_full_name, own, presets, profile,
};
use crate::table::Row;

/// What a row turned out to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reading {
    /// A person.
    Person(Box<PersonRow>),
    /// Not taken, and why.
    Rejected(Rejection),
    /// Nothing but empty cells, as spreadsheets leave at the end: not counted as a row.
    Blank,
}

/// Reads a row as the layout says.
///
/// A bad e-mail or profile link is left out with a warning as long as something else says who the person is.
#[must_use]
pub fn read_person(layout: &Layout, row: &Row) -> Reading {
    if row.cells.iter().all(|cell| cell.trim().is_empty()) {
        return Reading::Blank;
    }
    let reject = |reason| Reading::Rejected(Rejection { line: row.line, reason });
    if is_footer(row) {
        return reject(RejectReason::Footer);
    }
    let mut person = PersonRow { line: row.line, ..PersonRow::default() };
    let mut collected = Collected::default();
    for (column, field) in layout.columns.iter().enumerate() {
        if let Some(field) = field
            && let Err(reason) = take(&mut person, &mut collected, layout, row, (column, *field))
        {
            return reject(reason);
        }
    }
    collected.settle(&mut person);
    settle_status(&mut person, layout);
    if let Some(reason) = missing_identity(&mut person, layout) {
        return reject(reason);
    }
    split_name(&mut person);
    read_dates(&mut person, layout);
    Reading::Person(Box::new(person))
}

/// Cleans and checks one value and puts it in its place.
fn take(
    person: &mut PersonRow,
    collected: &mut Collected,
    layout: &Layout,
    row: &Row,
    (column, field): (usize, Field),
) -> Result<(), RejectReason> {
    let Some(cell) = row.cells.get(column) else { return Ok(()) };
    let (value, cleaned) = if field.is_multiline() { clean::clean_text(cell) } else { clean::clean_line(cell) };
    if value.is_empty() {
        return Ok(());
    }
    let (value, several) = match field {
        Field::Website | Field::LinkedInUrl => first_of(&value),
        _ => (&*value, false),
    };
    check_length(field, value)?;
    if is_shown_to_people(field) && value.contains('\u{fffd}') {
        return Err(RejectReason::UnreadableText { field });
    }
    if cleaned {
        person.warn(field, WarningKind::Cleaned);
    }
    if several {
        person.warn(field, WarningKind::FirstOfSeveral);
    }
    let state = layout.states.get(&column).and_then(|beside| own::state(row.cells.get(*beside)?));
    person.states.extend(state.map(|state| (value.to_owned(), state)));
    match field {
        Field::Email => take_email(person, collected, further::purpose(layout, row, column), value),
        Field::Phone => take_phone(person, collected, further::purpose(layout, row, column), value),
        _ if field.repeats() => {
            if collected.take(layout, row, (column, field), value) {
                further::warn_bad_email(person, field);
            }
        }
        Field::OptOut if !further::says_yes(value) => {}
        _ => {
            if let Some(slot) = person.slot(field) {
                *slot = Some(value.to_owned());
            }
        }
    }
    check_links(person, field);
    Ok(())
}

/// Each of several values has the field's length of its own.
fn check_length(field: Field, value: &str) -> Result<(), RejectReason> {
    let limit = field.max_chars();
    // Bytes are never fewer than characters: most values need no counting.
    if value.len() > limit {
        let longest = match field {
            Field::Email => super::email::addresses(value).map(|one| one.chars().count()).max().unwrap_or_default(),
            _ => value.chars().count(),
        };
        if longest > limit {
            return Err(RejectReason::TooLong { field, length: longest, limit });
        }
    }
    Ok(())
}

/// The first address stands on the person, others behind it.
fn take_email(person: &mut PersonRow, collected: &mut Collected, label: String, value: &str) {
    let mut addresses = super::email::addresses(value);
    let first = addresses.next().unwrap_or_default();
    let rest: Vec<&str> = addresses.collect();
    if super::email::is_email(first) {
        person.email = Some(first.to_owned());
        person.email_label = Some(label.clone()).filter(|label| !label.is_empty());
    } else {
        further::warn_bad_email(person, Field::Email);
    }
    if !rest.is_empty() && collected.emails(&label, &rest.join(";")) {
        further::warn_bad_email(person, Field::Email);
    }
}

/// The same of numbers; Google's separator, Excel's mark for "this is text".
fn take_phone(person: &mut PersonRow, collected: &mut Collected, label: String, value: &str) {
    let (first, rest) = value.split_once(" ::: ").unwrap_or((value, ""));
    let first = first.trim_start_matches('\'').trim();
    if !first.is_empty() {
        person.phone = Some(first.to_owned());
        person.phone_label = Some(label.clone()).filter(|label| !label.is_empty());
    }
    collected.phones(&label, rest);
}

/// A profile link must be what it claims.
fn check_links(person: &mut PersonRow, field: Field) {
    if field != Field::LinkedInUrl {
        return;
    }
    let Some(link) = person.linkedin_url.take() else {
        return;
    };
    if profile::is_profile(&link) {
        person.linkedin_url = Some(profile::decode_link(&link));
    } else {
        person.warn(field, WarningKind::BadProfile);
    }
}

/// A product's words become the desk's; who asked not to be written to is not to be contacted, whatever else the row says.
fn settle_status(person: &mut PersonRow, layout: &Layout) {
    if person.opt_out.is_some() {
        person.status = Some("do not contact".to_owned());
    } else if let (Some(product), Some(status)) = (layout.product, &person.status)
        && let Some(ours) = presets::status(product, status)
    {
        person.status = Some(ours.to_owned());
    }
}

/// Why nobody can be told from this row; `None` where somebody can.
fn missing_identity(person: &mut PersonRow, layout: &Layout) -> Option<RejectReason> {
    if person.linkedin_url.is_none() && person.website.as_deref().is_some_and(profile::is_linkedin_person) {
        person.linkedin_url = person.website.take().map(|link| profile::decode_link(&link));
    }
    let named = person.first_name.is_some() || person.last_name.is_some() || person.full_name.is_some();
    // A row of the desk's own sheet may be about somebody of whom only the address is known, which the sheet does not show.
    let known = person.external_id.as_deref().is_some_and(is_own_id);
    if named || known || person.email.is_some() || person.linkedin_url.is_some() {
        return None;
    }
    if person.warnings.iter().any(|warning| warning.kind == WarningKind::BadEmail) {
        return Some(RejectReason::BadEmail);
    }
    let only_date = person.connected_on.is_some()
        && person.warnings.is_empty()
        && Field::ALL.into_iter().all(|field| field == Field::ConnectedOn || person.get(field).is_none());
    if layout.kind == Kind::LinkedInConnections && only_date { Some(RejectReason::HiddenMember) } else { Some(RejectReason::NoIdentity) }
}

/// The form of the desk's ids (RFC 9562); whether somebody has it is for the desk to say.
fn is_own_id(id: &str) -> bool {
    id.len() == 36
        && id.bytes().enumerate().all(|(at, byte)| if matches!(at, 8 | 13 | 18 | 23) { byte == b'-' } else { byte.is_ascii_hexdigit() })
}

fn split_name(person: &mut PersonRow) {
    if let (None, None, Some(full)) = (&person.first_name, &person.last_name, &person.full_name) {
        (person.first_name, person.last_name) = split_full_name(full);
    }
}

fn read_dates(person: &mut PersonRow, layout: &Layout) {
    for field in [Field::ConnectedOn, Field::AddedOn] {
        let Some(text) = person.get(field) else {
            continue;
        };
        let date = parse_date(text, layout.dates.get(&field).copied().unwrap_or_default());
        match field {
            Field::ConnectedOn => person.connected_date = date.ok(),
            _ => person.added_date = date.ok(),
        }
        if let Err(warning) = date {
            person.warn(field, warning);
        }
    }
}

/// Values that a message may contain, or that it is sent to.
fn is_shown_to_people(field: Field) -> bool {
    matches!(field, Field::FirstName | Field::LastName | Field::FullName | Field::Company | Field::Title | Field::Location | Field::City)
}

/// The first of Google's ` ::: ` separated values; true where there are more.
fn first_of(text: &str) -> (&str, bool) {
    match text.contains(' ').then(|| text.split_once(" ::: ")).flatten() {
        Some((first, _)) => (first.trim_end(), true),
        None => (text, false),
    }
}

/// Salesforce ends its reports with lines of one cell.
fn is_footer(row: &Row) -> bool {
    const STARTS: [&str; 4] = ["copyright (c)", "copyright ©", "confidential information", "generated by:"];
    let mut filled = row.cells.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty());
    let (Some(only), None) = (filled.next(), filled.next()) else {
        return false;
    };
    let lower = only.to_lowercase();
    row.cells.len() > 2 && STARTS.iter().any(|start| lower.starts_with(start))
}
