//! What the desk tells the seller by mail and on the desktop: a run began, ended, failed.

mod html;
mod words;

pub use html::page;

use crate::views::runs::{Receipt, RunState};
use crate::writing::Language;

/// A notification in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notification {
    /// Subject, or title on the desktop.
    pub subject: String,
    /// One sentence: all the desktop shows. It names nobody.
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

    /// A run paused by itself: `why` is a sentence without its full stop.
    pub fn run_paused(language: Language, number: u32, why: &str, people: u32) -> Self {
        let say = words::of(language);
        Self {
            subject: say.paused_subject.replace("{n}", &number.to_string()),
            summary: words::counted(language, people, say.paused_summary).replace("{why}", why),
            figures: vec![(say.people.to_owned(), people.to_string())],
            advice: vec![say.paused_advice.to_owned()],
        }
    }

    /// A run ended; `practice` says that what it sent is in the practice outbox.
    pub fn run_ended(language: Language, receipt: &Receipt, practice: bool) -> Self {
        let say = words::of(language);
        let (sent, ended_sent) = if practice { (say.practised, say.ended_practised) } else { (say.sent, say.ended_sent) };
        let subject = match receipt.state {
            RunState::Cancelled => say.cancelled_subject,
            RunState::Failed => say.failed_subject,
            _ => say.finished_subject,
        };
        let figures = [
            (say.people, receipt.prospects_processed),
            (say.written, receipt.emails_generated),
            (sent, receipt.emails_sent),
            (say.drafted, receipt.emails_drafted),
            (say.unknown, receipt.emails_unknown),
            (say.failed, receipt.emails_failed),
            (say.linkedin, receipt.linkedin_connections),
            (say.followups, receipt.followups_scheduled),
            (say.not_contacted, receipt.not_contacted),
        ];
        let mut lines: Vec<(String, String)> = figures.iter().map(|(what, n)| ((*what).to_owned(), n.to_string())).collect();
        lines.push((say.duration.to_owned(), words::duration(receipt.duration)));
        let advice = [
            (receipt.emails_drafted, say.advice_drafts),
            (receipt.emails_unknown, say.advice_unknown),
            (receipt.emails_failed, say.advice_failed),
            (receipt.linkedin_connections, say.advice_linkedin),
            (receipt.not_contacted, say.advice_out),
        ];
        Self {
            subject: subject.replace("{n}", &receipt.number.to_string()),
            summary: summary(language, receipt, ended_sent),
            figures: lines,
            advice: advice.into_iter().filter(|(n, _)| *n > 0).map(|(n, text)| words::counted(language, n, text)).collect(),
        }
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

/// What became of the people of a run and of its messages, in one sentence.
fn summary(language: Language, receipt: &Receipt, sent: words::Counted) -> String {
    let say = words::of(language);
    let messages: Vec<String> = [(receipt.emails_sent, sent), (receipt.emails_drafted, say.ended_drafted)]
        .into_iter()
        .filter(|(n, _)| *n > 0)
        .map(|(n, text)| words::counted(language, n, text))
        .collect();
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
