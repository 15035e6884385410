use domain::ports::{CellWrite, SheetInfo, SheetTab, SpreadsheetError};
use serde_json::{Value, json};

/// What is asked of a spreadsheet: its outline, no cell.
pub(super) const OUTLINE: &str =
    "spreadsheetId,spreadsheetUrl,properties.title,sheets.properties(sheetId,title,gridProperties(rowCount,columnCount))";

/// A spreadsheet with one tab as large as its header: rows are added below it.
pub(super) fn new_spreadsheet(title: &str, tab: &str, header: &[&str]) -> Value {
    let cell =
        |name: &&str| json!({ "userEnteredValue": { "stringValue": name }, "userEnteredFormat": { "textFormat": { "bold": true } } });
    json!({
        "properties": { "title": title },
        "sheets": [{
            "properties": {
                "title": tab,
                // Sheets refuses a tab whose rows are all frozen
                "gridProperties": { "rowCount": 2, "columnCount": header.len(), "frozenRowCount": 1 },
            },
            "data": [{ "startRow": 0, "startColumn": 0, "rowData": [{ "values": header.iter().map(cell).collect::<Vec<_>>() }] }],
        }],
    })
}

pub(super) fn info(body: &Value) -> Result<SheetInfo, SpreadsheetError> {
    let text = |pointer: &str| body.pointer(pointer).and_then(Value::as_str).map(str::to_owned);
    let id = text("/spreadsheetId").ok_or(SpreadsheetError::Unexpected(200))?;
    let tabs = body.get("sheets").and_then(Value::as_array).map(|sheets| sheets.iter().filter_map(tab).collect()).unwrap_or_default();
    let url = text("/spreadsheetUrl").unwrap_or_else(|| format!("https://docs.google.com/spreadsheets/d/{id}/edit"));
    Ok(SheetInfo { title: text("/properties/title").unwrap_or_default(), url, id, tabs })
}

fn tab(sheet: &Value) -> Option<SheetTab> {
    let properties = sheet.get("properties")?;
    // a tab without a grid is a chart
    let grid = properties.get("gridProperties")?;
    let size = |name: &str| grid.get(name).and_then(Value::as_u64).and_then(|n| u32::try_from(n).ok()).unwrap_or(0);
    Some(SheetTab {
        id: properties.get("sheetId").and_then(Value::as_i64).unwrap_or(0),
        title: properties.get("title")?.as_str()?.to_owned(),
        rows: size("rowCount"),
        columns: size("columnCount"),
    })
}

pub(super) fn values(body: &Value) -> Vec<Vec<String>> {
    let cell =
        |value: &Value| value.as_str().map_or_else(|| if value.is_null() { String::new() } else { value.to_string() }, str::to_owned);
    let row = |row: &Value| row.as_array().map(|cells| cells.iter().map(cell).collect()).unwrap_or_default();
    body.get("values").and_then(Value::as_array).map(|rows| rows.iter().map(row).collect()).unwrap_or_default()
}

/// RAW keeps `=…`, `+33…` and `1/2` as the text they are; null leaves a cell alone.
pub(super) fn update(cells: &[CellWrite]) -> Value {
    let data: Vec<Value> =
        cells.iter().map(|write| json!({ "range": write.range, "majorDimension": "ROWS", "values": write.values })).collect();
    json!({ "valueInputOption": "RAW", "includeValuesInResponse": false, "data": data })
}

/// What is missing is appended: setting an absolute size could cut off rows somebody added meanwhile.
pub(super) fn growth(grid: &SheetTab, rows: u32, columns: u32) -> Option<Value> {
    let missing = [("ROWS", rows.saturating_sub(grid.rows)), ("COLUMNS", columns.saturating_sub(grid.columns))];
    let requests: Vec<Value> = missing
        .into_iter()
        .filter(|(_, length)| *length > 0)
        .map(|(dimension, length)| json!({ "appendDimension": { "sheetId": grid.id, "dimension": dimension, "length": length } }))
        .collect();
    (!requests.is_empty()).then(|| json!({ "requests": requests }))
}
