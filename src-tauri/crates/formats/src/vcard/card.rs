/// A person as a card.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Card {
    /// Id of the card.
    pub uid: String,
    /// Given name.
    pub first_name: String,
    /// Family name.
    pub last_name: String,
    /// Name as shown; on reading only where the card has no parts of it.
    pub full_name: String,
    /// Company.
    pub company: String,
    /// Job title.
    pub title: String,
    /// Language of the person, `fr` or `en`.
    pub language: String,
    /// Where the person is, in one text; `None` in cards of other programs.
    pub location: Option<String>,
    /// E-mail addresses, the first one first.
    pub emails: Vec<Labelled>,
    /// Phone numbers, the first one first.
    pub phones: Vec<Labelled>,
    /// Links, the profile among them.
    pub urls: Vec<Labelled>,
    /// Postal addresses.
    pub addresses: Vec<CardAddress>,
    /// Tags.
    pub categories: Vec<String>,
    /// Notes.
    pub notes: String,
}

/// A value and what it is for: `work`, `home`, `mobile`, `other`, the card's own word, or nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Labelled {
    /// What for.
    pub label: String,
    /// The value.
    pub value: String,
}

/// A postal address in its parts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CardAddress {
    /// What for.
    pub label: String,
    /// Number and street.
    pub street: String,
    /// Postcode.
    pub postcode: String,
    /// Town.
    pub city: String,
    /// Region or state.
    pub region: String,
    /// Country.
    pub country: String,
}
