//! Files of people, read from the terminal.

use crate::support::Terminal;
use serde_json::{Value, json};
use std::path::Path;

#[test]
fn an_order_of_dates_that_nothing_proves_is_told_with_an_example_and_the_remedy() {
    let terminal = Terminal::new("en_GB.UTF-8");
    terminal.ok(&["init"]);
    let file = terminal.file("people.csv", "Email,Added on\nann@acme.example,3/12/2024\n");
    let told = terminal.ok(&["import", &file, "--dry-run"]);
    let (line, remedy) =
        ("1 line: “Date added”", "is read day first, as no date in the column tells the day from the month (3/12/2024 becomes 3 Dec 2024)");
    assert!(told.contains(line) && told.contains(remedy) && told.contains("import with --dates month-first"), "{told}");
    let french = terminal.fed(&["import", &file, "--dry-run"], "", &[("RAINMAKER_LANG", "fr")]).out;
    let warned = french.lines().nth(1).unwrap();
    assert!(warned.contains("3/12/2024 devient le 3 déc. 2024") && warned.matches(':').count() == 1, "{french}");
    let turned = &terminal.json(&["import", &file, "--dry-run", "--dates", "month-first"])["warnings"][0];
    assert_eq!((&turned["code"], &turned["params"]["day"]), (&"imports.date_order_told".into(), &"2024-03-12".into()));
    let warned = &terminal.json(&["import", &file])["warnings"][0];
    assert_eq!((&warned["code"], &warned["params"]["order"]), (&"imports.date_order_assumed".into(), &"day_first".into()));
}

#[test]
fn an_import_is_mapped_ruled_remembered_and_deleted_from_the_terminal() {
    let terminal = Terminal::new("en_GB.UTF-8");
    terminal.ok(&["init"]);
    let file = terminal.file("odd.csv", "Alpha,Beta\nann@acme.example,Buyer\n");
    let rules =
        ["--map", "Alpha=email", "--map", "beta=title", "--policy", "fill", "--policy", "title=never", "--key", "email", "--tag", "Fair"];
    let done = terminal.json(&[["import", file.as_str()].as_slice(), &rules].concat());
    assert_eq!((&done["created"], &done["rejected"]), (&1.into(), &0.into()), "{done}");
    let unknown = terminal.fed(&["import", &file, "--map", "Gamma=email"], "", &[]);
    assert!(unknown.err.contains("no column “Gamma”") && unknown.err.contains("Alpha, Beta"), "{}", unknown.err);
    // The next file of these columns is read so too, also from standard input.
    let next = terminal.fed(&["import", "-", "--json"], "Alpha,Beta\nann@acme.example,CEO\nbob@acme.example,CFO\n", &[]);
    let next: Value = serde_json::from_str(&next.out).unwrap();
    assert_eq!(
        (&next["created"], &next["unchanged"], &next["remembered"]["fileName"]),
        (&1.into(), &1.into(), &"odd.csv".into()),
        "{next}"
    );
    let list = terminal.ok(&["imports", "list"]);
    assert!(list.contains("odd.csv") && list.contains("finished"), "{list}");
    let deleted = terminal.json(&["imports", "delete", next["run_id"].as_str().unwrap()]);
    assert_eq!(deleted["kept"], serde_json::json!([]));
    assert!(!terminal.ok(&["people", "list"]).contains("bob@acme.example"));
}

/// A file of the tests of the desk.
fn fixture(name: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../tests/fixtures/imports").join(name).display().to_string()
}

#[test]
fn a_file_is_read_as_the_export_it_is_told_to_be_or_refused_with_the_columns_it_lacks() {
    let terminal = Terminal::new("en_GB.UTF-8");
    terminal.ok(&["init"]);
    for (file, preset) in [
        ("apollo.csv", "apollo"),
        ("hubspot.csv", "hubspot"),
        ("salesforce.csv", "salesforce"),
        ("pipedrive.csv", "pipedrive"),
        ("google.csv", "google-contacts"),
        ("outlook-fr.csv", "outlook"),
        ("lemlist.csv", "lemlist"),
        ("Connections.csv", "linkedin"),
    ] {
        let read = terminal.json(&["import", &fixture(file), "--preset", preset, "--dry-run"]);
        assert_eq!(read["preset"], preset.replace('-', "_"), "{file}");
    }
    let said = terminal.rain(&["import", &fixture("hubspot.csv"), "--preset", "pipedrive"]);
    assert!(said.code == 1 && said.err.contains("not from Pipedrive: it does not have Person - Name"), "{}", said.err);
    let said = terminal.fed(&["import", &fixture("apollo.csv"), "--preset", "linkedin"], "", &[("RAINMAKER_LANG", "fr")]);
    assert!(said.err.contains("ne vient pas de LinkedIn") && said.err.contains("Connected On"), "{}", said.err);
    assert_eq!(terminal.rain(&["import", &fixture("apollo.csv"), "--preset", "excel"]).code, 2);
}

