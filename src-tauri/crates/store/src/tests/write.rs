use super::{add_company, add_person, edit, new_desk, nth, set_title, value};
use crate::{Actor, Intent, StoreError, Tag, journal};

#[tokio::test]
async fn a_write_that_fails_leaves_nothing_behind() {
    let (_folder, desk) = new_desk().await;
    let failed = desk
        .write::<(), StoreError>(Actor::Seller, Intent::new("people.create"), |tx| {
            add_person(tx, nth(1), "Ada", "Byron", None)?;
            Err(StoreError::NoOperation)
        })
        .await;
    assert!(matches!(failed, Err(StoreError::NoOperation)));
    assert_eq!(value(&desk, "SELECT count(*) FROM person").await, "0");
    assert_eq!(value(&desk, "SELECT count(*) FROM operation").await, "0");
}

#[tokio::test]
async fn a_write_that_panics_is_rolled_back_and_the_desk_goes_on() {
    let (_folder, desk) = new_desk().await;
    let panicked = desk
        .write::<(), StoreError>(Actor::Seller, Intent::new("people.create"), |tx| {
            add_person(tx, nth(1), "Ada", "Byron", None)?;
            panic!("a bug")
        })
        .await;
    assert!(matches!(panicked, Err(StoreError::Panicked)));
    edit(&desk, |tx| add_person(tx, nth(2), "Grace", "Hopper", None)).await;
    assert_eq!(value(&desk, "SELECT group_concat(first_name) FROM person").await, "Grace");
}

#[tokio::test]
async fn a_write_outside_the_recorded_tables_leaves_no_undo_step() {
    let (_folder, desk) = new_desk().await;
    let written =
        desk.write::<_, StoreError>(Actor::Desk, Intent::new("meta.set"), |tx| crate::meta::set(tx, "locale", "fr")).await.unwrap();
    assert_eq!(written.operation, None);
    assert_eq!(value(&desk, "SELECT count(*) FROM operation").await, "0");
}

#[tokio::test]
async fn a_change_that_is_taken_back_within_the_same_write_leaves_no_undo_step() {
    let (_folder, desk) = new_desk().await;
    let operation = edit(&desk, |tx| {
        add_person(tx, nth(1), "Ada", "Byron", None)?;
        tx.conn().execute("DELETE FROM person", [])?;
        Ok(())
    })
    .await;
    assert_eq!(operation, None);
}

#[tokio::test]
async fn committed_tags_are_announced_and_those_of_a_failed_write_are_not() {
    let (_folder, desk) = new_desk().await;
    let mut tags = desk.subscribe();
    let _failed = desk
        .write::<(), StoreError>(Actor::Seller, Intent::new("x"), |tx| {
            tx.touch(Tag::Sheets);
            Err(StoreError::NoOperation)
        })
        .await;
    edit(&desk, |tx| {
        tx.touch(Tag::Imports);
        add_company(tx, nth(9), "Acme")
    })
    .await;
    assert_eq!(tags.recv().await.unwrap(), [Tag::People, Tag::Companies, Tag::Imports, Tag::Duplicates, Tag::Opportunities, Tag::History]);
    assert!(tags.try_recv().is_err());
}

#[tokio::test]
async fn a_change_of_people_announces_what_is_read_from_them_and_not_the_other_way_round() {
    let (_folder, desk) = new_desk().await;
    let mut tags = desk.subscribe();
    edit(&desk, |tx| add_person(tx, nth(1), "Ada", "Byron", None)).await;
    assert_eq!(
        tags.recv().await.unwrap(),
        [
            Tag::People,
            Tag::Companies,
            Tag::Runs,
            Tag::Outbox,
            Tag::Duplicates,
            Tag::Linkedin,
            Tag::Followups,
            Tag::Opportunities,
            Tag::History
        ]
    );
    edit(&desk, |tx| {
        tx.touch(Tag::Outbox);
        Ok(())
    })
    .await;
    assert_eq!(tags.recv().await.unwrap(), [Tag::Outbox]);
}

#[tokio::test]
async fn readers_cannot_write_even_by_mistake() {
    let (_folder, desk) = new_desk().await;
    let refused = desk.read::<_, StoreError>(|read| Ok(read.conn().execute("INSERT INTO meta (key, value) VALUES ('a', 'b')", [])?)).await;
    assert!(matches!(refused, Err(StoreError::Io)), "{refused:?}");
}

