use super::{add_company, add_person, assert_sound, edit, new_desk, nth, set_title, value};
use crate::journal::{self, KeptEdit, UndoError};
use crate::{Actor, Desk, Intent, OperationId, StoreError};
use uuid::Uuid;

/// Imports `people` people of one company in chunks of `chunk`.
async fn import(desk: &Desk, people: u128, chunk: u128) -> OperationId {
    let operation = desk.begin_operation(Actor::Import(nth(77)), Intent::new("imports.apply")).await.unwrap();
    for start in (0..people).step_by(usize::try_from(chunk).unwrap()) {
        desk.write_in::<_, StoreError>(operation, move |tx| {
            if start == 0 {
                add_company(tx, nth(1_000_000), "Imported SA")?;
            }
            for n in start..(start + chunk).min(people) {
                add_person(tx, nth(n), "Imported", &format!("Person{n}"), Some(nth(1_000_000)))?;
                tx.conn().execute(
                    "INSERT INTO person_field (person_id, field, source, at) VALUES (?1, 'title', 'import', '2026-11-21T12:00:00.000Z')",
                    [nth(n).to_string()],
                )?;
            }
            Ok(())
        })
        .await
        .unwrap();
    }
    desk.finish_operation(operation).await.unwrap();
    operation
}

async fn title(desk: &Desk, id: Uuid) -> Option<String> {
    use rusqlite::OptionalExtension;
    desk.read::<_, StoreError>(move |read| {
        Ok(read.conn().query_row("SELECT title FROM person WHERE id = ?1", [id.to_string()], |row| row.get(0)).optional()?)
    })
    .await
    .unwrap()
}

#[tokio::test]
async fn undoing_an_import_leaves_the_three_people_edited_since_lists_them_and_removes_all_else() {
    let (_folder, desk) = new_desk().await;
    edit(&desk, |tx| add_person(tx, nth(5_000_000), "Mine", "Before", None)).await;
    let import = import(&desk, 1000, 300).await;
    for n in [3, 450, 999] {
        edit(&desk, move |tx| set_title(tx, nth(n), "Edited")).await;
    }
    let undone = desk.undo(Some(import)).await.unwrap();
    let mut kept: Vec<_> = undone.kept.iter().map(|edit| (edit.table.as_str(), edit.row.clone(), edit.columns.clone())).collect();
    kept.sort();
    let expected: Vec<_> = [3, 450, 999].map(|n| ("person", nth(n).to_string(), vec!["title".to_owned()])).into();
    assert_eq!(kept, expected);
    assert_eq!(
        value(&desk, "SELECT group_concat(last_name) FROM (SELECT last_name FROM person ORDER BY id)").await,
        "Person3,Person450,Person999,Before"
    );
    assert_eq!(value(&desk, "SELECT count(*) FROM person_field").await, "3", "what was noted about them stays with them");
    assert_eq!(value(&desk, "SELECT count(*) FROM company").await, "1", "they still work there");
    assert_sound(&desk).await;
}

#[tokio::test]
async fn an_untouched_import_goes_whole_and_comes_back_whole() {
    let (_folder, desk) = new_desk().await;
    let import = import(&desk, 2500, 1000).await;
    let people =
        "SELECT group_concat(id || first_name || last_name || coalesce(company_id, '') || email) FROM (SELECT * FROM person ORDER BY id)";
    let before = value(&desk, people).await;
    let undone = desk.undo(None).await.unwrap();
    assert_eq!((undone.operation.id, undone.kept.len(), undone.restored), (import, 0, 5001));
    assert_eq!(
        value(&desk, "SELECT (SELECT count(*) FROM person) + (SELECT count(*) FROM company) + (SELECT count(*) FROM person_field)").await,
        "0"
    );
    assert_sound(&desk).await;
    desk.redo(None).await.unwrap();
    assert_eq!(value(&desk, people).await, before);
    assert_sound(&desk).await;
    assert_eq!(value(&desk, "SELECT count(*) FROM person_words WHERE person_words MATCH 'company:imported'").await, "2500");
    desk.undo(None).await.unwrap();
    assert_eq!(value(&desk, "SELECT count(*) FROM person").await, "0");
}

