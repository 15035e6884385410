use super::DuplicatesFault;
use crate::App;
use domain::views::duplicates::{
    DuplicateGroup, DuplicateKind, DuplicateMergedFrom, DuplicateOf, DuplicateProgress, DuplicateTies, DuplicateTwin, DuplicateVerdict,
    DuplicateWork, DuplicatesPage, DuplicatesQuery, DuplicatesState,
};
use store::duplicates::Group;
use store::{Read, StoreError};

/// The most one page holds.
const MOST: u32 = 500;

/// Where the search stands, and what there is.
///
/// # Errors
/// When the desk is locked or cannot be read.
pub async fn state(app: &App) -> Result<DuplicatesState, DuplicatesFault> {
    let search = app.searching().progress();
    app.desk()?
        .read(move |read| {
            let people = store::duplicates::counts(read, DuplicateKind::Person)?;
            let companies = store::duplicates::counts(read, DuplicateKind::Company)?;
            let merging = store::duplicates::open_all(read)?.map(|all| DuplicateProgress {
                state: DuplicateWork::Running,
                done: all.done,
                of: all.planned,
            });
            Ok(DuplicatesState {
                search,
                merging,
                searched_at: store::duplicates::last(read)?.map(|(_, at)| at),
                stale: store::duplicates::stale(read)?,
                exact_people: people.exact,
                probable_people: people.probable,
                exact_companies: companies.exact,
                probable_companies: companies.probable,
            })
        })
        .await
}

/// Groups, the surest first.
///
/// # Errors
/// When the desk is locked or cannot be read.
pub async fn list(app: &App, query: DuplicatesQuery) -> Result<DuplicatesPage, DuplicatesFault> {
    let limit = query.limit.clamp(1, MOST);
    let exact = query.verdict.map(|verdict| verdict == DuplicateVerdict::Exact);
    app.desk()?
        .read(move |read| {
            let mut found = store::duplicates::groups(read, query.kind, exact, query.offset, limit + 1)?;
            let last = found.len() <= limit as usize;
            found.truncate(limit as usize);
            Ok(DuplicatesPage { groups: found.into_iter().map(view).collect::<Result<_, _>>()?, last })
        })
        .await
}

/// What a record may be the same as, and what it was made of.
///
/// # Errors
/// `duplicates.not_found`.
pub async fn ties(app: &App, request: DuplicateOf) -> Result<DuplicateTies, DuplicatesFault> {
    app.desk()?.read(move |read| read_ties(read, request)).await
}

fn read_ties(read: &Read<'_>, DuplicateOf { kind, id }: DuplicateOf) -> Result<DuplicateTies, DuplicatesFault> {
    let mut same_as = Vec::new();
    if let Some(group) = store::duplicates::group_of(read, kind, id)? {
        let verdict = verdict(&group);
        let twins = group.members.iter().filter(|member| member.id != id);
        same_as.extend(twins.map(|member| DuplicateTwin { group: group.id, record: member.clone(), verdict, score: group.score }));
    }
    let mut merged = Vec::new();
    for from in store::merging::merged_from(read, kind, id)? {
        if let Some(record) = store::duplicates::member(read, kind, from.id)? {
            merged.push(DuplicateMergedFrom { record, at: from.at });
        }
    }
    let merged_into = match store::merging::is_merged(read, kind, id)? {
        Some(_) => match store::merging::standing(read, kind, id)? {
            Some(standing) => store::duplicates::member(read, kind, standing)?,
            None => None,
        },
        None => None,
    };
    if merged_into.is_none() && store::duplicates::member(read, kind, id)?.is_none() {
        return Err(DuplicatesFault::NotFound);
    }
    Ok(DuplicateTies { same_as, merged, merged_into })
}

fn verdict(group: &Group) -> DuplicateVerdict {
    if group.exact { DuplicateVerdict::Exact } else { DuplicateVerdict::Probable }
}

/// A group as commands give it.
pub(super) fn view(group: Group) -> Result<DuplicateGroup, StoreError> {
    Ok(DuplicateGroup {
        id: group.id,
        kind: group.kind,
        verdict: verdict(&group),
        score: group.score,
        reasons: store::duplicates::reasons(&group)?,
        members: group.members,
    })
}
