use super::access::access;
use super::attach::choose;
use super::fault::SheetsFault;
use super::status::status;
use crate::App;
use crate::settings::load;
use domain::ports::SpreadsheetError;
use domain::views::Nothing;
use domain::views::sheets::{SheetsCreate, SheetsStatus};
use formats::people::SHEET_HEADER;

/// Creates a spreadsheet with the eleven columns and uses it.
///
/// # Errors
/// [`SheetsFault::MaybeCreated`] when the connection was cut: it is not tried again by itself, that could make a second one.
pub async fn create(app: &App, request: SheetsCreate) -> Result<SheetsStatus, SheetsFault> {
    let french = load(app).await?.text("identity.locale") == "fr";
    let title: String = request.title.trim().chars().take(200).collect();
    let title = match (title.is_empty(), french) {
        (false, _) => title,
        (true, true) => "Rainmaker – mes contacts".to_owned(),
        (true, false) => "Rainmaker – my contacts".to_owned(),
    };
    let tab = if french { "Contacts" } else { "People" };
    let access = access(app, false).await?;
    let created = app.ports().spreadsheet.create(&access.at, &access.token, &title, tab, &SHEET_HEADER).await;
    let info = created.map_err(|error| match error {
        SpreadsheetError::Cut { maybe_done: true } => SheetsFault::MaybeCreated,
        other => other.into(),
    })?;
    choose(app, info).await?;
    status(app, Nothing::default()).await
}
