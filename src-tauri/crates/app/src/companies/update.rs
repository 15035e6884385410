use super::detail::{detail, present};
use super::{CompaniesFault, edit};
use crate::App;
use domain::views::companies::{CompanyDetail, CompanyUpdate};
use store::{Actor, Intent};

/// Types values on a company; all or none are written, in one undo step. A new name is that of the company of all its people.
///
/// # Errors
/// `companies.not_found`, `companies.no_name`, a [`domain::companies::CompanyFieldError`] for a value that cannot be taken.
pub async fn update(app: &App, request: CompanyUpdate) -> Result<CompanyDetail, CompaniesFault> {
    let id = request.id;
    let values = edit::values_of(request.values)?;
    let desk = app.desk()?;
    let name = desk.read(move |read| Ok::<_, CompaniesFault>(present(read, id)?.name)).await?;
    let intent = match values.as_slice() {
        [(field, _)] => Intent::new("companies.edit").with("name", name).with("field", field.code()),
        _ => Intent::new("companies.edit_several").with("name", name),
    };
    desk.write(Actor::Seller, intent, move |tx| {
        let company = present(tx, id)?;
        edit::apply(tx, company, &values)
    })
    .await?;
    desk.read(move |read| detail(read, id)).await
}
