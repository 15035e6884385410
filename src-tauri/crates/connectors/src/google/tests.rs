use super::*;
use chrono::{DateTime, Utc};
use domain::ports::SheetTab;
use secrecy::ExposeSecret;
use serde_json::{Value, json};
use wiremock::matchers::{body_string_contains, header, method, path, query_param};
use wiremock::{Mock, MockServer, ResponseTemplate};

struct Noon;

impl Clock for Noon {
    fn now(&self) -> DateTime<Utc> {
        "2026-11-21T12:00:00Z".parse().unwrap()
    }

    fn zone(&self) -> Option<chrono_tz::Tz> {
        None
    }
}

fn google() -> Google {
    Google::with_patience(Arc::new(Noon), Patience { idle: Duration::from_millis(500), whole: Duration::from_secs(5) })
}

fn at(server: &MockServer) -> GoogleEndpoints {
    GoogleEndpoints {
        auth_url: format!("{}/auth", server.uri()),
        token_url: format!("{}/token", server.uri()),
        revoke_url: format!("{}/revoke", server.uri()),
        sheets_base_url: format!("{}/v4", server.uri()),
    }
}

fn client() -> OAuthClient {
    OAuthClient { id: "client-1".into(), secret: Some(SecretString::from("hush")) }
}

fn token() -> SecretString {
    SecretString::from("at-1")
}

async fn answering(response: ResponseTemplate) -> MockServer {
    let server = MockServer::start().await;
    Mock::given(wiremock::matchers::any()).respond_with(response).mount(&server).await;
    server
}

#[tokio::test]
async fn a_code_is_exchanged_with_its_verifier() {
    let server = MockServer::start().await;
    let tokens = json!({ "access_token": "at", "expires_in": 3600, "refresh_token": "rt", "scope": "a b", "token_type": "Bearer" });
    let mut mock = Mock::given(method("POST")).and(path("/token"));
    for part in
        ["grant_type=authorization_code", "code=c%2F1", "code_verifier=v", "client_id=client-1", "client_secret=hush", "127.0.0.1%3A7"]
    {
        mock = mock.and(body_string_contains(part));
    }
    mock.respond_with(ResponseTemplate::new(200).set_body_json(tokens)).mount(&server).await;
    let tokens = google().exchange(&at(&server), &client(), "c/1", "v", "http://127.0.0.1:7/x").await.unwrap();
    assert_eq!(tokens.access.expose_secret(), "at");
    assert_eq!(tokens.refresh.unwrap().expose_secret(), "rt");
    assert_eq!(tokens.expires_at.to_rfc3339(), "2026-11-21T12:59:00+00:00");
    assert_eq!(tokens.scopes, ["a", "b"]);
}

#[tokio::test]
async fn refusals_of_the_token_endpoint_are_told_apart() {
    for (status, error, expected) in [
        (400, "invalid_grant", SpreadsheetError::Disconnected),
        (401, "invalid_client", SpreadsheetError::BadClient),
        (400, "unauthorized_client", SpreadsheetError::BadClient),
        (400, "invalid_request", SpreadsheetError::Unexpected(400)),
        (500, "", SpreadsheetError::Cut { maybe_done: false }),
        (302, "", SpreadsheetError::BadAddress),
        (200, "", SpreadsheetError::Unexpected(200)),
    ] {
        let server = answering(ResponseTemplate::new(status).set_body_json(json!({ "error": error }))).await;
        let refused = google().refresh(&at(&server), &client(), &SecretString::from("rt")).await.unwrap_err();
        assert_eq!(refused, expected);
    }
}

#[tokio::test]
async fn revoking_a_dead_token_is_fine() {
    for (status, error, fine) in [(200, "", true), (400, "invalid_token", true), (400, "other", false)] {
        let server = answering(ResponseTemplate::new(status).set_body_json(json!({ "error": error }))).await;
        assert_eq!(google().revoke(&at(&server), &token()).await.is_ok(), fine);
    }
}

#[tokio::test]
async fn values_are_written_raw_and_null_leaves_a_cell_alone() {
    let server = MockServer::start().await;
    Mock::given(method("POST"))
        .and(path("/v4/spreadsheets/s1/values:batchUpdate"))
        .and(header("authorization", "Bearer at-1"))
        .respond_with(ResponseTemplate::new(200).set_body_json(json!({ "totalUpdatedCells": 2 })))
        .expect(1)
        .mount(&server)
        .await;
    let cells = [CellWrite { range: "'T'!A2:C2".into(), values: vec![vec![Some("=1+1".into()), None, Some(String::new())]] }];
    google().write(&at(&server), &token(), "s1", &cells).await.unwrap();
    let body: Value = serde_json::from_slice(&server.received_requests().await.unwrap()[0].body).unwrap();
    assert_eq!(body["valueInputOption"], "RAW");
    assert_eq!(body["data"][0]["values"], json!([["=1+1", null, ""]]));
}

