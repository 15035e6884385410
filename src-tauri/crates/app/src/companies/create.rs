use super::detail::detail;
use super::{CompaniesFault, edit};
use crate::App;
use domain::companies::Company;
use domain::views::companies::{CompanyDetail, CompanyNew};
use store::{Actor, Intent};

/// Adds a company the seller typed in.
///
/// # Errors
/// A [`domain::companies::CompanyFieldError`] for a value that cannot be taken, `companies.no_name`, `companies.already_here` when the numbers
/// of the register or, without them, the name are those of a company on the desk ([`Company::is_same_as`]).
pub async fn create(app: &App, request: CompanyNew) -> Result<CompanyDetail, CompaniesFault> {
    let values = edit::values_of(request.values)?;
    let id = app.ports().ids.new_id();
    let mut company = Company::new(id, "", "manual", app.ports().clock.now());
    edit::put(&mut company, &values)?;
    let intent = Intent::new("companies.create").with("name", &company.name);
    let desk = app.desk()?;
    desk.write(Actor::Seller, intent, move |tx| {
        if store::companies::similar(tx, &company)?.iter().any(|other| company.is_same_as(other)) {
            return Err(CompaniesFault::AlreadyHere);
        }
        Ok(store::companies::insert(tx, &company)?)
    })
    .await?;
    desk.read(move |read| detail(read, id)).await
}
