use super::ExportFault;
use super::chunks::in_chunks;
use super::columns::text;
use super::table::{Column, Table, together};
use crate::App;
use crate::companies::chosen;
use crate::imports::one_cell;
use domain::companies::Company;
use domain::contacts::ContactPoint;
use domain::views::companies::CompanyRow;
use domain::views::custom::CustomOf;
use domain::views::exports::{CompaniesExport, ExportDone};
use formats::export::Cell;
use serde_json::{Value, json};
use std::collections::HashMap;
use store::{Read, StoreError};
use uuid::Uuid;

const COLUMNS: [Column; 22] = [
    ("companies", "export.id"),
    ("companies", "detail.name"),
    ("companies", "detail.website"),
    ("companies", "detail.phone"),
    ("companies", "detail.street"),
    ("companies", "detail.postcode"),
    ("companies", "detail.city"),
    ("companies", "detail.country"),
    ("companies", "detail.siren"),
    ("companies", "detail.siret"),
    ("companies", "detail.vat"),
    ("companies", "detail.naf"),
    ("companies", "detail.activity"),
    ("companies", "detail.headcount"),
    ("companies", "detail.notes"),
    ("companies", "detail.source"),
    ("companies", "export.contacts"),
    ("companies", "column.tags"),
    ("companies", "export.lists"),
    ("companies", "column.people"),
    ("companies", "export.lastContact"),
    ("companies", "column.added"),
];

/// Writes companies to a file, in the clear, as they are at one moment.
///
/// # Errors
/// `companies.none`; `exports.unwritable_file`, `exports.too_many_rows`, `exports.cell_too_long`.
pub async fn companies(app: &App, request: CompaniesExport) -> Result<ExportDone, ExportFault> {
    let CompaniesExport { selection, format, path } = request;
    let (desk, ids) = chosen(app, selection).await?;
    let app = app.clone();
    desk.read(move |read| {
        let mut table = Table::begin(read, (CustomOf::Companies, "companies"), (format, &path), &COLUMNS)?;
        in_chunks(&app, &ids, |chunk| {
            for one in whole(read, chunk)? {
                table.row(&one.row.custom, one.cells(), || one.json())?;
            }
            Ok(())
        })?;
        Ok(table.finish()?)
    })
    .await
}

/// A company with everything that is written of it.
struct Whole {
    row: CompanyRow,
    company: Company,
    lists: Vec<String>,
    contacts: Vec<ContactPoint>,
}

fn whole(read: &Read<'_>, ids: &[Uuid]) -> Result<Vec<Whole>, StoreError> {
    let mut companies: HashMap<Uuid, Company> = store::companies::many(read, ids)?.into_iter().map(|one| (one.id, one)).collect();
    let mut lists = store::tags::lists_of_companies(read, ids)?;
    let mut contacts = store::contacts::of_companies(read, ids)?;
    let mut all = Vec::with_capacity(ids.len());
    for row in store::companies::views(read, ids)? {
        let Some(company) = companies.remove(&row.id) else { continue };
        all.push(Whole {
            lists: lists.remove(&row.id).unwrap_or_default(),
            contacts: contacts.remove(&row.id).unwrap_or_default(),
            company,
            row,
        });
    }
    Ok(all)
}

impl Whole {
    fn cells(&self) -> Vec<Cell<'_>> {
        let Self { row, company, lists, contacts } = self;
        let several = |names: Vec<&str>| if names.is_empty() { Cell::Empty } else { Cell::from(one_cell(names.into_iter())) };
        vec![
            Cell::from(row.id.to_string()),
            text(&row.name),
            text(&row.website),
            text(&row.phone),
            text(&row.street),
            text(&row.postcode),
            text(&row.city),
            text(&row.country),
            text(&row.siren),
            text(&row.siret),
            text(&row.vat),
            text(&row.naf),
            text(&row.activity),
            row.headcount.map_or(Cell::Empty, |count| Cell::Integer(i64::from(count))),
            text(&company.notes),
            text(&company.source),
            several(contacts.iter().map(|point| point.value.as_str()).collect()),
            several(row.tags.iter().map(|tag| tag.name.as_str()).collect()),
            several(lists.iter().map(String::as_str).collect()),
            Cell::Integer(i64::from(row.people)),
            row.last_contact_at.map_or(Cell::Empty, |at| Cell::DateTime(at.naive_utc())),
            Cell::Date(row.added_at.date_naive()),
        ]
    }

    fn json(&self) -> Value {
        let Self { row, company, lists, contacts } = self;
        let point = |point: &ContactPoint| json!({ "kind": point.kind.code(), "label": point.label, "value": point.value });
        let beside = json!({
            "tags": row.tags.iter().map(|tag| &tag.name).collect::<Vec<_>>(),
            "lists": lists,
            "notes": company.notes,
            "source": company.source,
            "contacts": contacts.iter().map(point).collect::<Vec<_>>(),
        });
        together(json!(row), beside)
    }
}
