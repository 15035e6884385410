use crate::values::Id;
use crate::{Read, StoreError, followups, linkedin, outbox};
use domain::views::runs::RunRest;
use rusqlite::params;
use uuid::Uuid;

/// What of a run has not happened yet. Whoever is lost to contact counts nowhere: what waited for them is over already.
pub fn rest(read: &Read<'_>, run: Uuid) -> Result<RunRest, StoreError> {
    let count =
        |sql: &str| -> Result<u32, StoreError> { Ok(read.conn().prepare_cached(sql)?.query_row(params![Id(run)], |row| row.get(0))?) };
    let first = |states: &str| {
        format!("SELECT count(*) FROM outbox o WHERE o.run_id = ?1 AND o.step = 'first' AND {} IN ({states})", *outbox::STATE)
    };
    // As `cancel_waiting` finds them, before it has done its work.
    let given_up = "o.run_id IS ?1 AND o.state IN ('scheduled', 'held')";
    Ok(RunRest {
        waiting: super::counts(read, run)?.waiting,
        cancelled_messages: count(&first("'scheduled', 'held'"))?,
        cancelled_followups: count(&format!(
            "SELECT count(*) FROM followup f WHERE f.state = 'scheduled' AND f.n = 1 AND {open}
               AND f.person_id IN (SELECT o.person_id FROM outbox o WHERE o.step = 'first' AND {given_up})
               AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.person_id = f.person_id AND o.step = 'first'
                 AND o.state IN ('draft', 'held', 'scheduled', 'sending', 'sent', 'unknown') AND NOT ({given_up}))",
            open = *followups::OPEN,
        ))?,
        undone_messages: count(&first("'draft', 'scheduled', 'held'"))?,
        undone_followups: count(&format!("SELECT count(*) FROM followup f WHERE f.run_id = ?1 AND {}", *followups::OPEN))?,
        undone_notes: count(&format!("SELECT count(*) FROM linkedin_task t WHERE t.run_id = ?1 AND {}", *linkedin::WAITS))?,
        sent: count("SELECT count(*) FROM outbox WHERE run_id = ?1 AND person_id IS NOT NULL AND state = 'sent'")?,
    })
}
