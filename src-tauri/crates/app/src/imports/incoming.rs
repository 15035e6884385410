//! A row of a file as something said of a person.

use super::further;
use chrono::{DateTime, Utc};
use domain::contacts::phone_norm;
use domain::fault::Reason;
use domain::imports::Incoming;
use domain::people::{FieldError, PersonField, Statuses};
use domain::views::custom::{CustomField, CustomKind, CustomOf};
use domain::views::imports::{ImportDates, ImportNumbers, ImportReading};
use formats::people::{
    DateOrder, DateOrders, Layout, PersonRow, Reading, RejectReason, Rejection, RowWarning, WarningKind, parse_date, read_person,
};
use formats::table::{Row, RowError};
use store::imports::Info;
use store::{Read, StoreError};

/// What a row turned out to be.
#[derive(Debug, Clone)]
pub(super) enum What {
    /// Somebody, and what was noticed about the row, the weightiest first.
    Person(Box<Incoming>, Vec<Reason>),
    /// Not usable, and why.
    Rejected(Reason),
}

/// What of the desk decides how a file is read.
#[derive(Debug, Clone)]
pub(super) struct Home {
    /// Country of numbers without an international prefix.
    pub(super) country: String,
    /// Where decimals stand behind a comma: in French.
    comma: bool,
    /// The seller's own fields of people.
    pub(super) fields: Vec<CustomField>,
    /// What the seller's statuses are called.
    pub(super) statuses: Statuses,
}

impl Home {
    pub(super) fn load(read: &Read<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            country: crate::contacts::home(read)?,
            comma: store::settings::load(read)?.text("identity.locale") == "fr",
            fields: store::custom::of(read, CustomOf::People)?,
            statuses: store::statuses::all(read)?,
        })
    }

    /// The field a mapping names as `custom:` and its id.
    pub(super) fn field(&self, name: &str) -> Option<&CustomField> {
        let id = name.strip_prefix(CUSTOM)?;
        self.fields.iter().find(|field| field.id.to_string() == id)
    }
}

/// What stands before the id of one of the seller's own fields in a mapping.
pub(super) const CUSTOM: &str = "custom:";

/// Reads rows of one file.
#[derive(Debug, Clone)]
pub(super) struct Reader {
    pub(super) layout: Layout,
    pub(super) source: &'static str,
    pub(super) now: DateTime<Utc>,
    /// Country of numbers without an international prefix.
    pub(super) country: String,
    pub(super) numbers: ImportNumbers,
    statuses: Statuses,
    /// Columns that go to fields of the seller's own, and how a date among them is read.
    own: Vec<(usize, CustomField)>,
    own_dates: DateOrders,
}

impl Reader {
    /// A reader of a file that is understood so; what the seller did not tell follows from the file and the desk.
    pub(super) fn of(
        layout: Layout,
        mapping: &[Option<String>],
        import: (&str, &ImportReading, &Info),
        now: DateTime<Utc>,
        home: &Home,
    ) -> Self {
        let (kind, reading, info) = import;
        let source = match kind {
            "linkedin" => "linkedin",
            "sheet" => "sheet",
            _ => "csv",
        };
        let country = reading.country.as_deref().unwrap_or(&home.country).to_owned();
        let named = mapping.iter().enumerate().filter_map(|(column, name)| Some((column, home.field(name.as_deref()?)?.clone())));
        Self {
            layout,
            source,
            now,
            country,
            numbers: reading.numbers.unwrap_or_else(|| usual_numbers(&info.delimiter, home)),
            statuses: home.statuses.clone(),
            own: named.collect(),
            own_dates: reading.dates.map(|told| [order_of(told)].into_iter().collect()).unwrap_or_default(),
        }
    }

    /// Reads one row; `None` for a blank one.
    pub(super) fn read(&self, row: &Row) -> Option<What> {
        let (expected, found) = (self.layout.columns.len(), row.cells.len());
        if found > expected {
            return Some(What::Rejected(rejected(RejectReason::TooManyCells { expected, found })));
        }
        match read_person(&self.layout, row) {
            Reading::Blank => None,
            Reading::Rejected(Rejection { reason, .. }) => Some(What::Rejected(rejected(reason))),
            Reading::Person(person) => Some(self.with_own(self.person(&person), row)),
        }
    }

