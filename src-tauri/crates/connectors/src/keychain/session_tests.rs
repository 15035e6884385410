//! The real Secret Service, in a D-Bus session of its own: the user's keychain is never touched. Needs `dbus-run-session` and
//! `gnome-keyring-daemon`; where they are missing the test says so and passes.

use super::Keychain;
use domain::ports::{SecretError, SecretStore};
use secrecy::{ExposeSecret, SecretString};
use std::process::Command;

const ROLE: &str = "KEYCHAIN_TEST_CHILD";

/// Runs one of the ignored tests below in a new session after `before`; what it printed.
fn in_session(role: &str, before: &str) -> Option<String> {
    let home = tempfile::tempdir().unwrap();
    let me = std::env::current_exe().unwrap();
    let script = format!("{before} exec '{}' --ignored --nocapture --test-threads=1 child_{role}", me.display());
    let output = Command::new("dbus-run-session")
        .args(["--", "sh", "-c", &script])
        .env(ROLE, role)
        .env("HOME", home.path())
        .env("XDG_DATA_HOME", home.path())
        .env("XDG_RUNTIME_DIR", home.path())
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .env_remove("DBUS_SESSION_BUS_ADDRESS")
        .output()
        .ok()?;
    let said = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{said}");
    Some(said)
}

fn there(program: &str) -> bool {
    Command::new("sh").args(["-c", &format!("command -v {program}")]).output().is_ok_and(|output| output.status.success())
}

#[test]
fn a_secret_is_kept_replaced_and_deleted_by_the_real_secret_service() {
    if !there("dbus-run-session") || !there("gnome-keyring-daemon") {
        println!("no Secret Service to try here");
        return;
    }
    let unlock = "printf 'pass' | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1;";
    let said = in_session("keeps", unlock).unwrap();
    assert!(said.contains("the secret was kept"), "{said}");
}

#[test]
#[ignore = "run in a session of its own by the test above"]
fn child_keeps() {
    if std::env::var(ROLE).as_deref() != Ok("keeps") {
        return;
    }
    let keychain = Keychain::new();
    keychain.check().unwrap();
    assert!(keychain.get("desk/none").unwrap().is_none());
    keychain.set("desk/a", &SecretString::from("first")).unwrap();
    keychain.set("desk/a", &SecretString::from("second é")).unwrap();
    keychain.set("desk/b", &SecretString::from("other")).unwrap();
    assert_eq!(keychain.get("desk/a").unwrap().unwrap().expose_secret(), "second é");
    keychain.delete("desk/a").unwrap();
    keychain.delete("desk/a").unwrap();
    assert!(keychain.get("desk/a").unwrap().is_none());
    assert_eq!(keychain.get("desk/b").unwrap().unwrap().expose_secret(), "other");
    println!("the secret was kept");
}

#[test]
fn a_session_without_a_secret_service_has_no_keychain_and_says_so_at_once() {
    if !there("dbus-run-session") {
        println!("no session to try here");
        return;
    }
    let began = std::time::Instant::now();
    let said = in_session("bare", "export DBUS_SESSION_BUS_ADDRESS=unix:path=/nonexistent;").unwrap();
    assert!(said.contains("no keychain here"), "{said}");
    assert!(began.elapsed().as_secs() < 15);
}

#[test]
#[ignore = "run in a session of its own by the test above"]
fn child_bare() {
    if std::env::var(ROLE).as_deref() != Ok("bare") {
        return;
    }
    let keychain = Keychain::new();
    assert_eq!(keychain.check(), Err(SecretError::NoKeychain));
    assert_eq!(keychain.get("x").unwrap_err(), SecretError::NoKeychain);
    println!("no keychain here");
}
