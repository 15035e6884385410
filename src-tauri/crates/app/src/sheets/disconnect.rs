use super::access::{CONNECTED_AT, REFRESH_TOKEN, WITHDRAWN, client, forget, secret};
use super::fault::SheetsFault;
use super::status::status;
use crate::App;
use domain::fault::Reason;
use domain::views::Nothing;
use domain::views::sheets::SheetsStatus;
use store::{Actor, Intent, Tag, meta};

/// Withdraws the access: the token is revoked at Google and removed from this machine. It is removed even when Google cannot be reached;
/// the status then says that the seller should withdraw it in their Google account.
///
/// # Errors
/// [`SheetsFault`] when the keychain or the desk does not answer.
pub async fn disconnect(app: &App, _: Nothing) -> Result<SheetsStatus, SheetsFault> {
    super::cancel(app, Nothing::default()).await?;
    let token = secret(app, REFRESH_TOKEN).await?;
    let revoked = match (token, client(app).await) {
        (Some(token), Ok((_, at, _))) => app.ports().spreadsheet.revoke(&at, &token).await.is_ok(),
        (Some(_), Err(_)) => false,
        (None, _) => true,
    };
    forget(app).await?;
    app.desk()?
        .write(Actor::Seller, Intent::new("sheets.disconnected"), |tx| {
            meta::remove(tx, CONNECTED_AT)?;
            meta::remove(tx, WITHDRAWN)?;
            tx.touch(Tag::Sheets);
            Ok::<_, SheetsFault>(())
        })
        .await?;
    app.sheets().state().trouble = (!revoked).then(|| Reason::new("sheets.not_revoked"));
    status(app, Nothing::default()).await
}
