use super::{EmailStatus, Meaning, Status, phone_key, profile_key};
use crate::mail::Address;
use crate::text::{fold, fold_words};
use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

/// A person on the desk. Texts are clean (no control characters but the line ends of notes); empty means unknown.
#[derive(Debug, Clone, PartialEq)]
pub struct Person {
    /// UUIDv7.
    pub id: Uuid,
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
    /// What they do.
    pub title: String,
    /// Where they work.
    pub company_id: Option<Uuid>,
    /// Name of that company, as the company is stored.
    pub company: String,
    /// Address as given.
    pub email: String,
    /// Key of the address.
    pub email_norm: String,
    /// What is known of the address.
    pub email_status: EmailStatus,
    /// Phone as written.
    pub phone: String,
    /// Key of the phone.
    pub phone_norm: String,
    /// Profile link.
    pub linkedin_url: String,
    /// Key of the profile.
    pub linkedin_slug: String,
    /// Town, region or country as written.
    pub location: String,
    /// IANA zone; empty = the seller's.
    pub time_zone: String,
    /// `fr`, `en`; empty = the desk's.
    pub language: String,
    /// Where they stand.
    pub status: Status,
    /// When they came into it; kept by whoever changes it.
    pub status_since: DateTime<Utc>,
    /// The seller's notes.
    pub notes: String,
    /// The last message sent (the sheet's column).
    pub message_sent: String,
    /// Follow-ups done.
    pub followup_count: u32,
    /// Last touch by the desk.
    pub last_contact_at: Option<DateTime<Utc>>,
    /// When consent to write to a private address was recorded.
    pub consent_at: Option<DateTime<Utc>>,
    /// How they agreed.
    pub consent_note: String,
    /// `linkedin`, `csv`, `sheet`, `manual`, `sample`.
    pub source: String,
    /// File, or the seller's words.
    pub source_detail: String,
    /// Connected on LinkedIn since.
    pub connected_on: Option<NaiveDate>,
    /// Day added to the list.
    pub added_on: NaiveDate,
    /// Invented.
    pub sample: bool,
    /// When the row was made.
    pub created_at: DateTime<Utc>,
    /// Removed from the desk at.
    pub deleted_at: Option<DateTime<Utc>>,
}

impl Person {
    /// A person of whom nothing is known yet.
    pub fn new(id: Uuid, source: &str, at: DateTime<Utc>, day: NaiveDate) -> Self {
        Self {
            id,
            first_name: String::new(),
            last_name: String::new(),
            title: String::new(),
            company_id: None,
            company: String::new(),
            email: String::new(),
            email_norm: String::new(),
            email_status: EmailStatus::None,
            phone: String::new(),
            phone_norm: String::new(),
            linkedin_url: String::new(),
            linkedin_slug: String::new(),
            location: String::new(),
            time_zone: String::new(),
            language: String::new(),
            status: Status::of(Meaning::New),
            status_since: at,
            notes: String::new(),
            message_sent: String::new(),
            followup_count: 0,
            last_contact_at: None,
            consent_at: None,
            consent_note: String::new(),
            source: source.to_owned(),
            source_detail: String::new(),
            connected_on: None,
            added_on: day,
            sample: false,
            created_at: at,
            deleted_at: None,
        }
    }

    /// First and last name in one line; empty where neither is known.
    pub fn name(&self) -> String {
        match (self.first_name.is_empty(), self.last_name.is_empty()) {
            (false, false) => format!("{} {}", self.first_name, self.last_name),
            (false, true) => self.first_name.clone(),
            _ => self.last_name.clone(),
        }
    }

    /// What the person is called on screen and in the history: the name, else the address, else the profile.
    pub fn label(&self) -> String {
        [self.name(), self.email.clone(), self.linkedin_slug.clone()].into_iter().find(|text| !text.is_empty()).unwrap_or_default()
    }

    /// Whether there is anything to know the person by: a name, an address or a profile.
    pub fn is_identified(&self) -> bool {
        !self.first_name.is_empty() || !self.last_name.is_empty() || !self.email.is_empty() || !self.linkedin_url.is_empty()
    }

    /// Key of the name for matching: bare folded words, first name first.
    pub fn name_norm(&self) -> String {
        fold_words(&format!("{} {}", self.first_name, self.last_name))
    }

    /// Key of the name for ordering: last name first. People without a name come by their address or profile, after the others.
    pub fn sort_name(&self) -> String {
        let name = fold(&format!("{} {}", self.last_name, self.first_name));
        if !name.is_empty() {
            return name;
        }
        // '~' sorts after every letter and digit of ASCII.
        format!("~{}", if self.email_norm.is_empty() { &self.linkedin_slug } else { &self.email_norm })
    }

    /// Puts an address in place, with its key; the address counts as given by somebody.
    pub fn set_email(&mut self, address: &Address) {
        self.email = address.as_str().to_owned();
        self.email_norm = address.norm();
        self.email_status = EmailStatus::Valid;
    }

    /// Takes the address away.
    pub fn clear_email(&mut self) {
        self.email.clear();
        self.email_norm.clear();
        self.email_status = EmailStatus::None;
    }

    /// Puts a phone number in place, with its key.
    pub fn set_phone(&mut self, phone: &str) {
        phone.clone_into(&mut self.phone);
        self.phone_norm = phone_key(phone);
    }

    /// Puts a profile link in place, with its key.
    pub fn set_linkedin(&mut self, link: &str) {
        link.clone_into(&mut self.linkedin_url);
        self.linkedin_slug = profile_key(link);
    }
}
