//! The columns of the desk's own full export that no other file has: what stands beside the one e-mail, the one number and the one place of a
//! person, each with what it is for.

use serde::{Deserialize, Serialize};

use super::field::{Field, Language};
use super::presets::Part;

/// What stands beside the fields of a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Own {
    /// An e-mail address; from the second on, the first is [`Field::Email`].
    Email,
    /// A number, likewise.
    Phone,
    /// A link, from the first on.
    Link,
    /// A postal address in parts, from the first on.
    Place,
}

/// What of it a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Of {
    /// The value itself; nothing of an address, which has parts.
    Value,
    /// A part of an address.
    Part(Part),
    /// What it is for.
    Label,
    /// Whether it is good.
    State,
}

/// The parts of an address in the order of their columns.
pub const PARTS: [Part; 5] = [Part::Street, Part::Postcode, Part::City, Part::Region, Part::Country];

/// The name of the column that holds this of the `n`th of its kind; reading it back recognises the same.
#[must_use]
pub fn own_heading(own: Own, n: usize, of: Of, language: Language) -> String {
    let french = language == Language::Fr;
    let base = match own {
        Own::Email => Field::Email.heading(language),
        Own::Phone => Field::Phone.heading(language),
        Own::Link if french => "Lien",
        Own::Link => "Link",
        Own::Place if french => "Adresse postale",
        Own::Place => "Postal address",
    };
    let of = match of {
        Of::Value => None,
        Of::Part(part) => Some(part_name(part, language)),
        Of::Label => Some(if french { "libellé" } else { "label" }),
        Of::State => Some(if french { "état" } else { "state" }),
    };
    let first = n == 1 && matches!(own, Own::Email | Own::Phone);
    let numbered = if first { base.to_owned() } else { format!("{base} {n}") };
    of.map_or_else(|| numbered.clone(), |of| format!("{numbered} ({of})"))
}

fn part_name(part: Part, language: Language) -> &'static str {
    let (fr, en) = match part {
        Part::Street => ("rue", "street"),
        Part::Postcode => ("code postal", "postcode"),
        Part::City => ("ville", "town"),
        Part::Region => ("région", "region"),
        Part::Country => ("pays", "country"),
    };
    if language == Language::Fr { fr } else { en }
}

/// The field of a folded name that only this export has, and for part of an address which of which.
pub(super) fn field(folded: &str) -> Option<(Field, Option<(u8, Part)>)> {
    if let Some(number) = ["link ", "lien "].iter().find_map(|base| folded.strip_prefix(base)) {
        return number.parse::<u8>().ok().map(|_| (Field::OtherUrl, None));
    }
    for (base, field) in
        [("email ", Field::OtherEmail), ("e mail ", Field::OtherEmail), ("phone ", Field::OtherPhone), ("telephone ", Field::OtherPhone)]
    {
        if let Some(number) = folded.strip_prefix(base).and_then(|number| number.parse::<u8>().ok())
            && number > 1
        {
            return Some((field, None));
        }
    }
    for (base, language) in [("postal address ", Language::En), ("adresse postale ", Language::Fr)] {
        let Some((number, name)) = folded.strip_prefix(base).and_then(|rest| rest.split_once(' ')) else { continue };
        let part = PARTS.into_iter().find(|part| super::aliases::fold(part_name(*part, language)) == name);
        if let (Ok(number @ 1..=200), Some(part)) = (number.parse::<u8>(), part) {
            return Some((Field::OtherAddress, Some((number, part))));
        }
    }
    None
}

/// What a file knows of an address or a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Deduced from a pattern.
    Guessed,
    /// Refused by its server.
    Bounced,
    /// Whoever has it asked not to be contacted by it.
    OptedOut,
}

/// The state a cell of the desk's own export names, in either language; nothing for one that is good or not known.
pub(super) fn state(cell: &str) -> Option<State> {
    match super::aliases::fold(cell).as_str() {
        "guessed" | "suppose" => Some(State::Guessed),
        "bounced" | "rejete" => Some(State::Bounced),
        "opted out" | "opposition" => Some(State::OptedOut),
        _ => None,
    }
}

/// The folded names of a column that says what the values of this one are for.
pub(super) fn labels_of(folded: &str) -> [String; 2] {
    beside(folded, ["label", "libelle"])
}

/// The folded names of a column that says whether the values of this one are good.
pub(super) fn states_of(folded: &str) -> [String; 2] {
    beside(folded, ["state", "etat"])
}

fn beside(folded: &str, endings: [&str; 2]) -> [String; 2] {
    let base = match field(folded) {
        Some((_, Some((number, _)))) => match folded.split_once(&format!(" {number} ")) {
            Some((base, _)) => format!("{base} {number}"),
            None => folded.to_owned(),
        },
        _ => folded.to_owned(),
    };
    endings.map(|ending| format!("{base} {ending}"))
}

#[cfg(test)]
mod tests {
    use super::super::aliases::fold;
    use super::*;

    #[test]
    fn a_heading_reads_back_as_what_it_names() {
        for language in [Language::En, Language::Fr] {
            let read = |own, n, of| field(&fold(&own_heading(own, n, of, language)));
            assert_eq!(read(Own::Email, 3, Of::Value), Some((Field::OtherEmail, None)));
            assert_eq!(read(Own::Phone, 2, Of::Value), Some((Field::OtherPhone, None)));
            assert_eq!(read(Own::Link, 1, Of::Value), Some((Field::OtherUrl, None)));
            for part in PARTS {
                assert_eq!(read(Own::Place, 12, Of::Part(part)), Some((Field::OtherAddress, Some((12, part)))));
            }
            assert_eq!((read(Own::Email, 1, Of::Label), read(Own::Email, 2, Of::State)), (None, None));
        }
    }

    #[test]
    fn what_a_value_is_for_stands_in_the_column_named_after_it() {
        for language in [Language::En, Language::Fr] {
            let name = |own, n, of| fold(&own_heading(own, n, of, language));
            for (own, n) in [(Own::Email, 1), (Own::Email, 2), (Own::Phone, 4), (Own::Link, 1)] {
                assert!(labels_of(&name(own, n, Of::Value)).contains(&name(own, n, Of::Label)), "{own:?} {n}");
                assert!(states_of(&name(own, n, Of::Value)).contains(&name(own, n, Of::State)), "{own:?} {n}");
            }
            assert!(labels_of(&name(Own::Place, 2, Of::Part(Part::Postcode))).contains(&name(Own::Place, 2, Of::Label)));
        }
    }
}
