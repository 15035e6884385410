//! Bytes in some encoding, handed on as chunks of UTF-8.

use std::io::{self, Read};

use encoding_rs::{Decoder, Encoding};

const CHUNK: usize = 64 * 1024;

/// A reader and the decoder that makes text of it.
pub(super) struct TextReader {
    input: Box<dyn Read + Send>,
    decoder: Decoder,
    raw: Vec<u8>,
    finished: bool,
    read: u64,
}

impl TextReader {
    /// `input` stands after any byte order mark.
    pub(super) fn new(input: Box<dyn Read + Send>, encoding: &'static Encoding) -> Self {
        Self { input, decoder: encoding.new_decoder_without_bom_handling(), raw: vec![0; CHUNK], finished: false, read: 0 }
    }

    /// Bytes consumed so far, before decoding.
    pub(super) fn bytes_read(&self) -> u64 {
        self.read
    }

    /// Replaces `text` by the next chunk. False at the end of the input, `text` being empty then. Bytes that mean nothing
    /// in the encoding become U+FFFD.
    pub(super) fn next_chunk(&mut self, text: &mut String) -> io::Result<bool> {
        text.clear();
        while text.is_empty() && !self.finished {
            let count = match self.input.read(&mut self.raw) {
                Ok(count) => count,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(error),
            };
            self.read += count as u64;
            self.finished = count == 0;
            let chunk = self.raw.get(..count).unwrap_or_default();
            // Room for the worst case, so that one call always takes the whole chunk.
            text.reserve(self.decoder.max_utf8_buffer_length(count).unwrap_or(4 * CHUNK));
            let _ = self.decoder.decode_to_string(chunk, text, self.finished);
        }
        Ok(!text.is_empty())
    }
}
