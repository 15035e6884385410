//! `rain` as it is typed: what it prints for a person, in which language, and how it refuses.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod files;
mod imports;
mod records;
mod statuses;
mod support;

use serde_json::Value;
use std::process::Command;
use support::{PEOPLE, Terminal};

#[test]
fn a_missing_file_is_told_in_the_language_asked_for_with_its_remedy() {
    let terminal = Terminal::new("en_GB.UTF-8");
    let missing = ["people", "list", "--passphrase-file", "/nowhere/pass"];
    for (lang, words) in [("fr", "n’existe pas"), ("", "does not exist")] {
        let said = terminal.fed(&missing, "", &[("RAINMAKER_LANG", lang)]);
        assert_eq!(said.code, 2);
        assert!(said.err.contains(words) && said.err.contains("--passphrase-file") && !said.err.contains("os error"), "{}", said.err);
    }
    terminal.ok(&["init", "--locale", "fr"]);
    let said = terminal.rain(&["run", "start", "--all", "--config", "/nowhere/run.json"]);
    // The desk's own language goes before the terminal's.
    assert!(said.code == 2 && said.err.contains("La configuration /nowhere/run.json n’existe pas"), "{}", said.err);
    assert!(terminal.ok(&["--help"]).contains("RAINMAKER_LANG"));
}

#[test]
fn lists_have_heads_and_words_for_a_person_and_stay_whole_for_a_script() {
    let terminal = Terminal::new("en_GB.UTF-8");
    terminal.ok(&["init"]);
    let file = terminal.file("Connections.csv", PEOPLE);
    let imported = terminal.ok(&["import", &file]);
    assert!(imported.contains("2 new") && imported.contains("1 line: Email address could not be read and is left out"), "{imported}");
    let again = terminal.json(&["import", &file]);
    assert_eq!(again["unchanged"], 2);
    assert_eq!(again["warnings"][1], serde_json::json!({ "code": "imports.left_out", "field": "email", "rows": 1, "params": {} }));

    let people = terminal.ok(&["people", "list"]);
    let lines: Vec<&str> = people.lines().collect();
    assert!(lines[0].starts_with("Name") && lines[0].ends_with("Id") && lines.len() == 3, "{people}");
    assert!(lines[2].starts_with("Bob Roy") && lines[2].contains("bob@free.example") && lines[2].contains("New"), "{people}");
    assert!(!people.contains("false"), "{people}");
    assert_eq!(terminal.json(&["people", "list"])[1]["first_name"], "Bob");

    let history = terminal.ok(&["history"]);
    assert!(history.contains("Import of Connections.csv, 2 lines") && history.contains("can be undone"), "{history}");
    assert!(!history.contains("imports.apply") && !history.contains("true"), "{history}");

    let health = terminal.ok(&["health"]);
    assert!(health.contains(" KB") && !health.contains(".0\n") && !health.contains("true"), "{health}");
    assert!(terminal.ok(&["run", "list"]).contains("No run yet"));
}

#[test]
fn an_expression_or_an_approval_that_names_nobody_is_a_usage_error() {
    let terminal = Terminal::new("en_GB.UTF-8");
    for words in [
        ["people", "list", "--where", "status = new and"].as_slice(),
        &["people", "list", "--where", "counts_as=newish"],
        &["outbox", "approve"],
        &["people", "show", "ann"],
    ] {
        let said = terminal.rain(words);
        assert_eq!((said.code, said.out.as_str()), (2, ""), "{words:?}: {}", said.err);
    }
    let said = terminal.rain(&["people", "list", "--where", "counts_as=newish", "--json"]);
    assert!(said.err.contains("do_not_contact") && said.err.contains("cli.usage"), "{}", said.err);
}

