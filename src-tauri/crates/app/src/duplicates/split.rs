use super::DuplicatesFault;
use crate::App;
use domain::views::duplicates::{DuplicateOf, DuplicatesSplit};
use domain::views::history::KeptEdit;
use store::merging::Apart;
use store::{Actor, Intent, journal};

/// Takes a merge apart again, whenever: what belonged to each goes back to each; what was edited since stays with who stayed, and is listed; what
/// was added since stays there too. `id` is a record that became one with another, or the one that stayed (then its last merge is meant).
///
/// # Errors
/// `duplicates.not_merged`, `duplicates.merging` for one of a merging that has not ended.
pub async fn split(app: &App, request: DuplicateOf) -> Result<DuplicatesSplit, DuplicatesFault> {
    let (desk, DuplicateOf { kind, id }) = (app.desk()?, request);
    let (apart, name) = desk
        .read(move |read| {
            let other = match store::merging::is_merged(read, kind, id)? {
                Some(_) => id,
                None => store::merging::merged_from(read, kind, id)?.first().ok_or(DuplicatesFault::NotMerged)?.id,
            };
            let apart = Apart::of(read, kind, other)?.ok_or(DuplicatesFault::NotMerged)?;
            if store::duplicates::open_all(read)?.is_some_and(|all| all.operation == Some(apart.operation)) {
                return Err(DuplicatesFault::Merging);
            }
            let name = store::duplicates::member(read, kind, apart.survivor)?.map(|member| member.name).unwrap_or_default();
            Ok((apart, name))
        })
        .await?;
    let intent = Intent::new("duplicates.split").with("name", name).with("count", apart.others.len());
    let part = apart.clone();
    let written = desk.write(Actor::Seller, intent, move |tx| Ok::<_, DuplicatesFault>(store::merging::split(tx, &part)?)).await?;
    app.wake();
    let (kept, operation) = (written.value, written.operation.map(|id| id.0));
    desk.read(move |read| {
        let member = |id| store::duplicates::member(read, kind, id)?.ok_or(DuplicatesFault::NotFound);
        let mut listed = Vec::with_capacity(kept.len());
        for edit in kept {
            // A row that went on to somebody else since is theirs now: there is nothing to tell about these two.
            let columns: Vec<String> =
                edit.columns.into_iter().filter(|column| !column.ends_with("_id") && column != "deleted_at").collect();
            // Where a later value came from goes with that value.
            if !columns.is_empty() && edit.table != "person_field" {
                let label = journal::label(read, &edit.table, &edit.row)?;
                listed.push(KeptEdit { table: edit.table, id: edit.row, label, columns });
            }
        }
        Ok(DuplicatesSplit {
            survivor: member(apart.survivor)?,
            back: apart.others.iter().map(|other| member(*other)).collect::<Result<_, _>>()?,
            operation,
            kept: listed,
        })
    })
    .await
}
