//! What the gate needs to know, read from the ledger, the do-not-contact list, the outbox and the person.

use crate::merging::Kept;
use crate::values::{At, Id, ids_json, time_text};
use crate::{Read, StoreError, meta};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use domain::outreach::{Facts, Policy, Step};
use domain::people::{Meaning, Status};
use domain::time;
use domain::views::people::EmailStatus;
use rusqlite::{OptionalExtension, Row, params};
use std::collections::{BTreeSet, HashMap};
use std::sync::LazyLock;
use uuid::Uuid;

/// How much of the account's allowance is used: the same for every person asked about in one transaction.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AccountUse {
    /// Messages begun today, in the desk's zone.
    pub today: u32,
    /// Earlier days with at least one message, counted until the ramp has reached the cap.
    pub days: u32,
    /// The newest message begun.
    pub last: Option<DateTime<Utc>>,
    /// Why everything is paused.
    pub paused: Option<String>,
    /// Everything outgoing is held since a restore.
    pub held_after_restore: bool,
}

/// Reads the account's use at `now`.
pub fn account_use(read: &Read<'_>, policy: &Policy, now: DateTime<Utc>) -> Result<AccountUse, StoreError> {
    let mut used = AccountUse {
        paused: meta::get(read, meta::SENDING_PAUSED)?,
        held_after_restore: meta::get(read, meta::HOLD_OUTGOING)?.is_some(),
        ..AccountUse::default()
    };
    let today = time::day(policy.zone, now);
    let enough = policy.pacing.days_to_full_cap() as usize;
    let mut earlier = BTreeSet::new();
    let mut statement =
        read.conn().prepare_cached("SELECT started, first_at, last_at FROM send_hour WHERE account = ?1 ORDER BY hour DESC LIMIT 10000")?;
    let mut rows = statement.query([policy.account.to_string()])?;
    while let Some(row) = rows.next()? {
        let (started, first, last): (u32, At, At) = (row.get(0)?, row.get(1)?, row.get(2)?);
        used.last = used.last.max(Some(last.0));
        // An hour that straddles midnight (zones of half an hour) counts for both days.
        if time::day(policy.zone, last.0) == today {
            used.today = used.today.saturating_add(started);
        }
        let first_day = time::day(policy.zone, first.0);
        if first_day < today {
            earlier.insert(first_day);
            if earlier.len() >= enough {
                break;
            }
        }
    }
    used.days = u32::try_from(earlier.len()).unwrap_or(u32::MAX);
    Ok(used)
}

/// What is true of a person whatever the step: read once, asked about several times within a turn.
#[derive(Debug)]
pub struct About {
    id: Uuid,
    row: Person,
    suppressed: Option<(DateTime<Utc>, String)>,
    /// Something was written to them, or to their address, or lies ready.
    written_to: bool,
    /// A follow-up is planned or drafted.
    pub followup_open: bool,
    /// They wait in the LinkedIn queue.
    pub linkedin_waiting: bool,
    /// Whose touches count for them beside their own: those they were made one with.
    identity: Kept,
}

// What most people have nothing of is looked at closely for those alone who have, and a list that is empty is not asked about each of them.
const ABOUT: &str = "
    SELECT p.id, deleted_at IS NOT NULL, sample, status, email, email_norm, email_status, consent_at IS NOT NULL, linkedin_slug, time_zone,
           EXISTS (SELECT 1 FROM outbox WHERE person_id = p.id) OR EXISTS (SELECT 1 FROM outbox WHERE to_norm = p.email_norm AND to_norm <> '')
             OR (EXISTS (SELECT 1 FROM send_ledger) AND (
               EXISTS (SELECT 1 FROM send_ledger WHERE person_id = p.id)
               OR EXISTS (SELECT 1 FROM send_ledger WHERE address_norm = p.email_norm AND address_norm <> ''))),
           EXISTS (SELECT 1 FROM followup WHERE person_id = p.id),
           EXISTS (SELECT 1 FROM linkedin_task WHERE person_id = p.id AND state = 'waiting'),
           EXISTS (SELECT 1 FROM suppression),
           EXISTS (SELECT 1 FROM merge_log) AND EXISTS (SELECT 1 FROM merge_log WHERE survivor_id = p.id OR other_id = p.id)
    FROM json_each(?1) j JOIN person p ON p.id = j.value";

