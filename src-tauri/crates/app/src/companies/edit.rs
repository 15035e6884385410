//! What typing values on a company does, for one company and for several.

use super::CompaniesFault;
use super::detail::present;
use crate::blocks::Refused;
use domain::companies::{Company, CompanyField, CompanyFieldError};
use domain::views::people::FieldValue;
use std::slice;
use store::Tx;
use uuid::Uuid;

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

/// Types values on the company with this id, as [`apply`] does; a refusal names the field.
pub(crate) fn type_on(tx: &mut Tx<'_>, id: Uuid, values: Vec<FieldValue>) -> Result<bool, Refused<CompaniesFault>> {
    let mut company = present(tx, id)?;
    let values = values_of(values).map_err(CompaniesFault::from)?;
    apply(tx, company.clone(), &values).map_err(|fault| {
        let field = values.iter().find(|value| put(&mut company, slice::from_ref(value)).is_err());
        Refused { field: field.map(|(field, _)| field.code()), fault }
    })
}

/// Puts values on a company, which needs a name then.
pub(super) fn put(company: &mut Company, values: &[(CompanyField, String)]) -> Result<(), CompaniesFault> {
    for (field, value) in values {
        field.set(company, value)?;
    }
    if company.name.is_empty() { Err(CompaniesFault::NoName) } else { Ok(()) }
}
