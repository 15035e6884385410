//! The merging of all exact matches killed at any moment goes on where it was: nobody is lost, and it is one undo step.

use app::{App, Ports};
use connectors::google::Google;
use connectors::keychain::MemoryKeychain;
use connectors::openai::OpenAi;
use connectors::smtp::SmtpMailer;
use connectors::system::SystemIds;
use domain::people::Person;
use domain::views::duplicates::DuplicatesMergeExact;
use domain::views::history::UndoRequest;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::Duration;
use store::{Actor, Desk, Intent, RawKey, StoreError};
use testkit::{TestClock, TestDesktop};

const TWICE: u32 = 160;

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

/// A desk that holds everybody twice, whose merging was begun.
async fn begun(folder: &Path) {
    let app = app_in(folder).await;
    let desk = app.desk().unwrap();
    desk.write::<_, StoreError>(Actor::Seller, Intent::new("test"), |tx| {
        for n in 0..TWICE {
            for first in ["Solène", "Solene"] {
                let mut person = Person::new(tx.new_id(), "csv", tx.now(), tx.now().date_naive());
                (person.first_name, person.last_name) = (first.to_owned(), format!("Martinet{n}"));
                person.set_linkedin(&format!("https://www.linkedin.com/in/solene-martinet-{n}"));
                store::people::insert(tx, &person)?;
            }
        }
        Ok(())
    })
    .await
    .unwrap();
    app::duplicates::search(&app).await.unwrap();
    while app::duplicates::state(&app).await.unwrap().search.is_some() {
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    let state = app::duplicates::merge_exact(&app, DuplicatesMergeExact { kind: None }).await.unwrap();
    assert_eq!(state.merging.unwrap().of, TWICE);
    app.take_open().unwrap().close().await;
}

fn start(folder: &Path, failpoint: &str) -> std::process::Child {
    Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "crash::merges_all", "--ignored"])
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
async fn merges_all() {
    let Some(folder) = std::env::var_os("RAINMAKER_TEST_DESK") else { return };
    let app = app_in(folder.as_ref()).await;
    app::duplicates::work(&app).await.unwrap();
    app.take_open().unwrap().close().await;
}

async fn ends_well(folder: &Path) {
    let app = app_in(folder).await;
    app::duplicates::work(&app).await.unwrap();
    let desk = app.desk().unwrap();
    let state = app::duplicates::state(&app).await.unwrap();
    assert_eq!((state.merging, state.exact_people), (None, 0));
    assert_eq!(desk.read(store::people::total).await.unwrap(), TWICE);
    app::duplicates::work(&app).await.unwrap();
    let top = app::history::top(&app).await.unwrap().undo.unwrap();
    assert_eq!(top.intent.code, "duplicates.merge_exact");
    app::history::undo(&app, UndoRequest { id: Some(top.id) }).await.unwrap();
    assert_eq!(desk.read(store::people::total).await.unwrap(), TWICE * 2, "one undo step");
    app.take_open().unwrap().close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_merging_killed_at_a_named_moment_goes_on() {
    for failpoint in ["write.before_commit:2", "write.after_commit:1", "duplicates.chunk:1", "duplicates.chunk:2", "duplicates.closed:1"] {
        let folder = tempfile::tempdir().unwrap();
        begun(folder.path()).await;
        let status = start(folder.path(), failpoint).wait().unwrap();
        assert!(!status.success(), "{failpoint} was reached");
        ends_well(folder.path()).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_merging_killed_at_any_moment_goes_on() {
    let folder = tempfile::tempdir().unwrap();
    begun(folder.path()).await;
    for n in 0..8u64 {
        let mut child = start(folder.path(), "");
        std::thread::sleep(Duration::from_millis(40 + n * 37 % 160));
        child.kill().unwrap();
        child.wait().unwrap();
    }
    ends_well(folder.path()).await;
}
