//! Rows of a list in groups: which there are and how many rows each has, and the rows of one of them.

use crate::listing::{Condition, Lead, Listed};
use crate::{Read, StoreError};
use domain::custom::keyed;
use domain::money::{Currency, Sums};
use domain::views::custom::{CustomField, CustomKind, CustomOf};
use domain::views::groups::{GroupView, GroupsView};
use domain::views::money::MoneyView;
use std::collections::{HashMap, HashSet};
use uuid::Uuid;

/// Groups of an answer; a list of more is better searched.
const MOST: usize = 2_000;

/// How the rows of a list fall into groups. SQL of this crate alone.
pub(crate) struct Grouping {
    /// A row's key; '' where it has none.
    pub(crate) key: String,
    /// What the key needs beside the list's own table.
    pub(crate) join: String,
    /// A word for a group, from its rows.
    pub(crate) label: String,
    /// Where names stand, for the key `g.k`.
    pub(crate) names: &'static str,
    /// A group's name, English name and colour.
    pub(crate) shown: [&'static str; 3],
    /// The order of groups, with the values of its question marks.
    pub(crate) order: String,
    pub(crate) order_values: Vec<String>,
    /// A table in whose order the groups stand, where every row belongs to one of its rows.
    pub(crate) lead: Option<Lead>,
    /// Currency and amount of a row, where rows are worth something.
    pub(crate) worth: Option<[&'static str; 2]>,
}

impl Grouping {
    /// Groups by a value as it stands.
    pub(crate) fn plain(key: &str, label: &str) -> Self {
        Self {
            key: key.to_owned(),
            join: String::new(),
            label: label.to_owned(),
            names: "",
            shown: ["g.label", "''", "''"],
            order: "g.k".to_owned(),
            order_values: Vec::new(),
            lead: None,
            worth: None,
        }
    }

    /// Groups by another table's row, of which the key is the id.
    pub(crate) fn of(key: &str, names: &'static str, shown: [&'static str; 3], order: &str) -> Self {
        Self { names, shown, order: order.to_owned(), ..Self::plain(key, "''") }
    }

    /// The order of a list's rows group by group, in each as `then` says.
    pub(crate) fn order_of_rows(&self, condition: &mut Condition, then: &str) -> String {
        if let Some(lead) = self.lead {
            condition.lead = Some(lead);
            return format!("{}, {then}", lead.order);
        }
        let key = format!("({})", self.key);
        condition.ordered_by(&format!("{} {}", self.join, self.names.replace("g.k", &key)), &self.order_values);
        let order = self.order.replace("g.k", &self.key);
        format!("{key} = '', {order}, {key}, {then}")
    }
}

impl Listed {
    /// The groups of the rows that match.
    pub(crate) fn groups(&self, read: &Read<'_>, condition: &Condition, grouping: &Grouping) -> Result<GroupsView, StoreError> {
        let Some((rows, mut values)) = self.rows_where(condition, &grouping.join) else {
            return Ok(GroupsView { groups: Vec::new(), left: 0, left_rows: 0 });
        };
        let Grouping { key, label, names, shown: [name, name_en, colour], order, order_values, worth, .. } = grouping;
        let [currency, amount] = worth.unwrap_or(["''", "0"]);
        let by = if worth.is_some() { "1, 4" } else { "1" };
        let sql = format!(
            "SELECT g.k, {name}, {name_en}, {colour}, g.n, g.currency, g.worth FROM (
               SELECT {key} AS k, {label} AS label, count(*) AS n, {currency} AS currency, sum({amount}) AS worth FROM {rows} GROUP BY {by}
             ) g {names} ORDER BY g.k = '', {order}, g.k"
        );
        values.extend_from_slice(order_values);
        let mut statement = read.conn().prepare(&sql)?;
        let mut rows = statement.query(rusqlite::params_from_iter(values))?;
        let mut found: Vec<(GroupView, Sums)> = Vec::new();
        while let Some(row) = rows.next()? {
            let (key, count): (String, u32) = (row.get(0)?, row.get(4)?);
            let currency = row.get_ref(5)?.as_str().ok().and_then(Currency::of_code);
            if found.last().is_none_or(|(group, _)| group.key != key) {
                let group = GroupView { key, name: row.get(1)?, name_en: row.get(2)?, colour: row.get(3)?, count: 0, sums: Vec::new() };
                found.push((group, Sums::default()));
            }
            if let Some((group, sums)) = found.last_mut() {
                group.count += count;
                if let Some(currency) = currency {
                    sums.add(currency, row.get(6)?);
                }
            }
        }
        let rest = found.split_off(found.len().min(MOST));
        Ok(GroupsView {
            groups: found.into_iter().map(|(group, sums)| GroupView { sums: MoneyView::all(&sums), ..group }).collect(),
            left: u32::try_from(rest.len()).unwrap_or(u32::MAX),
            left_rows: rest.iter().map(|(group, _)| group.count).sum(),
        })
    }
}

