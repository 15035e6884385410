//! Erasing somebody, cut anywhere.

use super::crash::{child, child_folder, run_child};
use super::{add_person, assert_sound, edit, key, new_desk, noon, nth, set_title, value};
use crate::values::Id;
use crate::{Desk, StoreError};

fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap()
}

async fn named(desk: &Desk, word: &str) -> Vec<String> {
    assert!(desk.search_ready(super::PATIENCE).await.unwrap());
    let held = desk.everything_held().await.unwrap();
    held.into_iter().filter(|(_, text)| text.contains(word)).map(|(place, _)| place).collect()
}

#[test]
fn an_erasure_cut_anywhere_goes_on_when_the_desk_is_opened_again() {
    for point in ["erase.begun", "erase.searched"] {
        let runtime = runtime();
        let (folder, desk) = runtime.block_on(new_desk());
        runtime.block_on(async {
            edit(&desk, |tx| add_person(tx, nth(1), "Wanda", "Kowalczyk", None)).await;
            edit(&desk, |tx| add_person(tx, nth(2), "Bob", "Roe", None)).await;
            edit(&desk, |tx| set_title(tx, nth(1), "Mme Kowalczyk, owner")).await;
            edit(&desk, |tx| {
                tx.conn().execute(
                    "INSERT INTO activity (id, person_id, kind, at, data) VALUES (?1, ?2, 'note', '2026-11-21', '{\"text\":\"Kowalczyk called\"}')",
                    (Id(nth(7)), Id(nth(1))),
                )?;
                tx.conn().execute(
                    "INSERT INTO outbox (id, step, person_id, message_id, to_address, to_norm, subject, body_text, state, created_at, finished_at)
                     VALUES (?1, 'first', ?2, 'm@x', 'w@x.example', 'w@x.example', 'Mme Kowalczyk', 'Dear Kowalczyk', 'sent', '2026-11-21', '2026-11-21T12:00:00.000Z')",
                    (Id(nth(8)), Id(nth(1))),
                )?;
                Ok(())
            })
            .await;
            assert!(!named(&desk, "Kowalczyk").await.is_empty());
            desk.close().await;
        });
        assert!(run_child("erase", folder.path(), point), "{point}");
        runtime.block_on(async {
            let desk = Desk::open(folder.path(), &key(), noon()).await.unwrap();
            assert_eq!(value(&desk, "SELECT count(*) FROM person").await, "1", "{point}: the rows went first");
            desk.finish_erasures().await.unwrap();
            assert!(named(&desk, "Kowalczyk").await.is_empty(), "{point}");
            assert!(!named(&desk, "Roe").await.is_empty(), "{point}: nobody else lost anything");
            assert_eq!(value(&desk, "SELECT count(*) FROM erasure_work").await, "0");
            assert_eq!(value(&desk, "SELECT count(*) FROM erasure").await, "1");
            desk.finish_erasures().await.unwrap();
            assert_sound(&desk).await;
            // What is left of the journal can be taken back as before.
            while desk.undo(None).await.is_ok() {}
            assert_eq!(value(&desk, "SELECT count(*) FROM person").await, "0");
            desk.close().await;
        });
    }
}

#[test]
#[ignore = "run as a child process by the test above"]
fn child_erase() {
    if child("erase") {
        runtime().block_on(async {
            let desk = Desk::open(&child_folder(), &key(), noon()).await.unwrap();
            desk.erase(vec![nth(1)], [5; 32]).await.unwrap();
        });
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_append_only_tables_stay_so_but_for_an_erasure() {
    let (_folder, desk) = new_desk().await;
    let refused = desk
        .write::<_, StoreError>(crate::Actor::Seller, crate::Intent::new("people.edit"), |tx| {
            tx.conn().execute(
                "INSERT INTO suppression (id, at, action, scope, key, reason) VALUES ('1', '', 'block', 'email', 'a@b.example', 'seller')",
                [],
            )?;
            tx.conn().execute("DELETE FROM suppression", [])?;
            Ok(())
        })
        .await;
    assert!(refused.is_err());
    assert_eq!(value(&desk, "SELECT count(*) FROM erasing").await, "0");
}
