use super::{PASSPHRASE, add_person, by_keychain, by_passphrase, by_recovery, created, people, request, restarted};
use app::workspace::{self, WorkspaceFault};
use domain::fault::Fault;
use domain::ports::SecretError;
use domain::views::workspace::{ConfirmRecovery, DeskState, RecoveryGroup, RenewRecoveryKey, SetPassphrase};
use secrecy::{ExposeSecret, SecretString};
use store::OpenError;
use testkit::TestApp;

#[tokio::test]
async fn a_desk_is_created_closed_and_opened_by_the_keychain() {
    let test = TestApp::bare();
    assert_eq!(workspace::status(&test.app).await.unwrap().state, DeskState::None);
    created(&test, None).await;
    add_person(&test.app, "Byron").await;
    workspace::close(&test.app).await;

    let app = restarted(&test);
    let status = workspace::status(&app).await.unwrap();
    assert_eq!((status.state, status.locale.as_deref(), status.passphrase), (DeskState::Locked, Some("fr"), false));
    assert_eq!(workspace::unlock(&app, by_keychain()).await.unwrap().state, DeskState::Open);
    assert_eq!(people(&app).await, 1);
}

#[tokio::test]
async fn where_the_keychain_lost_the_key_the_recovery_key_opens_and_puts_it_back() {
    let test = TestApp::bare();
    let recovery = created(&test, None).await.recovery_key;
    assert_eq!(recovery.len(), 8);
    workspace::close(&test.app).await;
    for name in test.keychain.names() {
        domain::ports::SecretStore::delete(test.keychain.as_ref(), &name).unwrap();
    }
    let app = restarted(&test);
    assert!(matches!(workspace::unlock(&app, by_keychain()).await, Err(WorkspaceFault::EntryMissing)));

    let mut mistyped = recovery.clone();
    mistyped[2] = if mistyped[2] == "AAAA" { "BBBB".into() } else { "AAAA".into() };
    assert!(matches!(workspace::unlock(&app, by_recovery(&mistyped.join(" "))).await, Err(WorkspaceFault::MistypedRecoveryKey)));

    workspace::unlock(&app, by_recovery(&recovery.join("-").to_lowercase())).await.unwrap();
    workspace::close(&app).await;
    workspace::unlock(&restarted(&test), by_keychain()).await.unwrap();
}

#[tokio::test]
async fn the_recovery_key_of_another_desk_is_told_from_a_mistyped_one() {
    let (test, other) = (TestApp::bare(), TestApp::bare());
    created(&test, None).await;
    let foreign = created(&other, None).await.recovery_key.join(" ");
    workspace::close(&test.app).await;
    assert!(matches!(workspace::unlock(&test.app, by_recovery(&foreign)).await, Err(WorkspaceFault::WrongRecoveryKey)));
}

#[tokio::test]
async fn without_a_keychain_a_passphrase_is_needed_and_is_enough() {
    let test = TestApp::bare();
    test.keychain.fail(Some(SecretError::NoKeychain));
    let refused = workspace::create(&test.app, request(None)).await;
    assert!(matches!(refused, Err(WorkspaceFault::Keychain(SecretError::NoKeychain))));
    assert!(!test.app.root().join("desk.db").exists(), "no desk without a way in");

    created(&test, Some(PASSPHRASE)).await;
    let secrets = test.app.secrets().unwrap();
    secrets.set("mail.smtp.password", &SecretString::from("hunter2-canary")).unwrap();
    workspace::close(&test.app).await;
    let vault = std::fs::read(test.app.root().join("secrets.vault")).unwrap();
    assert!(!vault.windows(14).any(|part| part == b"hunter2-canary"));

    let app = restarted(&test);
    assert!(matches!(workspace::unlock(&app, by_keychain()).await, Err(WorkspaceFault::Keychain(SecretError::NoKeychain))));
    assert!(matches!(workspace::unlock(&app, by_passphrase("cheval de batailles")).await, Err(WorkspaceFault::WrongPassphrase)));
    workspace::unlock(&app, by_passphrase(PASSPHRASE)).await.unwrap();
    let kept = app.secrets().unwrap().get("mail.smtp.password").unwrap().unwrap();
    assert_eq!(kept.expose_secret(), "hunter2-canary");
}

