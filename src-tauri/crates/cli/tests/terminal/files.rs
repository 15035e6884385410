//! Files kept inside the desk, from the terminal.

use crate::support::Terminal;

#[test]
fn files_go_in_are_listed_renamed_saved_and_removed() {
    let terminal = Terminal::new("fr_FR.UTF-8");
    terminal.ok(&["init"]);
    let people = terminal.file("people.csv", "First name,Last name,Email\nAnn,Lee,ann@acme.example\n");
    terminal.ok(&["import", &people]);
    let ann = terminal.json(&["people", "search", "Ann"])[0]["id"].as_str().unwrap().to_owned();
    let (offer, missing) = (terminal.file("offre.pdf", "une offre"), terminal.file("rien.pdf", ""));
    std::fs::remove_file(&missing).unwrap();
    let said = terminal.ok(&["files", "add", "--person", &ann, &offer]);
    assert!(said.contains("1 fichier ajouté") && said.contains("offre.pdf"), "{said}");
    let id = terminal.json(&["files", "list", "--person", &ann])[0]["id"].as_str().unwrap().to_owned();
    let refused = terminal.rain(&["files", "add", "--person", &ann, &missing]);
    assert!(refused.code == 1 && refused.err.contains("rien.pdf"), "{}", refused.err);
    assert_eq!(terminal.rain(&["files", "list"]).code, 2, "on one record");
    terminal.ok(&["files", "rename", &id, "devis.pdf"]);
    let folder = std::path::Path::new(&offer).parent().unwrap().join("dehors");
    std::fs::create_dir(&folder).unwrap();
    terminal.ok(&["files", "save", &id, folder.to_str().unwrap()]);
    assert_eq!(std::fs::read_to_string(folder.join("devis.pdf")).unwrap(), "une offre");
    terminal.ok(&["files", "remove", &id]);
    assert!(terminal.ok(&["files", "list", "--person", &ann]).contains("Aucun fichier"));
    let lying = terminal.ok(&["trash", "list"]);
    assert!(lying.contains("devis.pdf") && lying.contains("fichier") && lying.contains("Ann Lee"), "{lying}");
    terminal.ok(&["undo"]);
    assert_eq!(terminal.json(&["files", "list", "--person", &ann])[0]["name"], "devis.pdf");
    assert!(terminal.ok(&["notes", "search", "devis"]).contains("fichier"));
}