/// Reads what the gate needs to know of a person; `None` when there is no such person.
pub fn about(read: &Read<'_>, person: Uuid) -> Result<Option<About>, StoreError> {
    Ok(about_all(read, &[person])?.remove(&person))
}

/// The same of many people at once; whoever is not there is left out.
pub fn about_all(read: &Read<'_>, people: &[Uuid]) -> Result<HashMap<Uuid, About>, StoreError> {
    let mut statement = read.conn().prepare_cached(ABOUT)?;
    let mut rows = statement.query([ids_json(people)])?;
    let mut all = HashMap::with_capacity(people.len());
    while let Some(row) = rows.next()? {
        let about = About::from_row(read, row)?;
        all.insert(about.id, about);
    }
    Ok(all)
}

impl About {
    fn from_row(read: &Read<'_>, row: &Row<'_>) -> Result<Self, StoreError> {
        let id = row.get::<_, Id>(0)?.0;
        let person = Person::from_row(row)?;
        let (followups, anybody_suppressed, merged): (bool, bool, bool) = (row.get(11)?, row.get(13)?, row.get(14)?);
        let identity = if merged { crate::merging::counted(read, id)? } else { Kept::default() };
        Ok(Self {
            id,
            suppressed: if anybody_suppressed { crate::suppression::holding(read, id, &person.email_norm, &person.slug)? } else { None },
            row: person,
            written_to: row.get::<_, bool>(10)? || !identity.is_empty(),
            followup_open: followups && crate::followups::is_open(read, id)?,
            linkedin_waiting: row.get(12)?,
            identity,
        })
    }

    /// The normalised address these facts speak of; empty where there is none.
    pub fn address(&self) -> &str {
        &self.row.email_norm
    }
}

/// The facts about one touch.
///
/// A touch of the practice outbox counts for the practice outbox only: rehearsing does not keep anybody from being written to for real.
pub fn facts(
    read: &Read<'_>,
    about: &About,
    step: Step,
    outbox: Option<Uuid>,
    policy: &Policy,
    used: &AccountUse,
) -> Result<Facts, StoreError> {
    let About { id, row: person, suppressed, written_to, identity, .. } = about;
    let message = Waiting::find(read, outbox)?;
    let practice = policy.account.is_practice();
    // Whom an address belongs to is no matter on LinkedIn.
    let address = if step == Step::Linkedin { "" } else { person.email_norm.as_str() };
    let touches = if *written_to { Touches::find(read, (*id, identity), step, practice, address, outbox)? } else { Touches::default() };
    let may_be_rehearsed = *written_to && !practice && person.status.meaning == Meaning::Contacted && touches.at.is_none();
    Ok(Facts {
        deleted: person.deleted,
        sample: person.sample,
        status: person.status,
        email_status: person.email_status,
        consent: person.consent,
        suppressed: suppressed.clone(),
        rehearsed: may_be_rehearsed && Touches::find(read, (*id, identity), Step::First, true, "", None)?.at.is_some(),
        touched_at: touches.at,
        address_touched_at: touches.of_address,
        other_message: touches.other_message,
        previous_left: previous_left(read, (*id, identity), step, practice)?,
        approved: message.approved,
        not_before: message.not_before,
        zone: person.zone.unwrap_or(policy.zone),
        used_today: used.today,
        sending_days: used.days,
        last_touch: used.last,
        paused: used.paused.clone(),
        paused_run: message.paused_run,
        held_after_restore: used.held_after_restore,
        email: person.email.clone(),
    })
}

/// Facts about nobody: what a forecast starts from.
pub fn account_facts(used: &AccountUse, policy: &Policy) -> Facts {
    Facts {
        deleted: false,
        sample: false,
        status: Meaning::New.into(),
        email: String::new(),
        email_status: EmailStatus::None,
        consent: false,
        suppressed: None,
        touched_at: None,
        rehearsed: false,
        address_touched_at: None,
        other_message: false,
        previous_left: false,
        approved: false,
        not_before: None,
        zone: policy.zone,
        used_today: used.today,
        sending_days: used.days,
        last_touch: used.last,
        paused: used.paused.clone(),
        paused_run: None,
        held_after_restore: used.held_after_restore,
    }
}

