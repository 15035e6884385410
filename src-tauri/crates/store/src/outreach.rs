//! What the gate needs to know, read from the ledger, the do-not-contact list, the outbox and the person.

use crate::values::{At, Id, time_text};
use crate::{Read, StoreError, meta};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use domain::outreach::{Facts, Policy, Step};
use domain::people::Status;
use domain::time;
use domain::views::people::EmailStatus;
use rusqlite::{OptionalExtension, Row, named_params};
use std::collections::BTreeSet;
use uuid::Uuid;

/// How much of the account's allowance is used: the same for every person asked about in one transaction.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AccountUse {
    /// Messages begun today, in the desk's zone.
    pub today: u32,
    /// Earlier days with at least one message.
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
        }
    }
    used.days = u32::try_from(earlier.len()).unwrap_or(u32::MAX);
    Ok(used)
}

/// The touch asked about, and the message that would carry it.
#[derive(Debug, Clone, Copy)]
pub struct Asked {
    /// Who.
    pub person: Uuid,
    /// Which step.
    pub step: Step,
    /// The message itself, so that it is not its own duplicate.
    pub outbox: Option<Uuid>,
}

/// The facts about one person; `None` when there is no such person.
///
/// A touch of the practice outbox counts for the practice outbox only: rehearsing does not keep anybody from being written to for real.
pub fn facts(read: &Read<'_>, asked: Asked, policy: &Policy, used: &AccountUse) -> Result<Option<Facts>, StoreError> {
    let mut statement = read.conn().prepare_cached(
        "SELECT deleted_at IS NOT NULL, sample, status, email, email_norm, email_status, consent_at IS NOT NULL, linkedin_slug, time_zone
         FROM person WHERE id = ?1",
    )?;
    let Some(person) = statement.query_row([Id(asked.person)], Person::from_row).optional()? else { return Ok(None) };
    let message = Waiting::find(read, asked.outbox)?;
    let practice = policy.account.is_practice();
    let touched_at = touched(read, asked.person, asked.step, practice)?;
    Ok(Some(Facts {
        deleted: person.deleted,
        sample: person.sample,
        status: person.status,
        email_status: person.email_status,
        consent: person.consent,
        suppressed: crate::suppression::holding(read, asked.person, &person.email_norm, &person.slug)?,
        rehearsed: !practice
            && person.status == Status::Contacted
            && touched_at.is_none()
            && touched(read, asked.person, Step::First, true)?.is_some(),
        touched_at,
        address_touched_at: address_touched(read, asked, &person.email_norm, practice)?,
        other_message: other_message(read, asked, practice)?,
        previous_left: previous_left(read, asked, practice)?,
        approved: message.approved,
        not_before: message.not_before,
        zone: person.zone.unwrap_or(policy.zone),
        used_today: used.today,
        sending_days: used.days,
        last_touch: used.last,
        paused: used.paused.clone(),
        paused_run: message.paused_run,
        held_after_restore: used.held_after_restore,
        email: person.email,
    }))
}

