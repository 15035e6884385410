//! `--where`: parts joined by `and`, each `field op value`: `status=new and company~acme and email is not empty`.

use crate::output::Failure;
use crate::phrases::usage;
use chrono::NaiveDate;
use domain::people::Status;
use serde_json::{Value, json};

/// What can be asked of one kind of rows.
pub(crate) struct Known {
    fields: &'static [&'static str],
    days: &'static [&'static str],
    numbers: &'static [&'static str],
}

/// What can be asked of people.
pub(crate) const PEOPLE: Known = Known {
    fields: &[
        "status",
        "company",
        "title",
        "location",
        "email",
        "last_contact",
        "added",
        "language",
        "source",
        "linkedin",
        "tag",
        "list",
        "to_qualify",
    ],
    days: &["last_contact", "added", "to_qualify"],
    numbers: &[],
};

/// What can be asked of companies.
pub(crate) const COMPANIES: Known = Known {
    fields: &[
        "name",
        "city",
        "postcode",
        "country",
        "activity",
        "naf",
        "headcount",
        "people",
        "website",
        "siren",
        "last_contact",
        "added",
        "source",
        "tag",
        "list",
        "to_qualify",
    ],
    days: &["last_contact", "added", "to_qualify"],
    numbers: &["headcount", "people"],
};

/// What can be asked of opportunities.
pub(crate) const OPPORTUNITIES: Known = Known {
    fields: &[
        "name",
        "company",
        "person",
        "pipeline",
        "stage",
        "state",
        "amount",
        "currency",
        "probability",
        "close_on",
        "next_step",
        "next_step_on",
        "source",
        "competitor",
        "reason",
        "closed_on",
        "stage_since",
        "added",
        "stagnating",
    ],
    days: &["close_on", "next_step_on", "closed_on", "stage_since", "added"],
    numbers: &["amount", "probability"],
};

/// The query of an expression.
pub(crate) fn query(known: &Known, expression: Option<&str>) -> Result<Value, Failure> {
    let clauses = expression.map(|expression| clauses(known, expression)).transpose()?.unwrap_or_default();
    Ok(json!({ "text": "", "filters": clauses, "sort": "name", "descending": false }))
}

fn clauses(known: &Known, expression: &str) -> Result<Vec<Value>, Failure> {
    split_and(expression).into_iter().map(|part| clause(known, part, expression)).collect()
}

/// Splits at ` and `, outside quotes, in any case.
fn split_and(expression: &str) -> Vec<&str> {
    let (mut parts, mut from, mut quoted) = (Vec::new(), 0, false);
    let lower = expression.to_ascii_lowercase();
    for (at, c) in expression.char_indices() {
        if c == '"' {
            quoted = !quoted;
        }
        if !quoted && lower.get(at..).is_some_and(|rest| rest.starts_with(" and ")) && at >= from {
            parts.push(expression.get(from..at).unwrap_or_default());
            from = at + 5;
        }
    }
    parts.push(expression.get(from..).unwrap_or_default());
    parts
}

fn clause(known: &Known, part: &str, whole: &str) -> Result<Value, Failure> {
    let part = part.trim();
    let lower = part.to_ascii_lowercase();
    if part.is_empty() || lower == "and" || lower.ends_with(" and") || lower.starts_with("and ") {
        return Err(usage("where_unfinished", &[("part", whole.trim())]));
    }
    for (word, op) in [(" is not empty", "not_empty"), (" is empty", "empty")] {
        if let Some(field) = lower.strip_suffix(word) {
            return Ok(json!({ "field": known.field(field.trim(), part)?, "op": op, "value": "" }));
        }
    }
    let form = || usage("where_form", &[("part", part)]);
    let (field, rest) = lower.find(['!', '<', '>', '=', '~']).and_then(|at| part.split_at_checked(at)).ok_or_else(form)?;
    let field = known.field(field.trim().to_ascii_lowercase().as_str(), part)?;
    let signs = [("!=", "is_not"), (">=", "after"), ("<", "before"), ("~", "contains"), ("=", "is")];
    let (sign, op) = signs.into_iter().find(|(sign, _)| rest.starts_with(sign)).ok_or_else(form)?;
    let value = unquoted(rest.get(sign.len()..).unwrap_or_default().trim()).ok_or_else(form)?;
    if value.is_empty() && !rest.ends_with("\"\"") {
        return Err(usage("where_unfinished", &[("part", part)]));
    }
    known.fits(&field, sign, value, part)?;
    Ok(json!({ "field": field, "op": op, "value": value }))
}

/// A value without the quotes around it; none where quotes stand anywhere else, or where an `or` joins another part, which is not known here.
fn unquoted(value: &str) -> Option<&str> {
    let inside = value.strip_prefix('"').map_or(Some(value), |rest| rest.strip_suffix('"'))?;
    let lower = value.to_ascii_lowercase();
    let joined = !value.starts_with('"') && lower.split_once(" or ").is_some_and(|(_, rest)| rest.contains(['=', '<', '>', '~']));
    (!inside.contains('"') && !joined).then_some(inside)
}

