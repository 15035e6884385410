use std::io::Cursor;

use chrono::NaiveDate;
use formats::{
    export::XlsxExport,
    people::{DateOrders, Reading, parse_date, read_person, recognise, split_full_name},
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

/// A workbook with a few bytes of one of its parts replaced, rightly packed.
fn damaged_workbook(part: usize, at: prop::sample::Index, piece: &str, cut: usize) -> Vec<u8> {
    use std::io::{Read as _, Write as _};
    let mut export = XlsxExport::new(Cursor::new(Vec::new()), "x", &["Name", "Email", "Added on"]).unwrap();
    export.row(&["Ann".into(), "a@b.fr".into(), NaiveDate::from_ymd_opt(2024, 11, 5).unwrap().into()]).unwrap();
    let mut sound = zip::ZipArchive::new(export.finish().unwrap()).unwrap();
    let mut damaged = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..sound.len() {
        let mut file = sound.by_index(index).unwrap();
        let name = file.name().unwrap().into_owned();
        let mut xml = Vec::new();
        file.read_to_end(&mut xml).unwrap();
        if index == part {
            let from = at.index(xml.len());
            xml.splice(from..(from + cut).min(xml.len()), piece.bytes());
        }
        damaged.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        damaged.write_all(&xml).unwrap();
    }
    damaged.finish().unwrap().into_inner()
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
    fn no_text_makes_dates_or_names_panic(text in any::<String>(), date in "[0-9a-zé]{0,5}[ /.-][0-9a-zé]{0,5}[ /.-][0-9TZ]{0,6}") {
        let _ = parse_date(&text, DateOrders::default());
        let _ = parse_date(&date, DateOrders::default());
        let (first, last) = split_full_name(&text);
        prop_assert!(first.is_some() || last.is_none() || text.contains(','));
    }
}

// Packing a zip takes most of the time of a case.
proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

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
    fn no_damage_inside_a_workbook_makes_the_reader_panic(
        part in 0..6_usize,
        at in any::<prop::sample::Index>(),
        piece in select(vec!["", "\"", "<", ">", "/", "0", "99999999999", "-1", "A0", "XFE1048577", "é", "&#0;", "&x;", "s", "<v>", "</row>", "t=\"s\"", "r=\"\""]),
        cut in 0..12_usize,
    ) {
        open(damaged_workbook(part, at, piece, cut));
    }
}