#[tokio::test]
async fn a_locked_keychain_is_not_taken_for_a_missing_one() {
    let test = TestApp::bare();
    test.keychain.fail(Some(SecretError::Locked));
    assert!(matches!(workspace::create(&test.app, request(Some(PASSPHRASE))).await, Err(WorkspaceFault::Keychain(SecretError::Locked))));
    test.keychain.fail(None);
    created(&test, None).await;
    workspace::close(&test.app).await;
    test.keychain.fail(Some(SecretError::Locked));
    let fault = workspace::unlock(&test.app, by_keychain()).await.unwrap_err();
    assert_eq!((fault.code(), fault.retryable()), ("keychain.locked", true));
}

#[tokio::test]
async fn the_same_passphrase_composed_or_decomposed_opens() {
    let test = TestApp::bare();
    created(&test, Some("é\u{e8}\u{ea} château")).await;
    workspace::lock(&test.app).await.unwrap();
    workspace::unlock(&test.app, by_passphrase("e\u{301}e\u{300}e\u{302} cha\u{302}teau")).await.unwrap();
}

#[tokio::test]
async fn a_desk_the_seller_locked_asks_for_its_passphrase_and_a_closed_one_does_not() {
    let test = TestApp::bare();
    created(&test, Some(PASSPHRASE)).await;
    workspace::close(&test.app).await;
    workspace::unlock(&test.app, by_keychain()).await.unwrap();
    workspace::lock(&test.app).await.unwrap();
    assert!(test.app.desk().is_err());
    assert!(matches!(workspace::unlock(&restarted(&test), by_keychain()).await, Err(WorkspaceFault::PassphraseNeeded)));
    workspace::unlock(&test.app, by_passphrase(PASSPHRASE)).await.unwrap();
    workspace::close(&test.app).await;
    workspace::unlock(&test.app, by_keychain()).await.unwrap();
}

#[tokio::test]
async fn the_passphrase_is_changed_and_removed_only_by_who_knows_it() {
    let test = TestApp::bare();
    created(&test, Some(PASSPHRASE)).await;
    let change = |current: &str, new: Option<&str>| SetPassphrase { current: Some(current.into()), new: new.map(str::to_owned) };
    let wrong = workspace::set_passphrase(&test.app, change("not it at all", Some("another one"))).await;
    assert!(matches!(wrong, Err(WorkspaceFault::WrongPassphrase)));
    assert!(matches!(workspace::set_passphrase(&test.app, change(PASSPHRASE, Some("short"))).await, Err(WorkspaceFault::ShortPassphrase)));
    workspace::set_passphrase(&test.app, change(PASSPHRASE, Some("une autre phrase"))).await.unwrap();
    workspace::lock(&test.app).await.unwrap();
    assert!(matches!(workspace::unlock(&test.app, by_passphrase(PASSPHRASE)).await, Err(WorkspaceFault::WrongPassphrase)));
    workspace::unlock(&test.app, by_passphrase("une autre phrase")).await.unwrap();
    test.keychain.fail(Some(SecretError::NoKeychain));
    let only = workspace::set_passphrase(&test.app, change("une autre phrase", None)).await;
    assert!(matches!(only, Err(WorkspaceFault::PassphraseIsTheOnlyWay)));
    test.keychain.fail(None);
    workspace::set_passphrase(&test.app, change("une autre phrase", None)).await.unwrap();
    assert!(!workspace::status(&test.app).await.unwrap().passphrase);
}

