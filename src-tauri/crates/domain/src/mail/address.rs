use crate::fault::Fault;
use email_address::{EmailAddress, Options};
use serde::{Deserialize, Serialize};
use std::fmt;

/// Longest address that fits a forward path (RFC 5321 section 4.5.3.1.3, less the two angle brackets).
const MAX_OCTETS: usize = 254;

/// An e-mail address that can be put on an SMTP line and in a header as it is: ASCII, no quotes, no spaces, no line ends.
///
/// The domain is lower case and in its ASCII form (IDNA); the local part keeps the case it was given in, because RFC 5321 section 2.4
/// leaves its meaning to the receiving host.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Address {
    full: String,
    at: usize,
}

/// Why a text is not an address the desk can write to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum AddressError {
    /// Nothing there.
    #[error("the address is empty")]
    Empty,
    /// A line end, NUL or another control or invisible character: never a typing slip, often an attack (CWE-93).
    #[error("the address holds a control character")]
    Control,
    /// A quoted local part (`"a b"@example.org`).
    #[error("quoted addresses are not supported")]
    Quoted,
    /// Letters outside ASCII before the `@`; few servers accept them (RFC 6531).
    #[error("the part before the @ holds accented letters")]
    LocalNotAscii,
    /// The domain is not one (no dot, an IP address, a bad label).
    #[error("the domain is not valid")]
    Domain,
    /// Longer than 254 characters.
    #[error("the address is too long")]
    TooLong,
    /// Anything else RFC 5321 does not allow.
    #[error("this is not an e-mail address")]
    Malformed,
}

impl Fault for AddressError {
    fn code(&self) -> &'static str {
        match self {
            Self::Empty => "address.empty",
            Self::Control => "address.control",
            Self::Quoted => "address.quoted",
            Self::LocalNotAscii => "address.local_not_ascii",
            Self::Domain => "address.domain",
            Self::TooLong => "address.too_long",
            Self::Malformed => "address.malformed",
        }
    }
}

