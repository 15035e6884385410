use super::{OpportunitiesFault, month_or_this, this_day};
use crate::App;
use domain::opportunities::{ForecastMonth, Month};
use domain::views::money::MoneyView;
use domain::views::opportunities::{ForecastMonthView, ForecastRequest, ForecastView};

/// Most months looked at.
pub(crate) const MOST_MONTHS: u32 = 24;

/// What is expected month by month, currencies apart; open ones without a day, or whose day has passed, stand beside.
///
/// # Errors
/// `opportunities.bad_month`; when the desk is locked or cannot be read.
pub async fn forecast(app: &App, request: ForecastRequest) -> Result<ForecastView, OpportunitiesFault> {
    let now = app.ports().clock.now();
    app.desk()?
        .read(move |read| {
            let today = this_day(&store::settings::load(read)?, now);
            let from = month_or_this(request.from.as_deref(), today)?;
            let this = Month::of(today);
            let expected = store::opportunities::expected(read, request.pipeline, from.first_day())?;
            let mut by_month = domain::opportunities::forecast(expected, this);
            let mut months = Vec::new();
            let mut month = from;
            for _ in 0..request.months.clamp(1, MOST_MONTHS) {
                months.push(view(month.to_string(), &by_month.remove(&Some(month)).unwrap_or_default()));
                month = month.next();
            }
            let undated = view(String::new(), &by_month.remove(&None).unwrap_or_default());
            Ok(ForecastView { months, undated, this: this.to_string() })
        })
        .await
}

fn view(month: String, of: &ForecastMonth) -> ForecastMonthView {
    ForecastMonthView {
        month,
        open_count: of.open_count,
        open: MoneyView::all(&of.open),
        weighted: MoneyView::all(&of.weighted),
        won_count: of.won_count,
        won: MoneyView::all(&of.won),
    }
}
