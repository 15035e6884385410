//! The trash: what was removed, for 30 days.

use super::{view, words};
use chrono::{DateTime, Utc};
use uuid::Uuid;

words! {
    /// What lies in the trash.
    pub enum TrashKind {
        /// A person.
        Person,
        /// A company.
        Company,
        /// An opportunity.
        Opportunity,
        /// A task.
        Task,
        /// An appointment.
        Appointment,
        /// A note, or a call noted.
        Note,
        /// A file.
        File,
    }
    /// What becomes of an address somebody else has by now.
    pub enum TakenAddress {
        /// It is told, and nothing comes back yet.
        Ask,
        /// Both have it.
        Keep,
        /// Who comes back comes without it.
        Drop,
    }
}

view! {
    /// Some rows of the trash, newest first.
    pub struct TrashPage {
        /// First row.
        pub offset: u32,
        /// How many, at most 500.
        pub limit: u32,
    }

    /// Rows of the trash.
    pub struct TrashRows {
        /// The rows.
        pub rows: Vec<TrashRow>,
        /// How many there are in all.
        pub total: u32,
        /// For how many days they are kept.
        pub days: u32,
    }

    /// Something removed.
    pub struct TrashRow {
        /// Id.
        pub id: Uuid,
        /// What it is.
        pub kind: TrashKind,
        /// Its name.
        pub name: String,
        /// Company of a person or an opportunity, town of a company, whose a file was, day of the others.
        pub detail: String,
        /// When it was removed.
        pub removed_at: DateTime<Utc>,
        /// By whom: `seller`, `run:<id>`, `import:<id>`, `desk`.
        pub by: String,
        /// Days until it is removed for good.
        pub days_left: u32,
    }

    /// Brings some back.
    pub struct TrashRestore {
        /// Which; all kinds together.
        pub ids: Vec<Uuid>,
        /// What becomes of addresses others have by now.
        pub taken: TakenAddress,
    }

    /// How it went. Where `taken` is not empty and was asked about, nothing came back.
    pub struct Restored {
        /// How many came back.
        pub count: u32,
        /// The undoable operation.
        pub operation: Option<Uuid>,
        /// People whose address is somebody else's by now.
        pub taken: Vec<Taken>,
    }

    /// An address two people would have.
    pub struct Taken {
        /// Who comes back.
        pub id: Uuid,
        /// Their name.
        pub name: String,
        /// Who has it.
        pub other: Uuid,
        /// Their name.
        pub other_name: String,
        /// The address.
        pub address: String,
    }
}
