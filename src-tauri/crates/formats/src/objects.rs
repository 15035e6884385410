//! Objects in JSON as a table: one row an object, one column a name. The names of the desk's own export become those of its other exports, so
//! that it is recognised like them.

use crate::people::{Field, Language, Of, Own, PARTS, Part, own_heading};
use serde_json::{Map, Value};
use std::collections::HashMap;

/// Whether a file begins as objects do: one a line, or a list of them.
pub(crate) fn is_objects(start: &[u8]) -> bool {
    let mut marks = start.strip_prefix(MARK).unwrap_or(start).iter().filter(|byte| !byte.is_ascii_whitespace());
    match marks.next() {
        Some(b'{') => matches!(marks.next(), Some(b'"' | b'}')),
        Some(b'[') => marks.next() == Some(&b'{'),
        _ => false,
    }
}

/// UTF-8's mark at the beginning of a file.
const MARK: &[u8] = b"\xef\xbb\xbf";

/// Names of the columns, and the rows with the line each begins on.
#[derive(Debug, Default)]
pub(crate) struct Objects {
    pub(crate) header: Vec<String>,
    pub(crate) rows: Vec<(u32, Vec<String>)>,
    columns: HashMap<(bool, String), usize>,
}

/// Reads a whole file.
///
/// # Errors
/// The line that is no object.
pub(crate) fn read(bytes: &[u8]) -> Result<Objects, u32> {
    let bytes = bytes.strip_prefix(MARK).unwrap_or(bytes);
    let mut objects = Objects::default();
    let mut values = serde_json::Deserializer::from_slice(bytes).into_iter::<Value>();
    let (mut line, mut counted) = (1u32, 0);
    loop {
        let rest = bytes.get(values.byte_offset()..).unwrap_or_default();
        let begins = values.byte_offset() + rest.iter().take_while(|byte| byte.is_ascii_whitespace()).count();
        let passed = bytes.get(counted..begins).unwrap_or_default();
        line = line.saturating_add(u32::try_from(passed.iter().filter(|byte| **byte == b'\n').count()).unwrap_or(u32::MAX));
        counted = begins;
        match values.next() {
            None => return Ok(objects),
            Some(Ok(Value::Object(object))) => objects.add(line, object),
            Some(Ok(Value::Array(list))) => {
                for value in list {
                    let Value::Object(object) = value else { return Err(line) };
                    objects.add(line, object);
                }
            }
            Some(Ok(_)) => return Err(line),
            Some(Err(error)) => return Err(u32::try_from(error.line()).unwrap_or(line)),
        }
    }
}

impl Objects {
    fn add(&mut self, line: u32, object: Map<String, Value>) {
        let mut cells = vec![String::new(); self.header.len()];
        let mut put = |own: bool, name: &str, value: String| {
            let at = *self.columns.entry((own, name.to_owned())).or_insert_with(|| {
                self.header.push(name.to_owned());
                self.header.len() - 1
            });
            if cells.len() <= at {
                cells.resize(at + 1, String::new());
            }
            if let Some(cell) = cells.get_mut(at) {
                *cell = value;
            }
        };
        for (name, value) in object {
            match (name.as_str(), value) {
                ("custom", Value::Object(values)) => {
                    // Several choices stand one a line.
                    values.into_iter().for_each(|(name, value)| put(true, &name, text(value).replace('\n', ", ")));
                }
                ("contacts", Value::Array(points)) => beside(&points, &mut |name, value| put(false, &name, value)),
                (_, Value::Array(names)) => put(false, heading(&name), names.into_iter().map(quoted).collect::<Vec<_>>().join("; ")),
                (_, value) => put(false, heading(&name), text(value)),
            }
        }
        self.rows.push((line, cells));
    }
}

