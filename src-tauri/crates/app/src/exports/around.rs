//! What stands beside the fields of people: tags, lists, every address, number and link with what it is for and whether it is good.

use super::columns::text;
use crate::contacts::{listed_key, status_of};
use crate::imports::one_cell;
use crate::words;
use domain::contacts::{ContactPoint, PointKind, PointStatus, Postal};
use domain::fault::Params;
use domain::people::Person;
use domain::writing;
use formats::export::Cell;
use formats::people::{Field, Language, Of, Own, PARTS, Part, own_heading};
use std::collections::HashMap;
use store::{Read, StoreError};
use uuid::Uuid;

/// Of several people, read together.
pub(super) struct Arounds {
    tags: HashMap<Uuid, Vec<String>>,
    lists: HashMap<Uuid, Vec<String>>,
    points: HashMap<Uuid, Vec<ContactPoint>>,
    labels: HashMap<Uuid, [String; 2]>,
    /// Whether the do-not-contact list holds anybody.
    blocks: bool,
}

/// Of one person.
#[derive(Debug, Default)]
pub(super) struct Around {
    /// Names of tags.
    pub(super) tags: Vec<String>,
    /// Names of lists.
    pub(super) lists: Vec<String>,
    /// The first address and the first number, where there is one.
    first: [Option<Point>; 2],
    /// What there is beside them, kind by kind in their order.
    further: Vec<Point>,
}

/// An address, a number, a link or a postal address.
#[derive(Debug)]
pub(super) struct Point {
    pub(super) kind: PointKind,
    pub(super) label: String,
    pub(super) value: String,
    pub(super) postal: Option<Postal>,
    pub(super) status: PointStatus,
    pub(super) first: bool,
}

impl Arounds {
    pub(super) fn load(read: &Read<'_>, people: &[Uuid]) -> Result<Self, StoreError> {
        let tags = store::tags::of_people(read, people)?;
        Ok(Self {
            tags: tags.into_iter().map(|(id, tags)| (id, tags.into_iter().map(|tag| tag.name).collect())).collect(),
            lists: store::tags::lists_of_people(read, people)?,
            points: store::contacts::of_people(read, people)?,
            labels: store::contacts::first_labels(read, people)?,
            blocks: store::suppression::any(read)?,
        })
    }

    /// What stands beside one of them; to be asked for once.
    pub(super) fn of(&mut self, read: &Read<'_>, person: &Person) -> Result<Around, StoreError> {
        let [email, phone] = self.labels.remove(&person.id).unwrap_or_default();
        let known = [
            (PointKind::Email, email, &person.email, &person.email_norm, status_of(person.email_status)),
            (PointKind::Phone, phone, &person.phone, &person.phone_norm, PointStatus::Unknown),
        ];
        let mut around = Around {
            tags: self.tags.remove(&person.id).unwrap_or_default(),
            lists: self.lists.remove(&person.id).unwrap_or_default(),
            ..Around::default()
        };
        for (slot, (kind, label, value, norm, status)) in around.first.iter_mut().zip(known) {
            if !value.is_empty() {
                let status = self.state(read, kind, norm, status)?;
                *slot = Some(Point { kind, label, value: value.clone(), postal: None, status, first: true });
            }
        }
        for point in self.points.remove(&person.id).unwrap_or_default() {
            let status = self.state(read, point.kind, &point.norm, point.status)?;
            let postal = if point.kind == PointKind::Address { Postal::of(&point.value) } else { None };
            around.further.push(Point { kind: point.kind, label: point.label, value: point.value, postal, status, first: false });
        }
        Ok(around)
    }

    /// What is known of it; the do-not-contact list counts more.
    fn state(&self, read: &Read<'_>, kind: PointKind, norm: &str, known: PointStatus) -> Result<PointStatus, StoreError> {
        let listed = if self.blocks { listed_key(read, kind, norm)? } else { None };
        Ok(listed.unwrap_or(known))
    }
}

impl Around {
    /// Every one, the first ones first.
    pub(super) fn points(&self) -> impl Iterator<Item = &Point> {
        self.first.iter().flatten().chain(&self.further)
    }

    fn further(&self, kind: PointKind) -> impl Iterator<Item = &Point> {
        self.further.iter().filter(move |point| point.kind == kind)
    }
}

/// How many columns each kind needs.
pub(super) struct Widths(HashMap<PointKind, u32>);

