use domain::fault::Params;
use serde::{Deserialize, Serialize};
use std::fmt;
use uuid::Uuid;

/// Who made a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Actor {
    /// The seller, in the window or the terminal.
    Seller,
    /// A run of the sequence.
    Run(Uuid),
    /// An import.
    Import(Uuid),
    /// The desk itself (sample data, upkeep).
    Desk,
}

impl fmt::Display for Actor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Seller => f.write_str("seller"),
            Self::Run(id) => write!(f, "run:{id}"),
            Self::Import(id) => write!(f, "import:{id}"),
            Self::Desk => f.write_str("desk"),
        }
    }
}

/// What a change is for, as the history shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Intent {
    /// Stable code, put into words by the catalogue (`people.edit`, `imports.apply`, …).
    pub code: &'static str,
    /// Values the sentence names; never addresses or message bodies.
    pub params: Params,
}

impl Intent {
    /// An intent without parameters.
    pub fn new(code: &'static str) -> Self {
        Self { code, params: Params::new() }
    }

    /// Adds one parameter.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl ToString) -> Self {
        self.params.insert(name.to_owned(), value.to_string());
        self
    }
}

/// One undo step: everything a write, or a long piece of work in several writes, changed in the recorded tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct OperationId(pub Uuid);

impl fmt::Display for OperationId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// What a committed write gave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written<T> {
    /// The closure's value.
    pub value: T,
    /// Its undo step; `None` when no recorded row changed.
    pub operation: Option<OperationId>,
}

/// What a committed write may have made stale in a cache outside the desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tag {
    /// People and their timelines.
    People,
    /// Companies.
    Companies,
    /// Tasks and appointments.
    Agenda,
    /// Imports.
    Imports,
    /// Runs.
    Runs,
    /// The outbox, the ledger and the practice outbox.
    Outbox,
    /// What is held twice.
    Duplicates,
    /// The LinkedIn queue.
    Linkedin,
    /// Follow-ups.
    Followups,
    /// Opportunities, their pipelines, and goals.
    Opportunities,
    /// The history of operations.
    History,
    /// Settings.
    Settings,
    /// The health page.
    Health,
    /// The workspace itself.
    Workspace,
    /// Sheets.
    Sheets,
    /// Backups.
    Backups,
    /// Saved views.
    Views,
    /// Files kept on records.
    Files,
}

/// What is read from something without being written with it: the draft of somebody lost reads as given up, their task leaves the queue, their
/// follow-up ends, the counters of their runs follow, and a company shows how many people it has. People show the name of their company, and
/// what comes next for them; an opportunity shows the names of both, and stands on their timelines.
const DERIVED: &[(Tag, &[Tag])] = &[
    (Tag::People, &[Tag::Companies, Tag::Duplicates, Tag::Runs, Tag::Outbox, Tag::Linkedin, Tag::Followups, Tag::Opportunities]),
    (Tag::Companies, &[Tag::People, Tag::Duplicates, Tag::Opportunities]),
    (Tag::Agenda, &[Tag::People, Tag::Companies, Tag::Opportunities]),
    (Tag::Opportunities, &[Tag::People, Tag::Companies]),
    (Tag::Files, &[Tag::People, Tag::Companies, Tag::Opportunities]),
];

impl Tag {
    /// Every tag: what is stale for whoever missed some.
    pub const ALL: [Self; 18] = [
        Self::People,
        Self::Companies,
        Self::Agenda,
        Self::Imports,
        Self::Runs,
        Self::Outbox,
        Self::Duplicates,
        Self::Linkedin,
        Self::Followups,
        Self::Opportunities,
        Self::History,
        Self::Settings,
        Self::Health,
        Self::Workspace,
        Self::Sheets,
        Self::Backups,
        Self::Views,
        Self::Files,
    ];

    /// What becomes stale together with this.
    pub(crate) fn derived(self) -> impl Iterator<Item = Self> {
        DERIVED.iter().filter(move |(of, _)| *of == self).flat_map(|(_, tags)| tags.iter().copied())
    }
}
