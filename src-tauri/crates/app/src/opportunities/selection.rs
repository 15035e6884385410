use super::{OpportunitiesFault, gauge};
use crate::App;
use crate::searched::desk_for_acting;
use domain::views::opportunities::{OpportunitiesQuery, OpportunitySelection, OpportunitySort};
use store::Desk;
use uuid::Uuid;

/// The desk, ready to act, and the ids of the opportunities a selection names, in the list's order; those that are not on the desk (any more) are
/// left out, none is named twice.
///
/// # Errors
/// `opportunities.none` when that leaves nothing; `store.indexing`; when the desk is locked or cannot be read.
pub(crate) async fn chosen(app: &App, selection: OpportunitySelection) -> Result<(Desk, Vec<Uuid>), OpportunitiesFault> {
    let now = app.ports().clock.now();
    let words = if let OpportunitySelection::Query { query } = &selection { query.text.clone() } else { String::new() };
    let desk = desk_for_acting(app.desk()?, &words).await?;
    let ids = desk
        .read::<_, OpportunitiesFault>(move |read| {
            let gauge = gauge(read, now)?;
            Ok(match &selection {
                OpportunitySelection::Query { query } => store::opportunities::ids(read, query, gauge)?,
                OpportunitySelection::All => store::opportunities::ids(read, &all(), gauge)?,
                OpportunitySelection::Ids { ids } => {
                    let mut seen = std::collections::HashSet::new();
                    let once: Vec<Uuid> = ids.iter().copied().filter(|id| seen.insert(*id)).collect();
                    store::opportunities::present(read, &once)?
                }
            })
        })
        .await?;
    if ids.is_empty() { Err(OpportunitiesFault::None) } else { Ok((desk, ids)) }
}

fn all() -> OpportunitiesQuery {
    OpportunitiesQuery {
        text: String::new(),
        filters: Vec::new(),
        any: false,
        groups: Vec::new(),
        sort: OpportunitySort::Name,
        descending: false,
        by: None,
        within: None,
    }
}
