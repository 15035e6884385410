//! Views, the trash, duplicates, privacy, cards and calendar files from the terminal: one story each, over the real desk.

use crate::support::Terminal;
use serde_json::Value;

const PEOPLE: &str = "First name,Last name,Email,Company,Title,Phone\n\
    Ann,Lee,ann@acme.example,Acme,Buyer,+33 6 12 34 56 78\n\
    Bob,Roy,bob@free.example,Free,CEO,\n";

fn desk(lang: &'static str) -> Terminal {
    let terminal = Terminal::new(lang);
    terminal.ok(&["init"]);
    let file = terminal.file("people.csv", PEOPLE);
    terminal.ok(&["import", &file]);
    terminal
}

fn person(terminal: &Terminal, words: &str) -> String {
    terminal.json(&["people", "search", words]).pointer("/0/id").unwrap().as_str().unwrap().to_owned()
}

fn many(found: &Value) -> usize {
    found.as_array().unwrap().len()
}

#[test]
fn a_view_is_kept_asked_changed_and_taken_away() {
    let terminal = desk("en_GB.UTF-8");
    terminal.ok(&["views", "save", "Chiefs", "--where", "title=CEO", "--favourite"]);
    assert_eq!(terminal.json(&["views", "show", "Chiefs"])["matching"], 1);
    assert_eq!(terminal.json(&["people", "list", "--view", "Chiefs"])[0]["last_name"], "Roy");
    terminal.ok(&["views", "save", "Chiefs", "--where", "title=CEO or title=Buyer"]);
    assert_eq!(terminal.json(&["views", "show", "Chiefs"])["matching"], 2);
    terminal.ok(&["views", "delete", "Chiefs"]);
    assert!(!terminal.ok(&["views", "list"]).contains("Chiefs"));
    terminal.ok(&["undo"]);
    assert!(terminal.ok(&["views", "list"]).contains("Chiefs"));
    assert_ne!(terminal.rain(&["people", "list", "--view", "Nothing"]).code, 0);
}

#[test]
fn what_was_removed_lies_in_the_trash_until_it_is_brought_back_or_emptied() {
    let terminal = desk("en_GB.UTF-8");
    let ann = person(&terminal, "Ann");
    terminal.ok(&["people", "delete", &ann]);
    assert!(terminal.ok(&["trash", "list"]).contains("Ann Lee"));
    terminal.ok(&["trash", "restore", &ann]);
    assert_eq!(many(&terminal.json(&["people", "list"])), 2);
    terminal.ok(&["people", "delete", &ann]);
    assert_eq!(terminal.rain(&["trash", "empty"]).code, 2, "never without a yes");
    terminal.ok(&["trash", "empty", "--yes"]);
    assert!(!terminal.ok(&["trash", "list"]).contains("Ann Lee"));
}

#[test]
fn duplicates_are_found_merged_and_split_again() {
    let terminal = desk("en_GB.UTF-8");
    let again = terminal.file("again.csv", "First name,Last name,Email,Company,Title\nAnn,Lee,ann.lee@acme.example,Acme,Head of buying\n");
    terminal.ok(&["import", &again, "--key", "email"]);
    let both: Vec<String> =
        terminal.json(&["people", "search", "Ann"]).as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap().to_owned()).collect();
    assert_eq!(both.len(), 2);
    terminal.ok(&["duplicates", "scan"]);
    assert!(terminal.ok(&["duplicates", "list"]).contains("Ann Lee"));
    terminal.ok(&["duplicates", "merge", &both[0], &both[1]]);
    assert_eq!(many(&terminal.json(&["people", "search", "Ann"])), 1);
    terminal.ok(&["duplicates", "split", &both[1]]);
    assert_eq!(many(&terminal.json(&["people", "search", "Ann"])), 2);
}

#[test]
fn somebody_gets_what_is_held_of_them_and_is_erased_for_good() {
    let terminal = desk("fr_FR.UTF-8");
    let ann = person(&terminal, "Ann");
    let zip = terminal.path("ann.zip");
    terminal.ok(&["privacy", "access", &ann, &zip]);
    assert!(std::fs::read(&zip).unwrap().starts_with(b"PK"));
    assert_eq!(terminal.json(&["privacy", "expired"]), serde_json::json!([]));
    assert_eq!(terminal.rain(&["privacy", "erase", &ann]).code, 2, "never without a yes");
    terminal.ok(&["privacy", "erase", &ann, "--yes"]);
    assert_eq!(many(&terminal.json(&["people", "list"])), 1);
    let back = terminal.json(&["import", &terminal.path("people.csv")]);
    assert_eq!((&back["created"], &back["rejected"]), (&0.into(), &1.into()), "they are never imported again: {back}");
}

#[test]
fn cards_go_out_and_come_in_again() {
    let terminal = desk("en_GB.UTF-8");
    for format in ["vcard", "vcard2.1", "vcard4"] {
        let cards = terminal.path(&format!("{format}.vcf"));
        terminal.ok(&["export", format, &cards]);
        let other = Terminal::new("en_GB.UTF-8");
        other.ok(&["init"]);
        let read = other.json(&["import", &cards]);
        assert_eq!((&read["created"], &read["preset"]), (&2.into(), &"vcard".into()), "{read}");
        assert_eq!(other.json(&["people", "search", "Ann"])[0]["email"], "ann@acme.example");
    }
}

#[test]
fn companies_and_opportunities_go_out_as_tables_and_not_as_cards() {
    let terminal = desk("en_GB.UTF-8");
    terminal.ok(&["opportunities", "new", "name=Audit", "amount=100", "company=Acme"]);
    for (of, word) in [("companies", "Acme"), ("opportunities", "Audit")] {
        let file = terminal.path(&format!("{of}.csv"));
        terminal.ok(&["export", "csv", &file, "--of", of]);
        assert!(std::fs::read_to_string(&file).unwrap().contains(word), "{of}");
    }
    let cards = terminal.path("companies.vcf");
    assert_eq!(terminal.rain(&["export", "vcard", &cards, "--of", "companies"]).code, 2);
    assert!(!std::path::Path::new(&cards).exists());
}

#[test]
fn appointments_go_to_a_calendar_file_and_come_back_once() {
    let terminal = desk("en_GB.UTF-8");
    terminal.ok(&["appointments", "new", "title=Visit; \"Acme\"", "starts=2027-03-16T14:30", "ends=2027-03-16T15:30", "place=Lyon"]);
    let file = terminal.path("desk.ics");
    terminal.ok(&["appointments", "export", &file]);
    assert!(std::fs::read_to_string(&file).unwrap().contains("BEGIN:VEVENT"));
    let other = Terminal::new("en_GB.UTF-8");
    other.ok(&["init"]);
    let days = ["appointments", "list", "--from", "2027-03-01", "--to", "2027-03-31"];
    for _ in 0..2 {
        other.ok(&["appointments", "import", &file]);
        let list = other.json(&days);
        assert_eq!((many(&list), &list[0]["title"]), (1, &"Visit; \"Acme\"".into()), "{list}");
    }
}
