use super::get::{currency, get};
use crate::App;
use crate::opportunities::OpportunitiesFault;
use domain::money::minor_units;
use domain::opportunities::{GoalKind, Month, OpportunityFieldError};
use domain::views::goals::{GoalSet, GoalWord, GoalsRequest, GoalsView};
use store::{Actor, Intent};

/// Sets a goal of a month; an empty target takes it away.
///
/// # Errors
/// `opportunities.bad_month`, `opportunities.bad_amount`; when the desk is locked or cannot be written.
pub async fn set(app: &App, request: GoalSet) -> Result<GoalsView, OpportunitiesFault> {
    let month = Month::parse(&request.month).ok_or(OpportunitiesFault::BadMonth)?;
    let kind = match request.goal {
        GoalWord::Revenue => GoalKind::Revenue,
        GoalWord::Appointments => GoalKind::Appointments,
        GoalWord::Signatures => GoalKind::Signatures,
    };
    let intent = Intent::new("goals.set").with("goal", kind.code()).with("month", month);
    app.desk()?
        .write::<_, OpportunitiesFault>(Actor::Seller, intent, move |tx| {
            let text = request.target.trim();
            let target = match kind {
                _ if text.is_empty() => None,
                GoalKind::Revenue => {
                    let currency = currency(&store::settings::load(tx)?);
                    Some(minor_units(text, currency).map_err(OpportunityFieldError::from)?)
                }
                GoalKind::Appointments | GoalKind::Signatures => {
                    Some(i64::from(count(text).ok_or(OpportunityFieldError::Amount(domain::money::MoneyError::NotAnAmount))?))
                }
            };
            Ok(store::goals::set(tx, month, kind, target)?)
        })
        .await?;
    get(app, GoalsRequest { from: Some(month.to_string()), months: 1 }).await
}

/// A count as people type it; thousands may be set apart.
fn count(text: &str) -> Option<u32> {
    text.chars().filter(|c| !c.is_whitespace()).collect::<String>().parse().ok().filter(|count| *count <= 1_000_000)
}