#[derive(Debug)]
struct Person {
    deleted: bool,
    sample: bool,
    status: Status,
    email: String,
    email_norm: String,
    email_status: EmailStatus,
    consent: bool,
    slug: String,
    zone: Option<Tz>,
}

impl Person {
    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            deleted: row.get(1)?,
            sample: row.get(2)?,
            status: Status::of_key(row.get_ref(3)?.as_str()?).unwrap_or(Status::of(Meaning::DoNotContact)),
            email: row.get(4)?,
            email_norm: row.get(5)?,
            email_status: EmailStatus::of_code(row.get_ref(6)?.as_str()?).unwrap_or(EmailStatus::None),
            consent: row.get(7)?,
            slug: row.get(8)?,
            zone: row.get_ref(9)?.as_str()?.parse().ok(),
        })
    }
}

/// What the message itself says about when it may leave.
#[derive(Default)]
struct Waiting {
    not_before: Option<DateTime<Utc>>,
    approved: bool,
    paused_run: Option<u32>,
}

impl Waiting {
    fn find(read: &Read<'_>, outbox: Option<Uuid>) -> Result<Self, StoreError> {
        let Some(id) = outbox else { return Ok(Self::default()) };
        let mut statement = read.conn().prepare_cached(
            "SELECT o.send_after, o.approved_at IS NOT NULL, r.number FROM outbox o LEFT JOIN run r ON r.id = o.run_id AND r.state = 'paused'
             WHERE o.id = ?1",
        )?;
        let found = statement.query_row([Id(id)], |row| {
            Ok(Self { not_before: row.get::<_, Option<At>>(0)?.map(|at| at.0), approved: row.get(1)?, paused_run: row.get(2)? })
        });
        Ok(found.optional()?.unwrap_or_default())
    }
}

/// What was done before, or is about to be.
#[derive(Default)]
struct Touches {
    /// When the person was touched by this step.
    at: Option<DateTime<Utc>>,
    /// When another person with the same address was, or got an earlier message for this step.
    of_address: Option<DateTime<Utc>>,
    /// There is another message that counts.
    other_message: bool,
}

impl Touches {
    fn find(
        read: &Read<'_>,
        (person, identity): (Uuid, &Kept),
        step: Step,
        practice: bool,
        address: &str,
        outbox: Option<Uuid>,
    ) -> Result<Self, StoreError> {
        let mut statement = read.conn().prepare_cached(&TOUCHES)?;
        let mut touches = statement.query_row(params![Id(person), step.to_string(), practice, address, outbox.map(Id)], |row| {
            let at = |column: usize| Ok::<_, rusqlite::Error>(row.get::<_, Option<At>>(column)?.map(|at| at.0));
            Ok(Self { at: at(0)?, of_address: at(1)?, other_message: row.get(2)? })
        })?;
        // Whoever was touched under another identity of theirs was touched.
        touches.at = touches.at.max(identity.newest(read, stands(practice), &step.to_string())?);
        Ok(touches)
    }
}

/// An entry of the ledger `l` that stands: a touch that surely did not happen leaves no trace.
const STANDS_ANYWHERE: &str = "l.event IN ('started', 'sent', 'reconciled_sent') AND NOT EXISTS (
    SELECT 1 FROM send_ledger n WHERE n.outbox_id = l.outbox_id AND n.event IN ('not_sent', 'reconciled_not_sent') AND n.id > l.id)";
/// One that is no rehearsal.
pub(crate) const STANDS_FOR_REAL: &str = "l.account <> 'practice' AND l.event IN ('started', 'sent', 'reconciled_sent') AND NOT EXISTS (
    SELECT 1 FROM send_ledger n WHERE n.outbox_id = l.outbox_id AND n.event IN ('not_sent', 'reconciled_not_sent') AND n.id > l.id)";
