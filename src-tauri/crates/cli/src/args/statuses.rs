use clap::{Args, Subcommand, ValueEnum};

#[derive(Debug, Subcommand)]
pub(crate) enum Statuses {
    /// Statuses in their order.
    List,
    /// Adds a status behind the others.
    Add {
        /// What it counts as, for good: what the desk may do with its people.
        #[arg(long)]
        counts_as: CountsAs,
        #[command(flatten)]
        values: StatusValues,
    },
    /// Changes a status; what is not given stays.
    Edit {
        /// Its name or key.
        status: String,
        #[command(flatten)]
        values: StatusValues,
    },
    /// Puts a status in another place.
    Move {
        /// Its name or key.
        status: String,
        /// Its place, from 1.
        place: usize,
    },
    /// Deletes a status.
    Delete {
        /// Its name or key.
        status: String,
        /// Where its people go, by name or key.
        #[arg(long)]
        move_to: Option<String>,
    },
}

/// The values of a status.
#[derive(Debug, Args)]
pub(crate) struct StatusValues {
    /// French name; one language is enough.
    #[arg(long)]
    pub(crate) fr: Option<String>,
    /// English name.
    #[arg(long)]
    pub(crate) en: Option<String>,
    /// Colour.
    #[arg(long)]
    pub(crate) colour: Option<String>,
    /// Days after which somebody is in it too long; 0 = no limit.
    #[arg(long)]
    pub(crate) days: Option<u32>,
    /// Whether it is left out of what is offered.
    #[arg(long)]
    pub(crate) hidden: Option<bool>,
}

/// What a status counts as.
#[derive(Debug, Clone, Copy, ValueEnum)]
#[value(rename_all = "snake_case")]
pub(crate) enum CountsAs {
    New,
    Contacted,
    Interested,
    Qualified,
    Converted,
    Lost,
    DoNotContact,
}
