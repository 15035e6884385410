//! What a list is asked, as SQL with its values beside.

use super::FAR;
use crate::search;
use domain::views::filters::FilterGroup;

/// The condition of a query, with its values in order. Everything the seller typed is a value, never SQL.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(crate) struct Condition {
    /// Parts joined by "and"; each begins with ` AND `.
    pub(super) sql: String,
    /// Values of the question marks.
    pub(super) values: Vec<String>,
    /// A table the parts, or the order, need beside the list's own.
    pub(crate) join: String,
    /// A table in whose order the list is walked: its rows first, and of each the list's own. Every row of the list belongs to one of them, or is
    /// among the rest.
    pub(crate) lead: Option<Lead>,
    /// Rows that belong to none of its rows, which come last.
    pub(super) rest: Option<Rest>,
    /// The search text; its values are not among these.
    pub(super) text: Option<Words>,
    /// Nothing answers to the text as it was typed: these words are nearly it.
    pub(super) near: bool,
}

/// A table whose rows come in the order a list is walked in. SQL of this crate alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Lead {
    /// The table with its alias.
    pub(crate) table: &'static str,
    /// Which rows of the list belong to one of it.
    pub(crate) on: &'static str,
    /// Its order.
    pub(crate) order: &'static str,
}

/// What comes behind the rows of a [`Lead`]. SQL of this crate alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Rest {
    /// Which rows.
    pub(super) which: &'static str,
    /// Their order.
    pub(super) order: String,
}

/// What the search box asks of the two word tables.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Words {
    /// Words by their beginnings.
    pub(crate) words: Option<String>,
    /// Parts of words.
    pub(crate) parts: Option<String>,
}

impl Words {
    /// What a text asks.
    pub(crate) fn of(text: &str) -> Self {
        Self { words: search::words_query(text), parts: search::parts_query(text) }
    }

    pub(super) fn ask_nothing(&self) -> bool {
        self.words.is_none() && self.parts.is_none()
    }

    pub(super) fn values(&self) -> Vec<String> {
        self.words.iter().chain(&self.parts).cloned().collect()
    }
}

impl Condition {
    /// Whether it asks for words that are nearly those that were typed.
    pub(crate) fn is_near(&self) -> bool {
        self.near
    }

    /// Where all rows are asked for, from one near the top: walks them in the order of another table's, and those that belong to none of it, `which` they are, behind
    /// them in an order of their own. False where some rows are asked for, which are then what is sorted, or from further down, where the order is
    /// looked up.
    pub(crate) fn led_by(&mut self, offset: u32, lead: Lead, which: &'static str, order: String) -> bool {
        let walked = self.sql.is_empty() && self.text.is_none() && offset < FAR;
        if walked {
            self.join = String::new();
            self.lead = Some(lead);
            self.rest = Some(Rest { which, order });
        }
        walked
    }

    /// The condition of one question to the word tables.
    pub(super) fn of_words(words: Words) -> Self {
        Self { text: Some(words), ..Self::default() }
    }

    /// Adds what a query asks beside its words: parts, and groups of parts.
    pub(crate) fn ask<C>(&mut self, any: bool, filters: &[C], groups: &[FilterGroup<C>], add: impl Fn(&mut Self, &C)) {
        let one = |clause: &C| {
            let mut part = Self::default();
            add(&mut part, clause);
            part
        };
        let grouped = groups.iter().map(|group| Self::joined(group.filters.iter().map(one), group.any, group.not));
        let all = Self::joined(filters.iter().map(one).chain(grouped), any, false);
        self.sql.push_str(&all.sql);
        self.values.extend(all.values);
    }

    /// Several conditions as one; those that ask nothing are left out.
    fn joined(parts: impl Iterator<Item = Self>, any: bool, not: bool) -> Self {
        let (mut sqls, mut values) = (Vec::new(), Vec::new());
        for part in parts {
            if let Some(sql) = part.sql.strip_prefix(" AND ") {
                sqls.push(format!("({sql})"));
                values.extend(part.values);
            }
        }
        let mut condition = Self::default();
        if !sqls.is_empty() {
            let sql = sqls.join(if any { " OR " } else { " AND " });
            // What is not known does not hold: its opposite does.
            condition.push(
                &if not {
                    format!("NOT coalesce(({sql}), 0)")
                } else if any {
                    format!("({sql})")
                } else {
                    sql
                },
                values,
            );
        }
        condition
    }

    /// Adds tables, and the values of an order by them, which come behind all others.
    pub(crate) fn ordered_by(&mut self, join: &str, values: &[String]) {
        self.join.push(' ');
        self.join.push_str(join);
        self.values.extend_from_slice(values);
    }

    /// Adds a part.
    pub(crate) fn push(&mut self, sql: &str, values: impl IntoIterator<Item = String>) {
        self.sql.push_str(" AND ");
        self.sql.push_str(sql);
        self.values.extend(values);
    }
}
