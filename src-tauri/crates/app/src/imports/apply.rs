use super::ImportFault;
use super::correspondence::files;
use super::view::view;
use crate::App;
use domain::views::imports::{ImportApply, ImportState, ImportView};
use store::imports::Settings;
use store::{Actor, Intent};

/// Begins to write a checked import; the work is done in the background by [`super::work`].
///
/// # Errors
/// `imports.not_found`, `imports.not_checked`, `imports.unbalanced`.
pub async fn apply(app: &App, request: ImportApply) -> Result<ImportView, ImportFault> {
    let (desk, id) = (app.desk()?, request.id);
    desk.write(Actor::Seller, Intent::new("imports.apply"), move |tx| {
        let import = store::imports::find(tx, id)?.ok_or(ImportFault::NotFound)?;
        import.tally.balanced()?;
        if request.correspondence == Some(true) && !files(&import).0.is_empty() {
            let settings = Settings { correspondence: true, ..import.settings.clone() };
            store::imports::put_settings(tx, id, &settings)?;
        }
        match store::imports::set_state(tx, id, ImportState::Checked, ImportState::Applying)? {
            true => Ok(()),
            false => Err(ImportFault::NotChecked),
        }
    })
    .await?;
    app.wake();
    view(&desk, id).await
}
