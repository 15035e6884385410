//! Privacy of the people on the desk.

use crate::{ApiError, App, views};
use app::privacy;
use views::exports::ExportDone;
use views::privacy::{AccessRequest, Erase, ExpiredAsk, ExpiredPeople, PrivacySet, PrivacyView};
use views::{ById, Changed};

/// How it stands with one person's privacy.
pub async fn privacy_get(app: &App, request: ById) -> Result<PrivacyView, ApiError> {
    Ok(privacy::get(app, request).await?)
}

/// Notes how it stands.
pub async fn privacy_set(app: &App, request: PrivacySet) -> Result<PrivacyView, ApiError> {
    Ok(privacy::set(app, request).await?)
}

/// Those whose time on the desk ran out.
pub async fn privacy_expired(app: &App, request: ExpiredAsk) -> Result<ExpiredPeople, ApiError> {
    Ok(privacy::expired(app, request).await?)
}

/// Writes everything held about one person to a file.
pub async fn privacy_access(app: &App, request: AccessRequest) -> Result<ExportDone, ApiError> {
    Ok(privacy::access(app, request).await?)
}

/// Erases people for good.
pub async fn privacy_erase(app: &App, request: Erase) -> Result<Changed, ApiError> {
    Ok(privacy::erase(app, request).await?)
}
