//! What every message ends with: signature, who writes and from where, how to object, and at first contact where the data came from.

use super::{Identity, Language, Recipient, Source, words};

/// Whether this is the first message to the person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Contact {
    /// The first: GDPR article 14(2)(f) asks for the source of the data, at the latest with it (14(3)(b)).
    First,
    /// A later one.
    Later,
}

/// The closing, to be put after the body and an empty line: signature, sender and notices, with one empty line between them.
pub fn closing(identity: &Identity, recipient: &Recipient, language: Language, contact: Contact) -> String {
    let source = (contact == Contact::First).then(|| data_source(recipient, language));
    let notices = source.into_iter().chain([opt_out(language).to_owned()]).collect::<Vec<_>>().join("\n");
    let sender = format!("--\n{}", sender_line(identity));
    format!("{}\n\n{}\n\n{notices}", signature(identity, language), sender.trim_end())
}

/// The seller's signature, or a plain one from their name and company.
pub fn signature(identity: &Identity, language: Language) -> String {
    let own = words::clean_lines(&identity.signature);
    if !own.is_empty() {
        return own;
    }
    let regards = match language {
        Language::Fr => "Bien cordialement,",
        Language::En => "Kind regards,",
    };
    let lines = [regards.to_owned(), words::clean(&identity.name), words::clean(&identity.company)];
    lines.into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

/// The same text signed as the seller is known now: the sender's line is theirs, and where nothing but a greeting stood for a signature, theirs
/// stands there. `None` when nothing is to be changed, or no sender's line is found.
pub fn signed_again(text: &str, identity: &Identity) -> Option<String> {
    let (before, after) = text.rsplit_once("\n--\n")?;
    let (line, notices) = after.split_once('\n').unwrap_or((after, ""));
    let body = [Language::Fr, Language::En].into_iter().find_map(|language| {
        let bare = signature(&Identity::default(), language);
        let body = before.trim_end().strip_suffix(&bare)?;
        Some(format!("{body}{}\n", signature(identity, language)))
    });
    let gap = if line.is_empty() { "\n" } else { "" };
    let signed = format!("{}\n--\n{}\n{gap}{notices}", body.as_deref().unwrap_or(before), sender_line(identity));
    (sender_line(identity) != line || body.is_some_and(|body| body != before)).then_some(signed)
}

/// Name, company, postal address and address in one line.
pub fn sender_line(identity: &Identity) -> String {
    let address = words::clean_lines(&identity.postal_address).lines().filter(|l| !l.is_empty()).collect::<Vec<_>>().join(", ");
    [words::clean(&identity.name), words::clean(&identity.company), address, words::clean(&identity.email)]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" · ")
}

/// How to object, as article 21(4) of the GDPR and article L34-5 of the French postal code ask.
pub fn opt_out(language: Language) -> &'static str {
    match language {
        Language::Fr => {
            "Si vous ne souhaitez plus recevoir de messages de ma part, répondez simplement «\u{a0}stop\u{a0}»\u{a0}: je ne vous écrirai plus."
        }
        Language::En => "If you would rather not hear from me, just reply “stop” and I will not write to you again.",
    }
}

