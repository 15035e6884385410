use super::Field;
use std::ops::Range;

/// A text with the ranges (in bytes) that came from records.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Marked {
    /// The text.
    pub text: String,
    /// Byte ranges of `text`, in order, with the field each value came from.
    pub marks: Vec<(Range<usize>, Field)>,
}

impl Marked {
    /// A text without marks.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), marks: Vec::new() }
    }

    /// Appends text, marked when it came from a record.
    pub fn push(&mut self, text: &str, field: Option<Field>) {
        let start = self.text.len();
        self.text.push_str(text);
        if let (Some(field), false) = (field, text.is_empty()) {
            self.marks.push((start..self.text.len(), field));
        }
    }

    /// Removes white space at both ends, marks moving along.
    #[must_use]
    pub fn trimmed(&self) -> Marked {
        let start = self.text.len() - self.text.trim_start().len();
        let text = self.text.trim().to_owned();
        let end = text.len();
        let marks = self
            .marks
            .iter()
            .map(|(r, f)| (r.start.saturating_sub(start).min(end)..r.end.saturating_sub(start).min(end), *f))
            .filter(|(r, _)| !r.is_empty())
            .collect();
        Marked { text, marks }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trimming_moves_the_marks_with_the_text() {
        let mut text = Marked::plain("\n ");
        text.push("Ada", Some(Field::FirstName));
        text.push(" \n", None);
        let trimmed = text.trimmed();
        assert_eq!(trimmed.text, "Ada");
        assert_eq!(trimmed.marks, vec![(0..3, Field::FirstName)]);
    }
}
