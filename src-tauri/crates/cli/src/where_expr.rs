//! `--where`: parts joined by `and` or by `or`, each `field op value` or several in parentheses, which `not` may turn round:
//! `status=new and (company~acme or email is not empty) and not (city=Lyon and title~buyer)`.

use crate::language::language;
use crate::output::Failure;
use crate::phrases::usage;
use chrono::NaiveDate;
use domain::people::Meaning;
use domain::text::{fold, fold_words};
use domain::views::filters::day_of;
use domain::writing::Language;
use serde_json::{Value, json};

/// What can be asked of one kind of rows.
pub(crate) struct Known {
    fields: &'static [&'static str],
    days: &'static [&'static str],
    numbers: &'static [&'static str],
}

/// What only the desk knows of its rows.
#[derive(Debug, Default)]
pub(crate) struct Desk {
    /// The seller's own fields.
    pub(crate) fields: Vec<Own>,
    /// What the statuses of people are called: key, and both names.
    pub(crate) statuses: Vec<[String; 3]>,
}

impl Desk {
    /// What the answers of `fields_list` and `statuses_list` say.
    pub(crate) fn of(fields: &Value, statuses: &Value, of: &str) -> Self {
        let named = |one: &Value| ["key", "nameFr", "nameEn"].map(|name| one[name].as_str().unwrap_or_default().to_owned());
        Self { fields: Own::of(fields, of), statuses: statuses["statuses"].as_array().into_iter().flatten().map(named).collect() }
    }

    /// Whether a status is called so: by its key, by either name, or by a word that is usual for what it counts as.
    fn has_status(&self, word: &str) -> bool {
        let word = word.trim();
        let is = |[key, fr, en]: &[String; 3]| key == word || fold(fr) == fold(word) || fold(en) == fold(word);
        Meaning::read(word).is_some() || self.statuses.iter().any(is)
    }
}

/// A field of the seller's own: asked by its name, in quotes where that has signs in it.
#[derive(Debug)]
pub(crate) struct Own {
    id: String,
    name: String,
    kind: String,
    choices: Vec<String>,
}

impl Own {
    /// The fields of these rows among all there are.
    fn of(fields: &Value, of: &str) -> Vec<Self> {
        let said = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let of_these = fields.as_array().into_iter().flatten().filter(|one| one["of"] == of);
        of_these
            .map(|one| Self {
                id: said(&one["id"]),
                name: said(&one["name"]),
                kind: said(&one["kind"]),
                choices: one["choices"].as_array().into_iter().flatten().map(said).collect(),
            })
            .collect()
    }

    fn is_day(&self) -> bool {
        self.kind == "date"
    }

    fn is_number(&self) -> bool {
        matches!(self.kind.as_str(), "number" | "money")
    }
}

/// What can be asked at all: the rows' own fields first, then the seller's, which are not known before the desk is open.
struct Asking<'a> {
    known: &'a Known,
    desk: Option<&'a Desk>,
}

