use super::{PATIENCE, add_company, add_person, assert_sound, edit, key, new_desk, noon, nth, set_title, value};
use crate::{Desk, StoreError, people};
use tempfile::TempDir;
use uuid::Uuid;

async fn find(desk: &Desk, text: &'static str) -> Vec<Uuid> {
    assert!(desk.search_ready(PATIENCE).await.unwrap());
    let found = desk.read::<_, StoreError>(move |read| people::search(read, text, 50)).await.unwrap();
    found.into_iter().map(|person| person.id).collect()
}

async fn reopened(folder: &TempDir) -> Desk {
    Desk::open(folder.path(), &key(), noon()).await.unwrap()
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
async fn letters_that_do_not_decompose_are_found_by_their_plain_form() {
    let (folder, mut desk) = new_desk().await;
    edit(&desk, |tx| {
        add_company(tx, nth(100), "Lœuf")?;
        add_person(tx, nth(1), "Łukasz", "Đorđević", Some(nth(100)))?;
        add_person(tx, nth(2), "Søren", "Søndergaard", None)?;
        add_person(tx, nth(3), "Þórður", "Groß", None)?;
        add_person(tx, nth(4), "IŞIK", "Yıldız", None)?;
        add_person(tx, nth(5), "Ħal", "Ŧærø", None)
    })
    .await;
    let asked: [(&[&'static str], u128); 5] = [
        (&["lukasz", "Łukasz", "łuk", "kasz", "dordevic", "đorđević", "loeuf", "oeuf", "LŒUF", "œuf", "dor luk"], 1),
        (&["soren", "sondergaard", "søren", "SØN", "ndergaard", "ønderg"], 2),
        (&["thordur", "þórður", "hordu", "gross", "groß", "GROẞ", "ross"], 3),
        (&["isik", "ışık", "yildiz", "yıldız", "ildiz"], 4),
        (&["hal taero", "Ħal", "ŧæ", "aero", "tær"], 5),
    ];
    for form in ["as it follows", "made anew"] {
        for (texts, person) in asked {
            for text in texts {
                assert_eq!(find(&desk, text).await, [nth(person)], "{text}, {form}");
            }
        }
        // Somebody known already is read from the desk, not from the journal.
        edit(&desk, |tx| set_title(tx, nth(2), "Chef på Bornhølm")).await;
        assert_eq!(find(&desk, "bornholm").await, [nth(2)]);
        assert_sound(&desk).await;
        // An index of the form before, whose words were put in otherwise.
        let index = crate::search::open(desk.root(), desk.key()).unwrap();
        index.execute_batch("DELETE FROM person_words; DELETE FROM person_parts; UPDATE about SET form = 1").unwrap();
        drop(index);
        desk.close().await;
        desk = reopened(&folder).await;
    }
    desk.close().await;
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
async fn many_changes_at_once_are_indexed_like_single_ones() {
    let (_folder, desk) = new_desk().await;
    edit(&desk, |tx| {
        add_company(tx, nth(9000), "Before")?;
        (0..5).try_for_each(|n| add_person(tx, nth(n), "Early", "Bird", Some(nth(9000))))
    })
    .await;
    edit(&desk, |tx| {
        (5..3000).try_for_each(|n| add_person(tx, nth(n), "Bulk", "Person", None))?;
        set_title(tx, nth(0), "Retitled")?;
        tx.conn().execute("UPDATE company SET name = 'After'", [])?;
        tx.conn().execute("DELETE FROM person WHERE id = ?1", [nth(1).to_string()])?;
        tx.conn().execute("DELETE FROM person WHERE id = ?1", [nth(2999).to_string()])?;
        add_person(tx, nth(1), "Again", "There", None)
    })
    .await;
    assert_eq!(find(&desk, "retit").await, [nth(0)]);
    assert_eq!(find(&desk, "again").await, [nth(1)]);
    assert!(find(&desk, "before").await.is_empty());
    assert_eq!(find(&desk, "after").await.len(), 4);
    assert_eq!(value(&desk, "SELECT count(*) FROM person_parts WHERE person_parts MATCH 'bulk'").await, "2994");
    assert_sound(&desk).await;
}

#[tokio::test]
async fn an_index_that_is_missing_damaged_or_of_another_state_is_made_anew() {
    let (folder, desk) = new_desk().await;
    edit(&desk, |tx| (0..300).try_for_each(|n| add_person(tx, nth(n), "Ada", "Byron", None))).await;
    assert_sound(&desk).await;
    let (index, file) = (folder.path().join("search.db"), folder.path().join("desk.db"));
    desk.close().await;
    let before = std::fs::read(&file).unwrap();

    std::fs::remove_file(&index).unwrap();
    let desk = reopened(&folder).await;
    assert_eq!(find(&desk, "ada").await.len(), 50);
    edit(&desk, |tx| set_title(tx, nth(7), "Mathematician")).await;
    assert_eq!(find(&desk, "mathem").await, [nth(7)]);
    assert_sound(&desk).await;
    desk.close().await;

    // An older copy of the desk, put there by hand: its index is ahead of it.
    std::fs::write(&file, &before).unwrap();
    let desk = reopened(&folder).await;
    assert!(find(&desk, "mathem").await.is_empty());
    assert_sound(&desk).await;
    desk.close().await;

    for rubbish in [b"not a database".to_vec(), vec![7; 40_960], Vec::new()] {
        std::fs::write(&index, rubbish).unwrap();
        let desk = reopened(&folder).await;
        assert_eq!(find(&desk, "byron").await.len(), 50);
        assert_sound(&desk).await;
        desk.close().await;
    }
}

#[tokio::test]
async fn an_undo_of_many_takes_their_words_out() {
    let (_folder, desk) = new_desk().await;
    edit(&desk, |tx| add_person(tx, nth(9000), "Grace", "Hopper", None)).await;
    let many = edit(&desk, |tx| (0..3000).try_for_each(|n| add_person(tx, nth(n), "Ada", "Byron", None))).await;
    assert_eq!(find(&desk, "ada").await.len(), 50);
    desk.undo(many).await.unwrap();
    assert!(find(&desk, "ada").await.is_empty());
    assert_eq!(find(&desk, "hopp").await, [nth(9000)]);
    desk.redo(many).await.unwrap();
    assert_eq!(find(&desk, "ada").await.len(), 50);
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
