//! Pipelines, their stages, and the reasons opportunities end for.

use super::{view, words};
use crate::opportunities::StageKind;
use uuid::Uuid;

words! {
    /// Whether a stage is an end.
    pub enum StageKindWord {
        /// It goes on.
        Open,
        /// It is sold.
        Won,
        /// It is not.
        Lost,
    }
}

view! {
    /// Every pipeline and every reason.
    pub struct PipelinesView {
        /// Pipelines in their order, those out of use last.
        pub pipelines: Vec<PipelineView>,
        /// Reasons in their order, those out of use last.
        pub reasons: Vec<CloseReasonView>,
    }

    /// A pipeline.
    pub struct PipelineView {
        /// Id.
        pub id: Uuid,
        /// French name.
        pub name_fr: String,
        /// English name.
        pub name_en: String,
        /// Out of use.
        pub archived: bool,
        /// Its stages in their order, those out of use last.
        pub stages: Vec<StageView>,
    }

    /// A stage.
    pub struct StageView {
        /// Id.
        pub id: Uuid,
        /// Its pipeline.
        pub pipeline: Uuid,
        /// French name.
        pub name_fr: String,
        /// English name.
        pub name_en: String,
        /// `accent`, `ok`, `warn`, `bad`, `doubt`, `quiet`, `line`, or empty.
        pub colour: String,
        /// In percent.
        pub probability: u8,
        /// Days after which an opportunity is here too long; none = never.
        pub rotten_days: Option<u32>,
        /// Open, or an end.
        pub kind: StageKindWord,
        /// Out of use.
        pub archived: bool,
        /// Opportunities at it.
        pub opportunities: u32,
    }

    /// Why an opportunity ends.
    pub struct CloseReasonView {
        /// Id.
        pub id: Uuid,
        /// Won or lost.
        pub kind: StageKindWord,
        /// French name.
        pub name_fr: String,
        /// English name.
        pub name_en: String,
        /// Out of use.
        pub archived: bool,
    }

    /// A new pipeline; one name is enough. It starts with the stages of another one, or with one open stage and both ends.
    pub struct PipelineNew {
        /// French name.
        pub name_fr: String,
        /// English name.
        pub name_en: String,
        /// The pipeline whose stages it takes over.
        pub like: Option<Uuid>,
    }

    /// Other names for a pipeline.
    pub struct PipelineUpdate {
        /// Which.
        pub id: Uuid,
        /// French name.
        pub name_fr: String,
        /// English name.
        pub name_en: String,
    }

    /// Takes a pipeline or a reason out of use, or brings it back.
    pub struct ArchiveRequest {
        /// Which.
        pub id: Uuid,
        /// Out of use.
        pub archived: bool,
    }

    /// Takes a stage out of use, or brings it back.
    pub struct StageArchive {
        /// Which.
        pub id: Uuid,
        /// Out of use.
        pub archived: bool,
        /// The stage its opportunities go to, where it has any.
        pub move_to: Option<Uuid>,
    }

    /// The values of a stage.
    pub struct StageValues {
        /// French name.
        pub name_fr: String,
        /// English name.
        pub name_en: String,
        /// Colour.
        pub colour: String,
        /// In percent; of an end, its own.
        pub probability: u8,
        /// Days after which an opportunity is here too long.
        pub rotten_days: Option<u32>,
    }

    /// A new stage, behind the other open ones.
    pub struct StageNew {
        /// Of which pipeline.
        pub pipeline: Uuid,
        /// Its values.
        pub values: StageValues,
    }

    /// Other values for a stage.
    pub struct StageUpdate {
        /// Which.
        pub id: Uuid,
        /// All its values.
        pub values: StageValues,
    }

    /// A new reason, at the end of its list.
    pub struct CloseReasonNew {
        /// Won or lost.
        pub kind: StageKindWord,
        /// French name.
        pub name_fr: String,
        /// English name.
        pub name_en: String,
    }

    /// Other names for a reason.
    pub struct CloseReasonUpdate {
        /// Which.
        pub id: Uuid,
        /// French name.
        pub name_fr: String,
        /// English name.
        pub name_en: String,
    }
}

impl From<StageKind> for StageKindWord {
    fn from(kind: StageKind) -> Self {
        match kind {
            StageKind::Open => Self::Open,
            StageKind::Won => Self::Won,
            StageKind::Lost => Self::Lost,
        }
    }
}

impl From<StageKindWord> for StageKind {
    fn from(kind: StageKindWord) -> Self {
        match kind {
            StageKindWord::Open => Self::Open,
            StageKindWord::Won => Self::Won,
            StageKindWord::Lost => Self::Lost,
        }
    }
}
