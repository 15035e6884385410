//! Follow-ups by e-mail.

use super::closing::Contact;
use super::first::{LONGEST_SUBJECT, Occasion, finish};
use super::texts::{self, Builtin};
use super::{Draft, Marked, Template, TemplateError, WrittenBy};

/// Which follow-up it is.
#[derive(Debug, Clone, Copy)]
pub struct Turn<'a> {
    /// Its number, 1 = first.
    pub n: u32,
    /// How many there are at most.
    pub max: u32,
    /// Subject of the message it follows, when one is known: a follow-up stays in its thread (RFC 5322 section 3.6.5, `Re: `).
    pub thread_subject: Option<&'a str>,
}

/// Writes a follow-up from the seller's own template, or from the built-in texts.
pub fn write(occasion: &Occasion<'_>, turn: Turn<'_>, own: Option<&Template>) -> Result<Draft, TemplateError> {
    let builtin = Builtin::read(texts::followup(occasion.language, turn.n, turn.max))?;
    let (values, warnings) = occasion.builtin_values()?;
    let (body, warnings) = match own {
        Some(template) => (template.fill(&occasion.own_values()?)?, Vec::new()),
        None => (builtin.body.fill(&values)?, warnings),
    };
    let subject = match turn.thread_subject.map(reply_subject) {
        Some(subject) => Marked::plain(subject),
        None => builtin.subject.fill(&values)?,
    };
    Ok(finish(occasion, &subject, &body, Contact::Later, WrittenBy::Template, warnings))
}

/// The subject of an answer in the same thread, with one `Re: ` only.
fn reply_subject(subject: &str) -> String {
    let mut bare = subject.trim();
    while let Some(rest) = bare.get(..3).filter(|start| start.eq_ignore_ascii_case("re:")).and_then(|_| bare.get(3..)) {
        bare = rest.trim_start();
    }
    format!("Re: {}", bare.chars().take(LONGEST_SUBJECT - 4).collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::super::samples::{marie, seller};
    use super::super::{Identity, Language, Recipient};
    use super::*;

    fn occasion<'a>(recipient: &'a Recipient, identity: &'a Identity, language: Language) -> Occasion<'a> {
        Occasion::new(recipient, identity, language, None)
    }

    fn turn(n: u32) -> Turn<'static> {
        Turn { n, max: 3, thread_subject: Some("Une question") }
    }

    #[test]
    fn each_followup_differs_and_is_shorter_than_the_one_before() {
        let (person, identity) = (marie(), seller());
        for language in [Language::Fr, Language::En] {
            let texts: Vec<String> = (1..=3).map(|n| write(&occasion(&person, &identity, language), turn(n), None).unwrap().text).collect();
            assert!(texts[0] != texts[1] && texts[1] != texts[2]);
            let context = Template::compile(if language == Language::Fr {
                "Nous livrons de l'acier recyclé aux ateliers de votre région, en petites séries, depuis notre site."
            } else {
                "We deliver recycled steel to the workshops in your area, in small batches, from our own site."
            })
            .unwrap();
            let with = Occasion { context: Some(&context), ..occasion(&person, &identity, language) };
            let lengths: Vec<usize> = (1..=3).map(|n| write(&with, turn(n), None).unwrap().text.len()).collect();
            assert!(lengths[0] > lengths[1] && lengths[1] > lengths[2], "{lengths:?}");
        }
    }

    #[test]
    fn only_the_last_followup_says_it_is_the_last() {
        let (person, identity) = (marie(), seller());
        let last = |n| write(&occasion(&person, &identity, Language::Fr), turn(n), None).unwrap().text.contains("dernier message");
        assert_eq!([last(1), last(2), last(3)], [false, false, true]);
    }

    #[test]
    fn a_followup_stays_in_its_thread_with_one_prefix() {
        let (person, identity) = (marie(), seller());
        let subject = |thread| {
            write(&occasion(&person, &identity, Language::Fr), Turn { n: 1, max: 3, thread_subject: thread }, None).unwrap().subject
        };
        assert_eq!(subject(Some("Une question")), "Re: Une question");
        assert_eq!(subject(Some("RE: re: Une question")), "Re: Une question");
        assert_eq!(subject(None), "Suite à mon précédent message");
    }

    #[test]
    fn the_sellers_own_template_is_used_with_the_closing_added() {
        let (person, identity) = (marie(), seller());
        let own = Template::compile("Bonjour {first_name}, avez-vous vu mon message ?").unwrap();
        let draft = write(&occasion(&person, &identity, Language::Fr), turn(1), Some(&own)).unwrap();
        assert!(draft.text.starts_with("Bonjour Marie, avez-vous vu mon message ?\n\nBien cordialement,"), "{}", draft.text);
        assert!(draft.text.contains("stop"));
    }
}
