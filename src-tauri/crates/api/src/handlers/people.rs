//! People.

use crate::views;
use crate::{ApiError, App};

/// Some rows of the people list.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn people_list(app: &App, request: views::people::PeoplePage) -> Result<views::people::PeopleRows, ApiError> {
    Ok(app::people::list(app, request).await?)
}

/// How many people match.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn people_count(app: &App, request: views::people::PeopleQuery) -> Result<views::people::PeopleCount, ApiError> {
    Ok(app::people::count(app, request).await?)
}

/// The groups of people who match.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn people_groups(app: &App, request: views::groups::PeopleGroups) -> Result<views::groups::GroupsView, ApiError> {
    Ok(app::people::groups(app, request).await?)
}

/// Ids of all people that match.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn people_ids(app: &App, request: views::people::PeopleQuery) -> Result<views::ByIds, ApiError> {
    Ok(app::people::ids(app, request).await?)
}

/// Everything about one person.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn people_get(app: &App, request: views::ById) -> Result<views::people::PersonDetail, ApiError> {
    Ok(app::people::get(app, request).await?)
}

/// What happened with a person.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn people_timeline(app: &App, request: views::people::TimelinePage) -> Result<Vec<views::people::TimelineItem>, ApiError> {
    Ok(app::people::timeline(app, request).await?)
}

/// Adds a person.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn people_create(app: &App, request: views::people::PersonNew) -> Result<views::people::PersonDetail, ApiError> {
    Ok(app::people::create(app, request).await?)
}

/// Changes values of a person.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn people_update(app: &App, request: views::people::PersonUpdate) -> Result<views::people::PersonDetail, ApiError> {
    Ok(app::people::update(app, request).await?)
}

/// Changes values of several people.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn people_bulk_update(app: &App, request: views::people::PeopleBulk) -> Result<views::Changed, ApiError> {
    Ok(app::people::bulk_update(app, request).await?)
}

/// Removes people from the desk (can be undone).
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn people_delete(app: &App, request: views::people::Selection) -> Result<views::Changed, ApiError> {
    Ok(app::people::remove(app, request).await?)
}

/// Adds a note.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn people_note(app: &App, request: views::people::NoteNew) -> Result<views::people::TimelineItem, ApiError> {
    Ok(app::people::note(app, request).await?)
}

/// People that answer to some words.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn people_search(app: &App, request: views::people::SearchRequest) -> Result<Vec<views::people::PersonRow>, ApiError> {
    Ok(app::people::search(app, request).await?)
}

/// Puts people on the do-not-contact list.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn people_suppress(app: &App, request: views::outreach::Suppress) -> Result<views::Changed, ApiError> {
    Ok(app::people::suppress(app, request).await?)
}

/// Takes people off the do-not-contact list.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn people_allow(app: &App, request: views::outreach::Suppress) -> Result<views::Changed, ApiError> {
    Ok(app::people::allow(app, request).await?)
}

/// Records consent to write to a private address.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn people_consent(app: &App, request: views::outreach::RecordConsent) -> Result<views::people::PersonDetail, ApiError> {
    Ok(app::people::consent(app, request).await?)
}

/// Why, why not, when: e-mail to one person.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn people_why(app: &App, request: views::ById) -> Result<views::outreach::VerdictView, ApiError> {
    Ok(app::people::why(app, request).await?)
}