#[test]
fn a_sheet_is_chosen_by_its_name_and_a_file_without_names_is_read_all_the_same() {
    let terminal = Terminal::new("en_GB.UTF-8");
    terminal.ok(&["init"]);
    let book = fixture("several-sheets.xlsx");
    let told = terminal.ok(&["import", &book, "--dry-run"]);
    assert!(told.contains("Sheet “Contacts” was read") && told.contains("Anciens clients"), "{told}");
    let french = terminal.fed(&["import", &book, "--dry-run"], "", &[("RAINMAKER_LANG", "fr")]).out;
    assert!(french.contains("La feuille «\u{a0}Contacts\u{a0}» est lue"), "{french}");
    let said = terminal.rain(&["import", &book, "--sheet", "Clients"]);
    assert!(said.code == 1 && said.err.contains("Choose from: Lisez-moi, Contacts, Anciens clients"), "{}", said.err);
    assert_eq!(terminal.json(&["import", &book, "--sheet", "anciens clients"])["created"], 1);
    let unnamed = terminal.ok(&["import", &book, "--sheet", "Sans titres"]);
    assert!(unnamed.contains("2 new") && unnamed.contains("No line names the columns"), "{unnamed}");
    let ines = &terminal.json(&["people", "search", "Inès"])[0];
    assert_eq!((&ines["last_name"], &ines["email"]), (&"Ben Saïd".into(), &"ines.bensaid@optique.example".into()));
    let rows = terminal.file("rows.csv", "Luc,Otani,Ateliers\nMia,Holm,Delmas\n");
    let done = terminal.json(&["import", &rows, "--no-header", "--map", "C=company"]);
    assert_eq!((&done["created"], &done["header_line"]), (&2.into(), &0.into()), "{done}");
}

#[test]
fn what_an_import_may_do_is_told_and_a_rehearsal_writes_nothing() {
    let terminal = Terminal::new("en_GB.UTF-8");
    terminal.ok(&["init"]);
    let first = terminal.file("one.csv", "Email,First name,Last name,Title,City\nann@acme.example,Ann,Lee,Buyer,\n");
    terminal.ok(&["import", &first]);
    let next = terminal
        .file("two.csv", "Email,First name,Last name,Title,City\nann@acme.example,Ann,Lee,CEO,Lyon\nbob@acme.example,Bob,Roy,CFO,\n");
    let counts = |words: &[&str]| {
        let done = terminal.json(&[["import", next.as_str(), "--dry-run"].as_slice(), words].concat());
        ["created", "updated", "unchanged", "skipped"].map(|name| done[name].as_u64().unwrap())
    };
    assert_eq!(counts(&[]), [1, 1, 0, 0]);
    assert_eq!(counts(&["--mode", "create"]), [1, 0, 0, 1]);
    assert_eq!(counts(&["--mode", "update"]), [0, 1, 0, 1]);
    assert_eq!(counts(&["--policy", "never"]), [1, 0, 1, 0]);
    assert_eq!(counts(&["--key", "profile"]), [2, 0, 0, 0], "an address alone tells nobody");
    assert_eq!(terminal.json(&["people", "list"]).as_array().unwrap().len(), 1);
    assert_eq!(terminal.rain(&["import", &next, "--policy", "height=fill"]).code, 1);
    assert_eq!(terminal.rain(&["import", &next, "--policy", "perhaps"]).code, 2);
    terminal.ok(&["import", &next, "--policy", "title=never"]);
    let ann = &terminal.json(&["people", "search", "Ann"])[0];
    assert_eq!((&ann["title"], &ann["location"]), (&"Buyer".into(), &json!("Lyon")));
    terminal.ok(&["undo"]);
    assert_eq!(terminal.json(&["people", "search", "Ann"])[0]["location"], "");
    terminal.ok(&["import", &next, "--policy", "title=overwrite"]);
    assert_eq!(terminal.json(&["people", "search", "Ann"])[0]["title"], "CEO");
}

#[test]
fn the_messages_of_linkedins_archive_come_with_its_people_when_they_are_wanted() {
    let terminal = Terminal::new("en_GB.UTF-8");
    terminal.ok(&["init"]);
    let told = terminal.ok(&["import", &fixture("linkedin-archive.zip"), "--messages"]);
    assert!(told.contains("1 new") && told.contains("3 messages and invitations put onto the timelines of 1 person"), "{told}");
    let again = terminal.json(&["linkedin-archive", &fixture("linkedin-archive.zip")]);
    assert_eq!((&again["entered"], &again["known"]), (&0.into(), &3.into()), "{again}");
}