#[tokio::test]
async fn a_read_sees_one_state_while_writes_go_on() {
    let (_folder, desk) = new_desk().await;
    let (inside, wait) = std::sync::mpsc::channel::<()>();
    let (entered_tx, entered) = tokio::sync::oneshot::channel();
    let other = desk.clone();
    let reading = tokio::spawn(async move {
        other
            .read::<_, StoreError>(move |read| {
                let count = |read: &crate::Read<'_>| read.conn().query_row("SELECT count(*) FROM person", [], |row| row.get::<_, u32>(0));
                let before = count(read)?;
                entered_tx.send(()).unwrap();
                wait.recv().unwrap();
                Ok((before, count(read)?))
            })
            .await
    });
    entered.await.unwrap();
    edit(&desk, |tx| add_person(tx, nth(1), "Ada", "Byron", None)).await;
    inside.send(()).unwrap();
    assert_eq!(reading.await.unwrap().unwrap(), (0, 0));
    assert_eq!(value(&desk, "SELECT count(*) FROM person").await, "1");
}

#[tokio::test]
async fn every_changed_value_can_be_named() {
    let (_folder, desk) = new_desk().await;
    edit(&desk, |tx| add_person(tx, nth(1), "Ada", "Byron", None)).await;
    let operation = edit(&desk, |tx| set_title(tx, nth(1), "Countess")).await.unwrap();
    let changes = desk.read::<_, StoreError>(move |read| journal::changes(read, operation, 10)).await.unwrap();
    assert_eq!(
        changes,
        [journal::NamedChange {
            table: "person".into(),
            row: nth(1).to_string(),
            column: "title".into(),
            old: Some(String::new()),
            new: Some("Countess".into()),
        }]
    );
}

/// What an insert told of its row, but for the row's id.
async fn told(desk: &crate::Desk, operation: crate::OperationId) -> Vec<(String, Option<String>, Option<String>)> {
    let changes = desk.read::<_, StoreError>(move |read| journal::changes(read, operation, 100)).await.unwrap();
    changes.into_iter().filter(|change| change.column != "id").map(|change| (change.column, change.old, change.new)).collect()
}

#[tokio::test]
async fn a_row_put_in_past_the_session_is_recorded_as_the_session_would_and_taken_back() {
    let (_folder, desk) = new_desk().await;
    let person = |n| {
        let at = chrono::DateTime::UNIX_EPOCH;
        let mut person = domain::people::Person::new(nth(n), "manual", at, at.date_naive());
        person.first_name = "Ada".into();
        person.notes = "é".repeat(20_000);
        person.followup_count = 3;
        person
    };
    let seen = edit(&desk, move |tx| crate::people::insert(tx, &person(1))).await.unwrap();
    let firm_seen =
        edit(&desk, move |tx| crate::companies::find_or_create(tx, "Difference Engines", "", "manual").map(drop)).await.unwrap();
    let past = edit(&desk, move |tx| {
        crate::companies::create_untouched(tx, "Analytical Engines", "", "manual")?;
        crate::people::insert_untouched(tx, &person(2), [""; 2])?;
        // What the session sees in the same write stands behind it.
        add_person(tx, nth(3), "Grace", "Hopper", None)?;
        crate::people::insert_untouched(tx, &person(4), [""; 2])
    })
    .await
    .unwrap();
    let firm = edit(&desk, move |tx| crate::companies::create_untouched(tx, "Difference Engines", "", "manual").map(drop)).await.unwrap();
    let without_time = |told: Vec<(String, Option<String>, Option<String>)>| -> Vec<_> {
        told.into_iter().filter(|(column, ..)| column != "created_at").collect()
    };
    let (firm_seen, firm) = (without_time(told(&desk, firm_seen).await), without_time(told(&desk, firm).await));
    assert!(firm.len() > 20, "{firm:?}");
    assert_eq!(firm, firm_seen);
    let (seen, past_told) = (told(&desk, seen).await, told(&desk, past).await);
    assert!(seen.len() > 30, "{seen:?}");
    assert_eq!(past_told[..seen.len()], seen);
    assert_eq!(past_told[seen.len()..2 * seen.len()], seen);
    let undone = desk.undo(Some(past)).await.unwrap();
    assert_eq!(undone.kept, []);
    assert_eq!(value(&desk, "SELECT group_concat(id) FROM person").await, nth(1).to_string());
}

#[tokio::test]
async fn a_closed_desk_says_so_on_every_clone() {
    let (folder, desk) = new_desk().await;
    let clone = desk.clone();
    desk.close().await;
    assert!(matches!(clone.read::<(), StoreError>(|_| Ok(())).await, Err(StoreError::Closed)));
    assert!(!folder.path().join("desk.db-wal").exists(), "the log was written back");
}
