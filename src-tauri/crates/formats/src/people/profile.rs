//! Links to LinkedIn profiles.

/// Decodes the percent-encoded letters of a link (`ren%C3%A9e` → `renée`), so that the same profile is the same text
/// whichever program exported it. Reserved characters stay encoded; what does not decode to UTF-8 is left as it is.
pub(crate) fn decode_link(link: &str) -> String {
    if !link.contains('%') {
        return link.to_owned();
    }
    let mut decoded = Vec::with_capacity(link.len());
    let mut rest = link.as_bytes();
    while let Some((byte, tail)) = rest.split_first() {
        match (byte, escaped(tail)) {
            (b'%', Some((value, after))) if value >= 0x80 || is_unreserved(value) => {
                decoded.push(value);
                rest = after;
            }
            _ => {
                decoded.push(*byte);
                rest = tail;
            }
        }
    }
    String::from_utf8(decoded).unwrap_or_else(|_| link.to_owned())
}

/// RFC 3986 section 2.3.
fn is_unreserved(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~')
}

fn escaped(tail: &[u8]) -> Option<(u8, &[u8])> {
    let (digits, after) = tail.split_at_checked(2)?;
    let text = std::str::from_utf8(digits).ok()?;
    if !text.bytes().all(|b| b.is_ascii_hexdigit()) {
        return None;
    }
    Some((u8::from_str_radix(text, 16).ok()?, after))
}

/// True for what points to a person on LinkedIn: `…linkedin.com/in/…`, the old `/pub/…`, Sales Navigator's `/sales/lead/…`
/// and `/sales/people/…`, or a bare `in/slug`.
pub(super) fn is_profile(link: &str) -> bool {
    if link.strip_prefix("https://www.linkedin.com/in/").is_some_and(|slug| !slug.trim_matches('/').is_empty()) {
        return true;
    }
    let lower = link.to_lowercase();
    let path = lower.split_once("linkedin.com/").map_or_else(|| lower.trim_start_matches('/'), |(_, path)| path);
    ["in/", "pub/", "sales/lead/", "sales/people/", "mwlite/in/", "profile/view"]
        .into_iter()
        .any(|start| path.strip_prefix(start).is_some_and(|rest| !rest.trim_matches('/').is_empty()))
}

/// True for a full link to a person on LinkedIn, host included: what may be moved from the column of the web site.
pub(super) fn is_linkedin_person(link: &str) -> bool {
    link.to_lowercase().contains("linkedin.com/") && is_profile(link)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encoded_letters_are_decoded_and_reserved_ones_are_not() {
        assert_eq!(decode_link("https://www.linkedin.com/in/ren%C3%A9e-%2Dx"), "https://www.linkedin.com/in/renée--x");
        assert_eq!(decode_link("https://x/in/a%2Fb%0Ac%"), "https://x/in/a%2Fb%0Ac%");
        assert_eq!(decode_link("https://x/in/a%FFb"), "https://x/in/a%FFb");
    }

    #[test]
    fn only_people_are_profiles() {
        for link in [
            "https://www.linkedin.com/in/jane",
            "http://fr.linkedin.com/in/jane/",
            "linkedin.com/in/jane?x=1",
            "in/jane",
            "/in/jane",
            "https://www.linkedin.com/sales/lead/ACw,NAME",
        ] {
            assert!(is_profile(link), "{link}");
        }
        for link in ["n/a", "https://www.linkedin.com/company/acme", "https://acme.com", "https://www.linkedin.com/in/", ""] {
            assert!(!is_profile(link), "{link}");
        }
    }
}
