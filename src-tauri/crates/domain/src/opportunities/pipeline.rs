use crate::fault::{Fault, Params, params};
use crate::text::clean_line;
use chrono::{DateTime, Utc};
use uuid::Uuid;

/// How a stage ends an opportunity, if it does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum StageKind {
    /// It goes on.
    Open,
    /// It is sold.
    Won,
    /// It is not.
    Lost,
}

impl StageKind {
    /// As stored.
    pub fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Won => "won",
            Self::Lost => "lost",
        }
    }

    /// The kind stored under `code`.
    pub fn of_code(code: &str) -> Option<Self> {
        [Self::Open, Self::Won, Self::Lost].into_iter().find(|kind| kind.code() == code)
    }
}

/// Names of the colours a stage, or a status of people, may have; the window knows how each looks on light and dark ground. Empty is none.
pub const STAGE_COLOURS: [&str; 8] = ["", "accent", "ok", "warn", "bad", "doubt", "quiet", "line"];

/// A way opportunities go, stage by stage: the seller's own.
#[derive(Debug, Clone, PartialEq)]
pub struct Pipeline {
    /// UUIDv7.
    pub id: Uuid,
    /// French name.
    pub name_fr: String,
    /// English name.
    pub name_en: String,
    /// Its place among them.
    pub position: i64,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// Out of use since.
    pub archived_at: Option<DateTime<Utc>>,
}

/// A stage of a pipeline.
#[derive(Debug, Clone, PartialEq)]
pub struct Stage {
    /// UUIDv7.
    pub id: Uuid,
    /// Whose stage.
    pub pipeline_id: Uuid,
    /// French name.
    pub name_fr: String,
    /// English name.
    pub name_en: String,
    /// One of [`STAGE_COLOURS`].
    pub colour: String,
    /// Its place in the pipeline.
    pub position: i64,
    /// How likely an opportunity here is to be won, in percent.
    pub probability: u8,
    /// Days after which an opportunity has been here too long; none = never.
    pub rotten_days: Option<u32>,
    /// Open, or an end.
    pub kind: StageKind,
    /// Out of use since.
    pub archived_at: Option<DateTime<Utc>>,
}

/// Why opportunities end: the seller's list.
#[derive(Debug, Clone, PartialEq)]
pub struct CloseReason {
    /// UUIDv7.
    pub id: Uuid,
    /// Won or lost.
    pub kind: StageKind,
    /// French name.
    pub name_fr: String,
    /// English name.
    pub name_en: String,
    /// Its place in the list.
    pub position: i64,
    /// Out of use since.
    pub archived_at: Option<DateTime<Utc>>,
}

/// A pipeline, stage or reason that cannot be as asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum StageError {
    /// No name in either language.
    #[error("it needs a name")]
    NoName,
    /// Longer than a column is wide.
    #[error("the name is longer than {0} characters")]
    LongName(usize),
    /// More than 100 %.
    #[error("a probability is at most 100")]
    Probability,
    /// Not a number of days.
    #[error("from 1 to 3,650 days")]
    Days,
    /// No such colour.
    #[error("there is no such colour")]
    Colour,
}

/// Longest name of a pipeline, stage or reason.
const LONGEST: usize = 60;
/// Most days after which somebody, or an opportunity, has been at one place too long.
pub const MOST_DAYS: u32 = 3_650;

impl Fault for StageError {
    fn code(&self) -> &'static str {
        match self {
            Self::NoName => "pipelines.no_name",
            Self::LongName(_) => "pipelines.long_name",
            Self::Probability => "pipelines.bad_probability",
            Self::Days => "pipelines.bad_days",
            Self::Colour => "pipelines.bad_colour",
        }
    }

    fn params(&self) -> Params {
        match self {
            Self::LongName(most) => params([("most", most.to_string())]),
            Self::Colour => params([("known", STAGE_COLOURS.join(" ").trim().to_owned())]),
            _ => Params::new(),
        }
    }
}

impl StageError {
    /// The French and the English name, clean; one language is enough, it then stands for both.
    ///
    /// # Errors
    /// [`StageError::NoName`], [`StageError::LongName`].
    pub fn names(fr: &str, en: &str) -> Result<(String, String), Self> {
        let (fr, en) = (clean_line(fr), clean_line(en));
        let (fr, en) = match (fr.is_empty(), en.is_empty()) {
            (true, true) => return Err(Self::NoName),
            (true, false) => (en.clone(), en),
            (false, true) => (fr.clone(), fr),
            (false, false) => (fr, en),
        };
        if fr.chars().count().max(en.chars().count()) > LONGEST { Err(Self::LongName(LONGEST)) } else { Ok((fr, en)) }
    }
}

impl Stage {
    /// The stage with its values checked: an end has the probability of its kind, and nothing grows old in it.
    ///
    /// # Errors
    /// See [`StageError`].
    pub fn checked(mut self) -> Result<Self, StageError> {
        (self.name_fr, self.name_en) = StageError::names(&self.name_fr, &self.name_en)?;
        match self.kind {
            StageKind::Open => {}
            StageKind::Won => (self.probability, self.rotten_days) = (100, None),
            StageKind::Lost => (self.probability, self.rotten_days) = (0, None),
        }
        if self.probability > 100 {
            return Err(StageError::Probability);
        }
        if self.rotten_days.is_some_and(|days| !(1..=MOST_DAYS).contains(&days)) {
            return Err(StageError::Days);
        }
        if !STAGE_COLOURS.contains(&self.colour.as_str()) {
            return Err(StageError::Colour);
        }
        Ok(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stage(kind: StageKind) -> Stage {
        Stage {
            id: Uuid::nil(),
            pipeline_id: Uuid::nil(),
            name_fr: " Devis ".to_owned(),
            name_en: String::new(),
            colour: String::new(),
            position: 0,
            probability: 40,
            rotten_days: Some(10),
            kind,
            archived_at: None,
        }
    }

    #[test]
    fn one_name_stands_for_both_languages_and_an_end_has_the_probability_of_its_kind() {
        let open = stage(StageKind::Open).checked().unwrap();
        assert_eq!((open.name_fr.as_str(), open.name_en.as_str(), open.probability), ("Devis", "Devis", 40));
        let won = stage(StageKind::Won).checked().unwrap();
        assert_eq!((won.probability, won.rotten_days), (100, None));
        assert_eq!(stage(StageKind::Lost).checked().unwrap().probability, 0);
    }

    #[test]
    fn a_stage_that_cannot_be_is_refused_with_its_reason() {
        let odd = |change: fn(&mut Stage)| {
            let mut stage = stage(StageKind::Open);
            change(&mut stage);
            stage.checked().unwrap_err()
        };
        assert_eq!(odd(|s| s.name_fr = " ".to_owned()), StageError::NoName);
        assert_eq!(odd(|s| s.name_fr = "x".repeat(61)), StageError::LongName(60));
        assert_eq!(odd(|s| s.probability = 101), StageError::Probability);
        assert_eq!(odd(|s| s.rotten_days = Some(0)), StageError::Days);
        assert_eq!(odd(|s| s.colour = "pink".to_owned()), StageError::Colour);
    }
}
