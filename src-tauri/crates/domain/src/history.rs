//! What of a recorded row a seller is told: which tables are records of what, which columns are bookkeeping, and how a value reads.

use crate::settings::{Kind, find};
use crate::views::history::{ChangedKind, ValueForm};

/// Tables whose rows tell where a value came from or what another row says better: not told.
const SILENT: &[&str] = &["person_field", "opportunity_move"];

/// Columns that only the desk itself reads.
const OF_THE_DESK: &[&str] = &[
    "id",
    "name_norm",
    "sort_name",
    "email_norm",
    "phone_norm",
    "linkedin_slug",
    "city_norm",
    "norm",
    "position",
    "sample",
    "created_at",
    "added_on",
    "at",
    "source_at",
    "by",
    "stage_since",
    "status_since",
    "due_at",
    "starts_at",
    "ends_at",
    "remind_at",
    "sequence",
    "uid",
    "occurrence",
    "imported",
    "time_zone",
    "outbox_id",
    "run_id",
    "deleted_at",
    "created_by",
];

/// Which of the desk's records a row of this table is, or belongs to; nothing of what is not told.
pub fn kind_of(table: &str) -> Option<ChangedKind> {
    if SILENT.contains(&table) {
        return None;
    }
    Some(match table {
        "person" | "person_privacy" | "person_consent" | "person_value" | "person_tag" | "list_person" | "linkedin_task" | "followup"
        | "contact_point" | "activity" | "file" => ChangedKind::Person,
        "company" | "company_value" | "company_tag" | "list_company" => ChangedKind::Company,
        "opportunity" | "opportunity_value" | "opportunity_line" | "opportunity_contact" => ChangedKind::Opportunity,
        "task" => ChangedKind::Task,
        "appointment" | "appointment_person" => ChangedKind::Appointment,
        "tag" | "named_list" => ChangedKind::Tag,
        "pipeline" | "pipeline_stage" | "close_reason" | "goal" => ChangedKind::Pipeline,
        "setting" | "custom_field" | "saved_view" | "person_status" => ChangedKind::Setting,
        _ => ChangedKind::Other,
    })
}

/// Whether a column says something to the seller. Of an appointment its moments do: they are all it has.
pub fn is_told(table: &str, column: &str) -> bool {
    match (table, column) {
        ("appointment", "starts_at" | "ends_at") | ("task", "time_zone") => table == "appointment",
        ("person", "time_zone") => true,
        // Which setting it is stands in its label.
        ("person_value" | "company_value" | "opportunity_value", "key" | "number")
        | ("setting" | "person_status", "key")
        | ("file", "hash" | "size" | "added_at")
        // The website says it.
        | ("company", "domain") => false,
        _ => !OF_THE_DESK.contains(&column),
    }
}

/// How a value of this column reads.
pub fn form_of(table: &str, column: &str) -> ValueForm {
    match column {
        "status" if table == "person" => ValueForm::Name,
        "company_id" | "person_id" | "opportunity_id" | "tag_id" | "list_id" | "pipeline_id" | "stage_id" | "close_reason_id"
        | "merged_into" | "field_id" | "one_id" | "other_id" | "appointment_id" => ValueForm::Name,
        "status" | "email_status" | "state" | "kind" | "priority" | "role" | "colour" | "legal_basis" | "channel" => ValueForm::Code,
        "source" if matches!(table, "person" | "company" | "contact_point") => ValueForm::Code,
        _ if column.ends_with("_at") || column == "to_qualify_since" => ValueForm::Time,
        "on_day" => ValueForm::Day,
        _ if column.ends_with("_on") => ValueForm::Day,
        "amount" | "unit_price" => ValueForm::Money,
        _ => ValueForm::Text,
    }
}

/// How the value of a setting reads.
pub fn form_of_setting(key: &str) -> ValueForm {
    match find(key).map(|setting| setting.kind) {
        Some(Kind::Flag | Kind::Word(_) | Kind::Window) => ValueForm::Code,
        _ => ValueForm::Text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_desk_computes_for_itself_is_not_told() {
        assert!(!is_told("person", "name_norm") && !is_told("opportunity", "position") && is_told("person", "email"));
        assert!(!is_told("company", "domain") && is_told("company", "website"));
        assert!(is_told("appointment", "starts_at") && !is_told("task", "due_at"));
        assert_eq!(kind_of("person_field"), None);
        assert_eq!(kind_of("contact_point"), Some(ChangedKind::Person));
    }

    #[test]
    fn an_id_reads_as_a_name_and_a_moment_as_a_time() {
        assert_eq!(form_of("company", "source"), ValueForm::Code);
        assert_eq!(form_of("person", "company_id"), ValueForm::Name);
        assert_eq!(form_of("person", "consent_at"), ValueForm::Time);
        assert_eq!(form_of_setting("window.theme"), ValueForm::Code);
        assert_eq!(form_of_setting("identity.name"), ValueForm::Text);
        assert_eq!(form_of("opportunity", "close_on"), ValueForm::Day);
    }
}
