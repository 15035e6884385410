use super::layout::{Layout, range};
use super::people::{COLUMNS, PersonRow};
use domain::ports::CellWrite;
use std::collections::HashMap;
use uuid::Uuid;

/// Bytes of a request's body that are aimed at: Google recommends at most 2 MB.
const BODY: usize = 1_950_000;
/// Bytes a range needs besides its rows, with the longest tab name in it.
const RANGE: usize = 500;
/// Bytes a row needs besides its cells: brackets and comma.
const ROW: usize = 3;

/// A row to be written, and where.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    /// Row in the sheet, 1 = the header's.
    pub(super) at: u32,
    /// Index in the people's rows.
    pub(super) row: usize,
    /// The person stands nowhere in the sheet yet.
    pub(super) new: bool,
}

/// What has to be written.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Plan {
    /// In the order of the sheet.
    pub(super) places: Vec<Place>,
    /// Rows that stand there as they should.
    pub(super) unchanged: usize,
}

/// Compares: a person who stands in the sheet with the fingerprint last written is left alone.
pub(super) fn plan(rows: &[PersonRow], standing: &HashMap<Uuid, u32>, written: &HashMap<Uuid, String>, next_row: u32) -> Plan {
    let mut plan = Plan::default();
    let mut next = next_row;
    for (row, person) in rows.iter().enumerate() {
        match standing.get(&person.person) {
            Some(_) if written.get(&person.person) == Some(&person.hash) => plan.unchanged += 1,
            Some(at) => plan.places.push(Place { at: *at, row, new: false }),
            None => {
                plan.places.push(Place { at: next, row, new: true });
                next = next.saturating_add(1);
            }
        }
    }
    plan.places.sort_by_key(|place| place.at);
    plan
}

/// Cuts the places into requests as large as they may be.
pub(super) fn batches<'p>(places: &'p [Place], rows: &[PersonRow], layout: &Layout) -> Vec<&'p [Place]> {
    let (first, last) = layout.span();
    // the seller's columns in between are written as null
    let between = (usize::try_from(last - first + 1).unwrap_or(0)).saturating_sub(COLUMNS) * 5;
    let mut out = Vec::new();
    let (mut start, mut size, mut before) = (0, 0, None);
    for (n, place) in places.iter().enumerate() {
        let cells: usize = rows.get(place.row).map_or(0, |row| row.cells.iter().map(|cell| json_length(cell)).sum());
        // a row that follows the one before shares its range
        let range = if before == place.at.checked_sub(1) && n > start { 0 } else { RANGE };
        before = Some(place.at);
        let bytes = range + between + cells + ROW;
        if n > start && size + bytes > BODY {
            out.extend(places.get(start..n));
            (start, size) = (n, RANGE);
        }
        size += bytes;
    }
    out.extend(places.get(start..).filter(|rest| !rest.is_empty()));
    out
}

/// One request's rectangles: rows that follow each other share one.
pub(super) fn rectangles(batch: &[Place], rows: &[PersonRow], layout: &Layout, tab: &str) -> Vec<CellWrite> {
    let (first, last) = layout.span();
    let width = usize::try_from(last - first + 1).unwrap_or(0);
    let mut out: Vec<(u32, Vec<Vec<Option<String>>>)> = Vec::new();
    for place in batch {
        let mut cells = vec![None; width];
        for (column, value) in layout.columns.iter().zip(rows.get(place.row).map(|row| row.cells.iter()).into_iter().flatten()) {
            if let Some(cell) = usize::try_from(column - first).ok().and_then(|at| cells.get_mut(at)) {
                *cell = Some(value.clone());
            }
        }
        match out.last_mut() {
            Some((start, values)) if u32::try_from(values.len()).is_ok_and(|n| *start + n == place.at) => values.push(cells),
            _ => out.push((place.at, vec![cells])),
        }
    }
    let to_write = |(start, values): (u32, Vec<Vec<Option<String>>>)| {
        let end = start + u32::try_from(values.len()).unwrap_or(1) - 1;
        CellWrite { range: range(tab, (first, start), (last, end)), values }
    };
    out.into_iter().map(to_write).collect()
}

/// Bytes of a text as JSON, with its comma.
fn json_length(text: &str) -> usize {
    text.chars()
        .map(|c| match c {
            '"' | '\\' | '\n' | '\r' | '\t' => 2,
            c if c.is_control() => 6,
            c => c.len_utf8(),
        })
        .sum::<usize>()
        + 3
}

#[cfg(test)]
mod tests {
    use super::super::layout::find;
    use super::*;

    fn person(n: u128, note: &str) -> PersonRow {
        let mut cells: [String; 11] = std::array::from_fn(|i| format!("{n}.{i}"));
        cells[10] = note.to_owned();
        PersonRow { person: Uuid::from_u128(n), hash: format!("h{n}{note}"), cells }
    }

    #[test]
    fn people_are_added_changed_or_left_alone() {
        let rows = [person(1, "a"), person(2, "b"), person(3, "c"), person(4, "d")];
        let standing = HashMap::from([(Uuid::from_u128(1), 9), (Uuid::from_u128(2), 4)]);
        let written = HashMap::from([
            (Uuid::from_u128(1), "h1a".to_owned()),
            (Uuid::from_u128(2), "old".to_owned()),
            (Uuid::from_u128(3), "h3c".into()),
        ]);
        let plan = plan(&rows, &standing, &written, 12);
        // person 3 was written once and its row was removed from the sheet since
        let expected = [(4, 1, false), (12, 2, true), (13, 3, true)].map(|(at, row, new)| Place { at, row, new });
        assert_eq!((plan.places.as_slice(), plan.unchanged), (&expected[..], 1));
    }

    #[test]
    fn rows_that_follow_each_other_share_a_rectangle_and_foreign_columns_are_left_alone() {
        let rows = [person(1, "a"), person(2, "b"), person(3, "c")];
        let mut header: Vec<String> = formats::people::SHEET_HEADER.iter().map(|h| (*h).to_owned()).collect();
        header.insert(1, "À moi".into());
        let layout = find(&header, 12);
        let places = [(2, 0), (3, 1), (7, 2)].map(|(at, row)| Place { at, row, new: true });
        let writes = rectangles(&places, &rows, &layout, "T");
        assert_eq!(writes.iter().map(|w| w.range.as_str()).collect::<Vec<_>>(), ["'T'!A2:L3", "'T'!A7:L7"]);
        assert_eq!(writes[0].values[1][..3], [Some("2.0".to_owned()), None, Some("2.1".to_owned())]);
    }

    #[test]
    fn requests_are_as_large_as_they_may_be_and_no_larger() {
        let rows: Vec<PersonRow> = (0..100).map(|n| person(n, &"é\"\n".repeat(20_000))).collect();
        let layout = find(&formats::people::SHEET_HEADER.map(str::to_owned), 11);
        let places: Vec<Place> = (0..100).map(|n| Place { at: n as u32 + 2, row: n, new: true }).collect();
        let batches = batches(&places, &rows, &layout);
        assert_eq!(batches.iter().map(|b| b.len()).sum::<usize>(), 100);
        for batch in &batches {
            let writes = rectangles(batch, &rows, &layout, "T");
            let bytes: usize = writes.iter().map(|w| serde_json::to_string(&w.values).unwrap().len() + w.range.len() + 60).sum();
            assert!(bytes <= 2_000_000, "{bytes}");
        }
        assert!(batches[0].len() >= 15, "{}", batches[0].len());
    }
}
