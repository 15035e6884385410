//! Pushing people to the sheet: columns by name, rows by the person's id, everything else in the sheet left alone.

mod layout;
mod pace;
mod people;
mod plan;
mod send;
mod sheet;

pub use pace::Pace;

use super::fault::SheetsFault;
use crate::App;
use domain::views::sheets::{SheetsProgress, SheetsPush, SheetsPushed};
use people::rows_of;
use send::Push;
use store::{Actor, Intent, Tag, meta};
use tokio_util::sync::CancellationToken;

/// When people were last pushed to a spreadsheet, followed by its id.
pub(super) const PUSHED_AT: &str = "sheets.pushed_at:";

/// Writes people to the spreadsheet in use: new ones are added below, changed ones rewritten in their row, the others left alone.
///
/// # Errors
/// [`SheetsFault::NoSheet`] before one is chosen, [`SheetsFault::Busy`] while another push is at work, [`SheetsFault::Cancelled`] when it was
/// stopped; what was written until then stays and is not written again.
pub async fn push(app: &App, request: SheetsPush) -> Result<SheetsPushed, SheetsFault> {
    push_at(app, request, Pace::default()).await
}

/// As [`push`], at another pace (for tests).
///
/// # Errors
/// As [`push`].
pub async fn push_at(app: &App, request: SheetsPush, pace: Pace) -> Result<SheetsPushed, SheetsFault> {
    let stop = app.closing()?.child_token();
    let _working = Working::begin(app, stop.clone())?;
    let (sheet, rows) = app
        .desk()?
        .read(move |read| {
            let settings = store::settings::load(read)?;
            let sheet = settings.text("sheets.spreadsheet_id").to_owned();
            if sheet.is_empty() {
                return Err(SheetsFault::NoSheet);
            }
            let rows = rows_of(read, &request.selection, settings.text("identity.locale"))?;
            Ok((sheet, rows))
        })
        .await?;
    let pushed = Push::new(app.clone(), sheet.clone(), rows, stop, pace).run().await?;
    let now = app.ports().clock.now();
    app.desk()?
        .write(Actor::Seller, Intent::new("sheets.pushed"), move |tx| {
            meta::set(tx, &format!("{PUSHED_AT}{sheet}"), &now.to_rfc3339())?;
            tx.touch(Tag::Sheets);
            Ok::<_, SheetsFault>(())
        })
        .await?;
    Ok(pushed)
}

/// Marks that a push is at work, until it is dropped.
struct Working(App);

impl Working {
    fn begin(app: &App, stop: CancellationToken) -> Result<Self, SheetsFault> {
        let mut state = app.sheets().state();
        if state.push.is_some() {
            return Err(SheetsFault::Busy);
        }
        state.push = Some((stop, SheetsProgress { done: 0, of: 0, calls: 0, waiting: None }));
        drop(state);
        Ok(Self(app.clone()))
    }
}

impl Drop for Working {
    fn drop(&mut self) {
        self.0.sheets().state().push = None;
        self.0.changed(vec![Tag::Sheets]);
    }
}
