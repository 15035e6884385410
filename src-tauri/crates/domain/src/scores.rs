//! How warm a person, or an opportunity, is: six factors over what the desk holds.
//!
//! A factor without data is left out of the scale, never guessed: the others then make the hundred.

use crate::fault::Reason;

/// The factors with their weights, which make a hundred.
pub const FACTORS: [(&str, u32); 6] =
    [("responsiveness", 20), ("maturity", 20), ("completeness", 15), ("personality", 15), ("proximity", 15), ("network", 15)];
/// Days within which a contact from somebody is fresh.
const FRESH: u32 = 30;
/// Days after which it says nothing any more.
const STALE: u32 = 180;

/// How far somebody is from the seller.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Nearness {
    /// The same postcode.
    Town,
    /// The first two digits of it: a French département, a region elsewhere.
    Area,
    /// The same country.
    Country,
    /// Another one.
    Abroad,
}

/// What is known.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Known {
    /// Calls made and appointments that were due.
    pub tries: u32,
    /// Those that were taken, or took place.
    pub answers: u32,
    /// Days since the last contact from them.
    pub heard_days: Option<u32>,
    /// How far the sale is, in percent, and what says so: `stage` or `status`.
    pub maturity: Option<(u32, &'static str)>,
    /// How complete the record is, in percent.
    pub completeness: Option<u32>,
    /// How well their manner fits the seller's, in percent. Nothing on the desk says so yet.
    pub personality: Option<u32>,
    /// How near they are.
    pub nearness: Option<Nearness>,
    /// Whether they are connected on LinkedIn, and how many others of their company are in contact.
    pub network: Option<(bool, u32)>,
}

/// A factor of a score.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Factor {
    /// Which.
    pub code: &'static str,
    /// Its weight of the hundred.
    pub weight: u32,
    /// From 0 to 100; nothing without data.
    pub points: Option<u32>,
    /// Why: `score.<factor>_…`.
    pub why: Reason,
}

/// How warm.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Temperature {
    /// 85 and more.
    Hot,
    /// From 60 on.
    Warm,
    /// Below.
    Cold,
}

/// A score.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Score {
    /// From 0 to 100; nothing where no factor has data.
    pub value: Option<u32>,
    /// How warm that is.
    pub temperature: Option<Temperature>,
    /// Weight of the factors that have data, of a hundred.
    pub scale: u32,
    /// The factors, in their order.
    pub factors: Vec<Factor>,
}

/// The temperature of a value.
pub fn temperature(value: u32) -> Temperature {
    match value {
        85.. => Temperature::Hot,
        60..85 => Temperature::Warm,
        _ => Temperature::Cold,
    }
}

/// The score of what is known.
pub fn score(known: &Known) -> Score {
    let factors: Vec<Factor> = FACTORS
        .iter()
        .map(|(code, weight)| {
            let (points, why) = match *code {
                "responsiveness" => responsiveness(known),
                "maturity" => maturity(known),
                "completeness" => percent(known.completeness, "completeness"),
                "personality" => percent(known.personality, "personality"),
                "proximity" => proximity(known),
                _ => network(known),
            };
            Factor { code, weight: *weight, points, why }
        })
        .collect();
    let scale: u32 = factors.iter().filter(|factor| factor.points.is_some()).map(|factor| factor.weight).sum();
    let sum: u32 = factors.iter().filter_map(|factor| factor.points.map(|points| points.min(100) * factor.weight)).sum();
    let value = (scale > 0).then(|| (sum + scale / 2) / scale);
    Score { value, temperature: value.map(temperature), scale, factors }
}

fn none(code: &str) -> (Option<u32>, Reason) {
    (None, Reason::new(format!("score.{code}_none")))
}