#[test]
fn backups_need_no_name_and_a_cut_recovery_key_is_told_from_a_wrong_passphrase() {
    let terminal = Terminal::new("en_GB.UTF-8");
    let key = terminal.json(&["init"])["recovery_key"].as_str().unwrap().to_owned();
    terminal.ok(&["backup", "create"]);
    let list = terminal.json(&["backup", "list"]);
    let backup = list[0]["path"].as_str().unwrap();
    assert!(backup.contains("/desk/backups/"), "{list}");
    // A copy nobody noted is listed all the same, and counts once it was read back.
    let copy = backup.replace("-manual", "-copied");
    std::fs::copy(backup, &copy).unwrap();
    let verified = |list: Value| list.as_array().unwrap().iter().filter(|one| one["verified"] == true).count();
    assert_eq!(verified(terminal.json(&["backup", "list"])), 1);
    terminal.ok(&["backup", "verify", &copy]);
    assert_eq!(verified(terminal.json(&["backup", "list"])), 2);
    std::fs::remove_file(&copy).unwrap();
    let restore = ["backup", "restore", backup, "--recovery-key-stdin"];
    for typed in ["", "ABCD-EFGH\n", &key[1..]] {
        let said = terminal.fed(&restore, typed, &[]);
        assert!(said.code == 1 && said.err.contains("groups") && said.err.contains("workspace.mistyped_recovery_key"), "{}", said.err);
    }
    let said = terminal.fed(&restore, &format!("{key}\n"), &[]);
    assert!(said.code == 0 && said.out.contains("/desk/replaced"), "{} {}", said.out, said.err);
    let plain = terminal.ok(&["backup", "list"]);
    assert!(plain.lines().count() == 2 && plain.contains("by hand") && plain.contains("KB"), "{plain}");

    let request = r#"{"passphrase":"cheval de bataille"}"#;
    let renewed = terminal.json(&["call", "workspace_renew_recovery_key", request]);
    assert_eq!(renewed["recovery_key"].as_str().map(str::len), Some(key.len()), "{renewed}");
    let said = terminal.rain(&["secret", "test", "mail.smtp.password", "--json"]);
    let tested: Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!(said.code, 1, "what was not tested has not passed");
    assert_eq!((&tested["ok"], &tested["parts"][0]["failure"]["code"]), (&Value::Bool(false), &Value::from("mail.practice_untested")));
}

#[test]
fn an_id_that_names_nothing_is_a_failure_that_names_it_with_its_remedy() {
    let terminal = Terminal::new("en_GB.UTF-8");
    terminal.ok(&["init"]);
    const NOBODY: &str = "01a3f5aa-0000-7000-8000-000000000000";
    for (words, code, remedy) in [
        (["outbox", "approve", NOBODY].as_slice(), "outbox.not_found", "rain outbox list"),
        (&["outbox", "hold", NOBODY], "outbox.not_found", "rain outbox list"),
        (&["outbox", "show", NOBODY], "outbox.not_found", "rain outbox list"),
        (&["people", "show", NOBODY], "people.not_found", "rain people search"),
        (&["people", "set", NOBODY, "title=CEO"], "people.not_found", "rain people search"),
        (&["people", "delete", NOBODY], "people.not_found", "rain people search"),
        (&["run", "show", NOBODY], "runs.not_found", "rain run list"),
        (&["run", "pause", NOBODY], "runs.not_found", "rain run list"),
        (&["run", "resume", NOBODY], "runs.not_found", "rain run list"),
        (&["run", "cancel", NOBODY], "runs.not_found", "rain run list"),
        (&["run", "receipt", NOBODY], "runs.not_found", "rain run list"),
        (&["undo", NOBODY], "history.not_found", "rain history"),
    ] {
        let said = terminal.rain(words);
        assert!(said.code == 1 && said.out.is_empty(), "{words:?}: {} {}", said.code, said.out);
        assert!(said.err.contains(code) && said.err.contains(remedy), "{words:?}: {}", said.err);
        assert!(said.err.contains(NOBODY) || code == "history.not_found", "{words:?}: {}", said.err);
    }
    let said = terminal.rain(&["outbox", "approve", NOBODY, "--json"]);
    let error: Value = serde_json::from_str(&said.err).unwrap();
    assert_eq!((&error["error"]["code"], &error["error"]["params"]["id"]), (&"outbox.not_found".into(), &NOBODY.into()));
    let said = terminal.rain(&["settings", "get", "mail.form"]);
    assert!(said.code == 1 && said.err.contains("rain settings get"), "{}", said.err);
    let said = terminal.rain(&["sheets", "connect"]);
    assert!(said.code == 1 && said.err.contains("rain settings set google.client_id"), "{}", said.err);
    let said = terminal.fed(&["call", "people_get", "{\"id\":7}"], "", &[("RAINMAKER_LANG", "fr")]);
    assert!(
        said.code == 1 && said.err.contains("«\u{a0}id\u{a0}» a une valeur d’un autre genre") && !said.err.contains("invalid"),
        "{}",
        said.err
    );
}

