use crate::values::{At, Id, from_json, id, id_or_none, time, time_or_none, to_json};
use crate::{OperationId, Read, StoreError, Tag, Tx};
use chrono::{DateTime, Utc};
use domain::fault::{Params, Reason};
use domain::imports::Tally;
use domain::views::imports::{ImportMode, ImportReading, ImportRules, ImportState};
use rusqlite::{OptionalExtension, Row, named_params};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use uuid::Uuid;

/// What is known of the file.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Info {
    /// Encoding as detected.
    pub encoding: String,
    /// `comma`, `semicolon`, `tab`, `pipe`, or empty for a workbook.
    pub delimiter: String,
    /// Names of the columns.
    pub header: Vec<String>,
    /// Line of the header; 0 = there is none.
    pub header_line: u32,
    /// Sheet of a workbook that was read.
    pub sheet: String,
    /// All sheets of the workbook.
    pub sheets: Vec<String>,
    /// First three values of each column.
    pub samples: Vec<Vec<String>>,
    /// Files of an archive that are not read yet.
    pub ignored: Vec<String>,
    /// Something worth saying about the whole file.
    pub notice: Option<Reason>,
    /// Values that were not taken as they stand, as the check counted them.
    pub warnings: Vec<Warned>,
    /// How many rows have such a value.
    pub not_taken: u32,
    /// The orders in which columns write their dates, by field; a field that is not named is day first.
    pub dates: BTreeMap<String, Vec<String>>,
    /// How it is read when nothing is told.
    pub detected: Detected,
    /// What became of the messages and invitations of the archive.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub correspondence: Option<Correspondence>,
}

/// Messages and invitations of an archive that were put onto timelines.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Correspondence {
    /// Those that are new there.
    pub entered: u32,
    /// With how many people of the desk.
    pub people: u32,
    /// Those with people who are not on the desk.
    pub strangers: u32,
    /// Why none could be read.
    pub failure: Option<Reason>,
}

/// What was found out about a text file when it was opened.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Detected {
    /// Encoding.
    pub encoding: String,
    /// `comma`, `semicolon`, `tab`, `pipe`, or empty for a workbook.
    pub delimiter: String,
    /// Line of the column names.
    pub header_line: u32,
}

/// What the seller told about an import.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// How to read the file.
    pub reading: ImportReading,
    /// Who is the same, what happens to values.
    pub rules: ImportRules,
    /// The messages and invitations of the archive go onto timelines too.
    pub correspondence: bool,
    /// The earlier import they were taken over from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub remembered: Option<Remembered>,
}

/// An earlier import, as it was when it was taken over from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remembered {
    /// Its id.
    pub id: Uuid,
    /// Name of its file.
    pub file_name: String,
    /// When it was opened.
    pub at: DateTime<Utc>,
}

/// One kind of value that was left out, cleaned or taken otherwise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Warned {
    /// Why.
    pub code: String,
    /// Which field.
    pub field: String,
    /// In how many rows.
    pub rows: u32,
    /// Further values its sentence names.
    #[serde(default, skip_serializing_if = "Params::is_empty")]
    pub params: Params,
}

/// A new import, being read.
#[derive(Debug, Clone)]
pub struct NewImport {
    /// Id.
    pub id: Uuid,
    /// Name of the file, without its folder.
    pub file_name: String,
    /// What it may do.
    pub mode: ImportMode,
    /// Path of the file; empty for pasted text.
    pub source: String,
}

/// An import.
#[derive(Debug, Clone, PartialEq)]
pub struct Import {
    /// Id.
    pub id: Uuid,
    /// Name of the file.
    pub file_name: String,
    /// SHA-256 of the bytes; empty until they are read.
    pub file_hash: String,
    /// `linkedin`, `sheet`, `csv`.
    pub kind: String,
    /// What is known of the file.
    pub info: Info,
    /// A field or nothing for each column.
    pub mapping: Vec<Option<String>>,
    /// What it may do.
    pub mode: ImportMode,
    /// Path of the file; empty for pasted text.
    pub source: String,
    /// What the seller told.
    pub settings: Settings,
    /// What files of one making have in common.
    pub signature: String,
    /// Where it stands.
    pub state: ImportState,
    /// How many rows have which fate.
    pub tally: Tally,
    /// People of the file who are on the do-not-contact list.
    pub suppressed: u32,
    /// Rows that say otherwise than what the seller typed.
    pub conflicts: u32,
    /// Every row up to this number is written.
    pub applied: u32,
    /// What undo takes back.
    pub operation: Option<OperationId>,
    /// Whether that operation is still open.
    pub open: bool,
    /// Whether it was undone.
    pub undone: bool,
    /// Why it failed.
    pub failure: Option<Reason>,
    /// When it was opened.
    pub created_at: DateTime<Utc>,
    /// When it ended.
    pub finished_at: Option<DateTime<Utc>>,
}

