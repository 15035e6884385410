use super::Opportunity;
use crate::fault::{Fault, Params, params};
use crate::money::{Currency, MOST, MoneyError, minor_units};
use crate::text::{clean_line, clean_lines};
use chrono::NaiveDate;

/// A value of an opportunity that the seller types, by the name it has in commands. Company and person are chosen, not typed: see `app`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum OpportunityField {
    /// What it is.
    Name,
    /// What it is worth.
    Amount,
    /// In which currency.
    Currency,
    /// Its own probability.
    Probability,
    /// When it should be signed.
    CloseOn,
    /// What to do next.
    NextStep,
    /// And when.
    NextStepOn,
    /// Where it came from.
    Source,
    /// Who else is in the race.
    Competitor,
    /// Notes.
    Notes,
    /// The company, by id or name.
    Company,
    /// The person, by id.
    Person,
}

/// Why a value cannot be taken. The value itself is never part of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum OpportunityFieldError {
    /// No field has this name.
    #[error("there is no such field")]
    Unknown,
    /// Longer than the field's limit.
    #[error("the value of {} is longer than {limit} characters", field.code())]
    TooLong {
        /// Which field.
        field: OpportunityField,
        /// Most characters.
        limit: usize,
    },
    /// Not an amount.
    #[error(transparent)]
    Amount(#[from] MoneyError),
    /// No such currency.
    #[error("this currency is not known")]
    Currency,
    /// Not a whole number of percent.
    #[error("this is not a percentage")]
    Probability,
    /// Not a day.
    #[error("the value of {} is not a day", .0.code())]
    Day(OpportunityField),
}

impl Fault for OpportunityFieldError {
    fn code(&self) -> &'static str {
        match self {
            Self::Unknown => "opportunities.unknown_field",
            Self::TooLong { .. } => "opportunities.too_long",
            Self::Amount(MoneyError::NotAnAmount) => "opportunities.bad_amount",
            Self::Amount(MoneyError::TooFine(_)) => "opportunities.too_fine",
            Self::Amount(MoneyError::TooLarge) => "opportunities.too_large",
            Self::Currency => "opportunities.bad_currency",
            Self::Probability => "opportunities.bad_probability",
            Self::Day(_) => "opportunities.bad_day",
        }
    }

    fn params(&self) -> Params {
        match self {
            Self::Unknown => params([("known", OpportunityField::ALL.map(OpportunityField::code).join(", "))]),
            Self::TooLong { field, limit } => params([("field", field.code().to_owned()), ("limit", limit.to_string())]),
            Self::Amount(MoneyError::TooFine(currency)) => {
                params([("currency", currency.to_string()), ("places", currency.digits().to_string())])
            }
            Self::Day(field) => params([("field", field.code().to_owned())]),
            _ => Params::new(),
        }
    }
}

impl OpportunityField {
    /// All of them; the currency stands before the amount, which is read in it.
    pub const ALL: [Self; 12] = [
        Self::Name,
        Self::Company,
        Self::Person,
        Self::Currency,
        Self::Amount,
        Self::Probability,
        Self::CloseOn,
        Self::NextStep,
        Self::NextStepOn,
        Self::Source,
        Self::Competitor,
        Self::Notes,
    ];

    /// Its name.
    pub fn code(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Amount => "amount",
            Self::Currency => "currency",
            Self::Probability => "probability",
            Self::CloseOn => "close_on",
            Self::NextStep => "next_step",
            Self::NextStepOn => "next_step_on",
            Self::Source => "source",
            Self::Competitor => "competitor",
            Self::Notes => "notes",
            Self::Company => "company",
            Self::Person => "person",
        }
    }

    /// The field called `code`.
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.code() == code)
    }

    /// Whether two opportunities cannot have it in common.
    pub fn is_ones_own(self) -> bool {
        matches!(self, Self::Name | Self::Notes)
    }

    /// Most characters.
    pub fn limit(self) -> usize {
        match self {
            Self::Name | Self::NextStep | Self::Source | Self::Competitor | Self::Company => 300,
            Self::Notes => 20_000,
            _ => 100,
        }
    }

    /// Puts a value on an opportunity: cleaned and checked. Empty clears; the currency cannot be cleared. Company and person are left to whoever
    /// knows them. A new currency keeps the number that was typed: 12.50 € become 12.50 $.
    ///
    /// # Errors
    /// See [`OpportunityFieldError`]; the opportunity is unchanged then.
    pub fn set(self, opportunity: &mut Opportunity, value: &str) -> Result<(), OpportunityFieldError> {
        let value = if self == Self::Notes { clean_lines(value) } else { clean_line(value) };
        if value.chars().count() > self.limit() {
            return Err(OpportunityFieldError::TooLong { field: self, limit: self.limit() });
        }
        match self {
            Self::Name => opportunity.name = value,
            Self::Currency => {
                let currency = Currency::of_code(&value).ok_or(OpportunityFieldError::Currency)?;
                opportunity.amount = opportunity.amount.map(|minor| rescaled(minor, opportunity.currency, currency)).transpose()?;
                opportunity.currency = currency;
            }
            Self::Amount if value.is_empty() => opportunity.amount = None,
            Self::Amount => opportunity.amount = Some(minor_units(&value, opportunity.currency)?),
            Self::Probability => opportunity.probability = percent(&value)?,
            Self::CloseOn => opportunity.close_on = self.day(&value)?,
            Self::NextStep => opportunity.next_step = value,
            Self::NextStepOn => opportunity.next_step_on = self.day(&value)?,
            Self::Source => opportunity.source = value,
            Self::Competitor => opportunity.competitor = value,
            Self::Notes => opportunity.notes = value,
            Self::Company | Self::Person => {}
        }
        Ok(())
    }

    fn day(self, text: &str) -> Result<Option<NaiveDate>, OpportunityFieldError> {
        if text.is_empty() {
            return Ok(None);
        }
        text.parse().map(Some).map_err(|_| OpportunityFieldError::Day(self))
    }
}

