use std::{fs, io::Write, time::Duration};

use formats::table::{self, Delimiter, ReadOptions, RowError, TableError};

use crate::support::{cells, error, table as text_table};

#[test]
fn line_ends_of_every_system_give_the_same_rows_and_lines() {
    for end in ["\n", "\r\n", "\r"] {
        let text = ["Name,Notes", "Ann,\"a", "b\"", "", "Bob,x", "", ""].join(end);
        let rows: Vec<_> = text_table(text).map(Result::unwrap).map(|row| (row.line, row.cells)).collect();
        assert_eq!(rows, [(2, vec!["Ann".into(), format!("a{end}b")]), (5, vec!["Bob".into(), "x".into()])], "{end:?}");
    }
}

#[test]
fn every_delimiter_is_detected() {
    for (delimiter, kind) in [(",", Delimiter::Comma), (";", Delimiter::Semicolon), ("\t", Delimiter::Tab), ("|", Delimiter::Pipe)] {
        let text =
            format!("Nom{delimiter}Ville{delimiter}Notes\nAnn{delimiter}\"a,b;c|d\te\"{delimiter}15\nBob{delimiter}x{delimiter}25\n");
        let table = text_table(text);
        assert_eq!(table.info().delimiter, Some(kind));
        assert_eq!(cells(table)[0], ["Ann", "a,b;c|d\te", "15"]);
    }
}

#[test]
fn a_table_of_unknown_columns_is_still_split_rightly() {
    let table = text_table("couleur;taille;prix\nrouge;12;1,50\nvert, clair;13;2,75\n");
    assert_eq!(table.info().header, ["couleur", "taille", "prix"]);
    assert_eq!(cells(table)[1], ["vert, clair", "13", "2,75"]);
}

#[test]
fn the_hint_of_excel_is_followed_and_not_read_as_a_row() {
    let table = text_table("sep=;\r\nNom;Ville\r\nAnn;Lyon\r\n");
    assert_eq!((table.info().delimiter, table.info().header_line), (Some(Delimiter::Semicolon), 2));
    assert_eq!(cells(table), [["Ann", "Lyon"]]);
}

#[test]
fn one_column_is_a_table() {
    let table = text_table("Email\na@b.fr\nc@d.fr\n");
    assert_eq!(cells(table), [["a@b.fr"], ["c@d.fr"]]);
}

#[test]
fn encodings_are_told_apart() {
    let text = "Prénom;Nom;Société\nÉlodie;Lefèvre;Crêperie – l’Œuf\n";
    let utf16 = |big: bool| {
        let mut bytes = if big { vec![0xfe, 0xff] } else { vec![0xff, 0xfe] };
        for unit in text.encode_utf16() {
            bytes.extend(if big { unit.to_be_bytes() } else { unit.to_le_bytes() });
        }
        bytes
    };
    let files = [
        ("UTF-8", false, text.as_bytes().to_vec()),
        ("UTF-8", true, [b"\xef\xbb\xbf", text.as_bytes()].concat()),
        ("windows-1252", false, encoding_rs::WINDOWS_1252.encode(text).0.into_owned()),
        ("UTF-16LE", true, utf16(false)),
        ("UTF-16BE", true, utf16(true)),
    ];
    for (encoding, bom, bytes) in files {
        let table = text_table(bytes);
        assert_eq!((table.info().encoding.as_str(), table.info().had_bom), (encoding, bom));
        assert_eq!(table.info().header, ["Prénom", "Nom", "Société"], "{encoding}");
        assert_eq!(cells(table), [["Élodie", "Lefèvre", "Crêperie – l’Œuf"]], "{encoding}");
    }
}

#[test]
fn a_single_accent_in_a_short_file_is_windows_1252() {
    let table = text_table(b"Nom;Ville\nRen\xe9;Lyon\n".to_vec());
    assert_eq!(cells(table), [["René", "Lyon"]]);
}

#[test]
fn one_broken_letter_does_not_change_the_encoding_of_a_utf8_file() {
    let mut bytes = "Nom;Ville\nÉlodie;Orléans\nZoé;Évry\nChloé;Sète\n".as_bytes().to_vec();
    bytes.extend(b"Ren\xe9;Lyon\n");
    let rows = cells(text_table(bytes));
    assert_eq!(rows[0], ["Élodie", "Orléans"]);
    assert_eq!(rows[3], ["Ren\u{fffd}", "Lyon"]);
}

