//! Rows of a sheet as XML.

use chrono::{NaiveDate, NaiveDateTime};

use super::{
    Cell, ExportError,
    parts::{self, Style},
};
use crate::guard;

/// Most characters (UTF-16 units) of a cell in every spreadsheet.
const MAX_CELL_CHARS: usize = 32_767;

/// Appends one row. `number` counts from 1, the header being row 1.
pub(super) fn push_row(xml: &mut String, number: u32, cells: &[Cell<'_>], header: bool) -> Result<(), ExportError> {
    xml.push_str("<row r=\"");
    xml.push_str(&number.to_string());
    xml.push_str("\">");
    for (index, cell) in cells.iter().enumerate() {
        match cell {
            Cell::Empty => {}
            Cell::Text(text) if text.is_empty() => {}
            Cell::Text(text) => {
                // UTF-16 units are never more than UTF-8 bytes.
                if text.len() > MAX_CELL_CHARS && text.encode_utf16().count() > MAX_CELL_CHARS {
                    return Err(ExportError::CellTooLong { row: number, column: index + 1, limit: MAX_CELL_CHARS });
                }
                let style = match (header, guard::is_risky(text)) {
                    (true, _) => Style::Header,
                    (false, true) => Style::GuardedText,
                    (false, false) => Style::Text,
                };
                open(xml, index, number, style, " t=\"inlineStr\"");
                xml.push_str("<is><t xml:space=\"preserve\">");
                parts::push_escaped(xml, text);
                xml.push_str("</t></is></c>");
            }
            // Fifteen digits are all a spreadsheet number has.
            Cell::Integer(value) if value.unsigned_abs() >= 1_000_000_000_000_000 => {
                open(xml, index, number, Style::Text, " t=\"inlineStr\"");
                xml.push_str(&format!("<is><t>{value}</t></is></c>"));
            }
            Cell::Integer(value) => push_number(xml, index, number, Style::Number, &value.to_string()),
            Cell::Date(day) => push_moment(xml, index, number, cell, days(*day), 0),
            Cell::DateTime(moment) => push_moment(xml, index, number, cell, days(moment.date()), seconds(moment)),
        }
    }
    xml.push_str("</row>");
    Ok(())
}

/// Days before 1900-03-01 have no number all spreadsheets agree on (Excel believes in 29 February 1900): text then.
fn push_moment(xml: &mut String, index: usize, row: u32, cell: &Cell<'_>, days: i64, seconds: i64) {
    if days < 61 {
        open(xml, index, row, Style::Text, " t=\"inlineStr\"");
        xml.push_str(&format!("<is><t>{}</t></is></c>", cell.text()));
    } else if matches!(cell, Cell::Date(_)) {
        push_number(xml, index, row, Style::Date, &days.to_string());
    } else {
        // Twelve decimals of a day are well under a microsecond.
        let fraction = format!("{:.12}", seconds as f64 / 86_400.0);
        push_number(xml, index, row, Style::DateTime, &format!("{days}{}", fraction.trim_start_matches('0')));
    }
}

fn push_number(xml: &mut String, index: usize, row: u32, style: Style, value: &str) {
    open(xml, index, row, style, "");
    xml.push_str("<v>");
    xml.push_str(value);
    xml.push_str("</v></c>");
}

fn open(xml: &mut String, index: usize, row: u32, style: Style, kind: &str) {
    xml.push_str("<c r=\"");
    push_column(xml, index);
    xml.push_str(&row.to_string());
    xml.push_str("\" s=\"");
    xml.push_str(&(style as u8).to_string());
    xml.push('"');
    xml.push_str(kind);
    xml.push('>');
}

/// `A`, `B`, … `Z`, `AA`, …
pub(super) fn push_column(xml: &mut String, index: usize) {
    if index >= 26 {
        push_column(xml, index / 26 - 1);
    }
    xml.push(char::from(b'A' + u8::try_from(index % 26).unwrap_or_default()));
}

fn days(day: NaiveDate) -> i64 {
    NaiveDate::from_ymd_opt(1899, 12, 30).map_or(0, |epoch| day.signed_duration_since(epoch).num_days())
}

fn seconds(moment: &NaiveDateTime) -> i64 {
    moment.signed_duration_since(moment.date().and_time(chrono::NaiveTime::MIN)).num_seconds()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_lettered_as_spreadsheets_do() {
        let name = |index| {
            let mut name = String::new();
            push_column(&mut name, index);
            name
        };
        assert_eq!([name(0), name(25), name(26), name(51), name(701), name(702)], ["A", "Z", "AA", "AZ", "ZZ", "AAA"]);
    }

    #[test]
    fn a_day_has_the_number_spreadsheets_give_it() {
        assert_eq!(days(NaiveDate::from_ymd_opt(2024, 11, 5).unwrap()), 45_601);
        assert_eq!(days(NaiveDate::from_ymd_opt(1900, 3, 1).unwrap()), 61);
    }
}
