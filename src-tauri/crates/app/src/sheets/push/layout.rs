use super::people::COLUMNS;
use domain::writing::words;
use formats::people::SHEET_HEADER;

/// Where the eleven columns stand in a tab.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Layout {
    /// Column of each field, 0 = A, in the order of the header.
    pub(super) columns: [u32; COLUMNS],
    /// Fields whose header is missing and will be written at their column.
    pub(super) missing: Vec<usize>,
}

/// Finds the columns by their names; what is missing goes to the right of everything, beginning at `free`.
pub(super) fn find(header: &[String], free: u32) -> Layout {
    let folded: Vec<String> = header.iter().map(|name| fold(name)).collect();
    let mut missing = Vec::new();
    let mut next = free;
    let mut columns = [0; COLUMNS];
    for (field, (name, column)) in SHEET_HEADER.iter().zip(columns.iter_mut()).enumerate() {
        let known = folded.iter().position(|cell| *cell == fold(name)).and_then(|at| u32::try_from(at).ok());
        *column = known.unwrap_or_else(|| {
            missing.push(field);
            next += 1;
            next - 1
        });
    }
    Layout { columns, missing }
}

/// Whether the header has our column of ids.
pub(super) fn has_ids(header: &[String]) -> bool {
    SHEET_HEADER.first().is_some_and(|id| header.iter().any(|cell| fold(cell) == fold(id)))
}

/// Case, accents, spaces and the curly apostrophes of word processors do not matter.
fn fold(name: &str) -> String {
    words::words(name).join(" ")
}

impl Layout {
    /// The column of ids.
    pub(super) fn id_column(&self) -> u32 {
        self.columns.first().copied().unwrap_or(0)
    }

    /// First and last column of ours.
    pub(super) fn span(&self) -> (u32, u32) {
        (self.columns.iter().copied().min().unwrap_or(0), self.columns.iter().copied().max().unwrap_or(0))
    }
}

/// A column's letters: 0 = A, 26 = AA.
pub(super) fn letters(column: u32) -> String {
    let mut name = String::new();
    let mut rest = column + 1;
    while rest > 0 {
        let digit = u8::try_from((rest - 1) % 26).unwrap_or(0);
        name.insert(0, char::from(b'A' + digit));
        rest = (rest - 1) / 26;
    }
    name
}

/// An A1 range of a tab; rows count from 1.
pub(super) fn range(tab: &str, (first_column, first_row): (u32, u32), (last_column, last_row): (u32, u32)) -> String {
    format!("{}!{}{first_row}:{}{last_row}", quoted(tab), letters(first_column), letters(last_column))
}

/// A tab's name in a range, quotes doubled.
pub(super) fn quoted(tab: &str) -> String {
    format!("'{}'", tab.replace('\'', "''"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn header(names: &[&str]) -> Vec<String> {
        names.iter().map(|n| (*n).to_owned()).collect()
    }

    #[test]
    fn columns_are_found_by_name_wherever_they_stand() {
        let names = [
            "Mon score",
            "NOM",
            " id ",
            "Entreprise",
            "Poste",
            "LinkedIn URL",
            "Localisation",
            "Date d’ajout",
            "Statut",
            "Message envoye",
            "Nb  relances",
            "Notes",
        ];
        let layout = find(&header(&names), 12);
        assert_eq!(layout.columns, [2, 1, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
        assert_eq!(layout.missing, Vec::<usize>::new());
    }

    #[test]
    fn missing_columns_go_to_the_right_of_everything() {
        let layout = find(&header(&["ID", "Nom", "A moi"]), 5);
        assert_eq!((layout.columns[0], layout.columns[1], layout.columns[2], layout.columns[10]), (0, 1, 5, 13));
        assert_eq!(layout.missing, (2..11).collect::<Vec<_>>());
    }

    #[test]
    fn columns_are_named_as_sheets_names_them() {
        assert_eq!([0, 25, 26, 51, 52, 701, 702].map(letters), ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
        assert_eq!(range("L'été", (0, 2), (10, 3)), "'L''été'!A2:K3");
    }
}
