//! What a person's record may not bring into a message: files people import hold merge fields another program left behind, formulas, links.

use super::facts::{is_address_of_page, tokens};
use unicode_normalization::UnicodeNormalization;

/// Something in a record that nobody wrote to be read by the person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Foreign {
    /// A placeholder in braces, such as `{first_name}` or `{{ company }}`.
    Placeholder,
    /// A link: `https://…`, `www.…`, `example.com/offer`. A bare name with a dot ("Booking.com", "Node.js SARL") is a name.
    Link,
}

/// What a record's value holds that may not be printed in a message.
pub fn foreign(value: &str) -> Option<Foreign> {
    if !value.chars().any(|c| "{}./:".contains(c) || c >= '\u{2000}') {
        return None;
    }
    let value: String = value.nfkc().collect();
    if has_placeholder(&value) {
        Some(Foreign::Placeholder)
    } else {
        tokens(&value).any(|token| is_address_of_page(&token)).then_some(Foreign::Link)
    }
}

fn has_placeholder(value: &str) -> bool {
    let braces = value
        .split('{')
        .skip(1)
        .any(|after| after.split_once('}').is_some_and(|(inside, _)| inside.chars().any(|c| c.is_alphanumeric() || c == '_')));
    braces || ["{{", "}}", "{%", "%}"].iter().any(|mark| value.contains(mark))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_and_links_in_a_record_are_found() {
        for value in ["{first_name}", "{{ company }}", "Acme {title}", "{% if x %}", "｛first_name｝", "{{"] {
            assert_eq!(foreign(value), Some(Foreign::Placeholder), "{value}");
        }
        for value in [
            "=HYPERLINK(\"http://evil.example\")",
            "https://evil.example/x",
            "Acme (see www.evil.example)",
            "evil.com/win",
            "HTTPS://EVIL.EXAMPLE",
            "mailto:boss@evil.com",
        ] {
            assert_eq!(foreign(value), Some(Foreign::Link), "{value}");
        }
    }

    #[test]
    fn names_with_dots_slashes_and_signs_are_names() {
        for value in [
            "Booking.com",
            "Node.js SARL",
            "St. Gobain S.A.",
            "Ernst & Young / EY",
            "A/B Testing Co.",
            "Éts. Dupont",
            "www",
            "Amazon.fr / Amazon.com",
            "Ratio 1:2",
            ":-} Studio",
            "24/7 Services",
        ] {
            assert_eq!(foreign(value), None, "{value}");
        }
    }
}
