use super::id;
use super::opportunities::{stage_of, with_pipelines};
use crate::args::{Pipelines, StageValues};
use crate::opportunity;
use crate::output::{Failure, shown};
use crate::session::Session;
use serde_json::{Value, json};

/// Pipelines of the desk.
pub(super) async fn pipelines(session: &Session, command: Pipelines, json: bool) -> Result<(), Failure> {
    let list = match command {
        Pipelines::List => session.once("pipelines_list", json!({})).await?,
        Pipelines::New { name_fr, name_en, like } => {
            let like = like.map(|like| id(&like)).transpose()?;
            session.once("pipelines_create", json!({ "nameFr": name_fr, "nameEn": name_en, "like": like })).await?
        }
        Pipelines::Rename { id: one, name_fr, name_en } => {
            session.once("pipelines_update", json!({ "id": id(&one)?, "nameFr": name_fr, "nameEn": name_en })).await?
        }
        Pipelines::Archive { id: one } => session.once("pipelines_archive", json!({ "id": id(&one)?, "archived": true })).await?,
        Pipelines::Restore { id: one } => session.once("pipelines_archive", json!({ "id": id(&one)?, "archived": false })).await?,
        Pipelines::AddStage { pipeline, values } => {
            let values = stage_values(&json!({ "nameFr": "", "nameEn": "", "colour": "", "probability": 0, "rottenDays": null }), &values);
            session.once("stages_create", json!({ "pipeline": id(&pipeline)?, "values": values })).await?
        }
        Pipelines::SetStage { id: one, values } => {
            let one = id(&one)?;
            with_pipelines(session, |pipelines| {
                let stages = pipelines["pipelines"].as_array().into_iter().flatten();
                let before =
                    stages.flat_map(|pipeline| pipeline["stages"].as_array().into_iter().flatten()).find(|stage| stage["id"] == one);
                let none = json!({ "nameFr": "", "nameEn": "", "colour": "", "probability": 0, "rottenDays": null });
                ("stages_update", json!({ "id": one, "values": stage_values(before.unwrap_or(&none), &values) }))
            })
            .await?
        }
        Pipelines::ArchiveStage { id: one, move_to } => {
            let one = id(&one)?;
            with_pipelines(session, |pipelines| {
                let to = move_to.as_deref().map(|text| stage_of(pipelines, text));
                ("stages_archive", json!({ "id": one, "archived": true, "moveTo": to }))
            })
            .await?
        }
        Pipelines::RestoreStage { id: one } => {
            session.once("stages_archive", json!({ "id": id(&one)?, "archived": false, "moveTo": null })).await?
        }
    };
    shown(&list, json, opportunity::pipelines);
    Ok(())
}

/// The values of a stage, with those that are given in place.
fn stage_values(before: &Value, given: &StageValues) -> Value {
    let days = match given.days {
        None => before["rottenDays"].clone(),
        Some(0) => Value::Null,
        Some(days) => json!(days),
    };
    json!({
        "nameFr": given.fr.clone().map_or_else(|| before["nameFr"].clone(), Value::from),
        "nameEn": given.en.clone().map_or_else(|| before["nameEn"].clone(), Value::from),
        "colour": given.colour.clone().map_or_else(|| before["colour"].clone(), Value::from),
        "probability": given.probability.map_or_else(|| before["probability"].clone(), Value::from),
        "rottenDays": days,
    })
}
