use crate::people::called;
use crate::values::Id;
use crate::{Read, StoreError, Tag, Tx};
use domain::opportunities::{Contact, Role};
use domain::views::opportunities::ContactView;
use uuid::Uuid;

/// Who is in an opportunity, of those on the desk: the main person first, then everybody with a role, by role.
pub fn contacts(read: &Read<'_>, opportunity: Uuid) -> Result<Vec<ContactView>, StoreError> {
    let sql = concat!(
        "SELECT p.id, ",
        called!("p."),
        ", p.title, k.role, k.main FROM (
           SELECT person_id, max(role) AS role, max(main) AS main FROM (
             SELECT person_id, NULL AS role, 1 AS main FROM opportunity WHERE id = ?1 AND person_id IS NOT NULL
             UNION ALL SELECT person_id, role, 0 FROM opportunity_contact WHERE opportunity_id = ?1)
           GROUP BY person_id) k JOIN person p ON p.id = k.person_id AND p.deleted_at IS NULL ORDER BY k.main DESC, p.sort_name, p.id"
    );
    let mut statement = read.conn().prepare_cached(sql)?;
    let mut rows = statement.query([Id(opportunity)])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let role = row.get::<_, Option<String>>(3)?.as_deref().and_then(Role::of_code);
        let main = row.get(4)?;
        found.push(ContactView { person: row.get::<_, Id>(0)?.0, name: row.get(1)?, title: row.get(2)?, role: role.map(Into::into), main });
    }
    let place =
        |one: &ContactView| one.role.and_then(|role| Role::ALL.iter().position(|known| *known == role.role())).unwrap_or(Role::ALL.len());
    found.sort_by_key(|one| (!one.main, place(one)));
    Ok(found)
}

/// Who has which role, also of people who are not on the desk any more.
pub fn roles(read: &Read<'_>, opportunity: Uuid) -> Result<Vec<Contact>, StoreError> {
    let mut statement =
        read.conn().prepare_cached("SELECT person_id, role FROM opportunity_contact WHERE opportunity_id = ?1 ORDER BY id")?;
    let found = statement.query_map([Id(opportunity)], |row| {
        let role = Role::of_code(&row.get::<_, String>(1)?).unwrap_or(Role::Other);
        Ok(Contact { person_id: row.get::<_, Id>(0)?.0, role })
    })?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// Writes who has which role; those that stay keep their rows. Whether anything changed.
pub fn set_roles(tx: &mut Tx<'_>, opportunity: Uuid, contacts: &[Contact]) -> Result<bool, StoreError> {
    let before = roles(tx, opportunity)?;
    for gone in before.iter().filter(|one| !contacts.iter().any(|other| other.person_id == one.person_id)) {
        tx.conn()
            .prepare_cached("DELETE FROM opportunity_contact WHERE opportunity_id = ?1 AND person_id = ?2")?
            .execute((Id(opportunity), Id(gone.person_id)))?;
    }
    for one in contacts.iter().filter(|one| !before.contains(one)) {
        let changed = tx
            .conn()
            .prepare_cached("UPDATE opportunity_contact SET role = ?3 WHERE opportunity_id = ?1 AND person_id = ?2")?
            .execute((Id(opportunity), Id(one.person_id), one.role.code()))?;
        if changed == 0 {
            let id = tx.new_id();
            tx.conn()
                .prepare_cached("INSERT INTO opportunity_contact (id, opportunity_id, person_id, role) VALUES (?1, ?2, ?3, ?4)")?
                .execute((Id(id), Id(opportunity), Id(one.person_id), one.role.code()))?;
        }
    }
    tx.touch(Tag::Opportunities);
    Ok(before != contacts)
}
