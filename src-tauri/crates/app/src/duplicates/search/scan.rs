use super::groups::findings;
use crate::duplicates::DuplicatesFault;
use crate::{App, Progress};
use domain::duplicates::{Groups, Index, Kind, OfCompanies, OfPeople};
use domain::views::duplicates::{DuplicateKind, DuplicateWork};
use std::collections::HashSet;
use std::time::{Duration, Instant};
use store::duplicates::Finding;
use store::{Actor, Desk, Intent};
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

/// Records read at once.
const PAGE: u32 = 4_000;
/// Groups written at once.
const WRITTEN: usize = 200;
/// How long the thread works before it looks up: whether it is to stop, or to wait, and to let others have the processor.
const STEP: Duration = Duration::from_millis(20);
const REST: Duration = Duration::from_millis(1);
/// Between two reports, and between two looks at whether an import or a run writes.
const LOOK: Duration = Duration::from_millis(100);
/// How long it waits before it looks again.
const WAIT: Duration = Duration::from_millis(300);

/// A record in the index: who it is, whether it is as it was, and whether it is invented.
pub(super) struct Known {
    pub(super) id: Uuid,
    pub(super) mark: u64,
    pub(super) sample: bool,
}

/// Looks at everybody and every company once, and keeps what is found. Nothing of it is shown before it is whole.
pub(super) async fn scan(app: &App, stop: &CancellationToken) -> Result<(), DuplicatesFault> {
    let desk = app.desk()?;
    while clear(&desk, None).await? {}
    let search = desk.write(Actor::Desk, Intent::new("duplicates.search"), store::duplicates::begin).await?.value;
    let (people, companies) = desk
        .read(|read| {
            let of = |kind| store::duplicates::total(read, kind);
            Ok::<_, DuplicatesFault>((of(DuplicateKind::Person)?, of(DuplicateKind::Company)?))
        })
        .await?;
    let mut pace = Pace::new(app, &desk, stop, people.saturating_add(companies).saturating_mul(2));
    let Some(found) = people_of(&desk, &mut pace).await? else { return Ok(()) };
    keep(&desk, search, found, stop).await?;
    let Some(found) = companies_of(&desk, &mut pace).await? else { return Ok(()) };
    keep(&desk, search, found, stop).await?;
    if stop.is_cancelled() {
        return Ok(());
    }
    desk.write(Actor::Desk, Intent::new("duplicates.search"), move |tx| store::duplicates::finish(tx, search, people, companies)).await?;
    while clear(&desk, None).await? {}
    Ok(())
}

async fn clear(desk: &Desk, at_work: Option<i64>) -> Result<bool, DuplicatesFault> {
    let clear = move |tx: &mut store::Tx<'_>| Ok::<_, DuplicatesFault>(store::duplicates::clear_old(tx, at_work)?);
    Ok(desk.write(Actor::Desk, Intent::new("duplicates.search"), clear).await?.value)
}

async fn keep(desk: &Desk, search: i64, found: Vec<Finding>, stop: &CancellationToken) -> Result<(), DuplicatesFault> {
    for some in found.chunks(WRITTEN) {
        if stop.is_cancelled() {
            return Ok(());
        }
        let some = some.to_vec();
        desk.write(Actor::Desk, Intent::new("duplicates.search"), move |tx| store::duplicates::insert(tx, search, &some)).await?;
    }
    Ok(())
}

async fn people_of(desk: &Desk, pace: &mut Pace<'_>) -> Result<Option<Vec<Finding>>, DuplicatesFault> {
    let (mut index, mut known) = (Index::<OfPeople>::default(), Vec::new());
    let mut after = None;
    loop {
        let page = desk.read(move |read| store::duplicates::people_after(read, after, PAGE)).await?;
        let Some(last) = page.last().map(|record| record.id) else { break };
        after = Some(last);
        for record in page {
            index.add(&record.card);
            known.push(Known { id: record.id, mark: record.mark, sample: record.sample });
            if !pace.step(1).await? {
                return Ok(None);
            }
        }
    }
    compare(desk, DuplicateKind::Person, index, known, pace).await
}

