use crate::support::{add_people, assert_each_once, connected, note, push_all, state};
use app::sheets::{SheetsFault, cancel};
use domain::views::Nothing;
use testkit::google::{FakeGoogle, Trouble};
use uuid::Uuid;

const HEADER: [&str; 11] = formats::people::SHEET_HEADER;

fn of_kind(google: &FakeGoogle, kind: &str) -> usize {
    google.world().seen.iter().filter(|seen| seen.kind == kind).count()
}

fn row_of(google: &FakeGoogle, id: Uuid) -> usize {
    google.rows("s1").iter().position(|row| row.first() == Some(&id.to_string())).unwrap()
}

#[tokio::test]
async fn people_are_written_once_raw_and_only_what_changed_is_written_again() {
    let (test, google) = connected().await;
    google.add_sheet("s1", "Feuille 1", (1000, 26), &[]);
    let ids = add_people(&test, 50).await;
    let pushed = push_all(&test).await.unwrap();
    assert_eq!((pushed.added, pushed.changed, pushed.unchanged), (50, 0, 0));
    assert_each_once(&google, "s1", &ids);
    let rows = google.rows("s1");
    assert_eq!(rows[0], HEADER);
    assert_eq!(rows[1][1..4], ["Prénom0 Nom0", "", "=HYPERLINK(\"https://evil.example\")"]);
    assert_eq!(rows[1][7], "New");
    assert_eq!(of_kind(&google, "write"), 1);
    assert!(state(&test).await.pushed_at.is_some());

    google.forget_calls();
    let pushed = push_all(&test).await.unwrap();
    assert_eq!((pushed.added, pushed.changed, pushed.unchanged, of_kind(&google, "write")), (0, 0, 50, 0));

    note(&test, ids[20], "Rappeler en mars").await;
    let pushed = push_all(&test).await.unwrap();
    assert_eq!((pushed.added, pushed.changed, pushed.unchanged, of_kind(&google, "write")), (0, 1, 49, 1));
    assert_eq!(google.rows("s1")[row_of(&google, ids[20])][10], "Rappeler en mars");
}

#[tokio::test]
async fn the_sellers_columns_rows_and_order_are_theirs() {
    let (test, google) = connected().await;
    // another order, a column of the seller's in between, a row of theirs below, a curly apostrophe
    let header = ["Score", "Nom", "ID", "Mon avis", "Entreprise", "Poste", "LinkedIn URL", "Localisation", "Date d’ajout", "STATUT"];
    google.add_sheet("s1", "L'été", (6, 10), &[&header, &["9"], &[], &["", "", "", "à garder"]]);
    let ids = add_people(&test, 3).await;
    push_all(&test).await.unwrap();
    let rows = google.rows("s1");
    assert_eq!(rows[0][10..], ["Message envoyé", "Nb relances", "Notes"], "what was missing is added on the right");
    assert_eq!((rows[1][0].as_str(), rows[3][3].as_str()), ("9", "à garder"));
    assert_eq!(rows[4][2], ids[0].to_string(), "below everything the seller wrote");

    {
        let mut world = google.world();
        let tab = &mut world.sheets.get_mut("s1").unwrap()[0];
        tab.cells.insert((4, 0), "7".into());
        tab.cells.insert((5, 3), "super".into());
        tab.rows += 1;
        tab.move_to_end(4);
    }
    for id in &ids {
        note(&test, *id, "changé").await;
    }
    let pushed = push_all(&test).await.unwrap();
    assert_eq!((pushed.added, pushed.changed), (0, 3));
    let rows = google.rows("s1");
    let row = |id: &Uuid| rows.iter().find(|row| row.get(2) == Some(&id.to_string())).unwrap();
    assert_eq!((row(&ids[0])[0].as_str(), row(&ids[0])[12].as_str()), ("7", "changé"), "the row moved and kept its score");
    assert_eq!((row(&ids[1])[3].as_str(), row(&ids[1])[12].as_str()), ("super", "changé"));
}

