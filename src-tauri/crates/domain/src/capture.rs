//! Quick capture: how complete somebody is who was noted in two seconds.
//!
//! A hundred points over what a seller needs before writing or calling: who it is, how to reach them, where they are. Each part counts whole or
//! not at all, so that the score says by itself what is missing.

use crate::views::capture::CompletenessPart;

/// What is known of somebody.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Known {
    /// Fields that have a value, by the names of [`PERSON`] or [`COMPANY`].
    pub fields: Vec<&'static str>,
}

/// Parts of a person's score.
pub const PERSON: [(&str, u32); 7] =
    [("first_name", 10), ("last_name", 15), ("company", 15), ("title", 10), ("email", 25), ("phone", 15), ("place", 10)];

/// Parts of a company's score.
pub const COMPANY: [(&str, u32); 6] = [("name", 20), ("siren", 20), ("phone", 20), ("website", 15), ("activity", 10), ("place", 15)];

/// The score from 0 to 100, with what it is made of.
pub fn completeness(of: &[(&'static str, u32)], known: &Known) -> (u32, Vec<CompletenessPart>) {
    let parts: Vec<CompletenessPart> = of
        .iter()
        .map(|(field, points)| CompletenessPart { field: (*field).to_owned(), points: *points, known: known.fields.contains(field) })
        .collect();
    (parts.iter().filter(|part| part.known).map(|part| part.points).sum(), parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_of_each_score_make_a_hundred() {
        assert_eq!(PERSON.iter().map(|(_, points)| points).sum::<u32>(), 100);
        assert_eq!(COMPANY.iter().map(|(_, points)| points).sum::<u32>(), 100);
    }

    #[test]
    fn the_score_names_what_is_missing() {
        let (score, parts) = completeness(&PERSON, &Known { fields: vec!["last_name", "phone", "unheard_of"] });
        assert_eq!(score, 30);
        let missing: Vec<_> = parts.iter().filter(|part| !part.known).map(|part| part.field.as_str()).collect();
        assert_eq!(missing, ["first_name", "company", "title", "email", "place"]);
    }
}
