use crate::values::At;
use crate::{Read, StoreError};
use chrono::{DateTime, Utc};
use domain::views::outbox::OutboxState;
use rusqlite::named_params;

/// Messages in one state, as Today and Health show them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Waiting {
    /// How many.
    pub count: u32,
    /// Names of the first few.
    pub names: Vec<String>,
    /// When the oldest was written.
    pub oldest: Option<DateTime<Utc>>,
}

/// Messages in one state; with the drafts go those held back, which wait for the seller as well. They are asked for either without follow-ups
/// or only them.
pub fn waiting(read: &Read<'_>, state: OutboxState, followups: bool, named: u32) -> Result<Waiting, StoreError> {
    let word = super::state_word(state);
    let only = matches!(state, OutboxState::Draft);
    let also = if only { super::state_word(OutboxState::Held) } else { word };
    let filter =
        format!("o.state IN (:state, :also) AND {} <> 'cancelled' AND (NOT :only OR (step LIKE 'followup-%') = :followups)", *super::STATE);
    let mut statement = read.conn().prepare_cached(&format!("SELECT count(*), min(created_at) FROM outbox o WHERE {filter}"))?;
    let mut found = statement
        .query_row(named_params! { ":state": word, ":also": also, ":only": only, ":followups": followups }, |row| {
            Ok(Waiting { count: row.get(0)?, names: Vec::new(), oldest: row.get::<_, Option<At>>(1)?.map(|at| at.0) })
        })?;
    if named > 0 && found.count > 0 {
        let sql = format!(
            "SELECT CASE WHEN to_name = '' THEN to_address ELSE to_name END FROM outbox o WHERE {filter} ORDER BY created_at, id LIMIT :named"
        );
        let mut statement = read.conn().prepare_cached(&sql)?;
        let names = statement
            .query_map(named_params! { ":state": word, ":also": also, ":only": only, ":followups": followups, ":named": named }, |row| {
                row.get(0)
            })?;
        found.names = names.collect::<Result<_, _>>()?;
    }
    Ok(found)
}
