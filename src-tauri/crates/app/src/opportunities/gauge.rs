use super::OpportunitiesFault;
use chrono::{DateTime, NaiveDate, Utc};
use domain::opportunities::Month;
use domain::settings::Settings;
use domain::time;
use store::opportunities::Gauge;
use store::{Read, StoreError};

/// What tells now whether opportunities stagnate.
pub(crate) fn gauge(read: &Read<'_>, now: DateTime<Utc>) -> Result<Gauge, StoreError> {
    Ok(Gauge { now, quiet_days: store::settings::load(read)?.number("opportunities.quiet_days") })
}

/// The seller's own day.
pub(crate) fn this_day(settings: &Settings, now: DateTime<Utc>) -> NaiveDate {
    time::day(settings.zone(), now)
}

/// A month as it is asked for, `YYYY-MM`; this one where none is.
pub(crate) fn month_or_this(asked: Option<&str>, today: NaiveDate) -> Result<Month, OpportunitiesFault> {
    asked.map_or_else(|| Ok(Month::of(today)), |text| Month::parse(text).ok_or(OpportunitiesFault::BadMonth))
}
