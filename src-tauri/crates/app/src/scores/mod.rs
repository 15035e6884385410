//! How warm people and opportunities are: computed when it is asked for, so that every change counts at once, and noted each night.

use crate::{App, DeskLocked};
use chrono::{DateTime, Utc};
use domain::fault::{Fault, Params};
use domain::people::Meaning;
use domain::scores::{Known, Nearness, Score, Temperature, score};
use domain::views::history::RecordKind;
use domain::views::scores::{ScoreAsk, ScoreFactor, ScorePoint, ScoreView, TemperatureWord};
use store::{Actor, Intent, Read, StoreError, meta};
use uuid::Uuid;

/// Key of the day the scores were last noted on.
const NOTED: &str = "scores_noted";
/// Noted in one write.
const CHUNK: usize = 100;

/// Why there is no score.
#[derive(Debug, thiserror::Error)]
pub enum ScoreFault {
    /// The desk is locked.
    #[error(transparent)]
    Locked(#[from] DeskLocked),
    /// There is no such record, or none of a kind that is scored.
    #[error("there is no such record")]
    NotFound,
    /// The desk failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Fault for ScoreFault {
    fn code(&self) -> &'static str {
        match self {
            Self::Locked(inner) => inner.code(),
            Self::NotFound => "scores.not_found",
            Self::Store(inner) => inner.code(),
        }
    }

    fn params(&self) -> Params {
        match self {
            Self::Store(inner) => inner.params(),
            _ => Params::new(),
        }
    }

    fn retryable(&self) -> bool {
        matches!(self, Self::Store(inner) if inner.retryable())
    }
}

/// The score of a person or an opportunity with its reasons; where it changed since it was last noted, that is noted.
///
/// # Errors
/// `scores.not_found`; when the desk is locked or cannot be read.
pub async fn get(app: &App, request: ScoreAsk) -> Result<ScoreView, ScoreFault> {
    let (desk, at) = (app.desk()?, app.ports().clock.now());
    let (kind, id) = (request.of.kind, request.of.id);
    let (found, course) = desk
        .read(move |read| {
            let found = score_of(read, kind, id, at)?.ok_or(ScoreFault::NotFound)?;
            Ok::<_, ScoreFault>((found, store::scores::course(read, kind, id)?))
        })
        .await?;
    let course = match found.value {
        Some(value) if course.last().map(|(_, last)| *last) != Some(value) => {
            let note = move |tx: &mut store::Tx<'_>| {
                store::scores::note(tx, kind, id, value)?;
                store::scores::course(tx, kind, id)
            };
            desk.write::<_, StoreError>(Actor::Desk, Intent::new("scores.note"), note).await?.value
        }
        _ => course,
    };
    let factor = |factor: domain::scores::Factor| ScoreFactor {
        code: factor.code.to_owned(),
        weight: factor.weight,
        points: factor.points,
        why: factor.why.into(),
    };
    Ok(ScoreView {
        value: found.value,
        temperature: found.temperature.map(|temperature| match temperature {
            Temperature::Hot => TemperatureWord::Hot,
            Temperature::Warm => TemperatureWord::Warm,
            Temperature::Cold => TemperatureWord::Cold,
        }),
        scale: found.scale,
        factors: found.factors.into_iter().map(factor).collect(),
        history: course.into_iter().map(|(at, value)| ScorePoint { at, value }).collect(),
    })
}

/// Notes the scores of what is in play, once a day.
///
/// # Errors
/// When the desk is locked or cannot be written.
pub async fn nightly(app: &App) -> Result<(), ScoreFault> {
    let (desk, at) = (app.desk()?, app.ports().clock.now());
    let today = desk.read::<_, StoreError>(move |read| Ok(crate::agenda::now(read, at)?.today().to_string())).await?;
    if desk.read::<_, StoreError>(|read| meta::get(read, NOTED)).await?.as_deref() == Some(today.as_str()) {
        return Ok(());
    }
    for some in desk.read::<_, StoreError>(store::scores::in_play).await?.chunks(CHUNK) {
        let some = some.to_vec();
        let scored: Vec<(RecordKind, Uuid, u32)> = desk
            .read::<_, StoreError>(move |read| {
                let mut scored = Vec::new();
                for (kind, id) in some {
                    scored.extend(score_of(read, kind, id, at)?.and_then(|score| Some((kind, id, score.value?))));
                }
                Ok(scored)
            })
            .await?;
        desk.write::<_, StoreError>(Actor::Desk, Intent::new("scores.note"), move |tx| {
            for (kind, id, value) in scored {
                store::scores::note(tx, kind, id, value)?;
            }
            Ok(())
        })
        .await?;
    }
    desk.write::<_, StoreError>(Actor::Desk, Intent::new("scores.note"), move |tx| meta::set(tx, NOTED, &today)).await?;
    Ok(())
}

