use crate::people::Status;
use crate::views::people::EmailStatus;
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use std::fmt;
use std::str::FromStr;

/// Which step of a sequence a touch is. A person is touched once per step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Step {
    /// The first message.
    First,
    /// The n-th follow-up, from 1.
    Followup(u32),
    /// The LinkedIn note.
    Linkedin,
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::First => f.write_str("first"),
            Self::Followup(n) => write!(f, "followup-{n}"),
            Self::Linkedin => f.write_str("linkedin"),
        }
    }
}

impl FromStr for Step {
    type Err = ();

    fn from_str(s: &str) -> Result<Self, ()> {
        match s {
            "first" => Ok(Self::First),
            "linkedin" => Ok(Self::Linkedin),
            _ => s.strip_prefix("followup-").and_then(|n| n.parse().ok()).map(Self::Followup).ok_or(()),
        }
    }
}

/// What the answer is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// Writing a draft: nothing leaves.
    Draft,
    /// Letting a message leave.
    Send,
}

/// Where messages leave from, as the ledger names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Account {
    /// The practice outbox.
    Practice,
    /// A real account, by its sender address.
    Real(String),
}

impl Account {
    /// Whether nothing leaves the machine.
    pub fn is_practice(&self) -> bool {
        matches!(self, Self::Practice)
    }
}

impl fmt::Display for Account {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Practice => f.write_str("practice"),
            Self::Real(from) => write!(f, "smtp:{from}"),
        }
    }
}

/// The touch that is asked about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Touch {
    /// Which step.
    pub step: Step,
    /// What for.
    pub purpose: Purpose,
}

/// What is known when the gate is asked. On "was this person touched?" and "may they be?" only the ledger and the do-not-contact list are
/// believed, so neither undo nor an old backup can make the desk write to somebody twice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    /// Removed from the desk.
    pub deleted: bool,
    /// Invented.
    pub sample: bool,
    /// Where the person stands.
    pub status: Status,
    /// The address as written; empty = none.
    pub email: String,
    /// What is known of it.
    pub email_status: EmailStatus,
    /// Consent to write to a private address is recorded.
    pub consent: bool,
    /// On the do-not-contact list since, with the reason recorded there.
    pub suppressed: Option<(DateTime<Utc>, String)>,
    /// This step already touched this person (ledger: anything but surely-not-sent).
    pub touched_at: Option<DateTime<Utc>>,
    /// Contacted in the practice outbox only, and asked about for a real account: what was rehearsed may still happen.
    pub rehearsed: bool,
    /// Another person with the same address was already touched by this step.
    pub address_touched_at: Option<DateTime<Utc>>,
    /// Another message for the same person and step is drafted, scheduled, sending, sent or unknown.
    pub other_message: bool,
    /// For a follow-up: the message before it surely left.
    pub previous_left: bool,
    /// For a follow-up: the seller confirmed that no answer came (approved this very draft).
    pub approved: bool,
    /// Undo send: not before.
    pub not_before: Option<DateTime<Utc>>,
    /// The recipient's zone.
    pub zone: Tz,
    /// Messages this account began today (the desk's day).
    pub used_today: u32,
    /// Days before today on which this account sent anything.
    pub sending_days: u32,
    /// When this account last began a message.
    pub last_touch: Option<DateTime<Utc>>,
    /// Everything outgoing is paused (code of the reason).
    pub paused: Option<String>,
    /// The message belongs to a paused run of this number.
    pub paused_run: Option<u32>,
    /// Everything outgoing is held since a restore.
    pub held_after_restore: bool,
}
