//! What is held about somebody, in words: the tables of an access package as a person reads them.

use super::columns::{self, Form};
use crate::words;
use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use domain::custom::BETWEEN;
use domain::fault::{Params, Reason, params};
use domain::money::Currency;
use domain::views::custom::{CustomField, CustomKind, CustomOf};
use domain::views::history::{ChangeView, ChangedField, ValueForm};
use domain::views::privacy::HeldTable;
use domain::writing::Language;
use serde_json::Value;
use store::{Read, StoreError, journal};
use uuid::Uuid;

/// A table in words.
pub(super) struct Told {
    /// What its rows are.
    pub(super) name: String,
    /// Names of its columns.
    pub(super) heads: Vec<String>,
    /// Its rows; empty where nothing is known.
    pub(super) rows: Vec<Vec<String>>,
}

/// What a reader of the package understands: their language, the desk's zone, and the names behind ids.
pub(super) struct Teller<'r> {
    read: &'r Read<'r>,
    language: Language,
    zone: Tz,
    own: Vec<CustomField>,
}

impl<'r> Teller<'r> {
    pub(super) fn new(read: &'r Read<'r>, language: Language, zone: Tz) -> Result<Self, StoreError> {
        Ok(Self { read, language, zone, own: store::custom::all(read)? })
    }

    /// A table in words; nothing where none of its columns say anything to a person.
    pub(super) fn told(&self, table: &HeldTable) -> Result<Option<Told>, StoreError> {
        let columns = columns::of(&table.table);
        if columns.is_empty() {
            return Ok(None);
        }
        let heads = columns.iter().map(|(column, _)| heading(self.language, &table.table, column).unwrap_or_default()).collect();
        let mut rows = Vec::with_capacity(table.rows.len());
        for row in &table.rows {
            let row = Row { columns: &table.columns, values: row };
            rows.push(columns.iter().map(|(column, form)| self.value(&row, column, *form)).collect::<Result<Vec<_>, _>>()?);
        }
        Ok(Some(Told { name: table_name(self.language, &table.table), heads, rows }))
    }

    /// The language.
    pub(super) fn language(&self) -> Language {
        self.language
    }

    /// A date as it is written in the language.
    pub(super) fn day(&self, day: NaiveDate) -> String {
        words::day(day, self.language)
    }

    /// A moment in the desk's zone.
    pub(super) fn moment_of(&self, at: DateTime<Utc>) -> String {
        words::moment(at.with_timezone(&self.zone).naive_local(), self.language)
    }

    /// A field with its value, as the screens write it.
    pub(super) fn field(&self, name: &str, value: &str) -> String {
        let values = params([("name", name.to_owned()), ("value", value.to_owned())]);
        words::text(self.language, "history", "screen.fieldValue", &values).unwrap_or_default()
    }

    /// A field that changed: what it is called, and what it was and is.
    pub(super) fn changed(&self, change: &ChangeView, field: &ChangedField) -> (String, [String; 2]) {
        let table = change.row.as_str();
        let name = heading(self.language, table, &field.field).unwrap_or_else(|| crate::history::field_name(self.language, &field.field));
        let form = columns::of(table).iter().find(|(column, _)| *column == field.field).map(|(_, form)| *form);
        let value = |raw: &String| match field.form {
            _ if table == "person_value" && field.field == "value" => self.own_value(raw, self.own_of(change)),
            ValueForm::Time => self.moment(raw),
            ValueForm::Day => raw.parse().map_or_else(|_| raw.clone(), |day| self.day(day)),
            ValueForm::Money => crate::history::value(self.language, field, raw),
            _ if form == Some(Form::Flag) && !raw.is_empty() => self.flag(raw),
            _ if matches!(form, Some(Form::Word | Form::Label)) => word(self.language, &field.field, raw).unwrap_or_else(|| raw.clone()),
            ValueForm::Code => crate::history::code_words(self.language, raw),
            _ => raw.clone(),
        };
        (name, [value(&field.old), value(&field.new)])
    }

    fn moment(&self, raw: &str) -> String {
        DateTime::parse_from_rfc3339(raw).map_or_else(|_| raw.to_owned(), |at| self.moment_of(at.to_utc()))
    }

    fn value(&self, row: &Row<'_>, column: &str, form: Form) -> Result<String, StoreError> {
        let raw = row.get(column);
        if raw.is_empty() {
            return Ok(String::new());
        }
        Ok(match form {
            // On the do-not-contact list by the desk's own number, or by a hash: neither says anything.
            Form::Text if column == "key" && (row.get("scope") == "person" || raw.starts_with("hmac:")) => String::new(),
            Form::Text => raw.to_owned(),
            Form::Word => word(self.language, column, raw).unwrap_or_default(),
            Form::Label => {
                word(self.language, column, raw).or_else(|| heading(self.language, "person", raw)).unwrap_or_else(|| raw.to_owned())
            }
            Form::Name => journal::name_of(self.read, crate::history::pointed_to(column), raw, self.language)?,
            Form::Day => raw.parse().map_or_else(|_| raw.to_owned(), |day| self.day(day)),
            Form::Moment => self.moment(raw),
            Form::Flag => self.flag(raw),
            Form::Amount => amount(raw, row.get("currency")),
            Form::Own => self.own_value(raw, self.own.iter().find(|own| own.id.to_string() == row.get("field_id"))),
            Form::Said => crate::history::said(self.read, self.language, raw)?.unwrap_or_default(),
            Form::Parts => parts(raw),
            Form::Reason => serde_json::from_str::<Reason>(raw).map_or_else(|_| String::new(), |why| self.reason(&why.code, &why.params)),
            Form::Code => self.reason(raw, &Params::new()),
            Form::Log => self.reason(raw, &serde_json::from_str(row.get("params")).unwrap_or_default()),
            Form::Step => step(self.language, raw),
            Form::File => match raw.parse::<Uuid>() {
                Ok(id) => store::imports::find(self.read, id)?.map(|import| import.file_name).unwrap_or_default(),
                Err(_) => String::new(),
            },
            Form::Run => match raw.parse::<Uuid>() {
                Ok(id) => store::runs::find(self.read, id)?.map(|run| run_name(run.number, &run.title)).unwrap_or_default(),
                Err(_) => String::new(),
            },
        })
    }

