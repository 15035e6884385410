use crate::fault::{Fault, Params, params};
use crate::views::imports::RowPlan;

/// How many rows had which fate.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Rows of the file.
    pub rows: u32,
    /// New people.
    pub created: u32,
    /// People changed.
    pub updated: u32,
    /// People as they were.
    pub unchanged: u32,
    /// Left out on purpose.
    pub skipped: u32,
    /// Not usable.
    pub rejected: u32,
}

/// Rows went missing or were counted twice: a fault of the desk, never of the file. Nothing may be written on such an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{rows} rows were read and {accounted} accounted for")]
pub struct Unbalanced {
    /// Rows of the file.
    pub rows: u32,
    /// Rows with a fate.
    pub accounted: u32,
}

impl Fault for Unbalanced {
    fn code(&self) -> &'static str {
        "imports.unbalanced"
    }

    fn params(&self) -> Params {
        params([("rows", self.rows.to_string()), ("accounted", self.accounted.to_string())])
    }
}

impl Tally {
    /// Counts one fate (not the row itself).
    pub fn count(&mut self, plan: RowPlan) {
        *self.of(plan) += 1;
    }

    /// A row turned out otherwise than it was counted.
    pub fn recount(&mut self, from: RowPlan, to: RowPlan) {
        let before = self.of(from);
        *before = before.saturating_sub(1);
        *self.of(to) += 1;
    }

    /// Rows = created + updated + unchanged + skipped + rejected.
    ///
    /// # Errors
    /// [`Unbalanced`] with both figures.
    pub fn balanced(&self) -> Result<(), Unbalanced> {
        let accounted =
            [self.created, self.updated, self.unchanged, self.skipped, self.rejected].into_iter().fold(0u32, u32::saturating_add);
        if accounted == self.rows { Ok(()) } else { Err(Unbalanced { rows: self.rows, accounted }) }
    }

    fn of(&mut self, plan: RowPlan) -> &mut u32 {
        match plan {
            RowPlan::Create => &mut self.created,
            RowPlan::Update => &mut self.updated,
            RowPlan::Unchanged => &mut self.unchanged,
            RowPlan::Skip => &mut self.skipped,
            RowPlan::Reject => &mut self.rejected,
        }
    }
}

impl RowPlan {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Create, Self::Update, Self::Unchanged, Self::Skip, Self::Reject];

    /// Whether something of the row is on the desk, or will be.
    pub fn is_taken(self) -> bool {
        matches!(self, Self::Create | Self::Update | Self::Unchanged)
    }

    /// As stored.
    pub fn code(self) -> &'static str {
        match self {
            Self::Create => "create",
            Self::Update => "update",
            Self::Unchanged => "unchanged",
            Self::Skip => "skip",
            Self::Reject => "reject",
        }
    }

    /// The plan stored under `code`.
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|plan| plan.code() == code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_has_exactly_one_fate() {
        let mut tally = Tally { rows: 3, ..Tally::default() };
        [RowPlan::Create, RowPlan::Skip].into_iter().for_each(|plan| tally.count(plan));
        assert_eq!(tally.balanced(), Err(Unbalanced { rows: 3, accounted: 2 }));
        tally.count(RowPlan::Reject);
        assert_eq!(tally.balanced(), Ok(()));
        tally.recount(RowPlan::Create, RowPlan::Update);
        assert_eq!((tally.created, tally.updated, tally.balanced()), (0, 1, Ok(())));
    }
}
