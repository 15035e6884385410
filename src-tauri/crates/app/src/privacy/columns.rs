//! Which columns of what is held about somebody are read to them, in which order, and how. The others are ids, keys for finding and copies of the
//! same in another form: those stand in `data.json` alone.

use Form::{Amount, Code, Day, File, Flag, Label, Log, Moment, Name, Own, Parts, Reason, Run, Said, Step, Text, Word};

/// How a column reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// As it is.
    Text,
    /// A word of a closed set.
    Word,
    /// A word of a closed set, or the seller's own.
    Label,
    /// What an id points to, by its name now.
    Name,
    /// A date.
    Day,
    /// A moment.
    Moment,
    /// Yes or no.
    Flag,
    /// Minor units of the currency beside it.
    Amount,
    /// A value of one of the seller's own fields.
    Own,
    /// The words of a line of a timeline.
    Said,
    /// Text, or the parts of it kept as JSON: of a postal address, of a row of a file.
    Parts,
    /// A code, with its values beside it in JSON.
    Reason,
    /// A code without values.
    Code,
    /// A code whose values stand in the next column.
    Log,
    /// Which message of a sequence.
    Step,
    /// The name of an imported file.
    File,
    /// The name of a run.
    Run,
}

/// The columns of a table that are read.
pub(super) fn of(table: &str) -> &'static [(&'static str, Form)] {
    TOLD.iter().find(|(name, _)| *name == table).map_or(&[], |(_, columns)| columns)
}

const TOLD: &[(&str, &[(&str, Form)])] = &[
    (
        "person",
        &[
            ("first_name", Text),
            ("last_name", Text),
            ("title", Text),
            ("company_id", Name),
            ("email", Text),
            ("email_label", Label),
            ("email_status", Word),
            ("phone", Text),
            ("phone_label", Label),
            ("linkedin_url", Text),
            ("location", Text),
            ("time_zone", Text),
            ("language", Word),
            ("status", Name),
            ("status_since", Moment),
            ("notes", Text),
            ("message_sent", Text),
            ("followup_count", Text),
            ("last_contact_at", Moment),
            ("consent_at", Moment),
            ("consent_note", Text),
            ("source", Word),
            ("source_detail", Text),
            ("connected_on", Day),
            ("added_on", Day),
            ("to_qualify_since", Moment),
            ("merged_into", Name),
            ("created_at", Moment),
            ("deleted_at", Moment),
        ],
    ),
    ("person_field", &[("field", Label), ("source", Word), ("at", Moment)]),
    ("person_privacy", &[("legal_basis", Word), ("informed_on", Day), ("heard_on", Day), ("heard_how", Text)]),
    ("person_consent", &[("channel", Word), ("given", Flag), ("on_day", Day), ("note", Text)]),
    ("person_tag", &[("tag_id", Name), ("at", Moment)]),
    ("person_value", &[("field_id", Name), ("value", Own)]),
    ("list_person", &[("list_id", Name), ("at", Moment)]),
    (
        "contact_point",
        &[
            ("kind", Word),
            ("label", Label),
            ("value", Parts),
            ("status", Word),
            ("source", Word),
            ("source_at", Moment),
            ("by", Word),
            ("company_id", Name),
            ("deleted_at", Moment),
        ],
    ),
    ("activity", &[("at", Moment), ("kind", Word), ("data", Said), ("company_id", Name), ("opportunity_id", Name), ("deleted_at", Moment)]),
    (
        "file",
        &[
            ("name", Text),
            ("size", Text),
            ("added_at", Moment),
            ("by", Word),
            ("company_id", Name),
            ("opportunity_id", Name),
            ("deleted_at", Moment),
        ],
    ),
    ("followup", &[("n", Text), ("due_on", Day), ("state", Word), ("reason", Code), ("created_at", Moment)]),
    ("linkedin_task", &[("note", Text), ("state", Word), ("created_at", Moment), ("done_at", Moment)]),
    (
        "task",
        &[
            ("title", Text),
            ("kind", Word),
            ("notes", Text),
            ("due_on", Day),
            ("due_time", Text),
            ("time_zone", Text),
            ("priority", Word),
            ("state", Word),
            ("remind_at", Moment),
            ("done_at", Moment),
            ("outcome", Text),
            ("company_id", Name),
            ("opportunity_id", Name),
            ("created_at", Moment),
            ("deleted_at", Moment),
        ],
    ),
    ("appointment_person", &[("appointment_id", Name)]),
    (
        "opportunity",
        &[
            ("name", Text),
            ("company_id", Name),
            ("person_id", Name),
            ("pipeline_id", Name),
            ("stage_id", Name),
            ("stage_since", Moment),
            ("amount", Amount),
            ("probability", Text),
            ("close_on", Day),
            ("next_step", Text),
            ("next_step_on", Day),
            ("source", Text),
            ("competitor", Text),
            ("closed_on", Day),
            ("close_reason_id", Name),
            ("close_note", Text),
            ("notes", Text),
            ("created_at", Moment),
            ("deleted_at", Moment),
        ],
    ),
    ("opportunity_contact", &[("opportunity_id", Name), ("role", Word)]),
    ("not_duplicate", &[("one_id", Name), ("other_id", Name), ("at", Moment)]),
    (
        "outbox",
        &[
            ("channel", Word),
            ("step", Step),
            ("to_name", Text),
            ("to_address", Text),
            ("subject", Text),
            ("body_text", Text),
            ("language", Word),
            ("written_by", Word),
            ("state", Word),
            ("failure", Reason),
            ("created_at", Moment),
            ("approved_at", Moment),
            ("started_at", Moment),
            ("finished_at", Moment),
        ],
    ),
    ("practice_mail", &[("at", Moment), ("envelope_to", Text)]),
    (
        "send_ledger",
        &[
            ("at", Moment),
            ("event", Word),
            ("channel", Word),
            ("step", Step),
            ("address_norm", Text),
            ("account", Word),
            ("detail", Reason),
        ],
    ),
    ("suppression", &[("at", Moment), ("action", Word), ("scope", Word), ("key", Text), ("reason", Word), ("note", Text)]),
    ("import_row", &[("import_id", File), ("line", Text), ("cells", Parts), ("plan", Word), ("reason", Reason)]),
    ("run_person", &[("run_id", Run), ("state", Word), ("reason", Reason), ("at", Moment)]),
    ("run_log", &[("run_id", Run), ("at", Moment), ("code", Log)]),
    ("sheet_row", &[("pushed_at", Moment)]),
    ("merge_log", &[("at", Moment), ("event", Word), ("survivor_id", Name), ("other_id", Name)]),
    ("merge_message", &[("survivor_id", Name), ("other_id", Name), ("to_name", Text), ("to_address", Text)]),
    ("score_point", &[("at", Moment), ("value", Text), ("opportunity_id", Name)]),
];

