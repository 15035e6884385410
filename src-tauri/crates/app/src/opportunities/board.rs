use super::{OpportunitiesFault, gauge};
use crate::App;
use crate::searched::desk_for_showing;
use domain::views::opportunities::{BoardRequest, BoardView, CardsPage, OpportunitiesRows};

/// The columns of a board, summed over all their cards.
///
/// # Errors
/// When the desk is locked or cannot be read.
pub async fn board(app: &App, request: BoardRequest) -> Result<BoardView, OpportunitiesFault> {
    let now = app.ports().clock.now();
    let desk = desk_for_showing(app.desk()?, &request.text).await?;
    desk.read(move |read| Ok(store::opportunities::board(read, &request, gauge(read, now)?)?)).await
}

/// Some cards of a column.
///
/// # Errors
/// When the desk is locked or cannot be read.
pub async fn cards(app: &App, page: CardsPage) -> Result<OpportunitiesRows, OpportunitiesFault> {
    let now = app.ports().clock.now();
    let desk = desk_for_showing(app.desk()?, &page.board.text).await?;
    desk.read(move |read| Ok(store::opportunities::cards(read, &page, gauge(read, now)?)?)).await
}
