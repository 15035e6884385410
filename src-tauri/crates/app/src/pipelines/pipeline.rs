use super::{PipelinesFault, list};
use crate::App;
use domain::opportunities::{Pipeline, Stage, StageError, StageKind};
use domain::views::pipelines::{PipelineNew, PipelineUpdate, PipelinesView};
use store::{Actor, Intent, Tx};

/// Adds a pipeline behind the others: with the stages in use of another one, or with one open stage and both ends.
///
/// # Errors
/// `pipelines.not_found` where it is to be like one that is not there, a [`StageError`].
pub async fn create_pipeline(app: &App, request: PipelineNew) -> Result<PipelinesView, PipelinesFault> {
    let (name_fr, name_en) = StageError::names(&request.name_fr, &request.name_en)?;
    let intent = Intent::new("pipelines.create").with("name_fr", &name_fr).with("name_en", &name_en);
    app.desk()?
        .write(Actor::Seller, intent, move |tx| {
            let pipeline = Pipeline { id: tx.new_id(), name_fr, name_en, position: 0, created_at: tx.now(), archived_at: None };
            let stages = match request.like {
                Some(like) => {
                    store::pipelines::get(tx, like)?.ok_or(PipelinesFault::NotFound)?;
                    store::pipelines::stages(tx, like)?
                }
                None => first_stages(tx),
            };
            store::pipelines::add(tx, &pipeline)?;
            for stage in stages.into_iter().filter(|stage| stage.archived_at.is_none()) {
                let stage = Stage { id: tx.new_id(), pipeline_id: pipeline.id, ..stage };
                store::pipelines::add_stage(tx, &stage)?;
            }
            Ok::<_, PipelinesFault>(())
        })
        .await?;
    list(app).await
}

/// Gives a pipeline other names.
///
/// # Errors
/// `pipelines.not_found`, a [`StageError`].
pub async fn update_pipeline(app: &App, request: PipelineUpdate) -> Result<PipelinesView, PipelinesFault> {
    let (name_fr, name_en) = StageError::names(&request.name_fr, &request.name_en)?;
    let intent = Intent::new("pipelines.edit").with("name_fr", &name_fr).with("name_en", &name_en);
    app.desk()?
        .write(Actor::Seller, intent, move |tx| {
            let pipeline = store::pipelines::get(tx, request.id)?.ok_or(PipelinesFault::NotFound)?;
            Ok::<_, PipelinesFault>(store::pipelines::update(tx, &Pipeline { name_fr, name_en, ..pipeline })?)
        })
        .await?;
    list(app).await
}

/// One open stage and both ends.
fn first_stages(tx: &Tx<'_>) -> Vec<Stage> {
    let of = |kind, (fr, en): (&str, &str), colour: &str, probability| Stage {
        id: tx.new_id(),
        pipeline_id: tx.new_id(),
        name_fr: fr.to_owned(),
        name_en: en.to_owned(),
        colour: colour.to_owned(),
        position: 0,
        probability,
        rotten_days: None,
        kind,
        archived_at: None,
    };
    vec![
        of(StageKind::Open, ("À faire", "To do"), "quiet", 20),
        of(StageKind::Won, ("Gagnée", "Won"), "ok", 100),
        of(StageKind::Lost, ("Perdue", "Lost"), "bad", 0),
    ]
}
