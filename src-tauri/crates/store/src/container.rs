//! The file a backup is kept in: `*.rainbackup`, a zip archive (stored, not compressed: ciphertext does not shrink) of
//!
//! - `manifest.json`: form of the container, when and why it was made, schema version. No personal data, no counts of it;
//! - `desk.db`: the desk, encrypted under its key exactly as in the workspace;
//! - `workspace.json`: that key wrapped by the recovery key and, where one is set, the passphrase.
//!
//! So a backup opens with the recovery key or passphrase that was valid when it was made, or with the keychain of the same machine, and is
//! worth nothing without one of them. Secrets of services (mail password, API keys) are not in it.

use crate::snapshot::Facts;
use crate::values::time_text;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use std::fs::File;
use std::io::{self, Read, Write};
use std::path::Path;
use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// Name of the file with the wrapped keys, beside `desk.db` and in a container.
pub const WORKSPACE_FILE: &str = "workspace.json";
const MANIFEST: &str = "manifest.json";
const DESK: &str = "desk.db";
/// Form of the containers this application writes, and the newest it reads.
const FORM: u32 = 1;
/// Far above any real `workspace.json` or manifest.
const SMALL: u64 = 64 * 1024;

/// What a container says about itself, before any key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// Form of the container.
    pub form: u32,
    /// When it was made, RFC 3339.
    pub at: DateTime<Utc>,
    /// `manual`, `automatic`, `before_migration`, `before_restore`.
    pub kind: String,
    /// Schema version of the desk in it.
    pub schema: u32,
    /// Size of the desk's file in it.
    pub desk_bytes: u64,
}

impl Manifest {
    /// The manifest of a fresh copy.
    pub fn new(kind: &str, at: DateTime<Utc>, facts: Facts) -> Self {
        Self { form: FORM, at, kind: kind.to_owned(), schema: facts.schema, desk_bytes: facts.bytes }
    }
}

/// Why a container cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum ContainerError {
    /// It is not a backup at all.
    #[error("this file is not a backup")]
    NotABackup,
    /// It is cut or damaged.
    #[error("the backup is damaged")]
    Damaged,
    /// It was made by a later version of the application.
    #[error("the backup was made by a later version")]
    Newer {
        /// Its form.
        file: u32,
        /// The newest form known here.
        app: u32,
    },
    /// The file or folder cannot be read or written.
    #[error("the file cannot be reached")]
    Io(#[from] io::Error),
}

impl From<ZipError> for ContainerError {
    fn from(error: ZipError) -> Self {
        match error {
            ZipError::Io(error) if error.kind() != io::ErrorKind::InvalidData && error.kind() != io::ErrorKind::UnexpectedEof => {
                Self::Io(error)
            }
            _ => Self::Damaged,
        }
    }
}

/// Writes a container; it appears whole under its name, or not at all.
pub fn pack(to: &Path, manifest: &Manifest, desk: &Path, workspace: &Path) -> Result<(), ContainerError> {
    let mut unfinished = to.as_os_str().to_owned();
    unfinished.push(".part");
    let unfinished = Path::new(&unfinished);
    let written = (|| {
        let mut zip = ZipWriter::new(File::create(unfinished)?);
        let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored).large_file(true);
        zip.start_file(MANIFEST, stored)?;
        zip.write_all(&serde_json::to_vec_pretty(manifest).map_err(|_| ContainerError::Damaged)?)?;
        zip.start_file(WORKSPACE_FILE, stored)?;
        io::copy(&mut File::open(workspace)?, &mut zip)?;
        zip.start_file(DESK, stored)?;
        io::copy(&mut File::open(desk)?, &mut zip)?;
        zip.finish()?.sync_all()?;
        crate::failpoint!("backup.packed");
        std::fs::rename(unfinished, to)?;
        Ok(())
    })();
    if written.is_err() {
        let _gone = std::fs::remove_file(unfinished);
    }
    written
}

/// Reads a container's manifest and wrapped keys.
pub fn peek(file: &Path) -> Result<(Manifest, Vec<u8>), ContainerError> {
    let mut zip = open(file)?;
    let manifest = manifest(&mut zip)?;
    let workspace = small(&mut zip, WORKSPACE_FILE)?;
    Ok((manifest, workspace))
}

