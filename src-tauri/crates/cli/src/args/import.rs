//! Reading files of people.

use clap::{Args, Subcommand, ValueEnum};
use std::path::PathBuf;
use uuid::Uuid;

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum ReadAs {
    Auto,
    Linkedin,
    Csv,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum Preset {
    Apollo,
    GoogleContacts,
    Hubspot,
    Lemlist,
    Linkedin,
    Outlook,
    Pipedrive,
    Salesforce,
    /// The desk's sheet of eleven columns.
    Sheet,
    /// No product's: each column by its name alone.
    Other,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum Mode {
    Create,
    Update,
    Both,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum Dates {
    /// 31/12/2024
    DayFirst,
    /// 12/31/2024
    MonthFirst,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum Separator {
    Comma,
    Semicolon,
    Tab,
    Pipe,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum Numbers {
    /// 1 234,5
    Comma,
    /// 1,234.5
    Point,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum Key {
    Profile,
    Email,
    Phone,
    /// Name and company.
    Name,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum Policy {
    /// Only where nothing stands.
    Fill,
    /// Also what came from a file; what was typed stays.
    Overwrite,
    /// Also what was typed.
    OverwriteTyped,
    /// Leave it alone.
    Never,
}

#[derive(Debug, Args)]
pub(crate) struct Import {
    /// Connections.csv, LinkedIn’s archive, or any table of people (CSV, TSV, XLSX); - reads a table from standard input.
    pub(crate) file: PathBuf,
    /// How to read it.
    #[arg(long = "as", value_enum, default_value_t = ReadAs::Auto)]
    pub(crate) read_as: ReadAs,
    /// Whose export it is, where its columns do not tell; refused when it lacks that product's columns.
    #[arg(long, value_enum)]
    pub(crate) preset: Option<Preset>,
    /// What it may do.
    #[arg(long, value_enum)]
    pub(crate) mode: Option<Mode>,
    /// Reads, maps and matches as the earlier import with this id did.
    #[arg(long, value_name = "ID")]
    pub(crate) like: Option<Uuid>,
    /// Takes a column for a field; nothing behind the = leaves it out. Can be given several times.
    #[arg(long, value_name = "COLUMN=FIELD", value_parser = pair)]
    pub(crate) map: Vec<(String, String)>,
    /// What may happen to values of people who are here: one word for all fields, or FIELD=WORD (fill, overwrite, overwrite-typed, never). Can
    /// be given several times.
    #[arg(long, value_name = "[FIELD=]POLICY", value_parser = policy)]
    pub(crate) policy: Vec<(Option<String>, Policy)>,
    /// By what a line and a person are the same; can be given several times. Without it: profile, email, name.
    #[arg(long, value_enum)]
    pub(crate) key: Vec<Key>,
    /// Tag for everybody of the file; can be given several times.
    #[arg(long)]
    pub(crate) tag: Vec<String>,
    /// List everybody of the file is put on.
    #[arg(long)]
    pub(crate) list: Option<String>,
    /// Where the data comes from, for new people.
    #[arg(long)]
    pub(crate) source: Option<String>,
    /// Encoding, such as windows-1252; detected without it.
    #[arg(long)]
    pub(crate) encoding: Option<String>,
    /// What separates the columns; detected without it.
    #[arg(long, value_enum)]
    pub(crate) separator: Option<Separator>,
    /// Line of the column names; detected without it.
    #[arg(long, value_name = "N")]
    pub(crate) header_line: Option<u32>,
    /// No line names the columns: they are called A, B, C and taken for what stands in them.
    #[arg(long, conflicts_with = "header_line")]
    pub(crate) no_header: bool,
    /// Sheet of a workbook; without it the first with rows.
    #[arg(long, value_name = "NAME")]
    pub(crate) sheet: Option<String>,
    /// How to read dates of which nothing in the file tells the order.
    #[arg(long, value_enum)]
    pub(crate) dates: Option<Dates>,
    /// Decimal mark of numbers.
    #[arg(long, value_enum)]
    pub(crate) numbers: Option<Numbers>,
    /// Country of phone numbers without an international prefix (two letters).
    #[arg(long)]
    pub(crate) country: Option<String>,
    /// Also put the messages and invitations of LinkedIn’s archive onto timelines.
    #[arg(long)]
    pub(crate) messages: bool,
    /// Check only; write nothing.
    #[arg(long)]
    pub(crate) dry_run: bool,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Imports {
    /// The newest ones, with what they brought.
    List,
    /// One import: columns, rules, counts.
    Show {
        /// Its id.
        id: Uuid,
    },
    /// Lines of the check, as many as wanted.
    Rows {
        /// Its id.
        id: Uuid,
        /// Only these.
        #[arg(long, value_parser = ["create", "update", "unchanged", "skip", "reject", "conflicts", "do-not-contact", "not-taken"])]
        only: Option<String>,
        /// After this row number.
        #[arg(long, default_value_t = 0)]
        after: u32,
        /// How many, at most 500.
        #[arg(long, default_value_t = 100)]
        limit: u32,
    },
    /// Saves the refused lines as CSV.
    Rejects {
        /// Its id.
        id: Uuid,
        /// Where to.
        file: PathBuf,
    },
    /// Takes an import off the list, with what only it brought.
    Delete {
        /// Its id.
        id: Uuid,
    },
}

fn pair(text: &str) -> Result<(String, String), String> {
    let (column, field) = text.rsplit_once('=').ok_or("COLUMN=FIELD is meant")?;
    Ok((column.to_owned(), field.to_owned()))
}

fn policy(text: &str) -> Result<(Option<String>, Policy), String> {
    let (field, word) = text.split_once('=').map_or((None, text), |(field, word)| (Some(field.to_owned()), word));
    Ok((field, Policy::from_str(word, true)?))
}
