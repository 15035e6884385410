use super::id;
use crate::args::Score;
use crate::language::language;
use crate::lists::{rows, text};
use crate::output::{Failure, sentence, shown};
use crate::phrases::phrase;
use crate::session::Session;
use domain::fault::Params;
use serde_json::{Value, json};

/// How warm a person or an opportunity is.
pub(super) async fn score(session: &Session, of: Score, json: bool) -> Result<(), Failure> {
    let (kind, which) = match of {
        Score::Person { id } => ("person", id),
        Score::Opportunity { id } => ("opportunity", id),
    };
    let score = session.once("scores_get", json!({ "of": { "kind": kind, "id": id(&which)? } })).await?;
    shown(&score, json, told);
    Ok(())
}

fn told(score: &Value) -> String {
    let word = |key: String| app::words::text(language(), "scores", &key, &Params::new()).unwrap_or(key);
    let head = match score["value"].as_u64() {
        Some(value) => {
            let temperature = word(format!("temperature.{}", text(&score["temperature"])));
            phrase("score.title", &[("value", &value.to_string()), ("temperature", &temperature), ("scale", &score["scale"].to_string())])
        }
        None => phrase("score.none", &[]),
    };
    let factors = rows(&score["factors"], &["factor", "points", "weight", "why", "id"], "score.none", |one| {
        let points = one["points"].as_u64().map_or_else(|| phrase("score.left_out", &[]), |points| points.to_string());
        vec![word(format!("factor.{}", text(&one["code"]))), points, one["weight"].to_string(), sentence(&one["why"]).unwrap_or_default()]
    });
    format!("{head}\n{factors}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_factor_without_data_says_so() {
        let told = told(&json!({ "value": 70, "temperature": "warm", "scale": 20, "history": [], "factors": [
            { "code": "maturity", "weight": 20, "points": 70, "why": { "code": "score.maturity_stage", "params": { "percent": "70" } } },
            { "code": "network", "weight": 15, "points": null, "why": { "code": "score.network_none", "params": {} } }
        ] }));
        assert!(told.contains("70") && told.lines().count() >= 3, "{told}");
    }
}
