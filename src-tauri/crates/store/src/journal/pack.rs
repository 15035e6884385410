//! A segment's changeset as it stands in the file: an LZ4 block behind its length. Rows of one table repeat each other, and every page that is
//! not written need not be encrypted, copied out of the log and read again by the search index.

use crate::StoreError;
use lz4_flex::block::{compress_prepend_size, decompress_size_prepended};

pub(super) fn pack(changeset: &[u8]) -> Vec<u8> {
    if changeset.is_empty() { Vec::new() } else { compress_prepend_size(changeset) }
}

pub(super) fn unpack(packed: &[u8]) -> Result<Vec<u8>, StoreError> {
    if packed.is_empty() {
        return Ok(Vec::new());
    }
    decompress_size_prepended(packed).map_err(|_| StoreError::Malformed { table: "journal_segment", column: "changeset" })
}