/// Groups by a field of the seller's; one that is there no more is empty on every row.
pub(crate) fn by_field(read: &Read<'_>, of: CustomOf, field: Option<Uuid>) -> Result<Grouping, StoreError> {
    let Some(field) = known(read, of, field)? else { return Ok(Grouping::plain("''", "''")) };
    let (table, column, alias) = crate::custom::table(of);
    let join = match field.kind {
        // Who has several of them stands in each of their groups.
        CustomKind::Choices => format!("LEFT JOIN ({}) gv ON gv.whose = {alias}.id", chosen(of, field.id)),
        _ => format!("LEFT JOIN {table} gv ON gv.{column} = {alias}.id AND gv.field_id = '{}'", field.id),
    };
    let grouping = Grouping { join, ..Grouping::plain("coalesce(gv.key, '')", "coalesce(max(gv.value), '')") };
    Ok(match field.kind {
        // Each choice stands between line ends, so that its place in all of them is its own.
        CustomKind::Choice | CustomKind::Choices => {
            let choices: String = field.choices.iter().map(|choice| keyed([choice.as_str()])).collect();
            Grouping { order: "instr(?, g.k) = 0, instr(?, g.k)".to_owned(), order_values: vec![choices.clone(), choices], ..grouping }
        }
        _ => grouping,
    })
}

/// What was chosen of a field of several choices, one row each: whose it is, its key among all choices, the choice.
fn chosen(of: CustomOf, field: Uuid) -> String {
    let (table, column, _) = crate::custom::table(of);
    let key = "char(10) || fold_words(c.value) || char(10)";
    format!(
        "SELECT v.{column} AS whose, {key} AS key, c.value AS value
           FROM {table} v JOIN custom_field f ON f.id = v.field_id JOIN json_each(f.choices) c ON instr(v.key, {key}) > 0
          WHERE v.field_id = '{field}'"
    )
}

/// Rows for these ids, one for each time an id is named.
pub(crate) fn each_time<R: Clone>(
    ids: &[Uuid],
    rows: impl FnOnce(&[Uuid]) -> Result<Vec<R>, StoreError>,
    id: impl Fn(&R) -> Uuid,
) -> Result<Vec<R>, StoreError> {
    let mut seen = HashSet::new();
    let once: Vec<Uuid> = ids.iter().copied().filter(|id| seen.insert(*id)).collect();
    let rows = rows(&once)?;
    if once.len() == ids.len() {
        return Ok(rows);
    }
    let by_id: HashMap<Uuid, &R> = rows.iter().map(|row| (id(row), row)).collect();
    Ok(ids.iter().filter_map(|id| by_id.get(id).map(|row| (*row).clone())).collect())
}

/// Adds that a row has this value of a field of the seller's, or none.
pub(crate) fn within_field(
    read: &Read<'_>,
    condition: &mut Condition,
    of: CustomOf,
    field: Option<Uuid>,
    key: &str,
) -> Result<(), StoreError> {
    let (table, column, alias) = crate::custom::table(of);
    let several = known(read, of, field)?.is_some_and(|field| field.kind == CustomKind::Choices);
    let field = field.unwrap_or_default();
    if several {
        let chosen = chosen(of, field);
        if key.is_empty() {
            condition.push(&format!("{alias}.id NOT IN (SELECT whose FROM ({chosen}))"), []);
        } else {
            condition.push(&format!("{alias}.id IN (SELECT whose FROM ({chosen}) WHERE key = ?)"), [key.to_owned()]);
        }
        return Ok(());
    }
    let has = |which: &str| format!("(SELECT v.{column} FROM {table} v WHERE v.field_id = '{field}'{which})");
    if key.is_empty() {
        condition.push(&format!("{alias}.id NOT IN {}", has("")), []);
    } else {
        condition.push(&format!("{alias}.id IN {}", has(" AND v.key = ?")), [key.to_owned()]);
    }
    Ok(())
}

/// Groups by tag.
pub(crate) fn by_tag(table: &str, column: &str, alias: &str) -> Grouping {
    Grouping {
        join: format!(
            "LEFT JOIN (SELECT x.{column} AS whose, x.tag_id FROM {table} x JOIN tag n ON n.id = x.tag_id AND n.deleted_at IS NULL) gt
               ON gt.whose = {alias}.id"
        ),
        ..Grouping::of(
            "coalesce(gt.tag_id, '')",
            "LEFT JOIN tag n ON n.id = g.k",
            ["coalesce(n.name, '')", "''", "coalesce(n.colour, '')"],
            "n.name_norm",
        )
    }
}

/// Adds that a row has this tag, or none.
pub(crate) fn within_tag(condition: &mut Condition, table: &str, column: &str, alias: &str, key: &str) {
    if key.is_empty() {
        let tagged = format!("SELECT x.{column} FROM {table} x JOIN tag n ON n.id = x.tag_id WHERE n.deleted_at IS NULL");
        condition.push(&format!("{alias}.id NOT IN ({tagged})"), []);
    } else {
        condition.push(&format!("{alias}.id IN (SELECT x.{column} FROM {table} x WHERE x.tag_id = ?)"), [key.to_owned()]);
    }
}

/// Adds that a row points to this record, or to none.
pub(crate) fn within_record(condition: &mut Condition, column: &str, key: &str) {
    if key.is_empty() {
        condition.push(&format!("coalesce({column}, '') = ''"), []);
    } else {
        condition.push(&format!("{column} = ?"), [key.to_owned()]);
    }
}

fn known(read: &Read<'_>, of: CustomOf, field: Option<Uuid>) -> Result<Option<CustomField>, StoreError> {
    Ok(match field {
        Some(field) => crate::custom::get(read, field)?.filter(|one| one.of == of),
        None => None,
    })
}
