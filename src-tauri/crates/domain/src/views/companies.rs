//! Companies: lists, the side panel, edits.

use super::filters::FilterGroup;
use super::groups::{CompanyGroup, GroupBy, Within};
use super::outreach::ReasonView;
use super::people::{FieldValue, FilterOp, NextStep, PersonRow, TimelineItem};
use super::{view, words};
use chrono::{DateTime, Utc};
use uuid::Uuid;

words! {
    /// Columns the list of companies can be ordered by.
    pub enum CompanySort {
        /// Name, without its legal form.
        Name,
        /// Town.
        City,
        /// How many work there.
        Headcount,
        /// How many of its people are on the desk.
        People,
        /// Last contact with any of its people.
        LastContact,
        /// When it came in.
        Added,
        /// A field of the seller's, named by `by`.
        Custom,
    }
    /// Fields a filter of companies can ask.
    pub enum CompanyFilterField {
        /// Name.
        Name,
        /// Town.
        City,
        /// Postcode.
        Postcode,
        /// Country, two letters.
        Country,
        /// What it does.
        Activity,
        /// NAF code.
        Naf,
        /// How many work there, a number.
        Headcount,
        /// How many of its people are on the desk, a number.
        People,
        /// Site.
        Website,
        /// SIREN.
        Siren,
        /// Last contact with any of its people, a date.
        LastContact,
        /// When it came in, a date.
        Added,
        /// Where it came from.
        Source,
        /// Tag, by name or id.
        Tag,
        /// List, by name or id.
        List,
        /// Noted in two seconds and not completed yet: since when, a date.
        ToQualify,
        /// A field of the seller's, named by `custom`.
        Custom,
    }
}

view! {
    /// One part of a filter; parts stand alone or in groups. Of a number, `before` is less than and `after` at least.
    pub struct CompanyFilter {
        /// Which field.
        pub field: CompanyFilterField,
        /// What is asked.
        pub op: FilterOp,
        /// With what; ignored by `empty` and `not_empty`.
        pub value: String,
        /// Which field of the seller's.
        #[serde(default)]
        pub custom: Option<Uuid>,
    }

    /// Which companies, in which order.
    pub struct CompaniesQuery {
        /// Words typed in the search box; all must match.
        pub text: String,
        /// Filter parts, joined by "and" unless `any` says otherwise.
        pub filters: Vec<CompanyFilter>,
        /// One of the parts and groups is enough; otherwise all must hold.
        #[serde(default)]
        pub any: bool,
        /// Groups of parts.
        #[serde(default)]
        pub groups: Vec<FilterGroup<CompanyFilter>>,
        /// Order.
        pub sort: CompanySort,
        /// Downwards.
        pub descending: bool,
        /// Which field of the seller's it is ordered by.
        #[serde(default)]
        pub by: Option<Uuid>,
        /// Only the rows of one group.
        #[serde(default)]
        pub within: Option<Within<CompanyGroup>>,
    }

    /// Some rows of a list.
    pub struct CompaniesPage {
        /// Which companies.
        pub query: CompaniesQuery,
        /// First row.
        pub offset: u32,
        /// How many, at most 500.
        pub limit: u32,
        /// Group by group, in the order of the groups; whoever is in several stands in each.
        #[serde(default)]
        pub grouped: Option<GroupBy<CompanyGroup>>,
    }

    /// Rows, without a total (see `companies_count`).
    pub struct CompaniesRows {
        /// The rows.
        pub rows: Vec<CompanyRow>,
        /// Whether these are the last ones.
        pub last: bool,
    }

    /// How many there are.
    pub struct CompaniesCount {
        /// Matching the query.
        pub matching: u32,
        /// In all.
        pub total: u32,
        /// Nothing answers to the words as they were typed: these answer to words that are nearly those.
        pub near: bool,
    }

    /// A row of the list of companies.
    pub struct CompanyRow {
        /// Id.
        pub id: Uuid,
        /// Name.
        pub name: String,
        /// Site, or the domain where only that is known.
        pub website: String,
        /// Phone as written.
        pub phone: String,
        /// Number and street.
        pub street: String,
        /// Postcode.
        pub postcode: String,
        /// Town.
        pub city: String,
        /// Country, two letters of ISO 3166-1.
        pub country: String,
        /// SIREN as kept.
        pub siren: String,
        /// SIRET as kept.
        pub siret: String,
        /// VAT number as kept.
        pub vat: String,
        /// NAF code.
        pub naf: String,
        /// What it does.
        pub activity: String,
        /// How many work there.
        pub headcount: Option<u32>,
        /// How many of its people are on the desk.
        pub people: u32,
        /// Last touch of any of them.
        pub last_contact_at: Option<DateTime<Utc>>,
        /// When it came in.
        pub added_at: DateTime<Utc>,
        /// Invented.
        pub sample: bool,
        /// Tags by name.
        pub tags: Vec<super::tags::TagView>,
        /// Values of the seller's own fields, in their order.
        #[serde(default)]
        pub custom: Vec<super::custom::CustomValueView>,
    }

    /// Everything about one company.
    pub struct CompanyDetail {
        /// The list's row.
        pub row: CompanyRow,
        /// Free notes.
        pub notes: String,
        /// `linkedin`, `csv`, `sheet`, `manual`, `sample`, or empty.
        pub source: String,
        /// SIREN, SIRET, VAT number and NAF code, with what is wrong.
        pub identifiers: Vec<IdentifierView>,
        /// Every address, number, link and postal address, the first of each kind first.
        pub contacts: Vec<super::contacts::ContactPointView>,
        /// What comes next for any of its people.
        pub next: Option<CompanyNext>,
        /// Its first people by name, at most 50.
        pub people: Vec<PersonRow>,
    }

    /// One of a company's numbers.
    pub struct IdentifierView {
        /// `siren`, `siret`, `vat`, `naf`.
        pub field: String,
        /// As people read it, in groups; empty where it is not known.
        pub shown: String,
        /// What is wrong with it.
        pub flaw: Option<ReasonView>,
        /// The number the company's other ones give, where it is another one; empty otherwise.
        pub offer: String,
    }

    /// What comes next for one of a company's people.
    pub struct CompanyNext {
        /// Who.
        pub person: Uuid,
        /// Their name.
        pub name: String,
        /// What.
        pub step: NextStep,
    }

    /// Values typed on a company. Fields: name, website, phone, street, postcode, city, country, siren, siret, vat, naf, activity, headcount,
    /// notes.
    pub struct CompanyUpdate {
        /// Which.
        pub id: Uuid,
        /// Which fields, with their new values; all or none are written.
        pub values: Vec<FieldValue>,
    }

    /// A new company; at least a name.
    pub struct CompanyNew {
        /// Values as in [`CompanyUpdate`].
        pub values: Vec<FieldValue>,
    }

    /// Several companies at once.
    pub struct CompaniesBulk {
        /// Which.
        pub selection: CompanySelection,
        /// Which fields, with their new values.
        pub values: Vec<FieldValue>,
    }

    /// Which companies.
    #[serde(tag = "kind")]
    pub enum CompanySelection {
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
            query: CompaniesQuery,
        },
        /// All of them.
        #[serde(rename = "all")]
        All,
    }

    /// Something that happened with a company or one of its people.
    pub struct CompanyEvent {
        /// With whom; nobody where it stands on the company itself.
        pub person: Option<Uuid>,
        /// Their name, or empty.
        pub name: String,
        /// What.
        pub item: TimelineItem,
    }
}
