use crate::people::phone_key;
use phonenumber::{Mode, country};

/// A number that its country's plan knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phone {
    /// `+` and digits (E.164): the key.
    pub e164: String,
    /// In groups: as written inside the desk's own country, with the country's prefix elsewhere.
    pub shown: String,
}

/// Reads a number by the plan of its country; without an international prefix it belongs to `home` (two letters of ISO 3166-1). `None` for
/// what no plan knows: it is kept as typed.
pub fn read_phone(text: &str, home: &str) -> Option<Phone> {
    let home: Option<country::Id> = home.parse().ok();
    // `(0)` behind the country's prefix is dialled inside the country only; the plans of libphonenumber do not know this way of writing.
    let number = phonenumber::parse(home, text.replace("(0)", "")).ok()?;
    if !number.is_valid() {
        return None;
    }
    let e164 = format!("+{}{}", number.code().value(), number.national());
    let inside = home.is_some() && number.country().id() == home;
    let mode = if inside { Mode::National } else { Mode::International };
    Some(Phone { e164, shown: number.format().mode(mode).to_string() })
}

/// Key of a number: by the plan of its country where it has one, else by its digits; empty where neither tells.
pub fn phone_norm(text: &str, home: &str) -> String {
    read_phone(text, home).map_or_else(|| phone_key(text), |phone| phone.e164)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_read_by_the_plan_of_its_country() {
        for (home, text, e164, shown) in [
            ("FR", "0612345678", "+33612345678", "06 12 34 56 78"),
            ("FR", "+33 (0)6.12.34.56.78", "+33612345678", "06 12 34 56 78"),
            ("FR", "+41 44 668 18 00", "+41446681800", "+41 44 668 18 00"),
            ("CH", "044 668 18 00", "+41446681800", "044 668 18 00"),
            ("BE", "0475 12 34 56", "+32475123456", "0475 12 34 56"),
            ("GB", "020 7946 0140", "+442079460140", "020 7946 0140"),
            ("FR", "+1 (212) 736-5000", "+12127365000", "+1 212-736-5000"),
            ("FR", "+49 30 901820", "+4930901820", "+49 30 901820"),
        ] {
            let phone = read_phone(text, home).unwrap_or_else(|| panic!("{home} {text}"));
            assert_eq!((phone.e164.as_str(), phone.shown.as_str()), (e164, shown), "{home} {text}");
        }
    }

    #[test]
    fn what_no_plan_knows_is_not_guessed() {
        for text in ["", "12", "n/a", "0912", "+999 12345678", "éé"] {
            assert_eq!(read_phone(text, "FR"), None, "{text}");
        }
        assert_eq!(read_phone("0612345678", ""), None);
        assert_eq!(phone_norm("0612345678", ""), "+33612345678", "its digits still tell");
    }

    proptest::proptest! {
        #[test]
        fn no_text_stops_the_reading(text in ".{0,40}", home in "[A-Z]{2}") {
            let _read = read_phone(&text, &home);
        }
    }
}
