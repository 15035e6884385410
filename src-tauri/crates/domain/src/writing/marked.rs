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

    /// Appends another marked text.
    pub fn append(&mut self, other: &Marked) {
        let shift = self.text.len();
        self.text.push_str(&other.text);
        self.marks.extend(other.marks.iter().map(|(range, field)| (range.start + shift..range.end + shift, *field)));
    }

    /// The text with every marked range blanked out: what the desk or a model wrote itself.
    pub fn without_values(&self) -> String {
        let mut out = String::with_capacity(self.text.len());
        let mut from = 0;
        for (range, _) in &self.marks {
            out.push_str(self.text.get(from..range.start).unwrap_or_default());
            from = range.end.max(from);
        }
        out.push_str(self.text.get(from..).unwrap_or_default());
        out
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

    #[test]
    fn values_are_left_out_of_what_the_desk_wrote() {
        let mut text = Marked::plain("Hello ");
        text.push("{{company}}", Some(Field::FirstName));
        text.push("!", None);
        assert_eq!(text.without_values(), "Hello !");
    }
}
