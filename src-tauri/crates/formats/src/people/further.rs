//! What a row says beside the one e-mail, the one number and the one place of a person.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Field, Layout, Part, PersonRow, Purpose, WarningKind, aliases::fold, email, profile, row::RowWarning};
use crate::table::Row;

/// Most further ones of a row: a bomb of separators is no address book.
const MOST: usize = 60;
/// Most characters of a label.
const LABEL: usize = 40;

/// Another way to reach the person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum Further {
    /// A sound e-mail address.
    Email {
        /// `work`, `home`, `mobile`, `other`, the file's own word, or empty.
        label: String,
        /// The address.
        value: String,
    },
    /// A phone number as written.
    Phone {
        /// As above.
        label: String,
        /// The number.
        value: String,
    },
    /// A link.
    Url {
        /// As above.
        label: String,
        /// The link.
        value: String,
    },
    /// A postal address.
    Address {
        /// As above.
        label: String,
        /// Its parts.
        place: Place,
    },
}

/// A postal address in its parts, as written; empty where unknown.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// Number and street, lines joined by commas.
    pub street: String,
    /// Postcode.
    pub postcode: String,
    /// Town.
    pub city: String,
    /// Region or state.
    pub region: String,
    /// Country.
    pub country: String,
}

/// What a value is for, and the value.
type Given = (String, String);

/// Collects them while a row is read, and settles at the end which is the first.
#[derive(Debug, Default)]
pub(super) struct Collected {
    emails: Vec<Given>,
    phones: Vec<Given>,
    urls: Vec<Given>,
    places: BTreeMap<u8, (String, Place)>,
}

impl Collected {
    /// Takes the values of a column that repeats; `true` where one was left out because it is none.
    pub(super) fn take(&mut self, layout: &Layout, row: &Row, (column, field): (usize, Field), value: &str) -> bool {
        let label = purpose(layout, row, column);
        let mut bad = false;
        match field {
            Field::OtherEmail => bad = self.emails(&label, value),
            Field::OtherPhone => self.phones(&label, value),
            // A link may hold what parts other values.
            Field::OtherUrl => {
                let links = value.split(" ::: ").map(str::trim).filter(|link| !link.is_empty()).take(MOST);
                self.urls.extend(links.map(|link| (label.clone(), link.to_owned())));
            }
            Field::OtherAddress | Field::Street => {
                // A column the seller chose stands for a whole address on one line.
                let (number, part) = layout.parts.get(&column).copied().unwrap_or(match field {
                    Field::Street => (0, Part::Street),
                    _ => (u8::try_from(column % 200).unwrap_or(0).saturating_add(50), Part::Street),
                });
                self.part(number, part, label, value);
            }
            _ => {}
        }
        bad
    }

    /// The addresses of a cell; `true` where one is none.
    pub(super) fn emails(&mut self, label: &str, text: &str) -> bool {
        let mut bad = false;
        for address in email::addresses(text).take(MOST) {
            if email::is_email(address) {
                self.emails.push((label.to_owned(), address.to_owned()));
            } else {
                bad = true;
            }
        }
        bad
    }

    /// The numbers of a cell.
    pub(super) fn phones(&mut self, label: &str, text: &str) {
        let numbers = several(text).map(|number| number.trim_start_matches('\'').trim()).filter(|number| !number.is_empty());
        self.phones.extend(numbers.map(|number| (label.to_owned(), number.to_owned())));
    }

    /// A part of the address of this number; lines of a street are joined.
    pub(super) fn part(&mut self, number: u8, part: Part, label: String, value: &str) {
        let (of, place) = self.places.entry(number).or_default();
        if of.is_empty() {
            *of = label;
        }
        let slot = match part {
            Part::Street => &mut place.street,
            Part::Postcode => &mut place.postcode,
            Part::City => &mut place.city,
            Part::Region => &mut place.region,
            Part::Country => &mut place.country,
        };
        if slot.is_empty() {
            value.clone_into(slot);
        } else if part == Part::Street && slot.chars().count() + value.chars().count() < Field::Street.max_chars() {
            slot.push_str(", ");
            slot.push_str(value);
        }
    }

    /// Gives everything to the person: the first address and number where they have none, the rest behind it, each once.
    pub(super) fn settle(mut self, person: &mut PersonRow) {
        let nothing = self.emails.is_empty() && self.phones.is_empty() && self.urls.is_empty() && self.places.is_empty();
        if nothing && person.postcode.is_none() {
            return;
        }
        self.profile(person);
        let emails = once(person.email.clone(), self.emails, str::to_lowercase);
        let (first, emails) = first_of(person.email.is_none(), emails);
        if let Some((label, value)) = first {
            person.email = Some(value);
            person.email_label = Some(label).filter(|label| !label.is_empty());
        }
        let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
        let (first, phones) = first_of(person.phone.is_none(), once(person.phone.clone(), self.phones, digits));
        if let Some((label, value)) = first {
            person.phone = Some(value);
            person.phone_label = Some(label).filter(|label| !label.is_empty());
        }
        let urls = once(None, self.urls, |text| text.trim_end_matches('/').to_lowercase());
        let (label, own) = self.places.remove(&0).unwrap_or_default();
        let own = own_place(person, own);
        let places = own.map(|place| (label, place)).into_iter().chain(self.places.into_values());
        person.further = (emails.into_iter().map(|(label, value)| Further::Email { label, value }))
            .chain(phones.into_iter().map(|(label, value)| Further::Phone { label, value }))
            .chain(urls.into_iter().map(|(label, value)| Further::Url { label, value }))
            .chain(places.map(|(label, place)| Further::Address { label, place }))
            .take(MOST)
            .collect();
    }

