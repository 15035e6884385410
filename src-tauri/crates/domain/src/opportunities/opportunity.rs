use super::Stage;
use crate::money::Currency;
use crate::text::fold;
use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

/// Something that may be sold. Texts are clean; empty means unknown.
#[derive(Debug, Clone, PartialEq)]
pub struct Opportunity {
    /// UUIDv7.
    pub id: Uuid,
    /// What it is.
    pub name: String,
    /// To which company.
    pub company_id: Option<Uuid>,
    /// Whom one talks to first.
    pub person_id: Option<Uuid>,
    /// Where it stands.
    pub pipeline_id: Uuid,
    /// And at which stage.
    pub stage_id: Uuid,
    /// Its place among the cards of its stage, the smallest first.
    pub position: i64,
    /// What it is worth, in minor units of its currency; without VAT.
    pub amount: Option<i64>,
    /// The currency of its amount and lines.
    pub currency: Currency,
    /// Its own probability in percent, where it is not the stage's.
    pub probability: Option<u8>,
    /// When it should be signed.
    pub close_on: Option<NaiveDate>,
    /// What to do next.
    pub next_step: String,
    /// And when.
    pub next_step_on: Option<NaiveDate>,
    /// Where it came from, in the seller's words.
    pub source: String,
    /// Who else is in the race.
    pub competitor: String,
    /// When it was won or lost.
    pub closed_on: Option<NaiveDate>,
    /// Why, of the seller's list.
    pub close_reason_id: Option<Uuid>,
    /// Why, in words.
    pub close_note: String,
    /// Notes.
    pub notes: String,
    /// Since when it has been at its stage.
    pub stage_since: DateTime<Utc>,
    /// Invented.
    pub sample: bool,
    /// When the row was made.
    pub created_at: DateTime<Utc>,
    /// Removed from the desk at.
    pub deleted_at: Option<DateTime<Utc>>,
}

impl Opportunity {
    /// A new one at the beginning of a stage.
    pub fn new(id: Uuid, name: &str, stage: &Stage, currency: Currency, at: DateTime<Utc>) -> Self {
        Self {
            id,
            name: name.to_owned(),
            company_id: None,
            person_id: None,
            pipeline_id: stage.pipeline_id,
            stage_id: stage.id,
            position: 0,
            amount: None,
            currency,
            probability: None,
            close_on: None,
            next_step: String::new(),
            next_step_on: None,
            source: String::new(),
            competitor: String::new(),
            closed_on: None,
            close_reason_id: None,
            close_note: String::new(),
            notes: String::new(),
            stage_since: at,
            sample: false,
            created_at: at,
            deleted_at: None,
        }
    }

    /// Key of the name, for ordering.
    pub fn name_norm(&self) -> String {
        fold(&self.name)
    }
}

/// What somebody is in an opportunity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// Signs.
    DecisionMaker,
    /// Is listened to.
    Influencer,
    /// Will use it.
    User,
    /// Negotiates the price.
    Buyer,
    /// Is against it.
    Blocker,
    /// Anything else.
    Other,
}

impl Role {
    /// All of them, in their own order.
    pub const ALL: [Self; 6] = [Self::DecisionMaker, Self::Influencer, Self::User, Self::Buyer, Self::Blocker, Self::Other];

    /// As stored.
    pub fn code(self) -> &'static str {
        match self {
            Self::DecisionMaker => "decision_maker",
            Self::Influencer => "influencer",
            Self::User => "user",
            Self::Buyer => "buyer",
            Self::Blocker => "blocker",
            Self::Other => "other",
        }
    }

    /// The role stored under `code`.
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.code() == code)
    }
}

/// Somebody with a role in an opportunity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    /// Who.
    pub person_id: Uuid,
    /// As what.
    pub role: Role,
}
