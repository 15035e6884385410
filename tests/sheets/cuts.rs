use crate::support::{add_people, assert_each_once, connected, note, push_all};
use app::sheets::{Pace, SheetsFault, push_at, status};
use domain::views::Nothing;
use domain::views::people::Selection;
use domain::views::sheets::SheetsPush;
use std::time::Duration;
use testkit::google::{FakeGoogle, Trouble};
use uuid::Uuid;

/// Large notes: few people make several writes.
const LONG: &str = include_str!("support.rs");

async fn desk_with_large_rows() -> (testkit::TestApp, FakeGoogle, Vec<Uuid>) {
    let (test, google) = connected().await;
    google.add_sheet("s1", "T", (3, 11), &[]);
    let ids = add_people(&test, 12).await;
    for id in &ids {
        let long: &'static str = Box::leak(LONG.repeat(9).into_boxed_str());
        note(&test, *id, long).await;
    }
    (test, google, ids)
}

#[tokio::test]
async fn whichever_call_is_cut_or_refused_no_row_is_doubled_and_none_is_lost() {
    for trouble in
        [Trouble::CutBefore, Trouble::CutAfter, Trouble::Status(429, None), Trouble::Status(503, Some(0)), Trouble::Status(500, None)]
    {
        let (test, google) = connected().await;
        let ids = add_people(&test, 12).await;
        let mut calls = 1;
        let mut n = 0;
        while n < calls {
            let sheet: &'static str = Box::leak(format!("s-{n}").into_boxed_str());
            crate::support::use_sheet(&test, sheet).await;
            google.add_sheet(sheet, "T", (3, 11), &[]);
            google.forget_calls();
            google.world().allowed.insert(sheet.to_owned());
            google.world().troubles.insert(n, trouble);
            let pushed = push_all(&test).await.unwrap();
            assert_each_once(&google, sheet, &ids);
            assert_eq!((pushed.added, pushed.unchanged), (12, 0), "{trouble:?} at call {n}");
            calls = calls.max(google.world().seen.len());
            google.forget_calls();
            assert_eq!(push_all(&test).await.unwrap().unchanged, 12);
            n += 1;
        }
        assert!(n >= 6, "{n} calls");
    }
}

#[tokio::test]
async fn whichever_call_the_desk_dies_at_no_row_is_doubled_and_none_is_lost() {
    let (test, google) = connected().await;
    let ids = add_people(&test, 12).await;
    for n in 0..20 {
        let sheet: &'static str = Box::leak(format!("s-{n}").into_boxed_str());
        crate::support::use_sheet(&test, sheet).await;
        google.add_sheet(sheet, "T", (3, 11), &[]);
        google.forget_calls();
        google.world().allowed.insert(sheet.to_owned());
        google.world().troubles.insert(n, Trouble::Hang);
        // the call is carried out, its answer never comes, and the work is ended where it stands
        let reached = async {
            while google.world().seen.len() <= n {
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        };
        let died = tokio::select! {
            () = reached => true,
            done = push_all(&test) => { done.unwrap(); false }
        };
        if !died {
            assert!(n >= 6, "all calls were tried: {n}");
            break;
        }
        push_all(&test).await.unwrap();
        assert_each_once(&google, sheet, &ids);
    }
}

#[tokio::test]
async fn a_cut_between_several_writes_goes_on_where_it_was() {
    for trouble in [Trouble::CutBefore, Trouble::CutAfter] {
        let (test, google, ids) = desk_with_large_rows().await;
        let writes = || google.world().seen.iter().filter(|seen| seen.kind == "write").count();
        google.world().troubles.insert(6, trouble);
        let pushed = push_all(&test).await.unwrap();
        assert_eq!(pushed.added, 12);
        assert_each_once(&google, "s1", &ids);
        assert!(writes() <= 5, "{} writes", writes());
        assert!(google.world().seen.iter().all(|seen| seen.bytes <= 2_000_000));
    }
}

#[tokio::test]
async fn a_service_that_never_recovers_is_given_up_and_nothing_is_lost() {
    let (test, google) = connected().await;
    google.add_sheet("s1", "T", (3, 11), &[]);
    let ids = add_people(&test, 3).await;
    for n in 0..100 {
        google.world().troubles.insert(n, Trouble::Status(429, None));
    }
    let failed = push_all(&test).await.unwrap_err();
    assert_eq!(domain::fault::Fault::code(&failed), "sheets.busy");
    assert!(google.world().seen.len() <= 8);
    google.forget_calls();
    assert_eq!(push_all(&test).await.unwrap().added, 3);
    assert_each_once(&google, "s1", &ids);
}

#[tokio::test]
async fn a_push_that_waits_says_why_and_until_when_and_can_be_stopped_there() {
    let (test, google) = connected().await;
    add_people(&test, 2).await;
    crate::support::use_sheet(&test, "s1").await;
    google.add_sheet("s1", "T", (3, 11), &[]);
    google.forget_calls();
    google.world().allowed.insert("s1".to_owned());
    google.world().troubles.insert(0, Trouble::Status(500, None));
    let pace = Pace { first_wait: Duration::from_secs(60), ..Pace::default() };
    let pushing = push_at(&test.app, SheetsPush { selection: Selection::All }, pace);
    let watching = async {
        loop {
            let status = status(&test.app, Nothing {}).await.unwrap();
            if let Some(waiting) = status.push.and_then(|push| push.waiting) {
                app::sheets::cancel(&test.app, Nothing {}).await.unwrap();
                return waiting;
            }
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    };
    let (pushed, waiting) = tokio::time::timeout(Duration::from_secs(10), async { tokio::join!(pushing, watching) }).await.unwrap();
    assert!(matches!(pushed, Err(SheetsFault::Cancelled)), "{pushed:?}");
    assert_eq!(waiting.reason.code, "sheets.cut");
    let left = waiting.until - test.app.ports().clock.now();
    assert!((50..=60).contains(&left.num_seconds()), "{left}");
}
