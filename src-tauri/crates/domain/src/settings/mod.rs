//! The settings a seller can change: which there are, what each may hold, and the words for it.

mod catalogue;
mod kind;

pub use catalogue::{SECRETS, SETTINGS, Setting, find};
pub use kind::{Kind, SettingError};

use chrono_tz::Tz;
use std::collections::BTreeMap;

/// All settings as they stand, defaults filled in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Settings(BTreeMap<String, String>);

impl Settings {
    /// From the stored rows; unknown keys are kept out.
    pub fn new(stored: impl IntoIterator<Item = (String, String)>) -> Self {
        Self(stored.into_iter().filter(|(key, _)| find(key).is_some()).collect())
    }

    /// Whether the seller set this key.
    pub fn is_set(&self, key: &str) -> bool {
        self.0.contains_key(key)
    }

    /// The value as text; a key that does not exist is the empty text.
    pub fn text(&self, key: &str) -> &str {
        match self.0.get(key) {
            Some(value) => value,
            None => find(key).map_or("", |setting| setting.default),
        }
    }

    /// The value as a number; 0 when it is none.
    pub fn number(&self, key: &str) -> u32 {
        self.text(key).parse().unwrap_or(0)
    }

    /// The desk's time zone: days begin and messages leave by it wherever nobody's own is known.
    pub fn zone(&self) -> Tz {
        self.text("identity.time_zone").parse().unwrap_or(Tz::Europe__Paris)
    }

    /// The value as yes or no.
    pub fn flag(&self, key: &str) -> bool {
        self.text(key) == "true"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_default_is_a_value_its_own_setting_accepts() {
        for setting in SETTINGS {
            assert_eq!(setting.check(setting.default).as_deref(), Ok(setting.default), "{}", setting.key);
        }
    }

    #[test]
    fn keys_are_unique() {
        let mut keys: Vec<_> = SETTINGS.iter().map(|s| s.key).collect();
        keys.sort_unstable();
        keys.dedup();
        assert_eq!(keys.len(), SETTINGS.len());
    }

    #[test]
    fn a_window_is_always_or_two_times_in_order() {
        let window = find("outreach.window").unwrap();
        assert_eq!(window.check(" 08:00-19:00 ").unwrap(), "08:00-19:00");
        assert_eq!(window.check("8:00-19:00").unwrap(), "08:00-19:00");
        assert!(window.check("always").is_ok());
        assert!(window.check("19:00-08:00").is_err());
        assert!(window.check("08:00").is_err());
        assert!(window.check("25:00-26:00").is_err());
    }

    #[test]
    fn plain_http_is_accepted_to_loopback_only() {
        let url = find("ai.base_url").unwrap();
        assert!(url.check("http://localhost:11434/v1").is_ok());
        assert!(url.check("http://127.0.0.1:8080/v1").is_ok());
        assert!(url.check("https://api.example/v1").is_ok());
        assert_eq!(url.check("http://192.168.1.4:11434/v1"), Err(SettingError::PlainHttp));
        assert_eq!(url.check("ftp://localhost"), Err(SettingError::BadAddress));
    }

    #[test]
    fn a_value_not_set_is_its_default() {
        let settings = Settings::new([("outreach.daily_cap".to_owned(), "7".to_owned()), ("gone".to_owned(), "x".to_owned())]);
        assert_eq!(settings.number("outreach.daily_cap"), 7);
        assert_eq!(settings.number("linkedin.daily_cap"), 20);
        assert!(!settings.is_set("gone"));
        assert!(settings.flag("outreach.weekdays_only"));
    }
}
