//! Statuses of people: the seller's own names, colours and order, and statuses of their own beside those every desk begins with.

mod change;
mod delete;
mod fault;

pub use change::{create, reorder, update};
pub use delete::delete;
pub use fault::StatusesFault;

use crate::App;
use domain::people::{Status, StatusRow};
use domain::views::statuses::{StatusView, StatusesView};
use store::{Intent, Read};

/// Every status, in the seller's order.
///
/// # Errors
/// When the desk is locked or cannot be read.
pub async fn list(app: &App) -> Result<StatusesView, StatusesFault> {
    app.desk()?.read(|read| Ok(StatusesView { statuses: store::statuses::all(read)?.rows().iter().map(view).collect() })).await
}

fn view(row: &StatusRow) -> StatusView {
    StatusView {
        key: row.status.key(),
        meaning: row.status.meaning,
        name_fr: row.name_fr.clone(),
        name_en: row.name_en.clone(),
        colour: row.colour.clone(),
        rotten_days: row.rotten_days,
        hidden: row.hidden,
        deleted: row.deleted_at.is_some(),
        fixed: is_fixed(row.status),
    }
}

/// Whether the desk itself gives this very status, so that it cannot go.
fn is_fixed(status: Status) -> bool {
    !status.is_own() && status.meaning.is_given_by_the_desk()
}

/// The status with this key.
fn present(read: &Read<'_>, key: &str) -> Result<StatusRow, StatusesFault> {
    let status = Status::of_key(key).ok_or(StatusesFault::NotFound)?;
    store::statuses::all(read)?.get(status).cloned().ok_or(StatusesFault::NotFound)
}

fn intent(code: &'static str, row: &StatusRow) -> Intent {
    Intent::new(code).with("name_fr", &row.name_fr).with("name_en", &row.name_en)
}