#[test]
fn what_was_detected_wrongly_can_be_set_by_hand() {
    let options = ReadOptions {
        encoding: Some("macintosh".into()),
        delimiter: Some(Delimiter::Pipe),
        header_line: Some(2),
        ..ReadOptions::default()
    };
    let table = table::from_bytes(b"Nom;x\nGenre|Ville\nRen\x8e;a|Lyon\n".to_vec(), &options).unwrap();
    assert_eq!(table.info().header, ["Genre", "Ville"]);
    assert_eq!(cells(table), [["René;a", "Lyon"]]);
    let unknown = ReadOptions { encoding: Some("klingon".into()), ..ReadOptions::default() };
    assert_eq!(table::from_bytes(b"a,b".to_vec(), &unknown).unwrap_err(), TableError::UnknownEncoding);
}

#[test]
fn repeated_names_of_columns_are_numbered() {
    let table = text_table("Name,Phone,Phone,,Phone,,\nAnn,1,2,3,4\n");
    assert_eq!(table.info().header, ["Name", "Phone", "Phone (2)", "", "Phone (3)"]);
}

#[test]
fn empty_files_are_said_to_be_empty() {
    for text in ["", "\n\n\r\n", "\u{feff}", "  \n \n"] {
        assert_eq!(error(text), TableError::Empty, "{text:?}");
    }
}

