use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{DateOrders, Field, SHEET_HEADER, aliases};

/// What kind of list a header belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// LinkedIn's Connections.csv, in any of its forms.
    LinkedInConnections,
    /// The desk's own eleven columns.
    RainmakerSheet,
    /// Any other list of people.
    Prospects,
}

/// Which column holds what, and how.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Layout {
    /// The kind of list.
    pub kind: Kind,
    /// For each column of the header, the field it fills. No field stands twice.
    pub columns: Vec<Option<Field>>,
    /// Names of the columns that fill none, in their order; unnamed columns are left out.
    pub unmatched: Vec<String>,
    /// The orders in which columns write their dates; one that is not named is day first. See [`super::DateEvidence`].
    pub dates: BTreeMap<Field, DateOrders>,
}

/// Columns that our own file of rejected rows adds: nothing to map.
const OUR_COLUMNS: [&str; 3] = ["line", "reason", "detail"];

/// Recognises the columns of a header by their names.
///
/// Where several columns could fill a field, the one with the better name does (then the leftmost); the others are
/// unmatched.
#[must_use]
pub fn recognise(header: &[String]) -> Layout {
    let folded: Vec<String> = header.iter().map(|name| aliases::fold(name)).collect();
    let has = |name: &str| folded.iter().any(|other| other == name);
    let kind = kind(&folded);
    let mut best: Vec<(Field, usize, usize)> = Vec::new();
    for (column, name) in folded.iter().enumerate() {
        let Some((field, rank)) = in_context(name, kind, &has) else {
            continue;
        };
        match best.iter_mut().find(|(other, ..)| *other == field) {
            Some(found) if rank < found.1 => *found = (field, rank, column),
            Some(_) => {}
            None => best.push((field, rank, column)),
        }
    }
    let columns = (0..header.len()).map(|column| best.iter().find(|b| b.2 == column).map(|b| b.0)).collect();
    Layout { kind, columns, unmatched: Vec::new(), dates: BTreeMap::new() }.with_unmatched(header)
}

impl Layout {
    /// The column that fills a field.
    #[must_use]
    pub fn column(&self, field: Field) -> Option<usize> {
        self.columns.iter().position(|column| *column == Some(field))
    }

    fn with_unmatched(mut self, header: &[String]) -> Self {
        self.unmatched = header
            .iter()
            .zip(&self.columns)
            .filter(|(name, field)| field.is_none() && !name.is_empty() && !OUR_COLUMNS.contains(&name.as_str()))
            .map(|(name, _)| name.clone())
            .collect();
        self
    }
}

fn kind(folded: &[String]) -> Kind {
    let has = |name: &str| folded.iter().any(|other| other == name);
    if SHEET_HEADER.iter().all(|name| has(&aliases::fold(name))) {
        return Kind::RainmakerSheet;
    }
    let names = has("first name") && has("last name") || has("prenom") && has("nom");
    let connected = folded.iter().any(|name| matches!(aliases::lookup(name), Some((Field::ConnectedOn, _))));
    let ours = has("id") || has("status") || has("statut");
    if names && connected && !ours { Kind::LinkedInConnections } else { Kind::Prospects }
}

/// The meaning of a name that depends on its neighbours.
fn in_context(name: &str, kind: Kind, has: &dyn Fn(&str) -> bool) -> Option<(Field, usize)> {
    match name {
        // "Nom" alone is the whole name; beside "Prénom" it is the family name.
        "nom" if ["prenom", "prenoms", "first name", "firstname"].into_iter().any(has) => Some((Field::LastName, 0)),
        // LinkedIn names the profile just "URL"; elsewhere it may be anything's: as the web site with the least claim to
        // be one, it still becomes the profile in each row where it is one.
        "url" if kind == Kind::LinkedInConnections => Some((Field::LinkedInUrl, 0)),
        "url" => Some((Field::Website, usize::MAX)),
        // Outlook's civility, beside "Suffix" and "Initials".
        "title" | "titre" if has("initials") || has("initiales") => None,
        // Inside a list of people with its own names, "Contact" or "Account" are owners and ids more often than not.
        "contact" | "prospect" if has("first name") || has("prenom") => None,
        _ => aliases::lookup(name),
    }
}
