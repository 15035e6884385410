//! What was done.

use chrono::NaiveDate;
use clap::Args;
use std::path::PathBuf;

#[derive(Debug, Args)]
pub(crate) struct History {
    /// How many.
    #[arg(long, default_value_t = 50)]
    pub(crate) limit: u32,
    /// Field by field, not act by act.
    #[arg(long)]
    pub(crate) changes: bool,
    /// What changed on this person.
    #[arg(long, value_name = "ID", group = "record")]
    pub(crate) person: Option<String>,
    /// What changed on this company.
    #[arg(long, value_name = "ID", group = "record")]
    pub(crate) company: Option<String>,
    /// What changed on this opportunity.
    #[arg(long, value_name = "ID", group = "record")]
    pub(crate) opportunity: Option<String>,
    /// What one act changed, by its id.
    #[arg(long, value_name = "ID")]
    pub(crate) operation: Option<String>,
    /// Records of these kinds.
    #[arg(long, value_delimiter = ',', value_name = "KIND,…",
        value_parser = ["person", "company", "opportunity", "task", "appointment", "tag", "pipeline", "setting", "other"])]
    pub(crate) kind: Vec<String>,
    /// Whose changes.
    #[arg(long, value_parser = ["seller", "run", "import", "desk"])]
    pub(crate) by: Option<String>,
    /// One field, such as `email` or `stage_id`.
    #[arg(long)]
    pub(crate) field: Option<String>,
    /// From this day on.
    #[arg(long, value_name = "DAY")]
    pub(crate) from: Option<NaiveDate>,
    /// Until this day, included.
    #[arg(long, value_name = "DAY")]
    pub(crate) to: Option<NaiveDate>,
    /// Writes all of it to a file: CSV, or JSON lines where its name ends so.
    #[arg(long, value_name = "FILE")]
    pub(crate) export: Option<PathBuf>,
}

impl History {
    /// Whether fields are asked about, not acts.
    pub(crate) fn by_field(&self) -> bool {
        let record =
            [&self.person, &self.company, &self.opportunity, &self.operation, &self.by, &self.field].into_iter().any(Option::is_some);
        self.changes || record || self.from.is_some() || self.to.is_some() || self.export.is_some() || !self.kind.is_empty()
    }
}