#[tokio::test]
async fn two_groups_prove_that_the_recovery_key_was_written_down() {
    let test = TestApp::bare();
    let groups = created(&test, None).await.recovery_key;
    let given = |numbers: &[u32], wrong: bool| ConfirmRecovery {
        groups: numbers
            .iter()
            .map(|n| RecoveryGroup { number: *n, value: if wrong { "ZZZZ".into() } else { groups[*n as usize - 1].to_lowercase() } })
            .collect(),
    };
    assert!(matches!(workspace::confirm_recovery(&test.app, given(&[3], false)).await, Err(WorkspaceFault::RecoveryTooFew)));
    assert!(matches!(workspace::confirm_recovery(&test.app, given(&[3, 3], false)).await, Err(WorkspaceFault::RecoveryTooFew)));
    assert!(matches!(workspace::confirm_recovery(&test.app, given(&[3, 9], true)).await, Err(WorkspaceFault::RecoveryMismatch)));
    assert!(!workspace::recovery_confirmed(&test.app));
    // Also after a restart.
    workspace::close(&test.app).await;
    let app = restarted(&test);
    workspace::unlock(&app, by_keychain()).await.unwrap();
    workspace::confirm_recovery(&app, given(&[3, 7], false)).await.unwrap();
    assert!(workspace::recovery_confirmed(&app));
}

#[tokio::test]
async fn a_new_recovery_key_opens_the_desk_and_the_old_one_no_longer() {
    let test = TestApp::bare();
    let old = created(&test, Some(PASSPHRASE)).await.recovery_key.join("-");
    let renew = |passphrase: &str| RenewRecoveryKey { passphrase: Some(passphrase.to_owned()) };
    let refused = workspace::renew_recovery_key(&test.app, renew("not it at all")).await;
    assert!(matches!(refused, Err(WorkspaceFault::WrongPassphrase)));
    let new = workspace::renew_recovery_key(&test.app, renew(PASSPHRASE)).await.unwrap().recovery_key;
    assert!(!workspace::recovery_confirmed(&test.app));
    let groups = [2, 5].map(|n| RecoveryGroup { number: n, value: new[n as usize - 1].clone() });
    workspace::confirm_recovery(&test.app, ConfirmRecovery { groups: groups.to_vec() }).await.unwrap();
    workspace::lock(&test.app).await.unwrap();
    assert!(matches!(workspace::unlock(&test.app, by_recovery(&old)).await, Err(WorkspaceFault::WrongRecoveryKey)));
    workspace::unlock(&test.app, by_recovery(&new.join("-"))).await.unwrap();
}

#[tokio::test]
async fn a_desk_is_never_created_over_another_and_a_lost_key_file_is_not_an_empty_folder() {
    let test = TestApp::bare();
    created(&test, None).await;
    let again = workspace::create(&restarted(&test), request(None)).await;
    assert!(matches!(again, Err(WorkspaceFault::Open(OpenError::Exists))));
    workspace::close(&test.app).await;
    std::fs::remove_file(test.app.root().join("workspace.json")).unwrap();
    assert!(matches!(workspace::status(&test.app).await, Err(WorkspaceFault::KeyFileMissing)));
    assert!(matches!(workspace::create(&test.app, request(None)).await, Err(WorkspaceFault::Open(OpenError::Exists))));
    std::fs::write(test.app.root().join("workspace.json"), "{").unwrap();
    assert!(matches!(workspace::unlock(&test.app, by_keychain()).await, Err(WorkspaceFault::KeyFileDamaged)));
}

#[tokio::test]
async fn a_damaged_desk_a_wrong_entry_and_a_desk_in_use_are_told_apart() {
    let test = TestApp::bare();
    created(&test, None).await;
    let in_use = workspace::unlock(&restarted(&test), by_keychain()).await;
    assert!(matches!(in_use, Err(WorkspaceFault::Open(OpenError::InUse { .. }))));
    workspace::close(&test.app).await;

    let desk = test.app.root().join("desk.db");
    let mut bytes = std::fs::read(&desk).unwrap();
    bytes[100] ^= 1;
    std::fs::write(&desk, &bytes).unwrap();
    assert!(matches!(workspace::unlock(&test.app, by_keychain()).await, Err(WorkspaceFault::Open(OpenError::Corrupt))));

    let entry = test.keychain.names().remove(0);
    domain::ports::SecretStore::set(test.keychain.as_ref(), &entry, &SecretString::from("AAAA")).unwrap();
    assert!(matches!(workspace::unlock(&test.app, by_keychain()).await, Err(WorkspaceFault::EntryWrong)));
}