#[test]
fn a_file_that_is_no_text_is_refused() {
    let noise: Vec<u8> = (0..4096_u32).map(|i| (i.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
    for bytes in [
        noise,
        b"\x89PNG\r\n\x1a\n....".to_vec(),
        b"%PDF-1.7\n".to_vec(),
        b"Name,Email\n\0\0\0\0\0\0".to_vec(),
        b"SQLite format 3\0".to_vec(),
    ] {
        assert_eq!(error(bytes).code(), "not_text");
    }
    assert_eq!(error(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec()), TableError::OldOrProtectedWorkbook);
    assert_eq!(error("\n<!DOCTYPE html><html>"), TableError::WebPage);
}

#[test]
fn a_quote_never_closed_names_the_line_it_was_opened_on() {
    let rest = "Eve,Acme\n".repeat(300_000);
    for (text, line) in [
        ("Name,Company\nAnn,\"Acme\nBob,Acme\n".to_owned(), 2),
        (format!("Name,Company\nAnn,Acme\n\"Bob,Acme\n{rest}"), 3),
        ("Name,Company\nAnn,\"Acme\nBob,\"Best\"\nEve,x\n".to_owned(), 2),
        ("Name,\"Company\nAnn,x\n".to_owned(), 1),
        ("Name,Company\r\nAnn,\"two\r\nlines\"\r\nBob,\"Acme\r\n".to_owned(), 4),
    ] {
        assert_eq!(error(text), TableError::UnclosedQuote { line });
    }
}

#[test]
fn quotes_inside_a_cell_are_letters() {
    let table = text_table("Name,Company\nAnn \"Jo\" Lee,5\" pipes\n\"Acme\" SA,x\n");
    assert_eq!(cells(table), [["Ann \"Jo\" Lee", "5\" pipes"], ["Acme SA", "x"]]);
}

#[test]
fn ten_thousand_columns_are_refused() {
    let header: Vec<String> = (0..10_000).map(|i| format!("c{i}")).collect();
    let error = error(format!("{}\n1,2\n", header.join(",")));
    assert_eq!(error, TableError::TooManyColumns { line: 1, limit: 512 });
}

#[test]
fn five_hundred_and_twelve_columns_are_read() {
    let header: Vec<String> = (0..512).map(|i| format!("c{i}")).collect();
    let row: Vec<String> = (0..512).map(|i| i.to_string()).collect();
    assert_eq!(cells(text_table(format!("{}\n{}\n", header.join(","), row.join(",")))), [row]);
}

#[test]
fn a_row_of_a_hundred_thousand_cells_is_counted_not_kept() {
    let mut table = text_table(format!("Name,Email\n{}\nAnn,a@b.fr\n", "x,".repeat(100_000)));
    let Some(Err(RowError::TooManyCells { row, expected, found })) = table.next() else { panic!("a long row") };
    assert_eq!((row.line, row.cells.len(), expected, found), (2, 512, 2, 100_000));
    assert_eq!(table.next().unwrap().unwrap().cells, ["Ann", "a@b.fr"]);
}

#[test]
fn a_cell_above_a_megabyte_is_refused() {
    let big = "x".repeat(1024 * 1024 + 1);
    assert_eq!(error(format!("Name,Notes\nAnn,{big}\n")).code(), "cell_too_large");
    let quoted = error(format!("Name,Notes\nAnn,\"{big}\n\"\n"));
    assert_eq!(quoted, TableError::CellTooLarge { line: 2, column: 2, limit: 1024 * 1024 });
}

#[test]
fn where_no_line_names_the_columns_every_line_is_a_row() {
    for first in ["Ann,a@b.fr,Acme", "Ann,https://www.linkedin.com/in/ann,Acme", "Ann,06 12 34 56 78,Acme"] {
        let table = text_table(format!("{first}\nBob,b@b.fr,Acme,more\n"));
        assert_eq!((table.info().header_line, table.info().header.as_slice()), (0, ["A", "B", "C", "D"].map(String::from).as_slice()));
        assert_eq!(table.beginning().len(), 2);
        assert_eq!(cells(table)[0][0], "Ann", "{first}");
    }
    assert_eq!(cells(text_table("sep=;\nAnn;a@b.fr\n")), [["Ann", "a@b.fr"]], "what Excel says of itself is no row");
}

#[test]
fn whether_a_line_names_the_columns_can_be_told() {
    let read = |text: &str, line: u32| {
        let options = ReadOptions { header_line: Some(line), ..ReadOptions::default() };
        table::from_bytes(text.as_bytes().to_vec(), &options).map(|table| table.info().header.clone())
    };
    assert_eq!(read("Ann,Lee\nBob,Roy\n", 0).unwrap(), ["A", "B"]);
    assert_eq!(read("a@b.fr,Acme\nb@b.fr,Acme\n", 1).unwrap(), ["a@b.fr", "Acme"]);
    assert_eq!(read("Ann,Lee\nBob,Roy\n", 7), Err(TableError::NoHeader));
}

#[test]
fn a_file_of_a_gigabyte_is_refused_unread() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("huge.csv");
    let file = fs::File::create(&path).unwrap();
    file.set_len(1024 * 1024 * 1024).unwrap();
    let error = table::open(&path, &ReadOptions::default()).unwrap_err();
    assert_eq!(error, TableError::TooLarge { size: 1024 * 1024 * 1024, limit: 512 * 1024 * 1024 });
}

#[test]
fn folders_and_missing_files_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(table::open(folder.path(), &ReadOptions::default()).unwrap_err(), TableError::NotAFile);
    let missing = table::open(&folder.path().join("x.csv"), &ReadOptions::default()).unwrap_err();
    assert_eq!(missing, TableError::Io(std::io::ErrorKind::NotFound));
}

#[test]
fn a_file_that_changes_while_it_is_read_is_noticed() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("list.csv");
    fs::write(&path, "Name,Email\nAnn,a@b.fr\n").unwrap();
    let mut table = table::open(&path, &ReadOptions::default()).unwrap();
    assert!(table.next().unwrap().is_ok());
    let mut file = fs::OpenOptions::new().append(true).open(&path).unwrap();
    file.write_all(b"Bob,b@b.fr\n").unwrap();
    let end: Vec<_> = table.collect();
    assert_eq!(end.last(), Some(&Err(RowError::Table(TableError::ChangedWhileRead))));

    let table = table::open(&path, &ReadOptions::default()).unwrap();
    assert_eq!(table.check_unchanged(), Ok(()));
    file.set_modified(std::time::SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000)).unwrap();
    assert_eq!(table.check_unchanged(), Err(TableError::ChangedWhileRead));
}

#[test]
fn a_table_can_be_read_on_another_thread() {
    let table = text_table("Name,Email\nAnn,a@b.fr\n");
    assert_eq!(std::thread::spawn(move || table.count()).join().unwrap(), 1);
}

