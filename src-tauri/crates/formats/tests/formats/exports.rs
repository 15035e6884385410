use std::io::Cursor;

use chrono::NaiveDate;
use formats::{
    export::{Cell, CsvExport, CsvStyle, ExportError, XlsxExport},
    people::{Reading, Rejection, read_person, recognise},
    rejects::RejectsFile,
    table::{self, Container, ReadOptions, RowError},
};

use crate::support::{People, cells, error, fixture, table as text_table};

fn csv(style: CsvStyle, header: &[&str], rows: &[Vec<Cell<'_>>]) -> Vec<u8> {
    let mut export = CsvExport::new(Vec::new(), style, header).unwrap();
    rows.iter().for_each(|row| export.row(row).unwrap());
    export.finish().unwrap()
}

fn xlsx(header: &[&str], rows: &[Vec<Cell<'_>>]) -> Vec<u8> {
    let mut export = XlsxExport::new(Cursor::new(Vec::new()), "Prospects", header).unwrap();
    rows.iter().for_each(|row| export.row(row).unwrap());
    export.finish().unwrap().into_inner()
}

#[test]
fn a_csv_for_excel_has_a_mark_semicolons_and_crlf() {
    let bytes = csv(CsvStyle::EXCEL_FR, &["Nom", "Téléphone"], &[vec!["=HYPERLINK(\"x\")".into(), "+33 6 12 34 56 78".into()]]);
    let text = String::from_utf8(bytes).unwrap();
    assert_eq!(text, "\u{feff}Nom;Téléphone\r\n\"'=HYPERLINK(\"\"x\"\")\";+33 6 12 34 56 78\r\n");
}

#[test]
fn typed_cells_are_written_plainly() {
    let day = NaiveDate::from_ymd_opt(2024, 11, 5).unwrap();
    let row = vec![Cell::Empty, Cell::Integer(-3), day.into(), day.and_hms_opt(14, 3, 22).unwrap().into()];
    let text = String::from_utf8(csv(CsvStyle::PLAIN, &["a", "b", "c", "d", "e"], &[row])).unwrap();
    assert_eq!(text.lines().last(), Some(",-3,2024-11-05,2024-11-05 14:03:22,"));
}

#[test]
fn a_workbook_reads_back_with_its_dates_and_numbers() {
    let day = NaiveDate::from_ymd_opt(2024, 11, 5).unwrap();
    let header = ["Nom", "Date d'ajout", "Nb relances", "ID", "Notes"];
    let long = "9007199254740993".parse::<i64>().unwrap();
    let rows = [
        vec!["Ann".into(), day.into(), Cell::Integer(2), Cell::Integer(long), " a\r\nb_x000D_\u{1} ".into()],
        vec!["Bob".into(), day.and_hms_opt(23, 59, 59).unwrap().into(), Cell::Integer(-7), Cell::Empty, "=1+1".into()],
        vec!["Old".into(), NaiveDate::from_ymd_opt(1899, 1, 1).unwrap().into()],
    ];
    let table = table::from_bytes(xlsx(&header, &rows), &ReadOptions::default()).unwrap();
    assert_eq!(table.info().container, Container::Workbook { sheet: "Prospects".into(), sheets: vec!["Prospects".into()] });
    assert_eq!(table.info().header, header);
    let read = cells(table);
    assert_eq!(read[0], ["Ann", "2024-11-05", "2", "9007199254740993", " a\r\nb_x000D_\u{1} "]);
    assert_eq!(read[1], ["Bob", "2024-11-05 23:59:59", "-7", "", "=1+1"]);
    assert_eq!(read[2], ["Old", "1899-01-01", "", "", ""]);
}

#[test]
fn a_text_longer_than_a_cell_is_refused_not_cut() {
    let mut export = XlsxExport::new(Cursor::new(Vec::new()), "x", &["Notes"]).unwrap();
    export.row(&["é".repeat(32_767).into()]).unwrap();
    let error = export.row(&["x".repeat(32_768).into()]).unwrap_err();
    assert_eq!(error, ExportError::CellTooLong { row: 3, column: 1, limit: 32_767 });
}

#[test]
fn rows_longer_than_the_header_are_refused() {
    let row = ["a".into(), "b".into()];
    let mut plain = CsvExport::new(Vec::new(), CsvStyle::PLAIN, &["x"]).unwrap();
    assert_eq!(plain.row(&row), Err(ExportError::TooManyCells { row: 2 }));
    let mut workbook = XlsxExport::new(Cursor::new(Vec::new()), "x", &["x"]).unwrap();
    assert_eq!(workbook.row(&row), Err(ExportError::TooManyCells { row: 2 }));
}

#[test]
fn a_full_disk_is_an_error_with_a_remedy() {
    let mut small = [0_u8; 20];
    let mut export = CsvExport::new(&mut small[..], CsvStyle::PLAIN, &["Nom"]).unwrap();
    export.row(&["a longer line than there is room for".into()]).unwrap();
    assert_eq!(export.finish().unwrap_err().code(), "unwritable_file");
    let mut room = [0_u8; 600];
    let mut export = XlsxExport::new(Cursor::new(&mut room[..]), "x", &["Nom"]);
    if let Ok(export) = &mut export {
        let _ = export.row(&["a".into()]);
    }
    assert_eq!(export.and_then(XlsxExport::finish).err().map(|error| error.code()), Some("unwritable_file"));
}

#[test]
fn equal_rows_give_equal_workbooks() {
    let rows = [vec![Cell::from("Ann")]];
    assert_eq!(xlsx(&["Nom"], &rows), xlsx(&["Nom"], &rows));
}

#[test]
fn a_workbook_made_to_exhaust_memory_is_refused() {
    let mut bomb = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    for name in ["[Content_Types].xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml"] {
        use std::io::Write as _;
        bomb.start_file(name, options).unwrap();
        bomb.write_all(&vec![b' '; 1 << 20]).unwrap();
    }
    let bytes = bomb.finish().unwrap().into_inner();
    let options = ReadOptions { max_bytes: 2 << 20, ..ReadOptions::default() };
    assert_eq!(table::from_bytes(bytes.clone(), &options).unwrap_err().code(), "archive_too_large");
    assert_eq!(error(bytes).code(), "damaged_workbook");
}

#[test]
fn rejected_rows_come_back_as_a_file_that_can_be_corrected() {
    let mut table = table::open(&fixture("Connections.csv"), &ReadOptions::default()).unwrap();
    let info = table.info().clone();
    let layout = recognise(&info.header);
    let mut file = RejectsFile::new(Vec::new(), CsvStyle::PLAIN, &info).unwrap();
    for row in &mut table {
        let row = row.unwrap();
        if let Reading::Rejected(rejection) = read_person(&layout, &row) {
            file.row(&row, rejection.reason.code(), &rejection.reason.detail()).unwrap();
        }
    }
    let text = String::from_utf8(file.finish().unwrap()).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines[0], "First Name,Last Name,URL,Email Address,Company,Position,Connected On,line,reason,detail");
    assert_eq!(lines[1], ",,,,,,07 Jun 2026,8,hidden_member,");

    let corrected = text.replace(",,,,Orphan Company", "Olga,Orphan,,,Orphan Company");
    let again = People::of(text_table(corrected.clone()));
    assert_eq!(again.people.len(), 1);
    assert_eq!(again.reasons(), [(2, "hidden_member")]);
    assert!(again.layout.unwrap().unmatched.is_empty());

    // A second round has the three columns once.
    let table = text_table(corrected);
    let info = table.info().clone();
    let mut file = RejectsFile::new(Vec::new(), CsvStyle::PLAIN, &info).unwrap();
    for row in table {
        file.row(&row.unwrap(), "again", "").unwrap();
    }
    let text = String::from_utf8(file.finish().unwrap()).unwrap();
    assert_eq!(text.lines().nth(1), Some(",,,,,,07 Jun 2026,2,again,"));
}

#[test]
fn a_row_refused_for_its_extra_cells_keeps_them() {
    let mut table = text_table("Name,Email\nAnn,a@b.fr,x,=y,z\n");
    let info = table.info().clone();
    let error = table.next().unwrap().unwrap_err();
    let rejection = Rejection::of_row(&error).unwrap();
    let RowError::TooManyCells { row, .. } = error else { panic!("a long row") };
    let mut file = RejectsFile::new(Vec::new(), CsvStyle::PLAIN, &info).unwrap();
    file.row(&row, rejection.reason.code(), &rejection.reason.detail()).unwrap();
    let text = String::from_utf8(file.finish().unwrap()).unwrap();
    assert_eq!(text.lines().nth(1), Some("Ann,a@b.fr,2,too_many_cells,5 > 2,x,'=y,z"));
}