fn score_of(read: &Read<'_>, kind: RecordKind, id: Uuid, at: DateTime<Utc>) -> Result<Option<Score>, StoreError> {
    if kind == RecordKind::Company {
        return Ok(None);
    }
    let Some(basis) = store::scores::basis(read, kind, id)? else { return Ok(None) };
    let settings = store::settings::load(read)?;
    let now = crate::agenda::now(read, at)?;
    let heard = match basis.person {
        Some(person) => store::privacy::known(read, person)?.and_then(|known| known.heard_on),
        None => None,
    };
    let complete = match basis.person {
        Some(person) => crate::capture::completeness_of(read, person)?,
        None => None,
    };
    // Of an opportunity, what is known of itself counts as much as what is known of its person.
    let completeness = match (basis.filled.map(|filled| filled * 20), complete) {
        (Some(own), Some(person)) => Some((own + person) / 2),
        (own, person) => own.or(person),
    };
    let status = basis.status.and_then(|meaning| match meaning {
        Meaning::New => None,
        Meaning::Contacted => Some(20),
        Meaning::Interested => Some(50),
        Meaning::Qualified => Some(75),
        Meaning::Converted => Some(100),
        Meaning::Lost | Meaning::DoNotContact => Some(0),
    });
    let home = postcode_in(settings.text("identity.postal_address"));
    let country = settings.text("identity.country");
    Ok(Some(score(&Known {
        tries: basis.tries,
        answers: basis.answers,
        heard_days: heard.map(|heard| u32::try_from((now.today() - heard).num_days().max(0)).unwrap_or(u32::MAX)),
        maturity: basis.stage.map(|stage| (stage, "stage")).or(status.map(|status| (status, "status"))),
        completeness,
        personality: None,
        nearness: basis.place.and_then(|(postcode, there)| nearness(home.as_deref()?, country, &postcode, &there)),
        network: basis.has_network.then_some((basis.connected, basis.colleagues)),
    })))
}

/// The postcode in an address as the seller writes it: its last word of four or five digits.
fn postcode_in(address: &str) -> Option<String> {
    let digits = |word: &&str| (4..=5).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit());
    address.split(|c: char| !c.is_alphanumeric()).rfind(digits).map(str::to_owned)
}

fn nearness(home: &str, country: &str, postcode: &str, there: &str) -> Option<Nearness> {
    let postcode = postcode.trim();
    if postcode.is_empty() {
        return None;
    }
    if !there.is_empty() && !country.is_empty() && !there.eq_ignore_ascii_case(country) {
        return Some(Nearness::Abroad);
    }
    Some(match (home == postcode, home.get(..2).is_some() && home.get(..2) == postcode.get(..2)) {
        (true, _) => Nearness::Town,
        (_, true) => Nearness::Area,
        _ => Nearness::Country,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn how_near_somebody_is_is_read_from_postcodes() {
        assert_eq!(postcode_in("12 quai de la Fosse\n44000 Nantes").as_deref(), Some("44000"));
        assert_eq!(postcode_in("Nantes"), None);
        assert_eq!(nearness("44000", "FR", "44000", ""), Some(Nearness::Town));
        assert_eq!(nearness("44000", "FR", "44800", "FR"), Some(Nearness::Area));
        assert_eq!(nearness("44000", "FR", "69002", "FR"), Some(Nearness::Country));
        assert_eq!(nearness("44000", "FR", "1000", "BE"), Some(Nearness::Abroad));
    }
}