#[test]
fn reading_tells_how_far_it_is() {
    let mut table = text_table(format!("Name,Email\n{}", "Ann,a@b.fr\n".repeat(50_000)));
    let (start, all) = table.progress();
    assert!(start < all / 2);
    table.by_ref().for_each(drop);
    assert_eq!(table.progress(), (all, all));
}

#[test]
fn errors_never_quote_the_file() {
    let secret = "Mallory";
    let texts = [format!("Name,x\n\"{secret}"), format!("Name,x\n{secret},{}", "y".repeat(2 << 20))];
    for text in texts {
        assert!(!error(text).to_string().contains(secret));
    }
}

/// A workbook with these sheets, as small as one can be.
fn workbook(sheets: &[(&str, &[&[&str]])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let mut part = |name: &str, xml: &str| {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(xml.as_bytes()).unwrap();
    };
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let package = "http://schemas.openxmlformats.org/package/2006";
    let (mut listed, mut related) = (String::new(), String::new());
    for (n, (name, rows)) in (1..).zip(sheets) {
        listed.push_str(&format!(r#"<sheet name="{name}" sheetId="{n}" r:id="r{n}"/>"#));
        related.push_str(&format!(r#"<Relationship Id="r{n}" Type="{office}/worksheet" Target="worksheets/sheet{n}.xml"/>"#));
        let mut data = String::new();
        for (line, row) in (1..).zip(*rows) {
            let cells = ('A'..).zip(*row);
            let cells: String = cells.map(|(at, text)| format!(r#"<c r="{at}{line}" t="inlineStr"><is><t>{text}</t></is></c>"#)).collect();
            data.push_str(&format!(r#"<row r="{line}">{cells}</row>"#));
        }
        part(&format!("xl/worksheets/sheet{n}.xml"), &format!(r#"<worksheet xmlns="{main}"><sheetData>{data}</sheetData></worksheet>"#));
    }
    part("xl/workbook.xml", &format!(r#"<workbook xmlns="{main}" xmlns:r="{office}"><sheets>{listed}</sheets></workbook>"#));
    let document = format!(r#"<Relationship Id="r1" Type="{office}/officeDocument" Target="xl/workbook.xml"/>"#);
    part("_rels/.rels", &format!(r#"<Relationships xmlns="{package}/relationships">{document}</Relationships>"#));
    part("xl/_rels/workbook.xml.rels", &format!(r#"<Relationships xmlns="{package}/relationships">{related}</Relationships>"#));
    let workbook = r#"<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>"#;
    part("[Content_Types].xml", &format!(r#"<Types xmlns="{package}/content-types">{workbook}</Types>"#));
    zip.finish().unwrap().into_inner()
}

#[test]
fn a_cover_sheet_is_passed_over_and_can_be_asked_for() {
    let people: &[&[&str]] = &[&["Prénom", "Nom", "E-mail"], &["Ann", "Lee", "ann@acme.example"]];
    let book = workbook(&[("Couverture", &[&["Salon de Lyon 2026"]]), ("Titres", &[&["Prénom", "Nom"]]), ("Contacts", people)]);
    let table = table::from_bytes(book.clone(), &ReadOptions::default()).unwrap();
    let table::Container::Workbook { sheet, sheets } = &table.info().container else { panic!("not a workbook") };
    assert_eq!((sheet.as_str(), sheets.join(", ")), ("Contacts", "Couverture, Titres, Contacts".to_owned()));
    assert_eq!(cells(table), [["Ann", "Lee", "ann@acme.example"]]);
    let told = |name: &str| ReadOptions { sheet: Some(name.to_owned()), ..ReadOptions::default() };
    assert_eq!(table::from_bytes(book, &told("Titres")).unwrap().info().header, ["Prénom", "Nom"]);
    // Where no sheet has rows, the first with anything says so.
    let empty = workbook(&[("Vide", &[]), ("Couverture", &[&["Salon de Lyon 2026"]])]);
    assert_eq!(cells(table::from_bytes(empty, &ReadOptions::default()).unwrap()), Vec::<Vec<String>>::new());
    assert_eq!(error(workbook(&[("Vide", &[])])), TableError::Empty);
}
