//! Tags, lists and the trash.

use clap::Subcommand;

#[derive(Debug, Subcommand)]
pub(crate) enum Tags {
    /// Every tag, with how often it is used.
    List,
    /// Makes a tag.
    New {
        /// Its name.
        name: String,
        /// Its colour.
        #[arg(long, default_value = "grey", value_parser = ["grey", "blue", "green", "yellow", "orange", "red", "violet"])]
        colour: String,
    },
    /// Gives a tag another name or colour.
    Set {
        /// Which, by name or id.
        tag: String,
        /// Its new name.
        #[arg(long)]
        name: Option<String>,
        /// Its new colour.
        #[arg(long, value_parser = ["grey", "blue", "green", "yellow", "orange", "red", "violet"])]
        colour: Option<String>,
    },
    /// Makes two tags one: whoever had the first has the second.
    Merge {
        /// The one that goes.
        from: String,
        /// The one that stays.
        into: String,
    },
    /// Removes a tag from everybody (can be undone).
    Delete {
        /// Which, by name or id.
        tag: String,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum Lists {
    /// Every list, with how many are on it.
    List,
    /// Makes a list.
    New {
        /// Its name.
        name: String,
        /// Of companies, not of people.
        #[arg(long)]
        companies: bool,
    },
    /// Gives a list another name.
    Rename {
        /// Which, by name or id.
        list: String,
        /// Its new name.
        name: String,
    },
    /// Puts some on a list, at its end.
    Add {
        /// Which, by name or id.
        list: String,
        /// Their ids.
        #[arg(required = true)]
        ids: Vec<String>,
    },
    /// Takes some off a list.
    Remove {
        /// Which, by name or id.
        list: String,
        /// Their ids.
        #[arg(required = true)]
        ids: Vec<String>,
    },
    /// Removes a list; those on it stay (can be undone).
    Delete {
        /// Which, by name or id.
        list: String,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum Trash {
    /// What was removed, newest first.
    List,
    /// Brings some back.
    Restore {
        /// Their ids.
        #[arg(required = true)]
        ids: Vec<String>,
        /// What becomes of an address somebody else has by now.
        #[arg(long, default_value = "ask", value_parser = ["ask", "keep", "drop"])]
        address: String,
    },
    /// Removes everything in the trash for good.
    Empty {
        /// Really.
        #[arg(long, required = true)]
        yes: bool,
    },
}