/// Where the person's data came from, and what they may ask (GDPR article 14).
pub fn data_source(recipient: &Recipient, language: Language) -> String {
    let detail = words::clean(&recipient.source_detail);
    let detail = detail.trim_end_matches('.');
    let source = match (language, recipient.source) {
        (Language::Fr, Source::Linkedin) => "J’ai trouvé vos coordonnées parmi mes relations LinkedIn".to_owned(),
        (Language::En, Source::Linkedin) => "I found your details among my LinkedIn connections".to_owned(),
        (Language::Fr, Source::Csv) => "J’ai trouvé vos coordonnées dans un fichier de contacts professionnels".to_owned(),
        (Language::En, Source::Csv) => "I found your details in a file of business contacts".to_owned(),
        (Language::Fr, Source::Sheet) => "J’ai trouvé vos coordonnées dans mon tableau de contacts professionnels".to_owned(),
        (Language::En, Source::Sheet) => "I found your details in my own list of business contacts".to_owned(),
        (Language::Fr, Source::Manual) if !detail.is_empty() => {
            format!("J’ai trouvé vos coordonnées ici\u{a0}: {detail}")
        }
        (Language::En, Source::Manual) if !detail.is_empty() => {
            format!("I found your details here: {detail}")
        }
        (Language::Fr, Source::Manual) => "J’ai noté vos coordonnées moi-même dans mon carnet d’adresses professionnel".to_owned(),
        (Language::En, Source::Manual) => "I noted your details myself in my business address book".to_owned(),
        (Language::Fr, Source::Sample) => "Vos coordonnées sont un exemple inventé".to_owned(),
        (Language::En, Source::Sample) => "Your details are an invented example".to_owned(),
    };
    match language {
        Language::Fr => format!("{source}. Vous pouvez à tout moment me demander de les consulter, de les corriger ou de les effacer."),
        Language::En => {
            format!("{source}. You can ask me at any time to see, correct or erase them.")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::samples::{john, marie, seller};
    use super::*;

    #[test]
    fn the_first_message_says_where_the_data_came_from_and_later_ones_do_not() {
        let first = closing(&seller(), &marie(), Language::Fr, Contact::First);
        assert!(first.contains("J’ai trouvé vos coordonnées parmi mes relations LinkedIn."), "{first}");
        assert!(!closing(&seller(), &marie(), Language::Fr, Contact::Later).contains("coordonnées"));
    }

    #[test]
    fn every_message_says_who_writes_and_how_to_object_in_its_language() {
        for contact in [Contact::First, Contact::Later] {
            let french = closing(&seller(), &marie(), Language::Fr, contact);
            assert!(french.starts_with("Bien cordialement,\nPaul Martin\nAtelier Martin\n\n--\n"), "{french}");
            assert!(
                french.contains("Paul Martin · Atelier Martin · 3 rue des Lilas, 69003 Lyon · paul@atelier-martin.example"),
                "{french}"
            );
            assert!(french.ends_with("je ne vous écrirai plus."), "{french}");
            let notices = if contact == Contact::First { "J’ai trouvé" } else { "Si vous ne souhaitez plus" };
            assert!(french.contains(&format!("paul@atelier-martin.example\n\n{notices}")), "one blank line before the notices: {french}");
            assert!(!french.contains("\n\n\n"), "{french}");
            let english = closing(&seller(), &john(), Language::En, contact);
            assert!(english.contains("just reply “stop”"), "{english}");
            assert!(!english.contains("Cordialement") && !english.contains("cordialement"));
        }
    }

    #[test]
    fn a_text_is_signed_again_as_the_seller_is_known_now() {
        let nobody = Identity { email: "you@practice.example".into(), ..Identity::default() };
        for (recipient, language) in [(marie(), Language::Fr), (john(), Language::En)] {
            for contact in [Contact::First, Contact::Later] {
                let written = |by: &Identity| format!("Bonjour,\n\nDeux mots.\n\n{}", closing(by, &recipient, language, contact));
                assert_eq!(signed_again(&written(&nobody), &seller()), Some(written(&seller())));
                assert_eq!(signed_again(&written(&Identity::default()), &seller()), Some(written(&seller())));
                assert_eq!(signed_again(&written(&seller()), &seller()), None);
            }
        }
        assert_eq!(signed_again("A text without a closing", &seller()), None);
    }

    #[test]
    fn the_sellers_own_signature_is_used_as_written() {
        let identity = Identity { signature: "À bientôt\nPaul\u{0}".into(), ..seller() };
        assert!(closing(&identity, &marie(), Language::Fr, Contact::Later).starts_with("À bientôt\nPaul\n\n--"));
    }
}
