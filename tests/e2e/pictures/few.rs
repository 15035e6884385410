//! Five people: the list, the person in hand, and the import that changes some of them.

use super::album::{Look, call, every_look, go, take};
use super::desk::{Desk, unlock};
use crate::by::By;
use crate::desktop::Desktop;
use crate::window::Window;

use std::fs;

use serde_json::json;

const FIVE: &str = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n\
Camille,Faure,https://www.linkedin.com/in/camille-faure,camille.faure@atelier-lumen.example,Atelier Lumen,Directrice commerciale,\n\
Emma,Whitcombe,https://www.linkedin.com/in/emma-whitcombe,emma@harrow-glass.example,Harrow Glassworks,Head of purchasing,12 Mar 2023\n\
Thibault,Roussel,https://www.linkedin.com/in/thibault-roussel,,Vauban,Directeur de site,\n\
Noémie,Guérin,https://www.linkedin.com/in/noemie-guerin,n.guerin@verrerie-delmas.example,Verrerie Delmas,Responsable logistique,\n\
Olivier,Lefèvre,https://www.linkedin.com/in/olivier-lefevre,olivier@maison-belmont.example,Maison Belmont,Gérant,02 Jun 2022\n";

/// Two new people, two who changed, one as before, a row without a name, and one with a broken address.
const AGAIN: &str = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n\
Camille,Faure,https://www.linkedin.com/in/camille-faure,camille.faure@atelier-lumen.example,Atelier Lumen,Directrice générale,\n\
Emma,Whitcombe,https://www.linkedin.com/in/emma-whitcombe,emma@harrow-glass.example,Harrow & Sons,Head of purchasing,12 Mar 2023\n\
Noémie,Guérin,https://www.linkedin.com/in/noemie-guerin,n.guerin@verrerie-delmas.example,Verrerie Delmas,Responsable logistique,\n\
Inès,Mercier,https://www.linkedin.com/in/ines-mercier,ines@papeterie-tessier.example,Papeterie Tessier,Acheteuse,11 Feb 2026\n\
Jules,Morin,https://www.linkedin.com/in/jules-morin,jules.morin(at)rivoire.example,Rivoire,Chef de projet,20 Apr 2026\n\
,,,,,,07 Jun 2026\n";

/// Dates that can be read in two orders: no day of the column is later than the twelfth.
const FAIR: &str = "Prénom;Nom;E-mail;Entreprise;Poste;Date d'ajout\n\
Léa;Besson;lea.besson@fonderie-orsini.example;Fonderie Orsini;Directrice des achats;03/04/2026\n\
Hugo;Lantier;hugo@laiterie-valmont.example;Laiterie Valmont;Gérant;05/02/2026\n\
Nathan;Perrin;nathan.perrin(at)kermadec.example;Transports Kermadec;Responsable qualité;07/04/2026\n\
Chloé;Sauvage;chloe.sauvage@imprimerie-yvelin.example;Imprimerie Yvelin;Cheffe de projet;11/03/2026\n";

#[test]
#[ignore = "takes pictures for people to look at"]
fn pictures_of_five_people() {
    let desk = Desk::new("five");
    desk.import(FIVE);
    known(&desk);
    noted(&desk);
    let desktop = desk.desktop();
    let window = desktop.open(&[]);
    window.see(By::Css("input[type=password]"));
    for look in every_look() {
        look.remember(&window);
        window.see(By::Css("input[type=password]"));
        take(&window, "lock", look);
    }
    unlock(&window);
    for look in every_look() {
        look.put_on(&window);
        people(&window, look);
        companies(&window, look);
        noted_and_removed(&window, look);
        import(&desktop, &window, look);
    }
    twice(&window);
    window.close();
}

/// What is probably held twice: two of a pair side by side, and what the panel says of it.
fn twice(window: &Window<'_>) {
    written_otherwise(window);
    call(window, "duplicates_search", &json!({}));
    go(window, "/duplicates");
    window.see(By::Css("main nav button"));
    for look in every_look() {
        look.put_on(window);
        go(window, "/duplicates");
        window.see(By::Css("main table"));
        take(window, "duplicates", look);
        window.press("j");
        take(window, "duplicates-second", look);
        go(window, "/people");
        // The first of the list is there once.
        window.press("j");
        window.press("j");
        window.press("Enter");
        take(window, "duplicates-panel", look);
        window.press("Escape");
    }
}

