use super::filter;
use super::list::{Gauge, OPPORTUNITIES, worth};
use super::view::views;
use crate::pipelines;
use crate::values::Id;
use crate::{Read, StoreError};
use domain::money::Sums;
use domain::opportunities::StageKind;
use domain::views::money::MoneyView;
use domain::views::opportunities::{
    BoardColumn, BoardRequest, BoardView, CardsPage, OpportunitiesRows, OpportunityFilter, OpportunityFilterField,
};
use domain::views::people::FilterOp;
use uuid::Uuid;

/// The columns of a board, summed over all their cards. A stage out of use stands there only while it has cards.
pub fn board(read: &Read<'_>, request: &BoardRequest, gauge: Gauge) -> Result<BoardView, StoreError> {
    let mut condition = filter::condition(read, request, gauge)?;
    condition.push("o.pipeline_id = ?", [request.pipeline.to_string()]);
    let parts = worth(read, &condition)?;
    let (mut open, mut weighted) = (Sums::default(), Sums::default());
    for part in parts.iter().filter(|part| part.kind == StageKind::Open) {
        open.add(part.currency, part.sum);
        weighted.add(part.currency, part.weighted);
    }
    let mut columns = Vec::new();
    for stage in pipelines::stages(read, request.pipeline)? {
        let (mut sums, mut count) = (Sums::default(), 0);
        for part in parts.iter().filter(|part| part.stage == stage.id) {
            sums.add(part.currency, part.sum);
            count += part.count;
        }
        if stage.archived_at.is_none() || count > 0 {
            columns.push(BoardColumn { stage: pipelines::stage_view(read, &stage)?, count, sums: MoneyView::all(&sums) });
        }
    }
    Ok(BoardView { columns, open: MoneyView::all(&open), weighted: MoneyView::all(&weighted) })
}

/// Some cards of a column: open ones in the seller's order, ended ones from the last on.
pub fn cards(read: &Read<'_>, page: &CardsPage, gauge: Gauge) -> Result<OpportunitiesRows, StoreError> {
    let mut condition = filter::condition(read, &page.board, gauge)?;
    condition.push("o.stage_id = ?", [page.stage.to_string()]);
    let open = pipelines::stage(read, page.stage)?.is_some_and(|stage| stage.kind == StageKind::Open);
    let order = if open { "o.position, o.id" } else { "o.closed_on DESC, o.stage_since DESC, o.id" };
    let (ids, last) = OPPORTUNITIES.page(read, &condition, order, (page.offset, page.limit))?;
    Ok(OpportunitiesRows { rows: views(read, &ids, gauge)?, last })
}

/// How many open opportunities stagnate, and the first of them by what they are worth.
pub fn stagnating(read: &Read<'_>, gauge: Gauge, named: u32) -> Result<(u32, Vec<String>), StoreError> {
    let filter = OpportunityFilter { field: OpportunityFilterField::Stagnating, op: FilterOp::Is, value: "yes".to_owned(), custom: None };
    let condition = filter::condition(read, filter::Asked { text: "", any: false, filters: &[filter], groups: &[], within: None }, gauge)?;
    let (count, _) = OPPORTUNITIES.count(read, &condition)?;
    let (ids, _) = OPPORTUNITIES.page(read, &condition, "o.amount IS NULL, o.amount DESC, o.name_norm", (0, named))?;
    let mut name = read.conn().prepare_cached("SELECT name FROM opportunity WHERE id = ?1")?;
    let names = ids.iter().map(|id: &Uuid| name.query_row([Id(*id)], |row| row.get(0)).map_err(StoreError::from));
    Ok((count, names.collect::<Result<_, _>>()?))
}