    /// Takes the values of the seller's own fields.
    fn with_own(&self, what: What, row: &Row) -> What {
        let What::Person(mut incoming, mut noticed) = what else { return what };
        for (column, field) in &self.own {
            let Some(cell) = row.cells.get(*column) else { continue };
            match domain::custom::read(field, &self.plain(field, cell)) {
                Ok(value) => incoming.own.extend(value.map(|value| (field.id, value))),
                Err(_) => noticed.push(Reason::new("imports.own_left_out").with("name", &field.name)),
            }
        }
        What::Person(incoming, noticed)
    }

    /// A cell as somebody would type it into a field.
    fn plain(&self, field: &CustomField, cell: &str) -> String {
        match field.kind {
            CustomKind::Number | CustomKind::Money => plain_number(cell, self.numbers),
            CustomKind::Date => parse_date(cell, self.own_dates).map_or_else(|_| cell.to_owned(), |day| day.to_string()),
            _ => cell.to_owned(),
        }
    }

    fn person(&self, row: &PersonRow) -> What {
        let mut incoming = Incoming::new(self.source, self.now);
        let mut left_out: Vec<PersonField> = Vec::new();
        let mut bad_email = false;
        let place = place(row);
        let status = row.status.as_deref().filter(|word| !word.trim().is_empty()).map(|word| self.statuses.read(word));
        if status == Some(None) {
            left_out.push(PersonField::Status);
        }
        let status = status.flatten().map(|status| status.key());
        let followups = row.follow_up_count.as_deref().map(|text| plain_number(text, self.numbers));
        let values = [
            (PersonField::FirstName, row.first_name.as_deref()),
            (PersonField::LastName, row.last_name.as_deref()),
            (PersonField::Email, row.email.as_deref()),
            (PersonField::Phone, row.phone.as_deref()),
            (PersonField::Company, row.company.as_deref()),
            (PersonField::Title, row.title.as_deref()),
            (PersonField::LinkedinUrl, row.linkedin_url.as_deref()),
            (PersonField::Location, place.as_deref()),
            (PersonField::Notes, row.notes.as_deref()),
            (PersonField::Status, status.as_deref()),
            (PersonField::MessageSent, row.message_sent.as_deref()),
            (PersonField::FollowupCount, followups.as_deref()),
            (PersonField::Language, row.language.as_deref()),
        ];
        for (field, value) in values {
            match value.map_or(Ok(()), |value| incoming.give(field, value)) {
                Ok(()) => {}
                Err(FieldError::TooLong { limit, .. }) => return What::Rejected(too_long(field.code(), limit)),
                Err(error) => {
                    bad_email |= matches!(error, FieldError::Email(_));
                    left_out.push(field);
                }
            }
        }
        for (field, date) in [(PersonField::ConnectedOn, row.connected_date), (PersonField::AddedOn, row.added_date)] {
            if let Some(date) = date {
                // A date that was read is always taken.
                let _taken = incoming.give(field, &date.to_string());
            }
        }
        if !incoming.person.phone.is_empty() {
            incoming.person.phone_norm = phone_norm(&incoming.person.phone, &self.country);
        }
        incoming.own_id = row.external_id.as_deref().and_then(|id| id.parse().ok());
        if !incoming.person.is_identified() && incoming.own_id.is_none() {
            return What::Rejected(Reason::new(if bad_email { "imports.bad_email" } else { "imports.no_identity" }));
        }
        incoming.full_name.clone_from(&row.full_name);
        incoming.website.clone_from(&row.website);
        incoming.origin.clone_from(&row.source);
        incoming.tags = row.tags.as_deref().map(names).unwrap_or_default();
        incoming.lists = row.lists.as_deref().map(names).unwrap_or_default();
        let not_taken = further::give(&mut incoming, row);
        let mut noticed = noticed(&left_out, &row.warnings);
        if !incoming.person.phone.is_empty() && incoming.person.phone_norm.is_empty() {
            noticed.push(Reason::new("imports.phone_unread").with("field", PersonField::Phone.code()));
        }
        noticed.extend(not_taken.into_iter().filter(|reason| !noticed.contains(reason)).collect::<Vec<_>>());
        What::Person(Box::new(incoming), noticed)
    }
}

