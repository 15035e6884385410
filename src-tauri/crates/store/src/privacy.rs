//! On what ground people are held, when they were last heard of, and everything that is held about one.

mod held;

pub use held::{Held, held_about};

use crate::people::called;
use crate::values::{At, Day, Id};
use crate::{Read, StoreError, Tag, Tx};
use chrono::{DateTime, Datelike, NaiveDate, Utc};
use domain::privacy::{Channel, LegalBasis, keep_until};
use rusqlite::{OptionalExtension, named_params, params};
use uuid::Uuid;

/// What the seller noted about a person's privacy.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Noted {
    /// The ground.
    pub basis: LegalBasis,
    /// When they were informed otherwise than by a message of the desk.
    pub informed_on: Option<NaiveDate>,
    /// A contact from them the desk does not know by itself.
    pub heard_on: Option<NaiveDate>,
    /// What it was.
    pub heard_how: String,
}

/// Agreement, or refusal, for one channel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Consent {
    /// The channel.
    pub channel: Channel,
    /// They agreed; otherwise they refused.
    pub given: bool,
    /// When.
    pub on: NaiveDate,
    /// How.
    pub note: String,
}

/// What the desk knows by itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Known {
    /// Day their data came to the desk.
    pub collected: NaiveDate,
    /// The first message that told where their data come from.
    pub informed_at: Option<DateTime<Utc>>,
    /// The last contact from them, of whatever kind, the noted one included.
    pub heard_on: Option<NaiveDate>,
    /// What that was: `noted`, `call`, `appointment`, `connected`, `linkedin`; empty for none.
    pub heard_by: String,
}

/// Contacts from a person `p`, each as `on_day` and `by_what`. A message they opened is none; nor is one that was sent to them.
const HEARD: &str = "
    SELECT heard_on AS on_day, 'noted' AS by_what FROM person_privacy WHERE person_id = p.id AND heard_on IS NOT NULL
    UNION ALL SELECT p.connected_on, 'connected' WHERE p.connected_on IS NOT NULL
    UNION ALL SELECT max(substr(a.at, 1, 10)), 'call' FROM activity a WHERE a.person_id = p.id AND a.kind = 'call' AND a.deleted_at IS NULL
       AND json_extract(a.data, '$.reason.params.outcome') = 'reached'
    UNION ALL SELECT max(substr(a.starts_at, 1, 10)), 'appointment' FROM appointment_person g JOIN appointment a ON a.id = g.appointment_id
      WHERE g.person_id = p.id AND a.state = 'done' AND a.deleted_at IS NULL
    UNION ALL SELECT max(substr(a.at, 1, 10)), 'linkedin' FROM activity a WHERE a.person_id = p.id AND a.deleted_at IS NULL
       AND a.kind IN ('linkedin_received', 'linkedin_invited_you')";

/// What was noted; the defaults where nothing was.
pub fn noted(read: &Read<'_>, person: Uuid) -> Result<Noted, StoreError> {
    let mut statement =
        read.conn().prepare_cached("SELECT legal_basis, informed_on, heard_on, heard_how FROM person_privacy WHERE person_id = ?1")?;
    let found = statement.query_row([Id(person)], |row| {
        Ok(Noted {
            basis: LegalBasis::of_code(row.get_ref(0)?.as_str()?).unwrap_or_default(),
            informed_on: row.get::<_, Option<Day>>(1)?.map(|day| day.0),
            heard_on: row.get::<_, Option<Day>>(2)?.map(|day| day.0),
            heard_how: row.get(3)?,
        })
    });
    Ok(found.optional()?.unwrap_or_default())
}

/// Notes it.
pub fn note(tx: &mut Tx<'_>, person: Uuid, noted: &Noted) -> Result<(), StoreError> {
    tx.conn()
        .prepare_cached(
            "INSERT INTO person_privacy (person_id, legal_basis, informed_on, heard_on, heard_how) VALUES (?1, ?2, ?3, ?4, ?5)
             ON CONFLICT (person_id) DO UPDATE SET legal_basis = excluded.legal_basis, informed_on = excluded.informed_on,
               heard_on = excluded.heard_on, heard_how = excluded.heard_how",
        )?
        .execute(params![Id(person), noted.basis.code(), noted.informed_on.map(Day), noted.heard_on.map(Day), noted.heard_how])?;
    Ok(())
}

/// What they agreed to and refused.
pub fn consents(read: &Read<'_>, person: Uuid) -> Result<Vec<Consent>, StoreError> {
    let mut statement = read.conn().prepare_cached("SELECT channel, given, on_day, note FROM person_consent WHERE person_id = ?1")?;
    let mut rows = statement.query([Id(person)])?;
    let mut all = Vec::new();
    while let Some(row) = rows.next()? {
        if let Some(channel) = Channel::of_code(row.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?) {
            all.push(Consent { channel, given: row.get(1)?, on: row.get::<_, Day>(2)?.0, note: row.get(3)? });
        }
    }
    all.sort_by_key(|consent| consent.channel);
    Ok(all)
}

