/// True for an address a message can be sent to: one `@`, a plain local part, a domain with a dot.
///
/// Narrower than RFC 5322 on purpose: quoted local parts, comments and address literals are typing errors in a list of
/// prospects. Lengths as in RFC 5321 section 4.5.3.1. Non-ASCII letters are let through (RFC 6531).
#[must_use]
pub fn is_email(text: &str) -> bool {
    let Some((local, domain)) = text.split_once('@') else {
        return false;
    };
    let local_char = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~.".contains(c) || c.is_alphanumeric();
    let label = |label: &str| {
        !label.is_empty()
            && label.len() <= 63
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(|c| c.is_alphanumeric() || c == '-')
    };
    text.len() <= 254
        && (1..=64).contains(&local.len())
        && local.chars().all(local_char)
        && !local.starts_with('.')
        && !local.ends_with('.')
        && !local.contains("..")
        && domain.contains('.')
        && domain.split('.').all(label)
        && domain.rsplit('.').next().is_some_and(|top| top.len() >= 2 && !top.bytes().all(|b| b.is_ascii_digit()))
}

/// The addresses a cell holds (`a ::: b`, `a; b`, `a, b`), each without `mailto:` or `<…>`.
pub(super) fn addresses(text: &str) -> impl Iterator<Item = &str> {
    text.split(":::").flat_map(|part| part.split([';', ',', '|', '\n'])).map(str::trim).filter(|part| !part.is_empty()).map(bare)
}

fn bare(text: &str) -> &str {
    let inner = match (text.rfind('<'), text.strip_suffix('>')) {
        (Some(open), Some(closed)) => closed.get(open + 1..).unwrap_or_default(),
        _ => text,
    };
    let address = match inner.get(..7) {
        Some(scheme) if scheme.eq_ignore_ascii_case("mailto:") => inner.get(7..).unwrap_or_default(),
        _ => inner,
    };
    address.trim()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinary_addresses_are_accepted() {
        for text in ["a@b.fr", "jean-luc.o'neil+crm@mail.example.com", "élodie@société.fr", "x@a-b.museum"] {
            assert!(is_email(text), "{text}");
        }
    }

    #[test]
    fn typing_errors_are_refused() {
        for text in [
            "",
            "a",
            "a@b",
            "a@@b.fr",
            "a b@c.fr",
            "a@b..fr",
            ".a@b.fr",
            "a.@b.fr",
            "a@-b.fr",
            "a@1.2.3.4",
            "a@b.f",
            "\"a b\"@c.fr",
            "a@b.fr\r\nBcc: x@y.fr",
            "a@b_c.fr",
        ] {
            assert!(!is_email(text), "{text:?}");
        }
    }

    #[test]
    fn each_of_several_addresses_is_taken() {
        for (text, found) in [
            ("a@b.fr ::: c@d.fr", ["a@b.fr", "c@d.fr"].as_slice()),
            ("a@b.fr; c@d.fr", &["a@b.fr", "c@d.fr"]),
            ("Ann Lee <a@b.fr>", &["a@b.fr"]),
            ("MAILTO:a@b.fr", &["a@b.fr"]),
        ] {
            assert_eq!(addresses(text).collect::<Vec<_>>(), found, "{text}");
        }
    }
}
