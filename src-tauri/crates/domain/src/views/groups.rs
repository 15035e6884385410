//! Rows of a list in groups: people by status, companies by town, opportunities by month.

use super::companies::CompaniesQuery;
use super::money::MoneyView;
use super::opportunities::OpportunitiesQuery;
use super::people::PeopleQuery;
use super::{view, words};
use uuid::Uuid;

words! {
    /// What people are grouped by.
    pub enum PeopleGroup {
        /// Status, in its own order.
        Status,
        /// Company.
        Company,
        /// Place, whatever its case and accents.
        Location,
        /// Tag: whoever has several stands in each of them.
        Tag,
        /// Where they came from.
        Source,
        /// A field of the seller's, named by `custom`.
        Custom,
    }
    /// What companies are grouped by.
    pub enum CompanyGroup {
        /// Town, whatever its case and accents.
        City,
        /// What they do, whatever its case and accents.
        Activity,
        /// Country.
        Country,
        /// Tag: one with several stands in each of them.
        Tag,
        /// Where they came from.
        Source,
        /// A field of the seller's, named by `custom`.
        Custom,
    }
    /// What opportunities are grouped by.
    pub enum OpportunityGroup {
        /// Stage, in the order of the pipelines.
        Stage,
        /// Company.
        Company,
        /// The month they should be signed in.
        Month,
        /// Where they came from.
        Source,
        /// A field of the seller's, named by `custom`.
        Custom,
    }
}

view! {
    /// What a list is grouped by.
    pub struct GroupBy<B> {
        /// Which of the usual.
        pub by: B,
        /// Which field of the seller's.
        #[serde(default)]
        pub custom: Option<Uuid>,
    }

    /// One group of a list: its rows alone.
    pub struct Within<B> {
        /// What the list is grouped by.
        pub by: B,
        /// Which field of the seller's.
        #[serde(default)]
        pub custom: Option<Uuid>,
        /// Which group, as [`GroupView`] names it; empty for the rows without a value.
        pub key: String,
    }

    /// The groups of people who match.
    pub struct PeopleGroups {
        /// Which people.
        pub query: PeopleQuery,
        /// What they are grouped by.
        pub by: PeopleGroup,
        /// Which field of the seller's.
        #[serde(default)]
        pub custom: Option<Uuid>,
    }

    /// The groups of companies that match.
    pub struct CompaniesGroups {
        /// Which companies.
        pub query: CompaniesQuery,
        /// What they are grouped by.
        pub by: CompanyGroup,
        /// Which field of the seller's.
        #[serde(default)]
        pub custom: Option<Uuid>,
    }

    /// The groups of opportunities that match.
    pub struct OpportunitiesGroups {
        /// Which opportunities.
        pub query: OpportunitiesQuery,
        /// What they are grouped by.
        pub by: OpportunityGroup,
        /// Which field of the seller's.
        #[serde(default)]
        pub custom: Option<Uuid>,
    }

    /// A group.
    pub struct GroupView {
        /// Its key: an id, a word of the desk, a month `YYYY-MM`, or the value itself; empty for the rows without one.
        pub key: String,
        /// What it is called; empty where the key is a word of the desk's, or there is none. Of a stage the French name.
        pub name: String,
        /// Of a stage the English name.
        pub name_en: String,
        /// Of a stage or a tag its colour.
        pub colour: String,
        /// How many rows it has.
        pub count: u32,
        /// Of opportunities what they are worth, by currency.
        pub sums: Vec<MoneyView>,
    }

    /// Groups in their order, the rows without a value last.
    pub struct GroupsView {
        /// The groups, at most 2,000.
        pub groups: Vec<GroupView>,
        /// How many groups there are beyond them.
        pub left: u32,
        /// How many rows those have.
        pub left_rows: u32,
    }
}
