use crate::support::{browse, connect_deciding, desk, secret, set_secret, state};
use app::sheets::{SheetsFault, attach, cancel, connect, connect_within, create, disconnect, push, settled};
use chrono::Duration as Days;
use domain::fault::Fault;
use domain::views::Nothing;
use domain::views::people::Selection;
use domain::views::sheets::{SheetsAttach, SheetsCreate, SheetsPush, SheetsStatus};
use secrecy::ExposeSecret;
use std::time::Duration;
use testkit::google::Decision;

const REFRESH: &str = "google.refresh_token";

fn trouble(status: &SheetsStatus) -> &str {
    status.trouble.as_ref().map_or("", |reason| reason.code.as_str())
}

#[tokio::test]
async fn consent_in_the_browser_connects_and_the_token_stays_in_the_keychain() {
    let (test, google) = desk().await;
    assert_eq!(state(&test).await.state, "disconnected");
    let status = connect_deciding(&test, &google, Decision::Agree).await;
    assert_eq!((status.state.as_str(), trouble(&status)), ("connected", ""));
    assert!(secret(&test, REFRESH).await.unwrap().expose_secret().starts_with("refresh-"));
    let opened = test.desktop.opened.lock().unwrap().clone();
    assert_eq!(opened.len(), 1);
    assert!(opened[0].contains("scope=https%3A%2F%2Fwww.googleapis.com%2Fauth%2Fdrive.file&"), "{}", opened[0]);
}

#[tokio::test]
async fn the_second_answer_finds_nobody_and_a_code_works_once() {
    let (test, google) = desk().await;
    let connecting = connect(&test.app, Nothing::default()).await.unwrap();
    let back = google.consent(&connecting.url, Decision::Agree);
    assert_eq!(browse(&back).await, 200);
    settled(&test.app).await;
    assert_eq!(browse(&back).await, 0, "the port is closed");

    // the same code brought to another request: the state is that request's, the code is used up
    let again = connect(&test.app, Nothing::default()).await.unwrap();
    let fresh = google.consent(&again.url, Decision::Agree);
    let used = |address: &str| address.split(['?', '&']).find(|part| part.starts_with("code=")).unwrap().to_owned();
    assert_eq!(browse(&fresh.replace(&used(&fresh), &used(&back))).await, 200);
    settled(&test.app).await;
    assert_eq!(trouble(&state(&test).await), "sheets.consent_failed");
}

#[tokio::test]
async fn an_answer_with_another_state_changes_nothing() {
    let (test, google) = desk().await;
    let connecting = connect(&test.app, Nothing::default()).await.unwrap();
    let back = google.consent(&connecting.url, Decision::Agree);
    assert_eq!(browse(&back.replace("state=", "state=x")).await, 400);
    assert_eq!(state(&test).await.state, "connecting");
    assert_eq!(browse(&back).await, 200);
    settled(&test.app).await;
    assert_eq!(state(&test).await.state, "connected");
}

#[tokio::test]
async fn a_refusal_connects_nothing_and_says_so() {
    let (test, google) = desk().await;
    let status = connect_deciding(&test, &google, Decision::Refuse).await;
    assert_eq!((status.state.as_str(), trouble(&status)), ("disconnected", "sheets.denied"));
}

#[tokio::test]
async fn a_permission_that_was_not_ticked_is_noticed_and_the_token_given_back() {
    let (test, google) = desk().await;
    google.world().scope = Some("openid".to_owned());
    let status = connect_deciding(&test, &google, Decision::Agree).await;
    assert_eq!((status.state.as_str(), trouble(&status)), ("disconnected", "sheets.scope_missing"));
    assert!(google.world().access.is_empty());
}

#[tokio::test]
async fn a_wrong_client_secret_is_named() {
    let (test, google) = desk().await;
    set_secret(&test, "google.client_secret", "wrong").await;
    assert_eq!(trouble(&connect_deciding(&test, &google, Decision::Agree).await), "sheets.bad_client");
}

#[tokio::test]
async fn an_attempt_ends_when_it_is_stopped_replaced_or_too_old() {
    let (test, google) = desk().await;
    let stopped = connect(&test.app, Nothing::default()).await.unwrap();
    cancel(&test.app, Nothing::default()).await.unwrap();
    settled(&test.app).await;
    let status = state(&test).await;
    assert_eq!((status.state.as_str(), trouble(&status)), ("disconnected", ""));
    assert_eq!(browse(&google.consent(&stopped.url, Decision::Agree)).await, 0);

    let replaced = connect(&test.app, Nothing::default()).await.unwrap();
    let late = connect_within(&test.app, Duration::from_millis(100)).await.unwrap();
    settled(&test.app).await;
    assert_eq!(trouble(&state(&test).await), "sheets.timed_out");
    for url in [&replaced.url, &late.url] {
        assert_eq!(browse(&google.consent(url, Decision::Agree)).await, 0);
    }
}

