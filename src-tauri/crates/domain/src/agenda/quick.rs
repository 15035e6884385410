//! A line as the seller types it, French or English: "appeler Marie demain 14h", "call Marie tomorrow 2pm".
//!
//! What names a day, a time, a kind or a weight is taken out where it is one beyond doubt; every other word stays in the title.

mod days;
mod hours;

use crate::text::fold;
use crate::views::agenda::{Priority, TaskKind};
use chrono::{NaiveDate, NaiveTime};

/// Most words of a line that are looked at.
const WORDS: usize = 200;

/// What was understood of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quick {
    /// What is left of the words.
    pub title: String,
    /// What it asks for.
    pub kind: TaskKind,
    /// The day named; today (or tomorrow, once it has passed) where only a time was.
    pub on: Option<NaiveDate>,
    /// The time named.
    pub time: Option<NaiveTime>,
    /// How much it matters.
    pub priority: Priority,
}

/// Reads a line typed on `today` at `now`.
pub fn read_line(text: &str, today: NaiveDate, now: NaiveTime) -> Quick {
    let words: Vec<&str> = text.split_whitespace().take(WORDS).collect();
    let folded: Vec<String> = words.iter().map(|word| plain(word)).collect();
    let mut taken = vec![false; words.len()];
    let mut take = |from: usize, count: usize| taken.iter_mut().skip(from).take(count).for_each(|word| *word = true);

    let mut quick = Quick { title: String::new(), kind: TaskKind::Other, on: None, time: None, priority: Priority::Normal };
    let mut at = 0;
    while at < folded.len() {
        let rest = folded.get(at..).unwrap_or_default();
        let used = if let Some((on, used)) = days::read(rest, today).filter(|_| quick.on.is_none()) {
            quick.on = Some(on);
            used
        } else if let Some((time, used)) = hours::read(rest).filter(|_| quick.time.is_none()) {
            quick.time = Some(time);
            used
        } else if let Some(priority) = weight(rest).filter(|_| quick.priority == Priority::Normal) {
            quick.priority = priority;
            1
        } else {
            at += 1;
            continue;
        };
        take(at, used);
        at += used;
    }
    if quick.on.is_none() && quick.time.is_some() {
        quick.on = if quick.time > Some(now) { Some(today) } else { today.succ_opt() };
    }
    let left: Vec<&str> = words.iter().zip(&taken).filter(|(_, taken)| !**taken).map(|(word, _)| *word).collect();
    // A line of nothing but a day is a task called so.
    quick.title = if left.is_empty() { text.trim().to_owned() } else { left.join(" ").trim_end_matches([',', ';', ':']).to_owned() };
    quick.kind = left.first().map_or(TaskKind::Other, |word| kind(&plain(word)));
    quick
}

/// A word without accents, case, and the marks around it.
fn plain(word: &str) -> String {
    fold(word).trim_matches([',', ';', '.', '(', ')', '"', '«', '»']).to_owned()
}

fn weight(words: &[String]) -> Option<Priority> {
    match words.first().map(String::as_str)? {
        "!" | "!!" | "!!!" | "!urgent" | "!haute" | "!high" | "p1" => Some(Priority::High),
        "!basse" | "!low" | "p3" => Some(Priority::Low),
        _ => None,
    }
}

