//! Fields the seller adds.

use super::companies::CompanySelection;
use super::opportunities::OpportunitySelection;
use super::people::{FieldValue, Selection};
use super::{view, words};
use uuid::Uuid;

words! {
    /// What a field is of.
    pub enum CustomOf {
        /// People.
        People,
        /// Companies.
        Companies,
        /// Opportunities.
        Opportunities,
    }
    /// What a field holds.
    pub enum CustomKind {
        /// Text.
        Text,
        /// A number with up to six decimals.
        Number,
        /// A day.
        Date,
        /// One of some choices.
        Choice,
        /// Several of some choices.
        Choices,
        /// An amount in the field's currency.
        Money,
        /// Yes or no.
        Flag,
        /// An address of the web.
        Link,
    }
}

view! {
    /// A field the seller added.
    pub struct CustomField {
        /// Id.
        pub id: Uuid,
        /// What it is of.
        pub of: CustomOf,
        /// Its name.
        pub name: String,
        /// What it holds.
        pub kind: CustomKind,
        /// What can be chosen, in order.
        pub choices: Vec<String>,
        /// Of amounts: their currency.
        pub currency: String,
        /// How many records have a value.
        pub used: u32,
    }

    /// A new field.
    pub struct CustomNew {
        /// What it is of.
        pub of: CustomOf,
        /// Its name.
        pub name: String,
        /// What it holds.
        pub kind: CustomKind,
        /// What can be chosen, in order.
        #[serde(default)]
        pub choices: Vec<String>,
        /// Of amounts: their currency; empty for the desk's.
        #[serde(default)]
        pub currency: String,
    }

    /// A change; what is absent stays.
    pub struct CustomSet {
        /// Which.
        pub id: Uuid,
        /// Its name.
        pub name: Option<String>,
        /// What can be chosen, in order. A choice that goes is taken off whoever had it.
        pub choices: Option<Vec<String>>,
        /// A choice that gets another name, wherever it was chosen: from, to.
        pub rename: Option<CustomRename>,
    }

    /// Another name for a choice.
    pub struct CustomRename {
        /// As it was.
        pub from: String,
        /// As it is to be.
        pub to: String,
    }

    /// A value on a record.
    #[derive(Eq)]
    pub struct CustomValueView {
        /// Which field.
        pub field: Uuid,
        /// The value: choices one a line, numbers and amounts in plain digits, days as ISO, `yes`.
        pub value: String,
    }

    /// Which records.
    #[serde(tag = "of")]
    pub enum CustomSelection {
        /// People.
        #[serde(rename = "people")]
        People {
            /// Which.
            selection: Selection,
        },
        /// Companies.
        #[serde(rename = "companies")]
        Companies {
            /// Which.
            selection: CompanySelection,
        },
        /// Opportunities.
        #[serde(rename = "opportunities")]
        Opportunities {
            /// Which.
            selection: OpportunitySelection,
        },
    }

    /// Types values of fields on records.
    pub struct CustomPut {
        /// Which records.
        pub on: CustomSelection,
        /// Which fields, by id or name, with their new values; empty clears.
        pub values: Vec<FieldValue>,
    }
}

impl CustomOf {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::People, Self::Companies, Self::Opportunities];

    /// As stored.
    pub fn code(self) -> &'static str {
        match self {
            Self::People => "people",
            Self::Companies => "companies",
            Self::Opportunities => "opportunities",
        }
    }

    /// What a stored word means.
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|of| of.code() == code)
    }
}

impl CustomKind {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 8] = [Self::Text, Self::Number, Self::Date, Self::Choice, Self::Choices, Self::Money, Self::Flag, Self::Link];

    /// As stored.
    pub fn code(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Number => "number",
            Self::Date => "date",
            Self::Choice => "choice",
            Self::Choices => "choices",
            Self::Money => "money",
            Self::Flag => "flag",
            Self::Link => "link",
        }
    }

    /// What a stored word means.
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// Whether its values are some of the field's choices.
    pub fn chooses(self) -> bool {
        matches!(self, Self::Choice | Self::Choices)
    }
}
