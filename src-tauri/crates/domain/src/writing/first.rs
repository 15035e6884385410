//! The first e-mail to a person.

use super::check::{self, Given};
use super::closing::{self, Contact};
use super::prompt::{self, Answer};
use super::{
    Draft, Field, Identity, Language, Mark, Marked, Recipient, Template, TemplateError, Values, WrittenBy, context, language, texts, words,
};
use crate::fault::Reason;

/// Longest subject that is written, in characters: longer ones are cut by every mail program.
pub const LONGEST_SUBJECT: usize = 120;

/// Who writes to whom, in which language, about what.
#[derive(Debug, Clone)]
pub struct Occasion<'a> {
    /// The person.
    pub recipient: &'a Recipient,
    /// The seller.
    pub identity: &'a Identity,
    /// The language to write in.
    pub language: Language,
    /// The run's `emailContext`.
    pub context: Option<&'a Template>,
    /// What placeholders stand for, but for the context.
    pub(super) values: Values,
}

impl<'a> Occasion<'a> {
    /// This person written to by this seller.
    pub fn new(recipient: &'a Recipient, identity: &'a Identity, language: Language, context: Option<&'a Template>) -> Self {
        Self { recipient, identity, language, context, values: recipient.values(identity) }
    }

    /// The context filled for this person, empty without one.
    pub fn context_text(&self) -> Result<String, TemplateError> {
        let Some(template) = self.context else { return Ok(String::new()) };
        let filled = template.fill(&self.values)?;
        Ok(words::clean_lines(&filled.text))
    }

    /// Values for a built-in text: with the context as a paragraph, when it can be printed, and warnings when it cannot.
    pub(super) fn builtin_values(&self) -> Result<(Values, Vec<Reason>), TemplateError> {
        let context = self.context_text()?;
        let values = self.values.clone();
        let title = self.recipient.title.as_str();
        let values = if reads_well(title) { values } else { values.with(Field::Title, "") };
        if context::read(&context) == context::Use::Orders {
            return Ok((values, vec![Reason::new("writing.context_is_for_a_model")]));
        }
        if let Some(found) = language::of_text(&context).filter(|found| *found != self.language) {
            return Ok((values, vec![Reason::new("writing.context_in_other_language").with("language", found.code())]));
        }
        Ok(match context::paragraph(&context, self.language) {
            Some(paragraph) => (values.with(Field::Context, &paragraph), Vec::new()),
            None => (values, Vec::new()),
        })
    }

    /// Values for the seller's own template: the context as they wrote it.
    pub(super) fn own_values(&self) -> Result<Values, TemplateError> {
        Ok(self.values.clone().with(Field::Context, &self.context_text()?))
    }
}

/// Whether a position can stand in a sentence: profiles hold slogans and lists there.
fn reads_well(title: &str) -> bool {
    title.chars().count() <= 60 && !title.contains(['|', '•', '\n', '(', '@']) && !prompt::reads_like_orders(title)
}

/// Writes the first e-mail from the built-in texts; which of them depends on the person and nothing else.
pub fn from_builtin(occasion: &Occasion<'_>) -> Result<Draft, TemplateError> {
    let (values, warnings) = occasion.builtin_values()?;
    let variants = texts::firsts(occasion.language)?;
    let start = words::stable_number(occasion.recipient.id.as_bytes());
    let chosen = usize::try_from(start % variants.len() as u64).unwrap_or_default();
    let mut unfillable = None;
    // a variant that says more than is known gives way to the next one
    for builtin in variants.iter().cycle().skip(chosen).take(variants.len()) {
        match builtin.subject.fill(&values).and_then(|subject| Ok((subject, builtin.body.fill(&values)?))) {
            Ok((subject, body)) => {
                let subject = shorten_subject(subject, occasion.language);
                return Ok(finish(occasion, &subject, &body, Contact::First, WrittenBy::Template, warnings));
            }
            Err(error @ TemplateError::Unfillable { .. }) => unfillable = Some(error),
            Err(error) => return Err(error),
        }
    }
    Err(unfillable.unwrap_or(TemplateError::Unfillable { field: Field::FullName }))
}

/// Makes a model's answer a draft, or says why it may not be used.
pub fn from_model(occasion: &Occasion<'_>, answer: &Answer, system: &str) -> Result<Draft, Vec<Reason>> {
    let context = occasion.context_text().map_err(|error| vec![Reason::of(&error)])?;
    let given = Given::for_model(occasion.recipient, occasion.identity, occasion.language, &[&context], system);
    let answer = check::tidy(answer, occasion.identity);
    let failures = check::check(&answer, &given);
    if !failures.is_empty() {
        return Err(failures);
    }
    let values = &occasion.values;
    let subject = mark_values(&answer.subject, values);
    let body = mark_values(&answer.body, values);
    Ok(finish(occasion, &subject, &body, Contact::First, WrittenBy::Model, Vec::new()))
}

/// Adds the closing and makes the draft.
pub(super) fn finish(
    occasion: &Occasion<'_>,
    subject: &Marked,
    body: &Marked,
    contact: Contact,
    by: WrittenBy,
    warnings: Vec<Reason>,
) -> Draft {
    let subject = subject.trimmed();
    let mut text = body.trimmed();
    text.push("\n\n", None);
    text.push(&closing::closing(occasion.identity, occasion.recipient, occasion.language, contact), None);
    Draft {
        marks: Mark::of(&subject, &text),
        subject: subject.text,
        text: text.text,
        html: None,
        language: occasion.language,
        written_by: by,
        warnings,
    }
}

fn shorten_subject(subject: Marked, language: Language) -> Marked {
    if subject.text.chars().count() <= LONGEST_SUBJECT {
        return subject;
    }
    Marked::plain(match language {
        Language::Fr => "Une question, en deux mots",
        Language::En => "A quick question",
    })
}

/// Marks where a text repeats the person's values, longest values first, whole words only.
fn mark_values(text: &str, values: &Values) -> Marked {
    const FIELDS: [Field; 6] = [Field::FullName, Field::Company, Field::Title, Field::Location, Field::FirstName, Field::LastName];
    let mut out = Marked::default();
    let mut rest = text;
    loop {
        let next = FIELDS
            .iter()
            .filter_map(|field| values.get(*field).filter(|v| v.chars().count() > 1).map(|value| (*field, value)))
            .filter_map(|(field, value)| find_word(rest, value).map(|at| (at, field, value)))
            .min_by_key(|(at, _, value)| (*at, usize::MAX - value.len()));
        let Some((at, field, value)) = next else {
            break;
        };
        out.push(rest.get(..at).unwrap_or_default(), None);
        out.push(value, Some(field));
        rest = rest.get(at + value.len()..).unwrap_or_default();
    }
    out.push(rest, None);
    out
}

fn find_word(text: &str, word: &str) -> Option<usize> {
    text.match_indices(word).map(|(at, _)| at).find(|at| {
        let before = text.get(..*at).and_then(|t| t.chars().next_back());
        let after = text.get(at + word.len()..).and_then(|t| t.chars().next());
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    })
}

#[cfg(test)]
#[path = "first_tests.rs"]
mod tests;
