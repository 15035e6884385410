use super::access::{REFRESH_TOKEN, WITHDRAWN, secret};
use super::attach::{TITLE, URL};
use super::fault::SheetsFault;
use super::push::PUSHED_AT;
use crate::App;
use domain::fault::Reason;
use domain::views::Nothing;
use domain::views::sheets::SheetsStatus;
use store::{Read, StoreError, meta};

/// Where the connection stands. Asks nobody but the desk and the keychain.
///
/// # Errors
/// [`SheetsFault`] when the desk or the keychain does not answer.
pub async fn status(app: &App, _: Nothing) -> Result<SheetsStatus, SheetsFault> {
    let token = secret(app, REFRESH_TOKEN).await?.is_some();
    let (connecting, push, trouble) = {
        let state = app.sheets().state();
        (state.connecting.is_some(), state.push.as_ref().map(|(_, progress)| progress.clone()), state.trouble.clone())
    };
    app.desk()?.read(move |read| stored(read, token, connecting, push, trouble).map_err(SheetsFault::from)).await
}

/// Why the access that was given is no longer one, when that is so.
pub(crate) fn withdrawn(read: &Read<'_>, token: bool) -> Result<Option<Reason>, StoreError> {
    Ok(meta::get(read, WITHDRAWN)?.filter(|_| !token).map(Reason::new))
}

fn stored(
    read: &Read<'_>,
    token: bool,
    connecting: bool,
    push: Option<domain::views::sheets::SheetsProgress>,
    trouble: Option<Reason>,
) -> Result<SheetsStatus, StoreError> {
    let settings = store::settings::load(read)?;
    let withdrawn = withdrawn(read, token)?;
    let state = if connecting {
        "connecting"
    } else if settings.text("google.client_id").is_empty() {
        "no_client"
    } else if token {
        "connected"
    } else if withdrawn.is_some() {
        "withdrawn"
    } else {
        "disconnected"
    };
    let id = Some(settings.text("sheets.spreadsheet_id").to_owned()).filter(|id| !id.is_empty());
    let about = |key: &str| if id.is_some() { meta::get(read, key) } else { Ok(None) };
    let pushed_at = match &id {
        Some(id) => meta::get(read, &format!("{PUSHED_AT}{id}"))?.and_then(|at| at.parse().ok()),
        None => None,
    };
    let dead = withdrawn.filter(|_| !connecting);
    Ok(SheetsStatus {
        state: state.to_owned(),
        title: about(TITLE)?,
        url: about(URL)?,
        spreadsheet_id: id,
        pushed_at,
        push,
        trouble: trouble.or(dead).map(Into::into),
    })
}