#[test]
fn a_person_among_others_who_does_not_exist_keeps_the_others() {
    let terminal = Terminal::new("en_GB.UTF-8");
    terminal.ok(&["init"]);
    let file = terminal.file("Connections.csv", PEOPLE);
    terminal.ok(&["import", &file]);
    let ann = terminal.json(&["people", "list"])[0]["id"].as_str().unwrap().to_owned();
    let said = terminal.rain(&["people", "delete", &ann, "01a3f5aa-0000-7000-8000-000000000000"]);
    assert!(said.code == 1 && said.err.contains("people.not_found"), "{}", said.err);
    assert_eq!(terminal.json(&["people", "list"]).as_array().unwrap().len(), 2);
}

#[test]
fn a_message_that_may_not_be_approved_is_a_failure_with_the_reason() {
    let terminal = Terminal::new("en_GB.UTF-8");
    terminal.ok(&["init"]);
    let file = terminal.file("Connections.csv", &PEOPLE.replace("ann(at)acme", "ann@acme.example"));
    terminal.ok(&["import", &file]);
    terminal.ok(&["settings", "set", "identity.name", "Zoe Martin"]);
    terminal.ok(&["settings", "set", "mail.from", "zoe@firm.example"]);
    let config = terminal.file("run.json", "{}");
    terminal.ok(&["run", "start", "--all", "--config", &config, "--wait"]);
    let drafts = terminal.json(&["outbox", "list"]);
    let (one, other) = (&drafts[0], &drafts[1]);
    terminal.ok(&["people", "set", one["person"]["id"].as_str().unwrap(), "status=lost"]);
    let ids = [one["id"].as_str().unwrap(), other["id"].as_str().unwrap()];
    let said = terminal.rain(&["outbox", "approve", ids[0], ids[1], "--json"]);
    let error: Value = serde_json::from_str(&said.err).unwrap();
    let params = &error["error"]["params"];
    assert_eq!((said.code, &params["cause"], &params["changed"]), (1, &"gate.status_stop".into(), &"1".into()), "{error}");
    assert!(error["error"]["message"].as_str().unwrap().contains("Lost"), "{error}");
    let list = terminal.ok(&["outbox", "list"]);
    assert!(list.contains("Status counts as “Lost”") && list.contains("given up"), "{list}");
}