/// The kinds in the order of their columns; the first address and the first number stand among the fields.
const KINDS: [(PointKind, Own); 4] =
    [(PointKind::Email, Own::Email), (PointKind::Phone, Own::Phone), (PointKind::Url, Own::Link), (PointKind::Address, Own::Place)];
/// People counted together.
const CHUNK: usize = 5_000;

impl Widths {
    /// The most that one of these people has.
    pub(super) fn of(read: &Read<'_>, people: &[Uuid]) -> Result<Self, StoreError> {
        let mut most: HashMap<PointKind, u32> = HashMap::new();
        for chunk in people.chunks(CHUNK) {
            for (kind, n) in store::contacts::most_of(read, chunk)? {
                let known = most.entry(kind).or_default();
                *known = n.max(*known);
            }
        }
        Ok(Self(most))
    }

    fn of_kind(&self, kind: PointKind) -> usize {
        self.0.get(&kind).map_or(0, |most| *most as usize)
    }
}

fn language(locale: &str) -> Language {
    if locale.starts_with("fr") { Language::Fr } else { Language::En }
}

/// Whether its first one stands among the fields.
fn stands(kind: PointKind) -> bool {
    matches!(kind, PointKind::Email | PointKind::Phone)
}

/// The columns one of a kind has.
fn columns(kind: PointKind) -> Vec<Of> {
    match kind {
        PointKind::Email | PointKind::Phone => vec![Of::Value, Of::Label, Of::State],
        PointKind::Url => vec![Of::Value, Of::Label],
        PointKind::Address => PARTS.into_iter().map(Of::Part).chain([Of::Label]).collect(),
    }
}

/// Names of the columns.
pub(super) fn header(widths: &Widths, locale: &str) -> Vec<String> {
    let language = language(locale);
    let mut names: Vec<String> = [Field::Tags, Field::Lists].map(|field| field.heading(language).to_owned()).into();
    for (kind, own) in KINDS {
        if stands(kind) {
            names.extend([Of::Label, Of::State].map(|of| own_heading(own, 1, of, language)));
        }
        let from = if stands(kind) { 2 } else { 1 };
        for n in (from..).take(widths.of_kind(kind)) {
            names.extend(columns(kind).into_iter().map(|of| own_heading(own, n, of, language)));
        }
    }
    names
}

/// What stands in them.
pub(super) fn cells<'a>(around: &'a Around, widths: &Widths, locale: &str) -> Vec<Cell<'a>> {
    let spoken = if language(locale) == Language::Fr { writing::Language::Fr } else { writing::Language::En };
    let several = |names: &[String]| if names.is_empty() { Cell::Empty } else { Cell::from(one_cell(names.iter().map(String::as_str))) };
    let mut cells = vec![several(&around.tags), several(&around.lists)];
    for (place, (kind, _)) in KINDS.into_iter().enumerate() {
        if stands(kind) {
            let first = around.first.get(place).and_then(Option::as_ref);
            cells.extend([Of::Label, Of::State].map(|of| cell(first, of, spoken)));
        }
        let mut further = around.further(kind);
        for _ in 0..widths.of_kind(kind) {
            let point = further.next();
            cells.extend(columns(kind).into_iter().map(|of| cell(point, of, spoken)));
        }
    }
    cells
}

fn cell(point: Option<&Point>, of: Of, language: writing::Language) -> Cell<'_> {
    let Some(point) = point else { return Cell::Empty };
    match of {
        Of::Value => text(&point.value),
        Of::Label => word(language, "label", &point.label),
        Of::State if point.status == PointStatus::Unknown => Cell::Empty,
        Of::State => word(language, "status", point.status.code()),
        Of::Part(part) => point.postal.as_ref().map_or(Cell::Empty, |postal| {
            text(match part {
                Part::Street => &postal.street,
                Part::Postcode => &postal.postcode,
                Part::City => &postal.city,
                Part::Region => &postal.region,
                Part::Country => &postal.country,
            })
        }),
    }
}

/// One of the desk's words as on the screens, or the seller's own.
fn word<'w>(language: writing::Language, group: &str, code: &'w str) -> Cell<'w> {
    match words::text(language, "contacts", &format!("{group}.{code}"), &Params::new()) {
        Some(said) => Cell::from(said),
        None => text(code),
    }
}