    fn reason(&self, code: &str, params: &Params) -> String {
        words::say_reason(self.language, code, params)
    }

    fn flag(&self, raw: &str) -> String {
        word(self.language, "flag", if raw == "0" { "false" } else { "true" }).unwrap_or_default()
    }

    /// The seller's own field whose value changed, by its name.
    fn own_of(&self, change: &ChangeView) -> Option<&CustomField> {
        let named = |own: &&CustomField| {
            change.fields.iter().any(|field| field.field == "field_id" && [&field.old, &field.new].contains(&&own.name))
        };
        self.own.iter().filter(|own| own.of == CustomOf::People).find(named)
    }

    fn own_value(&self, raw: &str, field: Option<&CustomField>) -> String {
        if raw.is_empty() {
            return String::new();
        }
        match field.map(|own| (own.kind, own.currency.as_str())) {
            Some((CustomKind::Flag, _)) => self.flag(raw),
            Some((CustomKind::Date, _)) => raw.parse().map_or_else(|_| raw.to_owned(), |day| self.day(day)),
            Some((CustomKind::Choices, _)) => raw.replace(BETWEEN, ", "),
            Some((CustomKind::Money, currency)) => format!("{raw} {currency}"),
            _ => raw.to_owned(),
        }
    }
}

/// A row with the names of its columns.
struct Row<'h> {
    columns: &'h [String],
    values: &'h [Option<String>],
}

impl Row<'_> {
    fn get(&self, column: &str) -> &str {
        let at = self.columns.iter().position(|name| name == column);
        at.and_then(|at| self.values.get(at)).and_then(Option::as_deref).unwrap_or_default()
    }
}

/// What the rows of a table are called.
pub(super) fn table_name(language: Language, table: &str) -> String {
    let said = |area: &str, key: String| words::text(language, area, &key, &Params::new());
    said("privacy", format!("table.{table}")).or_else(|| said("history", format!("row.{table}"))).unwrap_or_default()
}

/// What a column is called.
pub(super) fn heading(language: Language, table: &str, column: &str) -> Option<String> {
    let said = |area: &str, key: String| words::text(language, area, &key, &Params::new());
    said("privacy", format!("column.{table}_{column}"))
        .or_else(|| said("privacy", format!("column.{column}")))
        .or_else(|| said("history", format!("field.{column}")))
}

/// A word of a closed set; what stands behind a colon is an id or an address.
pub(super) fn word(language: Language, column: &str, code: &str) -> Option<String> {
    let said = |area: &str, key: String| words::text(language, area, &key, &Params::new());
    let code = code.split(':').next().unwrap_or(code);
    said("privacy", format!("word.{column}.{code}"))
        .or_else(|| said("privacy", format!("word.any.{code}")))
        .or_else(|| said("history", format!("value.{code}")))
}

/// `first`, `followup-2`: which message of a sequence.
fn step(language: Language, raw: &str) -> String {
    let (code, n) = raw.split_once('-').unwrap_or((raw, ""));
    words::text(language, "privacy", &format!("word.step.{code}"), &params([("n", n.to_owned())])).unwrap_or_default()
}

fn amount(raw: &str, currency: &str) -> String {
    match (raw.parse(), Currency::of_code(currency)) {
        (Ok(minor), Some(known)) => format!("{} {currency}", known.plain(minor)),
        _ => raw.to_owned(),
    }
}

fn run_name(number: u32, title: &str) -> String {
    if title.is_empty() { number.to_string() } else { format!("{number}, {title}") }
}

/// The parts of a value kept as JSON, without their names; a value that is none stays as it is.
fn parts(raw: &str) -> String {
    let text = |value: &Value| value.as_str().filter(|text| !text.is_empty()).map(str::to_owned);
    let parts: Vec<String> = match serde_json::from_str(raw) {
        Ok(Value::Object(parts)) => {
            ["street", "postcode", "city", "region", "country"].iter().filter_map(|part| text(parts.get(*part)?)).collect()
        }
        Ok(Value::Array(cells)) => cells.iter().filter_map(text).collect(),
        _ => return raw.to_owned(),
    };
    parts.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_desk_writes_for_itself_is_read_in_words() {
        assert_eq!(parts(r#"{"city":"Nantes","street":"12 quai","region":""}"#), "12 quai, Nantes");
        assert_eq!(parts(r#"["Ann","","ann@a.example"]"#), "Ann, ann@a.example");
        assert_eq!(parts("+33 6 12"), "+33 6 12");
        assert_eq!(step(Language::En, "followup-2"), "follow-up 2");
        assert_eq!(word(Language::Fr, "source", "import:01f"), Some("import".to_owned()));
        assert_eq!(amount("123450", "EUR"), "1234.50 EUR");
    }
}