/// Three quarters for what share of calls and appointments was answered, a quarter for how lately they were heard of; the one that is known alone
/// counts whole.
fn responsiveness(known: &Known) -> (Option<u32>, Reason) {
    let share = (known.tries > 0).then(|| known.answers.min(known.tries) * 100 / known.tries);
    let fresh = known.heard_days.map(|days| match days {
        ..=FRESH => 100,
        STALE.. => 0,
        _ => (STALE - days) * 100 / (STALE - FRESH),
    });
    let points = match (share, fresh) {
        (Some(share), Some(fresh)) => (share * 3 + fresh) / 4,
        (Some(one), None) | (None, Some(one)) => one,
        (None, None) => return none("responsiveness"),
    };
    let why = match known.heard_days {
        Some(days @ ..=60) => Reason::new("score.responsiveness_heard").with("days", days),
        Some(days) => {
            let years = if days < 2 * 365 { 0 } else { days / 365 };
            Reason::new("score.responsiveness_heard_long").with("years", years).with("months", days / 30)
        }
        None => Reason::new("score.responsiveness"),
    };
    (Some(points), why.with("tries", known.tries).with("answers", known.answers))
}

fn maturity(known: &Known) -> (Option<u32>, Reason) {
    match known.maturity {
        Some((points, by)) => (Some(points), Reason::new(format!("score.maturity_{by}")).with("percent", points)),
        None => none("maturity"),
    }
}

fn percent(points: Option<u32>, code: &str) -> (Option<u32>, Reason) {
    match points {
        Some(points) => (Some(points), Reason::new(format!("score.{code}")).with("percent", points)),
        None => none(code),
    }
}

fn proximity(known: &Known) -> (Option<u32>, Reason) {
    let (points, word) = match known.nearness {
        Some(Nearness::Town) => (100, "town"),
        Some(Nearness::Area) => (75, "area"),
        Some(Nearness::Country) => (40, "country"),
        Some(Nearness::Abroad) => (10, "abroad"),
        None => return none("proximity"),
    };
    (Some(points), Reason::new("score.proximity").with("near", word))
}

fn network(known: &Known) -> (Option<u32>, Reason) {
    let Some((connected, colleagues)) = known.network else { return none("network") };
    let points = u32::from(connected) * 60 + colleagues.min(2) * 20;
    let code = if connected { "score.network_connected" } else { "score.network" };
    (Some(points), Reason::new(code).with("colleagues", colleagues))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_weights_make_a_hundred() {
        assert_eq!(FACTORS.iter().map(|(_, weight)| weight).sum::<u32>(), 100);
    }

    #[test]
    fn a_factor_without_data_is_left_out_of_the_scale_and_says_so() {
        let nothing = score(&Known::default());
        assert_eq!((nothing.value, nothing.temperature, nothing.scale), (None, None, 0));
        assert!(nothing.factors.iter().all(|factor| factor.points.is_none() && factor.why.code.ends_with("_none")));
        let one = score(&Known { maturity: Some((70, "stage")), ..Known::default() });
        assert_eq!((one.value, one.scale), (Some(70), 20), "one factor alone makes the whole scale");
        let two = score(&Known { maturity: Some((100, "stage")), completeness: Some(30), ..Known::default() });
        assert_eq!((two.value, two.scale), (Some(70), 35), "(100×20 + 30×15) ÷ 35");
    }

    #[test]
    fn hot_begins_at_85_and_warm_at_60() {
        let table = [
            (100, Temperature::Hot),
            (85, Temperature::Hot),
            (84, Temperature::Warm),
            (60, Temperature::Warm),
            (59, Temperature::Cold),
            (0, Temperature::Cold),
        ];
        for (value, expected) in table {
            assert_eq!(temperature(value), expected, "{value}");
        }
    }

    #[test]
    fn who_answers_and_was_heard_of_lately_is_responsive() {
        let of = |tries, answers, heard_days| responsiveness(&Known { tries, answers, heard_days, ..Known::default() }).0;
        assert_eq!(of(0, 0, None), None);
        assert_eq!(of(4, 1, None), Some(25));
        assert_eq!(of(4, 4, Some(2)), Some(100));
        assert_eq!(of(2, 0, Some(10)), Some(25));
        assert_eq!(of(0, 0, Some(105)), Some(50));
        assert_eq!(of(0, 0, Some(400)), Some(0));
    }

    #[test]
    fn a_full_hand_is_a_hundred() {
        let all = Known {
            tries: 1,
            answers: 1,
            heard_days: Some(1),
            maturity: Some((100, "stage")),
            completeness: Some(100),
            personality: Some(100),
            nearness: Some(Nearness::Town),
            network: Some((true, 5)),
        };
        assert_eq!((score(&all).value, score(&all).scale), (Some(100), 100));
    }
}