    /// A link to a profile is the profile.
    fn profile(&mut self, person: &mut PersonRow) {
        if person.linkedin_url.is_none()
            && let Some(at) = self.urls.iter().position(|(_, link)| profile::is_linkedin_person(link))
        {
            person.linkedin_url = Some(profile::decode_link(&self.urls.remove(at).1));
        }
    }
}

/// The main address: a town alone says where somebody is, a street or a postcode makes it an address.
fn own_place(person: &mut PersonRow, mut place: Place) -> Option<Place> {
    person.street = Some(place.street.clone()).filter(|street| !street.is_empty());
    if person.street.is_none() && person.postcode.is_none() {
        return None;
    }
    place.postcode = person.postcode.clone().unwrap_or_default();
    place.region = person.region.clone().unwrap_or_default();
    place.city = person.city.clone().unwrap_or_default();
    place.country = person.country.clone().unwrap_or_default();
    Some(place)
}

/// Takes the first away where it is asked for.
fn first_of(wanted: bool, mut values: Vec<Given>) -> (Option<Given>, Vec<Given>) {
    let first = (wanted && !values.is_empty()).then(|| values.remove(0));
    (first, values)
}

/// Each value once, those that are there already left out. `key` empty: compared as written.
fn once(there: Option<String>, values: Vec<Given>, key: impl Fn(&str) -> String) -> Vec<Given> {
    let key = |text: &str| Some(key(text)).filter(|key| !key.is_empty()).unwrap_or_else(|| text.to_owned());
    let mut seen: Vec<String> = there.iter().map(|text| key(text)).collect();
    values
        .into_iter()
        .filter(|(_, value)| {
            let key = key(value);
            let new = !seen.contains(&key);
            seen.push(key);
            new
        })
        .collect()
}

/// The values of Google's ` ::: ` separated cells and of HubSpot's `;` separated ones.
fn several(text: &str) -> impl Iterator<Item = &str> {
    text.split(" ::: ").flat_map(|part| part.split(';')).map(str::trim).filter(|part| !part.is_empty()).take(MOST)
}

/// What a column's value is for: as its table says, or as the column beside it does.
pub(super) fn purpose(layout: &Layout, row: &Row, column: usize) -> String {
    match layout.purposes.get(&column) {
        Some(Purpose::Always(what)) => what.clone(),
        Some(Purpose::Column(beside)) => row.cells.get(*beside).map(|cell| label(cell)).unwrap_or_default(),
        None => String::new(),
    }
}

/// A label in the desk's words where it is one of them; Google marks the first of several with a star.
pub(crate) fn label(text: &str) -> String {
    let text = super::clean_line(text).0;
    let text = text.trim_start_matches('*').trim();
    match fold(text).as_str() {
        "work" | "travail" | "bureau" | "professionnel" | "business" | "office" | "pro" => "work".to_owned(),
        "home" | "domicile" | "personnel" | "personal" | "perso" | "prive" | "private" => "home".to_owned(),
        "mobile" | "cell" | "portable" | "iphone" | "cellulaire" => "mobile".to_owned(),
        "other" | "autre" | "obsolete" => "other".to_owned(),
        "pref" | "internet" | "voice" => String::new(),
        _ => text.chars().take(LABEL).collect(),
    }
}

/// Whether a cell says yes.
pub(super) fn says_yes(text: &str) -> bool {
    matches!(
        fold(text).as_str(),
        "1" | "true" | "vrai" | "yes" | "oui" | "y" | "o" | "x" | "unsubscribed" | "desabonne" | "desinscrit" | "opted out" | "opt out"
    )
}

/// The warning that an address was left out, unless the row has it already.
pub(super) fn warn_bad_email(person: &mut PersonRow, field: Field) {
    let warning = RowWarning { field, kind: WarningKind::BadEmail };
    if !person.warnings.contains(&warning) {
        person.warn(field, WarningKind::BadEmail);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_put_into_the_desks_words() {
        for (text, ours) in
            [("* Work", "work"), ("Domicile", "home"), ("iPhone", "mobile"), ("Secrétariat", "Secrétariat"), ("PREF", ""), ("", "")]
        {
            assert_eq!(label(text), ours, "{text}");
        }
        assert_eq!(label(&"x".repeat(80)).chars().count(), 40);
    }

    #[test]
    fn only_a_yes_is_a_yes() {
        assert!(["1", "TRUE", "Oui", " x ", "Unsubscribed"].iter().all(|text| says_yes(text)));
        assert!(["", "0", "no", "non", "subscribed", "false"].iter().all(|text| !says_yes(text)));
    }
}
