use super::Month;

/// What a month is measured by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum GoalKind {
    /// What was won, in minor units of the desk's currency.
    Revenue,
    /// Appointments that took place.
    Appointments,
    /// Opportunities won.
    Signatures,
}

impl GoalKind {
    /// All of them, in their own order.
    pub const ALL: [Self; 3] = [Self::Revenue, Self::Appointments, Self::Signatures];

    /// As stored.
    pub fn code(self) -> &'static str {
        match self {
            Self::Revenue => "revenue",
            Self::Appointments => "appointments",
            Self::Signatures => "signatures",
        }
    }

    /// The kind stored under `code`.
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// What the seller wants to reach in a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Goal {
    /// Which month.
    pub month: Month,
    /// Of what.
    pub kind: GoalKind,
    /// How much: minor units of a revenue, a count otherwise.
    pub target: i64,
}