#[test]
fn what_a_rehearsed_run_sent_is_said_to_be_in_the_practice_outbox_and_is_sent_for_a_script() {
    let terminal = Terminal::new("en_GB.UTF-8");
    terminal.ok(&["init"]);
    let file = terminal.file("Connections.csv", PEOPLE);
    terminal.ok(&["import", &file]);
    terminal.ok(&["settings", "set", "identity.name", "Zoe Martin"]);
    let config = terminal.file("run.json", r#"{"actions":{"sendEmails":true}}"#);
    let waited = terminal.ok(&["run", "start", "--all", "--config", &config, "--yes", "--wait"]);
    assert!(waited.contains("Sent: 1 (in the practice outbox)"), "{waited}");
    let run = terminal.json(&["run", "list"])[0]["id"].as_str().unwrap().to_owned();
    for (lang, label, words) in [("en", "Sent: ", "in the practice outbox"), ("fr", "Envoyés\u{a0}: ", "dans la boîte d’essai")] {
        let receipt = terminal.fed(&["run", "receipt", &run], "", &[("RAINMAKER_LANG", lang)]).out;
        assert!(receipt.contains(&format!("{label}1 ({words})")), "{receipt}");
        let shown = terminal.fed(&["run", "show", &run], "", &[("RAINMAKER_LANG", lang)]).out;
        assert_eq!(shown.matches(words).count(), 1, "{shown}");
    }
    assert_eq!(terminal.json(&["run", "receipt", &run])["emailsSent"], 1);
    let people = terminal.json(&["run", "show", &run])["persons"].clone();
    assert!(people.as_array().unwrap().iter().any(|person| person["outbox_state"] == "sent"), "{people}");
}

#[test]
fn a_name_that_does_not_exist_is_refused_with_those_that_do() {
    let terminal = Terminal::new("en_GB.UTF-8");
    terminal.ok(&["init"]);
    let file = terminal.file("Connections.csv", PEOPLE);
    terminal.ok(&["import", &file]);
    let ann = terminal.json(&["people", "list"])[0]["id"].as_str().unwrap().to_owned();
    for (words, named) in [(["people", "set", &ann, "job=Buyer"].as_slice(), "title"), (&["secret", "delete", "ai.key"], "ai.api_key")] {
        for (lang, says) in [("en", "There are: "), ("fr", "Il y a\u{a0}: ")] {
            let said = terminal.fed(words, "", &[("RAINMAKER_LANG", lang)]);
            assert!(said.code == 1 && said.err.contains(says) && said.err.contains(named), "{}", said.err);
        }
    }
}

#[test]
fn a_french_desk_speaks_french_of_itself_its_runs_and_what_was_undone() {
    let terminal = Terminal::new("en_GB.UTF-8");
    let created = terminal.ok(&["init", "--locale", "fr"]);
    assert!(created.contains("Clé de secours\u{a0}: ") && created.contains("Dossier du bureau\u{a0}: "), "{created}");
    let file = terminal.file("Connections.csv", PEOPLE);
    terminal.ok(&["import", &file]);
    terminal.ok(&["settings", "set", "identity.name", "Zoe Martin"]);
    let config = terminal.file("run.json", r#"{"actions":{"sendEmails":true}}"#);
    terminal.ok(&["run", "start", "--all", "--config", &config, "--yes", "--wait"]);
    let run = terminal.json(&["run", "list"])[0]["id"].as_str().unwrap().to_owned();

    let receipt = terminal.ok(&["run", "receipt", &run]);
    assert!(receipt.contains("État\u{a0}: Terminé\n") && receipt.contains("Bob Roy"), "{receipt}");
    assert!(receipt.lines().any(|line| line.starts_with("Temps de travail\u{a0}: ") && line.ends_with("\u{a0}s")), "{receipt}");
    let shown = terminal.ok(&["run", "show", &run]);
    assert!(shown.contains("Ann Lee") && shown.contains("Pas d’adresse") && shown.contains("Identifiant du message"), "{shown}");
    let backup = terminal.ok(&["backup", "create"]);
    assert!(backup.contains("Relue\u{a0}: oui\n") && backup.contains("Personnes\u{a0}: 2\n"), "{backup}");
    let health = terminal.ok(&["health"]);
    assert!(health.contains("Sauvegarde ") && health.contains("en ordre") && health.contains("Connexions\u{a0}:"), "{health}");
    let path = terminal.json(&["backup", "list"])[0]["path"].as_str().unwrap().to_owned();
    terminal.ok(&["backup", "restore", &path]);
    let held = terminal.ok(&["health"]);
    assert!(held.contains("Bureau restauré") && held.contains("rain call workspace_release_hold"), "{held}");
    assert_eq!(terminal.json(&["health"])["parts"][0]["name"], "restore");
    terminal.ok(&["call", "workspace_release_hold"]);
    assert!(!terminal.ok(&["health"]).contains("Bureau restauré"));
    let undone = terminal.ok(&["undo"]);
    assert!(undone.starts_with("Annulé\u{a0}: ") && undone.contains("du bureau"), "{undone}");

    // No name of a field of the wire.
    for text in [&created, &receipt, &shown, &backup, &health, &held, &undone] {
        for label in text.lines().filter(|line| !line.starts_with(' ')).filter_map(|line| line.split_once(':')).map(|(label, _)| label) {
            assert!(label.starts_with(char::is_uppercase) && !label.contains('_'), "{label} in {text}");
        }
    }
    let plain = terminal.json(&["run", "receipt", &run]);
    assert!(plain["workflowId"].is_string() && plain["duration"].is_u64() && plain["logs"].is_array(), "{plain}");
}

#[test]
fn a_secret_that_does_not_work_ends_its_test_as_a_failure() {
    let terminal = Terminal::new("en_GB.UTF-8");
    terminal.ok(&["init"]);
    for (key, value) in
        [("mail.transport", "smtp"), ("mail.smtp.host", "127.0.0.1"), ("mail.smtp.port", "1"), ("mail.smtp.security", "none")]
    {
        terminal.ok(&["settings", "set", key, value]);
    }
    terminal.ok(&["settings", "set", "mail.from", "me@seller.example"]);
    let said = terminal.rain(&["secret", "test", "mail.smtp.password"]);
    assert_eq!(said.code, 1, "{} {}", said.out, said.err);
    assert!(said.err.starts_with("rain: "), "{}", said.err);
}

#[test]
fn whoever_reads_only_the_first_lines_ends_the_command_without_a_word() {
    let terminal = Terminal::new("en_GB.UTF-8");
    terminal.ok(&["init", "--sample"]);
    let rain = env!("CARGO_BIN_EXE_rain");
    let script = format!("set -o pipefail; '{rain}' --json people list | head -c 20");
    let mut command = Command::new("bash");
    command.args(["-c", &script]).env("RAINMAKER_WORKSPACE", terminal.path("desk"));
    command.env("RAINMAKER_PASSPHRASE_FILE", terminal.path("passphrase")).env("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
    let output = command.output().unwrap();
    assert_eq!((output.status.code(), String::from_utf8_lossy(&output.stderr).as_ref()), (Some(0), ""));
}

#[test]
fn companies_are_typed_checked_and_removed_in_the_words_of_the_desk() {
    let terminal = Terminal::new("fr_FR.UTF-8");
    terminal.ok(&["init", "--locale", "fr"]);
    let added = terminal.ok(&["companies", "new", "name=Ateliers Lumen", "siret=732 829 320 00075", "country=France"]);
    assert!(added.contains("Ateliers Lumen") && added.contains("deux sont inversés") && !added.contains("number_key"), "{added}");
    let list = terminal.json(&["companies", "list", "--where", "country=FR"]);
    assert_eq!((&list[0]["name"], &list[0]["siret"]), (&"Ateliers Lumen".into(), &"73282932000075".into()));
    let id = list[0]["id"].as_str().unwrap();
    assert_eq!(terminal.json(&["companies", "set", id, "siret=732 829 320 00074"])["row"]["siren"], "732829320");
    assert!(terminal.ok(&["companies", "show", id]).contains("732 829 320 00074"));
    assert_eq!(terminal.json(&["companies", "search", "73282"])[0]["id"], id);
    let said = terminal.rain(&["companies", "new", "name=ateliers lumen SAS"]);
    assert!(said.code == 1 && said.err.contains("déjà ici"), "{}", said.err);
    assert_eq!(terminal.rain(&["companies", "list", "--where", "people>=many"]).code, 2);
    assert_eq!(terminal.json(&["companies", "delete", id])["count"], 1);
    assert!(terminal.ok(&["companies", "list"]).contains("Aucune entreprise"));
    assert!(terminal.ok(&["history"]).contains("Ateliers Lumen"));
}

#[test]
fn opportunities_are_typed_moved_won_and_lost_by_the_names_of_stages_and_reasons() {
    let terminal = Terminal::new("fr_FR.UTF-8");
    terminal.ok(&["init", "--locale", "fr"]);
    let added = terminal.ok(&["opportunities", "new", "name=Audit", "company=Ateliers Lumen", "amount=12 300,50"]);
    assert!(added.contains("12300.50 EUR") && added.contains("Découverte"), "{added}");
    let list = terminal.json(&["opportunities", "list", "--where", "state=open and amount>=12000"]);
    let id = list[0]["id"].as_str().unwrap();
    assert_eq!(terminal.json(&["opportunities", "move", id, "négociation"])["row"]["stage_en"], "Negotiation");
    let said = terminal.rain(&["opportunities", "lose", id]);
    assert!(said.code == 1 && said.err.contains("raison"), "{}", said.err);
    let lost = terminal.json(&["opportunities", "lose", id, "--reason", "Trop cher"]);
    assert_eq!(lost["row"]["reason_en"], "Too expensive");
    assert_eq!(terminal.json(&["opportunities", "reopen", id])["row"]["stage_en"], "Negotiation");
    assert_eq!(terminal.json(&["opportunities", "win", id, "--reason", "Prix"])["row"]["kind"], "won");
    assert!(terminal.ok(&["opportunities", "goals"]).contains("12300.50 EUR"));
    assert!(terminal.ok(&["opportunities", "forecast", "--months", "2"]).contains("12300.50 EUR"));
    assert!(terminal.ok(&["pipelines", "list"]).contains("Négociation"));
    assert_eq!(terminal.rain(&["opportunities", "list", "--where", "state=maybe"]).code, 2);
    assert_eq!(terminal.rain(&["opportunities", "move", id, "nulle part"]).code, 1);
    assert_eq!(terminal.json(&["opportunities", "delete", id])["count"], 1);
    assert!(terminal.ok(&["opportunities", "list"]).contains("Aucune opportunité"));
}