#[tokio::test]
async fn undo_and_redo_walk_back_and_forth_and_new_work_ends_what_could_be_redone() {
    let (_folder, desk) = new_desk().await;
    edit(&desk, |tx| add_person(tx, nth(1), "Ada", "Byron", None)).await;
    for name in ["one", "two", "three"] {
        edit(&desk, move |tx| set_title(tx, nth(1), name)).await;
    }
    let mut seen = Vec::new();
    for step in ["undo", "undo", "redo", "undo", "redo", "redo", "undo"] {
        if step == "undo" {
            desk.undo(None).await.unwrap()
        } else {
            desk.redo(None).await.unwrap()
        };
        seen.push(title(&desk, nth(1)).await.unwrap());
    }
    assert_eq!(seen, ["two", "one", "two", "one", "two", "three", "two"]);
    edit(&desk, |tx| set_title(tx, nth(1), "new")).await;
    assert!(matches!(desk.redo(None).await, Err(UndoError::Nothing)));
    for expected in ["two", "one", ""] {
        desk.undo(None).await.unwrap();
        assert_eq!(title(&desk, nth(1)).await.unwrap(), expected);
    }
    desk.undo(None).await.unwrap();
    assert_eq!(title(&desk, nth(1)).await, None);
    assert!(matches!(desk.undo(None).await, Err(UndoError::Nothing)));
}

#[tokio::test]
async fn a_value_changed_since_is_kept_and_the_others_of_its_row_go_back() {
    let (_folder, desk) = new_desk().await;
    edit(&desk, |tx| add_person(tx, nth(1), "Ada", "Byron", None)).await;
    let both = edit(&desk, |tx| {
        tx.conn().execute("UPDATE person SET title = 'T1', location = 'L1'", [])?;
        Ok(())
    })
    .await;
    edit(&desk, |tx| set_title(tx, nth(1), "T2")).await;
    let undone = desk.undo(both).await.unwrap();
    assert_eq!(undone.kept, [KeptEdit { table: "person".into(), row: nth(1).to_string(), columns: vec!["title".into()] }]);
    assert_eq!(value(&desk, "SELECT title || '|' || location FROM person").await, "T2|");
}

#[tokio::test]
async fn a_deleted_person_comes_back_without_a_company_that_is_gone() {
    let (_folder, desk) = new_desk().await;
    edit(&desk, |tx| {
        add_company(tx, nth(100), "Acme")?;
        add_person(tx, nth(1), "Ada", "Byron", Some(nth(100)))
    })
    .await;
    let deleted = edit(&desk, |tx| Ok(tx.conn().execute("DELETE FROM person", []).map(|_| ())?)).await;
    edit(&desk, |tx| Ok(tx.conn().execute("DELETE FROM company", []).map(|_| ())?)).await;
    let undone = desk.undo(deleted).await.unwrap();
    assert_eq!(undone.kept, [KeptEdit { table: "person".into(), row: nth(1).to_string(), columns: vec!["company_id".into()] }]);
    assert_eq!(value(&desk, "SELECT first_name || coalesce(company_id, '-') FROM person").await, "Ada-");
    assert_sound(&desk).await;
}

#[tokio::test]
async fn a_company_that_somebody_else_joined_since_stays() {
    let (_folder, desk) = new_desk().await;
    let import = import(&desk, 10, 10).await;
    edit(&desk, |tx| add_person(tx, nth(600), "Later", "Joiner", Some(nth(1_000_000)))).await;
    let undone = desk.undo(Some(import)).await.unwrap();
    assert_eq!(undone.kept, []);
    assert_eq!(value(&desk, "SELECT count(*) || (SELECT name FROM company) FROM person").await, "1Imported SA");
    assert_sound(&desk).await;
}

#[tokio::test]
async fn an_operation_made_under_another_schema_is_undone_by_name() {
    let (_folder, desk) = new_desk().await;
    edit(&desk, |tx| add_person(tx, nth(1), "Ada", "Byron", None)).await;
    let operation = edit(&desk, |tx| set_title(tx, nth(1), "Countess")).await;
    desk.write::<_, StoreError>(Actor::Desk, Intent::new("test"), |tx| Ok(tx.conn().execute("UPDATE operation SET schema = 0", [])?))
        .await
        .unwrap();
    let undone = desk.undo(operation).await.unwrap();
    assert_eq!((undone.restored, undone.kept.len()), (1, 0));
    assert_eq!(title(&desk, nth(1)).await.unwrap(), "");
}

#[tokio::test]
async fn an_open_operation_cannot_be_undone_and_an_empty_one_leaves_no_step() {
    let (_folder, desk) = new_desk().await;
    let empty = desk.begin_operation(Actor::Seller, Intent::new("x")).await.unwrap();
    desk.finish_operation(empty).await.unwrap();
    assert_eq!(value(&desk, "SELECT count(*) FROM operation").await, "0");
    assert!(matches!(desk.write_in::<_, StoreError>(empty, |_| Ok(())).await, Err(StoreError::NoOperation)));
    let open = desk.begin_operation(Actor::Seller, Intent::new("x")).await.unwrap();
    desk.write_in::<_, StoreError>(open, |tx| add_person(tx, nth(1), "Ada", "Byron", None)).await.unwrap();
    assert!(matches!(desk.undo(Some(open)).await, Err(UndoError::StillOpen)));
    assert!(matches!(desk.undo(None).await, Err(UndoError::Nothing)));
}

