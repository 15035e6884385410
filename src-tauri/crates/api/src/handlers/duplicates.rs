//! Duplicates.

use crate::views::duplicates::{
    DuplicateOf, DuplicateTies, DuplicatesIgnore, DuplicatesMerge, DuplicatesMergeExact, DuplicatesMerged, DuplicatesPage, DuplicatesQuery,
    DuplicatesReview, DuplicatesReviewRequest, DuplicatesSplit, DuplicatesState,
};
use crate::views::{Changed, Nothing};
use crate::{ApiError, App};
use app::duplicates;

/// Where the search stands, and what there is.
pub async fn duplicates_state(app: &App, _: Nothing) -> Result<DuplicatesState, ApiError> {
    Ok(duplicates::state(app).await?)
}

/// Begins a search.
pub async fn duplicates_search(app: &App, _: Nothing) -> Result<DuplicatesState, ApiError> {
    Ok(duplicates::search(app).await?)
}

/// Stops a search, or the merging of all groups.
pub async fn duplicates_stop(app: &App, _: Nothing) -> Result<DuplicatesState, ApiError> {
    Ok(duplicates::stop(app).await?)
}

/// Groups, the surest first.
pub async fn duplicates_list(app: &App, request: DuplicatesQuery) -> Result<DuplicatesPage, ApiError> {
    Ok(duplicates::list(app, request).await?)
}

/// What a record may be the same as, and what it was made of.
pub async fn duplicates_of(app: &App, request: DuplicateOf) -> Result<DuplicateTies, ApiError> {
    Ok(duplicates::ties(app, request).await?)
}

/// Records side by side.
pub async fn duplicates_review(app: &App, request: DuplicatesReviewRequest) -> Result<DuplicatesReview, ApiError> {
    Ok(duplicates::review(app, request).await?)
}

/// Makes one of several.
pub async fn duplicates_merge(app: &App, request: DuplicatesMerge) -> Result<DuplicatesMerged, ApiError> {
    Ok(duplicates::merge(app, request).await?)
}

/// Makes one of every group beyond doubt.
pub async fn duplicates_merge_exact(app: &App, request: DuplicatesMergeExact) -> Result<DuplicatesState, ApiError> {
    Ok(duplicates::merge_exact(app, request).await?)
}

/// Says that records are not one and the same.
pub async fn duplicates_ignore(app: &App, request: DuplicatesIgnore) -> Result<Changed, ApiError> {
    Ok(duplicates::ignore(app, request).await?)
}

/// Takes a merge apart again.
pub async fn duplicates_split(app: &App, request: DuplicateOf) -> Result<DuplicatesSplit, ApiError> {
    Ok(duplicates::split(app, request).await?)
}