/// Facts about nobody: what a forecast starts from.
pub fn account_facts(used: &AccountUse, policy: &Policy) -> Facts {
    Facts {
        deleted: false,
        sample: false,
        status: Status::New,
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
            deleted: row.get(0)?,
            sample: row.get(1)?,
            status: Status::of_code(&row.get::<_, String>(2)?).unwrap_or(Status::DoNotContact),
            email: row.get(3)?,
            email_norm: row.get(4)?,
            email_status: EmailStatus::of_code(&row.get::<_, String>(5)?).unwrap_or(EmailStatus::None),
            consent: row.get(6)?,
            slug: row.get(7)?,
            zone: row.get::<_, String>(8)?.parse().ok(),
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

/// A touch that surely did not happen leaves no trace here: its ledger ends with `not_sent`.
const STANDS: &str = "l.event IN ('started', 'sent', 'reconciled_sent') AND NOT EXISTS (
    SELECT 1 FROM send_ledger n WHERE n.outbox_id = l.outbox_id AND n.event IN ('not_sent', 'reconciled_not_sent') AND n.id > l.id)
    AND (:practice OR l.account <> 'practice')";

fn touched(read: &Read<'_>, person: Uuid, step: Step, practice: bool) -> Result<Option<DateTime<Utc>>, StoreError> {
    let sql = format!("SELECT max(l.at) FROM send_ledger l WHERE l.person_id = :person AND l.step = :step AND {STANDS}");
    let mut statement = read.conn().prepare_cached(&sql)?;
    let at: Option<At> =
        statement.query_row(named_params! { ":person": Id(person), ":step": step.to_string(), ":practice": practice }, |row| row.get(0))?;
    Ok(at.map(|at| at.0))
}

/// Another person with the same address was touched, or has an earlier message for this step.
fn address_touched(read: &Read<'_>, asked: Asked, address: &str, practice: bool) -> Result<Option<DateTime<Utc>>, StoreError> {
    if address.is_empty() {
        return Ok(None);
    }
    let sql = format!(
        "SELECT max(at) FROM (
           SELECT max(l.at) AS at FROM send_ledger l
           WHERE l.address_norm = :address AND l.step = :step AND l.person_id IS NOT NULL AND l.person_id <> :person AND {STANDS}
           UNION ALL
           SELECT max(created_at) FROM outbox WHERE to_norm = :address AND step = :step AND person_id <> :person AND {COUNTS})"
    );
    let mut statement = read.conn().prepare_cached(&sql)?;
    let at: Option<At> = statement.query_row(
        named_params! {
            ":address": address, ":step": asked.step.to_string(), ":person": Id(asked.person), ":self": asked.outbox.map(Id),
            ":practice": practice
        },
        |row| row.get(0),
    )?;
    Ok(at.map(|at| at.0))
}

/// Another message that counts: one that left or may have, or one that has not left and is older than this one (so that of two the first
/// may go). The plus keeps SQLite from looking through everything ever sent for the few messages of an address.
const COUNTS: &str =
    "(+state IN ('sending', 'sent', 'unknown') OR (+state IN ('draft', 'held', 'scheduled') AND (:self IS NULL OR id < :self)))
    AND (:practice OR account <> 'practice')";

fn other_message(read: &Read<'_>, asked: Asked, practice: bool) -> Result<bool, StoreError> {
    let sql = format!("SELECT EXISTS (SELECT 1 FROM outbox WHERE person_id = :person AND step = :step AND id IS NOT :self AND {COUNTS})");
    let mut statement = read.conn().prepare_cached(&sql)?;
    Ok(statement.query_row(
        named_params! {
            ":person": Id(asked.person), ":step": asked.step.to_string(), ":self": asked.outbox.map(Id), ":practice": practice
        },
        |row| row.get(0),
    )?)
}

fn previous_left(read: &Read<'_>, asked: Asked, practice: bool) -> Result<bool, StoreError> {
    let before = match asked.step {
        Step::Followup(n) if n > 1 => Step::Followup(n - 1),
        Step::Followup(_) => Step::First,
        Step::First | Step::Linkedin => return Ok(true),
    };
    let mut statement = read.conn().prepare_cached(
        "SELECT EXISTS (SELECT 1 FROM send_ledger WHERE person_id = :person AND step = :step
           AND event IN ('sent', 'reconciled_sent') AND (:practice OR account <> 'practice'))",
    )?;
    Ok(statement
        .query_row(named_params! { ":person": Id(asked.person), ":step": before.to_string(), ":practice": practice }, |row| row.get(0))?)
}

/// How many LinkedIn invitations the seller recorded as sent since a moment.
pub fn linkedin_sent_since(read: &Read<'_>, since: DateTime<Utc>) -> Result<u32, StoreError> {
    let mut statement =
        read.conn().prepare_cached("SELECT count(*) FROM send_ledger WHERE channel = 'linkedin' AND event = 'sent' AND at >= ?1")?;
    Ok(statement.query_row([time_text(since)], |row| row.get(0))?)
}

/// How many of them went with a personal note.
pub fn linkedin_notes_since(read: &Read<'_>, since: DateTime<Utc>) -> Result<u32, StoreError> {
    let mut statement = read.conn().prepare_cached(
        "SELECT count(*) FROM send_ledger WHERE channel = 'linkedin' AND event = 'sent' AND at >= ?1 AND json_extract(detail, '$.note') = 1",
    )?;
    Ok(statement.query_row([time_text(since)], |row| row.get(0))?)
}
