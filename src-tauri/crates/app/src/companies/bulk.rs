use super::selection::chosen;
use super::{CompaniesFault, edit};
use crate::{App, chunks};
use domain::companies::Company;
use domain::views::Changed;
use domain::views::companies::CompaniesBulk;
use store::Intent;
use uuid::Uuid;

/// Companies changed in one write.
const CHUNK: usize = 200;

/// Types the same values on several companies, as one undo step.
///
/// # Errors
/// `companies.none`, `companies.not_for_several` for a value that belongs to one company, a [`domain::companies::CompanyFieldError`].
pub async fn bulk_update(app: &App, request: CompaniesBulk) -> Result<Changed, CompaniesFault> {
    let values = edit::values_of(request.values)?;
    if let Some((field, _)) = values.iter().find(|(field, _)| field.is_ones_own()) {
        return Err(CompaniesFault::NotForSeveral(*field));
    }
    // Tried on no company, so that a bad value is refused before the first one is changed.
    let mut none = Company::new(Uuid::nil(), "-", "manual", app.ports().clock.now());
    edit::put(&mut none, &values)?;
    let (desk, ids) = chosen(app, request.selection).await?;
    let fields = values.iter().map(|(field, _)| field.code()).collect::<Vec<_>>().join(", ");
    let intent = Intent::new("companies.bulk_edit").with("count", ids.len()).with("fields", fields);
    chunks::in_chunks(&desk, CHUNK, ids, intent, move |tx, id| {
        match store::companies::get(tx, id)?.filter(|company| company.deleted_at.is_none()) {
            Some(company) => edit::apply(tx, company, &values),
            None => Ok(false),
        }
    })
    .await
}
