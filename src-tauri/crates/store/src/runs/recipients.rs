use crate::values::{Day, Id};
use crate::{Read, StoreError};
use domain::writing::{Language, Recipient, Source};
use rusqlite::{OptionalExtension, Row};
use uuid::Uuid;

/// A person as a run needs them.
#[derive(Debug, Clone)]
pub struct Target {
    /// What writing needs to know.
    pub recipient: Recipient,
    /// The address as written.
    pub email: String,
    /// Normalised address.
    pub email_norm: String,
    /// Profile slug; empty = no profile.
    pub slug: String,
    /// Invented.
    pub sample: bool,
}

impl Target {
    /// Somebody who was removed from the desk meanwhile: the gate refuses them.
    pub fn gone(id: Uuid) -> Self {
        let recipient = Recipient {
            id,
            first_name: String::new(),
            last_name: String::new(),
            title: String::new(),
            company: String::new(),
            location: String::new(),
            email: String::new(),
            language: None,
            source: Source::Manual,
            source_detail: String::new(),
            connected_on: None,
        };
        Self { recipient, email: String::new(), email_norm: String::new(), slug: String::new(), sample: false }
    }
}

const SELECT: &str = "SELECT p.id, p.first_name, p.last_name, p.title, coalesce(c.name, ''), p.location, p.email, p.email_norm, p.language,
    p.source, p.source_detail, p.connected_on, p.linkedin_slug, p.sample
  FROM person p LEFT JOIN company c ON c.id = p.company_id WHERE p.id = ?1";

fn target(row: &Row<'_>) -> rusqlite::Result<Target> {
    let email: String = row.get(6)?;
    Ok(Target {
        recipient: Recipient {
            id: row.get::<_, Id>(0)?.0,
            first_name: row.get(1)?,
            last_name: row.get(2)?,
            title: row.get(3)?,
            company: row.get(4)?,
            location: row.get(5)?,
            email: email.clone(),
            language: Language::of_code(row.get_ref(8)?.as_str()?),
            source: Source::named(row.get_ref(9)?.as_str()?),
            source_detail: row.get(10)?,
            connected_on: row.get::<_, Option<Day>>(11)?.map(|d| d.0),
        },
        email,
        email_norm: row.get(7)?,
        slug: row.get(12)?,
        sample: row.get(13)?,
    })
}

/// People by id, in the same order; those that do not exist are left out.
pub fn targets(read: &Read<'_>, ids: &[Uuid]) -> Result<Vec<Target>, StoreError> {
    let mut statement = read.conn().prepare_cached(SELECT)?;
    ids.iter().filter_map(|id| statement.query_row([Id(*id)], target).optional().transpose()).map(|t| t.map_err(Into::into)).collect()
}