/// The row a table refused, or the error that ends the file.
pub(super) fn refused(error: RowError) -> Result<Row, formats::table::TableError> {
    match error {
        RowError::TooManyCells { row, .. } => Ok(row),
        RowError::Table(error) => Err(error),
    }
}

/// An order of dates as the reader of files calls it.
pub(super) fn order_of(told: ImportDates) -> DateOrder {
    match told {
        ImportDates::DayFirst => DateOrder::DayFirst,
        ImportDates::MonthFirst => DateOrder::MonthFirst,
    }
}

/// Where columns are parted by semicolons, the comma was taken: it stands before decimals. Parted by tabs they are as a spreadsheet copies them,
/// in the seller's own language.
fn usual_numbers(delimiter: &str, home: &Home) -> ImportNumbers {
    if delimiter == "semicolon" || (delimiter == "tab" && home.comma) { ImportNumbers::Comma } else { ImportNumbers::Point }
}

/// A number without the marks that part its thousands, a point before its decimals.
fn plain_number(text: &str, numbers: ImportNumbers) -> String {
    let (decimal, thousands) = if numbers == ImportNumbers::Comma { (',', '.') } else { ('.', ',') };
    let whole = text.chars().filter(|c| !c.is_whitespace() && *c != thousands);
    whole.map(|c| if c == decimal { '.' } else { c }).collect()
}

/// The tags, or lists, of a cell: parted as spreadsheets and CRMs part them; one in quotation marks stands whole. Google marks its labels with a
/// star, its own ones among them.
fn names(cell: &str) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for part in cell.split(" ::: ").flat_map(parted) {
        let name = part.trim().trim_start_matches('*').trim();
        if !name.is_empty() && name != "myContacts" && !names.iter().any(|known| known == name) {
            names.push(name.to_owned());
        }
    }
    names
}

fn parted(text: &str) -> Vec<String> {
    let mut parts = Vec::new();
    let mut rest = text;
    loop {
        let start = rest.trim_start();
        let quoted = start.strip_prefix('"').and_then(|inner| {
            let end = closing(inner)?;
            let (whole, after) = (inner.get(..end)?, inner.get(end + 1..)?.trim_start());
            (after.is_empty() || after.starts_with(BETWEEN)).then(|| (whole.replace("\"\"", "\""), after))
        });
        let (part, after) = quoted.unwrap_or_else(|| {
            let end = rest.find(BETWEEN).unwrap_or(rest.len());
            (rest.get(..end).unwrap_or_default().to_owned(), rest.get(end..).unwrap_or_default())
        });
        parts.push(part);
        match after.char_indices().nth(1) {
            Some((at, _)) => rest = after.get(at..).unwrap_or_default(),
            None => return parts,
        }
    }
}

/// What parts names of tags in a cell.
const BETWEEN: [char; 4] = [';', ',', '|', '\n'];

/// The quotation mark that ends a text; two stand for one within.
fn closing(text: &str) -> Option<usize> {
    let mut marks = text.char_indices().filter(|(_, c)| *c == '"').map(|(at, _)| at).peekable();
    while let Some(at) = marks.next() {
        if marks.next_if_eq(&(at + 1)).is_none() {
            return Some(at);
        }
    }
    None
}

/// Names as one cell, for [`names`] to read.
pub(crate) fn one_cell<'n>(names: impl Iterator<Item = &'n str>) -> String {
    let one = |name: &str| {
        let plain = !name.contains(BETWEEN) && !name.contains(" ::: ") && !name.starts_with(['"', '*', '\'']);
        if plain { name.to_owned() } else { format!("\"{}\"", name.replace('"', "\"\"")) }
    };
    names.map(one).collect::<Vec<_>>().join("; ")
}

