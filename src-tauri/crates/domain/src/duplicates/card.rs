/// What is known of a person, for finding whom the desk holds twice. Every part may be empty: an unknown part speaks neither for nor
/// against.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PersonCard {
    /// First name or names, as written.
    pub first_name: String,
    /// Last name, with its particles, as written.
    pub last_name: String,
    /// Name of the company they work for, as written; empty for a private person.
    pub company: String,
    /// Their work there, as written.
    pub title: String,
    /// Addresses in their normalised form.
    pub emails: Vec<String>,
    /// Phone numbers in E.164.
    pub phones: Vec<String>,
    /// Key of their LinkedIn profile (see [`crate::people::profile_key`]).
    pub profile: String,
    /// Where they are.
    pub place: Place,
}

/// What is known of a company, for finding which the desk holds twice.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CompanyCard {
    /// Its name, as written, with its legal form.
    pub name: String,
    /// Number in a public register that names this company and no other (SIREN, VAT number), without spaces.
    pub register: String,
    /// Number of one establishment (SIRET), without spaces.
    pub establishment: String,
    /// Registrable domain of its site (see [`crate::people::site_domain`]).
    pub domain: String,
    /// Phone numbers in E.164.
    pub phones: Vec<String>,
    /// Where it is.
    pub place: Place,
}

/// A postal address in parts, as written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Place {
    /// Number in the street, with `bis` and the like. Where it is empty, a number in front of the street is taken for it.
    pub number: String,
    /// Street.
    pub street: String,
    /// A second line: building, floor, locality, estate.
    pub extra: String,
    /// Town or suburb.
    pub city: String,
    /// Postal code.
    pub postcode: String,
    /// State, region or country.
    pub region: String,
}
