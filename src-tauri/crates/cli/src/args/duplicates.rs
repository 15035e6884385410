//! What the desk holds twice.

use clap::{Subcommand, ValueEnum};

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum Kind {
    /// People.
    People,
    /// Companies.
    Companies,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum Sure {
    /// Beyond doubt.
    Exact,
    /// To be looked at.
    Probable,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Duplicates {
    /// Compares everybody with everybody, and every company; merges nothing.
    Scan,
    /// What the last scan found, the surest first.
    List {
        /// People or companies only.
        #[arg(long, value_enum)]
        kind: Option<Kind>,
        /// Exact or probable ones only.
        #[arg(long, value_enum)]
        sure: Option<Sure>,
        /// How many.
        #[arg(long)]
        limit: Option<u32>,
    },
    /// Records side by side, and what would be kept of them.
    Show {
        /// Their ids.
        #[arg(required = true, num_args = 2..)]
        ids: Vec<String>,
        /// What they are.
        #[arg(long, value_enum, default_value_t = Kind::People)]
        kind: Kind,
    },
    /// Merges records into the first one named, or every exact match (can be undone, or split at any time).
    Merge {
        /// Their ids; the first one stays.
        #[arg(num_args = 2.., required_unless_present = "exact", conflicts_with = "exact")]
        ids: Vec<String>,
        /// Whose value of a field is kept.
        #[arg(long = "keep", value_name = "FIELD=ID", conflicts_with = "exact")]
        keep: Vec<String>,
        /// Every exact match of the last scan.
        #[arg(long)]
        exact: bool,
        /// With --exact: only tell how many there are.
        #[arg(long, requires = "exact")]
        dry_run: bool,
        /// People or companies; with --exact both, unless one is named.
        #[arg(long, value_enum)]
        kind: Option<Kind>,
    },
    /// Takes a merge apart again, even after months.
    Split {
        /// A record that was merged into another, or the one that stayed.
        id: String,
        /// What it is.
        #[arg(long, value_enum, default_value_t = Kind::People)]
        kind: Kind,
    },
    /// Remembers that records are not one and the same.
    Ignore {
        /// Their ids.
        #[arg(required = true, num_args = 2..)]
        ids: Vec<String>,
        /// What they are.
        #[arg(long, value_enum, default_value_t = Kind::People)]
        kind: Kind,
    },
}
