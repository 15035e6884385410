use crate::writing::Language;

/// A sentence about one, and about several.
pub(super) type Counted = [&'static str; 2];

/// The sentences of one language.
pub(super) struct Words {
    pub(super) started_subject: &'static str,
    pub(super) started_summary: Counted,
    pub(super) stopped_subject: &'static str,
    pub(super) stopped_summary: Counted,
    pub(super) stopped_advice: &'static str,
    pub(super) reminder: &'static str,
    pub(super) reminder_at: &'static str,
    pub(super) reminders: Counted,
    pub(super) sending_subject: &'static str,
    pub(super) sending_summary: &'static str,
    pub(super) finished_subject: &'static str,
    pub(super) cancelled_subject: &'static str,
    pub(super) ended_people: Counted,
    pub(super) ended_sent: Counted,
    pub(super) ended_practised: Counted,
    pub(super) ended_drafted: Counted,
    pub(super) people: &'static str,
    pub(super) waiting: &'static str,
    pub(super) written: &'static str,
    pub(super) sent: &'static str,
    pub(super) practised: &'static str,
    pub(super) drafted: &'static str,
    pub(super) unknown: &'static str,
    pub(super) failed: &'static str,
    pub(super) linkedin: &'static str,
    pub(super) followups: &'static str,
    pub(super) not_contacted: &'static str,
    pub(super) duration: &'static str,
    pub(super) advice_drafts: Counted,
    pub(super) advice_unknown: Counted,
    pub(super) advice_failed: Counted,
    pub(super) advice_linkedin: Counted,
    pub(super) advice_out: Counted,
}

pub(super) fn of(language: Language) -> &'static Words {
    match language {
        Language::Fr => &FR,
        Language::En => &EN,
    }
}

/// The sentence for a number, filled in: French says one of nothing, English many.
pub(super) fn counted(language: Language, n: u32, [one, other]: Counted) -> String {
    let single = n == 1 || (n == 0 && language == Language::Fr);
    (if single { one } else { other }).replace("{n}", &n.to_string())
}

/// Hours, minutes and seconds, the same in both languages.
pub(super) fn duration(millis: u32) -> String {
    let seconds = millis / 1000;
    match (seconds / 3600, seconds / 60 % 60, seconds % 60) {
        (0, 0, 0) => "< 1 s".to_owned(),
        (0, 0, s) => format!("{s} s"),
        (0, m, s) => format!("{m} min {s} s"),
        (h, m, _) => format!("{h} h {m} min"),
    }
}

const EN: Words = Words {
    started_subject: "Run {n} has started",
    started_summary: ["The full sequence has started for {n} person.", "The full sequence has started for {n} people."],
    stopped_subject: "Run {n} could not go on",
    stopped_summary: [
        "{why}. The run is paused: {n} person waits, and nobody gets another text instead.",
        "{why}. The run is paused: {n} people wait, and nobody gets another text instead.",
    ],
    stopped_advice: "Set this right in the settings, then let the run go on: it continues where it stopped.",
    reminder: "Reminder",
    reminder_at: "Reminder: {time}",
    reminders: ["{n} reminder", "{n} reminders"],
    sending_subject: "Sending has stopped",
    sending_summary: "{why}. Nothing further leaves: set it right, then let sending go on in the outbox.",
    finished_subject: "Run {n} is finished",
    cancelled_subject: "Run {n} was cancelled",
    ended_people: ["{n} person accounted for", "{n} people accounted for"],
    ended_sent: ["{n} message sent", "{n} messages sent"],
    ended_practised: ["{n} message in the practice outbox", "{n} messages in the practice outbox"],
    ended_drafted: ["{n} kept as a draft", "{n} kept as drafts"],
    people: "People",
    waiting: "Still waiting",
    written: "Emails written",
    sent: "Emails sent",
    practised: "Emails in the practice outbox",
    drafted: "Kept as drafts",
    unknown: "Outcome unknown",
    failed: "Failed",
    linkedin: "LinkedIn notes for you to send",
    followups: "Follow-ups scheduled",
    not_contacted: "Not contacted",
    duration: "Duration",
    advice_drafts: ["{n} draft waits for your approval: open the outbox.", "{n} drafts wait for your approval: open the outbox."],
    advice_unknown: [
        "{n} message was cut off while being sent. It is never repeated by itself: look in your Sent folder, then say in the outbox whether it left.",
        "{n} messages were cut off while being sent. They are never repeated by themselves: look in your Sent folder, then say in the outbox whether they left.",
    ],
    advice_failed: [
        "{n} message was refused: the outbox shows the reason and what to do.",
        "{n} messages were refused: the outbox shows the reason and what to do for each.",
    ],
    advice_linkedin: ["{n} LinkedIn note is ready in the LinkedIn queue.", "{n} LinkedIn notes are ready in the LinkedIn queue."],
    advice_out: [
        "{n} person was not contacted: the receipt gives the reason.",
        "{n} people were not contacted: the receipt gives the reason for each.",
    ],
};

