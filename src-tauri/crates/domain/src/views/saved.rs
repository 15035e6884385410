//! Saved views: which rows of a list, in which form, under a name.

use super::companies::CompaniesQuery;
use super::opportunities::OpportunitiesQuery;
use super::people::PeopleQuery;
use super::{view, words};
use uuid::Uuid;

words! {
    /// What a view shows.
    pub enum ViewOf {
        /// People.
        People,
        /// Companies.
        Companies,
        /// Opportunities.
        Opportunities,
    }
    /// How it shows them.
    pub enum ViewLayout {
        /// A table.
        Table,
        /// A board, one column for each value of the grouping.
        Board,
        /// A calendar, by the day the grouping names.
        Calendar,
    }
}

view! {
    /// Which rows, in which order.
    #[serde(tag = "of")]
    pub enum ViewQuery {
        /// People.
        #[serde(rename = "people")]
        People {
            /// Which.
            query: PeopleQuery,
        },
        /// Companies.
        #[serde(rename = "companies")]
        Companies {
            /// Which.
            query: CompaniesQuery,
        },
        /// Opportunities.
        #[serde(rename = "opportunities")]
        Opportunities {
            /// Which.
            query: OpportunitiesQuery,
        },
    }

    /// A column of a view's table.
    pub struct ViewColumn {
        /// Its name.
        pub name: String,
        /// Its width in pixels, where the seller chose one.
        pub width: Option<u32>,
    }

    /// What a view is made of.
    pub struct ViewContent {
        /// Form.
        pub layout: ViewLayout,
        /// Rows and order.
        pub query: ViewQuery,
        /// Columns after the name, in order; none leaves those of the list.
        pub columns: Vec<ViewColumn>,
        /// What the groups of a table, the columns of a board or the days of a calendar are; a pipeline's id for a board of opportunities. Of one of
        /// the seller's own fields `custom:` and its id. Empty leaves the usual: a table without groups.
        pub grouping: String,
        /// Keys of the groups that are folded; after a `*` those that are not.
        #[serde(default)]
        pub folded: Vec<String>,
    }

    /// A saved view.
    pub struct SavedView {
        /// Id.
        pub id: Uuid,
        /// What it shows.
        pub of: ViewOf,
        /// Its name; empty for one of the desk's own that was not renamed.
        pub name: String,
        /// Which of the desk's own it is; empty for the seller's.
        pub builtin: String,
        /// A sign before its name; empty for the usual.
        pub icon: String,
        /// In the sidebar.
        pub favourite: bool,
        /// What it is made of.
        pub content: ViewContent,
    }

    /// A new view.
    pub struct ViewNew {
        /// Name.
        pub name: String,
        /// A sign before its name.
        #[serde(default)]
        pub icon: String,
        /// In the sidebar.
        #[serde(default)]
        pub favourite: bool,
        /// What it is made of.
        pub content: ViewContent,
    }

    /// A change; what is absent stays.
    pub struct ViewSet {
        /// Which.
        pub id: Uuid,
        /// Name.
        pub name: Option<String>,
        /// A sign before its name.
        pub icon: Option<String>,
        /// In the sidebar.
        pub favourite: Option<bool>,
        /// What it is made of.
        pub content: Option<ViewContent>,
    }
}

impl ViewQuery {
    /// What it asks for.
    pub fn of(&self) -> ViewOf {
        match self {
            Self::People { .. } => ViewOf::People,
            Self::Companies { .. } => ViewOf::Companies,
            Self::Opportunities { .. } => ViewOf::Opportunities,
        }
    }
}

impl ViewOf {
    /// As stored.
    pub fn code(self) -> &'static str {
        match self {
            Self::People => "people",
            Self::Companies => "companies",
            Self::Opportunities => "opportunities",
        }
    }
}
