use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::presets::{Part, Product, Role};
use super::{DateOrders, Field, SHEET_HEADER, aliases, own};

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
    /// The product whose export this is, where its columns tell.
    pub product: Option<Product>,
    /// For each column of the header, the field it fills. No field stands twice, but those that [`Field::repeats`].
    pub columns: Vec<Option<Field>>,
    /// What values of a column are for, where its name or the column beside it says so.
    pub purposes: BTreeMap<usize, Purpose>,
    /// For columns with addresses and numbers, the column that says whether they are good.
    pub states: BTreeMap<usize, usize>,
    /// Columns that are parts of a postal address: the number of the address (0 is the main one) and the part.
    pub parts: BTreeMap<usize, (u8, Part)>,
    /// Names of the columns that fill none, in their order; unnamed columns are left out.
    pub unmatched: Vec<String>,
    /// The orders in which columns write their dates; one that is not named is day first. See [`super::DateEvidence`].
    pub dates: BTreeMap<Field, DateOrders>,
}

/// What an address or a number is for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    /// Always this: `work`, `home`, `mobile`, `other`.
    Always(String),
    /// What stands in this column of the row.
    Column(usize),
}

/// Columns that our own file of rejected rows adds: nothing to map.
const OUR_COLUMNS: [&str; 3] = ["line", "reason", "detail"];

/// Recognises the columns of a header by their names, and the product that wrote them.
///
/// Where several columns could fill a field, the one with the better name does (then the leftmost); further addresses and numbers stay beside
/// it, other columns are unmatched.
#[must_use]
pub fn recognise(header: &[String]) -> Layout {
    let folded = fold_all(header);
    match kind(&folded) {
        Kind::Prospects => laid_out(header, &folded, Kind::Prospects, Product::of(&folded)),
        kind => laid_out(header, &folded, kind, None),
    }
}

/// The same for somebody who knows which product wrote the file.
#[must_use]
pub fn recognise_as(header: &[String], product: Product) -> Layout {
    laid_out(header, &fold_all(header), Kind::Prospects, Some(product))
}

/// The same for a table that is nobody's: its columns by their names alone.
#[must_use]
pub fn recognise_names(header: &[String]) -> Layout {
    laid_out(header, &fold_all(header), Kind::Prospects, None)
}

/// The columns a kind of list has and a header lacks.
#[must_use]
pub fn lacks_of(kind: Kind, header: &[String]) -> Vec<&'static str> {
    let folded = fold_all(header);
    let names: &[&'static str] = match kind {
        Kind::LinkedInConnections => &["First Name", "Last Name", "Connected On"],
        Kind::RainmakerSheet => &SHEET_HEADER,
        Kind::Prospects => &[],
    };
    names.iter().filter(|name| !folded.contains(&aliases::fold(name))).copied().collect()
}

fn fold_all(header: &[String]) -> Vec<String> {
    header.iter().map(|name| aliases::fold(name)).collect()
}

/// A field a column could fill, and how good it is for it.
struct Claim {
    column: usize,
    field: Field,
    rank: usize,
}

fn laid_out(header: &[String], folded: &[String], kind: Kind, product: Option<Product>) -> Layout {
    let has = |name: &str| folded.iter().any(|other| other == name);
    let mut layout = Layout {
        kind,
        product,
        columns: vec![None; header.len()],
        purposes: BTreeMap::new(),
        states: BTreeMap::new(),
        parts: BTreeMap::new(),
        unmatched: Vec::new(),
        dates: BTreeMap::new(),
    };
    let mut claims: Vec<Claim> = Vec::new();
    for (column, name) in folded.iter().enumerate() {
        let role = product.and_then(|product| product.role(name));
        let claim = match role {
            Some((role, rank, number)) => layout.of_product(folded, column, (role, number)).map(|field| (field, rank)),
            // Columns the seller added to the product, behind its own.
            None => match own::field(name).filter(|_| product.is_none()) {
                Some((field, part)) => {
                    layout.parts.extend(part.map(|part| (column, part)));
                    Some((field, column))
                }
                None => in_context(name, kind, &has).map(|(field, rank)| (field, rank.saturating_add(1_000_000))),
            },
        };
        claims.extend(claim.map(|(field, rank)| Claim { column, field, rank }));
    }
    claims.sort_by_key(|claim| (claim.rank, claim.column));
    for Claim { column, field, .. } in claims {
        let taken = |field: Field| !field.repeats() && layout.columns.contains(&Some(field));
        let free = [Some(field), field.beside()].into_iter().flatten().find(|field| !taken(*field));
        if let Some(slot) = layout.columns.get_mut(column) {
            *slot = free;
        }
    }
    if product.is_none() {
        layout.with_what_stands_beside(folded);
    }
    layout.with_unmatched(header)
}

