use super::{PipelinesFault, list};
use crate::App;
use domain::opportunities::{CloseReason, StageError, StageKind};
use domain::views::pipelines::{ArchiveRequest, CloseReasonNew, CloseReasonUpdate, PipelinesView};
use store::{Actor, Intent};

/// Adds a reason opportunities end for.
///
/// # Errors
/// `pipelines.bad_kind`, a [`StageError`].
pub async fn create_reason(app: &App, request: CloseReasonNew) -> Result<PipelinesView, PipelinesFault> {
    let (name_fr, name_en) = StageError::names(&request.name_fr, &request.name_en)?;
    let kind = StageKind::from(request.kind);
    if kind == StageKind::Open {
        return Err(PipelinesFault::BadKind);
    }
    let intent = Intent::new("reasons.create").with("name_fr", &name_fr).with("name_en", &name_en);
    app.desk()?
        .write(Actor::Seller, intent, move |tx| {
            let reason = CloseReason { id: tx.new_id(), kind, name_fr, name_en, position: 0, archived_at: None };
            Ok::<_, PipelinesFault>(store::pipelines::add_reason(tx, &reason)?)
        })
        .await?;
    list(app).await
}

/// Gives a reason other names.
///
/// # Errors
/// `pipelines.not_found`, a [`StageError`].
pub async fn update_reason(app: &App, request: CloseReasonUpdate) -> Result<PipelinesView, PipelinesFault> {
    let (name_fr, name_en) = StageError::names(&request.name_fr, &request.name_en)?;
    let intent = Intent::new("reasons.edit").with("name_fr", &name_fr).with("name_en", &name_en);
    app.desk()?
        .write(Actor::Seller, intent, move |tx| {
            let reason = store::pipelines::reason(tx, request.id)?.ok_or(PipelinesFault::NotFound)?;
            Ok::<_, PipelinesFault>(store::pipelines::update_reason(tx, &CloseReason { name_fr, name_en, ..reason })?)
        })
        .await?;
    list(app).await
}

/// Takes a reason out of use, or brings it back; opportunities that ended for it keep it.
///
/// # Errors
/// `pipelines.not_found`.
pub async fn archive_reason(app: &App, request: ArchiveRequest) -> Result<PipelinesView, PipelinesFault> {
    let desk = app.desk()?;
    let id = request.id;
    let reason = desk.read(move |read| store::pipelines::reason(read, id)?.ok_or(PipelinesFault::NotFound)).await?;
    let intent = Intent::new(if request.archived { "reasons.archive" } else { "reasons.restore" });
    let intent = intent.with("name_fr", &reason.name_fr).with("name_en", &reason.name_en);
    desk.write(Actor::Seller, intent, move |tx| {
        let reason = store::pipelines::reason(tx, id)?.ok_or(PipelinesFault::NotFound)?;
        let archived_at = request.archived.then(|| tx.now());
        Ok::<_, PipelinesFault>(store::pipelines::update_reason(tx, &CloseReason { archived_at, ..reason })?)
    })
    .await?;
    list(app).await
}
