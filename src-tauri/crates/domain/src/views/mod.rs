//! What a screen or a script asks for and gets: the requests and answers of the commands.
//!
//! Pure types, camelCase on the wire. Ids are UUID strings, times RFC 3339 UTC, dates ISO, counts 32-bit. A type is used in one direction only.

pub mod agenda;
pub mod backups;
pub mod blocks;
pub mod capture;
pub mod companies;
pub mod contacts;
pub mod custom;
pub mod duplicates;
pub mod exports;
pub mod files;
pub mod filters;
pub mod followups;
pub mod goals;
pub mod groups;
pub mod health;
pub mod history;
pub mod imports;
pub mod linkedin;
pub mod money;
pub mod opportunities;
pub mod outbox;
pub mod outreach;
pub mod people;
pub mod pipelines;
pub mod privacy;
pub mod runs;
pub mod saved;
pub mod scores;
pub mod settings;
pub mod sheets;
pub mod statuses;
pub mod tags;
pub mod today;
pub mod trash;
pub mod workspace;

/// Derives every view shares.
macro_rules! view {
    ($($item:item)*) => { $(
        #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, specta::Type)]
        #[serde(rename_all = "camelCase")]
        $item
    )* };
}
/// A closed set of words, snake_case on the wire.
macro_rules! words {
    ($($item:item)*) => { $(
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize, specta::Type)]
        #[serde(rename_all = "snake_case")]
        $item
    )* };
}
pub(crate) use {view, words};

view! {
    /// A request or an answer with nothing in it.
    #[derive(Default)]
    pub struct Nothing {}

    /// One id.
    pub struct ById {
        /// The id.
        pub id: uuid::Uuid,
    }

    /// Several ids.
    pub struct ByIds {
        /// The ids.
        pub ids: Vec<uuid::Uuid>,
    }

    /// How many rows were touched, and the operation that undo takes back (none when nothing changed).
    pub struct Changed {
        /// Rows changed.
        pub count: u32,
        /// The undoable operation.
        pub operation: Option<uuid::Uuid>,
    }

    /// A place on this machine.
    pub struct FilePath {
        /// Absolute path.
        pub path: String,
    }
}
