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

#[derive(Debug, Subcommand)]
pub(crate) enum Views {
    /// Every saved view.
    List,
    /// What a view asks for, and how many answer.
    Show {
        /// Which, by name or id.
        view: String,
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
