use crate::App;
use crate::opportunities::{OpportunitiesFault, month_or_this, this_day};
use chrono::NaiveTime;
use chrono_tz::Tz;
use domain::money::Currency;
use domain::opportunities::{Goal, GoalKind, Month};
use domain::settings::Settings;
use domain::time;
use domain::views::goals::{GoalMonth, GoalProgress, GoalWord, GoalsRequest, GoalsView};
use store::Read;

/// Most months looked at.
const MOST_MONTHS: u32 = 24;

/// The goals of some months, and how far they are reached: what was won in the desk's currency, how many were signed, how many appointments took
/// place.
///
/// # Errors
/// `opportunities.bad_month`; when the desk is locked or cannot be read.
pub async fn get(app: &App, request: GoalsRequest) -> Result<GoalsView, OpportunitiesFault> {
    let now = app.ports().clock.now();
    app.desk()?
        .read(move |read| {
            let settings = store::settings::load(read)?;
            let today = this_day(&settings, now);
            let from = month_or_this(request.from.as_deref(), today)?;
            let (currency, zone) = (currency(&settings), settings.zone());
            let asked: Vec<Month> =
                std::iter::successors(Some(from), |month| Some(month.next())).take(request.months.clamp(1, MOST_MONTHS) as usize).collect();
            let until = asked.last().map_or(from, |last| last.next());
            let goals = store::goals::goals(read, from, until)?;
            let months =
                asked.into_iter().map(|month| view(read, month, &goals, (currency, zone))).collect::<Result<_, OpportunitiesFault>>()?;
            Ok(GoalsView { currency: currency.code().to_owned(), this: Month::of(today).to_string(), months })
        })
        .await
}

/// The currency revenues are counted in.
pub(super) fn currency(settings: &Settings) -> Currency {
    Currency::of_code(settings.text("opportunities.currency")).unwrap_or(Currency::EUR)
}

#[expect(clippy::cast_precision_loss, reason = "goals are bounded far below 2^53, and so is what is reached")]
fn view(read: &Read<'_>, month: Month, goals: &[Goal], (currency, zone): (Currency, Tz)) -> Result<GoalMonth, OpportunitiesFault> {
    let (from, until) = (month.first_day(), month.next().first_day());
    let (signed, revenue) = store::opportunities::won_in(read, from, until, currency)?;
    let midnight = |day| time::instant(zone, day, NaiveTime::MIN);
    let appointments = store::goals::appointments_held(read, midnight(from), midnight(until))?;
    let goals = GoalKind::ALL.map(|kind| {
        let target = goals.iter().find(|goal| goal.month == month && goal.kind == kind).map(|goal| goal.target as f64);
        let (goal, reached) = match kind {
            GoalKind::Revenue => (GoalWord::Revenue, revenue as f64),
            GoalKind::Appointments => (GoalWord::Appointments, f64::from(appointments)),
            GoalKind::Signatures => (GoalWord::Signatures, f64::from(signed)),
        };
        GoalProgress { goal, target, reached }
    });
    Ok(GoalMonth { month: month.to_string(), goals: goals.into() })
}
