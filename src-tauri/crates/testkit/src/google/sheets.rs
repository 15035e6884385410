use super::answer::Answer;
use super::range::{Range, parse};
use super::{Tab, World};
use serde_json::{Value, json};
use std::collections::HashMap;

/// One call to Sheets, taken apart.
pub(super) enum Request {
    Create(Value),
    Info(String),
    Read(String, String),
    Write(String, Value),
    Grow(String, Value),
}

impl Request {
    /// From method, path below `/v4`, and body.
    pub(super) fn parse(method: &str, path: &str, body: &[u8]) -> Option<Self> {
        let json = || serde_json::from_slice::<Value>(body).ok();
        let segments: Vec<String> = path.trim_start_matches("/spreadsheets").split('/').skip(1).map(decode).collect();
        let segments: Vec<&str> = segments.iter().map(String::as_str).collect();
        match (method, segments.as_slice()) {
            ("POST", []) => Some(Self::Create(json()?)),
            ("GET", [id]) => Some(Self::Info((*id).to_owned())),
            ("GET", [id, "values", range]) => Some(Self::Read((*id).to_owned(), (*range).to_owned())),
            ("POST", [id, "values:batchUpdate"]) => Some(Self::Write((*id).to_owned(), json()?)),
            ("POST", [id]) => Some(Self::Grow(id.strip_suffix(":batchUpdate")?.to_owned(), json()?)),
            _ => None,
        }
    }

    pub(super) fn kind(&self) -> &'static str {
        match self {
            Self::Create(_) => "create",
            Self::Info(_) => "info",
            Self::Read(..) => "read",
            Self::Write(..) => "write",
            Self::Grow(..) => "grow",
        }
    }

    fn sheet(&self) -> Option<&str> {
        match self {
            Self::Create(_) => None,
            Self::Info(id) | Self::Read(id, _) | Self::Write(id, _) | Self::Grow(id, _) => Some(id),
        }
    }

    pub(super) fn apply(&self, world: &mut World) -> Answer {
        if let Some(id) = self.sheet() {
            if !world.sheets.contains_key(id) {
                return Answer::refused(404, "NOT_FOUND");
            }
            // drive.file: what was neither created nor picked with the desk does not open
            if !world.allowed.contains(id) {
                return Answer::refused(403, "PERMISSION_DENIED");
            }
        }
        match self {
            Self::Create(body) => create(world, body),
            Self::Info(id) => Answer::ok(outline(world, id)),
            Self::Read(id, range) => with_range(world, id, range, |tab, range| {
                let end = (if range.end.0 == 0 { tab.rows } else { range.end.0 }, if range.end.1 == 0 { tab.columns } else { range.end.1 });
                if range.first.0 >= tab.rows || range.first.1 >= tab.columns {
                    return Answer::refused(400, "INVALID_ARGUMENT");
                }
                Answer::ok(json!({ "values": tab.block(range.first.0, range.first.1, end.0, end.1) }))
            }),
            Self::Write(id, body) => write(world, id, body),
            Self::Grow(id, body) => grow(world, id, body),
        }
    }
}

fn decode(segment: &str) -> String {
    let plus_kept = segment.replace('+', "%2B");
    url::form_urlencoded::parse(format!("x={plus_kept}").as_bytes()).next().map(|(_, value)| value.into_owned()).unwrap_or_default()
}

fn create(world: &mut World, body: &Value) -> Answer {
    let id = format!("created-{}", world.sheets.len() + 1);
    let properties = body.pointer("/sheets/0/properties").cloned().unwrap_or_default();
    let size = |name: &str| properties.pointer(&format!("/gridProperties/{name}")).and_then(Value::as_u64).unwrap_or(26) as usize;
    let header = body.pointer("/sheets/0/data/0/rowData/0/values").and_then(Value::as_array).cloned().unwrap_or_default();
    let text = |cell: &Value| cell.pointer("/userEnteredValue/stringValue").and_then(Value::as_str).map(str::to_owned);
    let cells: HashMap<_, _> = header.iter().enumerate().filter_map(|(column, cell)| Some(((0, column), text(cell)?))).collect();
    let title = properties.get("title").and_then(Value::as_str).unwrap_or_default().to_owned();
    world.sheets.insert(id.clone(), vec![Tab { title, rows: size("rowCount"), columns: size("columnCount"), cells }]);
    world.allowed.insert(id.clone());
    Answer::ok(outline(world, &id))
}