/// Enters what they said of a channel; `None` forgets it.
pub fn set_consent(tx: &mut Tx<'_>, person: Uuid, channel: Channel, said: Option<&Consent>) -> Result<(), StoreError> {
    match said {
        None => tx
            .conn()
            .prepare_cached("DELETE FROM person_consent WHERE person_id = ?1 AND channel = ?2")?
            .execute(params![Id(person), channel.code()])?,
        Some(said) => tx
            .conn()
            .prepare_cached(
                "INSERT INTO person_consent (person_id, channel, given, on_day, note) VALUES (?1, ?2, ?3, ?4, ?5)
                 ON CONFLICT (person_id, channel) DO UPDATE SET given = excluded.given, on_day = excluded.on_day, note = excluded.note",
            )?
            .execute(params![Id(person), channel.code(), said.given, Day(said.on), said.note])?,
    };
    tx.touch(Tag::People);
    Ok(())
}

/// What the desk knows by itself of somebody who is on it.
pub fn known(read: &Read<'_>, person: Uuid) -> Result<Option<Known>, StoreError> {
    let sql = format!(
        "SELECT p.added_on, (SELECT min(l.at) FROM send_ledger l WHERE l.person_id = p.id AND l.step = 'first' AND l.account <> 'practice'
             AND l.channel = 'email' AND l.event IN ('sent', 'reconciled_sent')),
           (SELECT json_array(on_day, by_what) FROM ({HEARD}) WHERE on_day IS NOT NULL ORDER BY on_day DESC, by_what LIMIT 1)
         FROM person p WHERE p.id = ?1"
    );
    let mut statement = read.conn().prepare_cached(&sql)?;
    let found = statement.query_row([Id(person)], |row| {
        Ok((row.get::<_, Day>(0)?.0, row.get::<_, Option<At>>(1)?.map(|at| at.0), row.get::<_, Option<String>>(2)?))
    });
    let Some((collected, informed_at, heard)) = found.optional()? else { return Ok(None) };
    let heard: Option<(String, String)> = heard.and_then(|heard| serde_json::from_str(&heard).ok());
    let (heard_on, heard_by) = heard.map_or((None, String::new()), |(on, by)| (on.parse().ok(), by));
    Ok(Some(Known { collected, informed_at, heard_on, heard_by }))
}

/// Somebody who should not be kept any longer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expired {
    /// Who.
    pub id: Uuid,
    /// Their name.
    pub name: String,
    /// Their company.
    pub company: String,
    /// Day their data came.
    pub collected: NaiveDate,
    /// The last contact from them.
    pub heard_on: Option<NaiveDate>,
    /// The day after which they should have gone.
    pub until: NaiveDate,
}

/// Everybody whose time ran out before `today`, the longest gone first, at most `limit`; and how many there are in all.
pub fn expired(read: &Read<'_>, today: NaiveDate, years: u32, limit: usize) -> Result<(Vec<Expired>, u32), StoreError> {
    let years_back = i32::try_from(years).unwrap_or(i32::MAX);
    let cut = today
        .with_year(today.year().saturating_sub(years_back))
        .or_else(|| today.pred_opt()?.with_year(today.year() - years_back))
        .unwrap_or(today);
    let sql = format!(
        "SELECT p.id, {called}, coalesce(c.name, ''), p.added_on, (SELECT max(on_day) FROM ({HEARD})), coalesce(pp.legal_basis, '')
           FROM person p LEFT JOIN company c ON c.id = p.company_id LEFT JOIN person_privacy pp ON pp.person_id = p.id
          WHERE p.deleted_at IS NULL AND p.sample = 0 AND p.added_on <= :cut AND coalesce(pp.legal_basis, '') <> 'contract'",
        called = called!("p."),
    );
    let mut statement = read.conn().prepare_cached(&sql)?;
    let mut rows = statement.query(named_params! { ":cut": Day(cut) })?;
    let mut gone = Vec::new();
    while let Some(row) = rows.next()? {
        let collected = row.get::<_, Day>(3)?.0;
        let heard_on: Option<NaiveDate> = row.get::<_, Option<String>>(4)?.and_then(|on| on.parse().ok());
        let basis = LegalBasis::of_code(row.get_ref(5)?.as_str().map_err(rusqlite::Error::from)?).unwrap_or_default();
        let Some(until) = keep_until(basis, collected, heard_on, years).filter(|until| *until < today) else { continue };
        gone.push(Expired { id: row.get::<_, Id>(0)?.0, name: row.get(1)?, company: row.get(2)?, collected, heard_on, until });
    }
    gone.sort_by(|one, other| (one.until, &one.name).cmp(&(other.until, &other.name)));
    let total = u32::try_from(gone.len()).unwrap_or(u32::MAX);
    gone.truncate(limit);
    Ok((gone, total))
}