/// The same people once more, written otherwise: named first and given their company after, as the form refuses who is here already.
fn written_otherwise(window: &Window<'_>) {
    for (first, last, company, title) in
        [("Noemie", "Guerin", "Verrerie Delmas SAS", "Directrice logistique"), ("Emma", "Whitcomb", "Harrow Glass Works", "Head of buying")]
    {
        let values = json!([
            { "field": "first_name", "value": first }, { "field": "last_name", "value": last }, { "field": "title", "value": title },
        ]);
        let added = call(window, "people_create", &json!({ "values": values }));
        let company = json!([{ "field": "company", "value": company }]);
        call(window, "people_update", &json!({ "id": added["row"]["id"], "values": company }));
    }
}

/// One company with a number that proves wrong, its people and what happened with them.
fn companies(window: &Window<'_>, look: Look) {
    go(window, "/companies");
    window.see(By::Css("[role=gridcell]"));
    take(window, "companies-5", look);
    window.press("j");
    window.press("Enter");
    take(window, "companies-5-panel", look);
    window.press("Escape");
    window.press("n");
    take(window, "companies-new", look);
    window.press("Escape");
}

/// What a seller types on the first company of the list.
fn known(desk: &Desk) {
    let list = desk.rain(&["companies", "search", "lumen"]);
    let id = list[0]["id"].as_str().unwrap();
    let values = [
        "city=Nantes",
        "postcode=44000",
        "country=FR",
        "siren=732829320",
        "siret=73282932000075",
        "headcount=48",
        "activity=Verrerie d’art",
    ];
    desk.rain(&[&["companies", "set", id], &values[..]].concat());
}

/// One company noted in two seconds, another one removed.
fn noted(desk: &Desk) {
    desk.rain(&["capture", "Menuiserie Ardoin", "69002", "--company"]);
    let gone = desk.rain(&["companies", "new", "name=Papeterie Tessier", "city=Nantes"]);
    desk.rain(&["companies", "delete", gone["row"]["id"].as_str().unwrap()]);
}

fn noted_and_removed(window: &Window<'_>, look: Look) {
    go(window, "/qualify");
    window.see(By::Text("Menuiserie Ardoin"));
    window.press("j");
    window.press("Enter");
    take(window, "qualify", look);
    window.press("Escape");
    window.press("q");
    take(window, "capture", look);
    window.press("Escape");
    go(window, "/trash");
    window.see(By::Text("Papeterie Tessier"));
    take(window, "trash", look);
}

fn people(window: &Window<'_>, look: Look) {
    go(window, "/people");
    take(window, "people-5", look);
    window.press("j");
    window.press("Enter");
    take(window, "people-5-panel", look);
    window.press("Escape");
}

fn import(desktop: &Desktop, window: &Window<'_>, look: Look) {
    let words = |fr: &'static str, en: &'static str| if look.locale == "fr" { fr } else { en };
    let steps = [
        ("import-read", words("Relier", "Map")),
        ("import-map", words("Choisir comment rapprocher", "Choose how to match")),
        ("import-match", words("Vérifier", "Check")),
    ];
    let open = |name: &str, csv: &str| {
        let file = desktop.home().join(name);
        fs::write(&file, csv).unwrap();
        desktop.start_again(&[file.to_str().unwrap()]);
        window.see(By::Text(name));
    };
    go(window, "/import");
    take(window, "import-file", look);
    open("salon-lyon.csv", FAIR);
    for (_, next) in steps {
        window.click(By::Role("button", next));
    }
    window.see(By::Role("button", words("Importer", "Import")));
    take(window, "import-check-dates", look);
    // Another file may arrive while this one is open.
    open("Connections.csv", AGAIN);
    for (screen, next) in steps {
        window.see(By::Role("button", next));
        take(window, screen, look);
        window.click(By::Role("button", next));
    }
    window.see(By::Role("button", words("Importer", "Import")));
    take(window, "import-check-refused", look);
    window.click(By::Role("button", words("Modifiées", "Changed")));
    take(window, "import-check", look);
    let act = "const all = [...document.querySelectorAll('main button')].filter((b) => b.textContent.startsWith(arguments[0])); all.at(-1).click()";
    window.script(act, &json!([words("Importer", "Import")]));
    window.see(By::Text(words("Annuler cet import", "Undo this import")));
    take(window, "import-result", look);
    // The next look finds the desk as this one did.
    window.click(By::Text(words("Annuler cet import", "Undo this import")));
    window.see_no(By::Role("button", words("Annuler cet import", "Undo this import")));
}