/// A field that was named.
enum Named<'a> {
    Known(&'a str),
    Own(&'a Own),
    /// Perhaps one of the seller's: the desk is not open.
    Unlisted,
}

/// What can be asked of people.
pub(crate) const PEOPLE: Known = Known {
    fields: &[
        "status",
        "counts_as",
        "too_long",
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
        "next_step",
        "phone",
        "duplicate",
    ],
    days: &["last_contact", "added", "to_qualify", "next_step"],
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

/// Whether an expression can be right, before the desk is open and the seller's fields are known.
pub(crate) fn form(known: &Known, expression: Option<&str>) -> Result<(), Failure> {
    expression.map(|expression| asked(&Asking { known, desk: None }, expression)).transpose().map(drop)
}

/// The query of an expression.
pub(crate) fn query(known: &Known, desk: &Desk, expression: Option<&str>) -> Result<Value, Failure> {
    let asked = expression.map(|expression| asked(&Asking { known, desk: Some(desk) }, expression)).transpose()?;
    let (any, filters, groups) = asked.unwrap_or_default();
    Ok(json!({ "text": "", "filters": filters, "any": any, "groups": groups, "sort": "name", "descending": false }))
}

/// Whether one is enough, the parts that stand alone, and the groups.
fn asked(known: &Asking<'_>, expression: &str) -> Result<(bool, Vec<Value>, Vec<Value>), Failure> {
    let (any, parts) = split(expression, expression)?;
    let (mut filters, mut groups) = (Vec::new(), Vec::new());
    for part in parts {
        match group(part.trim()) {
            Some((not, inside)) => {
                let (any, parts) = split(inside, expression)?;
                let clauses = parts.into_iter().map(|part| clause(known, part, expression)).collect::<Result<Vec<_>, _>>()?;
                groups.push(json!({ "any": any, "not": not, "filters": clauses }));
            }
            None => filters.push(clause(known, part, expression)?),
        }
    }
    Ok((any, filters, groups))
}

/// What stands in parentheses, and whether "not" stands before them.
fn group(part: &str) -> Option<(bool, &str)> {
    let (not, rest) = match part.get(..3) {
        Some(word) if word.eq_ignore_ascii_case("not") => (true, part.get(3..).unwrap_or_default().trim_start()),
        _ => (false, part),
    };
    Some((not, rest.strip_prefix('(')?.strip_suffix(')')?))
}

/// Splits at ` and ` or at ` or `, outside quotes and parentheses, in any case; both at once need parentheses.
fn split<'e>(expression: &'e str, whole: &str) -> Result<(bool, Vec<&'e str>), Failure> {
    let (mut parts, mut from, mut quoted, mut depth, mut any) = (Vec::new(), 0, false, 0_i32, None);
    let lower = expression.to_ascii_lowercase();
    for (at, c) in expression.char_indices() {
        match c {
            '"' => quoted = !quoted,
            '(' if !quoted => depth += 1,
            ')' if !quoted => depth -= 1,
            _ => {}
        }
        let rest = lower.get(at..).unwrap_or_default();
        let joiner = [(" and ", false), (" or ", true)].into_iter().find(|(word, _)| rest.starts_with(word));
        if let (Some((word, or)), false, 0, true) = (joiner, quoted, depth, at >= from) {
            if any.is_some_and(|any| any != or) {
                return Err(usage("where_mixed", &[("part", whole.trim())]));
            }
            any = Some(or);
            parts.push(expression.get(from..at).unwrap_or_default());
            from = at + word.len();
        }
    }
    if depth != 0 {
        return Err(usage("where_form", &[("part", whole.trim())]));
    }
    parts.push(expression.get(from..).unwrap_or_default());
    Ok((any.unwrap_or(false), parts))
}

fn clause(known: &Asking<'_>, part: &str, whole: &str) -> Result<Value, Failure> {
    let part = part.trim();
    let lower = part.to_ascii_lowercase();
    if part.is_empty() || lower == "and" || lower.ends_with(" and") || lower.starts_with("and ") {
        return Err(usage("where_unfinished", &[("part", whole.trim())]));
    }
    for (word, op) in [(" is not empty", "not_empty"), (" is empty", "empty")] {
        if let Some(field) = lower.strip_suffix(word) {
            return Ok(known.field(field, part)?.asks(op, ""));
        }
    }
    let form = || usage("where_form", &[("part", part)]);
    let (field, rest) = lower.find(['!', '<', '>', '=', '~']).and_then(|at| part.split_at_checked(at)).ok_or_else(form)?;
    let field = known.field(field, part)?;
    let signs = [("!=", "is_not"), (">=", "after"), ("<", "before"), ("~", "contains"), ("=", "is")];
    let (sign, op) = signs.into_iter().find(|(sign, _)| rest.starts_with(sign)).ok_or_else(form)?;
    let value = unquoted(rest.get(sign.len()..).unwrap_or_default().trim()).ok_or_else(form)?;
    if value.is_empty() && !rest.ends_with("\"\"") {
        return Err(usage("where_unfinished", &[("part", part)]));
    }
    match &field {
        Named::Known("status") if !matches!(sign, "<" | ">=" | "~") => known.fits_status(value, part)?,
        Named::Known(name) => known.known.fits(name, sign, value, part)?,
        Named::Own(own) => own.fits(sign, value, part)?,
        Named::Unlisted => {}
    }
    Ok(field.asks(op, value))
}

/// A value without the quotes around it; none where quotes stand anywhere else.
fn unquoted(value: &str) -> Option<&str> {
    let inside = value.strip_prefix('"').map_or(Some(value), |rest| rest.strip_suffix('"'))?;
    (!inside.contains('"')).then_some(inside)
}

impl<'a> Asking<'a> {
    fn field(&self, typed: &str, part: &str) -> Result<Named<'a>, Failure> {
        let name = unquoted(typed.trim()).unwrap_or(typed.trim());
        if let Some(field) = self.known.fields.iter().find(|field| field.eq_ignore_ascii_case(name)) {
            return Ok(Named::Known(field));
        }
        let Some(Desk { fields, .. }) = self.desk else { return Ok(Named::Unlisted) };
        if let Some(own) = fields.iter().find(|own| own.id == name || fold_words(&own.name) == fold_words(name)) {
            return Ok(Named::Own(own));
        }
        let known: Vec<&str> = self.known.fields.iter().copied().chain(fields.iter().map(|own| own.name.as_str())).collect();
        Err(usage("where_field", &[("field", name), ("part", part), ("known", &known.join(", "))]))
    }
}

