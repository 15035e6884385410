//! The invented people a new desk can be filled with. They are marked; nothing is ever sent to them.

use crate::{Read, StoreError, Tag, Tx};

/// Whether there are any.
pub fn is_there(read: &Read<'_>) -> Result<bool, StoreError> {
    Ok(read
        .conn()
        // By its own small index: the others hold everybody, and this is asked at every start.
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM person INDEXED BY person_sample WHERE sample = 1 AND deleted_at IS NULL)")?
        .query_row([], |row| row.get(0))?)
}

/// Takes every invented person, company, task, appointment and opportunity away, with all that was noted about them; how many people. A company
/// somebody real was put into, or something real is to be sold to, stays and is invented no more.
pub fn remove(tx: &mut Tx<'_>) -> Result<u32, StoreError> {
    let conn = tx.conn();
    // What the seller noted for invented people goes with them; an appointment stays where somebody real comes to it.
    conn.execute("DELETE FROM task WHERE sample = 1 OR person_id IN (SELECT id FROM person WHERE sample = 1)", [])?;
    conn.execute(
        "DELETE FROM appointment WHERE sample = 1 OR (id IN (SELECT a.appointment_id FROM appointment_person a JOIN person p ON p.id = a.person_id
            WHERE p.sample = 1) AND id NOT IN (SELECT a.appointment_id FROM appointment_person a JOIN person p ON p.id = a.person_id
            WHERE p.sample = 0))",
        [],
    )?;
    conn.execute(
        "DELETE FROM appointment_person WHERE person_id IN (SELECT id FROM person WHERE sample = 1)
            OR appointment_id NOT IN (SELECT id FROM appointment)",
        [],
    )?;
    for table in ["opportunity_move", "opportunity_line", "opportunity_contact", "file"] {
        conn.execute(&format!("DELETE FROM {table} WHERE opportunity_id IN (SELECT id FROM opportunity WHERE sample = 1)"), [])?;
    }
    conn.execute("DELETE FROM opportunity WHERE sample = 1", [])?;
    // The seller's own stay, without the invented people.
    conn.execute("UPDATE opportunity SET person_id = NULL WHERE person_id IN (SELECT id FROM person WHERE sample = 1)", [])?;
    conn.execute("DELETE FROM opportunity_contact WHERE person_id IN (SELECT id FROM person WHERE sample = 1)", [])?;
    for table in ["person_field", "contact_point", "person_tag", "list_person", "activity", "linkedin_task", "followup", "file"] {
        conn.execute(&format!("DELETE FROM {table} WHERE person_id IN (SELECT id FROM person WHERE sample = 1)"), [])?;
    }
    let people = conn.execute("DELETE FROM person WHERE sample = 1", [])?;
    for table in ["contact_point", "file"] {
        let theirs = format!(
            "DELETE FROM {table} WHERE company_id IN (SELECT id FROM company WHERE sample = 1
               AND id NOT IN (SELECT company_id FROM person WHERE company_id IS NOT NULL
                 UNION ALL SELECT company_id FROM opportunity WHERE company_id IS NOT NULL))"
        );
        conn.execute(&theirs, [])?;
    }
    conn.execute(
        "DELETE FROM company WHERE sample = 1 AND id NOT IN (SELECT company_id FROM person WHERE company_id IS NOT NULL
           UNION ALL SELECT company_id FROM opportunity WHERE company_id IS NOT NULL)",
        [],
    )?;
    for table in ["company_tag", "list_company"] {
        conn.execute(&format!("DELETE FROM {table} WHERE company_id NOT IN (SELECT id FROM company)"), [])?;
    }
    conn.execute("UPDATE company SET sample = 0 WHERE sample = 1", [])?;
    tx.touch(Tag::Workspace);
    tx.touch(Tag::People);
    tx.touch(Tag::Agenda);
    tx.touch(Tag::Opportunities);
    Ok(u32::try_from(people).unwrap_or(u32::MAX))
}