/// Reads a container from end to end, so that every checksum in it is compared; nothing is written.
pub fn check(file: &Path) -> Result<Manifest, ContainerError> {
    let mut zip = open(file)?;
    let manifest = manifest(&mut zip)?;
    let _keys = small(&mut zip, WORKSPACE_FILE)?;
    let mut desk = zip.by_name(DESK).map_err(|_| ContainerError::Damaged)?;
    let size = io::copy(&mut desk, &mut io::sink()).map_err(|_| ContainerError::Damaged)?;
    if size == manifest.desk_bytes { Ok(manifest) } else { Err(ContainerError::Damaged) }
}

/// Unpacks the desk's file and the wrapped keys into a folder. Nothing else in the archive is looked at.
pub fn unpack(file: &Path, folder: &Path) -> Result<Manifest, ContainerError> {
    let mut zip = open(file)?;
    let manifest = manifest(&mut zip)?;
    let workspace = small(&mut zip, WORKSPACE_FILE)?;
    write_whole(&folder.join(WORKSPACE_FILE), &mut workspace.as_slice(), SMALL)?;
    let mut desk = zip.by_name(DESK).map_err(|_| ContainerError::Damaged)?;
    let size = write_whole(&folder.join(DESK), &mut desk, manifest.desk_bytes)?;
    if size == manifest.desk_bytes { Ok(manifest) } else { Err(ContainerError::Damaged) }
}

fn open(file: &Path) -> Result<ZipArchive<File>, ContainerError> {
    let mut raw = File::open(file)?;
    let mut start = [0u8; 4];
    if raw.read_exact(&mut start).is_err() || start != *b"PK\x03\x04" {
        return Err(ContainerError::NotABackup);
    }
    Ok(ZipArchive::new(raw)?)
}

fn manifest(zip: &mut ZipArchive<File>) -> Result<Manifest, ContainerError> {
    if zip.index_for_name(MANIFEST).is_none() {
        return Err(ContainerError::NotABackup);
    }
    let bytes = small(zip, MANIFEST)?;
    let form: Form = serde_json::from_slice(&bytes).map_err(|_| ContainerError::Damaged)?;
    if form.form > FORM {
        return Err(ContainerError::Newer { file: form.form, app: FORM });
    }
    serde_json::from_slice(&bytes).map_err(|_| ContainerError::Damaged)
}

/// The one field every form has.
#[derive(Deserialize)]
struct Form {
    form: u32,
}

fn small(zip: &mut ZipArchive<File>, name: &str) -> Result<Vec<u8>, ContainerError> {
    let entry = zip.by_name(name).map_err(|_| ContainerError::Damaged)?;
    let mut bytes = Vec::new();
    entry.take(SMALL + 1).read_to_end(&mut bytes).map_err(|_| ContainerError::Damaged)?;
    if bytes.len() as u64 > SMALL { Err(ContainerError::Damaged) } else { Ok(bytes) }
}

/// At most `limit` bytes and one more, so that too many are noticed and never fill the disk.
fn write_whole(to: &Path, from: &mut dyn Read, limit: u64) -> Result<u64, ContainerError> {
    let mut file = File::create(to)?;
    let mut from = from.take(limit.saturating_add(1));
    let mut buffer = vec![0u8; 256 * 1024];
    let mut size = 0u64;
    loop {
        // A read error inside the archive is damage (checksum, cut file); a write error is the disk's.
        let n = from.read(&mut buffer).map_err(|_| ContainerError::Damaged)?;
        let Some(part) = buffer.get(..n).filter(|part| !part.is_empty()) else { break };
        file.write_all(part)?;
        size += n as u64;
    }
    file.sync_all()?;
    Ok(size)
}

/// The name a backup made at this time has by default.
pub fn default_name(kind: &str, at: DateTime<Utc>) -> String {
    let stamp: String = time_text(at).chars().filter(char::is_ascii_alphanumeric).take(15).collect();
    format!("{stamp}-{kind}.{}", crate::snapshot::BACKUP_ENDING)
}
