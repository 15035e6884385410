use super::{BlockFault, MOST, Refused};
use crate::custom::{CustomFault, taken};
use crate::{App, companies, opportunities, people};
use domain::fault::Fault;
use domain::views::Changed;
use domain::views::blocks::{BlockPaste, BlockRow};
use domain::views::custom::{CustomField, CustomOf};
use domain::views::people::FieldValue;
use store::{Actor, Intent, Tx};
use uuid::Uuid;

/// Types a block of cells on the rows of a list, as one undo step; all or none are written.
///
/// # Errors
/// `blocks.too_large`; the reason a value or a row is refused for, with the `row` of the block, from 1, and the `column`.
pub async fn paste(app: &App, request: BlockPaste) -> Result<Changed, BlockFault> {
    let BlockPaste { of, rows } = request;
    if rows.len() > MOST {
        return Err(BlockFault::TooLarge);
    }
    let intent = Intent::new("blocks.paste").with("of", of.code()).with("count", rows.len());
    let paste = move |tx: &mut Tx<'_>| {
        let own = store::custom::of(tx, of)?;
        let mut count = 0u32;
        for (row, values) in (1..).zip(rows) {
            count += u32::from(type_row(tx, of, &own, row, values)?);
        }
        Ok::<_, BlockFault>(count)
    };
    let written = app.desk()?.write(Actor::Seller, intent, paste).await?;
    Ok(Changed { count: written.value, operation: written.operation.map(|id| id.0) })
}

/// Types the values of one row. `false` when nothing changed.
fn type_row(tx: &mut Tx<'_>, of: CustomOf, own: &[CustomField], row: usize, values: BlockRow) -> Result<bool, BlockFault> {
    let BlockRow { id, values } = values;
    let (added, usual): (Vec<_>, Vec<_>) = values.into_iter().partition(|value| value.field.starts_with(OWN));
    let mut changed = match of {
        CustomOf::People => people::type_on(tx, id, usual).map_err(|refused| told(row, refused))?,
        CustomOf::Companies => companies::type_on(tx, id, usual).map_err(|refused| told(row, refused))?,
        CustomOf::Opportunities => opportunities::type_on(tx, id, usual).map_err(|refused| told(row, refused))?,
    };
    for value in added {
        let column = value.field.clone();
        let refused = |why: CustomFault| BlockFault::Row { row, column, why: Box::new(why) };
        changed |= type_own(tx, of, own, id, value).map_err(refused)?;
    }
    Ok(changed)
}

/// What a column of a field the seller added is called before its id.
const OWN: &str = "custom:";

/// Types the value of a field the seller added.
fn type_own(tx: &mut Tx<'_>, of: CustomOf, own: &[CustomField], id: Uuid, value: FieldValue) -> Result<bool, CustomFault> {
    let field = value.field.strip_prefix(OWN).unwrap_or(&value.field).to_owned();
    let (field, _, value) = taken(own, FieldValue { field, ..value })?;
    Ok(store::custom::put(tx, of, id, field, value.as_ref())?)
}

fn told<F: Fault + Send + Sync + 'static>(row: usize, refused: Refused<F>) -> BlockFault {
    BlockFault::Row { row, column: refused.field.unwrap_or_default().to_owned(), why: Box::new(refused.fault) }
}
