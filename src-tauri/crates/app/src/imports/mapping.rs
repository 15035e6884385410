//! Columns and the fields they are taken for.

use super::ImportFault;
use super::incoming::{CUSTOM, Home};
use domain::text::fold_words;
use domain::views::imports::ImportAs;
use formats::people::{DateOrder, DateOrders, Field, Kind, Layout, recognise};
use std::collections::BTreeMap;

/// How a header is understood, and what the import is called for it (`linkedin`, `sheet`, `csv`).
pub(super) fn understand(header: &[String], read_as: ImportAs) -> Result<(Layout, &'static str), ImportFault> {
    let layout = recognise(header);
    let kind = match (read_as, layout.kind) {
        (ImportAs::Linkedin, Kind::LinkedInConnections) | (ImportAs::Auto, Kind::LinkedInConnections) => "linkedin",
        (ImportAs::Linkedin, _) => return Err(ImportFault::NotLinkedin),
        (_, Kind::RainmakerSheet) => "sheet",
        (ImportAs::Csv, Kind::LinkedInConnections) | (_, Kind::Prospects) => "csv",
    };
    Ok((layout, kind))
}

/// The layout a stored mapping stands for.
pub(super) fn layout_of(header: &[String], kind: &str, mapping: &[Option<String>], dates: &BTreeMap<String, Vec<String>>) -> Layout {
    let mut layout = recognise(header);
    layout.dates = dates.iter().filter_map(|(name, codes)| Some((field(name)?, orders(codes)))).collect();
    layout.kind = match kind {
        "linkedin" => Kind::LinkedInConnections,
        "sheet" => Kind::RainmakerSheet,
        _ => Kind::Prospects,
    };
    layout.columns = (0..header.len()).map(|column| mapping.get(column).and_then(|name| field(name.as_deref()?))).collect();
    layout
}

/// A mapping carried over to other columns by their names. A column it does not know keeps the field its name stands for (`named`), where that
/// is free.
pub(super) fn carried(from: &[String], mapping: &[Option<String>], to: &[String], named: &[Option<String>]) -> Vec<Option<String>> {
    let place = |name: &String| from.iter().position(|other| fold_words(other) == fold_words(name));
    let kept: Vec<Option<Option<String>>> =
        to.iter().map(|name| place(name).map(|column| mapping.get(column).cloned().flatten())).collect();
    let taken: Vec<&String> = kept.iter().flatten().flatten().collect();
    let own = |own: &Option<String>| own.clone().filter(|field| !taken.contains(&field));
    kept.iter().zip(named).map(|(kept, named)| kept.clone().unwrap_or_else(|| own(named))).collect()
}

/// The fields of a layout by name.
pub(super) fn names(layout: &Layout) -> Vec<Option<String>> {
    layout.columns.iter().map(|field| field.map(|field| field.code().to_owned())).collect()
}

/// The orders of a layout's dates by name.
pub(super) fn order_names(layout: &Layout) -> BTreeMap<String, Vec<String>> {
    let codes = |orders: &DateOrders| orders.iter().map(|order| order.code().to_owned()).collect();
    layout.dates.iter().map(|(field, orders)| (field.code().to_owned(), codes(orders))).collect()
}

fn orders(codes: &[String]) -> DateOrders {
    codes.iter().filter_map(|code| DateOrder::of_code(code)).collect()
}

/// A mapping the seller made: known fields, each at most once unless it repeats, one entry a column.
pub(super) fn checked(columns: Vec<Option<String>>, header: &[String], home: &Home) -> Result<Vec<Option<String>>, ImportFault> {
    let (mut taken, mut own): (Vec<Field>, Vec<&str>) = (Vec::new(), Vec::new());
    for name in columns.iter().flatten() {
        match field(name) {
            Some(field) if field.repeats() || !taken.contains(&field) => taken.push(field),
            None if home.field(name).is_some() && !own.contains(&name.as_str()) => own.push(name),
            _ => return Err(ImportFault::BadMapping),
        }
    }
    if columns.len() == header.len() { Ok(columns) } else { Err(ImportFault::BadMapping) }
}

/// Columns that nothing else takes go to the seller's own field of the same name.
pub(super) fn with_own(mapping: Vec<Option<String>>, header: &[String], home: &Home) -> Vec<Option<String>> {
    let mut free: Vec<(String, String)> =
        home.fields.iter().map(|field| (fold_words(&field.name), format!("{CUSTOM}{}", field.id))).collect();
    free.retain(|(_, name)| !mapping.iter().flatten().any(|taken| taken == name));
    let of_column = |(name, taken): (&String, Option<String>)| {
        taken.or_else(|| {
            let at = free.iter().position(|(known, _)| *known == fold_words(name) && !known.is_empty())?;
            Some(free.swap_remove(at).1)
        })
    };
    header.iter().zip(mapping).map(of_column).collect()
}

fn field(name: &str) -> Option<Field> {
    // The names of people's fields serve too.
    let name = match name {
        "linkedin_url" => "linked_in_url",
        "followup_count" => "follow_up_count",
        other => other,
    };
    Field::ALL.into_iter().find(|field| field.code() == name)
}
