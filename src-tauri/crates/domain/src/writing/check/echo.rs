//! Signs that a model answered something other than what was asked.

use super::super::prompt::Answer;
use super::super::{language, words};
use super::Given;
use crate::fault::Reason;
use std::collections::HashSet;

/// Words in a row that cannot be repeated from the instructions by chance.
const ECHO: usize = 7;

const TALK: &[&str] = &[
    "as an ai",
    "as a language model",
    "language model",
    "en tant qu ia",
    "en tant que modele",
    "modele de langage",
    "intelligence artificielle",
    "here is the e mail",
    "here is the email",
    "here is your email",
    "here s the email",
    "voici l e mail",
    "voici l email",
    "voici le mail",
    "voici un e mail",
    "voici un email",
    "ignore your instructions",
    "ignore previous",
    "ignore all previous",
    "previous instructions",
    "my instructions",
    "your instructions",
    "system prompt",
    "mes instructions",
    "vos instructions",
    "instructions precedentes",
    "i cannot help",
    "i can t help",
    "i am unable to",
    "je ne peux pas vous aider",
    "json",
    "placeholder",
];
const DEMANDS: &[&str] = &[
    "password",
    "passwords",
    "mot de passe",
    "mots de passe",
    "iban",
    "rib",
    "bank details",
    "coordonnees bancaires",
    "credit card",
    "carte bancaire",
    "carte de credit",
    "gift card",
    "carte cadeau",
    "wire transfer",
    "virement",
    "bitcoin",
    "crypto",
    "verification code",
    "code de verification",
    "you have won",
    "you won",
    "vous avez gagne",
];
const LABELS: &[&str] = &["subject", "objet", "sujet", "body", "corps", "to", "cc", "bcc", "from", "destinataire", "reply to"];

pub(super) fn check(answer: &Answer, given: &Given) -> Vec<Reason> {
    let both = format!("{}\n{}", answer.subject, answer.body);
    let text = format!(" {} ", words::words(&both).join(" "));
    let seller = format!(" {} ", words::words(&given.seller).join(" "));
    let says = |phrases: &[&str]| phrases.iter().map(|p| format!(" {p} ")).any(|p| text.contains(&p) && !seller.contains(&p));
    let mut failures = Vec::new();
    if says(TALK) || labelled(&both) || repeats(&both, &given.system) {
        failures.push(Reason::new("writing.prompt_echo"));
    }
    if says(DEMANDS) {
        failures.push(Reason::new("writing.sensitive_request"));
    }
    if let Some(found) = language::of_text(&answer.body).filter(|found| *found != given.language) {
        failures.push(Reason::new("writing.other_language").with("language", found.code()));
    }
    failures
}

/// A line such as `Subject: …` or `Bcc: …`.
fn labelled(text: &str) -> bool {
    text.lines().filter_map(|line| line.split_once(':')).any(|(label, _)| LABELS.contains(&words::words(label).join(" ").as_str()))
}

fn repeats(text: &str, system: &str) -> bool {
    let system = words::words(system);
    let told: HashSet<&[String]> = system.windows(ECHO).collect();
    words::words(text).windows(ECHO).any(|run| told.contains(run))
}
