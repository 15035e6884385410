use clap::{Args, Subcommand, ValueEnum};
use std::path::PathBuf;

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum Which {
    Open,
    Today,
    Overdue,
    Week,
    Done,
    All,
}

/// On what something stands.
#[derive(Debug, Clone, Default, Args)]
pub(crate) struct About {
    /// A person’s id.
    #[arg(long, value_name = "ID")]
    pub(crate) person: Option<String>,
    /// A company’s id.
    #[arg(long, value_name = "ID")]
    pub(crate) company: Option<String>,
    /// An opportunity’s id.
    #[arg(long, value_name = "ID")]
    pub(crate) opportunity: Option<String>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Tasks {
    /// Tasks by their time.
    List {
        /// Which.
        #[arg(value_enum, default_value_t = Which::Open)]
        which: Which,
        #[command(flatten)]
        about: About,
    },
    /// One task.
    Show {
        /// Its id.
        id: String,
    },
    /// Notes a task: `"call Marie tomorrow 2pm"`, or values such as `title="Call Marie" due_on=2026-09-16 due_time=14:00`.
    New {
        #[command(flatten)]
        about: About,
        /// The words, or fields with their values.
        #[arg(required = true, value_name = "WORDS|FIELD=VALUE")]
        words: Vec<String>,
    },
    /// Changes values of a task: `due_on=2026-09-18 priority=high`.
    Set {
        /// Its id.
        id: String,
        /// Fields with their new values; an empty value clears.
        #[arg(required = true, value_name = "FIELD=VALUE")]
        values: Vec<String>,
    },
    /// Marks tasks done.
    Done {
        /// Their ids.
        #[arg(required = true)]
        ids: Vec<String>,
        /// What came of it.
        #[arg(long, default_value = "")]
        outcome: String,
    },
    /// Takes tasks up again.
    Reopen {
        /// Their ids.
        #[arg(required = true)]
        ids: Vec<String>,
    },
    /// Puts tasks off, to a day or by so many days.
    Postpone {
        /// Their ids.
        #[arg(required = true)]
        ids: Vec<String>,
        /// The day, such as 2026-09-18.
        #[arg(long, value_name = "DAY")]
        to: Option<String>,
        /// How many days.
        #[arg(long, default_value_t = 1)]
        days: u32,
    },
    /// Removes tasks (can be undone).
    Delete {
        /// Their ids.
        #[arg(required = true)]
        ids: Vec<String>,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum Appointments {
    /// Appointments by their beginning; without days those of the next 30.
    List {
        /// First day.
        #[arg(long, value_name = "DAY")]
        from: Option<String>,
        /// Last day, included.
        #[arg(long, value_name = "DAY")]
        to: Option<String>,
    },
    /// One appointment, and what it falls together with.
    Show {
        /// Its id.
        id: String,
    },
    /// Notes an appointment: `title="Visit" starts=2026-09-16T14:30 ends=2026-09-16T15:30 place=Lyon`.
    New {
        /// Fields with their values; a title and a beginning are enough.
        #[arg(required = true, value_name = "FIELD=VALUE")]
        values: Vec<String>,
    },
    /// Changes or moves an appointment.
    Set {
        /// Its id.
        id: String,
        /// Fields with their new values; an empty value clears.
        #[arg(required = true, value_name = "FIELD=VALUE")]
        values: Vec<String>,
    },
    /// It took place (or nobody came).
    Done {
        /// Its id.
        id: String,
        /// What came of it.
        #[arg(long, default_value = "")]
        outcome: String,
        /// Nobody came.
        #[arg(long)]
        no_show: bool,
        /// What comes next, as a task: `"send the quote on Friday"`.
        #[arg(long, value_name = "WORDS")]
        next: Option<String>,
    },
    /// Writes appointments to a calendar file; without days all of them.
    Export {
        /// Where to: an .ics file.
        file: PathBuf,
        /// First day.
        #[arg(long, value_name = "DAY")]
        from: Option<String>,
        /// Last day, included.
        #[arg(long, value_name = "DAY")]
        to: Option<String>,
        /// Only titles and times: no places, links, notes or names.
        #[arg(long)]
        titles_only: bool,
    },
    /// Takes the events of a calendar file (can be undone).
    Import {
        /// The .ics file.
        file: PathBuf,
        /// Only say what it would do.
        #[arg(long)]
        check: bool,
    },
    /// It was called off.
    Cancel {
        /// Its id.
        id: String,
        /// Why.
        #[arg(long, default_value = "")]
        outcome: String,
    },
    /// Removes appointments (can be undone).
    Delete {
        /// Their ids.
        #[arg(required = true)]
        ids: Vec<String>,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum Notes {
    /// Notes something on a person, a company or an opportunity.
    Add {
        #[command(flatten)]
        about: About,
        /// The text.
        #[arg(required = true)]
        text: Vec<String>,
    },
    /// What happened with a person or a company, newest first.
    List {
        #[command(flatten)]
        about: About,
        /// How many.
        #[arg(long, default_value_t = 50)]
        limit: u32,
    },
    /// Notes, calls and messages that answer to some words.
    Search {
        /// The words.
        #[arg(required = true)]
        words: Vec<String>,
    },
    /// Puts other words to a note.
    Set {
        /// Its id.
        id: String,
        /// The text.
        #[arg(required = true)]
        text: Vec<String>,
    },
    /// Takes a note off the timeline (can be undone).
    Delete {
        /// Its id.
        id: String,
    },
}
