use std::io::Cursor;

use formats::{
    export::{Cell, CsvExport, CsvStyle, XlsxExport},
    guard,
    table::{self, Delimiter, ReadOptions},
};
use proptest::{collection::vec, prelude::*, sample::select};

use crate::support::cells;

const HEADER: [&str; 4] = ["Nom", "E-mail", "Téléphone", "Notes"];

/// Cells made of what breaks parsers and spreadsheets.
fn hostile_cell() -> impl Strategy<Value = String> {
    let piece = select(vec![
        "=",
        "+",
        "-",
        "@",
        "'",
        "\t",
        "\r",
        "\n",
        "\r\n",
        "\"",
        "\"\"",
        ",",
        ";",
        "|",
        " ",
        "＝",
        "＋",
        "－",
        "＠",
        "é",
        "œ",
        "中",
        "👩\u{200d}💻",
        "0",
        "1",
        "12",
        "+33 6 12 34 56 78",
        "-12.5",
        "a",
        "_x000D_",
        "_",
        "&",
        "<",
        ">",
        "]]>",
        "\u{0}",
        "\u{1}",
        "\u{7f}",
        "\u{85}",
        "\u{2028}",
        "\u{feff}",
        "\u{202e}",
        "Email",
        "Notes:",
        "\\",
        "%41",
        "\u{fffd}",
        "\u{ffff}",
        "N/A",
        "http://x",
    ]);
    vec(piece, 0..6).prop_map(|pieces| pieces.concat())
}

fn hostile_rows() -> impl Strategy<Value = Vec<Vec<String>>> {
    vec(vec(hostile_cell(), HEADER.len()), 0..6)
}

/// Without the control characters that make a small file look like no text.
fn hostile_text() -> impl Strategy<Value = String> {
    hostile_cell().prop_map(|cell| cell.replace(['\0', '\u{1}'], ""))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_guard_is_exactly_undone(text in prop_oneof![hostile_cell(), any::<String>()]) {
        let safe = guard::neutralise(&text);
        prop_assert_eq!(guard::restore(&safe), &text);
        prop_assert!(!guard::is_risky(&safe));
    }

    #[test]
    fn a_csv_has_no_formula_and_reads_back_identically(rows in vec(vec(hostile_text(), HEADER.len()), 0..6), semicolon in any::<bool>(), bom in any::<bool>()) {
        let style = CsvStyle { delimiter: if semicolon { Delimiter::Semicolon } else { Delimiter::Comma }, bom };
        let mut export = CsvExport::new(Vec::new(), style, &HEADER).unwrap();
        for row in &rows {
            export.row(&row.iter().map(|cell| Cell::from(cell.as_str())).collect::<Vec<_>>()).unwrap();
        }
        let bytes = export.finish().unwrap();
        let plain = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
        let mut reader = csv::ReaderBuilder::new().delimiter(style.delimiter.byte()).from_reader(plain);
        for record in reader.records() {
            prop_assert!(record.unwrap().iter().all(|cell| !guard::is_risky(cell)));
        }
        let table = table::from_bytes(bytes, &ReadOptions::default()).unwrap();
        prop_assert_eq!(table.info().header.clone(), HEADER);
        prop_assert_eq!(cells(table), rows);
    }

    #[test]
    fn records_are_those_of_the_csv_crate_on_sound_files(rows in vec(vec(hostile_text(), 1..5), 1..6)) {
        let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
        writer.write_record(HEADER).unwrap();
        for row in &rows {
            writer.write_record(row).unwrap();
        }
        let bytes = writer.into_inner().unwrap();
        let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(bytes.as_slice());
        let theirs: Vec<Vec<String>> = reader
            .records()
            .map(|record| {
                let mut cells: Vec<String> = record.unwrap().iter().map(|cell| guard::restore(cell).to_owned()).collect();
                cells.resize(HEADER.len(), String::new());
                cells
            })
            .collect();
        let ours = cells(table::from_bytes(bytes, &ReadOptions::default()).unwrap());
        prop_assert_eq!(ours, theirs);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_workbook_reads_back_identically(rows in hostile_rows()) {
        let mut export = XlsxExport::new(Cursor::new(Vec::new()), "Prospects", &HEADER).unwrap();
        for row in &rows {
            export.row(&row.iter().map(|cell| Cell::from(cell.as_str())).collect::<Vec<_>>()).unwrap();
        }
        let bytes = export.finish().unwrap().into_inner();
        let table = table::from_bytes(bytes, &ReadOptions::default()).unwrap();
        prop_assert_eq!(table.info().header.clone(), HEADER);
        // A row without any value is no row in a workbook.
        let expected: Vec<Vec<String>> = rows.into_iter().filter(|row| row.iter().any(|cell| !cell.is_empty())).collect();
        prop_assert_eq!(cells(table), expected);
    }
}