/// Notes an import whose file is about to be read.
pub fn insert(tx: &mut Tx<'_>, new: &NewImport) -> Result<(), StoreError> {
    tx.conn().execute(
        "INSERT INTO import (id, file_name, file_hash, kind, mode, source, state, created_at)
         VALUES (:id, :file_name, '', 'csv', :mode, :source, 'reading', :at)",
        named_params! {
            ":id": Id(new.id), ":file_name": new.file_name, ":mode": mode_code(new.mode), ":source": new.source, ":at": At(tx.now()),
        },
    )?;
    tx.touch(Tag::Imports);
    Ok(())
}

/// Notes what the file turned out to be, before its rows come.
pub fn start(tx: &mut Tx<'_>, import: &Import) -> Result<(), StoreError> {
    tx.conn().execute(
        "UPDATE import SET file_hash = :hash, kind = :kind, info = :info, mapping = :mapping, mode = :mode, settings = :settings,
                signature = :signature WHERE id = :id",
        named_params! {
            ":id": Id(import.id), ":hash": import.file_hash, ":kind": import.kind, ":info": to_json(&import.info, "import", "info")?,
            ":mapping": to_json(&import.mapping, "import", "mapping")?, ":mode": mode_code(import.mode),
            ":settings": to_json(&import.settings, "import", "settings")?, ":signature": import.signature,
        },
    )?;
    tx.touch(Tag::Imports);
    Ok(())
}

/// Notes what the seller told as the writing begins.
pub fn put_settings(tx: &mut Tx<'_>, import: Uuid, settings: &Settings) -> Result<(), StoreError> {
    tx.conn().execute("UPDATE import SET settings = ?2 WHERE id = ?1", (Id(import), to_json(settings, "import", "settings")?))?;
    tx.touch(Tag::Imports);
    Ok(())
}

/// Notes what is known of the file now.
pub fn put_info(tx: &mut Tx<'_>, import: Uuid, info: &Info) -> Result<(), StoreError> {
    tx.conn().execute("UPDATE import SET info = ?2 WHERE id = ?1", (Id(import), to_json(info, "import", "info")?))?;
    tx.touch(Tag::Imports);
    Ok(())
}

/// Notes how the check came out, with how many of its people are on the do-not-contact list and how many rows have a conflict; the import
/// waits for the seller.
pub fn set_check(tx: &mut Tx<'_>, import: Uuid, info: &Info, tally: &Tally, (suppressed, conflicts): (u32, u32)) -> Result<(), StoreError> {
    count(tx, import, tally, 0)?;
    tx.conn().execute(
        "UPDATE import SET state = 'checked', info = :info, suppressed = :suppressed, conflicts = :conflicts WHERE id = :id",
        named_params! {
            ":id": Id(import), ":info": to_json(info, "import", "info")?, ":suppressed": suppressed, ":conflicts": conflicts,
        },
    )?;
    tx.touch(Tag::Imports);
    Ok(())
}

/// Notes how far writing is, together with the rows it speaks of.
pub fn progress(tx: &mut Tx<'_>, import: Uuid, tally: &Tally, applied: u32) -> Result<(), StoreError> {
    count(tx, import, tally, applied)
}

