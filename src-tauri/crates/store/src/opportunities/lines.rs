use crate::values::Id;
use crate::{Read, StoreError, Tag, Tx};
use domain::money::Currency;
use domain::opportunities::Line;
use domain::text::fold;
use rusqlite::params;
use uuid::Uuid;

/// What is sold with an opportunity, in the seller's order.
pub fn lines(read: &Read<'_>, opportunity: Uuid) -> Result<Vec<Line>, StoreError> {
    let mut statement = read.conn().prepare_cached(
        "SELECT name, quantity, unit_price, vat_rate FROM opportunity_line WHERE opportunity_id = ?1 ORDER BY position, id",
    )?;
    let found = statement.query_map([Id(opportunity)], |row| {
        Ok(Line { name: row.get(0)?, quantity: row.get(1)?, unit_price: row.get(2)?, vat_rate: row.get(3)? })
    })?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// Whether an opportunity has lines: its amount follows them then.
pub fn has_lines(read: &Read<'_>, opportunity: Uuid) -> Result<bool, StoreError> {
    Ok(read.conn().prepare_cached("SELECT 1 FROM opportunity_line WHERE opportunity_id = ?1")?.exists([Id(opportunity)])?)
}

/// Writes the lines of an opportunity; those that are the same keep their rows.
pub fn set_lines(tx: &mut Tx<'_>, opportunity: Uuid, lines: &[Line]) -> Result<(), StoreError> {
    let there: Vec<Uuid> = tx
        .conn()
        .prepare_cached("SELECT id FROM opportunity_line WHERE opportunity_id = ?1 ORDER BY position, id")?
        .query_map([Id(opportunity)], |row| row.get::<_, Id>(0).map(|id| id.0))?
        .collect::<Result<_, _>>()?;
    for (at, line) in lines.iter().enumerate() {
        let position = i64::try_from(at + 1).unwrap_or(i64::MAX);
        let sql = match there.get(at) {
            Some(_) => {
                "UPDATE opportunity_line SET opportunity_id = ?2, position = ?3, name = ?4, quantity = ?5, unit_price = ?6, vat_rate = ?7 WHERE id = ?1"
            }
            None => {
                "INSERT INTO opportunity_line (id, opportunity_id, position, name, quantity, unit_price, vat_rate) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"
            }
        };
        let id = there.get(at).copied().unwrap_or_else(|| tx.new_id());
        let values = params![Id(id), Id(opportunity), position, line.name, line.quantity, line.unit_price, line.vat_rate];
        tx.conn().prepare_cached(sql)?.execute(values)?;
    }
    for gone in there.iter().skip(lines.len()) {
        tx.conn().prepare_cached("DELETE FROM opportunity_line WHERE id = ?1")?.execute([Id(*gone)])?;
    }
    tx.touch(Tag::Opportunities);
    Ok(())
}

/// A product: what was sold before under a name, as it was last.
pub struct Product {
    /// Its name.
    pub name: String,
    /// Its price.
    pub unit_price: i64,
    /// In which currency.
    pub currency: Currency,
    /// Its VAT.
    pub vat_rate: Option<u32>,
}

/// Products whose name holds these words, those sold last first.
pub fn products(read: &Read<'_>, text: &str, limit: u32) -> Result<Vec<Product>, StoreError> {
    let mut statement = read.conn().prepare_cached(
        "SELECT n.name, n.unit_price, o.currency, n.vat_rate, max(n.id)
           FROM opportunity_line n JOIN opportunity o ON o.id = n.opportunity_id AND o.deleted_at IS NULL
          WHERE instr(fold(n.name), ?1) > 0 GROUP BY fold(n.name) ORDER BY max(n.id) DESC LIMIT ?2",
    )?;
    let mut rows = statement.query((fold(text), limit.clamp(1, 50)))?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let currency = super::rows::currency(row, "currency")?;
        found.push(Product { name: row.get(0)?, unit_price: row.get(1)?, currency, vat_rate: row.get(3)? });
    }
    Ok(found)
}