async fn companies_of(desk: &Desk, pace: &mut Pace<'_>) -> Result<Option<Vec<Finding>>, DuplicatesFault> {
    let (mut index, mut known) = (Index::<OfCompanies>::default(), Vec::new());
    let mut after = None;
    loop {
        let page = desk.read(move |read| store::duplicates::companies_after(read, after, PAGE)).await?;
        let Some(last) = page.last().map(|record| record.id) else { break };
        after = Some(last);
        for record in page {
            index.add(&record.card);
            known.push(Known { id: record.id, mark: record.mark, sample: record.sample });
            if !pace.step(1).await? {
                return Ok(None);
            }
        }
    }
    compare(desk, DuplicateKind::Company, index, known, pace).await
}

/// Compares everyone with those before them; `None` when it was stopped.
async fn compare<K: Kind>(
    desk: &Desk,
    kind: DuplicateKind,
    mut index: Index<K>,
    known: Vec<Known>,
    pace: &mut Pace<'_>,
) -> Result<Option<Vec<Finding>>, DuplicatesFault> {
    let apart: HashSet<(Uuid, Uuid)> = desk.read(move |read| store::duplicates::are_apart(read, kind)).await?;
    index.settle();
    let two = |one: u32, other: u32| are_two(&known, &apart, one, other);
    let mut groups = Groups::default();
    for place in 0..u32::try_from(known.len()).unwrap_or(u32::MAX) {
        for (other, alike) in index.duplicates(place) {
            if !two(other, place) {
                groups.add(other, place, alike.probability);
            }
        }
        if !pace.step(1).await? {
            return Ok(None);
        }
    }
    let gathered = groups.gather(|one, other| if two(one, other) { 0.0 } else { index.probability(one, other) });
    Ok(Some(findings(kind, &index, &known, &gathered, two)))
}

/// Whether these are known to be two: the seller says so, or one of them is invented and the other is not.
fn are_two(known: &[Known], apart: &HashSet<(Uuid, Uuid)>, one: u32, other: u32) -> bool {
    let (Some(one), Some(other)) = (known.get(one as usize), known.get(other as usize)) else { return true };
    one.sample != other.sample || apart.contains(&(one.id.min(other.id), one.id.max(other.id)))
}

/// How the thread goes: it reports, rests, waits while others write, and hears when it is to stop.
struct Pace<'a> {
    app: &'a App,
    desk: &'a Desk,
    stop: &'a CancellationToken,
    done: u32,
    of: u32,
    rested: Instant,
    looked: Instant,
}

impl<'a> Pace<'a> {
    fn new(app: &'a App, desk: &'a Desk, stop: &'a CancellationToken, of: u32) -> Self {
        let now = Instant::now();
        app.searching().note(stop, DuplicateWork::Running, 0, of);
        Self { app, desk, stop, done: 0, of, rested: now, looked: now }
    }

    /// Some more is done; `false` when it is to stop.
    async fn step(&mut self, more: u32) -> Result<bool, DuplicatesFault> {
        self.done += more;
        // The clock is not asked about every single record.
        if !self.done.is_multiple_of(32) || self.rested.elapsed() < STEP {
            return Ok(!self.stop.is_cancelled());
        }
        tokio::time::sleep(REST).await;
        if self.looked.elapsed() >= LOOK {
            self.look().await?;
        }
        self.rested = Instant::now();
        Ok(!self.stop.is_cancelled())
    }

    async fn look(&mut self) -> Result<(), DuplicatesFault> {
        while !self.stop.is_cancelled() && self.desk.read(store::duplicates::busy).await? {
            self.app.searching().note(self.stop, DuplicateWork::Waiting, self.done, self.of);
            tokio::select! {
                () = self.stop.cancelled() => {}
                () = tokio::time::sleep(WAIT) => {}
            }
        }
        self.app.searching().note(self.stop, DuplicateWork::Running, self.done, self.of);
        self.app.report(Progress { kind: "duplicates", id: Uuid::nil(), done: self.done, of: self.of });
        self.looked = Instant::now();
        Ok(())
    }
}
