use crate::values::{At, Day, Id};
use crate::{StoreError, Tag, Tx};
use domain::people::Person;
use rusqlite::named_params;
use uuid::Uuid;

const INSERT: &str = "INSERT INTO person (id, first_name, last_name, name_norm, sort_name, title, company_id, email, email_norm, email_status, phone, phone_norm,
      linkedin_url, linkedin_slug, location, time_zone, language, status, notes, message_sent, followup_count, last_contact_at, consent_at, consent_note,
      source, source_detail, connected_on, added_on, sample, created_at, deleted_at)
    VALUES (:id, :first_name, :last_name, :name_norm, :sort_name, :title, :company_id, :email, :email_norm, :email_status, :phone, :phone_norm,
      :linkedin_url, :linkedin_slug, :location, :time_zone, :language, :status, :notes, :message_sent, :followup_count, :last_contact_at, :consent_at,
      :consent_note, :source, :source_detail, :connected_on, :added_on, :sample, :created_at, :deleted_at)";

const UPDATE: &str = "UPDATE person SET first_name = :first_name, last_name = :last_name, name_norm = :name_norm, sort_name = :sort_name, title = :title,
      company_id = :company_id, email = :email, email_norm = :email_norm, email_status = :email_status, phone = :phone, phone_norm = :phone_norm,
      linkedin_url = :linkedin_url, linkedin_slug = :linkedin_slug, location = :location, time_zone = :time_zone, language = :language, status = :status,
      notes = :notes, message_sent = :message_sent, followup_count = :followup_count, last_contact_at = :last_contact_at, consent_at = :consent_at,
      consent_note = :consent_note, source = :source, source_detail = :source_detail, connected_on = :connected_on, added_on = :added_on,
      sample = :sample, created_at = :created_at, deleted_at = :deleted_at WHERE id = :id";

/// Adds a person. Their company must be there when the write commits.
pub fn insert(tx: &mut Tx<'_>, person: &Person) -> Result<(), StoreError> {
    execute(tx, INSERT, person).map(|_| ())
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
    let changed = tx.conn().prepare_cached(sql)?.execute(named_params! {
        ":id": Id(person.id),
        ":first_name": person.first_name,
        ":last_name": person.last_name,
        ":name_norm": person.name_norm(),
        ":sort_name": person.sort_name(),
        ":title": person.title,
        ":company_id": person.company_id.map(Id),
        ":email": person.email,
        ":email_norm": person.email_norm,
        ":email_status": person.email_status.code(),
        ":phone": person.phone,
        ":phone_norm": person.phone_norm,
        ":linkedin_url": person.linkedin_url,
        ":linkedin_slug": person.linkedin_slug,
        ":location": person.location,
        ":time_zone": person.time_zone,
        ":language": person.language,
        ":status": person.status.code(),
        ":notes": person.notes,
        ":message_sent": person.message_sent,
        ":followup_count": person.followup_count,
        ":last_contact_at": person.last_contact_at.map(At),
        ":consent_at": person.consent_at.map(At),
        ":consent_note": person.consent_note,
        ":source": person.source,
        ":source_detail": person.source_detail,
        ":connected_on": person.connected_on.map(Day),
        ":added_on": Day(person.added_on),
        ":sample": person.sample,
        ":created_at": At(person.created_at),
        ":deleted_at": person.deleted_at.map(At),
    })?;
    tx.touch(Tag::People);
    Ok(changed)
}