impl Known {
    fn field(&self, field: &str, part: &str) -> Result<String, Failure> {
        if self.fields.contains(&field) {
            return Ok(field.to_owned());
        }
        Err(usage("where_field", &[("field", field), ("part", part), ("known", &self.fields.join(", "))]))
    }

    /// Whether a field can have this value at all: a list of nobody would hide the mistake, and with `!=` it would be everybody.
    fn fits(&self, field: &str, sign: &str, value: &str, part: &str) -> Result<(), Failure> {
        let (is_day, is_number) = (self.days.contains(&field), self.numbers.contains(&field));
        if matches!(sign, "<" | ">=") && !is_day && !is_number {
            let known = [self.days, self.numbers].concat().join(", ");
            return Err(usage("where_order", &[("sign", sign), ("field", field), ("part", part), ("known", &known)]));
        }
        if sign == "~" || value.is_empty() {
            return Ok(());
        }
        let unknown =
            |value: &str, known: String| usage("where_value", &[("value", value), ("field", field), ("part", part), ("known", &known)]);
        match field {
            // Several may be asked for at once.
            "status" => match value.split(',').find(|word| Status::read(word).is_none()) {
                Some(word) => Err(unknown(word.trim(), Status::ALL.map(Status::code).join(", "))),
                None => Ok(()),
            },
            "state" => match value.split(',').find(|word| !matches!(word.trim(), "open" | "won" | "lost")) {
                Some(word) => Err(unknown(word.trim(), "open, won, lost".to_owned())),
                None => Ok(()),
            },
            "stagnating" if !matches!(value, "yes" | "no") => Err(unknown(value, "yes, no".to_owned())),
            "language" if !matches!(value, "fr" | "en") => Err(unknown(value, "fr, en".to_owned())),
            _ if is_day && value.parse::<NaiveDate>().is_err() => Err(usage("where_date", &[("value", value), ("part", part)])),
            _ if is_number && value.parse::<u32>().is_err() => Err(usage("where_number", &[("value", value), ("part", part)])),
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_joined_by_and_become_filters() {
        let query = query(&PEOPLE, Some("status=new and company~\"Rand and Sons\" AND email is not empty")).unwrap();
        assert_eq!(
            query["filters"],
            json!([
                { "field": "status", "op": "is", "value": "new" },
                { "field": "company", "op": "contains", "value": "Rand and Sons" },
                { "field": "email", "op": "not_empty", "value": "" },
            ])
        );
    }

    #[test]
    fn what_was_not_understood_is_named_with_what_there_is() {
        for (expression, named) in [
            ("colour=red", ["colour", "last_contact"]),
            ("status = new and", ["status = new and", "and"]),
            ("status=new and and company~acme", ["and", "company~acme"]),
            ("status=newish", ["newish", "interested"]),
            ("status!=new,gone", ["gone", "do_not_contact"]),
            ("status", ["status", "field=value"]),
            ("company=", ["company=", "and"]),
            ("company=\"Acme", ["Acme", "field=value"]),
            ("status=new or status=lost", ["or", "field=value"]),
            ("added<soon", ["soon", "2026-09-15"]),
            ("title<b", ["title", "added"]),
            ("", ["", "status=new"]),
        ] {
            let Err(Failure::Usage(message)) = query(&PEOPLE, Some(expression)) else { panic!("{expression} must fail") };
            assert!(named.iter().all(|part| message.contains(part)), "{expression}: {message}");
        }
    }

    #[test]
    fn statuses_days_and_quoted_values_pass_as_they_are() {
        for expression in [
            "status=new,Perdu",
            "added>=2026-09-01",
            "last_contact<2026-09-01",
            "company=\"Rand and Sons\"",
            "language!=fr",
            "linkedin=https://l.example/?a=b",
            "company=\"\"",
        ] {
            assert!(query(&PEOPLE, Some(expression)).is_ok(), "{expression}");
        }
    }

    #[test]
    fn companies_are_asked_by_their_own_fields_and_numbers_compare() {
        let asked = query(&COMPANIES, Some("city=Lyon and people>=2 and headcount<50 and naf is empty")).unwrap();
        assert_eq!(asked["filters"][1], json!({ "field": "people", "op": "after", "value": "2" }));
        assert_eq!(asked["filters"][2], json!({ "field": "headcount", "op": "before", "value": "50" }));
        for (expression, named) in [("people>=many", "many"), ("title~buyer", "headcount"), ("city<Lyon", "people")] {
            let Err(Failure::Usage(message)) = query(&COMPANIES, Some(expression)) else { panic!("{expression} must fail") };
            assert!(message.contains(named), "{expression}: {message}");
        }
    }
}
