use super::{PipelinesFault, list};
use crate::App;
use domain::opportunities::{Stage, StageKind};
use domain::views::pipelines::{PipelinesView, StageNew, StageUpdate, StageValues};
use store::{Actor, Intent};

/// Adds an open stage behind the other open ones of its pipeline.
///
/// # Errors
/// `pipelines.not_found`, a [`domain::opportunities::StageError`].
pub async fn create_stage(app: &App, request: StageNew) -> Result<PipelinesView, PipelinesFault> {
    let stage = put(
        Stage {
            id: app.ports().ids.new_id(),
            pipeline_id: request.pipeline,
            name_fr: String::new(),
            name_en: String::new(),
            colour: String::new(),
            position: 0,
            probability: 0,
            rotten_days: None,
            kind: StageKind::Open,
            archived_at: None,
        },
        request.values,
    )?;
    let intent = Intent::new("stages.create").with("name_fr", &stage.name_fr).with("name_en", &stage.name_en);
    app.desk()?
        .write(Actor::Seller, intent, move |tx| {
            store::pipelines::get(tx, stage.pipeline_id)?.ok_or(PipelinesFault::NotFound)?;
            Ok::<_, PipelinesFault>(store::pipelines::add_stage(tx, &stage)?)
        })
        .await?;
    list(app).await
}

/// Writes the values of a stage; an end keeps its own probability.
///
/// # Errors
/// `pipelines.not_found`, a [`domain::opportunities::StageError`].
pub async fn update_stage(app: &App, request: StageUpdate) -> Result<PipelinesView, PipelinesFault> {
    let desk = app.desk()?;
    let id = request.id;
    let stage = desk.read(move |read| store::pipelines::stage(read, id)?.ok_or(PipelinesFault::NotFound)).await?;
    let intent = Intent::new("stages.edit").with("name_fr", &stage.name_fr).with("name_en", &stage.name_en);
    desk.write(Actor::Seller, intent, move |tx| {
        let stage = store::pipelines::stage(tx, id)?.ok_or(PipelinesFault::NotFound)?;
        Ok::<_, PipelinesFault>(store::pipelines::update_stage(tx, &put(stage, request.values)?)?)
    })
    .await?;
    list(app).await
}

fn put(stage: Stage, values: StageValues) -> Result<Stage, PipelinesFault> {
    let StageValues { name_fr, name_en, colour, probability, rotten_days } = values;
    Ok(Stage { name_fr, name_en, colour, probability, rotten_days, ..stage }.checked()?)
}
