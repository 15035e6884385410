use serde::{Deserialize, Serialize};

/// The header of the desk's own sheet, column by column.
pub const SHEET_HEADER: [&str; 11] = [
    "ID",
    "Nom",
    "Entreprise",
    "Poste",
    "LinkedIn URL",
    "Localisation",
    "Date d'ajout",
    "Statut",
    "Message envoyé",
    "Nb relances",
    "Notes",
];

/// What a column can hold of a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// Given name.
    FirstName,
    /// Family name.
    LastName,
    /// Both in one cell.
    FullName,
    /// One e-mail address.
    Email,
    /// One phone number as written.
    Phone,
    /// Name of the company.
    Company,
    /// Job title (never the civility).
    Title,
    /// Link to the LinkedIn profile of the person (never of the company).
    LinkedInUrl,
    /// Where the person is, in one text.
    Location,
    /// Town.
    City,
    /// Country.
    Country,
    /// Web site or domain of the company.
    Website,
    /// Free text, may have several lines.
    Notes,
    /// Where the person stands in the seller's work.
    Status,
    /// Labels, separated as the file separates them.
    Tags,
    /// Lists of the desk the person is on, separated likewise.
    Lists,
    /// Day the LinkedIn tie was made.
    ConnectedOn,
    /// Day the person came into the list.
    AddedOn,
    /// The person's id in the system the file comes from.
    ExternalId,
    /// The message the person was sent.
    MessageSent,
    /// How many follow-ups were sent.
    FollowUpCount,
    /// Language the person is written to in.
    Language,
    /// Where the person's data comes from.
    Source,
    /// Further e-mail addresses, one column or several.
    OtherEmail,
    /// Further phone numbers, one column or several.
    OtherPhone,
    /// Links that are neither the profile nor the company's site, one column or several.
    OtherUrl,
    /// Number and street of the address whose town and country are `City` and `Country`; several columns are its lines.
    Street,
    /// Postcode of that address.
    Postcode,
    /// Region or state of that address.
    Region,
    /// Parts of further postal addresses.
    OtherAddress,
    /// A yes here means that the person asked not to be written to.
    OptOut,
}

/// A language of column names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Language {
    /// French.
    Fr,
    /// English.
    En,
}

impl Field {
    /// Every field, in the order of a full export.
    pub const ALL: [Self; 31] = [
        Self::ExternalId,
        Self::FirstName,
        Self::LastName,
        Self::FullName,
        Self::Email,
        Self::Phone,
        Self::Company,
        Self::Title,
        Self::LinkedInUrl,
        Self::Location,
        Self::City,
        Self::Country,
        Self::Website,
        Self::Status,
        Self::Tags,
        Self::Lists,
        Self::ConnectedOn,
        Self::AddedOn,
        Self::MessageSent,
        Self::FollowUpCount,
        Self::Language,
        Self::Source,
        Self::Notes,
        Self::OtherEmail,
        Self::OtherPhone,
        Self::OtherUrl,
        Self::Street,
        Self::Postcode,
        Self::Region,
        Self::OtherAddress,
        Self::OptOut,
    ];

