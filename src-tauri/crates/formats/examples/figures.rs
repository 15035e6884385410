//! Prints how fast the formats are: `cargo run --release -p formats --example figures`.

#![expect(clippy::print_stdout, reason = "printing is what it is for")]

use std::{error::Error, fmt::Write as _, fs::File, io::BufWriter, time::Instant};

use formats::{
    export::{Cell, CsvExport, CsvStyle, XlsxExport},
    people::{DateEvidence, Reading, read_person, recognise},
    table::{self, ReadOptions},
};

const ROWS: u32 = 100_000;
const COLUMNS: usize = 20;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    let linkedin = folder.path().join("Connections.csv");
    std::fs::write(&linkedin, connections()?)?;
    for _ in 0..5 {
        let start = Instant::now();
        let (people, rejected) = read(&linkedin)?;
        println!("read {people} people, {rejected} rejected, of {ROWS} LinkedIn rows: {:?}", start.elapsed());
    }

    let header: Vec<String> = (0..COLUMNS).map(|column| format!("Column {column}")).collect();
    let header: Vec<&str> = header.iter().map(String::as_str).collect();
    let csv = folder.path().join("out.csv");
    let start = Instant::now();
    let mut export = CsvExport::new(BufWriter::new(File::create(&csv)?), CsvStyle::EXCEL_FR, &header)?;
    for row in 0..ROWS {
        export.row(&cells(row))?;
    }
    drop(export.finish()?);
    println!("write {ROWS} x {COLUMNS} CSV: {:?}, {} bytes", start.elapsed(), csv.metadata()?.len());

    println!("memory at its highest before XLSX: {}", peak());
    let xlsx = folder.path().join("out.xlsx");
    let start = Instant::now();
    let mut export = XlsxExport::new(BufWriter::new(File::create(&xlsx)?), "Prospects", &header)?;
    for row in 0..ROWS {
        export.row(&cells(row))?;
    }
    drop(export.finish()?);
    println!("write {ROWS} x {COLUMNS} XLSX: {:?}, {} bytes", start.elapsed(), xlsx.metadata()?.len());
    println!("memory at its highest after XLSX: {}", peak());

    let start = Instant::now();
    let rows = table::open(&csv, &ReadOptions::default())?.count();
    println!("read {rows} x {COLUMNS} CSV: {:?}", start.elapsed());
    let start = Instant::now();
    let rows = table::open(&xlsx, &ReadOptions::default())?.count();
    println!("read {rows} x {COLUMNS} XLSX: {:?}, memory at its highest {}", start.elapsed(), peak());
    Ok(())
}

fn read(path: &std::path::Path) -> Result<(usize, usize), Box<dyn Error>> {
    let mut table = table::open(path, &ReadOptions::default())?;
    let layout = recognise(&table.info().header);
    let mut dates = DateEvidence::of(&layout);
    let (mut people, mut rejected) = (0, 0);
    for row in &mut table {
        let row = row?;
        dates.note(&row.cells);
        match read_person(&layout, &row) {
            Reading::Person(_) => people += 1,
            Reading::Rejected(_) => rejected += 1,
            Reading::Blank => {}
        }
    }
    Ok((people, rejected))
}

fn connections() -> Result<String, std::fmt::Error> {
    let mut text = String::from("Notes:\n\"When exporting, some addresses, maybe most, are missing.\"\n\n");
    text.push_str("First Name,Last Name,URL,Email Address,Company,Position,Connected On\n");
    for row in 0..ROWS {
        match row % 50 {
            0 => text.push_str(",,,,,,07 Jun 2026\n"),
            1..10 => writeln!(
                text,
                "Élodie,Lefèvre-{row},https://www.linkedin.com/in/%C3%A9lodie-{row},e{row}@example.com,\"Crêperie {}, Fils\",Gérante,{:02} Nov 2024",
                row % 4000,
                row % 28 + 1
            )?,
            _ => writeln!(
                text,
                "Ann,Lee {row},https://www.linkedin.com/in/ann-lee-{row},,Company number {},Head of things and of others,{:02} Mar 2023",
                row % 9000,
                row % 28 + 1
            )?,
        }
    }
    Ok(text)
}

fn cells(row: u32) -> Vec<Cell<'static>> {
    (0..COLUMNS).map(|column| Cell::from(format!("Valeur {} col {column}", row * 7))).collect()
}

/// Peak resident memory of this process, where the system tells.
fn peak() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or("unknown").trim().to_owned()
}
