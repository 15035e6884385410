use super::list::STATUS_RANK;
use crate::search;
use domain::people::Status;
use domain::text::{fold, fold_company};
use domain::views::people::{FilterClause, FilterField, FilterOp, PeopleQuery};

/// The condition of a query, with its values in order. Everything the seller typed is a value, never SQL.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Condition {
    /// Parts joined by "and"; each begins with ` AND `.
    pub(super) sql: String,
    /// Values of the question marks.
    pub(super) values: Vec<String>,
    /// Whether `c` (the company) is needed.
    pub(super) company: bool,
    /// The search text; its values are not among these.
    pub(super) text: Option<Words>,
}

/// What the search box asks of the two word tables.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Words {
    /// Words by their beginnings.
    pub(super) words: Option<String>,
    /// Parts of words.
    pub(super) parts: Option<String>,
}

impl Condition {
    pub(super) fn of(query: &PeopleQuery) -> Self {
        let mut condition = Self::default();
        if !query.text.trim().is_empty() {
            condition.text = Some(Words { words: search::words_query(&query.text), parts: search::parts_query(&query.text) });
        }
        query.filters.iter().for_each(|clause| condition.add(clause));
        condition
    }

    fn add(&mut self, clause: &FilterClause) {
        let column = column(clause.field);
        self.company |= matches!(clause.field, FilterField::Company);
        match clause.op {
            FilterOp::Empty => self.push(&format!("coalesce({column}, '') = ''"), []),
            FilterOp::NotEmpty => self.push(&format!("coalesce({column}, '') <> ''"), []),
            FilterOp::Is => self.equals(clause, "="),
            FilterOp::IsNot => self.equals(clause, "<>"),
            FilterOp::Contains => self.push(&format!("instr(fold(coalesce({column}, '')), ?) > 0"), [fold(&clause.value)]),
            FilterOp::Before => self.push(&format!("{column} < ?"), [clause.value.clone()]),
            FilterOp::BeforeOrNever => self.push(&format!("({column} IS NULL OR {column} < ?)"), [clause.value.clone()]),
            FilterOp::After => self.push(&format!("{column} >= ?"), [clause.value.clone()]),
        }
    }

    /// Equality by the column's own key, so that an index serves where there is one.
    fn equals(&mut self, clause: &FilterClause, op: &str) {
        let value = clause.value.trim();
        match clause.field {
            FilterField::Status => {
                // Several statuses may be asked for at once, separated by commas. By rank, because the index is.
                let ranks: Vec<String> = value.split(',').filter_map(Status::read).map(|status| (status as u8).to_string()).collect();
                let not = if op == "=" { "" } else { "NOT " };
                self.push(&format!("{STATUS_RANK} {not}IN ({})", ranks.join(", ")), []);
            }
            FilterField::Company => self.push(&format!("coalesce(c.name_norm, '') {op} ?"), [fold_company(value)]),
            FilterField::Email => self.push(&format!("p.email_norm {op} ?"), [value.to_lowercase()]),
            FilterField::Language | FilterField::Source => self.push(&format!("{} {op} ?", column(clause.field)), [value.to_owned()]),
            FilterField::LastContact => self.push(&format!("coalesce(substr(p.last_contact_at, 1, 10), '') {op} ?"), [value.to_owned()]),
            FilterField::Added => self.push(&format!("p.added_on {op} ?"), [value.to_owned()]),
            FilterField::Linkedin => {
                let key = domain::people::profile_key(value);
                self.push(&format!("p.linkedin_slug {op} ?"), [if key.is_empty() { value.to_lowercase() } else { key }]);
            }
            FilterField::Title | FilterField::Location => self.push(&format!("fold({}) {op} ?", column(clause.field)), [fold(value)]),
        }
    }

    fn push(&mut self, sql: &str, values: impl IntoIterator<Item = String>) {
        self.sql.push_str(" AND ");
        self.sql.push_str(sql);
        self.values.extend(values);
    }
}

fn column(field: FilterField) -> &'static str {
    match field {
        FilterField::Status => "p.status",
        FilterField::Company => "c.name",
        FilterField::Title => "p.title",
        FilterField::Location => "p.location",
        FilterField::Email => "p.email",
        FilterField::LastContact => "p.last_contact_at",
        FilterField::Added => "p.added_on",
        FilterField::Language => "p.language",
        FilterField::Source => "p.source",
        FilterField::Linkedin => "p.linkedin_url",
    }
}