#[tokio::test]
async fn what_undo_does_not_touch_stays_the_ledger_and_the_do_not_contact_list() {
    let (_folder, desk) = new_desk().await;
    edit(&desk, |tx| {
        add_person(tx, nth(1), "Ada", "Byron", None)?;
        tx.conn().execute_batch(
            "INSERT INTO suppression (id, at, action, scope, key, reason) VALUES ('s', '2026', 'block', 'email', 'a@b.example', 'opted_out');
             INSERT INTO send_ledger (id, at, event, channel, step) VALUES ('l', '2026', 'sent', 'email', 'first');",
        )?;
        Ok(())
    })
    .await;
    desk.undo(None).await.unwrap();
    assert_eq!(
        value(&desk, "SELECT (SELECT count(*) FROM person) || (SELECT count(*) FROM suppression) || (SELECT count(*) FROM send_ledger)")
            .await,
        "011"
    );
}

#[tokio::test]
async fn the_history_names_what_was_done_newest_first() {
    let (_folder, desk) = new_desk().await;
    edit(&desk, |tx| add_person(tx, nth(1), "Ada", "Byron", None)).await;
    edit(&desk, |tx| set_title(tx, nth(1), "Countess")).await;
    desk.undo(None).await.unwrap();
    let list = desk.read::<_, StoreError>(|read| journal::list(read, None, 10)).await.unwrap();
    assert_eq!(
        list.iter().map(|op| (op.intent.as_str(), op.undoable(), op.redoable())).collect::<Vec<_>>(),
        [("history.undo", false, false), ("people.edit", false, true), ("people.edit", true, false)]
    );
    let older = desk.read::<_, StoreError>(move |read| journal::list(read, Some(2), 10)).await.unwrap();
    assert_eq!(older.len(), 1);
}

/// A status of somebody's own; `counts_as` is the beginning of its key.
async fn put_in_own_status(desk: &Desk, person: Uuid, counts_as: &'static str) -> (Option<OperationId>, Option<OperationId>) {
    let key = format!("{counts_as}:{}", nth(8));
    let made = {
        let key = key.clone();
        let add = "INSERT INTO person_status (key, name_fr, name_en, position) VALUES (?1, 'À part', 'Apart', 8)";
        edit(desk, move |tx| Ok(tx.conn().execute(add, [key]).map(drop)?)).await
    };
    let added = edit(desk, move |tx| {
        add_person(tx, person, "Ann", "Apart", None)?;
        Ok(tx.conn().execute("UPDATE person SET status = ?2 WHERE id = ?1", [person.to_string(), key]).map(drop)?)
    })
    .await;
    (made, added)
}

#[tokio::test]
async fn who_comes_back_to_a_status_that_is_gone_is_in_what_it_counts_as() {
    let (_folder, desk) = new_desk().await;
    let (made, added) = put_in_own_status(&desk, nth(1), "do_not_contact").await;
    // Whoever is in it keeps it there.
    assert_eq!(desk.undo(made).await.unwrap().restored, 0);
    assert_eq!(value(&desk, "SELECT count(*) FROM person_status").await, "8");
    desk.redo(made).await.unwrap();
    desk.undo(added).await.unwrap();
    desk.undo(made).await.unwrap();
    assert_eq!(value(&desk, "SELECT count(*) FROM person_status").await, "7");

    let back = desk.redo(added).await.unwrap();
    assert_eq!(value(&desk, "SELECT status FROM person").await, "do_not_contact");
    let kept = KeptEdit { table: "person".to_owned(), row: nth(1).to_string(), columns: vec!["status".to_owned()] };
    assert_eq!(back.kept, [kept]);
    assert_sound(&desk).await;
}

#[tokio::test]
async fn nobody_is_put_into_a_status_that_is_not_there() {
    let (_folder, desk) = new_desk().await;
    edit(&desk, |tx| add_person(tx, nth(1), "Ann", "There", None)).await;
    let nowhere = domain::people::Status::own(domain::people::Meaning::Lost, nth(9));
    let refused = desk.write::<_, StoreError>(Actor::Seller, Intent::new("people.update"), move |tx| {
        let mut ann = crate::people::get(tx, nth(1))?.unwrap();
        ann.status = nowhere;
        crate::people::update(tx, &ann)
    });
    assert!(matches!(refused.await, Err(StoreError::Sqlite { .. })));
    assert_eq!(value(&desk, "SELECT status FROM person").await, "new");
}