#[tokio::test]
async fn a_range_is_one_path_segment_and_every_cell_becomes_text() {
    let server = MockServer::start().await;
    Mock::given(method("GET"))
        .and(path("/v4/spreadsheets/s1/values/'Mes%20prospects%2F1'!A:A"))
        .and(query_param("majorDimension", "ROWS"))
        .respond_with(ResponseTemplate::new(200).set_body_json(json!({ "values": [["a", 1, true, null], [], ["b"]] })))
        .mount(&server)
        .await;
    let rows = google().read(&at(&server), &token(), "s1", "'Mes prospects/1'!A:A").await.unwrap();
    assert_eq!(rows, vec![vec!["a", "1", "true", ""], vec![], vec!["b"]]);
}

#[tokio::test]
async fn a_grid_is_grown_by_what_is_missing_and_never_shrunk() {
    let tab = SheetTab { id: 3, title: "T".into(), rows: 10, columns: 11 };
    assert_eq!(sheets::growth(&tab, 10, 5), None);
    let grown = sheets::growth(&tab, 25, 12).unwrap();
    assert_eq!(grown["requests"][0]["appendDimension"], json!({ "sheetId": 3, "dimension": "ROWS", "length": 15 }));
    assert_eq!(grown["requests"][1]["appendDimension"]["length"], 1);
}

#[tokio::test]
async fn every_refusal_of_sheets_has_its_meaning() {
    let info = json!({ "@type": "type.googleapis.com/google.rpc.ErrorInfo", "reason": "SERVICE_DISABLED", "domain": "googleapis.com" });
    let api_off = json!({ "error": { "code": 403, "status": "PERMISSION_DENIED", "details": [info] } });
    for (response, expected) in [
        (ResponseTemplate::new(401), SpreadsheetError::Expired),
        (ResponseTemplate::new(403), SpreadsheetError::Forbidden),
        (ResponseTemplate::new(403).set_body_json(api_off), SpreadsheetError::ApiOff),
        (ResponseTemplate::new(404), SpreadsheetError::NotFound),
        (ResponseTemplate::new(429).insert_header("retry-after", "7"), SpreadsheetError::Busy(Some(7))),
        (ResponseTemplate::new(503), SpreadsheetError::Busy(None)),
        (ResponseTemplate::new(500), SpreadsheetError::Cut { maybe_done: true }),
        (ResponseTemplate::new(400), SpreadsheetError::Unexpected(400)),
        (ResponseTemplate::new(302), SpreadsheetError::BadAddress),
        (ResponseTemplate::new(200).set_body_string("<html>"), SpreadsheetError::Unexpected(200)),
        (ResponseTemplate::new(200).set_body_json(json!({})).set_delay(Duration::from_secs(2)), SpreadsheetError::Cut { maybe_done: true }),
    ] {
        let server = answering(response).await;
        assert_eq!(google().write(&at(&server), &token(), "s1", &[]).await.unwrap_err(), expected);
    }
}

#[tokio::test]
async fn a_write_that_never_reached_a_server_is_surely_not_done() {
    for (base, expected) in
        [("http://127.0.0.1:9/v4", SpreadsheetError::Cut { maybe_done: false }), ("http://sheets.example/v4", SpreadsheetError::BadAddress)]
    {
        let nowhere = GoogleEndpoints { sheets_base_url: base.into(), ..GoogleEndpoints::default() };
        assert_eq!(google().write(&nowhere, &token(), "s1", &[]).await, Err(expected));
    }
}

#[tokio::test]
async fn a_created_spreadsheet_has_its_header_and_nothing_else() {
    let server = MockServer::start().await;
    let created = json!({
        "spreadsheetId": "s9", "spreadsheetUrl": "https://docs.google.com/spreadsheets/d/s9/edit", "properties": { "title": "Mes prospects" },
        "sheets": [{ "properties": { "sheetId": 0, "title": "Prospects", "gridProperties": { "rowCount": 2, "columnCount": 2 } } },
                   { "properties": { "sheetId": 7, "title": "Chart" } }],
    });
    Mock::given(method("POST"))
        .and(path("/v4/spreadsheets"))
        .respond_with(ResponseTemplate::new(200).set_body_json(created))
        .mount(&server)
        .await;
    let info = google().create(&at(&server), &token(), "Mes prospects", "Prospects", &["ID", "Nom"]).await.unwrap();
    assert_eq!((info.id.as_str(), info.tabs.len(), info.tabs[0].rows), ("s9", 1, 2));
    let body: Value = serde_json::from_slice(&server.received_requests().await.unwrap()[0].body).unwrap();
    assert_eq!(body.pointer("/sheets/0/data/0/rowData/0/values/1/userEnteredValue/stringValue"), Some(&json!("Nom")));
}
