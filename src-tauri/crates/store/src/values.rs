//! How values are written in columns: times, dates, ids, JSON.
//!
//! Reading never goes through `rusqlite::types::Value`, which panics on text that is not UTF-8.

use crate::StoreError;
use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSqlOutput, ValueRef};
use rusqlite::{Row, ToSql};
use uuid::Uuid;

/// RFC 3339 in UTC with milliseconds: sorts as text.
pub(crate) fn time_text(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Millis, true)
}

/// A time in a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct At(pub(crate) DateTime<Utc>);

impl FromSql for At {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let text = value.as_str()?;
        DateTime::parse_from_rfc3339(text).map(|at| Self(at.with_timezone(&Utc))).map_err(FromSqlError::other)
    }
}

impl ToSql for At {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::from(time_text(self.0)))
    }
}

/// An id in a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Id(pub(crate) Uuid);

impl FromSql for Id {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        Uuid::parse_str(value.as_str()?).map(Self).map_err(FromSqlError::other)
    }
}

impl ToSql for Id {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::from(self.0.to_string()))
    }
}

/// A date in a column, `YYYY-MM-DD`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Day(pub(crate) NaiveDate);

impl FromSql for Day {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        NaiveDate::parse_from_str(value.as_str()?, "%Y-%m-%d").map(Self).map_err(FromSqlError::other)
    }
}

impl ToSql for Day {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::from(self.0.to_string()))
    }
}

/// The values of a row one after the other: a long row read by the names of its columns is searched through for each of them.
pub(crate) struct InOrder<'r> {
    row: &'r Row<'r>,
    read: usize,
}

impl<'r> InOrder<'r> {
    /// From the first column on.
    pub(crate) fn of(row: &'r Row<'r>) -> Self {
        Self { row, read: 0 }
    }

    /// The next value.
    pub(crate) fn next<T: FromSql>(&mut self) -> rusqlite::Result<T> {
        self.read += 1;
        self.row.get(self.read - 1)
    }

    /// The next value, which is text.
    pub(crate) fn text(&mut self) -> Result<&'r str, StoreError> {
        self.read += 1;
        let text = self.row.get_ref(self.read - 1)?.as_str();
        Ok(text.map_err(|error| rusqlite::Error::FromSqlConversionFailure(self.read - 1, rusqlite::types::Type::Text, Box::new(error)))?)
    }
}

/// A time, by column name.
pub(crate) fn time(row: &Row<'_>, column: &str) -> rusqlite::Result<DateTime<Utc>> {
    row.get::<_, At>(column).map(|at| at.0)
}

/// A time that may be missing.
pub(crate) fn time_or_none(row: &Row<'_>, column: &str) -> rusqlite::Result<Option<DateTime<Utc>>> {
    row.get::<_, Option<At>>(column).map(|at| at.map(|at| at.0))
}

/// An id, by column name.
pub(crate) fn id(row: &Row<'_>, column: &str) -> rusqlite::Result<Uuid> {
    row.get::<_, Id>(column).map(|id| id.0)
}

/// An id that may be missing.
pub(crate) fn id_or_none(row: &Row<'_>, column: &str) -> rusqlite::Result<Option<Uuid>> {
    row.get::<_, Option<Id>>(column).map(|id| id.map(|id| id.0))
}

/// Ids as the JSON array that `json_each` takes.
pub(crate) fn ids_json(ids: &[Uuid]) -> String {
    let mut json = String::with_capacity(ids.len() * 39 + 2);
    json.push('[');
    for (n, id) in ids.iter().enumerate() {
        json.push_str(if n == 0 { "\"" } else { ",\"" });
        json.push_str(id.hyphenated().encode_lower(&mut Uuid::encode_buffer()));
        json.push('"');
    }
    json.push(']');
    json
}

/// A value from its JSON text.
pub(crate) fn from_json<T: serde::de::DeserializeOwned>(text: &str, table: &'static str, column: &'static str) -> Result<T, StoreError> {
    serde_json::from_str(text).map_err(|_| StoreError::Malformed { table, column })
}

/// JSON text of a value.
pub(crate) fn to_json<T: serde::Serialize>(value: &T, table: &'static str, column: &'static str) -> Result<String, StoreError> {
    serde_json::to_string(value).map_err(|_| StoreError::Malformed { table, column })
}
