use super::merge::make_one;
use super::review::order;
use super::{DuplicatesFault, list};
use crate::{App, Progress};
use domain::views::duplicates::{DuplicateKind, DuplicatesMergeExact, DuplicatesState};
use std::time::Duration;
use store::duplicates::{Group, MergeAll};
use store::journal::OperationState;
use store::merging::Links;
use store::{Actor, Desk, Intent, OperationId, Tx};
use uuid::Uuid;

/// Groups read at once.
const READ: u32 = 64;
/// How long a write goes on when nobody waits.
const LONGEST: Duration = Duration::from_millis(200);

/// Begins to make one of every group beyond doubt, as one undo step; the work is done in the background by [`work`].
///
/// # Errors
/// `duplicates.none_exact`, `duplicates.merging`.
pub async fn merge_exact(app: &App, request: DuplicatesMergeExact) -> Result<DuplicatesState, DuplicatesFault> {
    let desk = app.desk()?;
    let kind = request.kind;
    desk.write(Actor::Seller, Intent::new("duplicates.merge_exact"), move |tx| {
        if store::duplicates::open_all(tx)?.is_some() {
            return Err(DuplicatesFault::Merging);
        }
        let (search, _) = store::duplicates::last(tx)?.ok_or(DuplicatesFault::NoneExact)?;
        let mut planned = 0;
        for of in DuplicateKind::ALL.into_iter().filter(|of| kind.is_none_or(|kind| kind == *of)) {
            planned += store::duplicates::counts(tx, of)?.exact;
        }
        if planned == 0 {
            return Err(DuplicatesFault::NoneExact);
        }
        store::duplicates::begin_all(tx, kind, search, planned)?;
        Ok(())
    })
    .await?;
    app.wake();
    list::state(app).await
}

/// Makes one of every group beyond doubt, where that was begun: to its end, or until the seller stops it; after a crash it goes on.
///
/// # Errors
/// When the desk is locked or cannot be written; it goes on with the next call.
pub async fn work(app: &App) -> Result<(), DuplicatesFault> {
    let desk = app.desk()?;
    let Some(all) = desk.read(store::duplicates::open_all).await? else { return Ok(()) };
    if let Some(operation) = operation(&desk, &all).await? {
        merge_all(app, &desk, &all, operation).await?;
        desk.finish_operation(operation).await?;
    }
    store::failpoint!("duplicates.closed");
    desk.write(Actor::Seller, Intent::new("duplicates.merge_exact"), move |tx| store::duplicates::end_all(tx, all.id, false)).await?;
    app.wake();
    Ok(())
}

/// Its undo step; `None` when that is closed already.
async fn operation(desk: &Desk, all: &MergeAll) -> Result<Option<OperationId>, DuplicatesFault> {
    let Some(operation) = all.operation else {
        let intent = Intent::new("duplicates.merge_exact").with("count", all.planned);
        return Ok(Some(desk.begin_operation(Actor::Seller, intent).await?));
    };
    let known = desk.read(move |read| store::journal::get(read, operation)).await?;
    Ok(known.filter(|known| known.state == OperationState::Open).map(|known| known.id))
}

async fn merge_all(app: &App, desk: &Desk, all: &MergeAll, operation: OperationId) -> Result<(), DuplicatesFault> {
    let (all, mut after, mut done) = (*all, 0, all.done);
    loop {
        let groups = desk.read(move |read| store::duplicates::next_exact(read, all.search, all.kind, after, READ)).await?;
        let Some(last) = groups.last().map(|group| group.id) else { return Ok(()) };
        let enough = desk.enough(LONGEST);
        let (reached, merged, goes_on) = desk.write_in(operation, move |tx| some(tx, all.id, operation, &groups, enough)).await?;
        store::failpoint!("duplicates.chunk");
        (after, done) = (reached.unwrap_or(last), done + merged);
        app.report(Progress { kind: "duplicates", id: all.id, done, of: all.planned });
        if !goes_on {
            return Ok(());
        }
    }
}

/// Makes one of some groups until it is enough: the last group looked at, how many were made one, and whether the seller has not stopped it.
fn some(
    tx: &mut Tx<'_>,
    id: Uuid,
    operation: OperationId,
    groups: &[Group],
    enough: impl Fn() -> bool,
) -> Result<(Option<u32>, u32, bool), DuplicatesFault> {
    if !store::duplicates::progress_all(tx, id, operation, 0)? {
        return Ok((None, 0, false));
    }
    let links = [Links::of(tx, DuplicateKind::Person)?, Links::of(tx, DuplicateKind::Company)?];
    let (mut merged, mut reached) = (0, None);
    let mut kind = None;
    for group in groups {
        // A segment holds groups of one kind: then each of its changes is part of one merge only.
        if *kind.get_or_insert(group.kind) != group.kind {
            break;
        }
        reached = Some(group.id);
        let ids: Vec<Uuid> = group.members.iter().map(|member| member.id).collect();
        let Some(links) = links.iter().find(|links| links.kind() == group.kind) else { continue };
        // Between reading and writing somebody may have removed one of them: the group is left, not the whole work.
        match order(tx, group.kind, &ids).and_then(|(survivor, others)| make_one(tx, links, survivor, &others, &[])) {
            Ok(_) => merged += 1,
            Err(DuplicatesFault::NotFound | DuplicatesFault::TooFew | DuplicatesFault::Invented) => {}
            Err(other) => return Err(other),
        }
        if enough() {
            break;
        }
    }
    let goes_on = store::duplicates::progress_all(tx, id, operation, merged)?;
    Ok((reached, merged, goes_on))
}