#[tokio::test]
async fn a_row_removed_from_the_sheet_comes_back_once() {
    let (test, google) = connected().await;
    google.add_sheet("s1", "T", (100, 11), &[&HEADER]);
    let ids = add_people(&test, 5).await;
    push_all(&test).await.unwrap();
    let row = row_of(&google, ids[1]);
    google.world().sheets.get_mut("s1").unwrap()[0].delete_row(row);
    let pushed = push_all(&test).await.unwrap();
    assert_eq!((pushed.added, pushed.changed, pushed.unchanged), (1, 0, 4));
    assert_each_once(&google, "s1", &ids);
}

#[tokio::test]
async fn cells_beside_the_header_are_not_written_over() {
    let (test, google) = connected().await;
    google.add_sheet("s1", "T", (100, 5), &[&["ID", "Nom"], &["", "", "", "note sans titre"]]);
    add_people(&test, 2).await;
    push_all(&test).await.unwrap();
    let rows = google.rows("s1");
    assert_eq!((rows[0][4].as_str(), rows[1][3].as_str()), ("Entreprise", "note sans titre"));
}

#[tokio::test]
async fn the_tab_with_our_header_is_used() {
    let (test, google) = connected().await;
    google.add_sheet("s1", "Budget", (10, 3), &[&["Mois", "Euros"]]);
    google.add_sheet("other", "Prospects", (10, 11), &[&HEADER]);
    {
        let mut world = google.world();
        let tab = world.sheets.remove("other").unwrap().remove(0);
        world.sheets.get_mut("s1").unwrap().push(tab);
    }
    add_people(&test, 2).await;
    push_all(&test).await.unwrap();
    let world = google.world();
    let tabs = &world.sheets["s1"];
    assert_eq!((tabs[0].lines().len(), tabs[1].lines().len()), (1, 3));
}

#[tokio::test]
async fn a_sheet_that_was_not_picked_or_is_gone_is_told() {
    let (test, google) = connected().await;
    add_people(&test, 1).await;
    assert_eq!(domain::fault::Fault::code(&push_all(&test).await.unwrap_err()), "sheets.not_found");
    google.add_sheet("s1", "T", (10, 11), &[]);
    google.world().allowed.clear();
    assert_eq!(domain::fault::Fault::code(&push_all(&test).await.unwrap_err()), "sheets.forbidden");
}

#[tokio::test]
async fn a_push_can_be_stopped_and_taken_up_again() {
    let (test, google) = connected().await;
    google.add_sheet("s1", "T", (10, 11), &[&HEADER]);
    let ids = add_people(&test, 40).await;
    // the service asks to wait an hour: stopping must not
    google.world().troubles.insert(4, Trouble::Status(429, Some(3600)));
    let app = test.app.clone();
    let stopper = tokio::spawn(async move {
        tokio::time::sleep(std::time::Duration::from_millis(700)).await;
        cancel(&app, Nothing::default()).await.unwrap();
    });
    assert!(matches!(push_all(&test).await, Err(SheetsFault::Cancelled)));
    stopper.await.unwrap();
    push_all(&test).await.unwrap();
    assert_each_once(&google, "s1", &ids);
}

#[tokio::test]
async fn an_access_token_that_died_early_is_replaced_and_the_push_goes_on() {
    let (test, google) = connected().await;
    google.add_sheet("s1", "T", (10, 11), &[&HEADER]);
    let ids = add_people(&test, 3).await;
    google.world().access.clear();
    push_all(&test).await.unwrap();
    assert_each_once(&google, "s1", &ids);
}

#[tokio::test]
async fn two_pushes_at_once_are_not_made() {
    let (test, google) = connected().await;
    google.add_sheet("s1", "T", (10, 11), &[&HEADER]);
    add_people(&test, 3).await;
    let (a, b) = tokio::join!(push_all(&test), push_all(&test));
    assert_eq!([a.is_ok(), b.is_ok()].iter().filter(|ok| **ok).count(), 1);
    assert!([a.err(), b.err()].iter().flatten().all(|fault| matches!(fault, SheetsFault::Busy)));
}
