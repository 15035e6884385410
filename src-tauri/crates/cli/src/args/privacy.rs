//! Privacy of the people on the desk.

use clap::Subcommand;
use std::path::PathBuf;

#[derive(Debug, Subcommand)]
pub(crate) enum Privacy {
    /// How it stands with one person: source, ground, when they were told, last contact from them, until when they may be kept.
    Show {
        /// Their id.
        id: String,
    },
    /// Notes how it stands.
    Set {
        /// Their id.
        id: String,
        /// The ground.
        #[arg(long, value_parser = ["legitimate_interest", "consent", "contract"])]
        basis: Option<String>,
        /// Day they were informed otherwise than by a message of the desk; empty forgets it.
        #[arg(long, value_name = "DAY")]
        informed: Option<String>,
        /// Day of their last contact; empty forgets it.
        #[arg(long, value_name = "DAY")]
        heard: Option<String>,
        /// What that contact was.
        #[arg(long, value_name = "WORDS")]
        how: Option<String>,
    },
    /// Notes what somebody said of a channel. A refusal enters the do-not-contact list too.
    Consent {
        /// Their id.
        id: String,
        /// The channel.
        #[arg(value_parser = ["email", "phone", "sms", "linkedin", "post"])]
        channel: String,
        /// What they said.
        #[arg(value_parser = ["given", "refused", "unknown"])]
        said: String,
        /// How.
        #[arg(long, default_value = "")]
        note: String,
    },
    /// Writes everything held about one person to a zip file: a page, JSON, CSV.
    Access {
        /// Their id.
        id: String,
        /// File to write.
        file: PathBuf,
    },
    /// Those whose time on the desk ran out.
    Expired {
        /// Erase them for good; needs --yes.
        #[arg(long, requires = "yes")]
        erase: bool,
        /// Really, for good.
        #[arg(long)]
        yes: bool,
    },
    /// Erases people for good, everywhere: nothing brings them back, and they are never imported or contacted again.
    Erase {
        /// Their ids.
        #[arg(required = true)]
        ids: Vec<String>,
        /// Really, for good.
        #[arg(long, required = true)]
        yes: bool,
    },
}