impl Layout {
    /// The column that fills a field.
    #[must_use]
    pub fn column(&self, field: Field) -> Option<usize> {
        self.columns.iter().position(|column| *column == Some(field))
    }

    /// The column whose values this one tells more of: what they are for, or whether they are good.
    #[must_use]
    pub fn tells_of(&self, column: usize) -> Option<usize> {
        let purpose = self.purposes.iter().find(|(_, purpose)| **purpose == Purpose::Column(column)).map(|(of, _)| *of);
        let of = purpose.or_else(|| self.states.iter().find(|(_, state)| **state == column).map(|(of, _)| *of))?;
        self.columns.get(of).is_some_and(Option::is_some).then_some(of)
    }

    /// Takes a product's column as its table says; the field it claims.
    fn of_product(&mut self, folded: &[String], column: usize, (role, number): (Role, u8)) -> Option<Field> {
        let purpose = match role {
            Role::Email(what) | Role::Phone(what) | Role::Url(what) | Role::Place(_, _, what) if !what.is_empty() => {
                Some(Purpose::Always(what.to_owned()))
            }
            Role::Labelled(_) | Role::Place(..) => beside(folded, column).map(Purpose::Column),
            _ => None,
        };
        self.purposes.extend(purpose.map(|purpose| (column, purpose)));
        match role {
            Role::Is(field) | Role::Labelled(field) => Some(field),
            Role::Email(_) => Some(Field::Email),
            Role::Phone(_) => Some(Field::Phone),
            Role::Url(_) => Some(Field::OtherUrl),
            Role::Nothing => None,
            Role::Place(address, part, _) => {
                let address = address.saturating_add(number.saturating_sub(1));
                self.parts.insert(column, (address, part));
                Some(match part {
                    _ if address > 0 => Field::OtherAddress,
                    Part::Street => Field::Street,
                    Part::Postcode => Field::Postcode,
                    Part::City => Field::City,
                    Part::Region => Field::Region,
                    Part::Country => Field::Country,
                })
            }
        }
    }

    /// What values are for, and whether they are good, where a column named after theirs says so.
    fn with_what_stands_beside(&mut self, folded: &[String]) {
        let labelled = |field: &Field| {
            matches!(field, Field::Email | Field::Phone | Field::OtherEmail | Field::OtherPhone | Field::OtherUrl | Field::OtherAddress)
        };
        for (column, name) in folded.iter().enumerate() {
            if self.columns.get(column).copied().flatten().as_ref().is_some_and(labelled) {
                let find = |wanted: [String; 2]| {
                    let free = |at: &usize| self.columns.get(*at).is_some_and(Option::is_none);
                    folded.iter().position(|other| wanted.contains(other)).filter(free)
                };
                let (label, state) = (find(own::labels_of(name)), find(own::states_of(name)));
                self.purposes.extend(label.map(|label| (column, Purpose::Column(label))));
                self.states.extend(state.map(|state| (column, state)));
            }
        }
    }

    fn with_unmatched(mut self, header: &[String]) -> Self {
        self.unmatched = header
            .iter()
            .zip(&self.columns)
            .enumerate()
            .filter(|(column, (name, field))| {
                field.is_none() && !name.is_empty() && !OUR_COLUMNS.contains(&name.as_str()) && self.tells_of(*column).is_none()
            })
            .map(|(_, (name, _))| name.clone())
            .collect();
        self
    }
}

/// The column that says what the values of another are for: `phone 2 label`, `phone 2 type` beside `phone 2 value` and its like.
fn beside(folded: &[String], column: usize) -> Option<usize> {
    let name = folded.get(column)?;
    let number = name.split(' ').find(|word| word.bytes().all(|byte| byte.is_ascii_digit()))?;
    let (start, _) = name.split_once(&format!(" {number} "))?;
    let wanted = ["label", "type"].map(|ending| format!("{start} {number} {ending}"));
    folded.iter().position(|other| wanted.contains(other))
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
