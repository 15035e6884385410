use super::{add_company, add_person, assert_sound, edit, new_desk, nth, set_title, value};
use crate::{Desk, StoreError, search};
use uuid::Uuid;

async fn find(desk: &Desk, text: &'static str) -> Vec<Uuid> {
    desk.read::<_, StoreError>(move |read| search::people(read, text, 50)).await.unwrap()
}

#[tokio::test]
async fn people_are_found_by_beginnings_parts_accents_and_company() {
    let (_folder, desk) = new_desk().await;
    edit(&desk, |tx| {
        add_company(tx, nth(100), "Société Générale de Levage")?;
        add_person(tx, nth(1), "Éloïse", "Lefèvre", Some(nth(100)))?;
        add_person(tx, nth(2), "Jean", "Dupont", None)
    })
    .await;
    assert_eq!(find(&desk, "elo lef").await, [nth(1)]);
    assert_eq!(find(&desk, "efev").await, [nth(1)]);
    assert_eq!(find(&desk, "generale").await, [nth(1)]);
    assert_eq!(find(&desk, "jean.dupont@acme").await, [nth(2)]);
    assert!(find(&desk, "nobody").await.is_empty());
    assert!(find(&desk, "\" OR *: -( NEAR").await.is_empty());
    assert!(find(&desk, "  ").await.is_empty());
}

#[tokio::test]
async fn the_index_follows_edits_renames_and_deletions() {
    let (_folder, desk) = new_desk().await;
    edit(&desk, |tx| {
        add_company(tx, nth(100), "Oldname")?;
        add_person(tx, nth(1), "Ada", "Byron", Some(nth(100)))
    })
    .await;
    edit(&desk, |tx| set_title(tx, nth(1), "Mathematician")).await;
    assert_eq!(find(&desk, "mathem").await, [nth(1)]);
    edit(&desk, |tx| Ok(tx.conn().execute("UPDATE company SET name = 'Newname'", []).map(|_| ())?)).await;
    assert_eq!(find(&desk, "newname").await, [nth(1)]);
    assert!(find(&desk, "oldname").await.is_empty());
    edit(&desk, |tx| Ok(tx.conn().execute("UPDATE person SET deleted_at = created_at", []).map(|_| ())?)).await;
    assert!(find(&desk, "ada").await.is_empty());
    edit(&desk, |tx| Ok(tx.conn().execute("UPDATE person SET deleted_at = NULL", []).map(|_| ())?)).await;
    assert_eq!(find(&desk, "ada").await, [nth(1)]);
    edit(&desk, |tx| Ok(tx.conn().execute("DELETE FROM person", []).map(|_| ())?)).await;
    assert!(find(&desk, "ada").await.is_empty());
    assert_sound(&desk).await;
}

#[tokio::test]
async fn bulk_work_is_indexed_afterwards_and_agrees_with_row_by_row() {
    let (_folder, desk) = new_desk().await;
    edit(&desk, |tx| {
        add_company(tx, nth(9000), "Before")?;
        (0..5).try_for_each(|n| add_person(tx, nth(n), "Early", "Bird", Some(nth(9000))))
    })
    .await;
    edit(&desk, |tx| {
        search::pause(tx)?;
        (5..3000).try_for_each(|n| add_person(tx, nth(n), "Bulk", "Person", None))?;
        set_title(tx, nth(0), "Retitled")?;
        tx.conn().execute("UPDATE company SET name = 'After'", [])?;
        tx.conn().execute("DELETE FROM person WHERE id = ?1", [nth(1).to_string()])?;
        tx.conn().execute("DELETE FROM person WHERE id = ?1", [nth(2999).to_string()])?;
        add_person(tx, nth(1), "Again", "There", None)
    })
    .await;
    assert!(desk.read(search::is_behind).await.unwrap());
    search::catch_up(&desk).await.unwrap();
    assert!(!desk.read(search::is_behind).await.unwrap());
    assert_eq!(find(&desk, "retit").await, [nth(0)]);
    assert_eq!(find(&desk, "again").await, [nth(1)]);
    assert!(find(&desk, "before").await.is_empty());
    assert_eq!(find(&desk, "after").await.len(), 4);
    assert_eq!(value(&desk, "SELECT count(*) FROM person_parts WHERE person_parts MATCH 'bulk'").await, "2994");
    assert_sound(&desk).await;
}

#[tokio::test]
async fn a_company_that_arrives_after_its_people_is_found_too() {
    let (_folder, desk) = new_desk().await;
    edit(&desk, |tx| {
        add_person(tx, nth(1), "Ada", "Byron", Some(nth(100)))?;
        add_company(tx, nth(100), "Latecomers")
    })
    .await;
    assert_eq!(find(&desk, "latecom").await, [nth(1)]);
    assert_sound(&desk).await;
}