#[tokio::test]
async fn without_a_client_nothing_is_opened() {
    let test = testkit::TestApp::open().await;
    assert!(matches!(connect(&test.app, Nothing::default()).await, Err(SheetsFault::NoClient)));
    assert_eq!(state(&test).await.state, "no_client");
}

#[tokio::test]
async fn a_connection_that_dies_after_seven_days_is_explained() {
    for (days, code) in [(7, "sheets.testing_expired"), (2, "sheets.withdrawn"), (200, "sheets.withdrawn")] {
        let (test, google) = desk().await;
        connect_deciding(&test, &google, Decision::Agree).await;
        create(&test.app, SheetsCreate { title: String::new() }).await.unwrap();
        google.world().refresh.clear();
        test.clock.advance(Days::days(days) + Days::minutes(1));
        let failed = push(&test.app, SheetsPush { selection: Selection::All }).await.unwrap_err();
        assert_eq!(failed.code(), code);
        let status = state(&test).await;
        assert_eq!((status.state.as_str(), trouble(&status)), ("withdrawn", code));
        let health = test.call("health_get", serde_json::json!({})).await;
        let part = health["parts"].as_array().unwrap().iter().find(|part| part["name"] == "sheets").unwrap();
        assert_eq!((&part["state"], &part["what"]["code"]), (&"bad".into(), &code.into()));
        assert!(secret(&test, REFRESH).await.is_none());
        assert_eq!(connect_deciding(&test, &google, Decision::Agree).await.state, "connected");
    }
}

#[tokio::test]
async fn disconnecting_revokes_the_token_and_says_when_it_could_not() {
    let (test, google) = desk().await;
    connect_deciding(&test, &google, Decision::Agree).await;
    let status = disconnect(&test.app, Nothing::default()).await.unwrap();
    assert_eq!((status.state.as_str(), trouble(&status)), ("disconnected", ""));
    assert!(google.world().refresh.is_empty());

    connect_deciding(&test, &google, Decision::Agree).await;
    drop(google);
    tokio::time::sleep(Duration::from_millis(50)).await;
    let status = disconnect(&test.app, Nothing::default()).await.unwrap();
    assert_eq!((status.state.as_str(), trouble(&status)), ("disconnected", "sheets.not_revoked"));
    assert!(secret(&test, REFRESH).await.is_none());
}

#[tokio::test]
async fn a_created_spreadsheet_has_the_eleven_columns_and_is_used() {
    let (test, google) = desk().await;
    connect_deciding(&test, &google, Decision::Agree).await;
    let status = create(&test.app, SheetsCreate { title: "Prospects".into() }).await.unwrap();
    let id = status.spreadsheet_id.unwrap();
    assert_eq!(google.rows(&id)[0], formats::people::SHEET_HEADER);
    assert_eq!(status.url.unwrap(), format!("https://docs.google.com/spreadsheets/d/{id}/edit"));
}

#[tokio::test]
async fn a_pasted_address_leads_to_the_picker_and_a_picked_sheet_is_used() {
    let (test, google) = desk().await;
    google.add_sheet("mine-1", "Feuille 1", (1000, 26), &[]);
    let pasted = || SheetsAttach { url: "https://docs.google.com/spreadsheets/d/mine-1/edit#gid=0".into() };
    for _ in 0..2 {
        // first without any connection, then with one that may not open this file
        let status = attach(&test.app, pasted()).await.unwrap();
        assert_eq!(status.state, "connecting");
        let url = test.desktop.opened.lock().unwrap().last().unwrap().clone();
        assert!(url.contains("trigger_onepick=true") && url.contains("file_ids=mine-1"), "{url}");
        assert_eq!(browse(&google.consent(&url, Decision::Agree)).await, 200);
        settled(&test.app).await;
        let status = state(&test).await;
        assert_eq!(
            (status.state.as_str(), trouble(&status), status.spreadsheet_id.as_deref()),
            ("connected", "sheets.nothing_picked", None)
        );
    }
    attach(&test.app, pasted()).await.unwrap();
    let url = test.desktop.opened.lock().unwrap().last().unwrap().clone();
    assert_eq!(browse(&google.consent(&url, Decision::Pick("mine-1"))).await, 200);
    settled(&test.app).await;
    let status = state(&test).await;
    assert_eq!(
        (status.spreadsheet_id.as_deref(), status.title.as_deref(), trouble(&status)),
        (Some("mine-1"), Some("Title of mine-1"), "")
    );

    let before = test.desktop.opened.lock().unwrap().len();
    assert_eq!(attach(&test.app, pasted()).await.unwrap().state, "connected");
    assert_eq!(test.desktop.opened.lock().unwrap().len(), before, "what may be opened already needs no picker");
    assert!(matches!(attach(&test.app, SheetsAttach { url: "hello world".into() }).await, Err(SheetsFault::NotAnAddress)));
}
