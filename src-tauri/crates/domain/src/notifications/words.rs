use crate::writing::Language;

/// The sentences of one language.
pub(super) struct Words {
    pub(super) started_subject: &'static str,
    pub(super) started_summary: &'static str,
    pub(super) paused_subject: &'static str,
    pub(super) paused_summary: &'static str,
    pub(super) paused_advice: &'static str,
    pub(super) finished_subject: &'static str,
    pub(super) cancelled_subject: &'static str,
    pub(super) failed_subject: &'static str,
    pub(super) ended_summary: &'static str,
    pub(super) people: &'static str,
    pub(super) written: &'static str,
    pub(super) sent: &'static str,
    pub(super) drafted: &'static str,
    pub(super) unknown: &'static str,
    pub(super) failed: &'static str,
    pub(super) linkedin: &'static str,
    pub(super) followups: &'static str,
    pub(super) not_contacted: &'static str,
    pub(super) duration: &'static str,
    pub(super) advice_drafts: &'static str,
    pub(super) advice_unknown: &'static str,
    pub(super) advice_failed: &'static str,
    pub(super) advice_linkedin: &'static str,
    pub(super) advice_out: &'static str,
}

pub(super) fn of(language: Language) -> &'static Words {
    match language {
        Language::Fr => &FR,
        Language::En => &EN,
    }
}

/// Hours, minutes and seconds, the same in both languages.
pub(super) fn duration(millis: u32) -> String {
    let seconds = millis / 1000;
    match (seconds / 3600, seconds / 60 % 60, seconds % 60) {
        (0, 0, s) => format!("{s} s"),
        (0, m, s) => format!("{m} min {s} s"),
        (h, m, _) => format!("{h} h {m} min"),
    }
}

const EN: Words = Words {
    started_subject: "Run {n} has started",
    started_summary: "The full sequence has started for {people} people.",
    paused_subject: "Run {n} is paused",
    paused_summary: "{why}. {people} people wait, and nobody gets another text instead.",
    paused_advice: "Look at the model in the settings, then let the run go on: it asks again.",
    finished_subject: "Run {n} is finished",
    cancelled_subject: "Run {n} was cancelled",
    failed_subject: "Run {n} could not go on",
    ended_summary: "{people} people, every one accounted for: {sent} messages sent, {drafted} kept as drafts.",
    people: "People",
    written: "Emails written",
    sent: "Emails sent",
    drafted: "Kept as drafts",
    unknown: "Outcome unknown",
    failed: "Failed",
    linkedin: "LinkedIn notes for you to send",
    followups: "Follow-ups scheduled",
    not_contacted: "Not contacted",
    duration: "Duration",
    advice_drafts: "{n} drafts wait for your approval: open the outbox.",
    advice_unknown: "{n} messages were cut off while being sent. They are never repeated by themselves: look in your Sent folder, then say in the outbox whether they left.",
    advice_failed: "{n} messages were refused: the outbox shows the reason and what to do for each.",
    advice_linkedin: "{n} LinkedIn notes are ready in the LinkedIn queue.",
    advice_out: "{n} people were not contacted: the receipt gives the reason for each.",
};

const FR: Words = Words {
    started_subject: "Le lancement {n} a commencé",
    started_summary: "La séquence complète a commencé pour {people} personnes.",
    paused_subject: "Le lancement {n} est en pause",
    paused_summary: "{why}. {people} personnes attendent, et personne ne reçoit un autre texte à la place.",
    paused_advice: "Vérifiez le modèle dans les réglages, puis reprenez le lancement : il l’interroge à nouveau.",
    finished_subject: "Le lancement {n} est terminé",
    cancelled_subject: "Le lancement {n} a été annulé",
    failed_subject: "Le lancement {n} n’a pas pu continuer",
    ended_summary: "{people} personnes, toutes prises en compte\u{a0}: {sent} messages envoyés, {drafted} gardés en brouillon.",
    people: "Personnes",
    written: "E-mails écrits",
    sent: "E-mails envoyés",
    drafted: "Gardés en brouillon",
    unknown: "Issue incertaine",
    failed: "Échecs",
    linkedin: "Notes LinkedIn à envoyer par vous",
    followups: "Relances programmées",
    not_contacted: "Non contactés",
    duration: "Durée",
    advice_drafts: "{n} brouillons attendent votre accord\u{a0}: ouvrez la boîte d’envoi.",
    advice_unknown: "{n} messages ont été coupés pendant l’envoi. Ils ne sont jamais répétés d’eux-mêmes\u{a0}: regardez vos messages envoyés, puis dites dans la boîte d’envoi s’ils sont partis.",
    advice_failed: "{n} messages ont été refusés\u{a0}: la boîte d’envoi donne pour chacun la raison et la marche à suivre.",
    advice_linkedin: "{n} notes LinkedIn sont prêtes dans la file LinkedIn.",
    advice_out: "{n} personnes n’ont pas été contactées\u{a0}: le reçu donne la raison pour chacune.",
};
