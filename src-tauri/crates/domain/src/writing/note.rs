//! The note that goes with a LinkedIn invitation, and the message to somebody who is connected already.

use super::first::Occasion;
use super::{Template, TemplateError, texts};
use crate::fault::Reason;

/// Characters LinkedIn takes in a note without a paid account.
pub const FREE_LIMIT: usize = 200;
/// Characters it takes with Premium or Sales Navigator.
pub const PREMIUM_LIMIT: usize = 300;

/// Characters LinkedIn takes in a message to a connection.
pub const MESSAGE_LIMIT: usize = 8_000;

/// A note ready to be copied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// One paragraph, within the limit.
    pub text: String,
    /// What the seller should know, such as why their own template was not used.
    pub warnings: Vec<Reason>,
}

/// Writes the note from the seller's template, or from the built-in ones: the fullest that fits `limit`.
///
/// A note is never cut: one of the seller's that is too long for this person gives way to a built-in one, with a warning.
pub fn write(occasion: &Occasion<'_>, own: Option<&Template>, limit: usize) -> Result<Note, TemplateError> {
    let mut warnings = Vec::new();
    if let Some(template) = own {
        let text = template.fill(&occasion.own_values()?)?.trimmed().text;
        let length = length(&text);
        if length <= limit && !text.is_empty() {
            return Ok(Note { text, warnings });
        }
        warnings.push(Reason::new("writing.note_too_long").with("length", length).with("limit", limit));
    }
    let mut error = TemplateError::TooLong;
    for template in texts::notes(occasion.language)? {
        match template.fill(&occasion.values) {
            Ok(filled) => {
                let text = filled.trimmed().text;
                if length(&text) <= limit {
                    return Ok(Note { text, warnings });
                }
            }
            Err(unfillable @ TemplateError::Unfillable { .. }) => error = unfillable,
            Err(other) => return Err(other),
        }
    }
    Err(error)
}

/// Writes a message to a connection, from the seller's template or the built-in one: no invitation is left to propose.
pub fn message(occasion: &Occasion<'_>, own: Option<&Template>) -> Result<Note, TemplateError> {
    let filled = match own {
        Some(template) => template.fill(&occasion.own_values()?)?,
        None => {
            let builtin = texts::messages(occasion.language)?.first().ok_or(TemplateError::TooLong)?;
            builtin.fill(&occasion.values)?
        }
    };
    let text = filled.trimmed().text;
    if text.is_empty() || length(&text) > MESSAGE_LIMIT {
        return Err(TemplateError::TooLong);
    }
    Ok(Note { text, warnings: Vec::new() })
}

/// Length as a web page counts it (UTF-16 code units).
fn length(text: &str) -> usize {
    text.encode_utf16().count()
}

#[cfg(test)]
mod tests {
    use super::super::samples::{marie, nobody, seller};
    use super::super::{Identity, Language, Recipient};
    use super::*;

    #[test]
    fn a_note_always_fits_its_limit() {
        let identity = seller();
        let people =
            [marie(), nobody(), Recipient { first_name: "J".repeat(190), ..marie() }, Recipient { company: "C".repeat(250), ..marie() }];
        for person in &people {
            for language in [Language::Fr, Language::En] {
                let occasion = Occasion::new(person, &identity, language, None);
                for limit in [FREE_LIMIT, PREMIUM_LIMIT] {
                    let note = write(&occasion, None, limit).unwrap();
                    assert!(note.text.encode_utf16().count() <= limit, "{}", note.text);
                    assert!(!note.text.contains('{'));
                }
            }
        }
    }

    #[test]
    fn the_builtin_note_says_the_first_name_even_while_the_seller_has_none() {
        for identity in [seller(), Identity { name: String::new(), ..seller() }] {
            for (language, greeting) in [(Language::Fr, "Bonjour Marie, "), (Language::En, "Hi Marie, ")] {
                let person = marie();
                let occasion = Occasion::new(&person, &identity, language, None);
                let note = write(&occasion, None, FREE_LIMIT).unwrap().text;
                assert!(note.starts_with(greeting) && note == note.trim(), "{note}");
            }
        }
    }

    #[test]
    fn the_sellers_template_that_is_too_long_gives_way_with_a_warning() {
        let (person, identity) = (marie(), seller());
        let occasion = Occasion::new(&person, &identity, Language::Fr, None);
        let own = Template::compile(&format!("Bonjour {{name}}, {}", "x".repeat(250))).unwrap();
        let note = write(&occasion, Some(&own), FREE_LIMIT).unwrap();
        assert_eq!(
            note.warnings,
            vec![Reason::new("writing.note_too_long").with("length", "Bonjour Marie Durand, ".len() + 250).with("limit", 200)]
        );
        assert!(note.text.starts_with("Bonjour Marie"));
        assert_eq!(write(&occasion, Some(&own), PREMIUM_LIMIT).unwrap().warnings, vec![]);
    }

    #[test]
    fn a_message_to_a_connection_is_not_held_to_the_length_of_a_note() {
        let (person, identity) = (marie(), seller());
        let occasion = Occasion::new(&person, &identity, Language::Fr, None);
        let own = Template::compile(&format!("Bonjour {{first_name}}, {}", "x".repeat(500))).unwrap();
        assert_eq!(message(&occasion, Some(&own)).unwrap().text, format!("Bonjour Marie, {}", "x".repeat(500)));
        assert_eq!(message(&occasion, Some(&Template::compile(&"x".repeat(9_000)).unwrap())), Err(TemplateError::TooLong));
        let builtin = message(&occasion, None).unwrap().text;
        assert!(builtin.starts_with("Bonjour Marie, nous sommes en relation") && !builtin.contains('{'), "{builtin}");
    }

    #[test]
    fn a_hole_in_the_sellers_template_stops_the_note() {
        let (person, identity) = (nobody(), seller());
        let occasion = Occasion::new(&person, &identity, Language::En, None);
        let own = Template::compile("Hi {name}, {title} at {company}.").unwrap();
        assert!(matches!(write(&occasion, Some(&own), 200), Err(TemplateError::Unfillable { .. })));
    }
}
