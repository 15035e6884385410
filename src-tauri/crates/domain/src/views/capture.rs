//! Quick capture, and what is to be qualified.

use super::{view, words};
use chrono::{DateTime, Utc};
use uuid::Uuid;

words! {
    /// Who can be noted.
    pub enum CaptureKind {
        /// A person.
        Person,
        /// A company.
        Company,
    }
}

view! {
    /// Somebody noted in two seconds: a name, and a postcode.
    pub struct CaptureNew {
        /// A person or a company.
        pub kind: CaptureKind,
        /// Name; of a person first and last name in one text.
        pub name: String,
        /// Postcode; may be empty.
        pub postcode: String,
        /// Phone; may be empty.
        pub phone: String,
        /// A note; may be empty.
        pub note: String,
    }

    /// Who was noted.
    pub struct Captured {
        /// Id.
        pub id: Uuid,
        /// A person or a company.
        pub kind: CaptureKind,
        /// Name.
        pub name: String,
        /// The undoable operation.
        pub operation: Option<Uuid>,
    }

    /// Somebody to qualify.
    pub struct ToQualify {
        /// Id.
        pub id: Uuid,
        /// A person or a company.
        pub kind: CaptureKind,
        /// Name.
        pub name: String,
        /// Postcode and town, as far as known.
        pub place: String,
        /// Since when.
        pub since: DateTime<Utc>,
        /// How complete, from 0 to 100.
        pub score: u32,
        /// What it is made of.
        pub parts: Vec<CompletenessPart>,
    }

    /// One part of the score.
    pub struct CompletenessPart {
        /// Field.
        pub field: String,
        /// What it counts.
        pub points: u32,
        /// Whether it is known.
        pub known: bool,
    }

    /// Says that some are qualified.
    pub struct CaptureDone {
        /// Who; people and companies together.
        pub ids: Vec<Uuid>,
        /// Back on the list instead.
        pub back: bool,
    }
}
