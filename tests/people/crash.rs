//! An import killed at any moment goes on where it was: nobody twice, nobody lost, one undo step, and a second recovery changes nothing.

use app::{App, Ports};
use connectors::google::Google;
use connectors::keychain::MemoryKeychain;
use connectors::openai::OpenAi;
use connectors::smtp::SmtpMailer;
use connectors::system::SystemIds;
use domain::views::ById;
use domain::views::history::UndoRequest;
use domain::views::imports::{ImportApply, ImportAs, ImportMode, ImportOpen, ImportState, ImportView};
use domain::views::people::SearchRequest;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::Duration;
use store::{Desk, RawKey};
use testkit::{TestClock, TestDesktop};
use uuid::Uuid;

/// More than one chunk takes.
const PEOPLE: u32 = 9_000;

async fn app_in(folder: &Path) -> App {
    let _ = rustls::crypto::aws_lc_rs::default_provider().install_default();
    let at = chrono::DateTime::from_timestamp(1_789_459_200, 0).unwrap();
    let (clock, ids, key) = (Arc::new(TestClock::starting(at)), Arc::new(SystemIds), RawKey::new([7; 32]));
    let desk = match Desk::open(folder, &key, at).await {
        Ok(desk) => desk,
        Err(store::OpenError::Missing) => Desk::create(folder, &key, at).await.unwrap(),
        Err(error) => panic!("{error}"),
    };
    let keychain = Arc::new(MemoryKeychain::new());
    let ports = Ports {
        clock: clock.clone(),
        ids: ids.clone(),
        keychain: keychain.clone(),
        mailer: Arc::new(SmtpMailer::new()),
        model: Arc::new(OpenAi::default()),
        spreadsheet: Arc::new(Google::new(clock.clone())),
        desktop: Arc::new(TestDesktop::default()),
    };
    let app = App::new(folder, ports);
    app.set_open(desk.with_edges(clock, ids), keychain);
    app
}

/// A desk with an import that is about to be written, closed.
async fn begun(folder: &Path) -> Uuid {
    let file = folder.join("people.csv");
    let rows = (0..PEOPLE).map(|n| format!("First{n},Last{n},p{n}@firm{}.example,Firm {}\n", n % 50, n % 50));
    std::fs::write(&file, format!("First Name,Last Name,Email,Company\n{}", rows.collect::<String>())).unwrap();
    let app = app_in(folder).await;
    let open = ImportOpen {
        path: file.to_string_lossy().into_owned(),
        read_as: ImportAs::Auto,
        mode: ImportMode::Both,
        text: None,
        like: None,
        reading: None,
    };
    let import = app::imports::open(&app, open).await.unwrap();
    app::imports::apply(&app, ImportApply { id: import.id, correspondence: None }).await.unwrap();
    app.take_open().unwrap().close().await;
    import.id
}

fn start(folder: &Path, failpoint: &str) -> std::process::Child {
    Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "crash::writes_the_import", "--ignored"])
        .env("RAINMAKER_TEST_DESK", folder)
        .env("RAINMAKER_FAILPOINT", failpoint)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

/// The process that is killed. Not a test by itself.
#[tokio::test(flavor = "multi_thread")]
#[ignore = "the process other tests kill"]
async fn writes_the_import() {
    let Some(folder) = std::env::var_os("RAINMAKER_TEST_DESK") else { return };
    let app = app_in(folder.as_ref()).await;
    let id = app::imports::list(&app).await.unwrap()[0].id;
    app::imports::work(&app, id).await.unwrap();
    app.take_open().unwrap().close().await;
}

/// Goes on to the end and checks that everything adds up.
async fn ends_well(folder: &Path, id: Uuid) {
    let app = app_in(folder).await;
    app::imports::work(&app, id).await.unwrap();
    let desk = app.desk().unwrap();
    let whole = |view: &ImportView| (view.state, view.created, view.rows, view.applied) == (ImportState::Applied, PEOPLE, PEOPLE, PEOPLE);
    let done = app::imports::get(&app, ById { id }).await.unwrap();
    assert!(whole(&done), "{done:?}");
    assert_eq!(desk.read(store::people::total).await.unwrap(), PEOPLE);
    app::imports::work(&app, id).await.unwrap();
    assert_eq!(app::imports::get(&app, ById { id }).await.unwrap(), done, "a second recovery changes nothing");
    let found = app::people::search(&app, SearchRequest { text: "last8999".into(), limit: 10 }).await.unwrap();
    assert_eq!(found.len(), 1, "the index is complete");
    app::history::undo(&app, UndoRequest { id: done.operation }).await.unwrap();
    assert_eq!(desk.read(store::people::total).await.unwrap(), 0, "one undo step");
    app.take_open().unwrap().close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_import_killed_at_a_named_moment_goes_on() {
    for failpoint in
        ["write.before_commit:3", "write.after_commit:2", "import.chunk:1", "import.chunk:2", "write.after_commit:5", "import.closed:1"]
    {
        let folder = tempfile::tempdir().unwrap();
        let id = begun(folder.path()).await;
        let status = start(folder.path(), failpoint).wait().unwrap();
        assert!(!status.success(), "{failpoint} was reached");
        ends_well(folder.path(), id).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_import_killed_at_any_moment_goes_on() {
    let folder = tempfile::tempdir().unwrap();
    let id = begun(folder.path()).await;
    for n in 0..12u64 {
        let mut child = start(folder.path(), "");
        std::thread::sleep(Duration::from_millis(60 + n * 37 % 200));
        child.kill().unwrap();
        child.wait().unwrap();
    }
    ends_well(folder.path(), id).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stopped_import_keeps_what_is_written_and_accounts_for_the_rest() {
    let folder = tempfile::tempdir().unwrap();
    let id = begun(folder.path()).await;
    start(folder.path(), "import.chunk:1").wait().unwrap();
    let app = app_in(folder.path()).await;
    app::imports::cancel(&app, ById { id }).await.unwrap();
    app::imports::work(&app, id).await.unwrap();
    let done = app::imports::get(&app, ById { id }).await.unwrap();
    assert_eq!((done.state, done.created + done.skipped, done.created), (ImportState::Cancelled, PEOPLE, done.applied));
    assert!(done.created > 0 && done.created < PEOPLE && done.finished_at.is_some(), "{done:?}");
    let desk = app.desk().unwrap();
    assert_eq!(desk.read(store::people::total).await.unwrap(), done.created);
    app::history::undo(&app, UndoRequest { id: done.operation }).await.unwrap();
    assert_eq!(desk.read(store::people::total).await.unwrap(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reading_that_was_cut_off_is_told_and_leaves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let app = app_in(folder.path()).await;
    let id = Uuid::now_v7();
    let new = store::imports::NewImport { id, file_name: "people.csv".into(), mode: ImportMode::Both, source: String::new() };
    let desk = app.desk().unwrap();
    desk.write(store::Actor::Seller, store::Intent::new("test"), move |tx| store::imports::insert(tx, &new)).await.unwrap();
    tokio::time::sleep(Duration::from_millis(5)).await;
    app::imports::sweep(&app).await.unwrap();
    let cut = app::imports::get(&app, ById { id }).await.unwrap();
    assert_eq!((cut.state, cut.failure.unwrap().code.as_str()), (ImportState::Failed, "imports.interrupted"));
}
