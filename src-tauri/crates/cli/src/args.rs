//! The words of the command line.

mod agenda;
mod duplicates;
mod fields;
mod files;
mod history;
mod import;
mod opportunities;
mod privacy;
mod records;
mod score;
mod statuses;
mod views;

pub(crate) use agenda::{About, Appointments, Notes, Tasks, Which};
pub(crate) use duplicates::{Duplicates, Kind, Sure};
pub(crate) use fields::Fields;
pub(crate) use files::Files;
pub(crate) use history::History;
pub(crate) use import::{Import, Imports};
pub(crate) use opportunities::{End, Goal, Opportunities, Pipelines, StageValues};
pub(crate) use privacy::Privacy;
pub(crate) use records::{Lists, Tags, Trash};
pub(crate) use score::Score;
pub(crate) use statuses::{StatusValues, Statuses};
pub(crate) use views::{Of, ViewLayout, Views};

use crate::args_points::Point;
use clap::{Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// Shown below `rain --help`.
const ENVIRONMENT: &str = "\
Environment:
  RAINMAKER_WORKSPACE        folder of the desk, as --workspace
  RAINMAKER_PASSPHRASE_FILE  as --passphrase-file
  RAINMAKER_LANG             fr or en: language of what is printed; without it the desk’s own, then LANG.
                             This help and complaints about the form of the command line are in English.

Exit codes: 0 done, 1 failed, 2 the command line is not of the right form.";

/// The sales desk from a terminal.
#[derive(Debug, Parser)]
#[command(name = "rain", version, about, propagate_version = true, after_help = ENVIRONMENT)]
pub(crate) struct Cli {
    #[command(flatten)]
    pub(crate) global: Global,
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Clone, Args)]
pub(crate) struct Global {
    /// Folder of the desk.
    #[arg(long, global = true, env = "RAINMAKER_WORKSPACE", value_name = "DIR")]
    pub(crate) workspace: Option<PathBuf>,
    /// File whose first line is the passphrase, where there is no keychain.
    #[arg(long, global = true, env = "RAINMAKER_PASSPHRASE_FILE", value_name = "FILE")]
    pub(crate) passphrase_file: Option<PathBuf>,
    /// One JSON document on stdout; errors as JSON on stderr.
    #[arg(long, global = true)]
    pub(crate) json: bool,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Creates the desk and prints its recovery key, once.
    Init {
        /// Fill it with invented people.
        #[arg(long)]
        sample: bool,
        /// Language of the desk.
        #[arg(long, value_parser = ["fr", "en"])]
        locale: Option<String>,
    },
    /// Reads a file of people into the desk.
    Import(Box<Import>),
    /// Files that were imported.
    #[command(subcommand)]
    Imports(Imports),
    /// People of the desk.
    #[command(subcommand)]
    People(People),
    /// Companies of the desk.
    #[command(subcommand)]
    Companies(Companies),
    /// Tasks: calls, messages, visits, quotes and whatever else is to be done.
    #[command(subcommand)]
    Tasks(Tasks),
    /// Appointments.
    #[command(subcommand)]
    Appointments(Appointments),
    /// Notes, and what happened.
    #[command(subcommand)]
    Notes(Notes),
    /// Files kept inside the desk, on people, companies and opportunities.
    #[command(subcommand)]
    Files(Files),
    /// Opportunities of the desk.
    #[command(subcommand)]
    Opportunities(Opportunities),
    /// Pipelines and their stages.
    #[command(subcommand)]
    Pipelines(Pipelines),
    /// Statuses of people: what they are called, in which order, and your own.
    #[command(subcommand)]
    Statuses(Statuses),
    /// What the desk holds twice: found, merged, split again.
    #[command(subcommand)]
    Duplicates(Duplicates),
    /// Tags: made, renamed, merged, removed.
    #[command(subcommand)]
    Tags(Tags),
    /// Lists of people or companies.
    #[command(subcommand)]
    Lists(Lists),
    /// Fields of your own on people, companies and opportunities.
    #[command(subcommand)]
    Fields(Fields),
    /// Saved views: kept, shown, taken away.
    #[command(subcommand)]
    Views(Views),
    /// What was removed in the last 30 days.
    #[command(subcommand)]
    Trash(Trash),
    /// What people may ask: to be forgotten, to see what is held, not to be kept too long.
    #[command(subcommand)]
    Privacy(Privacy),
    /// How warm a person or an opportunity is, and why.
    #[command(subcommand)]
    Score(Score),
    /// Notes somebody in two seconds: a name and a postcode, to be qualified later.
    Capture {
        /// Name; with --company the company’s. Without a name, the list of those to qualify.
        name: Option<String>,
        /// Postcode.
        postcode: Option<String>,
        /// A company, not a person.
        #[arg(long)]
        company: bool,
        /// Phone.
        #[arg(long, default_value = "")]
        phone: String,
        /// A note.
        #[arg(long, default_value = "")]
        note: String,
        /// Says that these are qualified, by id.
        #[arg(long, value_delimiter = ',', value_name = "ID,…", conflicts_with = "name")]
        done: Option<Vec<String>>,
    },
    /// Puts messages and invitations of LinkedIn's archive onto timelines (can be undone).
    LinkedinArchive {
        /// The zip LinkedIn sent.
        file: PathBuf,
    },
    /// Runs of the full sequence.
    #[command(subcommand)]
    Run(Run),
    /// Messages on their way.
    #[command(subcommand)]
    Outbox(Outbox),
    /// Does what is due, as the window in the tray would.
    Work {
        /// Stop when nothing more is due within a minute.
        #[arg(long)]
        until_idle: bool,
    },
    /// Writes people, companies or opportunities to a file.
    Export {
        /// Format.
        #[arg(value_enum)]
        format: Format,
        /// Where to.
        file: PathBuf,
        /// What of the desk.
        #[arg(long, value_enum, default_value_t = Exported::People)]
        of: Exported,
        /// Columns of people.
        #[arg(long, value_enum, default_value_t = Layout::Full)]
        layout: Layout,
    },
    /// Google Sheets.
    #[command(subcommand)]
    Sheets(Sheets),
    /// Takes back the last operation, or the one named.
    Undo {
        /// Id from `rain history`.
        id: Option<String>,
    },
    /// Does again what was undone last.
    Redo,
    /// What was done, newest first; with a record, a filter or --changes field by field.
    History(History),
    /// Backups.
    #[command(subcommand)]
    Backup(Backup),
    /// Settings.
    #[command(subcommand)]
    Settings(Settings),
    /// Secrets: set, deleted, tested, never shown.
    #[command(subcommand)]
    Secret(Secret),
    /// Health of the desk and its connections.
    Health,
    /// The list of commands.
    Commands,
    /// Calls a command with a JSON request.
    Call {
        /// Its name, from `rain commands`.
        command: String,
        /// The request; without it an empty one.
        request: Option<String>,
    },
    /// Runs the full sequence over invented people in a desk of its own, and shows the receipt.
    Demo,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum Format {
    Csv,
    Xlsx,
    Json,
    /// vCard 3.0, what everything reads.
    Vcard,
    /// vCard 2.1, for old telephones.
    #[value(name = "vcard2.1")]
    Vcard21,
    /// vCard 4.0.
    #[value(name = "vcard4")]
    Vcard40,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Exported {
    People,
    Companies,
    Opportunities,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum Layout {
    Full,
    Sheet,
}

#[derive(Debug, Subcommand)]
pub(crate) enum People {
    /// People by name.
    List {
        /// How many.
        #[arg(long)]
        limit: Option<u32>,
        /// Only those that match, such as `status=new and company~acme`.
        #[arg(long = "where", value_name = "EXPR")]
        matching: Option<String>,
        /// Those of a saved view, by its name.
        #[arg(long, value_name = "NAME", conflicts_with = "matching")]
        view: Option<String>,
    },
    /// Everything about one person.
    Show {
        /// Their id.
        id: String,
    },
    /// People that answer to some words.
    Search {
        /// The words.
        words: Vec<String>,
    },
    /// Changes values of a person: `title="Head of sales" status=interested`.
    Set {
        /// Their id.
        id: String,
        /// Fields with their new values.
        #[arg(required = true, value_name = "FIELD=VALUE")]
        values: Vec<String>,
    },
    /// Removes people from the desk (can be undone).
    Delete {
        /// Their ids.
        #[arg(required = true)]
        ids: Vec<String>,
    },
    /// E-mail addresses.
    #[command(subcommand)]
    Email(Point),
    /// Phone numbers.
    #[command(subcommand)]
    Phone(Point),
    /// Links.
    #[command(subcommand)]
    Url(Point),
    /// Postal addresses.
    #[command(subcommand)]
    Address(Point),
    /// Puts a tag on some, or takes it off.
    Tag {
        /// The tag’s name; one that does not exist is made.
        tag: String,
        /// Their ids.
        #[arg(required = true)]
        ids: Vec<String>,
        /// Take it off.
        #[arg(long)]
        off: bool,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum Companies {
    /// Companies by name.
    List {
        /// How many.
        #[arg(long)]
        limit: Option<u32>,
        /// Only those that match, such as `city=Lyon and people>=2`.
        #[arg(long = "where", value_name = "EXPR")]
        matching: Option<String>,
        /// Those of a saved view, by its name.
        #[arg(long, value_name = "NAME", conflicts_with = "matching")]
        view: Option<String>,
    },
    /// Everything about one company.
    Show {
        /// Its id.
        id: String,
    },
    /// Companies that answer to some words.
    Search {
        /// The words.
        words: Vec<String>,
    },
    /// Adds a company: `name="Ateliers Brunel" postcode=44000`.
    New {
        /// Fields with their values; a name is enough.
        #[arg(required = true, value_name = "FIELD=VALUE")]
        values: Vec<String>,
    },
    /// Changes values of a company: `siret="732 829 320 00074" city=Nantes`.
    Set {
        /// Its id.
        id: String,
        /// Fields with their new values.
        #[arg(required = true, value_name = "FIELD=VALUE")]
        values: Vec<String>,
    },
    /// Removes companies from the desk; their people stay (can be undone).
    Delete {
        /// Their ids.
        #[arg(required = true)]
        ids: Vec<String>,
    },
    /// E-mail addresses.
    #[command(subcommand)]
    Email(Point),
    /// Phone numbers.
    #[command(subcommand)]
    Phone(Point),
    /// Links.
    #[command(subcommand)]
    Url(Point),
    /// Postal addresses.
    #[command(subcommand)]
    Address(Point),
    /// Puts a tag on some, or takes it off.
    Tag {
        /// The tag’s name; one that does not exist is made.
        tag: String,
        /// Their ids.
        #[arg(required = true)]
        ids: Vec<String>,
        /// Take it off.
        #[arg(long)]
        off: bool,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum Run {
    /// Starts a run.
    Start {
        #[command(flatten)]
        who: Who,
        /// The configuration document.
        #[arg(long, value_name = "FILE")]
        config: PathBuf,
        /// Trust: with `sendEmails`, messages leave without approval; without it every one is a draft that waits for yours.
        #[arg(long)]
        yes: bool,
        /// Work until the run is over.
        #[arg(long)]
        wait: bool,
    },
    /// Runs, newest first.
    List,
    /// A run.
    Show {
        /// Its id.
        id: String,
    },
    /// Pauses a run.
    Pause {
        /// Its id.
        id: String,
    },
    /// Goes on with a run.
    Resume {
        /// Its id.
        id: String,
    },
    /// Cancels the rest of a run.
    Cancel {
        /// Its id.
        id: String,
    },
    /// The receipt of a run.
    Receipt {
        /// Its id.
        id: String,
    },
}

#[derive(Debug, Args)]
#[group(required = true, multiple = false)]
pub(crate) struct Who {
    /// Everybody.
    #[arg(long)]
    pub(crate) all: bool,
    /// Those that match, such as `status=new and company~acme`.
    #[arg(long = "where", value_name = "EXPR")]
    pub(crate) matching: Option<String>,
    /// These, by id.
    #[arg(long, value_delimiter = ',', value_name = "ID,…")]
    pub(crate) people: Option<Vec<String>>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Outbox {
    /// Every message.
    List,
    /// A message.
    Show {
        /// Its id.
        id: String,
    },
    /// Approves drafts.
    Approve {
        /// Their ids.
        ids: Vec<String>,
        /// All drafts.
        #[arg(long, conflicts_with = "ids")]
        all: bool,
    },
    /// Holds messages back.
    Hold {
        /// Their ids.
        #[arg(required = true)]
        ids: Vec<String>,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum Sheets {
    /// Connects: prints the address of Google’s consent page and waits.
    Connect,
    /// Creates a spreadsheet.
    Create {
        /// Its title.
        #[arg(default_value = "Rainmaker")]
        title: String,
    },
    /// Uses an existing spreadsheet.
    Attach {
        /// Its address; without it Google’s picker.
        url: Option<String>,
    },
    /// Writes everybody to the spreadsheet.
    Push,
    /// Where it stands.
    Status,
    /// Withdraws access.
    Disconnect,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Backup {
    /// Writes a verified backup.
    Create {
        /// File to write; without it a dated one in the desk’s folder of backups.
        file: Option<PathBuf>,
    },
    /// Reads a backup back.
    Verify {
        /// File.
        file: PathBuf,
    },
    /// Replaces the desk by a backup, after verifying it.
    Restore {
        /// File.
        file: PathBuf,
        /// Recovery key of the backup on standard input.
        #[arg(long)]
        recovery_key_stdin: bool,
    },
    /// Backups the desk knows, and those that lie in its folder of backups.
    List,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Settings {
    /// One setting, or all.
    Get {
        /// Its key.
        key: Option<String>,
    },
    /// Changes a setting.
    Set {
        /// Its key.
        key: String,
        /// Its value; empty goes back to the default.
        #[arg(allow_hyphen_values = true)]
        value: String,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum Secret {
    /// Sets a secret: its value on standard input.
    Set {
        /// Its name.
        name: String,
    },
    /// Removes a secret.
    Delete {
        /// Its name.
        name: String,
    },
    /// Tests what a secret is for.
    Test {
        /// Its name.
        name: String,
    },
}
