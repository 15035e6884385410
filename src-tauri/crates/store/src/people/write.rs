use crate::values::{At, Day, Id};
use crate::{StoreError, Tag, Tx, statuses};
use domain::people::Person;
use rusqlite::{ToSql, params};
use uuid::Uuid;

/// Adds every column, in the order of [`with_values`].
const INSERT: &str = "INSERT INTO person (
      id, first_name, last_name, name_norm, sort_name, title, company_id, email, email_norm, email_status, phone, phone_norm,
      linkedin_url, linkedin_slug, location, time_zone, language, status, notes, message_sent, followup_count, last_contact_at,
      consent_at, consent_note, source, source_detail, connected_on, added_on, sample, created_at, deleted_at)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26, ?27, ?28,
      ?29, ?30, ?31)";

/// Writes every column, in the order of [`with_values`].
const UPDATE: &str = "UPDATE person SET
      first_name = ?2, last_name = ?3, name_norm = ?4, sort_name = ?5, title = ?6, company_id = ?7, email = ?8, email_norm = ?9,
      email_status = ?10, phone = ?11, phone_norm = ?12, linkedin_url = ?13, linkedin_slug = ?14, location = ?15, time_zone = ?16,
      language = ?17, status = ?18, notes = ?19, message_sent = ?20, followup_count = ?21, last_contact_at = ?22, consent_at = ?23,
      consent_note = ?24, source = ?25, source_detail = ?26, connected_on = ?27, added_on = ?28, sample = ?29, created_at = ?30,
      deleted_at = ?31
    WHERE id = ?1";

/// Adds a person. Their company must be there when the write commits.
pub fn insert(tx: &mut Tx<'_>, person: &Person) -> Result<(), StoreError> {
    execute(tx, INSERT, person).map(|_| ())
}

/// Adds a person whom nothing else in this write changes: in bulk, because the journal need not read them back. `labels` say what the first
/// address and the first number are for. Their company must be there when the write commits.
pub fn insert_untouched(tx: &mut Tx<'_>, person: &Person, labels: [&str; 2]) -> Result<(), StoreError> {
    statuses::require(tx, person.status)?;
    with_values(person, |values| {
        let labels = labels.iter().map(|label| label as &dyn ToSql);
        let values = values.iter().copied().chain(labels).map(ToSql::to_sql).collect::<Result<Vec<_>, _>>()?;
        tx.put_in("person", &values)
    })?;
    tx.touch(Tag::People);
    Ok(())
}

/// Writes every value of a person; those that are the same leave no trace in the journal. `false` when there is no such person.
pub fn update(tx: &mut Tx<'_>, person: &Person) -> Result<bool, StoreError> {
    execute(tx, UPDATE, person).map(|changed| changed == 1)
}

/// Removes a person from the desk; undo brings them back. `false` when they were not there.
pub fn remove(tx: &mut Tx<'_>, person: Uuid) -> Result<bool, StoreError> {
    let now = At(tx.now());
    let removed =
        tx.conn().prepare_cached("UPDATE person SET deleted_at = ?2 WHERE id = ?1 AND deleted_at IS NULL")?.execute((Id(person), now))?;
    tx.touch(Tag::People);
    Ok(removed == 1)
}

fn execute(tx: &mut Tx<'_>, sql: &str, person: &Person) -> Result<usize, StoreError> {
    statuses::require(tx, person.status)?;
    let changed = with_values(person, |values| tx.conn().prepare_cached(sql)?.execute(values))?;
    tx.touch(Tag::People);
    Ok(changed)
}

/// Every value, in the order of the table's columns.
fn with_values<T>(person: &Person, f: impl FnOnce(&[&dyn ToSql]) -> T) -> T {
    f(params![
        Id(person.id),
        person.first_name,
        person.last_name,
        person.name_norm(),
        person.sort_name(),
        person.title,
        person.company_id.map(Id),
        person.email,
        person.email_norm,
        person.email_status.code(),
        person.phone,
        person.phone_norm,
        person.linkedin_url,
        person.linkedin_slug,
        person.location,
        person.time_zone,
        person.language,
        person.status.key(),
        person.notes,
        person.message_sent,
        person.followup_count,
        person.last_contact_at.map(At),
        person.consent_at.map(At),
        person.consent_note,
        person.source,
        person.source_detail,
        person.connected_on.map(Day),
        Day(person.added_on),
        person.sample,
        At(person.created_at),
        person.deleted_at.map(At),
    ])
}
