use crate::followups::OPEN;
use crate::linkedin::WAITS;
use crate::listing::Condition;
use crate::outbox::STATE;
use crate::values::{At, Id, ids_json};
use crate::{Read, StoreError};
use domain::views::people::{FilterOp, NextStep};
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

/// Adds what a filter asks of what comes next. What waits for the seller (a draft, a LinkedIn note) is due at any day, a task without a day
/// never is. One look at all that is open instead of one for each person: that is far less.
pub(super) fn condition(condition: &mut Condition, op: FilterOp, day: &str, minutes: i32) {
    let local = |moment: &str| format!("strftime('%Y-%m-%d', {moment}, '{minutes} minutes')");
    let open_things = format!(
        "SELECT o.person_id, CASE o.state WHEN 'scheduled' THEN coalesce({send_after}, '') ELSE '' END AS at FROM outbox o
          WHERE o.state IN ('draft', 'held', 'scheduled') AND {state} <> 'cancelled' AND (o.step = 'first' OR o.step LIKE 'followup-%')
         UNION ALL SELECT f.person_id, f.due_on FROM followup f WHERE f.state = 'scheduled' AND {open}
         UNION ALL SELECT t.person_id, '' FROM linkedin_task t WHERE {waits}
         UNION ALL SELECT t.person_id, coalesce(t.due_on, '9999') FROM task t
          WHERE t.person_id IS NOT NULL AND t.deleted_at IS NULL AND t.state IN ('to_do', 'in_progress')
         UNION ALL SELECT x.person_id, coalesce(a.starts_on, {starts_at}) FROM appointment_person x JOIN appointment a ON a.id = x.appointment_id
          WHERE a.deleted_at IS NULL AND a.state = 'planned'",
        state = *STATE,
        open = *OPEN,
        waits = *WAITS,
        send_after = local("o.send_after"),
        starts_at = local("a.starts_at"),
    );
    let having = match op {
        FilterOp::Empty | FilterOp::NotEmpty => String::new(),
        FilterOp::Before | FilterOp::BeforeOrNever => " GROUP BY person_id HAVING min(at) < ?".to_owned(),
        FilterOp::After => " GROUP BY person_id HAVING min(at) >= ? AND min(at) < '9999'".to_owned(),
        FilterOp::Is | FilterOp::IsNot | FilterOp::Contains => " GROUP BY person_id HAVING min(at) = ?".to_owned(),
    };
    let values = (!having.is_empty()).then(|| day.to_owned());
    let ids = format!("SELECT person_id FROM ({open_things}){having}");
    let sql = match op {
        FilterOp::Empty | FilterOp::IsNot => format!("p.id NOT IN ({ids})"),
        FilterOp::BeforeOrNever => format!("(p.id IN ({ids}) OR p.id NOT IN (SELECT person_id FROM ({open_things})))"),
        _ => format!("p.id IN ({ids})"),
    };
    condition.push(&sql, values);
}
