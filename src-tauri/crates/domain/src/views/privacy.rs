//! Privacy of the people on the desk.

use super::history::ChangeView;
use super::{view, words};
use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

words! {
    /// On what ground somebody's data are held.
    pub enum BasisWord {
        /// A seller's interest in talking to people about their trade.
        LegitimateInterest,
        /// They agreed.
        Consent,
        /// A contract with them.
        Contract,
    }
    /// A way to reach somebody.
    pub enum ChannelWord {
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
}

view! {
    /// Erases people for good.
    pub struct Erase {
        /// Who.
        pub ids: Vec<Uuid>,
        /// That it is meant: nothing brings them back.
        pub for_good: bool,
    }

    /// How it stands with one person's privacy.
    pub struct PrivacyView {
        /// Where their data came from.
        pub source: String,
        /// File, or the seller's words.
        pub source_detail: String,
        /// Since when they are on the desk.
        pub collected: NaiveDate,
        /// On what ground.
        pub basis: BasisWord,
        /// When a message of the desk first told them (GDPR article 14).
        pub informed_at: Option<DateTime<Utc>>,
        /// When they were told otherwise.
        pub informed_on: Option<NaiveDate>,
        /// The last contact from them.
        pub heard_on: Option<NaiveDate>,
        /// What it was: `noted`, `call`, `appointment`, `connected`, or nothing.
        pub heard_by: String,
        /// What the seller noted of it.
        pub heard_how: String,
        /// Until when they may be kept; nothing for as long as there is a contract.
        pub until: Option<NaiveDate>,
        /// Whether that day is over.
        pub expired: bool,
        /// Years of the clock.
        pub years: u32,
        /// What they agreed to and refused.
        pub consents: Vec<ConsentView>,
    }

    /// Agreement or refusal for one channel.
    pub struct ConsentView {
        /// Which.
        pub channel: ChannelWord,
        /// They agreed; otherwise they refused.
        pub given: bool,
        /// When.
        pub on: NaiveDate,
        /// How.
        pub note: String,
    }

    /// Notes how it stands; what is absent stays.
    pub struct PrivacySet {
        /// Whose.
        pub id: Uuid,
        /// The ground.
        pub basis: Option<BasisWord>,
        /// Day they were informed otherwise than by a message of the desk; empty forgets it.
        pub informed_on: Option<String>,
        /// Day of their last contact; empty forgets it.
        pub heard_on: Option<String>,
        /// What that contact was.
        pub heard_how: Option<String>,
        /// What they said of a channel.
        pub consent: Option<ConsentSet>,
    }

    /// What somebody said of a channel.
    pub struct ConsentSet {
        /// Which.
        pub channel: ChannelWord,
        /// They agreed, they refused; absent forgets what was noted.
        pub given: Option<bool>,
        /// How.
        pub note: String,
    }

    /// A page of those whose time ran out.
    pub struct ExpiredAsk {
        /// How many, at most 1,000.
        pub limit: u32,
    }

    /// Those whose time ran out, the longest gone first.
    pub struct ExpiredPeople {
        /// They.
        pub rows: Vec<ExpiredPerson>,
        /// How many in all.
        pub total: u32,
        /// Years of the clock.
        pub years: u32,
    }

    /// Somebody who should not be kept any longer.
    pub struct ExpiredPerson {
        /// Who.
        pub id: Uuid,
        /// Their name.
        pub name: String,
        /// Their company.
        pub company: String,
        /// Since when they are on the desk.
        pub collected: NaiveDate,
        /// The last contact from them.
        pub heard_on: Option<NaiveDate>,
        /// Until when they could be kept.
        pub until: NaiveDate,
    }

    /// Writes everything held about one person.
    pub struct AccessRequest {
        /// Whose.
        pub id: Uuid,
        /// The zip file to write.
        pub path: String,
    }

    /// The machine-readable part of an access package.
    pub struct AccessData {
        /// When it was made.
        pub at: DateTime<Utc>,
        /// How it stands with their privacy.
        pub privacy: PrivacyView,
        /// Rows by table.
        pub tables: Vec<HeldTable>,
        /// What changed, newest first.
        pub changes: Vec<ChangeView>,
    }

    /// Rows of one table.
    pub struct HeldTable {
        /// The table.
        pub table: String,
        /// Its columns.
        pub columns: Vec<String>,
        /// The rows, as text.
        pub rows: Vec<Vec<Option<String>>>,
    }
}