/// A message that surely left.
const LEFT_ANYWHERE: &str = "l.event IN ('sent', 'reconciled_sent')";
/// One that left for real.
const LEFT_FOR_REAL: &str = "l.account <> 'practice' AND l.event IN ('sent', 'reconciled_sent')";

/// A touch that stands, for those whose entries count beside a person's own.
fn stands(practice: bool) -> &'static str {
    if practice { STANDS_ANYWHERE } else { STANDS_FOR_REAL }
}

/// Values: the person, the step, whether this is the practice outbox, the address (or nothing), the message itself.
///
/// A touch that surely did not happen leaves no trace: its ledger ends with `not_sent`. Another message counts when it left or may have, or
/// when it has not left and is older than this one (so that of two the first may go). The plus keeps SQLite from looking through everything
/// ever sent for the few messages of an address.
static TOUCHES: LazyLock<String> = LazyLock::new(|| {
    const STANDS: &str = "l.event IN ('started', 'sent', 'reconciled_sent') AND NOT EXISTS (
        SELECT 1 FROM send_ledger n WHERE n.outbox_id = l.outbox_id AND n.event IN ('not_sent', 'reconciled_not_sent') AND n.id > l.id)
        AND (?3 OR l.account <> 'practice')";
    const COUNTS: &str =
        "(+state IN ('sending', 'sent', 'unknown') OR (+state IN ('draft', 'held', 'scheduled') AND (?5 IS NULL OR id < ?5)))
        AND (?3 OR account <> 'practice')";
    format!(
        "SELECT (SELECT max(l.at) FROM send_ledger l WHERE l.person_id = ?1 AND l.step = ?2 AND {STANDS}),
                iif(?4 = '', NULL, (SELECT max(at) FROM (
                  SELECT max(l.at) AS at FROM send_ledger l
                   WHERE l.address_norm = ?4 AND l.address_norm <> '' AND l.step = ?2 AND l.person_id IS NOT NULL AND l.person_id <> ?1 AND {STANDS}
                  UNION ALL
                  SELECT max(created_at) FROM outbox WHERE to_norm = ?4 AND step = ?2 AND person_id <> ?1 AND {COUNTS}))),
                EXISTS (SELECT 1 FROM outbox WHERE person_id = ?1 AND step = ?2 AND id IS NOT ?5 AND {COUNTS})"
    )
});

fn previous_left(read: &Read<'_>, (person, identity): (Uuid, &Kept), step: Step, practice: bool) -> Result<bool, StoreError> {
    let before = match step {
        Step::Followup(n) if n > 1 => Step::Followup(n - 1),
        Step::Followup(_) => Step::First,
        Step::First | Step::Linkedin => return Ok(true),
    };
    let mut statement = read.conn().prepare_cached(
        "SELECT EXISTS (SELECT 1 FROM send_ledger WHERE person_id = ?1 AND step = ?2
           AND event IN ('sent', 'reconciled_sent') AND (?3 OR account <> 'practice'))",
    )?;
    let own: bool = statement.query_row(params![Id(person), before.to_string(), practice], |row| row.get(0))?;
    let left = if practice { LEFT_ANYWHERE } else { LEFT_FOR_REAL };
    Ok(own || identity.newest(read, left, &before.to_string())?.is_some())
}

/// How many LinkedIn invitations the seller recorded as sent since a moment.
pub fn linkedin_sent_since(read: &Read<'_>, since: DateTime<Utc>) -> Result<u32, StoreError> {
    let mut statement = read.conn().prepare_cached(
        "SELECT count(*) FROM send_ledger
         WHERE channel = 'linkedin' AND event = 'sent' AND at >= ?1 AND json_extract(detail, '$.message') IS NULL",
    )?;
    Ok(statement.query_row([time_text(since)], |row| row.get(0))?)
}

/// How many of them went with a personal note.
pub fn linkedin_notes_since(read: &Read<'_>, since: DateTime<Utc>) -> Result<u32, StoreError> {
    let mut statement = read.conn().prepare_cached(
        "SELECT count(*) FROM send_ledger WHERE channel = 'linkedin' AND event = 'sent' AND at >= ?1 AND json_extract(detail, '$.note') = 1",
    )?;
    Ok(statement.query_row([time_text(since)], |row| row.get(0))?)
}
