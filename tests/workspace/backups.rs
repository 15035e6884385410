use super::{PASSPHRASE, add_person, by_keychain, created, people};
use app::App;
use app::backups::{self, BackupFault};
use app::health::health;
use app::workspace::{self, WorkspaceFault};
use domain::fault::Fault;
use domain::views::backups::{BackupCheck, BackupCreate};
use domain::views::workspace::DeskState;
use std::fs;
use std::path::Path;
use store::suppression::{self, Entry, Scope};
use store::{Actor, Intent, StoreError};
use testkit::TestApp;
use uuid::Uuid;

const OPT_OUT: Entry<'static> = Entry { scope: Scope::Email, key: "a@b.example", block: true, reason: "opted_out", note: "" };

fn check(path: &Path, secret: &str) -> BackupCheck {
    BackupCheck { path: path.display().to_string(), secret: secret.to_owned() }
}

async fn backed_up(test: &TestApp) -> std::path::PathBuf {
    let path = test.folder().join("desk.rainbackup");
    let view = backups::create(&test.app, BackupCreate { path: path.display().to_string() }).await.unwrap();
    assert!(view.verified);
    path
}

#[tokio::test]
async fn a_backup_is_verified_listed_and_leaves_no_copy_behind() {
    let test = TestApp::bare();
    created(&test, None).await;
    add_person(&test.app, "Byron").await;
    let path = backed_up(&test).await;
    let view = backups::verify(&test.app, check(&path, "")).await.unwrap();
    assert_eq!((view.people, view.verified), (Some(1), true));
    assert_eq!(backups::list(&test.app).await.unwrap().len(), 1);
    let hidden: Vec<_> = fs::read_dir(test.app.root()).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
    assert!(!hidden.iter().any(|name| name.starts_with('.')), "{hidden:?}");
}

async fn parts_to_mend(app: &App) -> Vec<String> {
    health(app).await.unwrap().parts.into_iter().filter(|part| part.state == "warn" || part.state == "bad").map(|part| part.name).collect()
}

#[tokio::test]
async fn a_restored_backup_brings_the_old_people_back_and_holds_everything_outgoing() {
    let test = TestApp::bare();
    created(&test, None).await;
    add_person(&test.app, "Before").await;
    let path = backed_up(&test).await;
    add_person(&test.app, "After").await;
    let status = backups::restore(&test.app, check(&path, "")).await.unwrap();
    let status = status.status;
    assert_eq!((status.state, status.held_after_restore), (DeskState::Open, true));
    assert_eq!(people(&test.app).await, 1);
    assert_eq!(parts_to_mend(&test.app).await, ["restore"]);
    workspace::release_hold(&test.app).await.unwrap();
    assert!(!workspace::status(&test.app).await.unwrap().held_after_restore);
    assert_eq!(parts_to_mend(&test.app).await, [""; 0]);
    workspace::close(&test.app).await;
    workspace::unlock(&test.app, by_keychain()).await.unwrap();
}

#[tokio::test]
async fn a_restored_desk_lists_the_later_backups_too_and_says_where_the_replaced_desk_is() {
    let test = TestApp::bare();
    created(&test, None).await;
    let here = || BackupCreate { path: String::new() };
    add_person(&test.app, "Early").await;
    let early = backups::create(&test.app, here()).await.unwrap();
    test.clock.advance(chrono::TimeDelta::minutes(19));
    let late = backups::create(&test.app, here()).await.unwrap();
    test.clock.advance(chrono::TimeDelta::minutes(1));

    let restored = backups::restore(&test.app, check(Path::new(&early.path), "")).await.unwrap();
    let replaced = restored.replaced.unwrap();
    assert!(Path::new(&replaced).join("desk.db").is_file(), "{replaced}");
    assert_eq!(restored.notice, None);
    let listed = async || {
        let list = backups::list(&test.app).await.unwrap();
        list.into_iter().map(|backup| (backup.at.timestamp_millis(), backup.kind, backup.verified)).collect::<Vec<_>>()
    };
    let manual = |at: chrono::DateTime<chrono::Utc>, verified| (at.timestamp_millis(), "manual".to_owned(), verified);
    // The one restored from was read back whole; of the other the desk knows only what the file says.
    assert_eq!(listed().await, [manual(late.at, false), manual(early.at, true)]);
    assert_eq!(health(&test.app).await.unwrap().last_backup_at.unwrap().timestamp_millis(), early.at.timestamp_millis());

    backups::verify(&test.app, check(Path::new(&late.path), "")).await.unwrap();
    assert_eq!(listed().await, [manual(late.at, true), manual(early.at, true)]);
}

#[tokio::test]
async fn a_desk_too_damaged_to_give_its_ledger_says_so_when_it_is_replaced() {
    let test = TestApp::bare();
    let recovery = created(&test, None).await.recovery_key.join(" ");
    let path = backed_up(&test).await;
    workspace::close(&test.app).await;
    fs::write(test.app.root().join("desk.db"), [7; 8192]).unwrap();
    let restored = backups::restore(&test.app, check(&path, &recovery)).await.unwrap();
    assert_eq!(restored.notice.unwrap().code, "backup.ledger_unreadable");
    let fresh = TestApp::bare();
    let restored = backups::restore(&fresh.app, check(&path, &recovery)).await.unwrap();
    assert_eq!((restored.replaced, restored.notice), (None, None));
}

