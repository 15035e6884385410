//! How long a person may be kept, and on what ground.
//!
//! The clock of three years is that of the French authority for prospects (CNIL, référentiel « gestion commerciale »): from the day their data
//! were collected, and again from each contact that came *from them*. That they opened a message is no contact.

use chrono::{Months, NaiveDate};

/// On what ground somebody's data are held (GDPR article 6(1)).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum LegalBasis {
    /// (f): a seller's interest in talking to people about their trade. What holds until something else is noted.
    #[default]
    LegitimateInterest,
    /// (a): they agreed.
    Consent,
    /// (b): a contract with them, or one they asked to prepare.
    Contract,
}

impl LegalBasis {
    /// Its stable code.
    pub fn code(self) -> &'static str {
        match self {
            Self::LegitimateInterest => "legitimate_interest",
            Self::Consent => "consent",
            Self::Contract => "contract",
        }
    }

    /// The ground of a code; an empty one is the first.
    pub fn of_code(code: &str) -> Option<Self> {
        match code {
            "" | "legitimate_interest" => Some(Self::LegitimateInterest),
            "consent" => Some(Self::Consent),
            "contract" => Some(Self::Contract),
            _ => None,
        }
    }
}

/// A way to reach somebody they may have agreed to, or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Channel {
    /// E-mail.
    Email,
    /// Phone calls.
    Phone,
    /// Text messages.
    Sms,
    /// LinkedIn.
    Linkedin,
    /// Letters.
    Post,
}

impl Channel {
    /// All of them, as they are shown.
    pub const ALL: [Self; 5] = [Self::Email, Self::Phone, Self::Sms, Self::Linkedin, Self::Post];

    /// Its stable code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Email => "email",
            Self::Phone => "phone",
            Self::Sms => "sms",
            Self::Linkedin => "linkedin",
            Self::Post => "post",
        }
    }

    /// The channel of a code.
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|channel| channel.code() == code)
    }
}

/// Until when somebody may be kept: so many years after their data came, or they were last heard of, whichever is later. Nothing for as long as
/// there is a contract.
pub fn keep_until(basis: LegalBasis, collected: NaiveDate, heard: Option<NaiveDate>, years: u32) -> Option<NaiveDate> {
    if basis == LegalBasis::Contract {
        return None;
    }
    heard.map_or(collected, |heard| heard.max(collected)).checked_add_months(Months::new(years.saturating_mul(12)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn the_clock_starts_anew_with_each_contact_from_the_person_and_stands_still_during_a_contract() {
        let until = |basis, heard: Option<&str>| keep_until(basis, day("2024-02-29"), heard.map(day), 3);
        assert_eq!(until(LegalBasis::LegitimateInterest, None), Some(day("2027-02-28")));
        assert_eq!(until(LegalBasis::Consent, Some("2025-06-01")), Some(day("2028-06-01")));
        assert_eq!(until(LegalBasis::LegitimateInterest, Some("2020-01-01")), Some(day("2027-02-28")), "an older contact shortens nothing");
        assert_eq!(until(LegalBasis::Contract, None), None);
    }

    #[test]
    fn every_code_is_read_back() {
        for basis in [LegalBasis::LegitimateInterest, LegalBasis::Consent, LegalBasis::Contract] {
            assert_eq!(LegalBasis::of_code(basis.code()), Some(basis));
        }
        assert!(Channel::ALL.into_iter().all(|channel| Channel::of_code(channel.code()) == Some(channel)));
    }
}
