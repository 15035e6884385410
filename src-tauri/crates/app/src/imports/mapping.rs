//! Columns and the fields they are taken for.

use super::ImportFault;
use super::incoming::{CUSTOM, Home};
use domain::text::fold_words;
use domain::views::imports::{ImportAs, ImportPreset};
use domain::writing::Language;
use formats::people::{
    DateOrder, DateOrders, Field, Kind, Layout, Product, lacks_of, recognise, recognise_as, recognise_by_content, recognise_names,
};
use std::collections::BTreeMap;

/// What the columns of a file are understood as.
pub(super) struct Understood {
    pub(super) layout: Layout,
    /// What the import is called for it: `linkedin`, `sheet`, `csv`.
    pub(super) kind: &'static str,
    /// Whose table it is read as.
    pub(super) preset: ImportPreset,
}

/// Understands columns by their names, as the seller told or as they say themselves; columns without names by the first rows (`beginning`).
pub(super) fn understand(
    header: &[String],
    beginning: &[Vec<String>],
    read_as: ImportAs,
    told: Option<ImportPreset>,
) -> Result<Understood, ImportFault> {
    let nameless = !beginning.is_empty();
    let layout = match told {
        None | Some(ImportPreset::Other) if nameless => recognise_by_content(header, beginning),
        Some(told) => told_layout(header, told)?,
        None => recognise(header),
    };
    let (kind, preset) = match (read_as, layout.kind) {
        (ImportAs::Linkedin, Kind::LinkedInConnections) | (ImportAs::Auto, Kind::LinkedInConnections) => {
            ("linkedin", ImportPreset::Linkedin)
        }
        (ImportAs::Linkedin, _) => return Err(ImportFault::NotLinkedin),
        (_, Kind::RainmakerSheet) => ("sheet", ImportPreset::Sheet),
        (ImportAs::Csv, Kind::LinkedInConnections) => ("csv", ImportPreset::Other),
        (_, Kind::Prospects) => ("csv", layout.product.map_or(ImportPreset::Other, preset_of)),
    };
    Ok(Understood { layout, kind, preset })
}

/// Columns understood as the seller told.
fn told_layout(header: &[String], told: ImportPreset) -> Result<Layout, ImportFault> {
    let products: &[Product] = match told {
        ImportPreset::Other => return Ok(recognise_names(header)),
        ImportPreset::Linkedin => return of_kind(header, Kind::LinkedInConnections, told),
        ImportPreset::Sheet => return of_kind(header, Kind::RainmakerSheet, told),
        ImportPreset::Apollo => &[Product::Apollo],
        ImportPreset::GoogleContacts => &[Product::Google, Product::GoogleOld],
        ImportPreset::Hubspot => &[Product::HubSpot],
        ImportPreset::Lemlist => &[Product::Lemlist],
        ImportPreset::Outlook => &[Product::Outlook, Product::OutlookFr],
        ImportPreset::Pipedrive => &[Product::Pipedrive],
        ImportPreset::Salesforce => &[Product::Salesforce],
        ImportPreset::Vcard => &[Product::VCard],
    };
    let nearest = products.iter().map(|product| (product, product.lacks(header))).min_by_key(|(_, lacks)| lacks.missing.len());
    match nearest {
        Some((product, lacks)) if lacks.fits => Ok(recognise_as(header, *product)),
        nearest => Err(ImportFault::PresetLacks { preset: told, columns: nearest.map(|(_, lacks)| lacks.missing).unwrap_or_default() }),
    }
}

fn of_kind(header: &[String], kind: Kind, told: ImportPreset) -> Result<Layout, ImportFault> {
    let layout = recognise(header);
    if layout.kind == kind { Ok(layout) } else { Err(ImportFault::PresetLacks { preset: told, columns: lacks_of(kind, header) }) }
}

fn preset_of(product: Product) -> ImportPreset {
    match product {
        Product::Apollo => ImportPreset::Apollo,
        Product::HubSpot => ImportPreset::Hubspot,
        Product::Salesforce => ImportPreset::Salesforce,
        Product::Pipedrive => ImportPreset::Pipedrive,
        Product::Google | Product::GoogleOld => ImportPreset::GoogleContacts,
        Product::Outlook | Product::OutlookFr => ImportPreset::Outlook,
        Product::Lemlist => ImportPreset::Lemlist,
        Product::VCard => ImportPreset::Vcard,
    }
}

/// Whose table stored columns are read as.
pub(super) fn preset(header: &[String], kind: &str, told: Option<ImportPreset>) -> ImportPreset {
    match (told, kind) {
        (Some(told), _) => told,
        (None, "linkedin") => ImportPreset::Linkedin,
        (None, "sheet") => ImportPreset::Sheet,
        (None, _) => recognise(header).product.map_or(ImportPreset::Other, preset_of),
    }
}

/// A layout of stored columns: what was told once was found to fit.
fn stored(header: &[String], told: Option<ImportPreset>) -> Layout {
    told.and_then(|told| told_layout(header, told).ok()).unwrap_or_else(|| recognise(header))
}

/// The layout a stored mapping stands for.
pub(super) fn layout_of(
    header: &[String],
    (kind, told): (&str, Option<ImportPreset>),
    mapping: &[Option<String>],
    dates: &BTreeMap<String, Vec<String>>,
) -> Layout {
    let mut layout = stored(header, told);
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

/// The name an exported column of a field gets.
pub(super) fn heading(name: &str, language: Language) -> Option<&'static str> {
    let language = if language == Language::Fr { formats::people::Language::Fr } else { formats::people::Language::En };
    field(name).map(|field| field.heading(language))
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