#[tokio::test]
async fn on_another_machine_the_recovery_key_or_the_passphrase_opens_the_backup_and_nothing_else_does() {
    let test = TestApp::bare();
    let recovery = created(&test, Some(PASSPHRASE)).await.recovery_key.join(" ");
    add_person(&test.app, "Byron").await;
    let path = backed_up(&test).await;
    for secret in [recovery.as_str(), PASSPHRASE] {
        let other = TestApp::bare();
        let none = backups::restore(&other.app, check(&path, "")).await.unwrap_err();
        assert_eq!(none.code(), "keychain.entry_missing");
        let wrong = backups::restore(&other.app, check(&path, "something else")).await;
        assert!(matches!(wrong, Err(BackupFault::Workspace(WorkspaceFault::WrongPassphrase))));
        backups::restore(&other.app, check(&path, secret)).await.unwrap();
        assert_eq!(people(&other.app).await, 1);
        workspace::close(&other.app).await;
        workspace::unlock(&other.app, by_keychain()).await.unwrap();
    }
}

#[tokio::test]
async fn another_desk_s_backup_keeps_the_do_not_contact_list_of_the_desk_it_replaces() {
    let (test, other) = (TestApp::bare(), TestApp::bare());
    let recovery = created(&test, None).await.recovery_key.join(" ");
    let path = backed_up(&test).await;
    created(&other, None).await;
    other
        .app
        .desk()
        .unwrap()
        .write::<_, StoreError>(Actor::Seller, Intent::new("x"), |tx| suppression::append(tx, &OPT_OUT))
        .await
        .unwrap();
    backups::restore(&other.app, check(&path, &recovery)).await.unwrap();
    let held = other.app.desk().unwrap().read(|read| suppression::held(read, Uuid::nil(), OPT_OUT.key, "")).await.unwrap();
    assert_eq!(held.unwrap().reason, "opted_out");
}

#[tokio::test]
async fn a_bad_backup_changes_nothing_and_the_desk_stays_open() {
    let test = TestApp::bare();
    created(&test, None).await;
    add_person(&test.app, "Byron").await;
    let path = backed_up(&test).await;
    let good = fs::read(&path).unwrap();
    let mut flipped = good.clone();
    flipped[good.len() / 2] ^= 4;
    for (bytes, code) in
        [(flipped, "backup.damaged"), (good[..good.len() / 3].to_vec(), "backup.damaged"), (b"Nom;Email".to_vec(), "backup.not_a_backup")]
    {
        fs::write(&path, bytes).unwrap();
        assert_eq!(backups::verify(&test.app, check(&path, "")).await.unwrap_err().code(), code);
        assert_eq!(backups::restore(&test.app, check(&path, "")).await.unwrap_err().code(), code);
        assert_eq!(people(&test.app).await, 1);
    }
    add_person(&test.app, "Still").await;
    let missing = backups::verify(&test.app, check(Path::new("/nowhere/x.rainbackup"), "")).await.unwrap_err();
    assert_eq!(missing.code(), "backup.io");
}

#[tokio::test]
async fn a_backup_does_not_overwrite_what_is_not_one() {
    let test = TestApp::bare();
    created(&test, None).await;
    let letter = test.file("letter.txt", "dear all");
    let refused = backups::create(&test.app, BackupCreate { path: letter.display().to_string() }).await;
    assert!(matches!(refused, Err(BackupFault::OtherFile)));
    assert_eq!(fs::read_to_string(letter).unwrap(), "dear all");
    let path = backed_up(&test).await;
    backups::create(&test.app, BackupCreate { path: path.display().to_string() }).await.unwrap();
}

#[tokio::test]
async fn no_name_no_secret_and_no_recovery_key_is_readable_in_any_file_of_the_desk() {
    let test = TestApp::bare();
    test.keychain.fail(Some(domain::ports::SecretError::NoKeychain));
    let recovery = created(&test, Some(PASSPHRASE)).await.recovery_key;
    add_person(&test.app, "Canarybird").await;
    test.app.secrets().unwrap().set("mail.smtp.password", &"hunter2-canary".to_owned().into()).unwrap();
    backups::create(&test.app, BackupCreate { path: String::new() }).await.unwrap();
    let canaries =
        [b"anarybird".to_vec(), b"hunter2".to_vec(), PASSPHRASE.into(), recovery[1].clone().into_bytes(), recovery.join("-").into_bytes()];
    let mut seen = 0;
    for folder in [test.app.root().to_owned(), test.app.root().join("backups")] {
        for entry in fs::read_dir(folder).unwrap().map(Result::unwrap).filter(|entry| entry.path().is_file()) {
            let bytes = fs::read(entry.path()).unwrap();
            seen += 1;
            for canary in canaries.iter().filter(|canary| canary.len() > 4) {
                assert!(!bytes.windows(canary.len()).any(|part| part == canary), "{:?} holds a canary", entry.path());
            }
        }
    }
    assert!(seen >= 5, "{seen} files");
}