const FR: Words = Words {
    started_subject: "Le lancement {n} a commencé",
    started_summary: ["La séquence complète a commencé pour {n} personne.", "La séquence complète a commencé pour {n} personnes."],
    stopped_subject: "Le lancement {n} n’a pas pu continuer",
    stopped_summary: [
        "{why}. Le lancement est en pause\u{a0}: {n} personne attend, et personne ne reçoit un autre texte à la place.",
        "{why}. Le lancement est en pause\u{a0}: {n} personnes attendent, et personne ne reçoit un autre texte à la place.",
    ],
    stopped_advice: "Corrigez cela dans les réglages, puis reprenez le lancement\u{a0}: il continue là où il s’est arrêté.",
    reminder: "Rappel",
    reminder_at: "Rappel : {time}",
    reminders: ["{n} rappel", "{n} rappels"],
    sending_subject: "L’envoi est arrêté",
    sending_summary: "{why}. Plus rien ne part\u{a0}: corrigez cela, puis reprenez l’envoi dans la boîte d’envoi.",
    finished_subject: "Le lancement {n} est terminé",
    cancelled_subject: "Le lancement {n} a été annulé",
    ended_people: ["{n} personne prise en compte", "{n} personnes prises en compte"],
    ended_sent: ["{n} message envoyé", "{n} messages envoyés"],
    ended_practised: ["{n} message dans la boîte d’essai", "{n} messages dans la boîte d’essai"],
    ended_drafted: ["{n} gardé en brouillon", "{n} gardés en brouillon"],
    people: "Personnes",
    waiting: "Encore en attente",
    written: "E-mails écrits",
    sent: "E-mails envoyés",
    practised: "E-mails dans la boîte d’essai",
    drafted: "Gardés en brouillon",
    unknown: "Issue incertaine",
    failed: "Échecs",
    linkedin: "Notes LinkedIn à envoyer par vous",
    followups: "Relances programmées",
    not_contacted: "Non contactés",
    duration: "Durée",
    advice_drafts: [
        "{n} brouillon attend votre accord\u{a0}: ouvrez la boîte d’envoi.",
        "{n} brouillons attendent votre accord\u{a0}: ouvrez la boîte d’envoi.",
    ],
    advice_unknown: [
        "{n} message a été coupé pendant l’envoi. Il n’est jamais répété de lui-même\u{a0}: regardez vos messages envoyés, puis dites dans la boîte d’envoi s’il est parti.",
        "{n} messages ont été coupés pendant l’envoi. Ils ne sont jamais répétés d’eux-mêmes\u{a0}: regardez vos messages envoyés, puis dites dans la boîte d’envoi s’ils sont partis.",
    ],
    advice_failed: [
        "{n} message a été refusé\u{a0}: la boîte d’envoi donne la raison et la marche à suivre.",
        "{n} messages ont été refusés\u{a0}: la boîte d’envoi donne pour chacun la raison et la marche à suivre.",
    ],
    advice_linkedin: ["{n} note LinkedIn est prête dans la file LinkedIn.", "{n} notes LinkedIn sont prêtes dans la file LinkedIn."],
    advice_out: [
        "{n} personne n’a pas été contactée\u{a0}: le reçu donne la raison.",
        "{n} personnes n’ont pas été contactées\u{a0}: le reçu donne la raison pour chacune.",
    ],
};
