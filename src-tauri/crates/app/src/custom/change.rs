use super::CustomFault;
use crate::App;
use domain::custom::MOST_CHOICES;
use domain::money::Currency;
use domain::tags::name;
use domain::text::{clean_line, fold_words};
use domain::views::custom::{CustomField, CustomNew, CustomSet};
use domain::views::{ById, ByIds, Changed};
use store::{Actor, Intent, Read};
use uuid::Uuid;

/// Every field the seller added, in their order.
///
/// # Errors
/// When the desk is locked or cannot be read.
pub async fn list(app: &App) -> Result<Vec<CustomField>, CustomFault> {
    app.desk()?.read(|read| Ok(store::custom::all(read)?)).await
}

/// Adds a field.
///
/// # Errors
/// `fields.name_taken`, `fields.no_choices`, `fields.too_many_choices`, a [`domain::tags::NameError`].
pub async fn create(app: &App, request: CustomNew) -> Result<CustomField, CustomFault> {
    let (shown, key) = name(&request.name)?;
    let choices = if request.kind.chooses() { choices(&request.choices)? } else { Vec::new() };
    let written = app
        .desk()?
        .write(Actor::Seller, Intent::new("fields.create").with("name", &shown), move |tx| {
            if is_taken(tx, &request, &key)? {
                return Err(CustomFault::NameTaken);
            }
            let settings = store::settings::load(tx)?;
            let of_desk = settings.text("opportunities.currency").to_owned();
            let currency = Currency::of_code(&request.currency).or_else(|| Currency::of_code(&of_desk)).unwrap_or(Currency::EUR);
            let currency = if request.kind == domain::custom::CustomKind::Money { currency.code().to_owned() } else { String::new() };
            let field = CustomField { id: tx.new_id(), of: request.of, name: shown, kind: request.kind, choices, currency, used: 0 };
            store::custom::insert(tx, &field)?;
            Ok(field)
        })
        .await?;
    Ok(written.value)
}

/// Changes a field: its name, its choices. A choice that gets another name has it wherever it was chosen; one that goes is taken off.
///
/// # Errors
/// `fields.not_found`, `fields.name_taken`, `fields.no_choices`, `fields.too_many_choices`, a [`domain::tags::NameError`].
pub async fn set(app: &App, request: CustomSet) -> Result<Vec<CustomField>, CustomFault> {
    let desk = app.desk()?;
    let before = desk.read(move |read| present(read, request.id)).await?;
    desk.write(Actor::Seller, Intent::new("fields.set").with("name", before.name), move |tx| {
        let mut field = present(tx, request.id)?;
        if let Some(text) = &request.name {
            let (shown, key) = name(text)?;
            let same = |other: &CustomField| other.id != field.id && other.of == field.of && fold_words(&other.name) == key;
            if store::custom::all(tx)?.iter().any(same) {
                return Err(CustomFault::NameTaken);
            }
            field.name = shown;
        }
        if let Some(rename) = &request.rename {
            let to = clean_line(&rename.to);
            for choice in field.choices.iter_mut().filter(|choice| **choice == rename.from) {
                choice.clone_from(&to);
            }
            field.choices = choices(&field.choices)?;
            store::custom::rename_choice(tx, &field, &rename.from, &to)?;
        }
        if let Some(wanted) = &request.choices
            && field.kind.chooses()
        {
            let next = choices(wanted)?;
            let gone: Vec<String> = field.choices.iter().filter(|choice| !next.contains(choice)).cloned().collect();
            field.choices = next;
            if !gone.is_empty() {
                store::custom::take_off_choice(tx, &field, &gone)?;
            }
        }
        Ok(store::custom::update(tx, &field)?)
    })
    .await?;
    list(app).await
}

/// Puts fields in another order.
///
/// # Errors
/// When the desk is locked or cannot be written.
pub async fn order(app: &App, request: ByIds) -> Result<Vec<CustomField>, CustomFault> {
    app.desk()?
        .write(Actor::Seller, Intent::new("fields.order"), move |tx| Ok::<_, CustomFault>(store::custom::put_in_order(tx, &request.ids)?))
        .await?;
    list(app).await
}

/// Takes a field away with its values; undo brings both back.
///
/// # Errors
/// `fields.not_found`.
pub async fn delete(app: &App, request: ById) -> Result<Changed, CustomFault> {
    let desk = app.desk()?;
    let field = desk.read(move |read| present(read, request.id)).await?;
    let written = desk
        .write(Actor::Seller, Intent::new("fields.delete").with("name", field.name), move |tx| {
            Ok::<_, CustomFault>(u32::from(store::custom::remove(tx, request.id)?))
        })
        .await?;
    Ok(Changed { count: written.value, operation: written.operation.map(|id| id.0) })
}

fn present(read: &Read<'_>, field: Uuid) -> Result<CustomField, CustomFault> {
    store::custom::get(read, field)?.ok_or(CustomFault::NotFound)
}

fn is_taken(read: &Read<'_>, request: &CustomNew, key: &str) -> Result<bool, CustomFault> {
    let same = |other: &CustomField| other.of == request.of && fold_words(&other.name) == key;
    Ok(store::custom::all(read)?.iter().any(same))
}

/// Choices as they are kept: each once, in order.
fn choices(typed: &[String]) -> Result<Vec<String>, CustomFault> {
    let mut kept: Vec<String> = Vec::new();
    for choice in typed.iter().map(|choice| clean_line(&choice.replace([',', ';'], " "))) {
        let key = fold_words(&choice);
        if !key.is_empty() && !kept.iter().any(|one| fold_words(one) == key) {
            kept.push(choice);
        }
    }
    match kept.len() {
        0 => Err(CustomFault::NoChoices),
        many if many > MOST_CHOICES => Err(CustomFault::TooManyChoices),
        _ => Ok(kept),
    }
}