/// The addresses, numbers, links and postal addresses beside the fields. The first address and the first number stand among those.
fn beside(points: &[Value], put: &mut impl FnMut(String, String)) {
    let mut count: HashMap<&str, usize> = HashMap::from([("email", 1), ("phone", 1)]);
    for point in points {
        let part = |name: &str| point[name].as_str().unwrap_or_default().to_owned();
        let (kind, own) = match point["kind"].as_str() {
            Some("email") => ("email", Own::Email),
            Some("phone") => ("phone", Own::Phone),
            Some("url") => ("url", Own::Link),
            Some("address") => ("address", Own::Place),
            _ => continue,
        };
        let first = point["first"] == true;
        let n = count.entry(kind).or_default();
        *n += usize::from(!first);
        let mut say = |of: Of, value: String| put(own_heading(own, if first { 1 } else { *n }, of, Language::En), value);
        if own == Own::Place {
            let postal = |of: Part| point["postal"].get(part_name(of)).and_then(Value::as_str).unwrap_or_default().to_owned();
            PARTS.into_iter().for_each(|of| say(Of::Part(of), postal(of)));
        } else if !first {
            say(Of::Value, part("value"));
        }
        say(Of::Label, part("label"));
        if matches!(own, Own::Email | Own::Phone) && point["status"] != "unknown" {
            say(Of::State, part("status").replace('_', " "));
        }
    }
}

fn part_name(part: Part) -> &'static str {
    match part {
        Part::Street => "street",
        Part::Postcode => "postcode",
        Part::City => "city",
        Part::Region => "region",
        Part::Country => "country",
    }
}

/// What the column of a name of the desk's export is called in its other exports; any other name stays.
fn heading(name: &str) -> &str {
    let field = match name {
        "id" => Field::ExternalId,
        "firstName" => Field::FirstName,
        "lastName" => Field::LastName,
        "title" => Field::Title,
        "company" => Field::Company,
        "email" => Field::Email,
        "phone" => Field::Phone,
        "linkedinUrl" => Field::LinkedInUrl,
        "location" => Field::Location,
        "language" => Field::Language,
        "status" => Field::Status,
        "notes" => Field::Notes,
        "messageSent" => Field::MessageSent,
        "followupCount" => Field::FollowUpCount,
        "source" => Field::Source,
        "connectedOn" => Field::ConnectedOn,
        "addedOn" => Field::AddedOn,
        "tags" => Field::Tags,
        "lists" => Field::Lists,
        _ => return name,
    };
    field.heading(Language::En)
}

fn text(value: Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text,
        other => other.to_string(),
    }
}

/// A name of several in one cell.
fn quoted(value: Value) -> String {
    format!("\"{}\"", text(value).replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn objects_are_rows_and_their_names_columns_however_they_are_laid_out() {
        let lines = "\u{feff}{\"firstName\":\"Ann\",\"size\":4}\n\n{\"firstName\":null,\"custom\":{\"Size\":\"S\\nL\"}}\n";
        let read = read(lines.as_bytes()).unwrap();
        assert_eq!(read.header, ["First name", "size", "Size"]);
        assert_eq!(read.rows[0], (1, vec!["Ann".to_owned(), "4".to_owned()]));
        assert_eq!(read.rows[1], (3, vec![String::new(), String::new(), "S, L".to_owned()]));
        let list = super::read(b"[\n {\"email\": \"a@b.fr\"},\n {\"email\": \"c@d.fr\"}\n]").unwrap();
        assert_eq!((list.header.len(), list.rows.len()), (1, 2));
    }

    #[test]
    fn what_is_no_object_is_told_by_its_line() {
        assert_eq!(read(b"{\"a\":1}\n{\"a\":\n").unwrap_err(), 3);
        assert_eq!(read(b"{\"a\":1}\n7\n").unwrap_err(), 2);
        assert_eq!(read(b"[{\"a\":1}, 7]").unwrap_err(), 1);
        assert!(is_objects(b" [ {") && is_objects(b"{\"a\"") && !is_objects(b"{name};x") && !is_objects(b"[1]"));
    }
}
