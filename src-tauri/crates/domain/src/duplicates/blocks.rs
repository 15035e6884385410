use super::key::Key;
use std::collections::HashMap;

/// Who has which key. The settled part is one sorted list of (key, place), 8 bytes each, with a directory by the key's first bits; what
/// came since stands beside it.
#[derive(Debug, Default)]
pub(super) struct Blocks {
    settled: Vec<u64>,
    /// Where in `settled` the keys with these first bits start; one more than there are.
    starts: Vec<u32>,
    shift: u32,
    recent: Vec<u64>,
    recent_by_key: HashMap<Key, Vec<u32>>,
    /// Whether `recent` is also in `recent_by_key`.
    answering: bool,
}

impl Blocks {
    pub(super) fn add(&mut self, key: Key, place: u32) {
        self.recent.push(u64::from(key) << 32 | u64::from(place));
        if self.answering {
            self.recent_by_key.entry(key).or_default().push(place);
        }
    }

    /// Whether those who came since the last settling are found too: after the first one they are.
    pub(super) fn answer(&self) -> bool {
        self.answering
    }

    /// Keys that came since the last [`Blocks::settle`].
    pub(super) fn unsettled(&self) -> usize {
        self.recent.len()
    }

    pub(super) fn settled(&self) -> usize {
        self.settled.len()
    }

    /// Sorts what came since into the rest.
    pub(super) fn settle(&mut self) {
        if self.settled.is_empty() {
            // The first time, and nearly always the largest: nothing is copied.
            std::mem::swap(&mut self.settled, &mut self.recent);
        }
        self.settled.append(&mut self.recent);
        self.recent = Vec::new();
        self.settled.shrink_to_fit();
        self.settled.sort_unstable();
        self.recent_by_key.clear();
        self.answering = true;
        // One entry to a bucket on a usual desk, a few on a desk of a million.
        let wanted = self.settled.len().max(1).next_power_of_two();
        self.shift = 64 - wanted.trailing_zeros().clamp(1, 22);
        self.starts = Vec::with_capacity((1 << (64 - self.shift)) + 1);
        let mut bucket = 0;
        for (at, entry) in (0u32..).zip(&self.settled) {
            while bucket <= entry >> self.shift {
                self.starts.push(at);
                bucket += 1;
            }
        }
        let end = u32::try_from(self.settled.len()).unwrap_or(u32::MAX);
        self.starts.resize((1usize << (64 - self.shift)) + 1, end);
    }

    /// The settled entries from the first one with this key on, up to the end of its bucket or beyond.
    fn from(&self, key: Key) -> &[u64] {
        let first = u64::from(key) << 32;
        let bucket = usize::try_from(first >> self.shift.min(63)).unwrap_or(usize::MAX);
        let (Some(start), Some(end)) = (self.starts.get(bucket), self.starts.get(bucket + 1)) else { return &[] };
        let near = self.settled.get(*start as usize..*end as usize).unwrap_or_default();
        near.get(near.partition_point(|entry| *entry < first)..).unwrap_or_default()
    }

    fn recent(&self, key: Key) -> &[u32] {
        if self.recent_by_key.is_empty() { &[] } else { self.recent_by_key.get(&key).map_or(&[], Vec::as_slice) }
    }

    /// How many have the key.
    pub(super) fn count(&self, key: Key) -> usize {
        self.from(key).partition_point(|entry| entry >> 32 == u64::from(key)) + self.recent(key).len()
    }

    /// Those before `end` who have the key, unless all who have it are more than `most`.
    pub(super) fn each(&self, key: Key, most: usize, end: u32, mut take: impl FnMut(u32)) {
        let is_of = |entry: &&u64| **entry >> 32 == u64::from(key);
        let (settled, recent) = (self.from(key), self.recent(key));
        let Some(room) = most.checked_sub(recent.len()) else { return };
        if settled.get(room).is_some_and(|entry| is_of(&entry)) {
            return;
        }
        #[expect(clippy::cast_possible_truncation, reason = "the low half is the place")]
        settled.iter().take_while(is_of).map(|entry| *entry as u32).take_while(|place| *place < end).for_each(&mut take);
        recent.iter().copied().filter(|place| *place < end).for_each(take);
    }
}
