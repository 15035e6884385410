use crate::values::{At, Id, ids_json};
use crate::{Read, StoreError, Tx};
use chrono::{DateTime, Utc};
use domain::people::{Person, PersonField};
use std::collections::HashMap;
use uuid::Uuid;

/// Where single values of a person came from, as far as they differ from the person's own source.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Provenance {
    /// Field, source (`typed`, `import:<id>`), when.
    pub fields: Vec<(PersonField, String, DateTime<Utc>)>,
}

impl Provenance {
    /// Whether the seller typed this value of `person`. Somebody added by hand is typed as a whole, but for what a file brought later.
    pub fn is_typed(&self, person: &Person, field: PersonField) -> bool {
        match self.fields.iter().find(|(known, ..)| *known == field) {
            Some((_, source, _)) => source == "typed",
            None => person.source == "manual" && field.is_typed() && !field.get(person).is_empty(),
        }
    }
}

/// Reads where single values of a person came from.
pub fn provenance(read: &Read<'_>, person: Uuid) -> Result<Provenance, StoreError> {
    let mut statement = read.conn().prepare_cached("SELECT field, source, at FROM person_field WHERE person_id = ?1 ORDER BY field")?;
    let mut rows = statement.query([Id(person)])?;
    let mut fields = Vec::new();
    while let Some(row) = rows.next()? {
        let name: String = row.get(0)?;
        // A field a later version knows is not this one's business.
        if let Some(field) = PersonField::of_code(&name) {
            fields.push((field, row.get(1)?, row.get::<_, At>(2)?.0));
        }
    }
    Ok(Provenance { fields })
}

/// The same for several people; those without exceptions are left out.
pub fn provenances(read: &Read<'_>, people: &[Uuid]) -> Result<HashMap<Uuid, Provenance>, StoreError> {
    let mut statement = read
        .conn()
        .prepare_cached("SELECT f.person_id, f.field, f.source, f.at FROM json_each(?1) j JOIN person_field f ON f.person_id = j.value")?;
    let mut rows = statement.query([ids_json(people)])?;
    let mut found: HashMap<Uuid, Provenance> = HashMap::new();
    while let Some(row) = rows.next()? {
        if let Some(field) = PersonField::of_code(&row.get::<_, String>(1)?) {
            let known = found.entry(row.get::<_, Id>(0)?.0).or_default();
            known.fields.push((field, row.get(2)?, row.get::<_, At>(3)?.0));
        }
    }
    Ok(found)
}

/// Records where a value came from.
pub fn set_field(tx: &mut Tx<'_>, person: Uuid, field: PersonField, source: &str) -> Result<(), StoreError> {
    let now = At(tx.now());
    tx.conn()
        .prepare_cached(
            "INSERT INTO person_field (person_id, field, source, at) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (person_id, field) DO UPDATE SET source = excluded.source, at = excluded.at",
        )?
        .execute((Id(person), field.code(), source, now))?;
    Ok(())
}
