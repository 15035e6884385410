use chrono::{DateTime, Utc};

use super::{cell, moment, rows, slug};
use crate::table::TableError;

/// A message of `messages.csv`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// The conversation it is part of.
    pub conversation: String,
    /// Name of who wrote it.
    pub from: String,
    /// Their profile; nothing of members who left.
    pub sender: Option<String>,
    /// Profiles of whom it was written to; older archives have none.
    pub recipients: Vec<String>,
    /// When.
    pub at: DateTime<Utc>,
    /// Subject; mostly empty.
    pub subject: String,
    /// What it says, as text.
    pub text: String,
}

/// Reads the messages; drafts, spam and advertisements are counted apart.
pub(super) fn read(bytes: Vec<u8>) -> Result<(Vec<Message>, u32), TableError> {
    let (columns, rows) = rows(bytes)?;
    let (mut messages, mut left_out) = (Vec::with_capacity(rows.len()), 0_u32);
    for row in &rows {
        let get = |name: &str| cell(&columns, row, name);
        let is_yes = |name: &str| matches!(get(name).to_ascii_lowercase().as_str(), "yes" | "true" | "1");
        let content = get("content");
        let unwanted = get("folder").eq_ignore_ascii_case("SPAM")
            || is_yes("ismessagedraft")
            || is_yes("isconversationdraft")
            || content.contains("spinmail");
        let Some(at) = moment(get("date")).filter(|_| !unwanted) else {
            left_out = left_out.saturating_add(1);
            continue;
        };
        messages.push(Message {
            conversation: get("conversationid").to_owned(),
            from: get("from").to_owned(),
            sender: slug(get("senderprofileurl")),
            recipients: get("recipientprofileurls").split([',', ';']).filter_map(slug).collect(),
            at,
            subject: get("subject").to_owned(),
            text: plain(content),
        });
    }
    Ok((messages, left_out))
}

/// The words of a message that may be HTML; nothing of it is ever run or shown as such.
fn plain(content: &str) -> String {
    let content = content.replace("\r\n", "\n");
    if !(content.contains('<') && content.contains('>')) {
        return content;
    }
    let mut text = String::with_capacity(content.len());
    let mut rest = content.as_str();
    while let Some((before, after)) = rest.split_once('<') {
        text.push_str(before);
        let is_tag = after.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/' || c == '!');
        match after.split_once('>').filter(|_| is_tag) {
            Some((tag, after)) => {
                let name = tag.trim_start_matches('/').split([' ', '/', '\n']).next().unwrap_or_default().to_ascii_lowercase();
                if matches!(name.as_str(), "br" | "p" | "div" | "li") && !text.ends_with('\n') && !text.is_empty() {
                    text.push('\n');
                }
                rest = after;
            }
            None => {
                text.push('<');
                rest = after;
            }
        }
    }
    text.push_str(rest);
    let entities = [("&nbsp;", " "), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")];
    let text = entities.iter().fold(text, |text, (entity, letter)| text.replace(entity, letter));
    text.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_html_are_kept_and_its_tags_are_not() {
        assert_eq!(plain("<p class=\"x\">Bonjour&nbsp;Ann,</p><p>a &lt; b<br/>fin</p>"), "Bonjour Ann,\na < b\nfin");
        assert_eq!(plain("1 < 2 et 3 > 2"), "1 < 2 et 3 > 2");
        assert_eq!(plain("a\r\nb"), "a\nb");
    }
}
