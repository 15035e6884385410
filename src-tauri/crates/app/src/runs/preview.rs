use super::{RunFault, Writer};
use crate::App;
use crate::people::ids_of;
use domain::fault::Reason;
use domain::runs::config::RunConfig;
use domain::views::runs::PreflightRequest;
use domain::views::settings::ModelPreview;
use domain::writing::prompt;

/// Exactly what would be sent to the model for the first person chosen. Nothing is sent.
///
/// # Errors
/// [`RunFault::NoModel`] when none is set up, [`RunFault::Nobody`] when nobody is chosen.
pub async fn model_preview(app: &App, request: PreflightRequest) -> Result<ModelPreview, RunFault> {
    let writer = Writer::load(app, RunConfig::parse(&request.config)?).await?;
    let endpoint = writer.model.as_ref().ok_or(RunFault::NoModel)?;
    let target = app
        .desk()?
        .read(move |read| {
            let first: Vec<_> = ids_of(read, &request.selection)?.into_iter().take(1).collect();
            Ok::<_, RunFault>(store::runs::targets(read, &first)?.into_iter().next())
        })
        .await?
        .ok_or(RunFault::Nobody)?;
    let asked = prompt::first_email(&writer.occasion(&target.recipient)).map_err(|e| RunFault::Writing(Reason::of(&e)))?;
    let shown = app.ports().model.preview(endpoint, &asked.request);
    Ok(ModelPreview { url: shown.0, body: shown.1 })
}
