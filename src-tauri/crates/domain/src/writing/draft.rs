use super::{Field, Language, Marked};
use crate::fault::Reason;
use serde::{Deserialize, Serialize};

/// A text that may be sent, once the seller or the run's rules let it go.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// Subject, one line.
    pub subject: String,
    /// The complete plain text, with signature, identity and opt-out sentence; lines end with `\n`.
    pub text: String,
    /// The same as HTML. The built-in texts have none: a personal message is plain text.
    pub html: Option<String>,
    /// Language of the text.
    pub language: Language,
    /// Who wrote it.
    pub written_by: WrittenBy,
    /// What the seller should know before it leaves, such as why the model's text was not used.
    pub warnings: Vec<Reason>,
    /// Which ranges came from the seller's records.
    pub marks: Vec<Mark>,
}

/// Who wrote a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WrittenBy {
    /// A template, built in or the seller's own.
    Template,
    /// A model, checked.
    Model,
    /// The seller, by hand.
    Seller,
}

/// A range that came from the seller's records.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// Which part it lies in.
    pub part: Part,
    /// First UTF-16 code unit of the range (what a text field in the window counts in).
    pub start: u32,
    /// The code unit after the last.
    pub end: u32,
    /// Where the value came from.
    pub field: Field,
}

/// A part of a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// The subject.
    Subject,
    /// The plain text.
    Text,
}

impl Mark {
    /// The marks of a subject and a text, in UTF-16 code units.
    pub(super) fn of(subject: &Marked, text: &Marked) -> Vec<Mark> {
        let mut marks = Vec::with_capacity(subject.marks.len() + text.marks.len());
        for (part, marked) in [(Part::Subject, subject), (Part::Text, text)] {
            // Marks stand in order: each is counted on from the one before.
            let (mut at, mut counted) = (0, 0);
            let mut count_to = |to: usize| {
                counted += utf16_length(marked.text.get(at..to));
                at = to;
                counted
            };
            for (range, field) in &marked.marks {
                let (start, end) = (count_to(range.start), count_to(range.end));
                marks.push(Mark { part, start, end, field: *field });
            }
        }
        marks
    }
}

fn utf16_length(text: Option<&str>) -> u32 {
    text.map_or(0, |t| u32::try_from(t.encode_utf16().count()).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_count_in_the_units_of_a_text_field() {
        let mut text = Marked::plain("👋 ");
        text.push("Zoé", Some(Field::FirstName));
        text.push(" — chez ", None);
        text.push("Élan 🚀", Some(Field::Company));
        let marks = Mark::of(&Marked::default(), &text);
        assert_eq!(
            marks,
            vec![
                Mark { part: Part::Text, start: 3, end: 6, field: Field::FirstName },
                Mark { part: Part::Text, start: 14, end: 21, field: Field::Company }
            ]
        );
    }
}
