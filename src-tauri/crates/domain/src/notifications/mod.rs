//! What the desk tells the seller by mail and on the desktop: a run began, could not go on, ended; all sending stopped; what the seller
//! wanted to be reminded of.

mod html;
mod words;

pub use html::page;

use crate::views::runs::{Receipt, RunState};
use crate::writing::Language;

/// A reminder whose time has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DueReminder {
    /// In the seller's words.
    pub title: String,
    /// The hour of what it reminds of, `HH:MM` in the desk's zone, or empty.
    pub time: String,
}

/// Most reminders a notification names.
const LINES: usize = 4;

/// A notification in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notification {
    /// Subject, or title on the desktop.
    pub subject: String,
    /// One sentence: all the desktop shows. It names nobody, but reminders, which are in the seller's own words.
    pub summary: String,
    /// Lines of the table: what, how many.
    pub figures: Vec<(String, String)>,
    /// What to look at, with the recommended action.
    pub advice: Vec<String>,
}

impl Notification {
    /// A run began.
    pub fn run_started(language: Language, number: u32, people: u32) -> Self {
        let say = words::of(language);
        Self {
            subject: say.started_subject.replace("{n}", &number.to_string()),
            summary: words::counted(language, people, say.started_summary),
            figures: vec![(say.people.to_owned(), people.to_string())],
            advice: Vec::new(),
        }
    }

    /// A run could not go on and paused by itself: `why` is a sentence, the receipt what was done so far.
    pub fn run_stopped(language: Language, so_far: &Receipt, why: &str, waiting: u32) -> Self {
        let say = words::of(language);
        let mut figures = figures(language, so_far);
        figures.insert(0, (say.waiting.to_owned(), waiting.to_string()));
        let mut advice = advice(language, so_far);
        advice.insert(0, say.stopped_advice.to_owned());
        Self {
            subject: say.stopped_subject.replace("{n}", &so_far.number.to_string()),
            summary: words::counted(language, waiting, say.stopped_summary).replace("{why}", why.trim_end_matches('.')),
            figures,
            advice,
        }
    }

    /// Nothing leaves any more until the seller acts: `why` is a sentence.
    pub fn sending_stopped(language: Language, why: &str) -> Self {
        let say = words::of(language);
        Self {
            subject: say.sending_subject.to_owned(),
            summary: say.sending_summary.replace("{why}", why.trim_end_matches('.')),
            figures: Vec::new(),
            advice: Vec::new(),
        }
    }

    /// A run ended.
    pub fn run_ended(language: Language, receipt: &Receipt) -> Self {
        let say = words::of(language);
        let subject = if receipt.state == RunState::Cancelled { say.cancelled_subject } else { say.finished_subject };
        Self {
            subject: subject.replace("{n}", &receipt.number.to_string()),
            summary: summary(language, receipt),
            figures: figures(language, receipt),
            advice: advice(language, receipt),
        }
    }

    /// What the seller wanted to be reminded of; nothing where there is none.
    pub fn reminders(language: Language, due: &[DueReminder]) -> Option<Self> {
        let say = words::of(language);
        let with_time = |one: &DueReminder| if one.time.is_empty() { one.title.clone() } else { format!("{} {}", one.time, one.title) };
        let (subject, summary) = match due {
            [] => return None,
            [one] if one.time.is_empty() => (say.reminder.to_owned(), one.title.clone()),
            [one] => (say.reminder_at.replace("{time}", &one.time), one.title.clone()),
            several => {
                let count = u32::try_from(several.len()).unwrap_or(u32::MAX);
                let lines: Vec<String> = several.iter().take(LINES).map(with_time).collect();
                let more = if several.len() > LINES { "\n…" } else { "" };
                (words::counted(language, count, say.reminders), lines.join("\n") + more)
            }
        };
        Some(Self { subject, summary, figures: Vec::new(), advice: Vec::new() })
    }

    /// As plain text.
    pub fn text(&self, language: Language) -> String {
        let colon = colon(language);
        let mut text = format!("{}\n\n", self.summary);
        for (what, value) in &self.figures {
            text.push_str(&format!("{what}{colon}{value}\n"));
        }
        for advice in &self.advice {
            text.push_str(&format!("\n- {advice}"));
        }
        text.push('\n');
        text
    }
}

/// Messages that really left.
fn left(receipt: &Receipt) -> u32 {
    receipt.emails_sent.saturating_sub(receipt.emails_practised)
}

/// What was done, how often, and how long it took.
fn figures(language: Language, receipt: &Receipt) -> Vec<(String, String)> {
    let say = words::of(language);
    let counts = [
        (say.people, receipt.prospects_processed),
        (say.written, receipt.emails_generated),
        (say.sent, left(receipt)),
        (say.practised, receipt.emails_practised),
        (say.drafted, receipt.emails_drafted),
        (say.unknown, receipt.emails_unknown),
        (say.failed, receipt.emails_failed),
        (say.linkedin, receipt.linkedin_connections),
        (say.followups, receipt.followups_scheduled),
        (say.not_contacted, receipt.not_contacted),
    ];
    // Where nothing was rehearsed, the practice outbox is no matter; where all was, nothing left.
    let idle = if receipt.emails_practised == 0 { say.practised } else { say.sent };
    let counts = counts.into_iter().filter(|(what, n)| *n > 0 || *what != idle).map(|(what, n)| (what.to_owned(), n.to_string()));
    counts.chain([(say.duration.to_owned(), words::duration(receipt.duration))]).collect()
}

/// What the seller should look at, of what there is any.
fn advice(language: Language, receipt: &Receipt) -> Vec<String> {
    let say = words::of(language);
    let advice = [
        (receipt.emails_drafted, say.advice_drafts),
        (receipt.emails_unknown, say.advice_unknown),
        (receipt.emails_failed, say.advice_failed),
        (receipt.linkedin_connections, say.advice_linkedin),
        (receipt.not_contacted, say.advice_out),
    ];
    advice.into_iter().filter(|(n, _)| *n > 0).map(|(n, text)| words::counted(language, n, text)).collect()
}

/// What became of the people of a run and of its messages, in one sentence.
fn summary(language: Language, receipt: &Receipt) -> String {
    let say = words::of(language);
    let messages =
        [(left(receipt), say.ended_sent), (receipt.emails_practised, say.ended_practised), (receipt.emails_drafted, say.ended_drafted)];
    let messages: Vec<String> = messages.into_iter().filter(|(n, _)| *n > 0).map(|(n, text)| words::counted(language, n, text)).collect();
    let people = words::counted(language, receipt.prospects_processed, say.ended_people);
    if messages.is_empty() { format!("{people}.") } else { format!("{people}{}{}.", colon(language), messages.join(", ")) }
}

fn colon(language: Language) -> &'static str {
    match language {
        Language::Fr => "\u{a0}: ",
        Language::En => ": ",
    }
}

#[cfg(test)]
mod tests;
