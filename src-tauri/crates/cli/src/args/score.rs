//! How warm somebody is.

use clap::Subcommand;

#[derive(Debug, Subcommand)]
pub(crate) enum Score {
    /// Of a person.
    Person {
        /// Their id.
        id: String,
    },
    /// Of an opportunity.
    Opportunity {
        /// Its id.
        id: String,
    },
}
