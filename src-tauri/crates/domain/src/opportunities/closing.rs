use super::{Opportunity, OpportunityField, OpportunityFieldError, Stage, StageKind};
use crate::fault::{Fault, Params};
use crate::text::clean_lines;
use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

/// How an opportunity ended.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Closing {
    /// When; today where it is not said.
    pub on: Option<NaiveDate>,
    /// Why, of the seller's list.
    pub reason_id: Option<Uuid>,
    /// Why, in words.
    pub note: String,
    /// What a won one came to, as it is typed; as it was where it is not said.
    pub amount: Option<String>,
}

/// An opportunity that cannot end so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ClosingError {
    /// Lost without a reason.
    #[error("a lost opportunity needs a reason")]
    NoReason,
    /// It ended in the future.
    #[error("the day lies ahead")]
    Ahead,
    /// What it came to is no amount.
    #[error(transparent)]
    Amount(#[from] OpportunityFieldError),
}

impl Fault for ClosingError {
    fn code(&self) -> &'static str {
        match self {
            Self::NoReason => "opportunities.needs_reason",
            Self::Ahead => "opportunities.closed_ahead",
            Self::Amount(error) => error.code(),
        }
    }

    fn params(&self) -> Params {
        match self {
            Self::NoReason | Self::Ahead => Params::new(),
            Self::Amount(error) => error.params(),
        }
    }
}

/// Puts an opportunity at another stage: since when it is there, and what its end brings or takes away. Lost asks for a reason, of the list or in
/// words; the day of an end is today unless another is given. Out of an end, its day and reason are cleared. At the stage where it is already,
/// only what is said of its end changes. `today` is the desk's own day.
///
/// # Errors
/// See [`ClosingError`]; the opportunity is unchanged then.
pub fn enter(
    opportunity: &mut Opportunity,
    stage: &Stage,
    closing: Option<Closing>,
    now: DateTime<Utc>,
    today: NaiveDate,
) -> Result<(), ClosingError> {
    let stays = opportunity.stage_id == stage.id;
    match stage.kind {
        StageKind::Open => {
            (opportunity.closed_on, opportunity.close_reason_id) = (None, None);
            opportunity.close_note.clear();
        }
        StageKind::Won | StageKind::Lost if stays && closing.is_none() => {}
        StageKind::Won | StageKind::Lost => {
            let closing = closing.unwrap_or_default();
            let note = clean_lines(&closing.note);
            if stage.kind == StageKind::Lost && closing.reason_id.is_none() && note.is_empty() {
                return Err(ClosingError::NoReason);
            }
            let on = closing.on.unwrap_or(today);
            if on > today {
                return Err(ClosingError::Ahead);
            }
            if let Some(amount) = closing.amount.filter(|_| stage.kind == StageKind::Won) {
                OpportunityField::Amount.set(opportunity, &amount)?;
            }
            (opportunity.closed_on, opportunity.close_reason_id, opportunity.close_note) = (Some(on), closing.reason_id, note);
        }
    }
    if !stays {
        (opportunity.stage_id, opportunity.pipeline_id, opportunity.stage_since) = (stage.id, stage.pipeline_id, now);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::money::Currency;

    fn stage(n: u128, kind: StageKind) -> Stage {
        Stage {
            id: Uuid::from_u128(n),
            pipeline_id: Uuid::nil(),
            name_fr: String::new(),
            name_en: String::new(),
            colour: String::new(),
            position: 0,
            probability: 0,
            rotten_days: None,
            kind,
            archived_at: None,
        }
    }

    #[test]
    fn the_end_of_an_opportunity_has_a_day_and_a_reason_and_leaving_it_clears_them() {
        let (now, today): (DateTime<Utc>, NaiveDate) = ("2026-09-15T08:00:00Z".parse().unwrap(), "2026-09-15".parse().unwrap());
        let (open, won, lost) = (stage(1, StageKind::Open), stage(2, StageKind::Won), stage(3, StageKind::Lost));
        let before = "2026-09-01T08:00:00Z".parse().unwrap();
        let mut one = Opportunity::new(Uuid::nil(), "Audit", &open, Currency::EUR, before);

        let untouched = one.clone();
        assert_eq!(enter(&mut one, &lost, None, now, today), Err(ClosingError::NoReason));
        let ahead = Closing { on: "2026-09-16".parse().ok(), ..Closing::default() };
        assert_eq!(enter(&mut one, &won, Some(ahead), now, today), Err(ClosingError::Ahead));
        let no_amount = Closing { amount: Some("much".to_owned()), ..Closing::default() };
        assert!(matches!(enter(&mut one, &won, Some(no_amount), now, today), Err(ClosingError::Amount(_))));
        assert_eq!(one, untouched);

        enter(&mut one, &won, Some(Closing { amount: Some("4 500".to_owned()), ..Closing::default() }), now, today).unwrap();
        assert_eq!((one.stage_id, one.closed_on, one.stage_since, one.amount), (won.id, Some(today), now, Some(450_000)));
        let price =
            Closing { on: "2026-09-10".parse().ok(), note: " Price ".to_owned(), amount: Some("1".to_owned()), ..Closing::default() };
        enter(&mut one, &lost, Some(price), now, today).unwrap();
        assert_eq!(one.amount, Some(450_000), "what was lost stays what it would have been");
        assert_eq!((one.closed_on.unwrap().to_string().as_str(), one.close_note.as_str()), ("2026-09-10", "Price"));
        enter(&mut one, &open, None, now, today).unwrap();
        assert_eq!((one.closed_on, one.close_note.as_str(), one.stage_id), (None, "", open.id));
    }
}
