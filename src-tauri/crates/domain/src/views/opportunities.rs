//! Opportunities: the board, lists, the side panel, edits.

use super::filters::FilterGroup;
use super::groups::{GroupBy, OpportunityGroup, Within};
use super::money::MoneyView;
use super::outreach::ReasonView;
use super::people::{FieldValue, FilterOp, TimelineItem};
use super::pipelines::{StageKindWord, StageView};
use super::{view, words};
use crate::opportunities::Role;
use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

words! {
    /// Columns the list of opportunities can be ordered by.
    pub enum OpportunitySort {
        /// Name.
        Name,
        /// Company, without its legal form.
        Company,
        /// Stage, in the order of the pipelines.
        Stage,
        /// Amount, by currency.
        Amount,
        /// Probability.
        Probability,
        /// When it should be signed.
        CloseOn,
        /// When the next step is due.
        NextStep,
        /// How long it has been at its stage.
        Age,
        /// When it was won or lost.
        ClosedOn,
        /// When it came in.
        Added,
        /// A field of the seller's, named by `by`.
        Custom,
    }
    /// Fields a filter of opportunities can ask.
    pub enum OpportunityFilterField {
        /// Name.
        Name,
        /// Company: its id, or its name.
        Company,
        /// Person: the id of the main one, or of anybody with a role.
        Person,
        /// Pipeline, by id.
        Pipeline,
        /// Stage: ids, separated by commas.
        Stage,
        /// `open`, `won`, `lost`, separated by commas.
        State,
        /// Amount, in whole units of its currency.
        Amount,
        /// Currency.
        Currency,
        /// Probability, a number.
        Probability,
        /// When it should be signed, a date.
        CloseOn,
        /// What to do next.
        NextStep,
        /// And when, a date.
        NextStepOn,
        /// Where it came from.
        Source,
        /// Who else is in the race.
        Competitor,
        /// Why it ended: id of a reason.
        Reason,
        /// When it was won or lost, a date.
        ClosedOn,
        /// Since when it is at its stage, a date.
        StageSince,
        /// When it came in, a date.
        Added,
        /// Whether it stagnates: `yes` or `no`.
        Stagnating,
        /// A field of the seller's, named by `custom`.
        Custom,
    }
    /// What somebody is in an opportunity.
    pub enum RoleWord {
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
}

view! {
    /// One part of a filter; parts stand alone or in groups. Of a number, `before` is less than and `after` at least.
    pub struct OpportunityFilter {
        /// Which field.
        pub field: OpportunityFilterField,
        /// What is asked.
        pub op: FilterOp,
        /// With what; ignored by `empty` and `not_empty`.
        pub value: String,
        /// Which field of the seller's.
        #[serde(default)]
        pub custom: Option<Uuid>,
    }

    /// Which opportunities, in which order.
    pub struct OpportunitiesQuery {
        /// Words typed in the search box; all must match.
        pub text: String,
        /// Filter parts, joined by "and" unless `any` says otherwise.
        pub filters: Vec<OpportunityFilter>,
        /// One of the parts and groups is enough; otherwise all must hold.
        #[serde(default)]
        pub any: bool,
        /// Groups of parts.
        #[serde(default)]
        pub groups: Vec<FilterGroup<OpportunityFilter>>,
        /// Order.
        pub sort: OpportunitySort,
        /// Downwards.
        pub descending: bool,
        /// Which field of the seller's it is ordered by.
        #[serde(default)]
        pub by: Option<Uuid>,
        /// Only the rows of one group.
        #[serde(default)]
        pub within: Option<Within<OpportunityGroup>>,
    }

    /// Some rows of a list.
    pub struct OpportunitiesPage {
        /// Which opportunities.
        pub query: OpportunitiesQuery,
        /// First row.
        pub offset: u32,
        /// How many, at most 500.
        pub limit: u32,
        /// Group by group, in the order of the groups; whoever is in several stands in each.
        #[serde(default)]
        pub grouped: Option<GroupBy<OpportunityGroup>>,
    }

    /// Rows, without a total (see `opportunities_count`).
    pub struct OpportunitiesRows {
        /// The rows.
        pub rows: Vec<OpportunityRow>,
        /// Whether these are the last ones.
        pub last: bool,
    }

    /// How many there are, and what the open ones among those that match are worth.
    pub struct OpportunitiesCount {
        /// Matching the query.
        pub matching: u32,
        /// In all.
        pub total: u32,
        /// Nothing answers to the words as they were typed: these answer to words that are nearly those.
        pub near: bool,
        /// Worth of the open ones that match, by currency.
        pub open: Vec<MoneyView>,
        /// The same, each weighted by its probability.
        pub weighted: Vec<MoneyView>,
    }

    /// A row of the list, a card of the board.
    pub struct OpportunityRow {
        /// Id.
        pub id: Uuid,
        /// What it is.
        pub name: String,
        /// The company, where it is on the desk.
        pub company_id: Option<Uuid>,
        /// Its name.
        pub company: String,
        /// The main person, where they are on the desk.
        pub person_id: Option<Uuid>,
        /// Their name.
        pub person: String,
        /// Its pipeline.
        pub pipeline: Uuid,
        /// Its stage.
        pub stage: Uuid,
        /// French name of the stage.
        pub stage_fr: String,
        /// English name of the stage.
        pub stage_en: String,
        /// Colour of the stage.
        pub stage_colour: String,
        /// Whether the stage is an end.
        pub kind: StageKindWord,
        /// What it is worth, where that is known.
        pub amount: Option<MoneyView>,
        /// The currency of its amount and lines.
        pub currency: String,
        /// In percent: its own, or the stage's.
        pub probability: u8,
        /// Whether that is its own.
        pub own_probability: bool,
        /// When it should be signed.
        pub close_on: Option<NaiveDate>,
        /// What to do next.
        pub next_step: String,
        /// And when.
        pub next_step_on: Option<NaiveDate>,
        /// Where it came from.
        pub source: String,
        /// Who else is in the race.
        pub competitor: String,
        /// Since when it is at its stage.
        pub stage_since: DateTime<Utc>,
        /// Whole days at its stage.
        pub days: u32,
        /// Why it stagnates, with the limit it passed and since when.
        pub attention: Option<ReasonView>,
        /// When it was won or lost.
        pub closed_on: Option<NaiveDate>,
        /// Why, of the seller's list, in French.
        pub reason_fr: String,
        /// And in English.
        pub reason_en: String,
        /// When it came in.
        pub added_at: DateTime<Utc>,
        /// Invented.
        pub sample: bool,
        /// Values of the seller's own fields, in their order.
        #[serde(default)]
        pub custom: Vec<super::custom::CustomValueView>,
    }

    /// Everything about one opportunity.
    pub struct OpportunityDetail {
        /// The list's row.
        pub row: OpportunityRow,
        /// Why it ended: id of the reason.
        pub reason: Option<Uuid>,
        /// Why it ended, in words.
        pub close_note: String,
        /// Notes.
        pub notes: String,
        /// What is sold.
        pub lines: Vec<LineView>,
        /// Who is in it: the main person first.
        pub contacts: Vec<ContactView>,
        /// The stages it has been at, the first one first.
        pub history: Vec<StageVisit>,
    }

    /// A stage an opportunity has been at.
    pub struct StageVisit {
        /// Which.
        pub stage: Uuid,
        /// Its French name.
        pub name_fr: String,
        /// Its English name.
        pub name_en: String,
        /// Whether it is an end.
        pub kind: StageKindWord,
        /// Since.
        pub entered_at: DateTime<Utc>,
        /// Until; none for the stage it is at.
        pub left_at: Option<DateTime<Utc>>,
        /// Whole days there.
        pub days: u32,
    }

    /// Something sold.
    pub struct LineView {
        /// What.
        pub name: String,
        /// How many, in thousandths.
        #[specta(type = u32)]
        pub quantity: f64,
        /// Price of one in minor units, without VAT.
        #[specta(type = u32)]
        pub unit_price: f64,
        /// VAT in hundredths of a percent; none = not said.
        pub vat_rate: Option<u32>,
    }

    /// Something sold before, to be sold again.
    pub struct ProductView {
        /// What.
        pub name: String,
        /// Its last price in minor units.
        #[specta(type = u32)]
        pub unit_price: f64,
        /// In which currency.
        pub currency: String,
        /// Its last VAT.
        pub vat_rate: Option<u32>,
    }

    /// What is sold, line by line; the amount follows.
    pub struct LinesSet {
        /// Of which opportunity.
        pub id: Uuid,
        /// All its lines; none leaves the amount as it is.
        pub lines: Vec<LineView>,
    }

    /// Somebody in an opportunity.
    pub struct ContactView {
        /// Who.
        pub person: Uuid,
        /// Their name.
        pub name: String,
        /// What they do.
        pub title: String,
        /// What they are in it.
        pub role: Option<RoleWord>,
        /// Whether they are the main person.
        pub main: bool,
    }

    /// Somebody with a role.
    pub struct ContactRole {
        /// Who.
        pub person: Uuid,
        /// As what.
        pub role: RoleWord,
    }

    /// Who has which role.
    pub struct ContactsSet {
        /// In which opportunity.
        pub id: Uuid,
        /// Everybody with a role.
        pub contacts: Vec<ContactRole>,
    }

    /// Values typed on an opportunity. Fields: name, company (a name, or an id), person (an id), currency, amount, probability, close_on,
    /// next_step, next_step_on, source, competitor, notes.
    pub struct OpportunityUpdate {
        /// Which.
        pub id: Uuid,
        /// Which fields, with their new values; all or none are written.
        pub values: Vec<FieldValue>,
    }

    /// A new opportunity; at least a name.
    pub struct OpportunityNew {
        /// Values as in [`OpportunityUpdate`].
        pub values: Vec<FieldValue>,
        /// Its stage; without it the first one of the first pipeline.
        pub stage: Option<Uuid>,
    }

    /// Several opportunities at once.
    pub struct OpportunitiesBulk {
        /// Which.
        pub selection: OpportunitySelection,
        /// Which fields, with their new values.
        pub values: Vec<FieldValue>,
        /// The stage they go to.
        pub stage: Option<Uuid>,
        /// How they ended, where that stage is an end.
        pub closing: Option<ClosingRequest>,
    }

    /// How an opportunity ended.
    pub struct ClosingRequest {
        /// When; today where it is not said.
        pub on: Option<NaiveDate>,
        /// Why, of the list.
        pub reason: Option<Uuid>,
        /// Why, in words.
        pub note: String,
        /// What a won one came to, as it is typed; as it was where it is not said.
        pub amount: Option<String>,
    }

    /// Puts an opportunity at a stage, or elsewhere in it.
    pub struct OpportunityMove {
        /// Which.
        pub id: Uuid,
        /// To which stage.
        pub stage: Uuid,
        /// Behind which card; none = at the top.
        pub after: Option<Uuid>,
        /// How it ended, where that stage is an end.
        pub closing: Option<ClosingRequest>,
    }

    /// Ends an opportunity in its own pipeline.
    pub struct OpportunityClose {
        /// Which.
        pub id: Uuid,
        /// Won, or lost.
        pub won: bool,
        /// How.
        pub closing: ClosingRequest,
    }

    /// Which opportunities.
    #[serde(tag = "kind")]
    pub enum OpportunitySelection {
        /// Named one by one.
        #[serde(rename = "ids")]
        Ids {
            /// Their ids.
            ids: Vec<Uuid>,
        },
        /// All that match.
        #[serde(rename = "query")]
        Query {
            /// The query.
            query: OpportunitiesQuery,
        },
        /// All of them.
        #[serde(rename = "all")]
        All,
    }

    /// Which board.
    pub struct BoardRequest {
        /// Which pipeline.
        pub pipeline: Uuid,
        /// Words typed in the search box.
        pub text: String,
        /// Filter parts, joined by "and" unless `any` says otherwise.
        pub filters: Vec<OpportunityFilter>,
        /// One of the parts and groups is enough; otherwise all must hold.
        #[serde(default)]
        pub any: bool,
        /// Groups of parts.
        #[serde(default)]
        pub groups: Vec<FilterGroup<OpportunityFilter>>,
    }

    /// The columns of a board, summed over all their cards.
    pub struct BoardView {
        /// Stages in their order; one out of use only while it has cards.
        pub columns: Vec<BoardColumn>,
        /// Worth of the open ones, by currency.
        pub open: Vec<MoneyView>,
        /// The same, each weighted by its probability.
        pub weighted: Vec<MoneyView>,
    }

    /// A column.
    pub struct BoardColumn {
        /// Its stage, with how many opportunities it has in all.
        pub stage: StageView,
        /// How many match.
        pub count: u32,
        /// Their worth, by currency.
        pub sums: Vec<MoneyView>,
    }

    /// Some cards of a column.
    pub struct CardsPage {
        /// Which board.
        pub board: BoardRequest,
        /// Which stage.
        pub stage: Uuid,
        /// First card.
        pub offset: u32,
        /// How many, at most 500.
        pub limit: u32,
    }

    /// Something that happened with an opportunity, or with one of its people.
    pub struct OpportunityEvent {
        /// With whom; nobody where it is the opportunity itself.
        pub person: Option<Uuid>,
        /// Their name.
        pub name: String,
        /// What.
        pub item: TimelineItem,
    }

    /// Which months to look at.
    pub struct ForecastRequest {
        /// Of which pipeline; all of them where it is not said.
        pub pipeline: Option<Uuid>,
        /// The first month, `YYYY-MM`; this one where it is not said.
        pub from: Option<String>,
        /// How many, 1 to 24.
        pub months: u32,
    }

    /// What is expected, month by month.
    pub struct ForecastView {
        /// The months asked for, in order.
        pub months: Vec<ForecastMonthView>,
        /// Open ones without a day, or whose day has passed.
        pub undated: ForecastMonthView,
        /// The current month, `YYYY-MM`.
        pub this: String,
    }

    /// A month of the forecast.
    pub struct ForecastMonthView {
        /// `YYYY-MM`; empty for those without a day.
        pub month: String,
        /// Open opportunities that should be signed in it.
        pub open_count: u32,
        /// Their worth.
        pub open: Vec<MoneyView>,
        /// Their worth, each weighted by its probability.
        pub weighted: Vec<MoneyView>,
        /// Opportunities won in it.
        pub won_count: u32,
        /// Their worth.
        pub won: Vec<MoneyView>,
    }
}

impl RoleWord {
    /// The role of the domain.
    pub fn role(self) -> Role {
        match self {
            Self::DecisionMaker => Role::DecisionMaker,
            Self::Influencer => Role::Influencer,
            Self::User => Role::User,
            Self::Buyer => Role::Buyer,
            Self::Blocker => Role::Blocker,
            Self::Other => Role::Other,
        }
    }
}

impl From<Role> for RoleWord {
    fn from(role: Role) -> Self {
        match role {
            Role::DecisionMaker => Self::DecisionMaker,
            Role::Influencer => Self::Influencer,
            Role::User => Self::User,
            Role::Buyer => Self::Buyer,
            Role::Blocker => Self::Blocker,
            Role::Other => Self::Other,
        }
    }
}
