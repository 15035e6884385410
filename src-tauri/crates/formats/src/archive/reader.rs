use std::io::{Read, Seek, copy, sink};

use zip::{ZipArchive, result::ZipError};

use super::{ArchiveError, names};

/// Largest unpacked Connections.csv: a hundred times the 30,000 connections LinkedIn allows.
const MAX_CONNECTIONS: u64 = 256 * 1024 * 1024;
/// Most entries: complete exports with media have hundreds.
const MAX_ENTRIES: usize = 20_000;
/// No text packs better than this; a bomb packs about 1,000 to 1.
const MAX_RATIO: u64 = 200;
/// Below this size the ratio says nothing.
const RATIO_FROM: u64 = 1024 * 1024;

/// The connections of an archive.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Connections {
    /// The file name they were found under, without folders.
    pub(crate) entry: String,
    /// Content of the CSV.
    pub(crate) bytes: Vec<u8>,
    /// Names of LinkedIn's other files in the archive, sorted; they are ignored for now.
    pub(crate) ignored: Vec<String>,
}

impl std::fmt::Debug for Connections {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Connections").field("bytes", &self.bytes.len()).finish_non_exhaustive()
    }
}

/// An open zip whose names have been checked.
pub(crate) struct Archive<R> {
    zip: ZipArchive<R>,
    names: Vec<String>,
}

impl<R: Read + Seek> Archive<R> {
    pub(crate) fn open(input: R) -> Result<Self, ArchiveError> {
        let zip = ZipArchive::new(input).map_err(from_zip)?;
        if zip.len() > MAX_ENTRIES {
            return Err(ArchiveError::TooManyEntries { limit: MAX_ENTRIES });
        }
        if zip.has_duplicate_names() {
            return Err(ArchiveError::Damaged);
        }
        let names: Vec<String> =
            (0..zip.len()).map(|index| zip.name_for_index(index).and_then(Result::ok).unwrap_or_default().into_owned()).collect();
        if names.iter().any(|name| names::is_unsafe(name)) {
            return Err(ArchiveError::UnsafePath);
        }
        Ok(Self { zip, names })
    }

    pub(crate) fn has(&self, name: &str) -> bool {
        self.names.iter().any(|n| n.eq_ignore_ascii_case(name))
    }

    pub(crate) fn into_inner(self) -> R {
        self.zip.into_inner()
    }

    /// Unpacks every XML part into nothing, so that what is then parsed is known to stay under the limit. What a zip says
    /// of its own sizes is not believed.
    pub(crate) fn check_parts(&mut self, limit: u64) -> Result<(), ArchiveError> {
        let mut left = limit;
        for (index, name) in self.names.iter().enumerate() {
            let lower = name.to_ascii_lowercase();
            if !lower.ends_with(".xml") && !lower.ends_with(".rels") {
                continue;
            }
            let part = self.zip.by_index(index).map_err(from_zip)?;
            if part.size() > left {
                return Err(ArchiveError::TooLarge { limit });
            }
            let read = copy(&mut part.take(left + 1), &mut sink()).map_err(|_| ArchiveError::Damaged)?;
            left = left.checked_sub(read).ok_or(ArchiveError::TooLarge { limit })?;
        }
        Ok(())
    }

    /// Reads Connections.csv into memory: the one nearest the top, where there are several.
    pub(crate) fn connections(mut self) -> Result<Connections, ArchiveError> {
        let mut found: Vec<(usize, usize)> = self
            .names
            .iter()
            .enumerate()
            .filter(|(_, name)| names::is_connections(name))
            .map(|(index, name)| (names::depth(name), index))
            .collect();
        found.sort_unstable();
        let (depth, index) = *found.first().ok_or(ArchiveError::NoConnections)?;
        if found.get(1).is_some_and(|(other, _)| *other == depth) {
            return Err(ArchiveError::SeveralConnections);
        }
        let bytes = self.read(index)?;
        let mut ignored: Vec<String> =
            self.names.iter().filter(|name| names::is_known(name)).map(|name| names::file_name(name).to_owned()).collect();
        ignored.sort_unstable();
        ignored.dedup();
        let entry = self.names.get(index).map(|name| names::file_name(name).to_owned()).unwrap_or_default();
        Ok(Connections { entry, bytes, ignored })
    }

    /// Reads another of LinkedIn's files, the one nearest the top; `None` where there is none.
    pub(crate) fn part(&mut self, part: &str) -> Result<Option<Vec<u8>>, ArchiveError> {
        let found = self.names.iter().enumerate().filter(|(_, name)| names::is_part(name, part));
        let nearest = found.min_by_key(|(index, name)| (names::depth(name), *index)).map(|(index, _)| index);
        nearest.map(|index| self.read(index)).transpose()
    }

    fn read(&mut self, index: usize) -> Result<Vec<u8>, ArchiveError> {
        let file = self.zip.by_index(index).map_err(from_zip)?;
        let limit = MAX_CONNECTIONS.min(RATIO_FROM.max(file.compressed_size().saturating_mul(MAX_RATIO)));
        if file.size() > limit {
            return Err(ArchiveError::TooLarge { limit });
        }
        let mut bytes = Vec::new();
        file.take(limit + 1).read_to_end(&mut bytes).map_err(|_| ArchiveError::Damaged)?;
        if bytes.len() as u64 > limit { Err(ArchiveError::TooLarge { limit }) } else { Ok(bytes) }
    }
}

fn from_zip(error: ZipError) -> ArchiveError {
    match error {
        ZipError::Io(error) => match error.kind() {
            std::io::ErrorKind::UnexpectedEof | std::io::ErrorKind::InvalidData => ArchiveError::Damaged,
            kind => ArchiveError::Io(kind),
        },
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) | ZipError::InvalidPassword => ArchiveError::Encrypted,
        ZipError::UnsupportedArchive(_) | ZipError::CompressionMethodNotSupported(_) => ArchiveError::Unsupported,
        _ => ArchiveError::Damaged,
    }
}
