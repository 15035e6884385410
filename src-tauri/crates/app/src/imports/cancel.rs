use super::view::view;
use super::{ImportFault, sweep};
use crate::App;
use domain::views::ById;
use domain::views::imports::{ImportState, ImportView};
use store::{Actor, Intent};

/// Stops an import. One that is being read or waits leaves nothing; of one that is being written, what is written stays and can be undone.
///
/// # Errors
/// `imports.not_found`, `imports.not_checked` for one that is over.
pub async fn cancel(app: &App, request: ById) -> Result<ImportView, ImportFault> {
    let (desk, id) = (app.desk()?, request.id);
    let before = desk
        .write(Actor::Seller, Intent::new("imports.cancel"), move |tx| {
            let import = store::imports::find(tx, id)?.ok_or(ImportFault::NotFound)?;
            let stopped = match import.state {
                ImportState::Reading | ImportState::Checked => {
                    store::imports::drop_text(tx, id)?;
                    store::imports::stop(tx, id)?
                }
                ImportState::Applying => store::imports::set_state(tx, id, ImportState::Applying, ImportState::Cancelled)?,
                _ => false,
            };
            if stopped { Ok(import.state) } else { Err(ImportFault::NotChecked) }
        })
        .await?
        .value;
    if before == ImportState::Checked {
        sweep::clear(&desk, id).await?;
    }
    app.wake();
    view(&desk, id).await
}
