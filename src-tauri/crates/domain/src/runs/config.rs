//! A run's configuration: the JSON document users of the earlier system already have.

mod problem;
mod reader;

pub use problem::{ConfigError, Problem};

use crate::writing::{Language, Template};
use reader::Reader;
use serde_json::{Value, json};

/// What a run does, step by step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RunConfig {
    /// Which steps are done.
    pub actions: Actions,
    /// What the seller wants to talk about; may hold placeholders.
    pub email_context: Option<Template>,
    /// The seller's own LinkedIn note; without it a built-in one is used.
    pub linkedin_template: Option<Template>,
    /// The seller's own follow-up; without it built-in ones are used.
    pub followup_template: Option<Template>,
    /// Waiting times.
    pub delays: Delays,
    /// Most follow-ups for one person.
    pub max_followups: u32,
}

/// The steps of a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Actions {
    /// Write the e-mail.
    pub generate_emails: bool,
    /// Let it leave without approval; otherwise it stays a draft.
    pub send_emails: bool,
    /// Put the person in the LinkedIn queue.
    pub send_linkedin_connections: bool,
    /// Plan the follow-up.
    pub schedule_followups: bool,
}

/// Waiting times of a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Delays {
    /// Pause between two people, in milliseconds.
    pub between_prospects_ms: u64,
    /// Days until the next follow-up.
    pub followup_days: u32,
}

impl Default for RunConfig {
    fn default() -> Self {
        Self {
            actions: Actions { generate_emails: true, send_emails: false, send_linkedin_connections: true, schedule_followups: true },
            email_context: None,
            linkedin_template: None,
            followup_template: None,
            delays: Delays { between_prospects_ms: 2_000, followup_days: 7 },
            max_followups: 3,
        }
    }
}

/// Largest document read, in bytes.
const LARGEST: usize = 100_000;
/// Longest pause between two people: a day.
const LONGEST_PAUSE_MS: u64 = 86_400_000;

impl RunConfig {
    /// Reads a document. Every key is optional (`null` counts as absent); everything that is wrong with it is told at once.
    pub fn parse(text: &str) -> Result<RunConfig, ConfigError> {
        if text.len() > LARGEST {
            return Err(ConfigError::TooLarge);
        }
        let text = text.trim_start_matches('\u{feff}').trim();
        if text.is_empty() {
            return Ok(RunConfig::default());
        }
        let document: Value = serde_json::from_str(text).map_err(|e| ConfigError::NotJson { line: e.line(), column: e.column() })?;
        let mut reader = Reader::default();
        let config = Self::read(&document, &mut reader);
        reader.finish(config)
    }

    fn read(document: &Value, reader: &mut Reader) -> RunConfig {
        let base = RunConfig::default();
        let root =
            reader.object(document, "", &["actions", "emailContext", "linkedinTemplate", "followupTemplate", "delays", "maxFollowups"]);
        let actions = reader.object(
            root.get("actions"),
            "actions",
            &["generateEmails", "sendEmails", "sendLinkedInConnections", "scheduleFollowups"],
        );
        let delays = reader.object(root.get("delays"), "delays", &["betweenProspects", "followupDays"]);
        RunConfig {
            actions: Actions {
                generate_emails: reader.flag(&actions, "generateEmails", base.actions.generate_emails),
                send_emails: reader.flag(&actions, "sendEmails", base.actions.send_emails),
                send_linkedin_connections: reader.flag(&actions, "sendLinkedInConnections", base.actions.send_linkedin_connections),
                schedule_followups: reader.flag(&actions, "scheduleFollowups", base.actions.schedule_followups),
            },
            email_context: reader.template(&root, "emailContext"),
            linkedin_template: reader.template(&root, "linkedinTemplate"),
            followup_template: reader.template(&root, "followupTemplate"),
            delays: Delays {
                between_prospects_ms: reader.number(&delays, "betweenProspects", 0, LONGEST_PAUSE_MS, base.delays.between_prospects_ms),
                followup_days: reader.small(&delays, "followupDays", 1, 365, base.delays.followup_days),
            },
            max_followups: reader.small(&root, "maxFollowups", 0, 10, base.max_followups),
        }
    }

    /// The document again, every key written out; [`RunConfig::parse`] gives the same configuration back.
    pub fn to_json(&self) -> String {
        let source = |template: &Option<Template>| template.as_ref().map_or("", Template::source).to_owned();
        json!({
            "actions": {
                "generateEmails": self.actions.generate_emails,
                "sendEmails": self.actions.send_emails,
                "sendLinkedInConnections": self.actions.send_linkedin_connections,
                "scheduleFollowups": self.actions.schedule_followups,
            },
            "emailContext": source(&self.email_context),
            "linkedinTemplate": source(&self.linkedin_template),
            "followupTemplate": source(&self.followup_template),
            "delays": { "betweenProspects": self.delays.between_prospects_ms, "followupDays": self.delays.followup_days },
            "maxFollowups": self.max_followups,
        })
        .to_string()
    }

    /// The language the seller's own texts are in, when they are long enough to tell.
    pub fn language(&self) -> Option<Language> {
        let texts = [&self.email_context, &self.followup_template, &self.linkedin_template];
        texts.into_iter().flatten().find_map(|template| crate::writing::language::of_text(template.source()))
    }
}

#[cfg(test)]
mod tests;
