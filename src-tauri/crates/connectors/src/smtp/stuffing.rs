/// The bytes that follow `354`: the message with its leading dots doubled (RFC 5321 section 4.5.2), a final CRLF if it has none, and the
/// final dot, in one piece so that they leave in one write.
///
/// `None` if the message holds a CR or LF that is not part of a CRLF: with such a line end two servers can disagree on where a message stops.
pub(super) fn data_block(message: &[u8]) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(message.len() + message.len() / 64 + 8);
    let (mut line_start, mut after_cr) = (true, false);
    for &byte in message {
        match (after_cr, byte) {
            (true, b'\n') => {}
            (true, _) | (false, b'\n') => return None,
            (false, _) => {}
        }
        if line_start && byte == b'.' {
            out.push(b'.');
        }
        line_start = byte == b'\n';
        after_cr = byte == b'\r';
        out.push(byte);
    }
    if after_cr {
        return None;
    }
    if !line_start {
        out.extend_from_slice(b"\r\n");
    }
    out.extend_from_slice(b".\r\n");
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::data_block;

    #[test]
    fn leading_dots_are_doubled_and_the_block_ends_in_one_dot() {
        for (message, block) in [
            (&b"a\r\n"[..], &b"a\r\n.\r\n"[..]),
            (b"a", b"a\r\n.\r\n"),
            (b".\r\n..\r\n.a\r\n", b"..\r\n...\r\n..a\r\n.\r\n"),
            (b"a.\r\nb.c\r\n", b"a.\r\nb.c\r\n.\r\n"),
            (b"", b".\r\n"),
        ] {
            assert_eq!(data_block(message).as_deref(), Some(block));
        }
    }

    #[test]
    fn a_bare_line_end_is_refused_whatever_stands_around_it() {
        for message in [&b"a\n.\r\nb"[..], b"a\r.\r\nb", b"a\r\r\nb", b"\nb", b"a\r", b"a\r\n\n", b"a\n.\nb"] {
            assert_eq!(data_block(message), None, "{message:?}");
        }
    }
}
