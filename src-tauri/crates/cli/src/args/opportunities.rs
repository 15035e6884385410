use clap::{Args, Subcommand, ValueEnum};

#[derive(Debug, Subcommand)]
pub(crate) enum Opportunities {
    /// Opportunities by name.
    List {
        /// How many.
        #[arg(long)]
        limit: Option<u32>,
        /// Only those that match, such as `state=open and amount>=5000` or `stagnating=yes`.
        #[arg(long = "where", value_name = "EXPR")]
        matching: Option<String>,
        /// Those of a saved view, by its name.
        #[arg(long, value_name = "NAME", conflicts_with = "matching")]
        view: Option<String>,
    },
    /// Everything about one opportunity.
    Show {
        /// Its id.
        id: String,
    },
    /// Opportunities that answer to some words.
    Search {
        /// The words.
        words: Vec<String>,
    },
    /// Adds an opportunity: `name="Training" company="Ateliers Brunel" amount=12300`.
    New {
        /// Its stage, by name or id; without it the first one.
        #[arg(long)]
        stage: Option<String>,
        /// Fields with their values; a name is enough.
        #[arg(required = true, value_name = "FIELD=VALUE")]
        values: Vec<String>,
    },
    /// Changes values of an opportunity: `amount=12300 close_on=2026-10-31 next_step="Call back"`.
    Set {
        /// Its id.
        id: String,
        /// Fields with their new values.
        #[arg(required = true, value_name = "FIELD=VALUE")]
        values: Vec<String>,
    },
    /// Puts an opportunity at another stage.
    Move {
        /// Its id.
        id: String,
        /// The stage, by name or id.
        stage: String,
        #[command(flatten)]
        end: End,
    },
    /// Wins an opportunity.
    Win {
        /// Its id.
        id: String,
        #[command(flatten)]
        end: End,
    },
    /// Loses an opportunity; a reason is needed.
    Lose {
        /// Its id.
        id: String,
        #[command(flatten)]
        end: End,
    },
    /// Opens an opportunity that has ended again.
    Reopen {
        /// Its id.
        id: String,
    },
    /// Removes opportunities from the desk (can be undone).
    Delete {
        /// Their ids.
        #[arg(required = true)]
        ids: Vec<String>,
    },
    /// What is expected, month by month.
    Forecast {
        /// How many months.
        #[arg(long, default_value_t = 6)]
        months: u32,
        /// First month, such as 2026-09; without it this one.
        #[arg(long)]
        from: Option<String>,
    },
    /// Goals of a month, and how far they are reached; with a goal and a target, sets it.
    Goals {
        /// The month, such as 2026-09; without it this one.
        month: Option<String>,
        /// Of what.
        #[arg(value_enum, requires = "target")]
        goal: Option<Goal>,
        /// How much; empty takes the goal away.
        target: Option<String>,
    },
}

/// How an opportunity ended.
#[derive(Debug, Args)]
pub(crate) struct End {
    /// The day, such as 2026-09-15; without it today.
    #[arg(long)]
    pub(crate) on: Option<String>,
    /// Why: a reason of the list, by name or id.
    #[arg(long)]
    pub(crate) reason: Option<String>,
    /// Why, in words.
    #[arg(long, default_value = "")]
    pub(crate) note: String,
    /// What a won one came to; without it as it was.
    #[arg(long)]
    pub(crate) amount: Option<String>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum Goal {
    Revenue,
    Appointments,
    Signatures,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Pipelines {
    /// Pipelines with their stages.
    List,
    /// Adds a pipeline.
    New {
        /// French name.
        name_fr: String,
        /// English name; without it the same.
        #[arg(default_value = "")]
        name_en: String,
        /// The pipeline whose stages it takes over.
        #[arg(long)]
        like: Option<String>,
    },
    /// Gives a pipeline other names.
    Rename {
        /// Its id.
        id: String,
        /// French name.
        name_fr: String,
        /// English name; without it the same.
        #[arg(default_value = "")]
        name_en: String,
    },
    /// Takes a pipeline out of use.
    Archive {
        /// Its id.
        id: String,
    },
    /// Brings a pipeline back.
    Restore {
        /// Its id.
        id: String,
    },
    /// Adds a stage to a pipeline.
    AddStage {
        /// Id of the pipeline.
        pipeline: String,
        #[command(flatten)]
        values: StageValues,
    },
    /// Changes a stage.
    SetStage {
        /// Its id.
        id: String,
        #[command(flatten)]
        values: StageValues,
    },
    /// Takes a stage out of use.
    ArchiveStage {
        /// Its id.
        id: String,
        /// Where its opportunities go, by name or id.
        #[arg(long)]
        move_to: Option<String>,
    },
    /// Brings a stage back.
    RestoreStage {
        /// Its id.
        id: String,
    },
}

/// The values of a stage; of one that is there, what is not given stays.
#[derive(Debug, Args)]
pub(crate) struct StageValues {
    /// French name.
    #[arg(long)]
    pub(crate) fr: Option<String>,
    /// English name.
    #[arg(long)]
    pub(crate) en: Option<String>,
    /// Probability in percent.
    #[arg(long)]
    pub(crate) probability: Option<u8>,
    /// Days after which an opportunity is there too long; 0 = no limit.
    #[arg(long)]
    pub(crate) days: Option<u32>,
    /// Colour.
    #[arg(long)]
    pub(crate) colour: Option<String>,
}
