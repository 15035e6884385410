use super::CompaniesFault;
use crate::App;
use crate::searched::desk_for_acting;
use domain::views::companies::{CompaniesQuery, CompanySelection, CompanySort};
use store::Desk;
use uuid::Uuid;

/// The desk, ready to act, and the ids of the companies a selection names, in the list's order; companies that are not on the desk (any more)
/// are left out, none is named twice.
///
/// # Errors
/// `companies.none` when that leaves nothing; `store.indexing`; when the desk is locked or cannot be read.
pub(crate) async fn chosen(app: &App, selection: CompanySelection) -> Result<(Desk, Vec<Uuid>), CompaniesFault> {
    let words = if let CompanySelection::Query { query } = &selection { query.text.clone() } else { String::new() };
    let desk = desk_for_acting(app.desk()?, &words).await?;
    let ids = desk
        .read::<_, CompaniesFault>(move |read| {
            Ok(match &selection {
                CompanySelection::Query { query } => store::companies::ids(read, query)?,
                CompanySelection::All => store::companies::ids(read, &all())?,
                CompanySelection::Ids { ids } => {
                    let mut seen = std::collections::HashSet::new();
                    let once: Vec<Uuid> = ids.iter().copied().filter(|id| seen.insert(*id)).collect();
                    store::companies::present(read, &once)?
                }
            })
        })
        .await?;
    if ids.is_empty() { Err(CompaniesFault::None) } else { Ok((desk, ids)) }
}

fn all() -> CompaniesQuery {
    CompaniesQuery {
        text: String::new(),
        filters: Vec::new(),
        any: false,
        groups: Vec::new(),
        sort: CompanySort::Name,
        descending: false,
        by: None,
        within: None,
    }
}
