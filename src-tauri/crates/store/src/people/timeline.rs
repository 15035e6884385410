use crate::followups::{OPEN, RUN_STANDS};
use crate::linkedin::WAITS;
use crate::outbox::STATE;
use crate::values::{At, Id, from_json};
use crate::{Read, StoreError, activity};
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use domain::fault::Reason;
use domain::people::Person;
use domain::views::people::TimelineItem;
use rusqlite::{Row, ToSql};
use std::sync::LazyLock;

/// Every source gives the same columns: id, at, kind, step, title, body, reason (JSON or a bare code), run, outbox.
static SOURCES: LazyLock<[String; 5]> = LazyLock::new(|| {
    [
    // Messages, at the moment that tells most about their state.
    format!("SELECT id, coalesce(CASE state WHEN 'scheduled' THEN send_after WHEN 'draft' THEN NULL WHEN 'held' THEN NULL ELSE finished_at END, created_at) AS at,
            CASE {} WHEN 'cancelled' THEN 'email_stopped' WHEN 'sent' THEN 'email_sent' WHEN 'unknown' THEN 'email_unknown' WHEN 'failed' THEN 'email_failed' WHEN 'sending' THEN 'email_scheduled'
                       WHEN 'scheduled' THEN 'email_scheduled' ELSE 'email_draft' END,
            step, subject, body_text, failure, run_id, id
       FROM outbox o WHERE person_id = :person AND state <> 'cancelled'", *STATE),
    // Messages whose row is gone (an older backup was restored): the ledger remembers.
    "SELECT l.id, l.at, CASE l.event WHEN 'unknown' THEN 'email_unknown' ELSE 'email_sent' END, l.step, '', '', '', l.run_id, NULL
       FROM send_ledger l WHERE l.person_id = :person AND l.channel = 'email' AND l.event IN ('sent', 'reconciled_sent', 'unknown')
        AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.id = l.outbox_id)".to_owned(),
    // A note that waits in vain is in no queue.
    format!("SELECT id, coalesce(done_at, created_at) AS at, 'linkedin_' || state, 'linkedin', '', note, '', run_id, NULL
       FROM linkedin_task t WHERE person_id = :person AND state <> 'cancelled' AND (state <> 'waiting' OR {})", *WAITS),
    // What was planned and does not come any more: the run was taken back, or the person says why.
    format!("SELECT id, created_at AS at, iif(open, 'followup_scheduled', 'followup_stopped'), 'followup-' || n, '', '',
            CASE WHEN open THEN json_object('code', 'followup.due', 'params', json_object('due_on', due_on))
                 WHEN state = 'stopped' THEN reason WHEN NOT {RUN_STANDS} THEN 'run.undone' ELSE '' END, run_id, NULL
       FROM (SELECT *, {} AS open FROM followup f WHERE person_id = :person AND state IN ('scheduled', 'stopped')) f", *OPEN),
    // One act is entered under each key of the person: one line of it is enough.
    "SELECT min(id), at, CASE action WHEN 'block' THEN 'suppressed' ELSE 'allowed' END, '', '', note, 'suppression.' || reason, NULL, NULL
       FROM suppression WHERE (scope, key) IN (VALUES ('person', :person), ('email', :email), ('linkedin', :profile)) AND key <> ''
      GROUP BY at, action, reason, note".to_owned(),
    ]
});

/// What happened with a person before a moment, newest first. What does not come any more because of the person stands as stopped, without a
/// reason: that is the gate's to give. Things of one moment stay on one page, so there may be a few more than
/// `limit`.
pub fn timeline(read: &Read<'_>, person: &Person, before: Option<DateTime<Utc>>, limit: u32) -> Result<Vec<TimelineItem>, StoreError> {
    let limit = limit.clamp(1, 200);
    // Without a moment: everything, also what is scheduled and lies ahead. RFC 3339 years have four digits.
    let end = NaiveDate::from_ymd_opt(9999, 12, 31).unwrap_or_default().and_time(NaiveTime::MIN).and_utc();
    let before = before.unwrap_or(end);
    let (id, at, most) = (Id(person.id), At(before), limit + 1);
    let mut items: Vec<TimelineItem> = activity::list(read, person.id, before, most)?.into_iter().map(said).collect();
    for source in &*SOURCES {
        let sql = format!("SELECT * FROM ({source}) WHERE at < :before ORDER BY at DESC LIMIT :limit");
        let mut statement = read.conn().prepare_cached(&sql)?;
        let mut values: Vec<(&str, &dyn ToSql)> = vec![(":person", &id), (":before", &at), (":limit", &most)];
        if source.contains(":email") {
            values.extend([(":email", &person.email_norm as &dyn ToSql), (":profile", &person.linkedin_slug)]);
        }
        let mut rows = statement.query(values.as_slice())?;
        while let Some(row) = rows.next()? {
            items.push(item(row)?);
        }
    }
    if person.created_at < before && matches!(person.source.as_str(), "linkedin" | "csv" | "sheet") {
        items.push(imported(person));
    }
    items.sort_by_key(|item| std::cmp::Reverse((item.at, item.id)));
    if let Some(last) = items.get(limit as usize - 1).map(|item| item.at) {
        items.retain(|item| item.at >= last);
    }
    Ok(items)
}

fn said(entry: activity::Activity) -> TimelineItem {
    TimelineItem {
        id: entry.id,
        at: entry.at,
        kind: entry.kind,
        n: None,
        title: String::new(),
        body: entry.said.text,
        reason: entry.said.reason.map(Into::into),
        run_id: entry.run,
        outbox_id: None,
    }
}

fn item(row: &Row<'_>) -> Result<TimelineItem, StoreError> {
    let (step, reason): (String, String) = (row.get(3)?, row.get(6)?);
    Ok(TimelineItem {
        id: row.get::<_, Id>(0)?.0,
        at: row.get::<_, At>(1)?.0,
        kind: row.get(2)?,
        n: step.strip_prefix("followup-").and_then(|n| n.parse().ok()),
        title: row.get(4)?,
        body: row.get(5)?,
        reason: match reason.as_str() {
            "" => None,
            json if json.starts_with('{') => Some(from_json::<Reason>(json, "outbox", "failure")?.into()),
            code => Some(Reason::new(code).into()),
        },
        run_id: row.get::<_, Option<Id>>(7)?.map(|id| id.0),
        outbox_id: row.get::<_, Option<Id>>(8)?.map(|id| id.0),
    })
}

/// Where the person came from, as the first thing that happened.
fn imported(person: &Person) -> TimelineItem {
    let reason = Reason::new("people.imported").with("source", &person.source).with("file", &person.source_detail);
    TimelineItem {
        id: person.id,
        at: person.created_at,
        kind: "imported".to_owned(),
        n: None,
        title: person.source_detail.clone(),
        body: String::new(),
        reason: Some(reason.into()),
        run_id: None,
        outbox_id: None,
    }
}
