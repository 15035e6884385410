//! Notes, calls and messages that answer to some words, and files by their names.

use crate::people::called;
use crate::values::{At, Id};
use crate::{Read, StoreError, search};
use domain::views::agenda::{TextFound, TextKind};
use rusqlite::{Row, named_params};

/// Characters shown around what was found.
const AROUND: usize = 80;

/// Those that answer, the newest first; where none does, those nearly. Of removed records nothing is told.
pub fn search(read: &Read<'_>, text: &str, limit: u32) -> Result<Vec<TextFound>, StoreError> {
    let limit = limit.clamp(1, 50);
    let (words, parts) = (search::words_query(text), search::parts_query(text));
    let mut found = match words {
        Some(words) => matching(read, &words, parts.as_deref(), limit)?,
        None => Vec::new(),
    };
    let exact = !found.is_empty();
    if !exact && let Some(near) = search::near_query(read, "text_vocab", text)? {
        found = matching(read, &near, None, limit)?;
    }
    for one in &mut found {
        one.near = !exact;
        one.snippet = snippet(&one.snippet, text);
    }
    Ok(found)
}

fn matching(read: &Read<'_>, words: &str, parts: Option<&str>, limit: u32) -> Result<Vec<TextFound>, StoreError> {
    let docs = match parts {
        Some(_) => {
            "SELECT rowid FROM text_words WHERE text_words MATCH :words UNION SELECT rowid FROM text_parts WHERE text_parts MATCH :parts"
        }
        None => "SELECT rowid FROM text_words WHERE text_words MATCH :words AND :parts IS NULL",
    };
    let person = called!("p.");
    let sql = format!(
        "WITH found AS MATERIALIZED (SELECT d.text_id FROM ({docs}) m JOIN text_doc d ON d.doc = m.rowid),
              notes AS (SELECT substr(text_id, 6) AS id FROM found WHERE text_id LIKE 'note/%'),
              messages AS (SELECT substr(text_id, 9) AS id FROM found WHERE text_id LIKE 'message/%'),
              files AS (SELECT substr(text_id, 6) AS id FROM found WHERE text_id LIKE 'file/%')
         SELECT * FROM (
           SELECT a.id AS id, a.kind AS kind, a.at AS at, '' AS title, json_extract(a.data, '$.text') AS body, p.id AS person_id, c.id AS company_id,
                  o.id AS opportunity_id, CASE WHEN p.id IS NOT NULL THEN {person} ELSE coalesce(o.name, c.name, '') END AS name
             FROM notes n JOIN activity a ON a.id = n.id AND a.deleted_at IS NULL
                  LEFT JOIN person p ON p.id = a.person_id AND p.deleted_at IS NULL
                  LEFT JOIN company c ON c.id = a.company_id AND c.deleted_at IS NULL
                  LEFT JOIN opportunity o ON o.id = a.opportunity_id AND o.deleted_at IS NULL
            WHERE p.id IS NOT NULL OR c.id IS NOT NULL OR o.id IS NOT NULL
           UNION ALL
           SELECT m.id, 'message', m.finished_at, m.subject, m.body_text, p.id, NULL, NULL, {person}
             FROM messages x JOIN outbox m ON m.id = x.id JOIN person p ON p.id = m.person_id AND p.deleted_at IS NULL
           UNION ALL
           SELECT f.id, 'file', f.added_at, '', f.name, p.id, c.id, o.id, CASE WHEN p.id IS NOT NULL THEN {person} ELSE coalesce(o.name, c.name, '') END
             FROM files x JOIN file f ON f.id = x.id AND f.deleted_at IS NULL
                  LEFT JOIN person p ON p.id = f.person_id AND p.deleted_at IS NULL
                  LEFT JOIN company c ON c.id = f.company_id AND c.deleted_at IS NULL
                  LEFT JOIN opportunity o ON o.id = f.opportunity_id AND o.deleted_at IS NULL
            WHERE p.id IS NOT NULL OR c.id IS NOT NULL OR o.id IS NOT NULL
         ) ORDER BY at DESC, id LIMIT :limit"
    );
    let mut statement = read.conn().prepare(&sql)?;
    let mut rows = statement.query(named_params! { ":words": words, ":parts": parts, ":limit": limit })?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(from_row(row)?);
    }
    Ok(found)
}

fn from_row(row: &Row<'_>) -> Result<TextFound, StoreError> {
    let id = |column: &str| row.get::<_, Option<Id>>(column).map(|id| id.map(|id| id.0));
    let kind = match row.get_ref("kind")?.as_str().unwrap_or_default() {
        "message" => TextKind::Message,
        "call" => TextKind::Call,
        "file" => TextKind::File,
        _ => TextKind::Note,
    };
    Ok(TextFound {
        id: row.get::<_, Id>("id")?.0,
        kind,
        at: row.get::<_, At>("at")?.0,
        title: row.get("title")?,
        snippet: row.get("body")?,
        near: false,
        person_id: id("person_id")?,
        company_id: id("company_id")?,
        opportunity_id: id("opportunity_id")?,
        name: row.get::<_, Option<String>>("name")?.unwrap_or_default(),
    })
}

/// The line around the first word that was asked for; the beginning where none stands there as typed.
fn snippet(body: &str, asked: &str) -> String {
    let line: Vec<char> = domain::text::clean_line(body).chars().collect();
    let folded: Vec<String> = line.iter().map(|c| domain::text::fold(&c.to_string())).collect();
    let flat: String = folded.concat();
    let word = domain::text::fold_words(asked);
    let at = word.split(' ').filter(|word| !word.is_empty()).find_map(|word| flat.find(word)).unwrap_or(0);
    // Back from the folded text to the letters it came from.
    let mut length = 0;
    let begins = folded
        .iter()
        .take_while(|letter| {
            length += letter.len();
            length <= at
        })
        .count();
    let from = begins.saturating_sub(AROUND / 2);
    let shown: String = line.iter().skip(from).take(AROUND * 2).collect();
    let (before, after) = (if from > 0 { "…" } else { "" }, if from + AROUND * 2 < line.len() { "…" } else { "" });
    format!("{before}{}{after}", shown.trim())
}

#[cfg(test)]
mod tests {
    use super::snippet;

    #[test]
    fn what_was_asked_for_stands_in_what_is_shown() {
        let long = format!("{} Réunion à l’Élysée jeudi. {}", "avant ".repeat(40), "après ".repeat(60));
        let shown = snippet(&long, "elysee");
        assert!(shown.contains("Élysée") && shown.starts_with('…') && shown.ends_with('…'), "{shown}");
        assert_eq!(snippet("short note", "nothing"), "short note");
    }
}
