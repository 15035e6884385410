//! Duplicates: what the desk holds twice, how it is made one, and how that is taken apart again.

use super::history::KeptEdit;
use super::outreach::ReasonView;
use super::{view, words};
use chrono::{DateTime, Utc};
use uuid::Uuid;

words! {
    /// What is held twice.
    #[derive(Default)]
    pub enum DuplicateKind {
        /// People.
        #[default]
        Person,
        /// Companies.
        Company,
    }
    /// How sure the desk is.
    pub enum DuplicateVerdict {
        /// Beyond doubt, by keys that name one only: may be made one without looking.
        Exact,
        /// To be looked at.
        Probable,
    }
    /// Where a long piece of work stands.
    pub enum DuplicateWork {
        /// At work.
        Running,
        /// Waits until an import or a run has written.
        Waiting,
        /// Done.
        Done,
        /// Stopped by the seller.
        Stopped,
    }
}

view! {
    /// Which groups.
    pub struct DuplicatesQuery {
        /// People or companies; both without it.
        pub kind: Option<DuplicateKind>,
        /// How sure; all without it.
        pub verdict: Option<DuplicateVerdict>,
        /// First group.
        pub offset: u32,
        /// How many, at most 500.
        pub limit: u32,
    }

    /// Groups, the surest first.
    pub struct DuplicatesPage {
        /// The groups.
        pub groups: Vec<DuplicateGroup>,
        /// Whether these are the last ones.
        pub last: bool,
    }

    /// Records that are probably one.
    pub struct DuplicateGroup {
        /// Its number, until the next search.
        pub id: u32,
        /// What they are.
        pub kind: DuplicateKind,
        /// How sure.
        pub verdict: DuplicateVerdict,
        /// 0 to 100; 100 is beyond doubt.
        pub score: u32,
        /// What told, the weightiest first.
        pub reasons: Vec<DuplicateReason>,
        /// The records, the oldest first.
        pub members: Vec<DuplicateMember>,
    }

    /// What told about a pair.
    pub struct DuplicateReason {
        /// What was compared: `email`, `last_name`, `company`, …
        pub part: String,
        /// How alike: `same`, `nickname`, `typo`, `swapped`, `unlike`, …
        pub likeness: String,
        /// Whether it speaks for one and the same.
        pub speaks: bool,
    }

    /// A record of a group.
    pub struct DuplicateMember {
        /// Id.
        pub id: Uuid,
        /// What it is called.
        pub name: String,
        /// Company and work of a person, town of a company.
        pub detail: String,
    }

    /// Where the search for duplicates stands, and what there is.
    pub struct DuplicatesState {
        /// A search at work.
        pub search: Option<DuplicateProgress>,
        /// A merging of all exact groups at work.
        pub merging: Option<DuplicateProgress>,
        /// When the last search ended.
        pub searched_at: Option<DateTime<Utc>>,
        /// Whether something came since that no search has seen.
        pub stale: bool,
        /// Groups of people beyond doubt.
        pub exact_people: u32,
        /// Groups of people to be looked at.
        pub probable_people: u32,
        /// Groups of companies beyond doubt.
        pub exact_companies: u32,
        /// Groups of companies to be looked at.
        pub probable_companies: u32,
    }

    /// How far a long piece of work is.
    pub struct DuplicateProgress {
        /// Where it stands.
        pub state: DuplicateWork,
        /// Done so far.
        pub done: u32,
        /// In all; 0 while that is not known.
        pub of: u32,
    }

    /// Records to be looked at side by side.
    pub struct DuplicatesReviewRequest {
        /// What they are.
        pub kind: DuplicateKind,
        /// Which, two at least.
        pub ids: Vec<Uuid>,
    }

    /// Records side by side, with what the desk would make of them.
    pub struct DuplicatesReview {
        /// What they are.
        pub kind: DuplicateKind,
        /// The records; the proposed survivor first.
        pub records: Vec<DuplicateRecord>,
        /// Whose value the desk would keep.
        pub choices: Vec<DuplicateChoice>,
        /// What the merge changes beside the values.
        pub changes: Vec<ReasonView>,
        /// The group they were found in.
        pub group: Option<DuplicateGroup>,
    }

    /// One record of a review.
    pub struct DuplicateRecord {
        /// Id.
        pub id: Uuid,
        /// What it is called.
        pub name: String,
        /// When it was made.
        pub created_at: DateTime<Utc>,
        /// `linkedin`, `csv`, `sheet`, `manual`, `sample`.
        pub source: String,
        /// File, or the seller's words.
        pub source_detail: String,
        /// Lines of its timeline (of a person), or its people (of a company).
        pub history: u32,
        /// Its values.
        pub values: Vec<DuplicateValue>,
    }

    /// A value of a record.
    pub struct DuplicateValue {
        /// Field.
        pub field: String,
        /// As it stands; empty where it is unknown.
        pub value: String,
        /// Where it came from, when that is not the record's own source.
        pub source: String,
        /// Since when.
        pub at: DateTime<Utc>,
    }

    /// Whose value of a field is kept.
    pub struct DuplicateChoice {
        /// Field.
        pub field: String,
        /// The record's id.
        pub from: Uuid,
    }

    /// Makes one of several.
    pub struct DuplicatesMerge {
        /// What they are.
        pub kind: DuplicateKind,
        /// Who stays.
        pub survivor: Uuid,
        /// Who become one with them.
        pub others: Vec<Uuid>,
        /// Whose values are kept; the desk's own choice for fields that are not named.
        pub choices: Vec<DuplicateChoice>,
    }

    /// What was made one.
    pub struct DuplicatesMerged {
        /// Who stayed.
        pub survivor: Uuid,
        /// What they are called now.
        pub name: String,
        /// How many became one with them.
        pub count: u32,
        /// The operation that undo takes back.
        pub operation: Option<Uuid>,
    }

    /// Makes one of every group beyond doubt.
    pub struct DuplicatesMergeExact {
        /// People or companies; both without it.
        pub kind: Option<DuplicateKind>,
    }

    /// Says that records are not one and the same.
    pub struct DuplicatesIgnore {
        /// What they are.
        pub kind: DuplicateKind,
        /// Which.
        pub ids: Vec<Uuid>,
        /// Only this one is told apart from the others; without it, all from each other.
        pub only: Option<Uuid>,
    }

    /// A record.
    pub struct DuplicateOf {
        /// What it is.
        pub kind: DuplicateKind,
        /// Id.
        pub id: Uuid,
    }

    /// What a record may be the same as, and what it was made of.
    pub struct DuplicateTies {
        /// It may be the same as these.
        pub same_as: Vec<DuplicateTwin>,
        /// What became one with it, newest first.
        pub merged: Vec<DuplicateMergedFrom>,
        /// It became one with this record.
        pub merged_into: Option<DuplicateMember>,
    }

    /// A record that may be the same.
    pub struct DuplicateTwin {
        /// The group.
        pub group: u32,
        /// The other record.
        pub record: DuplicateMember,
        /// How sure.
        pub verdict: DuplicateVerdict,
        /// 0 to 100.
        pub score: u32,
    }

    /// A record that became one with another.
    pub struct DuplicateMergedFrom {
        /// The record.
        pub record: DuplicateMember,
        /// When.
        pub at: DateTime<Utc>,
    }

    /// What taking a merge apart did.
    pub struct DuplicatesSplit {
        /// Who stayed when they were made one.
        pub survivor: DuplicateMember,
        /// Who are there again.
        pub back: Vec<DuplicateMember>,
        /// The operation; undo makes them one again.
        pub operation: Option<Uuid>,
        /// Edits made since, which stay where they are.
        pub kept: Vec<KeptEdit>,
    }
}
