//! What a product exports comes in, goes out as CSV, as a workbook and as JSON, and comes back without a change, however nasty its values are.

use crate::support::{list, rows, tally};
use serde_json::{Value, json};
use testkit::TestApp;

/// A product's columns, each with what stands in it, and what separates them. The names are those the product writes.
struct Shape {
    product: &'static str,
    separator: char,
    columns: &'static [(&'static str, What)],
}

#[derive(Clone, Copy)]
enum What {
    First,
    Last,
    Full,
    Email,
    SecondEmail,
    Phone,
    Company,
    Title,
    Profile,
    Street,
    Postcode,
    Town,
    Notes,
    Tags,
    /// An id, or a day, or a word that is the same for all.
    Id,
    Word(&'static str),
}

use What::{Company, Email, First, Full, Id, Last, Notes, Phone, Postcode, Profile, SecondEmail, Street, Tags, Title, Town, Word};

const SHAPES: [Shape; 11] = [
    Shape {
        product: "apollo",
        separator: ',',
        columns: &[
            ("First Name", First),
            ("Last Name", Last),
            ("Title", Title),
            ("Company Name", Company),
            ("Company Name for Emails", Word("x")),
            ("Email", Email),
            ("Secondary Email", SecondEmail),
            ("Mobile Phone", Phone),
            ("Person Linkedin Url", Profile),
            ("City", Town),
            ("Stage", Word("Cold")),
            ("Lists", Tags),
            ("Apollo Contact Id", Id),
        ],
    },
    Shape {
        product: "hubspot",
        separator: ',',
        columns: &[
            ("Record ID", Id),
            ("First Name", First),
            ("Last Name", Last),
            ("Email", Email),
            ("Additional email addresses", SecondEmail),
            ("Phone Number", Phone),
            ("Company name", Company),
            ("Job Title", Title),
            ("Lead Status", Word("Open")),
            ("Lifecycle Stage", Word("Lead")),
            ("Street Address", Street),
            ("Postal Code", Postcode),
            ("City", Town),
        ],
    },
    Shape {
        product: "salesforce",
        separator: ',',
        columns: &[
            ("Lead ID", Id),
            ("Lead Owner", Word("Zoé")),
            ("First Name", First),
            ("Last Name", Last),
            ("Title", Title),
            ("Company / Account", Company),
            ("Email", Email),
            ("Phone", Phone),
            ("Street", Street),
            ("Zip/Postal Code", Postcode),
            ("City", Town),
            ("Lead Source", Word("Salon")),
            ("Description", Notes),
        ],
    },
    Shape {
        product: "pipedrive",
        separator: ',',
        columns: &[
            ("Person - ID", Id),
            ("Person - Name", Full),
            ("Person - Organization", Company),
            ("Person - Job title", Title),
            ("Person - Email - Work", Email),
            ("Person - Email - Home", SecondEmail),
            ("Person - Phone - Mobile", Phone),
            ("Person - Label", Tags),
            ("Person - Notes", Notes),
        ],
    },
    Shape {
        product: "google_contacts",
        separator: ',',
        columns: &[
            ("First Name", First),
            ("Last Name", Last),
            ("File As", Word("")),
            ("Organization Name", Company),
            ("Organization Title", Title),
            ("Notes", Notes),
            ("Labels", Tags),
            ("E-mail 1 - Label", Word("* Work")),
            ("E-mail 1 - Value", Email),
            ("E-mail 2 - Label", Word("Home")),
            ("E-mail 2 - Value", SecondEmail),
            ("Phone 1 - Label", Word("Mobile")),
            ("Phone 1 - Value", Phone),
            ("Address 1 - Street", Street),
            ("Address 1 - City", Town),
            ("Address 1 - Postal Code", Postcode),
        ],
    },
    Shape {
        product: "google_contacts",
        separator: ',',
        columns: &[
            ("Name", Full),
            ("Given Name", First),
            ("Family Name", Last),
            ("Yomi Name", Word("")),
            ("Notes", Notes),
            ("Group Membership", Tags),
            ("E-mail 1 - Type", Word("* ")),
            ("E-mail 1 - Value", Email),
            ("Phone 1 - Type", Word("Mobile")),
            ("Phone 1 - Value", Phone),
            ("Organization 1 - Name", Company),
            ("Organization 1 - Title", Title),
        ],
    },
    Shape {
        product: "outlook",
        separator: ',',
        columns: &[
            ("Title", Word("Mme")),
            ("First Name", First),
            ("Last Name", Last),
            ("Company", Company),
            ("Job Title", Title),
            ("Business Street", Street),
            ("Business City", Town),
            ("Business Postal Code", Postcode),
            ("Mobile Phone", Phone),
            ("Categories", Tags),
            ("E-mail Address", Email),
            ("E-mail 2 Address", SecondEmail),
            ("Notes", Notes),
        ],
    },
    Shape {
        product: "outlook",
        separator: ';',
        columns: &[
            ("Civilité", Word("Mme")),
            ("Prénom", First),
            ("Nom", Last),
            ("Société", Company),
            ("Titre", Title),
            ("Rue (bureau)", Street),
            ("Ville (bureau)", Town),
            ("Code postal (bureau)", Postcode),
            ("Tél. mobile", Phone),
            ("Catégories", Tags),
            ("Adresse de messagerie", Email),
            ("Adresse de messagerie 2", SecondEmail),
            ("Notes", Notes),
        ],
    },
    Shape {
        product: "lemlist",
        separator: ',',
        columns: &[
            ("email", Email),
            ("firstName", First),
            ("lastName", Last),
            ("companyName", Company),
            ("jobTitle", Title),
            ("linkedinUrl", Profile),
            ("phone", Phone),
            ("icebreaker", Notes),
        ],
    },
    Shape {
        product: "linkedin",
        separator: ',',
        columns: &[
            ("First Name", First),
            ("Last Name", Last),
            ("URL", Profile),
            ("Email Address", Email),
            ("Company", Company),
            ("Position", Title),
            ("Connected On", Word("05 Nov 2024")),
        ],
    },
    Shape {
        product: "sheet",
        separator: ',',
        columns: &[
            ("ID", Id),
            ("Nom", Full),
            ("Entreprise", Company),
            ("Poste", Title),
            ("LinkedIn URL", Profile),
            ("Localisation", Town),
            ("Date d'ajout", Word("2026-09-01")),
            ("Statut", Word("Nouveau")),
            ("Message envoyé", Word("")),
            ("Nb relances", Word("0")),
            ("Notes", Notes),
        ],
    },
];

/// First name, last name, company, title, phone, town.
const PEOPLE: [[&str; 6]; 5] = [
    ["Zoé \"Zaza\"", "O’Brien-Müller", "=CMD(\"calc\";A1), SA", "-Directrice; achats", "+33612345678", "Saint-Étienne"],
    ["محمد", "العربي", "شركة النور", "👩\u{200d}💻 Développeuse", "06 12 34 56 79", "'s-Hertogenbosch"],
    ["+Max", "@Sum", "Müller & Söhne GmbH", "\"Chef\", =1+1", "+49 30 123456", "Köln"],
    ["Jean-Pierre", "de la Tour", "Société « L’Étoile »; Nord", "Head of, buying", "01.23.45.67.89", "Lyon"],
    ["李", "小龙", "'Quoted' Ltd", "VP\u{a0}Sales", "(555) 123-4567", "東京"],
];

fn notes(n: usize) -> String {
    let line = "Ligne 1, \"citée\"; avec = et +\n-suite: été 👍🏽 \u{5d0}\u{5d1}\t|fin\n";
    let mut text = format!("={n}+1 ");
    while text.chars().count() < 3_000 {
        text.push_str(line);
    }
    text.chars().take(3_000).collect::<String>().trim_end().to_owned() + "."
}

impl What {
    fn of(self, n: usize) -> String {
        let [first, last, company, title, phone, town] = PEOPLE[n];
        match self {
            Self::First => first.to_owned(),
            Self::Last => last.to_owned(),
            Self::Full => format!("{first} {last}"),
            Self::Email => format!("person.{n}+crm@firm-{n}.example"),
            Self::SecondEmail => format!("private{n}@home.example"),
            Self::Phone => phone.to_owned(),
            Self::Company => company.to_owned(),
            Self::Title => title.to_owned(),
            Self::Profile => format!("https://www.linkedin.com/in/person-{n}"),
            Self::Street => format!("{n} bis, rue \"de l’Église\"\nBât. {n}"),
            Self::Postcode => format!("0100{n}"),
            Self::Town => town.to_owned(),
            Self::Notes => notes(n),
            Self::Tags => "Salon 2026;=VIP;été 👍".to_owned(),
            Self::Id => format!("00{n}"),
            Self::Word(word) => word.to_owned(),
        }
    }
}

impl Shape {
    fn file(&self) -> String {
        let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
        let line = |cells: Vec<String>| cells.iter().map(|cell| quoted(cell)).collect::<Vec<_>>().join(&self.separator.to_string());
        let header = line(self.columns.iter().map(|(name, _)| (*name).to_owned()).collect());
        let people = (0..PEOPLE.len()).map(|n| line(self.columns.iter().map(|(_, what)| what.of(n)).collect()));
        std::iter::once(header).chain(people).collect::<Vec<_>>().join("\r\n") + "\r\n"
    }

