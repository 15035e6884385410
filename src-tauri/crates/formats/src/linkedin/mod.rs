//! What LinkedIn's archive holds beside the connections: messages, invitations, and whose archive it is.
//!
//! LinkedIn names people by their profile; who wrote to whom is told by comparing with the owner's. Drafts, spam and what LinkedIn sends
//! for those who pay are no correspondence.

mod correspondence;
mod invitations;
mod messages;
mod owner;

pub use correspondence::{Correspondence, Touch, TouchKind, correspondence};
pub use invitations::Invitation;
pub use messages::Message;
pub use owner::Owner;

use chrono::{DateTime, NaiveDateTime, Utc};
use std::collections::HashMap;

use crate::table::{self, ReadOptions, Row, TableError};

/// Rows of one of the files with the place of each column by its folded name.
fn rows(bytes: Vec<u8>) -> Result<(HashMap<String, usize>, Vec<Row>), TableError> {
    let mut table = table::from_bytes(bytes, &ReadOptions { header_line: Some(1), ..ReadOptions::default() })?;
    let columns = table.info().header.iter().enumerate().map(|(at, name)| (fold(name), at)).collect();
    let mut rows = Vec::new();
    for row in &mut table {
        match row {
            Ok(row) => rows.push(row),
            Err(table::RowError::TooManyCells { .. }) => {}
            Err(table::RowError::Table(error)) => return Err(error),
        }
    }
    Ok((columns, rows))
}

/// `SENDER PROFILE URL`, `inviterProfileUrl` without case, spaces and the like.
fn fold(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// A cell of a row by the name of its column.
fn cell<'r>(columns: &HashMap<String, usize>, row: &'r Row, name: &str) -> &'r str {
    columns.get(name).and_then(|at| row.cells.get(*at)).map_or("", |cell| cell.trim())
}

/// The key of a profile: what stands behind `/in/`, decoded and in lower case. `None` for members who left, of whom no link is given.
fn slug(link: &str) -> Option<String> {
    let (_, rest) = link.split_once("/in/")?;
    let slug = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let decoded = crate::people::decode_link(slug);
    (!decoded.is_empty()).then(|| decoded.to_lowercase())
}

/// `2025-06-01 14:03:22 UTC`, `1/29/26, 2:37 PM`.
fn moment(text: &str) -> Option<DateTime<Utc>> {
    let text = text.trim().trim_end_matches("UTC").trim().replace('\u{202f}', " ");
    let forms = ["%Y-%m-%d %H:%M:%S", "%m/%d/%y, %I:%M %p", "%m/%d/%Y, %I:%M %p", "%Y-%m-%dT%H:%M:%SZ"];
    forms.iter().find_map(|form| NaiveDateTime::parse_from_str(&text, form).ok()).map(|at| at.and_utc())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_and_profiles_are_read_as_linkedin_writes_them() {
        assert_eq!(moment("2025-06-01 14:03:22 UTC").unwrap().to_rfc3339(), "2025-06-01T14:03:22+00:00");
        assert_eq!(moment("1/29/26, 2:37\u{202f}PM").unwrap().to_rfc3339(), "2026-01-29T14:37:00+00:00");
        assert_eq!(moment("yesterday"), None);
        assert_eq!(slug("https://www.linkedin.com/in/Ren%C3%A9e-M/?x=1").as_deref(), Some("renée-m"));
        assert_eq!(slug("LinkedIn Member"), None);
    }
}
