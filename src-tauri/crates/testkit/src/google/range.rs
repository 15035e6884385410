/// A rectangle of a tab: tab title, first row and column, row and column after the last (0 = to the grid's end).
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Range {
    pub(super) tab: String,
    pub(super) first: (usize, usize),
    pub(super) end: (usize, usize),
}

/// Reads `'Tab'!A1:K3`, `'Tab'!1:1`, `'Tab'!A1:A9`.
pub(super) fn parse(text: &str) -> Option<Range> {
    let (tab, cells) = text.rsplit_once('!')?;
    let tab = tab.strip_prefix('\'')?.strip_suffix('\'')?.replace("''", "'");
    let (from, to) = cells.split_once(':')?;
    let ((column, row), (last_column, last_row)) = (corner(from)?, corner(to)?);
    Some(Range { tab, first: (row.saturating_sub(1), column.saturating_sub(1)), end: (last_row, last_column) })
}

fn corner(text: &str) -> Option<(usize, usize)> {
    let digits = text.find(|c: char| c.is_ascii_digit()).unwrap_or(text.len());
    let (letters, number) = text.split_at(digits);
    let column = letters.bytes().try_fold(0, |n, b| b.is_ascii_uppercase().then(|| n * 26 + usize::from(b - b'A') + 1))?;
    let row = if number.is_empty() { 0 } else { number.parse().ok()? };
    Some((column, row))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_are_read_as_sheets_reads_them() {
        assert_eq!(parse("'L''été'!B2:AA3"), Some(Range { tab: "L'été".into(), first: (1, 1), end: (3, 27) }));
        assert_eq!(parse("'T'!1:1"), Some(Range { tab: "T".into(), first: (0, 0), end: (1, 0) }));
        assert_eq!(parse("T!A1"), None);
    }
}
