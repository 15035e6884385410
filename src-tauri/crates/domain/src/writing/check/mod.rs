//! What a text must pass before it may be sent.
//!
//! A model's text is held to everything; a text the seller edited to what can be a slip of the hand. A check that fails is a [`Reason`]; a
//! model's text that fails one is not used at all.

mod echo;
mod facts;
mod names;
mod shape;
mod sign_off;
mod value;

pub use value::{Foreign, foreign};

use super::prompt::Answer;
use super::{Identity, Language, Recipient, closing, words};
use crate::fault::Reason;

/// What a text may repeat.
#[derive(Debug, Clone)]
pub struct Given {
    /// The person's values, without those that hold a placeholder or a link.
    records: Vec<String>,
    /// First and last name, folded words.
    names: Vec<String>,
    /// The company's name.
    company: String,
    /// The seller's own words: context, name, company, address.
    seller: String,
    language: Language,
    system: String,
}

impl Given {
    /// For a model's text about this person: `seller_words` is what the seller wrote for it, `system` the instructions it must not repeat.
    pub fn for_model(recipient: &Recipient, identity: &Identity, language: Language, seller_words: &[&str], system: &str) -> Given {
        let records = [&recipient.first_name, &recipient.last_name, &recipient.title, &recipient.company, &recipient.location];
        let own = |v: &String| Some(words::clean(v)).filter(|v| !v.is_empty() && foreign(v).is_none());
        Given {
            names: words::words(&recipient.full_name()),
            company: own(&recipient.company).unwrap_or_default(),
            records: records.into_iter().filter_map(own).collect(),
            seller: format!("{} {} {}", identity.name, identity.company, seller_words.join(" ")),
            language,
            system: system.to_owned(),
        }
    }

    /// Everything a text may take figures and names from.
    fn everything(&self) -> String {
        format!("{} {}", self.records.join(" "), self.seller)
    }

    /// A text without the person's values, so that a firm named `A<b>` is not mistaken for a left-over. A value that is a placeholder or a
    /// link itself is no excuse for one.
    fn without_records(&self, text: &str) -> String {
        let mut records: Vec<&String> = self.records.iter().filter(|v| v.chars().count() > 1).collect();
        records.sort_by_key(|v| std::cmp::Reverse(v.len()));
        records.into_iter().fold(text.to_owned(), |text, value| text.replace(value.as_str(), " "))
    }
}

/// Makes a model's answer comparable: line ends, invisible characters, spaces; and takes off a closing that only repeats the seller's name,
/// because the desk adds the signature.
pub fn tidy(answer: &Answer, identity: &Identity) -> Answer {
    // the subject keeps its line breaks for the check to find
    Answer { subject: answer.subject.trim().to_owned(), body: sign_off::strip(&words::clean_lines(&answer.body), identity) }
}

/// Everything a model's text fails, in a stable order; empty = it may be used.
pub fn check(answer: &Answer, given: &Given) -> Vec<Reason> {
    let both = format!("{}\n{}", answer.subject, answer.body);
    let mut failures = shape::subject(&answer.subject);
    failures.extend(shape::body(&answer.body));
    failures.extend(shape::left_overs(&given.without_records(&both)));
    failures.extend(facts::check(&both, given));
    failures.extend(names::check(answer, given));
    failures.extend(sign_off::check(&answer.body));
    failures.extend(echo::check(answer, given));
    failures
}

/// What the seller should mend in a text they edited, before it may be approved.
pub fn check_edit(subject: &str, text: &str, recipient: &Recipient, identity: &Identity, language: Language) -> Vec<Reason> {
    let given = Given::for_model(recipient, identity, language, &[], "");
    let mut failures = shape::subject(subject);
    if text.trim().is_empty() {
        failures.push(Reason::new("writing.empty"));
    }
    let plain = words::clean_lines(text);
    failures.extend(shape::placeholders(&given.without_records(&format!("{subject}\n{plain}"))));
    failures.extend(names::salutation(&plain, &given));
    let said = words::words(&plain).join(" ");
    let says = |sentence: &str| said.contains(&words::words(sentence).join(" "));
    if !says(&closing::sender_line(identity)) {
        failures.push(Reason::new("writing.identity_missing"));
    }
    if ![Language::Fr, Language::En].iter().any(|l| says(closing::opt_out(*l))) {
        failures.push(Reason::new("writing.opt_out_missing"));
    }
    failures
}

/// Why a text the seller edited may not leave, of what [`check_edit`] found: a field left in braces would be sent as it is, and nobody is
/// written to by a stranger or without a way to stop it. The rest is advice.
pub fn forbidding<'f>(subject: &str, text: &str, failures: &'f [Reason]) -> Option<&'f Reason> {
    let braces = subject.contains(['{', '}']) || text.contains(['{', '}']);
    failures.iter().find(|failure| match failure.code.as_str() {
        // Other left-overs may be meant: a year in brackets, a line to fill in.
        "writing.placeholder_left" => braces,
        "writing.identity_missing" | "writing.opt_out_missing" => true,
        _ => false,
    })
}

#[cfg(test)]
#[path = "check_tests.rs"]
mod tests;
