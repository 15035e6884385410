//! Normalised keys: what matching, dedupe and the do-not-contact list compare.

/// Key of a phone number: `+` and digits, or empty where the country is unknown.
///
/// `+` and `00` are international prefixes; ten digits beginning with one 0 are French (national plan: `0Z AB PQ MC DU`). The `(0)` some
/// write after the country code is dropped.
pub fn phone_key(phone: &str) -> String {
    let phone = phone.trim();
    // An extension is not part of the number.
    let cut = phone.to_ascii_lowercase().find(['x', 'p', ';', '#']).and_then(|at| phone.get(..at)).unwrap_or(phone);
    let trunk = cut.replace("(0)", "");
    let plus = trunk.trim_start().starts_with('+') || trunk.trim_start().starts_with("(+");
    let digits: String = trunk.chars().filter_map(|c| c.to_digit(10).and_then(|d| char::from_digit(d, 10))).collect();
    let international = match digits.strip_prefix("00") {
        Some(rest) if !plus => rest.to_owned(),
        _ if plus => digits,
        _ if digits.len() == 10 && digits.starts_with('0') => format!("33{}", digits.get(1..).unwrap_or_default()),
        _ => return String::new(),
    };
    // E.164: at most 15 digits; under 6 it is no subscriber's number.
    if (6..=15).contains(&international.len()) { format!("+{international}") } else { String::new() }
}

/// Key of a LinkedIn profile, or empty where the link points to none.
///
/// `…/in/<slug>` gives the slug: lower case, percent-decoded, without query. Links without a slug keep their kind in front (`lead:<id>`
/// for Sales Navigator, `pub:<path>` for the old public form), so that the same link still meets the same person.
pub fn profile_key(link: &str) -> String {
    let decoded = percent_decoded(link.trim());
    let lower = decoded.to_lowercase();
    let path = lower.split_once("linkedin.com/").map_or(lower.trim_start_matches('/'), |(_, path)| path);
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let path = path.strip_prefix("mwlite/").unwrap_or(path);
    let first = |rest: &str| rest.split(['/', ',']).next().unwrap_or_default().trim().to_owned();
    if let Some(rest) = path.strip_prefix("in/") {
        return first(rest);
    }
    for kind in ["sales/lead/", "sales/people/"] {
        if let Some(id) = path.strip_prefix(kind).map(first)
            && !id.is_empty()
        {
            return format!("lead:{id}");
        }
    }
    match path.strip_prefix("pub/").map(|rest| rest.trim_matches('/')) {
        Some(rest) if !rest.is_empty() => format!("pub:{rest}"),
        _ => String::new(),
    }
}

/// Registrable domain of a company's site or address, lower case; empty where there is none (`https://www.acme.co.uk/about` →
/// `acme.co.uk`).
pub fn site_domain(site: &str) -> String {
    let site = site.trim().to_lowercase();
    let host = site.split_once("://").map_or(site.as_str(), |(_, rest)| rest);
    let host = host.split(['/', '?', '#', ':']).next().unwrap_or_default();
    let host = host.rsplit_once('@').map_or(host, |(_, host)| host);
    psl::domain_str(host).filter(|domain| domain.contains('.')).unwrap_or_default().to_owned()
}

/// Decodes `%C3%A9`; what does not decode to UTF-8 stays as it is.
fn percent_decoded(text: &str) -> String {
    if !text.contains('%') {
        return text.to_owned();
    }
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((byte, tail)) = rest.split_first() {
        let pair = tail.get(..2).and_then(|pair| std::str::from_utf8(pair).ok()).filter(|pair| pair.bytes().all(|b| b.is_ascii_hexdigit()));
        match (byte, pair.and_then(|pair| u8::from_str_radix(pair, 16).ok())) {
            (b'%', Some(value)) => {
                bytes.push(value);
                rest = tail.get(2..).unwrap_or_default();
            }
            _ => {
                bytes.push(*byte);
                rest = tail;
            }
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_phone_number_has_one_key_however_it_is_written() {
        for phone in
            ["06 12 34 56 78", "+33 6 12 34 56 78", "0033612345678", "+33 (0)6.12.34.56.78", "(+33) 612345678", "06-12-34-56-78 poste 12"]
        {
            assert_eq!(phone_key(phone), "+33612345678", "{phone}");
        }
        assert_eq!(phone_key("+1 (212) 555-0100 x5"), "+12125550100");
        for phone in ["", "612345678", "555-0100", "+12", "n/a", "+1234567890123456"] {
            assert_eq!(phone_key(phone), "", "{phone}");
        }
    }

    #[test]
    fn a_site_gives_its_registrable_domain() {
        for (site, domain) in [
            ("https://www.acme.co.uk/about", "acme.co.uk"),
            ("acme.fr", "acme.fr"),
            ("http://user@shop.acme.fr:80", "acme.fr"),
            ("n/a", ""),
            ("", ""),
        ] {
            assert_eq!(site_domain(site), domain, "{site}");
        }
    }

    #[test]
    fn one_profile_has_one_key_however_it_is_linked() {
        for link in [
            "https://www.linkedin.com/in/Ren%C3%A9e-Roux/",
            "http://fr.linkedin.com/in/renée-roux?originalSubdomain=fr",
            "linkedin.com/in/renée-roux#about",
            "/in/renée-roux",
            "in/renée-roux/detail/contact-info/",
        ] {
            assert_eq!(profile_key(link), "renée-roux", "{link}");
        }
        assert_eq!(profile_key("https://www.linkedin.com/sales/lead/ACwAA1,NAME_SEARCH,x"), "lead:acwaa1");
        assert_eq!(profile_key("https://www.linkedin.com/pub/jane-doe/1/2a/3b4/"), "pub:jane-doe/1/2a/3b4");
        for link in ["", "https://www.linkedin.com/company/acme", "https://example.org", "https://www.linkedin.com/in/"] {
            assert_eq!(profile_key(link), "", "{link}");
        }
    }
}
