use formats::{
    people::{Further, PersonRow, Place, Product},
    table::{self, Container, ReadOptions},
    vcard::{Card, CardAddress, Labelled, VcardExport, Version},
};

use crate::support::People;

fn people(bytes: impl Into<Vec<u8>>) -> Vec<PersonRow> {
    let table = table::from_bytes(bytes.into(), &ReadOptions::default()).unwrap();
    assert_eq!(table.info().container, Container::Cards);
    let found = People::of(table);
    assert_eq!(found.layout.unwrap().product, Some(Product::VCard));
    assert!(found.rejected.is_empty(), "{:?}", found.rejected);
    found.people
}

#[test]
fn a_card_of_an_old_telephone_is_read_with_its_quoted_printable() {
    let card = "BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Lef=C3=A8vre;=C3=89lo=\r\ndie;;;\r\n\
        TEL;CELL;PREF:+33612345678\r\nTEL;WORK;FAX:+33100000000\r\nTEL;WORK:+33144556677\r\nEMAIL;INTERNET:elodie@delmas.example\r\n\
        ADR;WORK;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:;;12 rue Kl=C3=A9ber;Nantes;;44000;France\r\n\
        PHOTO;ENCODING=BASE64;JPEG:/9j/4AAQ\r\n SkZJRg==\r\n\r\nNOTE;ENCODING=QUOTED-PRINTABLE:one=0D=0Atwo\r\nEND:VCARD\r\n";
    let elodie = &people(card)[0];
    assert_eq!((elodie.first_name.as_deref(), elodie.last_name.as_deref()), (Some("Élodie"), Some("Lefèvre")));
    assert_eq!((elodie.phone.as_deref(), elodie.phone_label.as_deref()), (Some("+33612345678"), Some("mobile")));
    assert_eq!(elodie.notes.as_deref(), Some("one\ntwo"));
    let place = Place {
        street: "12 rue Kléber".into(),
        postcode: "44000".into(),
        city: "Nantes".into(),
        country: "France".into(),
        ..Place::default()
    };
    assert_eq!(
        elodie.further,
        [Further::Phone { label: "work".into(), value: "+33144556677".into() }, Further::Address { label: "work".into(), place }]
    );
}

#[test]
fn cards_of_apple_and_of_version_4_are_read() {
    let cards = "BEGIN:VCARD\nVERSION:3.0\nN:;;;;\nFN:Ann van der Berg\nORG:Acme\\, Inc.;Sales\nitem1.EMAIL;type=INTERNET:ann@acme.example\n\
        item1.X-ABLabel:_$!<Work>!$_\nitem2.TEL:06 11\\, 22\nitem2.X-ABLabel:Secrétariat\nX-SOCIALPROFILE;type=linkedin:https://www.linkedin.com/in/ann-vdb\n\
        CATEGORIES:VIP,Salon\\, 2026\nEND:VCARD\nBEGIN:VCARD\nVERSION:4.0\nKIND:group\nFN:All\nEND:VCARD\n\
        BEGIN:VCARD\nVERSION:4.0\nFN:Bob Lee\nN:Lee;Bob;;;\nTEL;VALUE=uri;TYPE=\"cell,pref\":tel:+33-6-12-34-56-78;ext=2\n\
        EMAIL:other@b.example\nEMAIL;PREF=1:bob@b.example\nLANG:fr\nUID:urn:uuid:0192f6b0-0000-7000-8000-000000000001\nEND:VCARD";
    let found = people(cards);
    assert_eq!(found.len(), 2, "a group is nobody");
    let ann = &found[0];
    assert_eq!(
        (ann.first_name.as_deref(), ann.company.as_deref(), ann.tags.as_deref()),
        (Some("Ann"), Some("Acme, Inc."), Some("VIP;Salon, 2026"))
    );
    assert_eq!((ann.email_label.as_deref(), ann.phone_label.as_deref()), (Some("work"), Some("Secrétariat")));
    assert_eq!(ann.linkedin_url.as_deref(), Some("https://www.linkedin.com/in/ann-vdb"));
    let bob = &found[1];
    assert_eq!(
        (bob.phone.as_deref(), bob.email.as_deref(), bob.language.as_deref()),
        (Some("+33-6-12-34-56-78"), Some("bob@b.example"), Some("fr"))
    );
    assert_eq!(bob.external_id.as_deref(), Some("0192f6b0-0000-7000-8000-000000000001"));
}

