use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Field, Further, State};

/// What a row says of a person. Values are trimmed and free of control characters, otherwise as written; absent ones are
/// `None`, never empty.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonRow {
    /// Physical line the row starts on.
    pub line: u32,
    /// Given name; from the full name where the file has only that.
    pub first_name: Option<String>,
    /// Family name; from the full name where the file has only that.
    pub last_name: Option<String>,
    /// Full name as the file has it.
    pub full_name: Option<String>,
    /// A sound address, or nothing.
    pub email: Option<String>,
    /// Phone number as written.
    pub phone: Option<String>,
    /// Company.
    pub company: Option<String>,
    /// Job title.
    pub title: Option<String>,
    /// Link to a LinkedIn profile, percent-decoded, or nothing.
    pub linkedin_url: Option<String>,
    /// Location in one text.
    pub location: Option<String>,
    /// Town.
    pub city: Option<String>,
    /// Country.
    pub country: Option<String>,
    /// Web site or domain.
    pub website: Option<String>,
    /// Notes, lines separated by LF.
    pub notes: Option<String>,
    /// Status as written.
    pub status: Option<String>,
    /// Tags as written.
    pub tags: Option<String>,
    /// Lists as written.
    pub lists: Option<String>,
    /// Date of connection as written.
    pub connected_on: Option<String>,
    /// The same, read.
    pub connected_date: Option<NaiveDate>,
    /// Date of addition as written.
    pub added_on: Option<String>,
    /// The same, read.
    pub added_date: Option<NaiveDate>,
    /// Id in the system of origin.
    pub external_id: Option<String>,
    /// Message sent, as written.
    pub message_sent: Option<String>,
    /// Number of follow-ups, as written.
    pub follow_up_count: Option<String>,
    /// Language as written.
    pub language: Option<String>,
    /// Source as written.
    pub source: Option<String>,
    /// Postcode of the address whose town is `city`.
    pub postcode: Option<String>,
    /// Number and street of that address.
    pub street: Option<String>,
    /// Region or state of that address.
    pub region: Option<String>,
    /// What stands in a column that tells who asked not to be written to, where it says so.
    pub opt_out: Option<String>,
    /// What the one e-mail and the one number are for, as the file says.
    pub email_label: Option<String>,
    /// The same of the number.
    pub phone_label: Option<String>,
    /// What the file knows of addresses and numbers that are not simply good, each as it is written.
    pub states: Vec<(String, State)>,
    /// Further addresses, numbers, links and postal addresses, the main postal address first.
    pub further: Vec<Further>,
    /// What was changed or left out while reading.
    pub warnings: Vec<RowWarning>,
}

/// Something about a row the seller should know; the row is taken all the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowWarning {
    /// The field it is about.
    pub field: Field,
    /// What.
    pub kind: WarningKind,
}

/// What a warning says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WarningKind {
    /// Control or invisible characters were replaced.
    Cleaned,
    /// Not an e-mail address: left out.
    BadEmail,
    /// Not a link to a person's LinkedIn profile: left out.
    BadProfile,
    /// Several values in one cell: the first was taken.
    FirstOfSeveral,
    /// Not a date that could be read: kept as text only.
    UnreadDate,
    /// A date that could be two days, in a column that writes both orders: kept as text only.
    OpenDate,
}

impl PersonRow {
    /// The value of a field as read.
    #[must_use]
    pub fn get(&self, field: Field) -> Option<&str> {
        let slot = match field {
            Field::FirstName => &self.first_name,
            Field::LastName => &self.last_name,
            Field::FullName => &self.full_name,
            Field::Email => &self.email,
            Field::Phone => &self.phone,
            Field::Company => &self.company,
            Field::Title => &self.title,
            Field::LinkedInUrl => &self.linkedin_url,
            Field::Location => &self.location,
            Field::City => &self.city,
            Field::Country => &self.country,
            Field::Website => &self.website,
            Field::Notes => &self.notes,
            Field::Status => &self.status,
            Field::Tags => &self.tags,
            Field::Lists => &self.lists,
            Field::ConnectedOn => &self.connected_on,
            Field::AddedOn => &self.added_on,
            Field::ExternalId => &self.external_id,
            Field::MessageSent => &self.message_sent,
            Field::FollowUpCount => &self.follow_up_count,
            Field::Language => &self.language,
            Field::Source => &self.source,
            Field::Street => &self.street,
            Field::Postcode => &self.postcode,
            Field::Region => &self.region,
            Field::OptOut => &self.opt_out,
            // Several: they stand in `further`.
            Field::OtherEmail | Field::OtherPhone | Field::OtherUrl | Field::OtherAddress => &None,
        };
        slot.as_deref()
    }

    /// Where the one value of a field goes; `None` for those that repeat elsewhere.
    pub(super) fn slot(&mut self, field: Field) -> Option<&mut Option<String>> {
        Some(match field {
            Field::FirstName => &mut self.first_name,
            Field::LastName => &mut self.last_name,
            Field::FullName => &mut self.full_name,
            Field::Email => &mut self.email,
            Field::Phone => &mut self.phone,
            Field::Company => &mut self.company,
            Field::Title => &mut self.title,
            Field::LinkedInUrl => &mut self.linkedin_url,
            Field::Location => &mut self.location,
            Field::City => &mut self.city,
            Field::Country => &mut self.country,
            Field::Website => &mut self.website,
            Field::Notes => &mut self.notes,
            Field::Status => &mut self.status,
            Field::Tags => &mut self.tags,
            Field::Lists => &mut self.lists,
            Field::ConnectedOn => &mut self.connected_on,
            Field::AddedOn => &mut self.added_on,
            Field::ExternalId => &mut self.external_id,
            Field::MessageSent => &mut self.message_sent,
            Field::FollowUpCount => &mut self.follow_up_count,
            Field::Language => &mut self.language,
            Field::Source => &mut self.source,
            Field::Street => &mut self.street,
            Field::Postcode => &mut self.postcode,
            Field::Region => &mut self.region,
            Field::OptOut => &mut self.opt_out,
            Field::OtherEmail | Field::OtherPhone | Field::OtherUrl | Field::OtherAddress => return None,
        })
    }

    pub(super) fn warn(&mut self, field: Field, kind: WarningKind) {
        self.warnings.push(RowWarning { field, kind });
    }
}
