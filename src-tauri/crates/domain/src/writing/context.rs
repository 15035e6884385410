//! The run's `emailContext`: what the seller wants to talk about, in their own words.

use super::{Language, words};

/// How a built-in text can use it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Use {
    /// Whole sentences addressed to the reader: printed as a paragraph.
    Paragraph(String),
    /// A subject ("our audit offer"): introduced by a sentence.
    Subject(String),
    /// Orders for a writer ("Write a short e-mail that…"): never printed.
    Orders,
    /// Nothing was given.
    Nothing,
}

const ORDER_VERBS: &[&str] = &[
    "write",
    "draft",
    "generate",
    "compose",
    "mention",
    "use",
    "keep",
    "make",
    "create",
    "focus",
    "emphasize",
    "highlight",
    "be",
    "do",
    "don",
    "avoid",
    "ecris",
    "ecrire",
    "ecrivez",
    "redige",
    "rediger",
    "redigez",
    "mentionne",
    "mentionner",
    "mentionnez",
    "utilise",
    "utiliser",
    "utilisez",
    "sois",
    "soyez",
    "genere",
    "generer",
    "generez",
    "insiste",
    "insister",
    "insistez",
    "parle",
    "parler",
    "propose",
    "proposer",
    "presente",
    "presenter",
    "evite",
    "eviter",
    "ton",
    "tone",
    "style",
    "objectif",
    "goal",
    "prompt",
    "instructions",
    "personnalise",
];
const WRITER_WORDS: &[&str] =
    &["prospect", "prospects", "recipient", "recipients", "destinataire", "destinataires", "email", "mail", "cta"];

/// Tells sentences for the reader from a subject and from orders for a writer. In doubt it is taken for orders: an order printed in a
/// message cannot be taken back, while a message without the paragraph is still a message.
pub fn read(context: &str) -> Use {
    let context = words::clean_lines(context);
    let all = words::words(&context);
    let Some(first) = all.first() else {
        return Use::Nothing;
    };
    let orders = ORDER_VERBS.contains(&first.as_str())
        || all.windows(2).any(|pair| matches!(pair, [a, b] if a == "e" && b == "mail"))
        || all.iter().any(|word| WRITER_WORDS.contains(&word.as_str()));
    if orders {
        Use::Orders
    } else if context.ends_with(['.', '!', '?', '…']) {
        Use::Paragraph(context)
    } else if all.len() <= 12 && !context.contains('\n') {
        Use::Subject(context)
    } else {
        Use::Paragraph(format!("{context}."))
    }
}

/// The paragraph a built-in text prints, if any.
pub fn paragraph(context: &str, language: Language) -> Option<String> {
    match read(context) {
        Use::Paragraph(text) => Some(text),
        Use::Subject(subject) => Some(match language {
            Language::Fr => format!("Je vous écris au sujet suivant\u{a0}: {subject}."),
            Language::En => format!("I am writing about the following: {subject}."),
        }),
        Use::Orders | Use::Nothing => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_are_printed_and_a_subject_is_introduced() {
        assert_eq!(
            paragraph("Nous aidons les PME à réduire leurs délais.", Language::Fr).unwrap(),
            "Nous aidons les PME à réduire leurs délais."
        );
        assert_eq!(paragraph("our audit offer", Language::En).unwrap(), "I am writing about the following: our audit offer.");
    }

    #[test]
    fn orders_for_a_writer_are_never_printed() {
        for orders in [
            "Write a short friendly e-mail offering a demo.",
            "Rédige un message chaleureux.",
            "Ton professionnel, mentionner notre offre",
            "A friendly message to prospects about our product.",
        ] {
            assert_eq!(read(orders), Use::Orders, "{orders}");
            assert_eq!(paragraph(orders, Language::En), None);
        }
    }
}
