//! Tags and lists.

use crate::views::tags::{
    ListCompanies, ListNew, ListPeople, ListRename, ListRow, TagCompanies, TagMerge, TagNew, TagPeople, TagRow, TagSet,
};
use crate::views::{ById, Changed, Nothing};
use crate::{ApiError, App};

/// Every tag.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn tags_list(app: &App, _: Nothing) -> Result<Vec<TagRow>, ApiError> {
    Ok(app::tags::list(app).await?)
}

/// Makes a tag.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn tags_create(app: &App, request: TagNew) -> Result<Vec<TagRow>, ApiError> {
    Ok(app::tags::create(app, request).await?)
}

/// Changes name or colour of a tag.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn tags_set(app: &App, request: TagSet) -> Result<Vec<TagRow>, ApiError> {
    Ok(app::tags::set(app, request).await?)
}

/// Makes two tags one.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn tags_merge(app: &App, request: TagMerge) -> Result<Vec<TagRow>, ApiError> {
    Ok(app::tags::merge(app, request).await?)
}

/// Removes a tag.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn tags_delete(app: &App, request: ById) -> Result<Changed, ApiError> {
    Ok(app::tags::delete(app, request).await?)
}

/// Puts tags on people, takes tags off them.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn tags_people(app: &App, request: TagPeople) -> Result<Changed, ApiError> {
    Ok(app::tags::tag_people(app, request).await?)
}

/// Puts tags on companies, takes tags off them.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn tags_companies(app: &App, request: TagCompanies) -> Result<Changed, ApiError> {
    Ok(app::tags::tag_companies(app, request).await?)
}

/// Every list.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn lists_list(app: &App, _: Nothing) -> Result<Vec<ListRow>, ApiError> {
    Ok(app::tags::lists(app).await?)
}

/// Makes a list.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn lists_create(app: &App, request: ListNew) -> Result<ListRow, ApiError> {
    Ok(app::tags::create_list(app, request).await?)
}

/// Gives a list another name.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn lists_rename(app: &App, request: ListRename) -> Result<Vec<ListRow>, ApiError> {
    Ok(app::tags::rename_list(app, request).await?)
}

/// Removes a list.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn lists_delete(app: &App, request: ById) -> Result<Changed, ApiError> {
    Ok(app::tags::delete_list(app, request).await?)
}

/// Puts people on a list, takes them off it.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn lists_people(app: &App, request: ListPeople) -> Result<Changed, ApiError> {
    Ok(app::tags::list_people(app, request).await?)
}

/// Puts companies on a list, takes them off it.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn lists_companies(app: &App, request: ListCompanies) -> Result<Changed, ApiError> {
    Ok(app::tags::list_companies(app, request).await?)
}