impl Asking<'_> {
    /// Whether these are statuses: one, or several between commas. Without a desk that is not known.
    fn fits_status(&self, value: &str, part: &str) -> Result<(), Failure> {
        let Some(desk) = self.desk else { return Ok(()) };
        if desk.has_status(value) {
            return Ok(());
        }
        let Some(word) = value.split(',').find(|word| !desk.has_status(word)) else { return Ok(()) };
        let usual = || Meaning::ALL.map(Meaning::code).join(", ");
        let called: Vec<&str> =
            desk.statuses.iter().map(|[_, fr, en]| if language() == Language::Fr { fr.as_str() } else { en.as_str() }).collect();
        let known = if called.is_empty() { usual() } else { called.join(", ") };
        Err(usage("where_value", &[("value", word.trim()), ("field", "status"), ("part", part), ("known", &known)]))
    }
}

impl Named<'_> {
    fn asks(&self, op: &str, value: &str) -> Value {
        match self {
            Self::Known(field) => json!({ "field": field, "op": op, "value": value }),
            Self::Unlisted => Value::Null,
            Self::Own(own) => json!({ "field": "custom", "custom": own.id, "op": op, "value": value }),
        }
    }
}

impl Own {
    /// Whether the field can have this value at all.
    fn fits(&self, sign: &str, value: &str, part: &str) -> Result<(), Failure> {
        let field = self.name.as_str();
        if matches!(sign, "<" | ">=") && !self.is_day() && !self.is_number() {
            return Err(usage("where_order_own", &[("sign", sign), ("field", field), ("part", part)]));
        }
        let unknown =
            |value: &str, known: String| usage("where_value", &[("value", value), ("field", field), ("part", part), ("known", &known)]);
        let has = |choice: &&str| !self.choices.iter().any(|one| fold_words(one) == fold_words(choice));
        match self.kind.as_str() {
            _ if sign == "~" || value.is_empty() => Ok(()),
            "choice" | "choices" => match value.split(',').find(has) {
                Some(choice) => Err(unknown(choice.trim(), self.choices.join(", "))),
                None => Ok(()),
            },
            "flag" if !matches!(value, "yes" | "no") => Err(unknown(value, "yes, no".to_owned())),
            "date" if day_of(value, NaiveDate::default()).parse::<NaiveDate>().is_err() => {
                Err(usage("where_date", &[("value", value), ("part", part)]))
            }
            "number" | "money" if value.replace(',', ".").parse::<f64>().is_err() => {
                Err(usage("where_decimal", &[("value", value), ("part", part)]))
            }
            _ => Ok(()),
        }
    }
}

impl Known {
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
            "counts_as" => match value.split(',').find(|word| Meaning::read(word).is_none()) {
                Some(word) => Err(unknown(word.trim(), Meaning::ALL.map(Meaning::code).join(", "))),
                None => Ok(()),
            },
            "state" => match value.split(',').find(|word| !matches!(word.trim(), "open" | "won" | "lost")) {
                Some(word) => Err(unknown(word.trim(), "open, won, lost".to_owned())),
                None => Ok(()),
            },
            "stagnating" | "duplicate" | "too_long" if !matches!(value, "yes" | "no") => Err(unknown(value, "yes, no".to_owned())),
            "language" if !matches!(value, "fr" | "en") => Err(unknown(value, "fr, en".to_owned())),
            _ if is_day && day_of(value, NaiveDate::default()).parse::<NaiveDate>().is_err() => {
                Err(usage("where_date", &[("value", value), ("part", part)]))
            }
            _ if is_number && value.parse::<u32>().is_err() => Err(usage("where_number", &[("value", value), ("part", part)])),
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn before_the_desk_is_open_only_fields_and_statuses_are_taken_on_trust() {
        for right in [None, Some("status=newish"), Some("\"Contract end\">=2026-01-01 and not (size=big or email is empty)")] {
            assert!(form(&PEOPLE, right).is_ok(), "{right:?}");
        }
        for wrong in ["counts_as=newish", "size=big and", "size", "(size=big"] {
            assert!(form(&PEOPLE, Some(wrong)).is_err(), "{wrong}");
        }
    }

