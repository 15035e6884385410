//! Columns without names: what they hold, as far as their values tell.

use std::collections::BTreeMap;

use super::{DateOrders, Field, Kind, Layout, aliases::fold, email, parse_date, profile};

/// Providers whose name in an address is nobody's firm.
const PROVIDERS: [&str; 16] = [
    "gmail",
    "googlemail",
    "hotmail",
    "outlook",
    "live",
    "msn",
    "yahoo",
    "ymail",
    "icloud",
    "aol",
    "orange",
    "wanadoo",
    "free",
    "sfr",
    "laposte",
    "proton",
];
/// What firms' names end with.
const FORMS: [&str; 16] =
    ["sa", "sas", "sasu", "sarl", "eurl", "snc", "sci", "scop", "ltd", "llc", "llp", "inc", "plc", "gmbh", "ag", "bv"];
/// Words of which one stands in most job titles.
const JOBS: [&str; 40] = [
    "directeur",
    "directrice",
    "director",
    "manager",
    "responsable",
    "head",
    "chief",
    "ceo",
    "cfo",
    "cto",
    "coo",
    "president",
    "presidente",
    "gerant",
    "gerante",
    "acheteur",
    "acheteuse",
    "buyer",
    "commercial",
    "commerciale",
    "sales",
    "engineer",
    "ingenieur",
    "consultant",
    "consultante",
    "vp",
    "fondateur",
    "fondatrice",
    "founder",
    "chef",
    "cheffe",
    "assistant",
    "assistante",
    "associe",
    "associee",
    "developpeur",
    "developer",
    "officer",
    "pdg",
    "owner",
];

/// Takes columns for fields by what stands in the first rows: addresses, links, numbers and postcodes by their form, names by the address or
/// profile beside them, firms and jobs by their words. What nothing tells is left to the seller.
#[must_use]
pub fn recognise_by_content(header: &[String], rows: &[Vec<String>]) -> Layout {
    let mut columns: Vec<Column<'_>> = (0..header.len()).map(|at| Column::of(rows, at)).collect();
    by_form(&mut columns);
    by_owner(&mut columns, rows);
    by_words(&mut columns);
    by_shape(&mut columns);
    let fields: Vec<Option<Field>> = columns.into_iter().map(|column| column.field).collect();
    let unmatched = header.iter().zip(&fields).filter(|(_, field)| field.is_none()).map(|(name, _)| name.clone()).collect();
    Layout {
        kind: Kind::Prospects,
        product: None,
        columns: fields,
        purposes: BTreeMap::new(),
        states: BTreeMap::new(),
        parts: BTreeMap::new(),
        unmatched,
        dates: BTreeMap::new(),
    }
}

/// Whether a cell is a phone number and not just a number: it is written as one dials.
pub(crate) fn is_phone(text: &str) -> bool {
    let text = text.trim().trim_start_matches('\'');
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let only = text.chars().all(|c| c.is_ascii_digit() || matches!(c, '+' | ' ' | '.' | '-' | '(' | ')' | '/' | '\u{a0}' | '\u{202f}'));
    let dialled = match text.as_bytes() {
        [b'+' | b'(', ..] => true,
        [b'0', rest @ ..] => rest.first() != Some(&b'.') && digits >= 9,
        _ => digits == 10 && text.matches('-').count() == 2 && text.len() == 12,
    };
    only && dialled && (8..=15).contains(&digits) && (digits > 8 || !is_date(text))
}

fn is_date(text: &str) -> bool {
    parse_date(text, DateOrders::default()).is_ok()
}

/// A column with the values that stand in it.
struct Column<'r> {
    values: Vec<&'r str>,
    field: Option<Field>,
    /// Its form is known, and no field goes with it.
    settled: bool,
}

impl<'r> Column<'r> {
    fn of(rows: &'r [Vec<String>], at: usize) -> Self {
        let values = rows.iter().filter_map(|row| row.get(at)).map(|cell| cell.trim()).filter(|cell| !cell.is_empty()).collect();
        Self { values, field: None, settled: false }
    }

    /// Whether at least `percent` of its values are so.
    fn mostly(&self, percent: usize, is: impl Fn(&str) -> bool) -> bool {
        !self.values.is_empty() && self.values.iter().filter(|value| is(value)).count() * 100 >= self.values.len() * percent
    }