impl Address {
    /// Reads one bare address. Spaces around it and a `mailto:` in front are forgiven; everything else has to be right.
    pub fn parse(text: &str) -> Result<Self, AddressError> {
        let text = text.trim_matches([' ', '\u{a0}']);
        let text = match text.get(..7) {
            Some(scheme) if scheme.eq_ignore_ascii_case("mailto:") => text.get(7..).unwrap_or_default(),
            _ => text,
        };
        if text.is_empty() {
            return Err(AddressError::Empty);
        }
        // The gate reads an address each time it is asked, and nearly all are made of these alone.
        let common = text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'@' | b'.' | b'-' | b'_' | b'+'));
        if !common && text.chars().any(super::header::is_unsafe) {
            return Err(AddressError::Control);
        }
        let (local, domain) = text.rsplit_once('@').ok_or(AddressError::Malformed)?;
        if local.contains('"') {
            return Err(AddressError::Quoted);
        }
        if !common && text.chars().any(|c| c.is_whitespace() || "<>(),;:".contains(c)) {
            return Err(AddressError::Malformed);
        }
        if !local.is_ascii() {
            return Err(AddressError::LocalNotAscii);
        }
        let full = [local, &ascii_domain(domain)?].join("@");
        if full.len() > MAX_OCTETS || local.len() > 64 {
            return Err(AddressError::TooLong);
        }
        let options = Options::default().without_display_text().without_domain_literal().with_required_tld();
        EmailAddress::parse_with_options(&full, options).map_err(|_| AddressError::Malformed)?;
        // Comments are legal in RFC 5322 and a trap everywhere: only dot-atoms pass (RFC 5322 section 3.2.3).
        let dot_atom = local.bytes().all(|b| b.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_`{|}~.".contains(&b));
        if !dot_atom || local.starts_with('.') || local.ends_with('.') || local.contains("..") {
            return Err(AddressError::Malformed);
        }
        Ok(Self { at: local.len(), full })
    }

    /// The address as it is written on the wire.
    pub fn as_str(&self) -> &str {
        &self.full
    }

    /// The part before the `@`, in its own case.
    pub fn local(&self) -> &str {
        self.full.get(..self.at).unwrap_or_default()
    }

    /// The domain: ASCII, lower case.
    pub fn domain(&self) -> &str {
        self.full.get(self.at + 1..).unwrap_or_default()
    }

    /// The key for matching, dedupe and suppression: all lower case. No server in use tells two people apart by case.
    pub fn norm(&self) -> String {
        self.full.to_ascii_lowercase()
    }

    /// Whether the domain hands out private mailboxes, so that writing needs recorded consent.
    pub fn is_private(&self) -> bool {
        super::is_private_domain(self.domain())
    }
}

/// Lower-case ASCII form of a domain, by the URL standard's IDNA processing; refuses IP addresses and single labels.
fn ascii_domain(domain: &str) -> Result<String, AddressError> {
    let domain = domain.strip_suffix('.').unwrap_or(domain);
    let ascii = if is_plain(domain) {
        domain.to_ascii_lowercase()
    } else {
        match url::Host::parse(domain) {
            Ok(url::Host::Domain(ascii)) => ascii,
            _ => return Err(AddressError::Domain),
        }
    };
    let label_ok = |label: &str| {
        !label.is_empty()
            && label.len() <= 63
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
    };
    // A percent sign would have been decoded by the URL rules: a domain in an address never has one.
    if domain.contains('%') || !ascii.contains('.') || !ascii.split('.').all(label_ok) {
        return Err(AddressError::Domain);
    }
    Ok(ascii)
}

/// Whether the URL standard would only lower its case: letters, digits and hyphens, nothing in Punycode, and no number at the end that could
/// be an IP address. Nearly every domain is.
fn is_plain(domain: &str) -> bool {
    let last = domain.rsplit('.').next().unwrap_or_default();
    domain.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'.')
        && last.starts_with(|c: char| c.is_ascii_alphabetic())
        && !domain.split('.').any(|label| label.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("xn--")))
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.full)
    }
}

impl std::str::FromStr for Address {
    type Err = AddressError;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::parse(text)
    }
}

impl TryFrom<String> for Address {
    type Error = AddressError;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text)
    }
}

impl From<Address> for String {
    fn from(address: Address) -> Self {
        address.full
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_domain_is_lower_cased_and_made_ascii_while_the_local_part_keeps_its_case() {
        let address = Address::parse(" Jean.Dupont@Société.FR ").unwrap();
        assert_eq!(address.as_str(), "Jean.Dupont@xn--socit-esab.fr");
        assert_eq!(address.norm(), "jean.dupont@xn--socit-esab.fr");
        assert_eq!((address.local(), address.domain()), ("Jean.Dupont", "xn--socit-esab.fr"));
    }

    #[test]
    fn a_mailto_link_and_a_final_dot_are_forgiven() {
        assert_eq!(Address::parse("mailto:a@b.example.").unwrap().as_str(), "a@b.example");
    }

    #[test]
    fn each_kind_of_bad_address_says_what_is_wrong() {
        for (text, why) in [
            ("", AddressError::Empty),
            ("   ", AddressError::Empty),
            ("a@b.example\r\nBcc: x@y.example", AddressError::Control),
            ("a\0@b.example", AddressError::Control),
            ("a\t@b.example", AddressError::Control),
            ("a@b.exam\u{202e}ple", AddressError::Control),
            ("\"a b\"@c.example", AddressError::Quoted),
            ("\"ab\"@c.example", AddressError::Quoted),
            ("élise@c.example", AddressError::LocalNotAscii),
            ("a@localhost", AddressError::Domain),
            ("a@127.0.0.1", AddressError::Domain),
            ("a@[127.0.0.1]", AddressError::Domain),
            ("a@-b.example", AddressError::Domain),
            ("a@b%2eexample", AddressError::Domain),
            ("a@b..example", AddressError::Domain),
            ("a", AddressError::Malformed),
            ("@b.example", AddressError::Malformed),
            ("a b@c.example", AddressError::Malformed),
            ("a(comment)@c.example", AddressError::Malformed),
            ("a@x@c.example", AddressError::Malformed),
            (".a@c.example", AddressError::Malformed),
            ("a..b@c.example", AddressError::Malformed),
            ("Ann <a@c.example>", AddressError::Malformed),
            ("<a@c.example>", AddressError::Malformed),
            ("a@c.example,b@c.example", AddressError::Malformed),
        ] {
            assert_eq!(Address::parse(text).err(), Some(why), "{text:?}");
        }
        let long = format!("{}@c.example", "a".repeat(65));
        assert_eq!(Address::parse(&long).err(), Some(AddressError::TooLong));
    }

    proptest::proptest! {
        #[test]
        fn a_plain_domain_is_what_the_url_standard_makes_of_it(domain in "([a-zA-Z0-9-]{1,6}|xn--[a-z0-9]{1,4}|0x[0-9]{1,2})(\\.([a-zA-Z0-9-]{1,6}|[0-9]{1,3})){1,3}") {
            if is_plain(&domain) {
                proptest::prop_assert_eq!(url::Host::parse(&domain), Ok(url::Host::Domain(domain.to_ascii_lowercase())));
            }
        }
    }

    #[test]
    fn an_address_survives_a_round_trip_through_its_text() {
        for text in ["a+b@c.example", "o'neil@c.example", "x_y=z@d.e.example"] {
            let address = Address::parse(text).unwrap();
            assert_eq!(Address::parse(address.as_str()).unwrap(), address);
        }
    }
}