#[test]
fn what_is_written_in_any_version_is_read_again() {
    let one = |label: &str, value: &str| Labelled { label: label.into(), value: value.into() };
    let card = Card {
        uid: "0192f6b0-0000-7000-8000-000000000002".into(),
        first_name: "Inès; Marie".into(),
        last_name: "Ben Saïd, née Ölk".into(),
        full_name: "Inès Ben Saïd".into(),
        company: "Optique \\ Port; SA".into(),
        title: "=Gérante".into(),
        language: "fr".into(),
        location: Some("Nantes, France".into()),
        emails: vec![one("work", "ines@optique.example"), one("Été", "ete@optique.example")],
        phones: vec![one("mobile", "06 11 22 33 44"), one("", "02 40 11 22 33")],
        urls: vec![one("", "https://www.linkedin.com/in/ines"), one("", "https://optique.example/a?b=c;d,e")],
        addresses: vec![CardAddress {
            label: "home".into(),
            street: "9 rue Basse, bât. B".into(),
            city: "Rezé".into(),
            ..CardAddress::default()
        }],
        categories: vec!["Salon 2026".into(), "VIP".into()],
        notes: "ligne un\nligne deux; « trois », \\n pas un retour".into(),
    };
    for version in [Version::V21, Version::V30, Version::V40] {
        let mut export = VcardExport::new(Vec::new(), version);
        export.card(&card).unwrap();
        let bytes = export.finish().unwrap();
        assert!(version == Version::V21 || bytes.split(|byte| *byte == b'\n').all(|line| line.len() <= 76), "folded");
        let found = people(bytes);
        let ines = &found[0];
        assert_eq!(
            (ines.first_name.as_deref(), ines.last_name.as_deref()),
            (Some("Inès; Marie"), Some("Ben Saïd, née Ölk")),
            "{version:?}"
        );
        assert_eq!((ines.company.as_deref(), ines.title.as_deref()), (Some("Optique \\ Port; SA"), Some("=Gérante")));
        assert_eq!(ines.notes.as_deref(), Some("ligne un\nligne deux; « trois », \\n pas un retour"), "{version:?}");
        assert_eq!(
            (ines.city.as_deref(), ines.tags.as_deref(), ines.language.as_deref()),
            (Some("Nantes, France"), Some("Salon 2026;VIP"), Some("fr"))
        );
        assert_eq!((ines.email_label.as_deref(), ines.phone_label.as_deref()), (Some("work"), Some("mobile")));
        assert_eq!(ines.linkedin_url.as_deref(), Some("https://www.linkedin.com/in/ines"));
        let place = Place { street: "9 rue Basse, bât. B".into(), city: "Rezé".into(), ..Place::default() };
        assert_eq!(
            ines.further,
            [
                Further::Email { label: "Été".into(), value: "ete@optique.example".into() },
                Further::Phone { label: String::new(), value: "02 40 11 22 33".into() },
                Further::Url { label: String::new(), value: "https://optique.example/a?b=c;d,e".into() },
                Further::Address { label: "home".into(), place },
            ],
            "{version:?}"
        );
    }
}

#[test]
fn a_cut_or_strange_file_loses_nobody_who_is_whole() {
    let found = people("BEGIN:VCARD\nFN:Ann\nBEGIN:VCARD\nEND:VCARD\nnonsense\nBEGIN:VCARD\nN:Lee;Bob\nEMAIL:bob@b.example");
    assert_eq!(found.iter().filter_map(|one| one.first_name.as_deref()).collect::<Vec<_>>(), ["Ann", "Bob"]);
}