/// What the first word asks for.
fn kind(first: &str) -> TaskKind {
    match first {
        "appeler" | "rappeler" | "appel" | "telephoner" | "call" | "phone" | "ring" => TaskKind::Call,
        "ecrire" | "envoyer" | "mail" | "email" | "e-mail" | "courriel" | "write" | "send" | "relancer" | "repondre" | "reply" => {
            TaskKind::Email
        }
        "visiter" | "visite" | "visit" | "rencontrer" | "meet" | "passer" => TaskKind::Visit,
        "devis" | "chiffrer" | "quote" | "proposition" | "proposal" => TaskKind::Quote,
        _ => TaskKind::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Read on Tuesday, 15 September 2026, at ten.
    fn read(text: &str) -> (String, String, String) {
        let quick = read_line(text, "2026-09-15".parse().unwrap(), NaiveTime::from_hms_opt(10, 0, 0).unwrap());
        let time = quick.time.map(|time| time.format("%H:%M").to_string()).unwrap_or_default();
        (quick.title, quick.on.map(|on| on.to_string()).unwrap_or_default(), time)
    }

    fn is(text: &str, title: &str, on: &str, time: &str) {
        assert_eq!(read(text), (title.to_owned(), on.to_owned(), time.to_owned()), "{text}");
    }

    #[test]
    fn french_lines_are_understood() {
        is("appeler Marie demain 14h", "appeler Marie", "2026-09-16", "14:00");
        is("Appeler Marie demain à 14h30", "Appeler Marie", "2026-09-16", "14:30");
        is("Envoyer le devis vendredi", "Envoyer le devis", "2026-09-18", "");
        is("Relancer Sauvagnac mardi prochain 9 h", "Relancer Sauvagnac", "2026-09-22", "09:00");
        is("Visite le 3 octobre à 9 h 15", "Visite", "2026-10-03", "09:15");
        is("Visite le 1er mars", "Visite", "2027-03-01", "");
        is("Point après-demain midi", "Point", "2026-09-17", "12:00");
        is("Rappeler dans 3 jours", "Rappeler", "2026-09-18", "");
        is("Rappeler dans une semaine", "Rappeler", "2026-09-22", "");
        is("Rappeler la semaine prochaine", "Rappeler", "2026-09-21", "");
        is("Bilan 15/10/2026", "Bilan", "2026-10-15", "");
        is("Bilan le 02/09", "Bilan", "2027-09-02", "");
        is("Réunion aujourd’hui 17:45", "Réunion", "2026-09-15", "17:45");
    }

    #[test]
    fn english_lines_are_understood() {
        is("call Marie tomorrow 2pm", "call Marie", "2026-09-16", "14:00");
        is("Call Marie tomorrow at 2:30 pm", "Call Marie", "2026-09-16", "14:30");
        is("Send the quote on Friday", "Send the quote", "2026-09-18", "");
        is("Visit next Tuesday 9am", "Visit", "2026-09-22", "09:00");
        is("Review Oct 3", "Review", "2026-10-03", "");
        is("Review 3 October 2027 at noon", "Review", "2027-10-03", "12:00");
        is("Ring back in 2 weeks", "Ring back", "2026-09-29", "");
        is("Ring back in a month", "Ring back", "2026-10-15", "");
        is("Report 2026-12-24", "Report", "2026-12-24", "");
        is("Chase next week", "Chase", "2026-09-21", "");
    }

    #[test]
    fn a_time_alone_is_the_next_time_it_comes() {
        is("Call 11am", "Call", "2026-09-15", "11:00");
        is("Call 9am", "Call", "2026-09-16", "09:00");
    }

    #[test]
    fn words_that_are_no_dates_stay_in_the_title() {
        is("Buy 3 chairs", "Buy 3 chairs", "", "");
        is("Offre 2026 pour la Mars Company", "Offre 2026 pour la Mars Company", "", "");
        is("May I ask Sun Microsystems", "May I ask Sun Microsystems", "", "");
        is("Le second devis", "Le second devis", "", "");
        is("Lot 12/24 à livrer", "Lot 12/24 à livrer", "", "");
        is("demain", "demain", "2026-09-16", "");
        is("", "", "", "");
        is("Quote 31/02/2026", "Quote 31/02/2026", "", "");
        is("Call at 25h", "Call at 25h", "", "");
    }

    #[test]
    fn the_first_word_gives_the_kind_and_an_exclamation_mark_the_weight() {
        let quick = |text| read_line(text, "2026-09-15".parse().unwrap(), NaiveTime::MIN);
        assert_eq!(quick("Téléphoner à Zoé !").kind, TaskKind::Call);
        assert_eq!(quick("Téléphoner à Zoé !").priority, Priority::High);
        assert_eq!(quick("Téléphoner à Zoé !").title, "Téléphoner à Zoé");
        assert_eq!(quick("demain envoyer un mot").kind, TaskKind::Email);
        assert_eq!(quick("Devis Mirande").kind, TaskKind::Quote);
        assert_eq!(quick("Ranger").kind, TaskKind::Other);
    }
}
