use crate::followups::OPEN;
use crate::linkedin::WAITS;
use crate::outbox::STATE;
use crate::values::{At, Id, ids_json};
use crate::{Read, StoreError};
use domain::views::people::NextStep;
use std::collections::HashMap;
use uuid::Uuid;

/// What comes next for each of these people, first what waits for the seller: a draft to read, a LinkedIn note to send, a message on its way, the
/// next thing with a day (a follow-up, a task, an appointment, whichever comes first), a task without one.
pub(crate) fn next_steps(read: &Read<'_>, ids: &[Uuid]) -> Result<HashMap<Uuid, NextStep>, StoreError> {
    let sql = format!(
        "SELECT person_id, kind, min(at), step, title FROM (
           SELECT o.person_id, CASE WHEN o.state = 'scheduled' THEN 'scheduled' ELSE 'draft' END AS kind, o.send_after AS at, o.step AS step,
                  '' AS title, CASE WHEN o.state = 'scheduled' THEN 3 ELSE 1 END AS rank
             FROM json_each(?1) j JOIN outbox o ON o.person_id = j.value
            WHERE o.state IN ('draft', 'held', 'scheduled') AND {state} <> 'cancelled' AND (o.step = 'first' OR o.step LIKE 'followup-%')
           UNION ALL
           SELECT f.person_id, 'followup', f.due_on || 'T00:00:00Z', 'followup-' || f.n, '', 4
             FROM json_each(?1) j JOIN followup f ON f.person_id = j.value WHERE f.state = 'scheduled' AND {open}
           UNION ALL
           SELECT t.person_id, 'linkedin', NULL, '', '', 2
             FROM json_each(?1) j JOIN linkedin_task t ON t.person_id = j.value WHERE {waits}
           UNION ALL
           SELECT t.person_id, 'task', coalesce(t.due_at, t.due_on || 'T00:00:00Z'), '', t.title, CASE WHEN t.due_on IS NULL THEN 5 ELSE 4 END
             FROM json_each(?1) j JOIN task t ON t.person_id = j.value WHERE t.deleted_at IS NULL AND t.state IN ('to_do', 'in_progress')
           UNION ALL
           SELECT x.person_id, 'appointment', a.starts_at, '', a.title, 4
             FROM json_each(?1) j JOIN appointment_person x ON x.person_id = j.value JOIN appointment a ON a.id = x.appointment_id
            WHERE a.deleted_at IS NULL AND a.state = 'planned'
         ) GROUP BY person_id, rank ORDER BY rank DESC",
        state = *STATE,
        open = *OPEN,
        waits = *WAITS,
    );
    let mut statement = read.conn().prepare_cached(&sql)?;
    let mut rows = statement.query([ids_json(ids)])?;
    let mut steps: HashMap<Uuid, NextStep> = HashMap::new();
    while let Some(row) = rows.next()? {
        let (person, kind, step): (Id, String, String) = (row.get(0)?, row.get(1)?, row.get(3)?);
        // The most urgent kind comes last and stays; a note that waits behind a draft is still told.
        let next = NextStep {
            linkedin: kind == "linkedin" || steps.get(&person.0).is_some_and(|other| other.linkedin),
            kind,
            at: row.get::<_, Option<At>>(2)?.map(|at| at.0),
            n: step.strip_prefix("followup-").and_then(|n| n.parse().ok()),
            title: row.get(4)?,
        };
        steps.insert(person.0, next);
    }
    Ok(steps)
}