fn count(tx: &mut Tx<'_>, import: Uuid, tally: &Tally, applied: u32) -> Result<(), StoreError> {
    tx.conn()
        .prepare_cached(
            "UPDATE import SET rows = :rows, created = :created, updated = :updated, unchanged = :unchanged, skipped = :skipped, rejected = :rejected,
                    applied = :applied WHERE id = :id",
        )?
        .execute(named_params! {
            ":id": Id(import), ":rows": tally.rows, ":created": tally.created, ":updated": tally.updated, ":unchanged": tally.unchanged,
            ":skipped": tally.skipped, ":rejected": tally.rejected, ":applied": applied,
        })?;
    Ok(())
}

/// Moves an import from one state to another; `false` when it was not in the first.
pub fn set_state(tx: &mut Tx<'_>, import: Uuid, from: ImportState, to: ImportState) -> Result<bool, StoreError> {
    let changed = tx.conn().prepare_cached("UPDATE import SET state = ?3 WHERE id = ?1 AND state = ?2")?.execute((
        Id(import),
        state_code(from),
        state_code(to),
    ))?;
    tx.touch(Tag::Imports);
    Ok(changed == 1)
}

/// The file turned out bad.
pub fn set_failed(tx: &mut Tx<'_>, import: Uuid, failure: &Reason) -> Result<(), StoreError> {
    tx.conn().execute(
        "UPDATE import SET state = 'failed', failure = ?2, finished_at = ?3 WHERE id = ?1",
        (Id(import), to_json(failure, "import", "failure")?, At(tx.now())),
    )?;
    tx.touch(Tag::Imports);
    Ok(())
}

/// Notes which operation writes the import.
pub fn set_operation(tx: &mut Tx<'_>, import: Uuid, operation: OperationId) -> Result<(), StoreError> {
    tx.conn().execute("UPDATE import SET operation_id = ?2 WHERE id = ?1", (Id(import), Id(operation.0)))?;
    tx.touch(Tag::Imports);
    Ok(())
}

/// Where an import stands and how far it is written: what a chunk asks first.
pub fn standing(read: &Read<'_>, import: Uuid) -> Result<Option<(ImportState, u32)>, StoreError> {
    let mut statement = read.conn().prepare_cached("SELECT state, applied FROM import WHERE id = ?1")?;
    let found = statement.query_row([Id(import)], |row| Ok((row.get::<_, String>(0)?, row.get(1)?))).optional()?;
    found
        .map(|(state, applied)| Ok((state_of(&state).ok_or(StoreError::Malformed { table: "import", column: "state" })?, applied)))
        .transpose()
}

/// An import is stopped before anything was written: it ends here.
pub fn stop(tx: &mut Tx<'_>, import: Uuid) -> Result<bool, StoreError> {
    let changed = tx.conn().execute(
        "UPDATE import SET state = 'cancelled', finished_at = ?2 WHERE id = ?1 AND state IN ('reading', 'checked')",
        (Id(import), At(tx.now())),
    )?;
    tx.touch(Tag::Imports);
    Ok(changed == 1)
}

/// Writing is over, done or stopped. An operation that changed nothing is gone, and with it the undo step.
pub fn finish(tx: &mut Tx<'_>, import: Uuid) -> Result<(), StoreError> {
    tx.conn().execute(
        "UPDATE import SET state = CASE state WHEN 'applying' THEN 'applied' ELSE state END, finished_at = ?2,
                operation_id = (SELECT id FROM operation WHERE id = operation_id) WHERE id = ?1",
        (Id(import), At(tx.now())),
    )?;
    tx.touch(Tag::Imports);
    Ok(())
}

const SELECT: &str = "SELECT i.*, o.state AS operation_state FROM import i LEFT JOIN operation o ON o.id = i.operation_id";

/// An import; `None` when there is none.
pub fn find(read: &Read<'_>, import: Uuid) -> Result<Option<Import>, StoreError> {
    let mut statement = read.conn().prepare_cached(&format!("{SELECT} WHERE i.id = ?1 AND i.deleted_at IS NULL"))?;
    statement.query_row([Id(import)], |row| Ok(from_row(row))).optional()?.transpose()
}

/// The newest imports, newest first. A file that could not be read was refused when it was opened and never became one.
pub fn list(read: &Read<'_>, limit: u32) -> Result<Vec<Import>, StoreError> {
    let sql = format!(
        "{SELECT} WHERE NOT (i.state = 'failed' AND i.rows = 0) AND i.deleted_at IS NULL ORDER BY i.created_at DESC, i.id DESC LIMIT ?1"
    );
    let mut statement = read.conn().prepare_cached(&sql)?;
    let mut rows = statement.query([limit])?;
    let mut imports = Vec::new();
    while let Some(row) = rows.next()? {
        imports.push(from_row(row)?);
    }
    Ok(imports)
}

