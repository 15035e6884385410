use crate::support::{PEOPLE, Terminal};

#[test]
fn statuses_are_made_moved_and_asked_by_their_names_and_deleted_with_where_their_people_go() {
    let terminal = Terminal::new("en_GB.UTF-8");
    terminal.ok(&["init"]);
    let file = terminal.file("Connections.csv", PEOPLE);
    terminal.ok(&["import", &file]);
    let all = terminal.json(&["statuses", "add", "--counts-as", "interested", "--fr", "Plus tard", "--en", "Later", "--days", "14"]);
    let added = all["statuses"].as_array().unwrap().last().unwrap();
    assert_eq!((&added["meaning"], &added["rotten_days"]), (&"interested".into(), &14.into()));
    let person = terminal.json(&["people", "list"])[0]["id"].as_str().unwrap().to_owned();
    terminal.ok(&["people", "set", &person, "status=later"]);
    for asked in ["status = \"Plus tard\"", "status = LATER", "counts_as = interested", "status = Later,lost"] {
        assert_eq!(terminal.json(&["people", "list", "--where", asked]).as_array().unwrap().len(), 1, "{asked}");
    }
    assert!(terminal.ok(&["people", "list"]).contains("Later"));
    assert_eq!(terminal.rain(&["people", "list", "--where", "status = soon"]).code, 2);
    terminal.ok(&["statuses", "move", "Later", "1"]);
    assert_eq!(terminal.json(&["statuses", "list"])["statuses"][0]["name_en"], "Later");
    terminal.ok(&["statuses", "edit", "plus tard", "--en", "On hold", "--days", "0"]);
    let told = terminal.ok(&["statuses", "list"]);
    assert!(told.contains("On hold") && told.contains("do not contact") && !told.contains("Later"), "{told}");
    let refused = terminal.rain(&["statuses", "delete", "On hold"]);
    assert!(refused.code == 1 && refused.err.contains("1 person is in this status"), "{}", refused.err);
    assert_eq!(terminal.rain(&["statuses", "delete", "new", "--move-to", "lost"]).code, 1);
    terminal.ok(&["statuses", "delete", "On hold", "--move-to", "Qualified"]);
    assert_eq!(terminal.json(&["people", "show", &person])["row"]["status"], "qualified");
    terminal.ok(&["undo"]);
    assert!(terminal.ok(&["people", "list"]).contains("On hold"));
}

#[test]
fn a_view_keeps_how_it_is_laid_out_until_it_is_told_another_way() {
    let terminal = Terminal::new("en_GB.UTF-8");
    terminal.ok(&["init"]);
    let layout = |words: &[&str]| {
        terminal.ok(&[&["views", "save", "Fair"], words].concat());
        terminal.json(&["views", "show", "Fair"])["view"]["content"]["layout"].as_str().unwrap().to_owned()
    };
    assert_eq!(layout(&[]), "table");
    assert_eq!(layout(&["--layout", "board", "--where", "status=new"]), "board");
    assert_eq!(layout(&["--where", "status=lost"]), "board");
    let refused = terminal.rain(&["views", "save", "Firms", "--of", "companies", "--layout", "board"]);
    assert!(refused.code == 2 && refused.err.contains("table"), "{}", refused.err);
}
