//! Lists for a person: heads, aligned columns, one line each.

use crate::phrases::phrase;

/// The longest a cell may be; the last column (the id, which is copied) is never cut.
const WIDEST: usize = 56;

/// Rows under heads; `empty` instead where there are none. Heads are names of phrases below `head.`.
pub(crate) fn table(heads: &[&str], rows: &[Vec<String>], empty: &str) -> String {
    if rows.is_empty() {
        return format!("{}\n", phrase(empty, &[]));
    }
    let last = heads.len().saturating_sub(1);
    let short = |row: &Vec<String>| row.iter().enumerate().map(|(at, cell)| if at == last { cell.clone() } else { cut(cell) }).collect();
    let rows: Vec<Vec<String>> = rows.iter().map(short).collect();
    aligned(heads.iter().map(|head| phrase(&format!("head.{head}"), &[])).collect(), &rows)
}

/// Rows under heads that are already words; nothing is cut.
pub(crate) fn aligned(heads: Vec<String>, rows: &[Vec<String>]) -> String {
    let last = heads.len().saturating_sub(1);
    let lines: Vec<&Vec<String>> = std::iter::once(&heads).chain(rows).collect();
    let widths: Vec<usize> = (0..heads.len())
        .map(|at| lines.iter().filter_map(|line| line.get(at)).map(|cell| cell.chars().count()).max().unwrap_or(0))
        .collect();
    lines
        .iter()
        .map(|line| {
            let cells = line.iter().zip(&widths).enumerate();
            let text: String =
                cells.map(|(at, (cell, width))| if at == last { cell.clone() } else { format!("{cell:width$}  ") }).collect();
            format!("{}\n", text.trim_end())
        })
        .collect()
}

/// A cell no wider than a list can hold.
pub(crate) fn cut(cell: &str) -> String {
    if cell.chars().count() <= WIDEST {
        return cell.to_owned();
    }
    let kept: String = cell.chars().take(WIDEST - 1).collect();
    format!("{}…", kept.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_stand_under_their_heads_and_long_cells_are_cut() {
        let rows = [vec!["Élodie".to_owned(), "x".repeat(70), "1".to_owned()], vec!["Bo".to_owned(), String::new(), "22".to_owned()]];
        let shown = table(&["name", "subject", "id"], &rows, "nobody");
        let lines: Vec<Vec<char>> = shown.lines().map(|line| line.chars().collect()).collect();
        let at: Vec<_> = lines.iter().map(|line| line.iter().rposition(|c| *c == ' ').unwrap()).collect();
        assert!(at.windows(2).all(|pair| pair[0] == pair[1]), "{shown}");
        assert!(shown.contains('…') && shown.lines().count() == 3, "{shown}");
    }
}