    #[test]
    fn parts_joined_by_and_become_filters() {
        let query = query(&PEOPLE, &Desk::default(), Some("status=new and company~\"Rand and Sons\" AND email is not empty")).unwrap();
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
    fn parentheses_make_groups_that_or_joins_and_not_turns_round() {
        let asked = query(
            &PEOPLE,
            &Desk::default(),
            Some("status=new AND (company~acme or title=\"Buyer or seller\") and not (location=Lyon and email is empty)"),
        )
        .unwrap();
        assert_eq!((&asked["any"], asked["filters"].as_array().unwrap().len()), (&json!(false), 1));
        assert_eq!(
            asked["groups"],
            json!([
                { "any": true, "not": false, "filters": [
                    { "field": "company", "op": "contains", "value": "acme" }, { "field": "title", "op": "is", "value": "Buyer or seller" }] },
                { "any": false, "not": true, "filters": [
                    { "field": "location", "op": "is", "value": "Lyon" }, { "field": "email", "op": "empty", "value": "" }] },
            ])
        );
        assert_eq!(query(&PEOPLE, &Desk::default(), Some("status=new or added>=today-7")).unwrap()["any"], true);
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
            ("status=new or status=lost and email is empty", ["status=new or", "("]),
            ("(status=new or status=lost", ["(status=new", "field=value"]),
            ("added<soon", ["soon", "2026-09-15"]),
            ("title<b", ["title", "added"]),
            ("", ["", "status=new"]),
        ] {
            let Err(Failure::Usage(message)) = query(&PEOPLE, &Desk::default(), Some(expression)) else { panic!("{expression} must fail") };
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
            "next_step<today+1",
        ] {
            assert!(query(&PEOPLE, &Desk::default(), Some(expression)).is_ok(), "{expression}");
        }
    }

    #[test]
    fn companies_are_asked_by_their_own_fields_and_numbers_compare() {
        let asked = query(&COMPANIES, &Desk::default(), Some("city=Lyon and people>=2 and headcount<50 and naf is empty")).unwrap();
        assert_eq!(asked["filters"][1], json!({ "field": "people", "op": "after", "value": "2" }));
        assert_eq!(asked["filters"][2], json!({ "field": "headcount", "op": "before", "value": "50" }));
        for (expression, named) in [("people>=many", "many"), ("title~buyer", "headcount"), ("city<Lyon", "people")] {
            let Err(Failure::Usage(message)) = query(&COMPANIES, &Desk::default(), Some(expression)) else {
                panic!("{expression} must fail")
            };
            assert!(message.contains(named), "{expression}: {message}");
        }
    }
    #[test]
    fn fields_of_the_sellers_own_are_asked_by_their_names_and_take_what_they_hold() {
        let fields = json!([
            { "id": "f1", "of": "people", "name": "Contract end", "kind": "date", "choices": [] },
            { "id": "f2", "of": "people", "name": "Taille (€)", "kind": "choice", "choices": ["Petite", "Grande"] },
            { "id": "f3", "of": "people", "name": "Score", "kind": "number", "choices": [] },
            { "id": "f4", "of": "companies", "name": "Elsewhere", "kind": "text", "choices": [] },
        ]);
        let statuses = json!({ "statuses": [{ "key": "interested:0199", "nameFr": "Très chaud, à rappeler", "nameEn": "Hot" }] });
        let own = Desk::of(&fields, &statuses, "people");
        let asked =
            query(&PEOPLE, &own, Some("contract END<today+30 and \"taille (€)\"=grande and (score>=1.5 or Score is empty)")).unwrap();
        assert_eq!(
            asked["filters"],
            json!([
                { "field": "custom", "custom": "f1", "op": "before", "value": "today+30" },
                { "field": "custom", "custom": "f2", "op": "is", "value": "grande" },
            ])
        );
        assert_eq!(asked["groups"][0]["filters"][1], json!({ "field": "custom", "custom": "f3", "op": "empty", "value": "" }));
        for (expression, named) in [
            ("contract end<soon", "soon"),
            ("taille=moyenne", "Petite"),
            ("score>=many", "many"),
            ("taille>=petite", "Taille"),
            ("elsewhere=x", "Contract end"),
        ] {
            let Err(Failure::Usage(message)) = query(&PEOPLE, &own, Some(expression)) else { panic!("{expression} must fail") };
            assert!(message.contains(named), "{expression}: {message}");
        }
    }
}