    fn is_open(&self) -> bool {
        self.field.is_none() && !self.settled && !self.values.is_empty()
    }

    fn take(&mut self, field: Field) {
        self.field = Some(field);
    }
}

/// Addresses, profiles, links, numbers, postcodes; dates and other numbers are known to be none of these.
fn by_form(columns: &mut [Column<'_>]) {
    let mut taken: Vec<Field> = Vec::new();
    for column in columns {
        let first_or = |taken: &mut Vec<Field>, first: Field, other: Field| {
            if taken.contains(&first) {
                return other;
            }
            taken.push(first);
            first
        };
        let link = |value: &str| value.contains("://") || value.starts_with("www.");
        if column.mostly(60, |value| email::addresses(value).any(email::is_email)) {
            column.take(first_or(&mut taken, Field::Email, Field::OtherEmail));
        } else if column.mostly(60, profile::is_linkedin_person) {
            column.take(first_or(&mut taken, Field::LinkedInUrl, Field::OtherUrl));
        } else if column.mostly(60, |value| link(value) || is_domain(value)) {
            column.take(first_or(&mut taken, Field::Website, Field::OtherUrl));
        } else if column.mostly(60, is_phone) {
            column.take(first_or(&mut taken, Field::Phone, Field::OtherPhone));
        } else if column.mostly(80, |value| value.len() == 5 && value.bytes().all(|byte| byte.is_ascii_digit())) {
            if taken.contains(&Field::Postcode) {
                column.settled = true;
            } else {
                taken.push(Field::Postcode);
                column.take(Field::Postcode);
            }
        } else {
            column.settled = column.mostly(60, |value| is_date(value) || !value.chars().any(char::is_alphabetic));
        }
    }
}

fn is_domain(value: &str) -> bool {
    !value.contains(' ') && value.contains('.') && email::is_email(&format!("x@{value}"))
}

/// Names stand in the address or the profile beside them; so does the firm, behind the at sign.
fn by_owner(columns: &mut [Column<'_>], rows: &[Vec<String>]) {
    let at = |field: Field| columns.iter().position(|column| column.field == Some(field));
    let (mail, link) = (at(Field::Email), at(Field::LinkedInUrl));
    let told: Vec<Told> = rows.iter().map(|row| Told::of(row, mail, link)).collect();
    let (mut names, mut whole): (Vec<(usize, usize)>, Vec<usize>) = Default::default();
    for (index, column) in columns.iter_mut().enumerate().filter(|(_, column)| column.is_open()) {
        let mut hits = Hits::default();
        for (row, told) in rows.iter().zip(&told) {
            hits.note(row.get(index).map_or("", |cell| cell.trim()), told);
        }
        // A firm called after its founder stands in their address twice.
        if hits.most(hits.firm) && hits.firm > hits.name {
            column.take(Field::Company);
        } else if hits.most(hits.name) {
            names.push((index, hits.place.checked_div(hits.name).unwrap_or_default()));
            whole.extend((hits.words * 2 >= hits.name).then_some(index));
        }
    }
    only_first(columns, Field::Company);
    // Beside one other column of names, several words are a family name of several words.
    if let (Some(index), true) = (whole.first(), names.len() != 2) {
        columns.get_mut(*index).into_iter().for_each(|column| column.take(Field::FullName));
        names.retain(|(other, _)| other != index);
    }
    first_and_last(columns, &mut names);
}

/// What an address and a profile say of a row's person.
struct Told {
    /// Who they are: the part before the at sign, and the profile.
    who: [String; 2],
    /// The firm behind the at sign.
    firm: String,
}

impl Told {
    fn of(row: &[String], mail: Option<usize>, link: Option<usize>) -> Self {
        let cell = |at: Option<usize>| at.and_then(|at| row.get(at)).map_or("", |cell| cell.trim());
        let (local, domain) = cell(mail).split_once('@').unwrap_or_default();
        let slug = cell(link).split_once("/in/").map_or("", |(_, slug)| slug).trim_end_matches('/');
        let firm = domain.split('.').next().unwrap_or_default();
        let firm = if PROVIDERS.contains(&firm.to_lowercase().as_str()) { "" } else { firm };
        Self { who: [plain(&profile::decode_link(slug)), plain(local)], firm: plain(firm) }
    }
}

/// Letters and digits alone, folded.
fn plain(text: &str) -> String {
    fold(text).replace(' ', "")
}

#[derive(Default)]
struct Hits {
    /// Rows that could tell.
    rows: usize,
    name: usize,
    firm: usize,
    /// Of the names, those of several words.
    words: usize,
    /// Where the names stand, added up.
    place: usize,
}

impl Hits {
    fn note(&mut self, cell: &str, told: &Told) {
        let words = fold(cell);
        if words.is_empty() || told.who.iter().chain([&told.firm]).all(String::is_empty) {
            return;
        }
        self.rows += 1;
        let whole = words.replace(' ', "");
        let long = |text: &str| text.chars().count() >= 3;
        self.firm += usize::from(long(&told.firm) && (whole.contains(&told.firm) || (long(&whole) && told.firm.contains(&whole))));
        let every = |who: &&String| words.split(' ').all(|word| word.len() >= 2 && who.contains(word)) && words.split(' ').count() <= 4;
        if let Some(who) = told.who.iter().find(every) {
            self.name += 1;
            self.words += usize::from(words.contains(' '));
            self.place += words.split(' ').next().and_then(|word| who.find(word)).unwrap_or_default();
        }
    }

    fn most(&self, hits: usize) -> bool {
        hits > 0 && hits * 2 >= self.rows
    }
}

/// Of two columns of names, the one that stands first in profiles and addresses is the given name. One alone is it where it begins them, as in
/// `ann@acme.example`, and the family name where something stands before it, as in `alee@acme.example`; the other is the column of single words
/// beside it.
fn first_and_last(columns: &mut [Column<'_>], names: &mut Vec<(usize, usize)>) {
    names.sort_by_key(|(index, place)| (*place, *index));
    let (first, last) = match names.as_slice() {
        [(first, _), (last, _), ..] => (*first, *last),
        [(only, place)] => {
            let is_open = |at: &usize| columns.get(*at).is_some_and(|column| column.is_open() && column.mostly(60, is_word));
            let (before, after) = (only.checked_sub(1).filter(is_open), only.checked_add(1).filter(is_open));
            let (given, other) = if *place == 0 { (true, after.or(before)) } else { (false, before.or(after)) };
            match other {
                Some(other) if given => (*only, other),
                Some(other) => (other, *only),
                None => {
                    let field = if given { Field::FirstName } else { Field::LastName };
                    return columns.get_mut(*only).into_iter().for_each(|column| column.take(field));
                }
            }
        }
        [] => return,
    };
    for (at, field) in [(first, Field::FirstName), (last, Field::LastName)] {
        columns.get_mut(at).into_iter().for_each(|column| column.take(field));
    }
}

/// A single name, perhaps with a hyphen.
fn is_word(value: &str) -> bool {
    value.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’')) && value.chars().count() <= 30
}

/// Firms by their legal form, jobs by their words, notes by their length.
fn by_words(columns: &mut [Column<'_>]) {
    let ends = |value: &str| fold(value).rsplit(' ').next().is_some_and(|last| FORMS.contains(&last)) && value.contains(' ');
    let job = |value: &str| fold(value).split(' ').any(|word| JOBS.contains(&word));
    for (field, is) in [(Field::Company, &ends as &dyn Fn(&str) -> bool), (Field::Title, &job), (Field::Notes, &|value| value.len() > 80)] {
        if !columns.iter().any(|column| column.field == Some(field))
            && let Some(column) = columns.iter_mut().find(|column| column.is_open() && column.mostly(40, is))
        {
            column.take(field);
        }
    }
}

/// Where nothing told the names, they are what people write first: two columns of single words, or one of two.
fn by_shape(columns: &mut [Column<'_>]) {
    let named = [Field::FirstName, Field::LastName, Field::FullName];
    if columns.iter().any(|column| column.field.is_some_and(|field| named.contains(&field))) {
        return;
    }
    let Some(first) = columns.iter().position(Column::is_open) else { return };
    let is = |columns: &[Column<'_>], at: usize, is: &dyn Fn(&str) -> bool| {
        columns.get(at).is_some_and(|column| column.is_open() && column.mostly(70, is))
    };
    if is(columns, first, &is_word) && is(columns, first + 1, &is_word) {
        for (at, field) in [(first, Field::FirstName), (first + 1, Field::LastName)] {
            columns.get_mut(at).into_iter().for_each(|column| column.take(field));
        }
    } else if is(columns, first, &|value| (2..=4).contains(&value.split(' ').count()) && value.split(' ').all(is_word)) {
        columns.get_mut(first).into_iter().for_each(|column| column.take(Field::FullName));
    }
}

/// No field stands twice: the leftmost column has it.
fn only_first(columns: &mut [Column<'_>], field: Field) {
    for column in columns.iter_mut().filter(|column| column.field == Some(field)).skip(1) {
        column.field = None;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Field::{Company, Email, FirstName, FullName, LastName, LinkedInUrl, OtherEmail, Phone, Postcode, Title, Website};

    fn fields(rows: &[&[&str]]) -> Vec<Option<Field>> {
        let rows: Vec<Vec<String>> = rows.iter().map(|row| row.iter().map(|cell| (*cell).to_owned()).collect()).collect();
        let header: Vec<String> = (0..rows[0].len()).map(|n| n.to_string()).collect();
        recognise_by_content(&header, &rows).columns
    }

    #[test]
    fn columns_are_told_by_what_stands_in_them() {
        let rows: [&[&str]; 3] = [
            &["Lee", "Ann", "Head of buying", "Acme", "ann.lee@acme.example", "ann@home.example", "+33 6 12 34 56 78", "2026", "75011"],
            &["Roy", "Bob", "Acheteur", "Free Spirit", "bob.roy@freespirit.example", "", "01 23 45 67 89", "2025", "44000"],
            &["Münch", "Zoé", "CEO", "Delmas", "zoe.munch@delmas.example", "zoe@gmail.com", "", "", "69001"],
        ];
        let expected =
            [Some(LastName), Some(FirstName), Some(Title), Some(Company), Some(Email), Some(OtherEmail), Some(Phone), None, Some(Postcode)];
        assert_eq!(fields(&rows), expected);
    }

    #[test]
    fn a_profile_tells_the_order_of_the_names_and_a_link_is_no_profile() {
        let rows: [&[&str]; 2] = [
            &["https://www.linkedin.com/in/ann-lee-42", "Ann", "Lee", "https://acme.example"],
            &["https://www.linkedin.com/in/bob-roy", "Bob", "Roy", "free.example"],
        ];
        assert_eq!(fields(&rows), [Some(LinkedInUrl), Some(FirstName), Some(LastName), Some(Website)]);
        let rows: [&[&str]; 2] = [&["Ann Lee", "Acme SAS", "ann.lee@gmail.com"], &["Bob Roy", "Delmas SARL", "bobroy@free.fr"]];
        assert_eq!(fields(&rows), [Some(FullName), Some(Company), Some(Email)]);
        let rows: [&[&str]; 2] = [&["Inès", "Ben Saïd", "ines.bensaid@optique.example"], &["Max", "Muster", "max.muster@muster.example"]];
        assert_eq!(fields(&rows), [Some(FirstName), Some(LastName), Some(Email)]);
        assert_eq!(fields(&[&["Ann", "Lee", "0612345678"]]), [Some(FirstName), Some(LastName), Some(Phone)]);
        assert_eq!(fields(&[&["Ann", "Lee", "alee@acme.example"]]), [Some(FirstName), Some(LastName), Some(Email)]);
        assert_eq!(fields(&[&["Ada", "Lovelace", "ada@analytical.example"]]), [Some(FirstName), Some(LastName), Some(Email)]);
        assert_eq!(fields(&[&["Lovelace", "Ada", "ada@analytical.example"]]), [Some(LastName), Some(FirstName), Some(Email)]);
    }

    #[test]
    fn a_number_that_is_dialled_is_a_phone_and_others_are_not() {
        for phone in
            ["+33 6 12 34 56 78", "06.12.34.56.78", "0612345678", "(555) 123-4567", "555-123-4567", "+49/30/123456", "'+33612345678"]
        {
            assert!(is_phone(phone), "{phone}");
        }
        for other in ["732829320", "732 829 320 00074", "2026-11-22", "05/11/2024", "0.123456789", "12", "A12345678", "1 234 567 890"] {
            assert!(!is_phone(other), "{other}");
        }
    }
}
