use super::filter;
use super::groups::grouping;
use super::view::views;
use crate::grouping::each_time;
use crate::listing::{Condition, Listed};
use crate::{Read, StoreError};
use chrono::{DateTime, Utc};
use domain::money::Sums;
use domain::opportunities::StageKind;
use domain::views::custom::CustomOf;
use domain::views::groups::GroupBy;
use domain::views::money::MoneyView;
use domain::views::opportunities::{
    OpportunitiesCount, OpportunitiesPage, OpportunitiesQuery, OpportunitiesRows, OpportunityRow, OpportunitySort,
};
use rusqlite::Row;
use uuid::Uuid;

/// What tells whether opportunities stagnate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gauge {
    /// Now.
    pub now: DateTime<Utc>,
    /// After how many days without anything an opportunity stands still.
    pub quiet_days: u32,
}

pub(super) const OPPORTUNITIES: Listed =
    Listed { table: "opportunity", alias: "o", words: "opportunity_words", parts: "opportunity_parts", vocabulary: "opportunity_vocab" };

/// The probability that counts: its own, or the stage's.
pub(super) const PROBABILITY: &str = "coalesce(o.probability, s.probability)";
/// What it is likely to be worth, rounded half up as `domain::money::weighted` does.
const WEIGHTED: &str = "(coalesce(o.amount, 0) * coalesce(o.probability, s.probability) + 50) / 100";

/// Some rows of a list.
pub fn page(read: &Read<'_>, page: &OpportunitiesPage, gauge: Gauge) -> Result<OpportunitiesRows, StoreError> {
    let mut condition = filter::condition(read, &page.query, gauge)?;
    let mut order = order(&page.query);
    if let Some(GroupBy { by, custom }) = &page.grouped {
        order = grouping(read, *by, *custom)?.order_of_rows(&mut condition, &order);
    }
    let (ids, last) = OPPORTUNITIES.page(read, &condition, &order, (page.offset, page.limit))?;
    Ok(OpportunitiesRows { rows: each_time(&ids, |ids| views(read, ids, gauge), |row| row.id)?, last })
}

/// Ids of all opportunities that match, in the order asked for.
pub fn ids(read: &Read<'_>, query: &OpportunitiesQuery, gauge: Gauge) -> Result<Vec<Uuid>, StoreError> {
    OPPORTUNITIES.ids(read, &filter::condition(read, query, gauge)?, &order(query))
}

/// How many opportunities match, how many there are, and what the open ones that match are worth.
pub fn count(read: &Read<'_>, query: &OpportunitiesQuery, gauge: Gauge) -> Result<OpportunitiesCount, StoreError> {
    let condition = filter::condition(read, query, gauge)?;
    let (matching, total) = OPPORTUNITIES.count(read, &condition)?;
    let (mut open, mut weighted) = (Sums::default(), Sums::default());
    for part in worth(read, &condition)?.iter().filter(|part| part.kind == StageKind::Open) {
        open.add(part.currency, part.sum);
        weighted.add(part.currency, part.weighted);
    }
    Ok(OpportunitiesCount { matching, total, open: MoneyView::all(&open), weighted: MoneyView::all(&weighted), near: condition.is_near() })
}

/// Opportunities that answer to some words: those whose name does first, then the others; each part by name.
pub fn search(read: &Read<'_>, text: &str, limit: u32, gauge: Gauge) -> Result<Vec<OpportunityRow>, StoreError> {
    views(read, &OPPORTUNITIES.search(read, text, "o.name_norm, o.rowid", limit)?, gauge)
}

/// Opportunities of one stage and one currency.
pub(super) struct Worth {
    pub(super) stage: Uuid,
    pub(super) kind: StageKind,
    pub(super) currency: domain::money::Currency,
    pub(super) count: u32,
    pub(super) sum: i64,
    pub(super) weighted: i64,
}

/// What matching opportunities are worth, by stage and currency.
pub(super) fn worth(read: &Read<'_>, condition: &Condition) -> Result<Vec<Worth>, StoreError> {
    let what = format!("o.stage_id, s.kind, o.currency, count(*), sum(coalesce(o.amount, 0)), sum({WEIGHTED})");
    OPPORTUNITIES.gather(read, condition, &what, "o.stage_id, o.currency", |row: &Row<'_>| {
        let malformed = |column| StoreError::Malformed { table: "opportunity", column };
        Ok(Worth {
            stage: row.get::<_, crate::values::Id>(0)?.0,
            kind: row.get_ref(1)?.as_str().ok().and_then(StageKind::of_code).ok_or_else(|| malformed("stage_id"))?,
            currency: row.get_ref(2)?.as_str().ok().and_then(domain::money::Currency::of_code).ok_or_else(|| malformed("currency"))?,
            count: row.get(3)?,
            sum: row.get(4)?,
            weighted: row.get(5)?,
        })
    })
}

fn order(query: &OpportunitiesQuery) -> String {
    let way = if query.descending { " DESC" } else { "" };
    let name = format!("o.name_norm{way}, o.rowid{way}");
    match query.sort {
        OpportunitySort::Name => name,
        // What is not known comes last either way.
        OpportunitySort::Company => format!("c.name_norm IS NULL, c.name_norm{way}, {name}"),
        OpportunitySort::Stage => {
            format!("l.position{way}, s.kind = 'lost'{way}, s.kind = 'won'{way}, s.position{way}, o.position, {name}")
        }
        OpportunitySort::Amount => format!("o.amount IS NULL, o.currency, o.amount{way}, {name}"),
        OpportunitySort::Probability => format!("{PROBABILITY}{way}, {name}"),
        OpportunitySort::CloseOn => format!("o.close_on IS NULL, o.close_on{way}, {name}"),
        OpportunitySort::NextStep => format!("o.next_step_on IS NULL, o.next_step_on{way}, o.next_step = '', {name}"),
        OpportunitySort::Age => format!("o.stage_since{}, {name}", if query.descending { "" } else { " DESC" }),
        OpportunitySort::ClosedOn => format!("o.closed_on IS NULL, o.closed_on{way}, {name}"),
        OpportunitySort::Custom => match query.by {
            Some(field) => crate::custom::order(CustomOf::Opportunities, field, query.descending, &name),
            None => name,
        },
        OpportunitySort::Added => format!("o.created_at{way}, o.rowid{way}"),
    }
}
