//! The first pass over a text file: is it text, and in which encoding?

use std::io::Read;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use super::TableError;

/// Bytes given to the statistical detector after the first one that is not UTF-8.
const DETECTOR_BYTES: u64 = 4 * 1024 * 1024;
/// A file with this many sound multi-byte UTF-8 sequences for each broken one is damaged UTF-8, not another encoding.
const DAMAGED_UTF8_RATIO: u64 = 4;

/// What the first pass found.
#[derive(Debug, Clone, Copy)]
pub(super) struct Detected {
    pub(super) encoding: &'static Encoding,
    /// Length of the byte order mark.
    pub(super) bom: u64,
}

/// Byte order marks: UTF-8, UTF-16 in both orders.
pub(super) fn byte_order_mark(start: &[u8]) -> Option<Detected> {
    Encoding::for_bom(start).map(|(encoding, length)| Detected { encoding, bom: length as u64 })
}

/// Kinds of file that are known by their first bytes, and cannot be a table.
pub(super) fn refuse_known_binaries(start: &[u8]) -> Result<(), TableError> {
    const KNOWN: [(&[u8], &str); 10] = [
        (b"PK\x03\x04", "zip archive"),
        (b"%PDF", "PDF"),
        (b"\x89PNG", "PNG image"),
        (b"\xff\xd8\xff", "JPEG image"),
        (b"GIF8", "GIF image"),
        (b"\x1f\x8b", "gzip archive"),
        (b"Rar!", "RAR archive"),
        (b"7z\xbc\xaf", "7-Zip archive"),
        (b"\x7fELF", "program"),
        (b"SQLite format 3", "database"),
    ];
    if start.starts_with(b"\xd0\xcf\x11\xe0") {
        return Err(TableError::OldOrProtectedWorkbook);
    }
    if let Some((_, looks_like)) = KNOWN.iter().find(|(magic, _)| start.starts_with(magic)) {
        return Err(TableError::NotText { looks_like });
    }
    let text = String::from_utf8_lossy(start).to_lowercase();
    let text = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    if text.starts_with("<!doctype html") || text.starts_with("<html") {
        return Err(TableError::WebPage);
    }
    Ok(())
}

/// Reads everything: strict UTF-8, then damaged UTF-8, then the statistical guess for a French file, which for Excel's
/// "CSV" is Windows-1252.
pub(super) fn detect(input: &mut dyn Read) -> Result<Detected, TableError> {
    let mut scan = Scan::default();
    let mut buffer = vec![0_u8; 64 * 1024];
    let mut carried = 0;
    while let Some(space) = buffer.get_mut(carried..) {
        let count = match input.read(space) {
            Ok(count) => count,
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error.into()),
        };
        let chunk = buffer.get(..carried + count).unwrap_or_default();
        let fresh = chunk.get(carried..).unwrap_or_default();
        scan.bytes += count as u64;
        scan.count_controls(fresh);
        // At the end an incomplete sequence is a broken one.
        let left = scan.utf8(chunk, count == 0);
        scan.feed_detector(fresh);
        let from = chunk.len() - left;
        buffer.copy_within(from.., 0);
        carried = left;
        if count == 0 {
            break;
        }
    }
    scan.conclude()
}

struct Scan {
    bytes: u64,
    controls: u64,
    nuls: u64,
    sound: u64,
    broken: u64,
    detector: EncodingDetector,
    fed: u64,
}

impl Default for Scan {
    fn default() -> Self {
        let detector = EncodingDetector::new(Iso2022JpDetection::Deny);
        Self { bytes: 0, controls: 0, nuls: 0, sound: 0, broken: 0, detector, fed: 0 }
    }
}

impl Scan {
    fn count_controls(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.controls += u64::from(*byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r'));
            self.nuls += u64::from(*byte == 0);
        }
    }

    /// Counts sound and broken sequences; returns how many bytes at the end wait for the next chunk.
    fn utf8(&mut self, chunk: &[u8], last: bool) -> usize {
        if chunk.is_ascii() {
            return 0;
        }
        let mut rest = chunk;
        loop {
            let (valid, error) = match std::str::from_utf8(rest) {
                Ok(valid) => (valid.len(), None),
                Err(error) => (error.valid_up_to(), Some(error)),
            };
            let valid_part = rest.get(..valid).unwrap_or_default();
            self.sound += valid_part.iter().filter(|byte| **byte >= 0xc0).count() as u64;
            match error.map(|error| error.error_len()) {
                None => return 0,
                Some(None) if !last => return rest.len() - valid,
                Some(length) => {
                    self.broken += 1;
                    rest = rest.get(valid + length.unwrap_or(rest.len() - valid)..).unwrap_or_default();
                }
            }
        }
    }

    fn feed_detector(&mut self, fresh: &[u8]) {
        if self.broken > 0 && self.fed < DETECTOR_BYTES && !fresh.is_empty() {
            self.detector.feed(fresh, false);
            self.fed += fresh.len() as u64;
        }
    }

    /// A stray control character or two is dirt in a cell; a file made of them is not text.
    fn is_binary(&self) -> bool {
        self.nuls * 50 > self.bytes || self.controls * 4 > self.bytes || self.broken > 0 && self.controls * 50 > self.bytes
    }

    fn conclude(mut self) -> Result<Detected, TableError> {
        if self.is_binary() {
            return Err(TableError::NotText { looks_like: "binary data" });
        }
        if self.broken == 0 || self.sound > self.broken * DAMAGED_UTF8_RATIO {
            return Ok(Detected { encoding: UTF_8, bom: 0 });
        }
        self.detector.feed(&[], true);
        let encoding = self.detector.guess(Some(b"fr"), Utf8Detection::Deny);
        Ok(Detected { encoding, bom: 0 })
    }
}

/// True for the encodings that use two bytes a character, whose NULs are no sign of a binary file.
pub(super) fn is_wide(encoding: &'static Encoding) -> bool {
    encoding == UTF_16LE || encoding == UTF_16BE
}
