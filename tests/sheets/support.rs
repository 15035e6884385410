use app::sheets::{Pace, SheetsFault, connect, push_at, settled, status};
use chrono::Duration as Days;
use domain::people::Person;
use domain::ports::SecretStore;
use domain::views::Nothing;
use domain::views::people::Selection;
use domain::views::sheets::{SheetsPush, SheetsPushed, SheetsStatus};
use secrecy::SecretString;
use std::time::Duration;
use store::{Actor, Intent, StoreError};
use testkit::TestApp;
use testkit::google::{Decision, FakeGoogle};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use uuid::Uuid;

/// A desk that knows the fake Google and has the seller's client.
pub(crate) async fn desk() -> (TestApp, FakeGoogle) {
    let (test, google) = (TestApp::open().await, FakeGoogle::start().await);
    let at = google.endpoints();
    let desk = test.app.desk().unwrap();
    desk.write(Actor::Seller, Intent::new("settings.set"), move |tx| {
        for (key, value) in [
            ("google.client_id", "client-1"),
            ("google.auth_url", &at.auth_url),
            ("google.token_url", &at.token_url),
            ("google.revoke_url", &at.revoke_url),
            ("sheets.base_url", &at.sheets_base_url),
        ] {
            store::settings::set(tx, key, Some(value))?;
        }
        Ok::<_, StoreError>(())
    })
    .await
    .unwrap();
    set_secret(&test, "google.client_secret", "hush").await;
    (test, google)
}

pub(crate) async fn set_secret(test: &TestApp, name: &'static str, value: &'static str) {
    let secrets = test.app.secrets().unwrap();
    tokio::task::spawn_blocking(move || secrets.set(name, &SecretString::from(value))).await.unwrap().unwrap();
}

pub(crate) async fn secret(test: &TestApp, name: &'static str) -> Option<SecretString> {
    let secrets = test.app.secrets().unwrap();
    tokio::task::spawn_blocking(move || SecretStore::get(&*secrets, name)).await.unwrap().unwrap()
}

/// Follows an address as a browser does; gives the status of the page.
pub(crate) async fn browse(address: &str) -> u16 {
    let rest = address.strip_prefix("http://").unwrap();
    let (host, target) = rest.split_once('/').unwrap();
    let Ok(mut stream) = tokio::net::TcpStream::connect(host).await else { return 0 };
    stream.write_all(format!("GET /{target} HTTP/1.1\r\nHost: {host}\r\n\r\n").as_bytes()).await.unwrap();
    let mut page = String::new();
    stream.read_to_string(&mut page).await.unwrap();
    page.split(' ').nth(1).and_then(|code| code.parse().ok()).unwrap_or(0)
}

/// Connects, the seller deciding so.
pub(crate) async fn connect_deciding(test: &TestApp, google: &FakeGoogle, decision: Decision<'_>) -> SheetsStatus {
    let connecting = connect(&test.app, Nothing::default()).await.unwrap();
    let back = google.consent(&connecting.url, decision);
    assert_eq!(browse(&back).await, 200);
    settled(&test.app).await;
    state(test).await
}

pub(crate) async fn state(test: &TestApp) -> SheetsStatus {
    status(&test.app, Nothing::default()).await.unwrap()
}

/// A connected desk that uses the spreadsheet `s1`.
pub(crate) async fn connected() -> (TestApp, FakeGoogle) {
    let (test, google) = desk().await;
    assert_eq!(connect_deciding(&test, &google, Decision::Agree).await.state, "connected");
    use_sheet(&test, "s1").await;
    google.world().allowed.insert("s1".to_owned());
    google.forget_calls();
    (test, google)
}

pub(crate) async fn use_sheet(test: &TestApp, id: &'static str) {
    let desk = test.app.desk().unwrap();
    let set = move |tx: &mut store::Tx<'_>| store::settings::set(tx, "sheets.spreadsheet_id", Some(id));
    desk.write::<_, StoreError>(Actor::Seller, Intent::new("settings.set"), set).await.unwrap();
}

/// Adds people; gives their ids.
pub(crate) async fn add_people(test: &TestApp, count: u32) -> Vec<Uuid> {
    let now = test.app.ports().clock.now();
    let desk = test.app.desk().unwrap();
    let mut ids = Vec::new();
    for chunk in (0..count).collect::<Vec<_>>().chunks(2_000).map(<[_]>::to_vec) {
        let written = desk
            .write(Actor::Seller, Intent::new("people.add"), move |tx| {
                let mut ids = Vec::new();
                for n in chunk {
                    let mut person = Person::new(tx.new_id(), "manual", now, (now - Days::days(1)).date_naive());
                    person.first_name = format!("Prénom{n}");
                    person.last_name = format!("Nom{n}");
                    person.title = "=HYPERLINK(\"https://evil.example\")".to_owned();
                    person.location = "Lyon, Auvergne-Rhône-Alpes, France".to_owned();
                    person.linkedin_url = format!("https://www.linkedin.com/in/person-{n}");
                    person.notes = format!("Note {n}\nsur deux lignes, \"avec des guillemets\"");
                    store::people::insert(tx, &person)?;
                    ids.push(person.id);
                }
                Ok::<_, StoreError>(ids)
            })
            .await
            .unwrap();
        ids.extend(written.value);
    }
    ids
}

/// Changes one person's notes.
pub(crate) async fn note(test: &TestApp, person: Uuid, notes: &'static str) {
    let desk = test.app.desk().unwrap();
    desk.write(Actor::Seller, Intent::new("people.edit"), move |tx| {
        let mut found = store::people::get(tx, person)?.unwrap();
        found.notes = notes.to_owned();
        store::people::update(tx, &found)?;
        Ok::<_, StoreError>(())
    })
    .await
    .unwrap();
}

/// Pushes everybody without waiting long between tries.
pub(crate) async fn push_all(test: &TestApp) -> Result<SheetsPushed, SheetsFault> {
    let pace = Pace { first_wait: Duration::from_millis(1), longest_wait: Duration::from_millis(5), ..Pace::default() };
    push_at(&test.app, SheetsPush { selection: Selection::All }, pace).await
}

/// Each id stands once, and the rows say what the desk says.
pub(crate) fn assert_each_once(google: &FakeGoogle, sheet: &str, ids: &[Uuid]) {
    let rows = google.rows(sheet);
    let mut found: Vec<&str> = rows.iter().skip(1).filter_map(|row| row.first()).map(String::as_str).filter(|id| !id.is_empty()).collect();
    let mut expected: Vec<String> = ids.iter().map(Uuid::to_string).collect();
    found.sort_unstable();
    expected.sort_unstable();
    assert_eq!(found, expected);
}
