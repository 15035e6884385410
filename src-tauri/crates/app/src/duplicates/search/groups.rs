//! What is kept of a group: how sure, and why.

use super::scan::Known;
use domain::duplicates::{Group, Index, Kind, Match, Part, THRESHOLD, Verdict};
use domain::views::duplicates::{DuplicateKind, DuplicateReason};
use store::duplicates::Finding;

/// In a larger group, each is compared with this many others: enough to say how sure the group is.
const SAMPLE: usize = 12;
/// Reasons that weigh less tell nobody anything.
const WEIGHTY: f32 = 0.8;
/// The most that are shown.
const SHOWN: usize = 8;

/// Groups as they are kept.
pub(super) fn findings<K: Kind>(
    kind: DuplicateKind,
    index: &Index<K>,
    known: &[Known],
    groups: &[Group],
    two: impl Fn(u32, u32) -> bool,
) -> Vec<Finding> {
    groups.iter().filter_map(|group| finding(kind, index, known, &group.places, &two)).collect()
}

fn finding<K: Kind>(
    kind: DuplicateKind,
    index: &Index<K>,
    known: &[Known],
    places: &[u32],
    two: &impl Fn(u32, u32) -> bool,
) -> Option<Finding> {
    let mut exact = Joined::of(places.len());
    let mut weakest: Option<Match> = None;
    for (at, one) in places.iter().enumerate() {
        let mut best: Option<Match> = None;
        for (other_at, other) in places.iter().enumerate().filter(|(other_at, _)| *other_at != at).take(SAMPLE) {
            let Some(alike) = index.compare(*one, *other).filter(|alike| alike.probability >= THRESHOLD && !two(*one, *other)) else {
                continue;
            };
            if alike.verdict == Verdict::Exact {
                exact.join(at, other_at);
            }
            if best.as_ref().is_none_or(|best| alike.probability > best.probability) {
                best = Some(alike);
            }
        }
        // The group is as sure as its least sure member.
        if let Some(best) = best
            && weakest.as_ref().is_none_or(|weakest| best.probability < weakest.probability)
        {
            weakest = Some(best);
        }
    }
    let weakest = weakest?;
    let exact = exact.are_one();
    let members = places.iter().filter_map(|place| known.get(*place as usize)).map(|known| (known.id, known.mark)).collect();
    Some(Finding { kind, exact, score: score(weakest.probability, exact), reasons: reasons(&weakest), members })
}

/// 0 to 100; only what is beyond doubt has 100.
fn score(probability: f64, exact: bool) -> u32 {
    if exact {
        return 100;
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share of 1, as a whole number of 0 to 99")]
    let score = (probability.clamp(0.0, 1.0) * 100.0) as u32;
    score.min(99)
}

fn reasons(alike: &Match) -> Vec<DuplicateReason> {
    // The prior and what corrects the parts of an address as a whole are weights, nothing that could be seen.
    let seen = alike.reasons.iter().filter(|why| !matches!(why.part, Part::Before | Part::Place) && why.bits.abs() >= WEIGHTY);
    let told = |why: &domain::duplicates::Reason| DuplicateReason {
        part: why.part.code().to_owned(),
        likeness: why.likeness.code().to_owned(),
        speaks: why.bits > 0.0,
    };
    let mut told: Vec<_> = seen.map(told).collect();
    told.sort_by_key(|why| !why.speaks);
    told.truncate(SHOWN);
    told
}

/// Which members are joined by pairs beyond doubt.
struct Joined(Vec<usize>);

impl Joined {
    fn of(count: usize) -> Self {
        Self((0..count).collect())
    }

    fn join(&mut self, one: usize, other: usize) {
        let (Some(one), Some(other)) = (self.0.get(one).copied(), self.0.get(other).copied()) else { return };
        for at in &mut self.0 {
            if *at == other {
                *at = one;
            }
        }
    }

    fn are_one(&self) -> bool {
        self.0.windows(2).all(|pair| matches!(pair, [one, other] if one == other))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_group_is_beyond_doubt_only_where_such_pairs_join_all_of_it() {
        let mut three = Joined::of(3);
        three.join(0, 2);
        assert!(!three.are_one());
        three.join(1, 2);
        assert!(three.are_one());
    }

    #[test]
    fn only_what_is_beyond_doubt_scores_a_hundred() {
        assert_eq!([score(0.999_999, false), score(0.53, false), score(0.9, true)], [99, 53, 100]);
    }
}
