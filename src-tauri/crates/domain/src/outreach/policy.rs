use super::Account;
use crate::settings::Settings;
use crate::time::DayWindow;
use chrono::{Duration, NaiveDate};
use chrono_tz::Tz;

/// What the seller set about sending.
#[derive(Debug, Clone)]
pub struct Policy {
    /// Where messages leave from.
    pub account: Account,
    /// The desk's zone: its day is the day of the caps.
    pub zone: Tz,
    /// Caps, gap and window.
    pub pacing: Pacing,
    /// Whether a day is a public holiday nobody is written to on.
    pub holiday: fn(NaiveDate) -> bool,
}

/// How fast messages may leave.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pacing {
    /// Messages a day, `None` = not limited.
    pub daily_cap: Option<u32>,
    /// Ramp: 10 on the first sending day, 5 more on each further one, up to the cap.
    pub ramp: bool,
    /// Time between two messages of the account.
    pub gap: Duration,
    /// Hours of the recipient's day; `None` = always.
    pub window: Option<DayWindow>,
    /// Monday to Friday only.
    pub weekdays_only: bool,
}

/// The ramp: messages on the first sending day, and how many more on each further one.
const FIRST_DAY: u32 = 10;
const EACH_DAY: u32 = 5;

impl Pacing {
    /// Today's cap, with the ramp, after so many earlier sending days.
    pub fn cap_today(&self, sending_days: u32) -> Option<u32> {
        self.daily_cap.map(|cap| if self.ramp { cap.min(FIRST_DAY.saturating_add(sending_days.saturating_mul(EACH_DAY))) } else { cap })
    }

    /// Earlier sending days from which on the ramp no longer matters.
    pub fn days_to_full_cap(&self) -> u32 {
        match self.daily_cap {
            Some(cap) if self.ramp => cap.saturating_sub(FIRST_DAY).div_ceil(EACH_DAY),
            _ => 0,
        }
    }
}

impl Policy {
    /// From the settings. `holiday` says which days are public holidays.
    ///
    /// In the practice outbox nothing leaves, so only the limits the seller set themselves are rehearsed; the defaults, which protect a real
    /// mailbox, are not.
    pub fn from(settings: &Settings, sender: &str, holiday: fn(NaiveDate) -> bool) -> Self {
        let practice = settings.text("mail.transport") != "smtp";
        let applies = |key: &str| !practice || settings.is_set(key);
        let pacing = Pacing {
            daily_cap: applies("outreach.daily_cap").then(|| settings.number("outreach.daily_cap")),
            ramp: applies("outreach.ramp") && settings.flag("outreach.ramp"),
            gap: Duration::seconds(if applies("outreach.min_gap_seconds") {
                settings.number("outreach.min_gap_seconds").into()
            } else {
                0
            }),
            window: applies("outreach.window").then(|| DayWindow::parse(settings.text("outreach.window"))).flatten(),
            weekdays_only: applies("outreach.weekdays_only") && settings.flag("outreach.weekdays_only"),
        };
        let no_holiday: fn(NaiveDate) -> bool = |_| false;
        let keeps_holidays = pacing.weekdays_only && settings.text("outreach.holidays") == "fr";
        Self {
            account: if practice { Account::Practice } else { Account::Real(sender.to_owned()) },
            zone: settings.zone(),
            pacing,
            holiday: if keeps_holidays { holiday } else { no_holiday },
        }
    }
}
