//! The words of the command line about addresses, numbers, links and postal addresses.

use clap::Subcommand;

/// One of them is named by its id, or as it is written: the first one by its value too.
#[derive(Debug, Subcommand)]
pub(crate) enum Point {
    /// Adds one. A postal address: `street="4 rue Kléber" postcode=44000 city=Nantes region= country=FR`.
    Add {
        /// Whose, by id.
        id: String,
        /// The value; of a postal address its parts.
        #[arg(required = true)]
        values: Vec<String>,
        /// What it is for: work, home, mobile, other, or a word of yours.
        #[arg(long, default_value = "")]
        label: String,
        /// Use it for messages and calls.
        #[arg(long)]
        first: bool,
    },
    /// Changes one.
    Set {
        /// Whose, by id.
        id: String,
        /// Which.
        which: String,
        /// The new value; of a postal address its parts.
        values: Vec<String>,
        /// What it is for.
        #[arg(long)]
        label: Option<String>,
        /// What is known of it.
        #[arg(long, value_parser = ["unknown", "valid", "guessed", "bounced", "opted_out"])]
        status: Option<String>,
    },
    /// Takes one away; what the do-not-contact list knows of it stays.
    Remove {
        /// Whose, by id.
        id: String,
        /// Which.
        which: String,
    },
    /// Uses one for messages and calls from now on.
    First {
        /// Whose, by id.
        id: String,
        /// Which.
        which: String,
    },
}