/// The same number in another currency; places it does not have are dropped.
fn rescaled(minor: i64, from: Currency, to: Currency) -> Result<i64, MoneyError> {
    if to.digits() < from.digits() {
        return Ok(minor / 10_i64.pow(from.digits() - to.digits()));
    }
    minor.checked_mul(10_i64.pow(to.digits() - from.digits())).filter(|minor| *minor <= MOST).ok_or(MoneyError::TooLarge)
}

/// A whole number of percent, with or without its sign; empty is the stage's.
fn percent(text: &str) -> Result<Option<u8>, OpportunityFieldError> {
    let bare: String = text.chars().filter(|c| !c.is_whitespace() && *c != '%').collect();
    if bare.is_empty() {
        return Ok(None);
    }
    bare.parse().ok().filter(|percent| *percent <= 100).map(Some).ok_or(OpportunityFieldError::Probability)
}

#[cfg(test)]
mod tests {
    use super::super::{Stage, StageKind};
    use super::*;
    use uuid::Uuid;

    fn opportunity() -> Opportunity {
        let stage = Stage {
            id: Uuid::nil(),
            pipeline_id: Uuid::nil(),
            name_fr: String::new(),
            name_en: String::new(),
            colour: String::new(),
            position: 0,
            probability: 10,
            rotten_days: None,
            kind: StageKind::Open,
            archived_at: None,
        };
        Opportunity::new(Uuid::nil(), "Audit", &stage, Currency::EUR, "2026-09-15T08:00:00Z".parse().unwrap())
    }

    #[test]
    fn every_field_is_found_by_its_name() {
        assert!(OpportunityField::ALL.iter().all(|field| OpportunityField::of_code(field.code()) == Some(*field)));
        assert_eq!(OpportunityField::of_code("stage_id"), None);
    }

    #[test]
    fn values_are_read_as_they_are_typed_and_empty_clears() {
        let mut one = opportunity();
        for (field, value) in [
            (OpportunityField::Amount, "12 300,50 €"),
            (OpportunityField::Probability, "35 %"),
            (OpportunityField::CloseOn, "2026-10-31"),
            (OpportunityField::NextStep, " Call\nback "),
        ] {
            field.set(&mut one, value).unwrap();
        }
        assert_eq!((one.amount, one.probability, one.next_step.as_str()), (Some(1_230_050), Some(35), "Call back"));
        OpportunityField::Currency.set(&mut one, "jpy").unwrap();
        assert_eq!((one.currency.code(), one.amount), ("JPY", Some(12_300)), "the yen has no cents");
        OpportunityField::Currency.set(&mut one, "USD").unwrap();
        assert_eq!(one.amount, Some(1_230_000));
        for field in [OpportunityField::Amount, OpportunityField::Probability, OpportunityField::CloseOn] {
            field.set(&mut one, "").unwrap();
        }
        assert_eq!((one.amount, one.probability, one.close_on), (None, None, None));
    }

    #[test]
    fn a_bad_value_is_refused_and_leaves_the_opportunity_as_it_was() {
        for (field, value, code) in [
            (OpportunityField::Amount, "lots", "opportunities.bad_amount"),
            (OpportunityField::Amount, "0.0019", "opportunities.too_fine"),
            (OpportunityField::Currency, "", "opportunities.bad_currency"),
            (OpportunityField::Probability, "101", "opportunities.bad_probability"),
            (OpportunityField::CloseOn, "soon", "opportunities.bad_day"),
            (OpportunityField::Name, &"x".repeat(301), "opportunities.too_long"),
        ] {
            let (mut one, before) = (opportunity(), opportunity());
            let refused = field.set(&mut one, value).map_or_else(|error| error.code(), |()| "taken");
            assert_eq!(refused, code, "{field:?}");
            assert_eq!(one, before);
        }
    }
}
