use formats::{
    people::{Reading, parse_date, read_person, recognise, split_full_name},
    table::{self, ReadOptions, Table},
};
use proptest::{collection::vec, prelude::*, sample::select};

/// Reads a table to its end as an import does; what comes out is checked, not what it is.
fn read_all(table: Table) {
    let columns = table.info().header.len();
    let layout = recognise(&table.info().header);
    assert_eq!(layout.columns.len(), columns);
    for row in table.flatten() {
        assert_eq!(row.cells.len(), columns);
        if let Reading::Person(person) = read_person(&layout, &row) {
            let named = [&person.first_name, &person.last_name, &person.company, &person.title];
            assert!(named.into_iter().flatten().all(|value| !value.is_empty() && !value.contains(char::is_control)));
        }
    }
}

fn open(bytes: Vec<u8>) {
    if let Ok(table) = table::from_bytes(bytes, &ReadOptions::default()) {
        read_all(table);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_bytes_make_the_reader_panic(bytes in vec(any::<u8>(), 0..300)) {
        open(bytes);
    }

    #[test]
    fn no_text_of_separators_and_quotes_makes_the_reader_panic(
        pieces in vec(select(vec!["\"", ",", ";", "\t", "|", "\r", "\n", "a", "é", "First Name", "Email", "Connected On", "07 Jun 2026", "a@b.fr", "'=", "\u{0}", "\u{202e}", " ", "https://www.linkedin.com/in/%C3%A9%"]), 0..80),
        bom in any::<bool>(),
    ) {
        let text = pieces.concat();
        open(if bom { format!("\u{feff}{text}").into_bytes() } else { text.into_bytes() });
    }

    #[test]
    fn no_bytes_after_a_sound_header_make_the_reader_panic(bytes in vec(any::<u8>(), 0..300)) {
        open([b"First Name,Last Name,URL,Email Address,Company,Position,Connected On\n".as_slice(), &bytes].concat());
    }

    #[test]
    fn no_damage_to_a_zip_makes_the_reader_panic(at in 0..400_usize, byte in any::<u8>(), cut in 0..400_usize) {
        use std::io::Write as _;
        let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        zip.start_file("Connections.csv", zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(b"First Name,Last Name,Connected On\nAnn,Lee,05 Nov 2024\n").unwrap();
        let mut bytes = zip.finish().unwrap().into_inner();
        if let Some(damaged) = bytes.get_mut(at) {
            *damaged = byte;
        }
        bytes.truncate(bytes.len().saturating_sub(cut % 60));
        open(bytes);
    }

    #[test]
    fn no_text_makes_dates_or_names_panic(text in any::<String>(), date in "[0-9a-zé]{0,5}[ /.-][0-9a-zé]{0,5}[ /.-][0-9TZ]{0,6}") {
        let _ = parse_date(&text);
        let _ = parse_date(&date);
        let (first, last) = split_full_name(&text);
        prop_assert!(first.is_some() || last.is_none() || text.contains(','));
    }
}
