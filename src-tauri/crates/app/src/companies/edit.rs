//! What typing values on a company does, for one company and for several.

use super::CompaniesFault;
use domain::companies::{Company, CompanyField, CompanyFieldError};
use domain::views::people::FieldValue;
use store::Tx;

/// Values as the seller typed them, by field.
pub(super) type Values = Vec<(CompanyField, String)>;

/// Reads the names of fields.
pub(super) fn values_of(values: Vec<FieldValue>) -> Result<Values, CompanyFieldError> {
    let known = |value: FieldValue| Some((CompanyField::of_code(&value.field)?, value.value));
    values.into_iter().map(|value| known(value).ok_or(CompanyFieldError::Unknown)).collect()
}

/// Types values on a company: all or none. `false` when nothing changed.
pub(super) fn apply(tx: &mut Tx<'_>, mut company: Company, values: &Values) -> Result<bool, CompaniesFault> {
    let before = company.clone();
    put(&mut company, values)?;
    if company == before {
        return Ok(false);
    }
    Ok(store::companies::update(tx, &company)?)
}

/// Puts values on a company, which needs a name then.
pub(super) fn put(company: &mut Company, values: &Values) -> Result<(), CompaniesFault> {
    for (field, value) in values {
        field.set(company, value)?;
    }
    if company.name.is_empty() { Err(CompaniesFault::NoName) } else { Ok(()) }
}
