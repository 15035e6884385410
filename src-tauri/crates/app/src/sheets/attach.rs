use super::access::access;
use super::connect::{PATIENCE, begin};
use super::consent::Pick;
use super::fault::SheetsFault;
use super::status::status;
use crate::App;
use domain::ports::{SheetInfo, SpreadsheetError};
use domain::views::Nothing;
use domain::views::sheets::{SheetsAttach, SheetsStatus};
use store::{Actor, Intent, Tag, meta};
use url::Url;

/// Title of the chosen spreadsheet.
pub(super) const TITLE: &str = "sheets.title";
/// Address of the chosen spreadsheet.
pub(super) const URL: &str = "sheets.url";

/// Uses an existing spreadsheet. One the desk may already open is used at once; otherwise, and without an address, Google's picker opens in the
/// browser: picking is what gives the permission.
///
/// # Errors
/// [`SheetsFault::NotAnAddress`] when what was pasted names no spreadsheet.
pub async fn attach(app: &App, request: SheetsAttach) -> Result<SheetsStatus, SheetsFault> {
    let pasted = request.url.trim();
    let id = if pasted.is_empty() { None } else { Some(id_of(pasted).ok_or(SheetsFault::NotAnAddress)?) };
    if let Some(id) = &id {
        match open(app, id).await {
            Ok(info) => {
                choose(app, info).await?;
                return status(app, Nothing::default()).await;
            }
            Err(SheetsFault::NotConnected | SheetsFault::TestingExpired | SheetsFault::Service(SpreadsheetError::Disconnected)) => {}
            Err(SheetsFault::Service(SpreadsheetError::Forbidden | SpreadsheetError::NotFound)) => {}
            Err(other) => return Err(other),
        }
    }
    begin(app, Pick::Sheet(id), PATIENCE).await?;
    status(app, Nothing::default()).await
}

async fn open(app: &App, id: &str) -> Result<SheetInfo, SheetsFault> {
    let access = access(app, false).await?;
    Ok(app.ports().spreadsheet.info(&access.at, &access.token, id).await?)
}

/// Makes a spreadsheet the one in use.
pub(super) async fn choose(app: &App, info: SheetInfo) -> Result<(), SheetsFault> {
    app.desk()?
        .write(Actor::Seller, Intent::new("sheets.chosen").with("title", &info.title), move |tx| {
            store::settings::set(tx, "sheets.spreadsheet_id", Some(&info.id))?;
            meta::set(tx, TITLE, &info.title)?;
            meta::set(tx, URL, &info.url)?;
            tx.touch(Tag::Sheets);
            Ok::<_, SheetsFault>(())
        })
        .await?;
    Ok(())
}

/// The id in an address such as `https://docs.google.com/spreadsheets/d/<id>/edit#gid=0`, or the id itself.
fn id_of(pasted: &str) -> Option<String> {
    if is_id(pasted) {
        return Some(pasted.to_owned());
    }
    let url = Url::parse(pasted).ok().filter(|url| url.host_str() == Some("docs.google.com"))?;
    let mut segments = url.path_segments()?.skip_while(|segment| *segment != "d").skip(1);
    segments.next().filter(|id| is_id(id)).map(str::to_owned)
}

/// Whether a text can be a file's id: nothing that could be another path.
pub(super) fn is_id(text: &str) -> bool {
    (1..=200).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_id_is_found_in_every_form_of_the_address() {
        for pasted in [
            "1AbC_d-9",
            "https://docs.google.com/spreadsheets/d/1AbC_d-9/edit#gid=0",
            "https://docs.google.com/spreadsheets/u/1/d/1AbC_d-9/edit?usp=sharing",
            "https://docs.google.com/spreadsheets/d/1AbC_d-9",
        ] {
            assert_eq!(id_of(pasted).as_deref(), Some("1AbC_d-9"), "{pasted}");
        }
        for wrong in ["https://evil.example/spreadsheets/d/1AbC/edit", "https://docs.google.com/document/", "a b", "../x"] {
            assert_eq!(id_of(wrong), None, "{wrong}");
        }
    }
}
