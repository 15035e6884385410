//! Files kept inside the desk.

use super::About;
use clap::Subcommand;
use std::path::PathBuf;

#[derive(Debug, Subcommand)]
pub(crate) enum Files {
    /// Files of a person, a company or an opportunity, newest first.
    List {
        #[command(flatten)]
        about: About,
    },
    /// Takes files into the desk; they stay where they are too (can be undone).
    Add {
        #[command(flatten)]
        about: About,
        /// The files, of 25 MB at most.
        #[arg(required = true)]
        files: Vec<PathBuf>,
    },
    /// Writes a file outside the desk, in the clear.
    Save {
        /// Its id.
        id: String,
        /// Where to: a file, which is replaced, or a folder.
        path: PathBuf,
    },
    /// Gives a file another name.
    Rename {
        /// Its id.
        id: String,
        /// The name.
        name: String,
    },
    /// Puts files into the trash (can be undone).
    Remove {
        /// Their ids.
        #[arg(required = true)]
        ids: Vec<String>,
    },
}