    /// The name an exported column gets; reading it back recognises the same field.
    #[must_use]
    pub fn heading(self, language: Language) -> &'static str {
        let (fr, en) = match self {
            Self::FirstName => ("Prénom", "First name"),
            Self::LastName => ("Nom de famille", "Last name"),
            Self::FullName => ("Nom complet", "Full name"),
            Self::Email => ("E-mail", "Email"),
            Self::Phone => ("Téléphone", "Phone"),
            Self::Company => ("Entreprise", "Company"),
            Self::Title => ("Poste", "Job title"),
            Self::LinkedInUrl => ("LinkedIn URL", "LinkedIn URL"),
            Self::Location => ("Localisation", "Location"),
            Self::City => ("Ville", "City"),
            Self::Country => ("Pays", "Country"),
            Self::Website => ("Site web", "Website"),
            Self::Notes => ("Notes", "Notes"),
            Self::Status => ("Statut", "Status"),
            Self::Tags => ("Étiquettes", "Tags"),
            Self::Lists => ("Listes de personnes", "Lists of people"),
            Self::ConnectedOn => ("Date de connexion", "Connected on"),
            Self::AddedOn => ("Date d'ajout", "Added on"),
            Self::ExternalId => ("ID", "ID"),
            Self::MessageSent => ("Message envoyé", "Message sent"),
            Self::FollowUpCount => ("Nb relances", "Follow-ups"),
            Self::Language => ("Langue", "Language"),
            Self::Source => ("Source", "Source"),
            Self::OtherEmail => ("Autres e-mails", "Other emails"),
            Self::OtherPhone => ("Autres téléphones", "Other phones"),
            Self::OtherUrl => ("Autres liens", "Other links"),
            Self::Street => ("Rue", "Street"),
            Self::Postcode => ("Code postal", "Postcode"),
            Self::Region => ("Département ou région", "State or region"),
            Self::OtherAddress => ("Autres adresses", "Other addresses"),
            Self::OptOut => ("Désinscrit", "Opted out"),
        };
        match language {
            Language::Fr => fr,
            Language::En => en,
        }
    }

    /// Most characters of a value; a longer one rejects its row, nothing is cut.
    #[must_use]
    pub fn max_chars(self) -> usize {
        match self {
            Self::FirstName | Self::LastName | Self::FullName => 200,
            Self::Email => 254,
            Self::Phone | Self::Status | Self::Language | Self::OptOut => 100,
            Self::Tags | Self::Lists => 8_000,
            Self::LinkedInUrl | Self::Website | Self::OtherEmail | Self::OtherPhone | Self::OtherUrl => 2_048,
            Self::Notes | Self::MessageSent => 20_000,
            Self::Company
            | Self::Title
            | Self::Location
            | Self::City
            | Self::Country
            | Self::Source
            | Self::Street
            | Self::Postcode
            | Self::Region
            | Self::OtherAddress => 300,
            Self::ConnectedOn | Self::AddedOn | Self::ExternalId | Self::FollowUpCount => 200,
        }
    }

    /// True where several columns may fill it.
    #[must_use]
    pub fn repeats(self) -> bool {
        matches!(self, Self::OtherEmail | Self::OtherPhone | Self::OtherUrl | Self::OtherAddress | Self::Street)
    }

    /// The field for what stands beside the one value of this field.
    pub(super) fn beside(self) -> Option<Self> {
        match self {
            Self::Email => Some(Self::OtherEmail),
            Self::Phone => Some(Self::OtherPhone),
            _ => None,
        }
    }

    /// True where line breaks are part of the value.
    #[must_use]
    pub fn is_multiline(self) -> bool {
        matches!(self, Self::Notes | Self::MessageSent)
    }

    /// A stable name, as serialised.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::FirstName => "first_name",
            Self::LastName => "last_name",
            Self::FullName => "full_name",
            Self::Email => "email",
            Self::Phone => "phone",
            Self::Company => "company",
            Self::Title => "title",
            Self::LinkedInUrl => "linked_in_url",
            Self::Location => "location",
            Self::City => "city",
            Self::Country => "country",
            Self::Website => "website",
            Self::Notes => "notes",
            Self::Status => "status",
            Self::Tags => "tags",
            Self::Lists => "lists",
            Self::ConnectedOn => "connected_on",
            Self::AddedOn => "added_on",
            Self::ExternalId => "external_id",
            Self::MessageSent => "message_sent",
            Self::FollowUpCount => "follow_up_count",
            Self::Language => "language",
            Self::Source => "source",
            Self::OtherEmail => "other_email",
            Self::OtherPhone => "other_phone",
            Self::OtherUrl => "other_url",
            Self::Street => "street",
            Self::Postcode => "postcode",
            Self::Region => "region",
            Self::OtherAddress => "other_address",
            Self::OptOut => "opt_out",
        }
    }
}
