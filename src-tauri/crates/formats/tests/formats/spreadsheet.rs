use std::{fs::File, path::Path, process::Command};

use formats::export::{Cell, CsvExport, CsvStyle, XlsxExport};

const HOSTILE: [&str; 12] = [
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(1;1)",
    "=HYPERLINK(\"http://x\";\"y\")",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "＝1+1",
    "=cmd|' /C calc'!A0",
    "+33 6 12 34 56 78",
    "0612345678",
];

/// True where LibreOffice is installed; the tests that need it pass without it.
fn libreoffice(folder: &Path, arguments: &[&str]) -> Option<()> {
    let profile = format!("-env:UserInstallation=file://{}", folder.join("profile").display());
    let status = Command::new("soffice").args([&profile, "--headless", "--norestore"]).args(arguments).current_dir(folder).output().ok()?;
    assert!(status.status.success(), "{}", String::from_utf8_lossy(&status.stderr));
    Some(())
}

fn rows() -> Vec<Vec<String>> {
    HOSTILE.iter().map(|text| vec![(*text).to_owned(), "x".to_owned()]).collect()
}

#[test]
fn libreoffice_finds_no_formula_in_an_exported_workbook() {
    let folder = tempfile::tempdir().unwrap();
    let mut export = XlsxExport::new(File::create(folder.path().join("out.xlsx")).unwrap(), "Prospects", &["Nom", "Notes"]).unwrap();
    for row in rows() {
        export.row(&row.iter().map(|cell| Cell::from(cell.as_str())).collect::<Vec<_>>()).unwrap();
    }
    export.finish().unwrap();
    // Flat ODF shows each cell as LibreOffice understood it.
    if libreoffice(folder.path(), &["--convert-to", "fods", "out.xlsx"]).is_none() {
        return;
    }
    let sheet = std::fs::read_to_string(folder.path().join("out.fods")).unwrap();
    assert!(!sheet.contains("table:formula"), "no cell is a formula");
    assert!(!sheet.contains("xlink:href"), "no cell is a link");
    assert!(sheet.contains("+33 6 12 34 56 78") && sheet.contains("0612345678"));
    assert!(sheet.contains("database-range"), "the filter is there");
    for text in HOSTILE {
        let shown = text.trim().replace('&', "&amp;").replace('"', "&quot;").replace('\'', "&apos;");
        assert!(sheet.contains(&format!(">{shown}<")), "{text:?} stands as it was written");
    }
}

#[test]
fn libreoffice_finds_no_formula_in_an_exported_csv() {
    let folder = tempfile::tempdir().unwrap();
    let file = File::create(folder.path().join("out.csv")).unwrap();
    let mut export = CsvExport::new(file, CsvStyle::PLAIN, &["Nom", "Notes"]).unwrap();
    for row in rows() {
        export.row(&row.iter().map(|cell| Cell::from(cell.as_str())).collect::<Vec<_>>()).unwrap();
    }
    export.finish().unwrap();
    // Filter options: comma, quote, UTF-8; the last `true` lets it evaluate formulas as a double click would.
    let filter = "--infilter=Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,0,true";
    if libreoffice(folder.path(), &[filter, "--convert-to", "fods", "out.csv"]).is_none() {
        return;
    }
    let sheet = std::fs::read_to_string(folder.path().join("out.fods")).unwrap();
    assert!(!sheet.contains("table:formula"), "no cell is a formula");
}
