use crate::fault::{Fault, Params, params};
use crate::mail::Address;
use crate::money::Currency;
use url::{Host, Url};

/// What a setting may hold. Values are text; [`Kind::check`] brings them into their one form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Free text of at most so many characters; several lines allowed.
    Text(usize),
    /// A whole number in this range.
    Number(u32, u32),
    /// `true` or `false`.
    Flag,
    /// One of these words.
    Word(&'static [&'static str]),
    /// `always` or `HH:MM-HH:MM`.
    Window,
    /// `https:`, or `http:` to a loopback address; empty where the default is empty.
    Address,
    /// An IANA time zone.
    Zone,
    /// A country, two letters of ISO 3166-1.
    Country,
    /// A currency of ISO 4217.
    Currency,
    /// An e-mail address, with or without a display name; may be empty.
    Mailbox,
}

/// A value a setting does not accept.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SettingError {
    /// No setting has this key.
    #[error("no setting is called {0}")]
    Unknown(String),
    /// Too long.
    #[error("longer than {0} characters")]
    TooLong(usize),
    /// Not a number, or out of its range.
    #[error("not a number from {0} to {1}")]
    NotInRange(u32, u32),
    /// None of the words.
    #[error("none of {0}")]
    NotAWord(String),
    /// Not a window of time.
    #[error("not a window of time")]
    BadWindow,
    /// Not an address the desk would call.
    #[error("not an address")]
    BadAddress,
    /// Plain http to another machine.
    #[error("plain http to another machine")]
    PlainHttp,
    /// Not a time zone.
    #[error("not a time zone")]
    BadZone,
    /// Not a country.
    #[error("not a country")]
    BadCountry,
    /// Not an e-mail address.
    #[error("not an e-mail address")]
    BadMailbox,
}

impl Fault for SettingError {
    fn code(&self) -> &'static str {
        match self {
            Self::Unknown(_) => "settings.unknown",
            Self::TooLong(_) => "settings.too_long",
            Self::NotInRange(..) => "settings.not_in_range",
            Self::NotAWord(_) => "settings.not_a_word",
            Self::BadWindow => "settings.bad_window",
            Self::BadAddress => "settings.bad_address",
            Self::PlainHttp => "settings.plain_http",
            Self::BadZone => "settings.bad_zone",
            Self::BadCountry => "settings.bad_country",
            Self::BadMailbox => "settings.bad_mailbox",
        }
    }

    fn params(&self) -> Params {
        match self {
            Self::Unknown(key) => params([("key", key.clone())]),
            Self::TooLong(most) => params([("most", most.to_string())]),
            Self::NotInRange(least, most) => params([("least", least.to_string()), ("most", most.to_string())]),
            Self::NotAWord(words) => params([("words", words.clone())]),
            _ => Params::new(),
        }
    }
}

impl Kind {
    /// The value in its one form.
    ///
    /// # Errors
    /// A [`SettingError`] that says what would be accepted.
    pub fn check(self, value: &str) -> Result<String, SettingError> {
        let trimmed = value.trim();
        match self {
            Self::Text(most) if trimmed.chars().count() > most => Err(SettingError::TooLong(most)),
            Self::Text(_) => Ok(trimmed.replace("\r\n", "\n")),
            Self::Number(least, most) => match trimmed.parse::<u32>() {
                Ok(n) if (least..=most).contains(&n) => Ok(n.to_string()),
                _ => Err(SettingError::NotInRange(least, most)),
            },
            Self::Flag => match trimmed {
                "true" | "yes" | "on" | "1" => Ok("true".to_owned()),
                "false" | "no" | "off" | "0" => Ok("false".to_owned()),
                _ => Err(SettingError::NotAWord("true, false".to_owned())),
            },
            Self::Word(words) if words.contains(&trimmed) => Ok(trimmed.to_owned()),
            Self::Word(words) => Err(SettingError::NotAWord(words.join(", "))),
            Self::Window => window(trimmed),
            Self::Address => address(trimmed),
            Self::Zone if trimmed.parse::<chrono_tz::Tz>().is_ok() => Ok(trimmed.to_owned()),
            Self::Zone => Err(SettingError::BadZone),
            Self::Country => crate::companies::country_code(trimmed).ok_or(SettingError::BadCountry),
            Self::Currency => match Currency::of_code(trimmed) {
                Some(currency) => Ok(currency.code().to_owned()),
                None => Err(SettingError::NotAWord("EUR, USD, GBP, CHF, CAD…".to_owned())),
            },
            Self::Mailbox => mailbox(trimmed),
        }
    }
}

fn window(text: &str) -> Result<String, SettingError> {
    if text == "always" {
        return Ok(text.to_owned());
    }
    crate::time::DayWindow::parse(text).map(|w| w.to_string()).ok_or(SettingError::BadWindow)
}

fn address(text: &str) -> Result<String, SettingError> {
    if text.is_empty() {
        return Ok(String::new());
    }
    let url = Url::parse(text).map_err(|_| SettingError::BadAddress)?;
    match url.scheme() {
        "https" => {}
        "http" if is_loopback(&url) => {}
        "http" => return Err(SettingError::PlainHttp),
        _ => return Err(SettingError::BadAddress),
    }
    if url.host().is_none() || !url.username().is_empty() || url.password().is_some() {
        return Err(SettingError::BadAddress);
    }
    Ok(text.trim_end_matches('/').to_owned())
}

/// Whether the address stays on this machine.
pub(crate) fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => name.eq_ignore_ascii_case("localhost"),
        Some(Host::Ipv4(ip)) => ip.is_loopback(),
        Some(Host::Ipv6(ip)) => ip.is_loopback(),
        None => false,
    }
}

fn mailbox(text: &str) -> Result<String, SettingError> {
    if text.is_empty() {
        return Ok(String::new());
    }
    let address = match text.rsplit_once('<') {
        Some((_, rest)) => rest.strip_suffix('>').ok_or(SettingError::BadMailbox)?,
        None => text,
    };
    let plain = text.chars().all(|c| !c.is_control());
    match Address::parse(address) {
        Ok(_) if plain => Ok(text.to_owned()),
        _ => Err(SettingError::BadMailbox),
    }
}
