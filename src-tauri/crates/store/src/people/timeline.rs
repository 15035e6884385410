use crate::followups::{OPEN, RUN_STANDS};
use crate::linkedin::WAITS;
use crate::opportunities::{With, moves};
use crate::outbox::STATE;
use crate::values::{At, Id, from_json};
use crate::{Read, StoreError, activity};
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use domain::fault::Reason;
use domain::people::Person;
use domain::views::people::{TimelineItem, TimelineKind};
use rusqlite::{Row, ToSql};
use std::sync::LazyLock;
use uuid::Uuid;

/// One person, or a company with everybody of it, by the id that `:whose` stands for.
const OF_ONE: Of = Of { people: "= :whose", itself: "false" };
const OF_COMPANY: Of =
    Of { people: "IN (SELECT id FROM person WHERE company_id = :whose AND deleted_at IS NULL)", itself: "company_id = :whose" };

const OF_OPPORTUNITY: Of = Of {
    people: "IN (SELECT person_id FROM opportunity WHERE id = :whose AND person_id IS NOT NULL
         UNION SELECT person_id FROM opportunity_contact WHERE opportunity_id = :whose)",
    itself: "opportunity_id = :whose",
};

/// How a row is known to be of somebody.
struct Of {
    /// After the id of a person.
    people: &'static str,
    /// What stands on a company or an opportunity itself.
    itself: &'static str,
}

/// What LinkedIn's archive told of.
const LINKEDIN: &str = "kind IN ('linkedin_received', 'linkedin_written', 'linkedin_invited', 'linkedin_invited_you')";
const NOT_CHANGES: &str =
    "kind NOT IN ('note', 'call', 'linkedin_received', 'linkedin_written', 'linkedin_invited', 'linkedin_invited_you')";

type Source = (TimelineKind, String);

static SOURCES_OF_ONE: LazyLock<Vec<Source>> = LazyLock::new(|| sources(&OF_ONE));
static SOURCES_OF_COMPANY: LazyLock<Vec<Source>> = LazyLock::new(|| sources(&OF_COMPANY));
static SOURCES_OF_OPPORTUNITY: LazyLock<Vec<Source>> = LazyLock::new(|| sources(&OF_OPPORTUNITY));

/// One act is entered on the list under each key of the person: one line of it is enough.
const SUPPRESSION: &str =
    "SELECT min(id), at, CASE action WHEN 'block' THEN 'suppressed' ELSE 'allowed' END, '', '', note, 'suppression.' || reason, NULL,
       NULL, :whose
  FROM suppression WHERE (scope, key) IN (VALUES ('person', :whose), ('email', :email), ('linkedin', :profile)
     UNION ALL SELECT kind, norm FROM contact_point WHERE person_id = :whose AND kind IN ('email', 'phone') AND deleted_at IS NULL) AND key <> ''
 GROUP BY at, action, reason, note";