#[cfg(test)]
mod tests {
    use super::super::told;
    use super::*;
    use crate::words;
    use domain::fault::Params;
    use domain::writing::Language;

    const SCHEMA: &str = include_str!("../../../../../docs/schema.sql");

    /// Columns nobody is read, in tables that are: ids, keys for finding, the desk's own bookkeeping, and the same in another form.
    const LEFT_OUT: &[&str] = &[
        "id",
        "person_id",
        "name_norm",
        "sort_name",
        "email_norm",
        "phone_norm",
        "linkedin_slug",
        "norm",
        "position",
        "sample",
        "key",
        "number",
        "hash",
        "run_id",
        "outbox_id",
        "due_at",
        "currency",
        "account",
        "message_id",
        "in_reply_to",
        "to_norm",
        "body_html",
        "warnings",
        "payload",
        "send_after",
        "attempts",
        "gate",
        "given_up_in",
        "given_up_from",
        "wait_until",
        "raw",
        "n",
        "diff",
        "conflicts",
        "held",
        "told",
        "steps",
        "linkedin_task_id",
        "followup_id",
        "seq",
        "level",
        "params",
        "spreadsheet_id",
        "row_hash",
    ];

    /// A table: its columns, and the words a column may have where the schema lists them.
    type Table = (String, Vec<(String, Vec<String>)>);

    /// The tables of the desk.
    fn schema() -> Vec<Table> {
        let desk = SCHEMA.split("-- The search index").next().unwrap();
        let tables = desk.split("CREATE TABLE ").skip(1).map(|rest| rest.split(") STRICT").next().unwrap());
        tables
            .map(|table| {
                let (name, body) = table.split_once(" (").unwrap();
                let mut columns = Vec::new();
                for line in body.lines() {
                    let (code, comment) = line.split_once("--").unwrap_or((line, ""));
                    for part in code.split(',') {
                        let mut words = part.split_whitespace();
                        if let (Some(column), Some("TEXT" | "INTEGER" | "BLOB")) = (words.next(), words.next()) {
                            let listed = comment.split([';', ',']).next().unwrap_or_default().trim();
                            let codes = if listed.contains('|') { listed.split('|').map(str::to_owned).collect() } else { Vec::new() };
                            columns.push((column.to_owned(), codes));
                        }
                    }
                }
                (name.to_owned(), columns)
            })
            .collect()
    }

    #[test]
    fn every_column_that_may_hold_something_about_somebody_is_read_or_left_out_on_purpose() {
        let about = schema().into_iter().filter(|(_, columns)| columns.iter().any(|(column, _)| column == "person_id"));
        let mut seen = 0;
        for (table, columns) in about {
            let told = of(&table);
            assert!(!told.is_empty(), "nothing of {table} is read");
            for (column, _) in columns {
                let read = told.iter().any(|(name, _)| *name == column);
                assert!(read || LEFT_OUT.contains(&column.as_str()), "{table}.{column} is neither read nor left out");
                seen += 1;
            }
        }
        assert!(seen > 100, "only {seen} columns were found: the schema has changed its form");
    }

    #[test]
    fn every_column_that_is_read_and_every_word_in_one_has_its_words_in_both_languages() {
        let schema = schema();
        for language in [Language::Fr, Language::En] {
            for (table, columns) in TOLD {
                assert!(!told::table_name(language, table).is_empty(), "{}: {table}", language.code());
                for (column, form) in *columns {
                    assert!(told::heading(language, table, column).is_some(), "{}: {table}.{column}", language.code());
                    let known = &schema.iter().find(|(name, _)| name == table).unwrap().1;
                    let (_, codes) =
                        known.iter().find(|(name, _)| name == column).unwrap_or_else(|| panic!("{table}.{column} is not there"));
                    for code in codes.iter().filter(|code| *form == Form::Word && code.chars().all(|c| c.is_ascii_lowercase() || c == '_'))
                    {
                        let said = told::word(language, column, code);
                        assert!(said.is_some(), "{}: {table}.{column} {code}", language.code());
                    }
                }
            }
            let step = words::text(language, "privacy", "word.step.followup", &Params::new());
            assert!(step.is_some());
        }
    }
}