fn outline(world: &World, id: &str) -> Value {
    let tab = |(n, tab): (usize, &Tab)| json!({ "properties": { "sheetId": n, "title": tab.title, "gridProperties": { "rowCount": tab.rows, "columnCount": tab.columns } } });
    let tabs: Vec<Value> = world.sheets.get(id).into_iter().flatten().enumerate().map(tab).collect();
    json!({ "spreadsheetId": id, "spreadsheetUrl": format!("https://docs.google.com/spreadsheets/d/{id}/edit"), "properties": { "title": format!("Title of {id}") }, "sheets": tabs })
}

fn with_range(world: &World, id: &str, range: &str, f: impl FnOnce(&Tab, &Range) -> Answer) -> Answer {
    let Some(range) = parse(range) else { return Answer::refused(400, "INVALID_ARGUMENT") };
    let tab = world.sheets.get(id).and_then(|tabs| tabs.iter().find(|tab| tab.title == range.tab));
    tab.map_or_else(|| Answer::refused(400, "INVALID_ARGUMENT"), |tab| f(tab, &range))
}

/// All ranges or none: a request is applied as one.
fn write(world: &mut World, id: &str, body: &Value) -> Answer {
    assert_eq!(body.get("valueInputOption"), Some(&json!("RAW")), "values are written RAW");
    let data = body.get("data").and_then(Value::as_array).cloned().unwrap_or_default();
    let mut changes = Vec::new();
    for part in &data {
        let range = part.get("range").and_then(Value::as_str).unwrap_or_default();
        let lines = part.get("values").and_then(Value::as_array).cloned().unwrap_or_default();
        let fits = with_range(world, id, range, |tab, range| {
            let within = range.end.0 <= tab.rows && range.end.1 <= tab.columns && range.first.0 + lines.len() <= range.end.0;
            if within { Answer::ok(Value::Null) } else { Answer::refused(400, "INVALID_ARGUMENT") }
        });
        if fits.status != 200 {
            return fits;
        }
        changes.extend(parse(range).map(|range| (range, lines)));
    }
    let Some(tabs) = world.sheets.get_mut(id) else { return Answer::refused(404, "NOT_FOUND") };
    for (range, lines) in changes {
        let Some(tab) = tabs.iter_mut().find(|tab| tab.title == range.tab) else { continue };
        for (row, line) in lines.iter().enumerate() {
            for (column, value) in line.as_array().into_iter().flatten().enumerate() {
                if let Some(text) = value.as_str() {
                    tab.cells.insert((range.first.0 + row, range.first.1 + column), text.to_owned());
                }
            }
        }
    }
    Answer::ok(json!({ "totalUpdatedCells": 1 }))
}

fn grow(world: &mut World, id: &str, body: &Value) -> Answer {
    let requests = body.get("requests").and_then(Value::as_array).cloned().unwrap_or_default();
    for request in &requests {
        let Some(append) = request.get("appendDimension") else { return Answer::refused(400, "INVALID_ARGUMENT") };
        let number = |name: &str| append.get(name).and_then(Value::as_u64).unwrap_or(0) as usize;
        let Some(tab) = world.sheets.get_mut(id).and_then(|tabs| tabs.get_mut(number("sheetId"))) else {
            return Answer::refused(400, "INVALID_ARGUMENT");
        };
        match append.get("dimension").and_then(Value::as_str) {
            Some("ROWS") => tab.rows += number("length"),
            Some("COLUMNS") => tab.columns += number("length"),
            _ => return Answer::refused(400, "INVALID_ARGUMENT"),
        }
    }
    Answer::ok(json!({ "spreadsheetId": id }))
}
