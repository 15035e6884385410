//! Fields the seller adds.

use super::Of;
use clap::Subcommand;

#[derive(Debug, Subcommand)]
pub(crate) enum Fields {
    /// Every field that was added.
    List,
    /// Adds a field.
    New {
        /// Its name.
        name: String,
        /// What it is of.
        #[arg(long, value_enum, default_value = "people")]
        of: Of,
        /// What it holds.
        #[arg(long, default_value = "text", value_parser = ["text", "number", "date", "choice", "choices", "money", "flag", "link"])]
        kind: String,
        /// What can be chosen, in order.
        #[arg(long = "choice", value_name = "CHOICE")]
        choices: Vec<String>,
        /// Of amounts: the currency.
        #[arg(long, default_value = "")]
        currency: String,
    },
    /// Gives a field another name, or other choices.
    Set {
        /// Which, by name or id.
        field: String,
        /// Its new name.
        #[arg(long)]
        name: Option<String>,
        /// What can be chosen, in order; who had another choice has none.
        #[arg(long = "choice", value_name = "CHOICE")]
        choices: Vec<String>,
    },
    /// Types values on records: `size=Large`.
    Put {
        /// What they are.
        #[arg(value_enum)]
        of: Of,
        /// Their ids, separated by commas.
        ids: String,
        /// Fields with their new values.
        #[arg(required = true, value_name = "FIELD=VALUE")]
        values: Vec<String>,
    },
    /// Takes a field away with its values (can be undone).
    Delete {
        /// Which, by name or id.
        field: String,
    },
}
