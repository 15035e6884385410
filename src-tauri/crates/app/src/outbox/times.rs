//! When each of the messages that wait in a row may leave: its place decides, not only its own limits.

use crate::outreach::Gate;
use chrono::{DateTime, Utc};
use domain::fault::Reason;
use domain::outreach::departures;
use std::collections::HashMap;
use store::{Read, StoreError};
use uuid::Uuid;

/// The first moment of each message, and the rule that makes it.
pub(super) type Earliest = HashMap<Uuid, (DateTime<Utc>, Option<Reason>)>;

/// Moments simulated at most: whoever waits behind so many others is given the last of them.
const FARTHEST: usize = 20_000;

/// The first moment, and the rule that makes it, that the messages ahead leave to each of these; earlier it cannot leave unless one of those is
/// given up. Messages that are not in the queue have none.
pub(super) fn earliest(read: &Read<'_>, gate: &Gate, messages: &[Uuid], now: DateTime<Utc>) -> Result<Earliest, StoreError> {
    let mut places = store::outbox::places(read, messages)?;
    places.sort_by_key(|(_, place)| *place);
    let facts = store::outreach::account_facts(gate.used(), gate.policy());
    // Nobody leaves before the first of them may.
    let begin = store::outbox::next_due(read)?.map_or(now, |due| due.max(now));
    let mut row = departures(&facts, gate.policy(), begin).take(FARTHEST);
    let (mut current, mut before) = (row.next(), 0_u32);
    let mut found = HashMap::new();
    for (message, place) in places {
        while let Some(departure) = current.as_ref().filter(|departure| before.saturating_add(departure.count) <= place) {
            before = before.saturating_add(departure.count);
            let Some(next) = row.next() else { break };
            current = Some(next);
        }
        if let Some(departure) = &current {
            found.insert(message, (departure.at, departure.rule.clone()));
        }
    }
    Ok(found)
}
