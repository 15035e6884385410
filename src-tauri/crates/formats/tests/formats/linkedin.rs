use formats::{
    people::{Field, Kind, PersonRow, WarningKind},
    table::{self, Container, Delimiter, ReadOptions},
};

use crate::support::{People, fixture, table as text_table};

const HEADER: &str = "First Name,Last Name,URL,Email Address,Company,Position,Connected On";
const SENTENCE: &str = "\"When exporting your connection data, you may notice that some of the email addresses are missing.\"";

fn export() -> People {
    People::of(table::open(&fixture("Connections.csv"), &ReadOptions::default()).unwrap())
}

fn person<'a>(people: &'a People, last: &str) -> &'a PersonRow {
    people.people.iter().find(|person| person.last_name.as_deref() == Some(last)).unwrap()
}

#[test]
fn every_row_of_a_real_export_is_a_person_a_rejection_or_blank() {
    let found = export();
    assert_eq!(found.people.len(), 8);
    assert_eq!(found.reasons(), [(8, "hidden_member"), (17, "no_identity")]);
    assert_eq!(found.blank, 1);
    let layout = found.layout.as_ref().unwrap();
    assert_eq!(layout.kind, Kind::LinkedInConnections);
    assert!(layout.unmatched.is_empty() && layout.columns.iter().all(Option::is_some));
}

#[test]
fn values_are_read_as_linkedin_means_them() {
    let found = export();
    let roux = person(&found, "Roux");
    assert_eq!(roux.linkedin_url.as_deref(), Some("https://www.linkedin.com/in/élodie-roux-4b7a12"));
    assert_eq!(roux.company.as_deref(), Some("Boulangerie Roux, Fils & Cie"));
    assert_eq!(roux.email, None);
    assert_eq!(roux.connected_date.unwrap().to_string(), "2024-11-05");
    assert_eq!(roux.line, 5);
    assert_eq!(person(&found, "Lee 🚀").company.as_deref(), Some("The \"Best\" Company"));
    assert_eq!(person(&found, "Zieliński").linkedin_url.as_deref(), Some("https://www.linkedin.com/in/piotr-zieliński/"));
    assert_eq!(person(&found, "Martin, PhD").title.as_deref(), Some("Head of R&D, Europe"));
    assert!(found.people.iter().any(|p| p.line == 16 && p.first_name.is_none() && p.linkedin_url.is_some()));
}

#[test]
fn a_line_break_in_a_name_is_repaired_and_reported() {
    let found = export();
    let benali = person(&found, "Benali");
    assert_eq!(benali.first_name.as_deref(), Some("Nadia Claire"));
    assert_eq!(benali.company.as_deref(), Some("Global Services"));
    let cleaned: Vec<Field> = benali.warnings.iter().filter(|w| w.kind == WarningKind::Cleaned).map(|w| w.field).collect();
    assert_eq!(cleaned, [Field::FirstName, Field::Company]);
}

#[test]
fn a_bad_address_is_left_out_when_the_profile_tells_who_it_is() {
    let found = export();
    let piotr = person(&found, "Zieliński");
    assert_eq!(piotr.email, None);
    assert!(piotr.warnings.iter().any(|w| w.field == Field::Email && w.kind == WarningKind::BadEmail));
}

#[test]
fn the_list_saved_again_by_a_french_excel_says_the_same() {
    let table = table::open(&fixture("Connections-excel-fr.csv"), &ReadOptions::default()).unwrap();
    assert_eq!(table.info().delimiter, Some(Delimiter::Semicolon));
    assert_eq!(table.info().encoding, "windows-1252");
    assert_eq!(table.info().header_line, 4);
    let found = People::of(table);
    assert_eq!(found.reasons(), [(8, "hidden_member"), (17, "no_identity")]);
    for (before, after) in export().people.iter().zip(&found.people) {
        assert_eq!((before.line, before.connected_date), (after.line, after.connected_date));
        assert_eq!((&before.email, &before.title.is_some()), (&after.email, &after.title.is_some()));
    }
    assert_eq!(person(&found, "Roux").first_name.as_deref(), Some("Élodie"));
}

#[test]
fn the_header_is_found_under_every_preamble_there_has_been() {
    let row = "Ann,Lee,https://www.linkedin.com/in/ann,,Acme,CEO,05 Nov 2024";
    let preambles = [
        String::new(),
        format!("Notes:\n{SENTENCE}\n\n"),
        format!("\"Notes:\"\n{SENTENCE}\n\n"),
        format!("Notes:\r\n{SENTENCE}\r\n\r\n"),
        format!("Notes:,,,,,,\n{SENTENCE},,,,,,\n,,,,,,\n"),
        format!("{SENTENCE}\n"),
        format!("\u{feff}Notes:\n{SENTENCE}\n\n\n\n"),
        "Notes:\nWhen exporting your connection data, some addresses, perhaps many, are missing.\n\n".to_owned(),
    ];
    for preamble in preambles {
        let table = text_table(format!("{preamble}{HEADER}\n{row}"));
        assert_eq!(table.info().header.join(","), HEADER, "{preamble:?}");
        let line = 1 + preamble.matches('\n').count();
        assert_eq!(table.info().header_line as usize, line);
        let found = People::of(table);
        assert_eq!(found.people.len(), 1);
        assert_eq!(found.people[0].line as usize, line + 1);
    }
}

#[test]
fn the_header_without_profiles_of_before_2023_is_the_same_list() {
    let found = People::of(text_table(
        "First Name,Last Name,Email Address,Company,Position,Connected On\nAnn,Lee,a@b.fr,Acme,CEO,05 Nov 2020\n,,,,,1 Jan 2020\n",
    ));
    assert_eq!(found.layout.unwrap().kind, Kind::LinkedInConnections);
    assert_eq!(found.people[0].email.as_deref(), Some("a@b.fr"));
    assert_eq!(found.rejected[0].reason.code(), "hidden_member");
}

#[test]
fn a_french_header_is_the_same_list() {
    let found = People::of(text_table(
        "Prénom,Nom,URL,Adresse e-mail,Entreprise,Poste,Date de connexion\nÉlodie,Roux,https://www.linkedin.com/in/er,,Acme,Gérante,12 mars 2023\n",
    ));
    assert_eq!(found.layout.as_ref().unwrap().kind, Kind::LinkedInConnections);
    let roux = &found.people[0];
    assert_eq!((roux.first_name.as_deref(), roux.last_name.as_deref()), (Some("Élodie"), Some("Roux")));
    assert_eq!(roux.linkedin_url.as_deref(), Some("https://www.linkedin.com/in/er"));
    assert_eq!(roux.connected_date.unwrap().to_string(), "2023-03-12");
}

#[test]
fn a_text_file_is_said_to_be_one() {
    let table = table::open(&fixture("Connections.csv"), &ReadOptions::default()).unwrap();
    assert_eq!(table.info().container, Container::Text);
    assert_eq!(table.info().encoding, "UTF-8");
    assert!(!table.info().had_bom);
}
