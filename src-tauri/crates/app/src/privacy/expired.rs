use super::PrivacyFault;
use super::card::YEARS;
use crate::App;
use domain::views::privacy::{ExpiredAsk, ExpiredPeople, ExpiredPerson};

/// The most one page holds.
const MOST: u32 = 1_000;

/// Those whose time on the desk ran out: so many years without a contact from them, and no contract. An opened message is no contact.
///
/// # Errors
/// When the desk is locked or cannot be read.
pub async fn expired(app: &App, request: ExpiredAsk) -> Result<ExpiredPeople, PrivacyFault> {
    let at = app.ports().clock.now();
    app.desk()?
        .read(move |read| {
            let years = store::settings::load(read)?.number(YEARS);
            let today = crate::agenda::now(read, at)?.today();
            let (found, total) = store::privacy::expired(read, today, years, request.limit.clamp(1, MOST) as usize)?;
            let row = |one: store::privacy::Expired| ExpiredPerson {
                id: one.id,
                name: one.name,
                company: one.company,
                collected: one.collected,
                heard_on: one.heard_on,
                until: one.until,
            };
            Ok(ExpiredPeople { rows: found.into_iter().map(row).collect(), total, years })
        })
        .await
}
