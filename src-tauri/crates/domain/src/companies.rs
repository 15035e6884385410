//! Companies: what the desk keeps of a company, the numbers the French register knows it by, and the rules those follow.

mod company;
mod country;
mod field;
mod identifiers;

pub use company::Company;
pub use country::country_code;
pub use field::{CompanyField, CompanyFieldError};
pub use identifiers::{Identifier, Judged, french_vat, is_siren, is_siret, judged};