/// One text for where somebody is.
fn place(row: &PersonRow) -> Option<String> {
    if row.location.is_some() {
        return row.location.clone();
    }
    let parts: Vec<&str> = [&row.city, &row.region, &row.country].into_iter().flatten().map(String::as_str).collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

fn rejected(reason: RejectReason) -> Reason {
    match reason {
        RejectReason::HiddenMember => Reason::new("imports.hidden_member"),
        RejectReason::NoIdentity => Reason::new("imports.no_identity"),
        RejectReason::BadEmail => Reason::new("imports.bad_email"),
        RejectReason::TooLong { field, limit, .. } => too_long(field.code(), limit),
        RejectReason::UnreadableText { field } => Reason::new("imports.unreadable_text").with("field", field.code()),
        RejectReason::TooManyCells { expected, found } => {
            Reason::new("imports.too_many_cells").with("expected", expected).with("found", found)
        }
        RejectReason::Footer => Reason::new("imports.footer"),
    }
}

fn too_long(field: &str, limit: usize) -> Reason {
    Reason::new("imports.too_long").with("field", field).with("limit", limit)
}

/// What was noticed, each once: values left out before those taken in part before those cleaned.
fn noticed(left_out: &[PersonField], warnings: &[RowWarning]) -> Vec<Reason> {
    let kinds = [
        ("imports.left_out", [WarningKind::BadEmail, WarningKind::BadProfile, WarningKind::UnreadDate].as_slice()),
        ("imports.date_open", &[WarningKind::OpenDate]),
        ("imports.first_of_several", &[WarningKind::FirstOfSeveral]),
        ("imports.cleaned", &[WarningKind::Cleaned]),
    ];
    let of = |field: &str, code: &str| Reason::new(code).with("field", field);
    let mut noticed: Vec<Reason> = left_out.iter().map(|field| of(field.code(), "imports.left_out")).collect();
    for (code, kinds) in kinds {
        for warning in warnings.iter().filter(|warning| kinds.contains(&warning.kind)) {
            let reason = of(warning.field.code(), code);
            if !noticed.contains(&reason) {
                noticed.push(reason);
            }
        }
    }
    noticed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_parted_as_the_products_part_them() {
        assert_eq!(names("* friends ::: * myContacts"), ["friends"]);
        assert_eq!(names("Salon 2026; VIP;VIP ;"), ["Salon 2026", "VIP"]);
        assert!(names(" ; ").is_empty());
        assert_eq!(names("5\" screens, \"half"), ["5\" screens", "\"half"]);
    }

    #[test]
    fn names_with_marks_between_them_stand_whole_in_a_cell() {
        let all = ["Salon, 2026", "a;b|c", "VIP", "=1+1", "\"quoted\"", "5\" screens", "été"];
        assert_eq!(names(&one_cell(all.into_iter())), all);
    }

    #[test]
    fn decimals_stand_behind_the_mark_the_separator_left_to_them() {
        let home = |comma| Home { country: "FR".to_owned(), comma, fields: Vec::new(), statuses: Statuses::default() };
        assert_eq!(usual_numbers("semicolon", &home(false)), ImportNumbers::Comma);
        assert_eq!(usual_numbers("comma", &home(true)), ImportNumbers::Point);
        assert_eq!(usual_numbers("tab", &home(true)), ImportNumbers::Comma);
        assert_eq!(usual_numbers("tab", &home(false)), ImportNumbers::Point);
    }

    #[test]
    fn a_number_is_read_by_its_decimal_mark() {
        assert_eq!(plain_number("1.234,0", ImportNumbers::Comma), "1234.0");
        assert_eq!(plain_number("1,234.0", ImportNumbers::Point), "1234.0");
        assert_eq!(plain_number("1\u{202f}234", ImportNumbers::Comma), "1234");
    }
}