/// Imports that are being written, or were stopped before their operation was closed; oldest first.
pub fn applying(read: &Read<'_>) -> Result<Vec<Uuid>, StoreError> {
    let mut statement = read.conn().prepare_cached(
        "SELECT i.id FROM import i WHERE i.state = 'applying' OR (i.state = 'cancelled' AND i.finished_at IS NULL) ORDER BY i.created_at, i.id",
    )?;
    let ids = statement.query_map([], |row| id(row, "id"))?;
    Ok(ids.collect::<Result<_, _>>()?)
}

/// The newest other import of the same file that was written, and when.
pub fn latest_of(read: &Read<'_>, hash: &str, except: Uuid) -> Result<Option<(Uuid, DateTime<Utc>)>, StoreError> {
    let mut statement = read.conn().prepare_cached(
        "SELECT i.id, coalesce(i.finished_at, i.created_at) FROM import i LEFT JOIN operation o ON o.id = i.operation_id
          WHERE i.file_hash = ?1 AND i.id <> ?2 AND i.state IN ('applying', 'applied') AND coalesce(o.state, '') <> 'undone'
          ORDER BY i.created_at DESC LIMIT 1",
    )?;
    Ok(statement.query_row((hash, Id(except)), |row| Ok((row.get::<_, Id>(0)?.0, row.get::<_, At>(1)?.0))).optional()?)
}

/// The newest import of files with these columns that was written and stands: its mapping and rules were good.
pub fn latest_like(read: &Read<'_>, signature: &str, except: Uuid) -> Result<Option<Import>, StoreError> {
    let sql = format!(
        "{SELECT} WHERE i.signature = ?1 AND i.signature <> '' AND i.id <> ?2 AND i.state IN ('applying', 'applied') AND i.deleted_at IS NULL
            AND coalesce(o.state, '') <> 'undone' ORDER BY i.created_at DESC, i.id DESC LIMIT 1"
    );
    let mut statement = read.conn().prepare_cached(&sql)?;
    statement.query_row((signature, Id(except)), |row| Ok(from_row(row))).optional()?.transpose()
}

/// Takes an import off the list; nobody goes on with it.
pub fn delete(tx: &mut Tx<'_>, import: Uuid) -> Result<(), StoreError> {
    tx.conn().execute("UPDATE import SET deleted_at = ?2 WHERE id = ?1", (Id(import), At(tx.now())))?;
    drop_text(tx, import)?;
    tx.touch(Tag::Imports);
    Ok(())
}

/// Forgets what was pasted.
pub fn drop_text(tx: &mut Tx<'_>, import: Uuid) -> Result<(), StoreError> {
    tx.conn().prepare_cached("DELETE FROM import_text WHERE import_id = ?1")?.execute([Id(import)])?;
    Ok(())
}

/// Keeps pasted text, to be read again with other settings.
pub fn keep_text(tx: &mut Tx<'_>, import: Uuid, text: &str) -> Result<(), StoreError> {
    tx.conn().execute("INSERT OR REPLACE INTO import_text (import_id, content) VALUES (?1, ?2)", (Id(import), text))?;
    Ok(())
}

/// The pasted text of an import.
pub fn text(read: &Read<'_>, import: Uuid) -> Result<Option<String>, StoreError> {
    let mut statement = read.conn().prepare_cached("SELECT content FROM import_text WHERE import_id = ?1")?;
    Ok(statement.query_row([Id(import)], |row| row.get(0)).optional()?)
}

/// The operation an interrupted import left open.
pub fn open_operation(read: &Read<'_>, import: Uuid) -> Result<Option<OperationId>, StoreError> {
    let actor = crate::Actor::Import(import).to_string();
    let mut statement =
        read.conn().prepare_cached("SELECT id FROM operation WHERE actor = ?1 AND state = 'open' ORDER BY seq DESC LIMIT 1")?;
    Ok(statement.query_row([actor], |row| row.get::<_, Id>(0)).optional()?.map(|id| OperationId(id.0)))
}

