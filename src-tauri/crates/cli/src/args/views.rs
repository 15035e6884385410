//! Saved views.

use clap::{Subcommand, ValueEnum};

/// What a view shows.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum Of {
    /// People.
    People,
    /// Companies.
    Companies,
    /// Opportunities.
    Opportunities,
}

/// How a view is laid out.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum ViewLayout {
    /// Rows.
    Table,
    /// Cards in columns: people by status, opportunities by stage.
    Board,
    /// A month: people by their next step, opportunities by the day they should close.
    Calendar,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Views {
    /// Every saved view.
    List,
    /// What a view asks for, and how many answer.
    Show {
        /// Which, by name or id.
        view: String,
    },
    /// How many rows are in each group: of people by `status`, `company`, `location`, `tag`, `source`; of companies by `city`, `activity`, `country`,
    /// `tag`, `source`; of opportunities by `stage`, `company`, `month`, `source`; of each by a field of your own.
    Groups {
        /// What by.
        by: String,
        /// Of what.
        #[arg(long, value_enum, default_value = "people")]
        of: Of,
        /// Only those that match, such as `status=new and (tag=Fair or source=linkedin)`.
        #[arg(long = "where", value_name = "EXPR")]
        matching: Option<String>,
        /// Those of a saved view, by its name.
        #[arg(long, value_name = "NAME", conflicts_with = "matching")]
        view: Option<String>,
    },
    /// Keeps a view under a name; one of this name is changed.
    Save {
        /// Its name.
        name: String,
        /// What it shows.
        #[arg(long, value_enum, default_value = "people")]
        of: Of,
        /// Only those that match, such as `status=new and (tag=Fair or source=linkedin)`.
        #[arg(long = "where", value_name = "EXPR")]
        matching: Option<String>,
        /// What it is ordered by.
        #[arg(long, default_value = "name")]
        sort: String,
        /// Downwards.
        #[arg(long)]
        down: bool,
        /// How it is laid out; without it, as it was, or as a table.
        #[arg(long, value_enum)]
        layout: Option<ViewLayout>,
        /// What its table is grouped by, as `groups` takes it.
        #[arg(long)]
        by: Option<String>,
        /// Shown in the window's sidebar.
        #[arg(long)]
        favourite: bool,
    },
    /// Takes a view away (can be undone).
    Delete {
        /// Which, by name or id.
        view: String,
    },
}
