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
    pub fn run_started(language: Language, number: u32, people: usize) -> Self {
        let say = words::of(language);
        Self {
            subject: say.started_subject.replace("{n}", &number.to_string()),
            summary: say.started_summary.replace("{people}", &people.to_string()),
            figures: vec![(say.people.to_owned(), people.to_string())],
            advice: Vec::new(),
        }
    }

    /// A run paused by itself: `why` is a sentence without its full stop.
    pub fn run_paused(language: Language, number: u32, why: &str, people: u32) -> Self {
        let say = words::of(language);
        Self {
            subject: say.paused_subject.replace("{n}", &number.to_string()),
            summary: say.paused_summary.replace("{why}", why).replace("{people}", &people.to_string()),
            figures: vec![(say.people.to_owned(), people.to_string())],
            advice: vec![say.paused_advice.to_owned()],
        }
    }

    /// A run ended.
    pub fn run_ended(language: Language, receipt: &Receipt) -> Self {
        let say = words::of(language);
        let subject = match receipt.state {
            RunState::Cancelled => say.cancelled_subject,
            RunState::Failed => say.failed_subject,
            _ => say.finished_subject,
        };
        let figures = [
            (say.people, receipt.prospects_processed),
            (say.written, receipt.emails_generated),
            (say.sent, receipt.emails_sent),
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
            summary: say
                .ended_summary
                .replace("{people}", &receipt.prospects_processed.to_string())
                .replace("{sent}", &receipt.emails_sent.to_string())
                .replace("{drafted}", &receipt.emails_drafted.to_string()),
            figures: lines,
            advice: advice.iter().filter(|(n, _)| *n > 0).map(|(n, text)| text.replace("{n}", &n.to_string())).collect(),
        }
    }

    /// As plain text.
    pub fn text(&self, language: Language) -> String {
        let colon = match language {
            Language::Fr => "\u{a0}: ",
            Language::En => ": ",
        };
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

#[cfg(test)]
mod tests;