/// Imports that were being read when the desk was closed or the process ended: nobody goes on with them. Also those whose rows are no
/// longer needed: ended before `before`.
pub fn stale(read: &Read<'_>, reading_before: DateTime<Utc>, ended_before: DateTime<Utc>) -> Result<(Vec<Uuid>, Vec<Uuid>), StoreError> {
    let ids = |sql: &str, at: DateTime<Utc>| -> Result<Vec<Uuid>, StoreError> {
        let mut statement = read.conn().prepare_cached(sql)?;
        let found = statement.query_map([At(at)], |row| id(row, "id"))?;
        Ok(found.collect::<Result<_, _>>()?)
    };
    Ok((
        ids("SELECT id FROM import WHERE state = 'reading' AND created_at < ?1", reading_before)?,
        ids(
            "SELECT id FROM import i WHERE coalesce(finished_at, created_at) < ?1 AND state IN ('applied', 'cancelled', 'failed', 'checked')
                AND EXISTS (SELECT 1 FROM import_row r WHERE r.import_id = i.id)",
            ended_before,
        )?,
    ))
}

/// Newest sequence number of the journal: while it stands still, nobody else has changed the desk.
pub fn newest_change(read: &Read<'_>) -> Result<u32, StoreError> {
    Ok(read.conn().prepare_cached("SELECT coalesce(max(seq), 0) FROM operation")?.query_row([], |row| row.get(0))?)
}

fn from_row(row: &Row<'_>) -> Result<Import, StoreError> {
    let text = |column: &str| row.get::<_, String>(column);
    let failure = text("failure")?;
    let operation: Option<String> = row.get("operation_state")?;
    Ok(Import {
        id: id(row, "id")?,
        file_name: text("file_name")?,
        file_hash: text("file_hash")?,
        kind: text("kind")?,
        info: from_json(&text("info")?, "import", "info")?,
        mapping: from_json(&text("mapping")?, "import", "mapping")?,
        mode: mode_of(&text("mode")?).ok_or(StoreError::Malformed { table: "import", column: "mode" })?,
        state: state_of(&text("state")?).ok_or(StoreError::Malformed { table: "import", column: "state" })?,
        tally: Tally {
            rows: row.get("rows")?,
            created: row.get("created")?,
            updated: row.get("updated")?,
            unchanged: row.get("unchanged")?,
            skipped: row.get("skipped")?,
            rejected: row.get("rejected")?,
        },
        source: text("source")?,
        settings: from_json(&text("settings")?, "import", "settings")?,
        signature: text("signature")?,
        suppressed: row.get("suppressed")?,
        conflicts: row.get("conflicts")?,
        applied: row.get("applied")?,
        operation: id_or_none(row, "operation_id")?.map(OperationId),
        open: operation.as_deref() == Some("open"),
        undone: operation.as_deref() == Some("undone"),
        failure: if failure.is_empty() { None } else { Some(from_json(&failure, "import", "failure")?) },
        created_at: time(row, "created_at")?,
        finished_at: time_or_none(row, "finished_at")?,
    })
}

const STATES: [(ImportState, &str); 6] = [
    (ImportState::Reading, "reading"),
    (ImportState::Checked, "checked"),
    (ImportState::Applying, "applying"),
    (ImportState::Applied, "applied"),
    (ImportState::Cancelled, "cancelled"),
    (ImportState::Failed, "failed"),
];

fn state_code(state: ImportState) -> &'static str {
    STATES.iter().find(|(known, _)| *known == state).map_or("failed", |(_, code)| code)
}

fn state_of(code: &str) -> Option<ImportState> {
    STATES.iter().find(|(_, known)| *known == code).map(|(state, _)| *state)
}

fn mode_code(mode: ImportMode) -> &'static str {
    match mode {
        ImportMode::Create => "create",
        ImportMode::Update => "update",
        ImportMode::Both => "both",
    }
}

fn mode_of(code: &str) -> Option<ImportMode> {
    [ImportMode::Create, ImportMode::Update, ImportMode::Both].into_iter().find(|mode| mode_code(*mode) == code)
}
