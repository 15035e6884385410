use super::evidence::THRESHOLD;
use std::collections::HashMap;

/// Places that are one person or company.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// The places, in order; at least two.
    pub places: Vec<u32>,
}

/// Gathers pairs into groups: the surest pair first, and two groups become one only where their members are alike on the whole. So a chain of
/// likenesses (Ann Lee, A. Lee, Al Lee) does not put together people who are unlike each other.
#[derive(Debug, Default)]
pub struct Groups {
    pairs: Vec<(f64, u32, u32)>,
}

/// A group larger than this is not compared member by member when it grows: a sample of it stands for it.
const SAMPLE: usize = 12;

impl Groups {
    /// Adds a pair that was found, with its probability.
    pub fn add(&mut self, one: u32, other: u32, probability: f64) {
        if probability >= THRESHOLD {
            self.pairs.push((probability, one.min(other), one.max(other)));
        }
    }

    /// The groups, by their first place. `compare` gives the probability of any two places, also of those that were no pair.
    pub fn gather(mut self, compare: impl Fn(u32, u32) -> f64) -> Vec<Group> {
        self.pairs.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)).then(a.2.cmp(&b.2)));
        let mut group_of: HashMap<u32, usize> = HashMap::new();
        let mut groups: Vec<Vec<u32>> = Vec::new();
        for (_, one, other) in self.pairs {
            let mut group = |place: u32| {
                *group_of.entry(place).or_insert_with(|| {
                    groups.push(vec![place]);
                    groups.len() - 1
                })
            };
            let (left, right) = (group(one), group(other));
            if left == right {
                continue;
            }
            let (Some(left_places), Some(right_places)) = (groups.get(left), groups.get(right)) else { continue };
            if !belong(left_places, right_places, &compare) {
                continue;
            }
            let (to, from) = if left_places.len() >= right_places.len() { (left, right) } else { (right, left) };
            let moved = groups.get_mut(from).map(std::mem::take).unwrap_or_default();
            for place in &moved {
                group_of.insert(*place, to);
            }
            if let Some(kept) = groups.get_mut(to) {
                kept.extend(moved);
            }
        }
        let mut gathered: Vec<Group> = groups.into_iter().filter(|places| places.len() > 1).map(sorted).collect();
        gathered.sort_by(|a, b| a.places.cmp(&b.places));
        gathered
    }
}

fn sorted(mut places: Vec<u32>) -> Group {
    places.sort_unstable();
    Group { places }
}

/// Whether at least half of the pairs between two groups are duplicates, the two members that met included.
fn belong(left: &[u32], right: &[u32], compare: &impl Fn(u32, u32) -> f64) -> bool {
    if left.len() == 1 && right.len() == 1 {
        return true;
    }
    let (mut alike, mut all) = (0, 0);
    for one in left.iter().take(SAMPLE) {
        for other in right.iter().take(SAMPLE) {
            all += 1;
            alike += usize::from(compare(*one, *other) >= THRESHOLD);
        }
    }
    alike * 2 >= all
}