/// Every source gives the same columns: id, at, kind, step, title, body, reason (JSON or a bare code), run, outbox, person.
fn sources(of: &Of) -> Vec<Source> {
    let Of { people: whose, itself } = *of;
    vec![
    // Messages, at the moment that tells most about their state.
    (TimelineKind::Messages, format!("SELECT id, coalesce(CASE state WHEN 'scheduled' THEN send_after WHEN 'draft' THEN NULL WHEN 'held' THEN NULL ELSE finished_at END, created_at) AS at,
            CASE {} WHEN 'cancelled' THEN 'email_stopped' WHEN 'sent' THEN 'email_sent' WHEN 'unknown' THEN 'email_unknown' WHEN 'failed' THEN 'email_failed' WHEN 'sending' THEN 'email_scheduled'
                       WHEN 'scheduled' THEN 'email_scheduled' ELSE 'email_draft' END,
            step, subject, body_text, failure, run_id, id, person_id
       FROM outbox o WHERE person_id {whose} AND state <> 'cancelled'", *STATE)),
    // Messages whose row is gone (an older backup was restored): the ledger remembers.
    (TimelineKind::Messages, format!("SELECT l.id, l.at, CASE l.event WHEN 'unknown' THEN 'email_unknown' ELSE 'email_sent' END, l.step, '', '', '', l.run_id, NULL, l.person_id
       FROM send_ledger l WHERE l.person_id {whose} AND l.channel = 'email' AND l.event IN ('sent', 'reconciled_sent', 'unknown')
        AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.id = l.outbox_id)")),
    // A note that waits in vain is in no queue.
    (TimelineKind::Linkedin, format!("SELECT id, coalesce(done_at, created_at) AS at, 'linkedin_' || state, 'linkedin', '', note, '', run_id, NULL, person_id
       FROM linkedin_task t WHERE person_id {whose} AND state <> 'cancelled' AND (state <> 'waiting' OR {})", *WAITS)),
    // What was planned and does not come any more: the run was taken back, or the person says why.
    (TimelineKind::Followups, format!("SELECT id, created_at AS at, iif(open, 'followup_scheduled', 'followup_stopped'), 'followup-' || n, '', '',
            CASE WHEN open THEN json_object('code', 'followup.due', 'params', json_object('due_on', due_on))
                 WHEN state = 'stopped' THEN reason WHEN NOT {RUN_STANDS} THEN 'run.undone' ELSE '' END, run_id, NULL, person_id
       FROM (SELECT *, {} AS open FROM followup f WHERE person_id {whose} AND state IN ('scheduled', 'stopped')) f", *OPEN)),
    // What is to be done stands at its time, noon where it has a day alone: that is the same day almost everywhere.
    (TimelineKind::Tasks, format!("SELECT id, coalesce(done_at, due_at, due_on || 'T12:00:00.000Z', created_at) AS at,
            CASE state WHEN 'done' THEN 'task_done' WHEN 'cancelled' THEN 'task_cancelled' ELSE 'task_open' END, '', title,
            CASE outcome WHEN '' THEN notes ELSE outcome END,
            json_object('code', 'agenda.task', 'params', json_object('kind', kind, 'due_on', coalesce(due_on, ''), 'due_time', due_time)),
            NULL, NULL, person_id
       FROM task WHERE (person_id {whose} OR {itself}) AND deleted_at IS NULL")),
    (TimelineKind::Appointments, format!("SELECT a.id, a.starts_at AS at, 'appointment_' || a.state, '', a.title, CASE a.outcome WHEN '' THEN a.notes ELSE a.outcome END,
            json_object('code', 'agenda.appointment', 'params', json_object('kind', a.kind, 'place', a.place, 'ends_at', a.ends_at,
              'starts_on', coalesce(a.starts_on, ''), 'ends_on', coalesce(a.ends_on, ''))),
            NULL, NULL, (SELECT x.person_id FROM appointment_person x WHERE x.appointment_id = a.id AND x.person_id {whose} ORDER BY x.position LIMIT 1)
       FROM appointment a WHERE (a.id IN (SELECT x.appointment_id FROM appointment_person x WHERE x.person_id {whose}) OR {itself})
        AND a.deleted_at IS NULL")),
    (TimelineKind::Files, format!("SELECT id, added_at AS at, 'file_added', '', name, '', '', NULL, NULL, person_id
       FROM file WHERE (person_id {whose} OR {itself}) AND deleted_at IS NULL")),
    ]
}

/// What happened with a person before a moment, newest first, of these kinds (of all, when none is named). What does not come any more because
/// of the person stands as stopped, without a reason: that is the gate's to give. Things of one moment stay on one page, so there may be a few
/// more than `limit`.
pub fn timeline(
    read: &Read<'_>,
    person: &Person,
    before: Option<DateTime<Utc>>,
    limit: u32,
    kinds: &[TimelineKind],
) -> Result<Vec<TimelineItem>, StoreError> {
    let (limit, before) = (limit.clamp(1, 200), before.unwrap_or_else(end));
    let mut items = happened(read, (&OF_ONE, &SOURCES_OF_ONE), person.id, before, limit, kinds)?;
    if wanted(kinds, TimelineKind::Changes) {
        let keys: [(&str, &dyn ToSql); 2] = [(":email", &person.email_norm), (":profile", &person.linkedin_slug)];
        items.extend(read_source(read, SUPPRESSION, person.id, before, limit, &keys)?);
        if person.created_at < before && matches!(person.source.as_str(), "linkedin" | "csv" | "sheet") {
            items.push((Some(person.id), imported(person)));
        }
    }
    items.extend(opportunities(read, With::Person(person.id), before, limit, kinds)?);
    Ok(newest(items, limit).into_iter().map(|(_, item)| item).collect())
}

/// What happened with a company and its people, like [`timeline`], each with the person where it was with one; who came in, and who may be
/// contacted, is not told.
pub fn timeline_of_company(
    read: &Read<'_>,
    company: Uuid,
    before: Option<DateTime<Utc>>,
    limit: u32,
    kinds: &[TimelineKind],
) -> Result<Vec<Event>, StoreError> {
    let (limit, before) = (limit.clamp(1, 200), before.unwrap_or_else(end));
    let mut items = happened(read, (&OF_COMPANY, &SOURCES_OF_COMPANY), company, before, limit, kinds)?;
    items.extend(opportunities(read, With::Company(company), before, limit, kinds)?);
    Ok(newest(items, limit))
}

/// What happened with an opportunity and its people, like [`timeline_of_company`].
pub(crate) fn timeline_of_opportunity(
    read: &Read<'_>,
    opportunity: Uuid,
    before: Option<DateTime<Utc>>,
    limit: u32,
    kinds: &[TimelineKind],
) -> Result<Vec<Event>, StoreError> {
    let (limit, before) = (limit.clamp(1, 200), before.unwrap_or_else(end));
    let mut items = happened(read, (&OF_OPPORTUNITY, &SOURCES_OF_OPPORTUNITY), opportunity, before, limit, kinds)?;
    items.extend(opportunities(read, With::Opportunity(opportunity), before, limit, kinds)?);
    Ok(newest(items, limit))
}

/// How opportunities went: changes.
fn opportunities(read: &Read<'_>, with: With, before: DateTime<Utc>, limit: u32, kinds: &[TimelineKind]) -> Result<Vec<Event>, StoreError> {
    let moves = if wanted(kinds, TimelineKind::Changes) { moves(read, with, before, limit)? } else { Vec::new() };
    Ok(moves.into_iter().map(|item| (None, item)).collect())
}

/// What happened, and with whom.
pub(crate) type Event = (Option<Uuid>, TimelineItem);

fn wanted(kinds: &[TimelineKind], kind: TimelineKind) -> bool {
    kinds.is_empty() || kinds.contains(&kind)
}

/// After everything, also what is scheduled and lies ahead. RFC 3339 years have four digits.
fn end() -> DateTime<Utc> {
    NaiveDate::from_ymd_opt(9999, 12, 31).unwrap_or_default().and_time(NaiveTime::MIN).and_utc()
}

/// What was noted and what each source tells, in no order.
fn happened(
    read: &Read<'_>,
    (of, sources): (&Of, &[Source]),
    id: Uuid,
    before: DateTime<Utc>,
    limit: u32,
    kinds: &[TimelineKind],
) -> Result<Vec<Event>, StoreError> {
    let mut items = Vec::new();
    let of_activity = [
        (TimelineKind::Notes, "kind = 'note'"),
        (TimelineKind::Calls, "kind = 'call'"),
        (TimelineKind::Linkedin, LINKEDIN),
        (TimelineKind::Changes, NOT_CHANGES),
    ];
    let of_activity: Vec<_> = of_activity.into_iter().filter(|(kind, _)| wanted(kinds, *kind)).map(|(_, which)| which).collect();
    if !of_activity.is_empty() {
        let which = if of_activity.len() == 4 { "true".to_owned() } else { format!("({})", of_activity.join(" OR ")) };
        let whose =
            if of.itself == "false" { format!("person_id {}", of.people) } else { format!("(person_id {} OR {})", of.people, of.itself) };
        items.extend(activity::list(read, &whose, &which, id, before, limit + 1)?.into_iter().map(|entry| (entry.person, said(entry))));
    }
    for (_, source) in sources.iter().filter(|(kind, _)| wanted(kinds, *kind)) {
        items.extend(read_source(read, source, id, before, limit, &[])?);
    }
    Ok(items)
}

fn read_source(
    read: &Read<'_>,
    source: &str,
    id: Uuid,
    before: DateTime<Utc>,
    limit: u32,
    keys: &[(&str, &dyn ToSql)],
) -> Result<Vec<Event>, StoreError> {
    let sql = format!("SELECT * FROM ({source}) WHERE at < :before ORDER BY at DESC LIMIT :limit");
    let (id, at, most) = (Id(id), At(before), limit + 1);
    let mut values: Vec<(&str, &dyn ToSql)> = vec![(":whose", &id), (":before", &at), (":limit", &most)];
    values.extend(keys);
    let mut statement = read.conn().prepare_cached(&sql)?;
    let mut rows = statement.query(values.as_slice())?;
    let mut items = Vec::new();
    while let Some(row) = rows.next()? {
        items.push((row.get::<_, Option<Id>>(9)?.map(|id| id.0), item(row)?));
    }
    Ok(items)
}

/// The newest of them, newest first; things of one moment stay together.
fn newest(mut items: Vec<Event>, limit: u32) -> Vec<Event> {
    items.sort_by_key(|(_, item)| std::cmp::Reverse((item.at, item.id)));
    if let Some(last) = items.get(limit as usize - 1).map(|(_, item)| item.at) {
        items.retain(|(_, item)| item.at >= last);
    }
    items
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