    fn has(&self, wanted: impl Fn(What) -> bool) -> bool {
        self.columns.iter().any(|(_, what)| wanted(*what))
    }
}

fn notes_of(person: &Value) -> Value {
    if person["notes"].is_null() { person["row"]["notes"].clone() } else { person["notes"].clone() }
}

/// Everything of everybody that is theirs and not the desk's: ids, times and provenance left out.
async fn everybody(test: &TestApp) -> Vec<Value> {
    let mut all = Vec::new();
    for row in list(test, "", json!([])).await {
        let person = test.call("people_get", json!({ "id": row["id"] })).await;
        let fields = ["firstName", "lastName", "email", "phone", "company", "title", "linkedinUrl", "location", "status", "connectedOn"];
        let mut tags: Vec<String> = {
            let of = if person["tags"].is_null() { &person["row"]["tags"] } else { &person["tags"] };
            of.as_array().into_iter().flatten().map(|tag| tag["name"].to_string()).collect()
        };
        tags.sort();
        let values: Vec<&Value> = fields.iter().map(|field| &person["row"][field]).collect();
        let reached = person["contacts"].as_array().into_iter().flatten();
        let contacts: Vec<Value> = reached.map(|one| json!([one["kind"], one["label"], one["value"], one["postal"]])).collect();
        all.push(json!({ "values": values, "notes": notes_of(&person), "tags": tags, "contacts": contacts }));
    }
    all
}

#[tokio::test(flavor = "multi_thread")]
async fn what_every_product_exports_goes_out_and_comes_back_without_a_change() {
    for shape in &SHAPES {
        let name = format!("{} {}", shape.product, shape.columns[0].0);
        let test = TestApp::open().await;
        let done = test.import(&test.file("export.csv", shape.file())).await;
        assert_eq!((done["preset"].as_str(), tally(&done)), (Some(shape.product), [5, 5, 0, 0, 0, 0]), "{name}: {done}");
        let here = everybody(&test).await;
        assert!(here.iter().any(|person| person["values"][4] == PEOPLE[0][2] && person["values"][5] == PEOPLE[0][3]), "{name}: {here:?}");
        assert!(!shape.has(|what| matches!(what, Notes)) || here.iter().any(|person| person["notes"] == notes(0)), "{name}");
        assert!(
            !shape.has(|what| matches!(what, Tags)) || here.iter().all(|person| person["tags"].as_array().unwrap().len() == 3),
            "{name}"
        );
        for format in ["csv", "xlsx", "json"] {
            let path = test.folder().join(format!("out.{format}"));
            let request = json!({ "selection": { "kind": "all" }, "format": format, "layout": "full", "path": path });
            assert_eq!(test.call("export_people", request).await["rows"], 5, "{name}");
            let checked = test.call("import_open", json!({ "path": path, "readAs": "auto", "mode": "both" })).await;
            assert_eq!(tally(&checked), [5, 0, 0, 5, 0, 0], "{name} {format}: {:?}", rows(&test, &checked, "update").await);
            let changes: Vec<Value> = rows(&test, &checked, "unchanged").await.iter().map(|row| row["changes"].clone()).collect();
            assert_eq!(changes, vec![json!([]); 5], "{name} {format}");
            // On a desk that knows nobody the same people come out of it, with what stands beside their fields.
            let other = TestApp::open().await;
            assert_eq!(tally(&other.import(&path).await), [5, 5, 0, 0, 0, 0], "{name} {format}");
            assert_eq!(everybody(&other).await, here, "{name} {format}");
        }
    }
}
