use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::date::{Written, written};
use super::{Field, Layout, clean};

/// The order in which the three numbers of a date stand. A year of four digits at the beginning leaves nothing to decide and is none of these.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DateOrder {
    /// `31/12/2024`, as in France and Britain.
    DayFirst,
    /// `12/31/2024`, as in the United States.
    MonthFirst,
    /// `24/12/31`.
    YearFirst,
}

impl DateOrder {
    /// All of them; the first is taken where nothing tells.
    pub const ALL: [Self; 3] = [Self::DayFirst, Self::MonthFirst, Self::YearFirst];

    /// A stable name, as serialised.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::DayFirst => "day_first",
            Self::MonthFirst => "month_first",
            Self::YearFirst => "year_first",
        }
    }

    /// The order called `code`.
    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|order| order.code() == code)
    }

    fn bit(self) -> u8 {
        match self {
            Self::DayFirst => 1,
            Self::MonthFirst => 2,
            Self::YearFirst => 4,
        }
    }
}

/// The orders the dates of a column are written in: one, or several where the file was put together from several.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DateOrders(u8);

impl Default for DateOrders {
    /// Day first.
    fn default() -> Self {
        Self(DateOrder::DayFirst.bit())
    }
}

impl FromIterator<DateOrder> for DateOrders {
    fn from_iter<T: IntoIterator<Item = DateOrder>>(orders: T) -> Self {
        Self(orders.into_iter().fold(0, |set, order| set | order.bit()))
    }
}

impl DateOrders {
    /// Whether an order is one of them.
    #[must_use]
    pub fn has(self, order: DateOrder) -> bool {
        self.0 & order.bit() != 0
    }

    /// Each of them.
    pub fn iter(self) -> impl Iterator<Item = DateOrder> {
        DateOrder::ALL.into_iter().filter(move |order| self.has(*order))
    }

    /// Those that are in both.
    pub(super) fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    pub(super) fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The only one.
    fn single(self) -> Option<DateOrder> {
        self.iter().next().filter(|order| self.0 == order.bit())
    }
}

impl Serialize for DateOrders {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

impl<'de> Deserialize<'de> for DateOrders {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Vec::<DateOrder>::deserialize(deserializer).map(|orders| orders.into_iter().collect())
    }
}

/// What the values of a file's date columns show about their order. A column is understood once, from all its values: `3/12/2024` beside
/// `3/15/2024` is the 12th of March.
#[derive(Debug, Clone)]
pub struct DateEvidence {
    width: usize,
    columns: Vec<Column>,
    told: Option<DateOrder>,
}

/// An order that was taken though no value of the column proves it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AssumedOrder {
    /// Which field.
    pub field: Field,
    /// The order taken.
    pub order: DateOrder,
    /// In how many rows it matters.
    pub rows: u32,
    /// The first such value, as written.
    pub example: String,
    /// The day it is read as.
    pub day: NaiveDate,
}

#[derive(Debug, Clone)]
struct Column {
    index: usize,
    field: Field,
    /// A bit for each set of orders that some value fits.
    seen: u8,
    /// Values that are another day when the month stands first, and the first of them.
    open: u32,
    example: Option<String>,
}

impl DateEvidence {
    /// Of the date columns of a layout; nothing is known yet.
    #[must_use]
    pub fn of(layout: &Layout) -> Self {
        let columns = [Field::ConnectedOn, Field::AddedOn].into_iter().filter_map(|field| {
            let index = layout.column(field)?;
            Some(Column { index, field, seen: 0, open: 0, example: None })
        });
        Self { width: layout.columns.len(), columns: columns.collect(), told: None }
    }

    /// The order somebody who knows the file tells; it counts where no value of a column proves one.
    #[must_use]
    pub fn told(self, order: Option<DateOrder>) -> Self {
        Self { told: order, ..self }
    }

    /// Takes the dates of a row into account, also of one that names nobody: its date was written as the others were.
    pub fn note(&mut self, cells: &[String]) {
        // With more cells than columns, nothing says that they stand under their own header.
        if cells.len() > self.width {
            return;
        }
        for column in &mut self.columns {
            if let Some(cell) = cells.get(column.index) {
                column.note(&clean::clean_line(cell).0);
            }
        }
    }

    /// The orders of each column by the rows so far. A column that is day first is not named.
    #[must_use]
    pub fn orders(&self) -> BTreeMap<Field, DateOrders> {
        let orders = self.columns.iter().map(|column| (column.field, self.orders_of(column)));
        orders.filter(|(_, orders)| *orders != DateOrders::default()).collect()
    }

    /// Columns of which nothing tells the order though it matters.
    #[must_use]
    pub fn assumed(&self) -> Vec<AssumedOrder> {
        let unproven = self.columns.iter().filter(|column| column.proven().is_empty());
        unproven.filter_map(|column| column.assumed(self.orders_of(column).single()?)).collect()
    }

    fn orders_of(&self, column: &Column) -> DateOrders {
        let proven = column.proven();
        if !proven.is_empty() {
            return proven;
        }
        if let Some(told) = self.told.filter(|_| column.open > 0) {
            return [told].into_iter().collect();
        }
        // One spreadsheet writes all its dates alike: another column may know.
        let mut others = self.columns.iter().filter(|_| column.open > 0).filter_map(|other| other.proven().single());
        others.find(|order| *order != DateOrder::YearFirst).map(|order| [order].into_iter().collect()).unwrap_or_default()
    }
}

impl Column {
    fn note(&mut self, text: &str) {
        let Some(Written::Numbers(days)) = written(text) else { return };
        self.seen |= 1 << days.orders().0;
        let (day_first, month_first) = (days.by(DateOrder::DayFirst), days.by(DateOrder::MonthFirst));
        if day_first.is_some() && month_first.is_some() && day_first != month_first {
            self.open = self.open.saturating_add(1);
            self.example.get_or_insert_with(|| text.to_owned());
        }
    }

    /// The orders that some value proves, as no other one fits it. A short year first is rare: it is considered only where nothing else
    /// explains a value, or `15/03/24` would prove nothing.
    fn proven(&self) -> DateOrders {
        let seen = |orders: DateOrders| self.seen & (1 << orders.0) != 0;
        let year_first = DateOrders(DateOrder::YearFirst.bit());
        let considered = if seen(year_first) { DateOrders(7) } else { DateOrders(3) };
        let fitting = (1..8).map(DateOrders).filter(|orders| seen(*orders));
        fitting.filter_map(|orders| orders.and(considered).single()).collect()
    }

    fn assumed(&self, order: DateOrder) -> Option<AssumedOrder> {
        let example = self.example.clone()?;
        let Some(Written::Numbers(days)) = written(&example) else { return None };
        Some(AssumedOrder { field: self.field, order, rows: self.open, day: days.by(order)?, example })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::people::{WarningKind, parse_date, recognise};

    /// Two columns of dates, the second empty where a row has only one value.
    fn evidence(rows: &[&str]) -> DateEvidence {
        let header = ["Email", "Connected On", "Added on"].map(str::to_owned);
        let mut evidence = DateEvidence::of(&recognise(&header));
        for row in rows {
            let cells: Vec<String> = std::iter::once("a@b.fr").chain(row.split('|')).map(str::to_owned).collect();
            evidence.note(&cells);
        }
        evidence
    }

    /// How each value of a column of dates is read.
    fn days(values: &[&str]) -> Vec<Result<String, WarningKind>> {
        let orders = evidence(values).orders().get(&Field::ConnectedOn).copied().unwrap_or_default();
        values.iter().map(|value| parse_date(value, orders).map(|day| day.to_string())).collect()
    }

    fn all(days: &[&str]) -> Vec<Result<String, WarningKind>> {
        days.iter().map(|day| Ok((*day).to_owned())).collect()
    }

    #[test]
    fn one_value_with_a_part_over_twelve_decides_for_the_whole_column() {
        assert_eq!(days(&["3/12/2024", "3/15/2024"]), all(&["2024-03-12", "2024-03-15"]));
        assert_eq!(days(&["3/12/24 0:00", "3/15/24 0:00"]), all(&["2024-03-12", "2024-03-15"]));
        assert_eq!(days(&["03/12/2024", "15/03/2024 00:00"]), all(&["2024-12-03", "2024-03-15"]));
        assert_eq!(days(&["3.12.24", "15.3.24"]), all(&["2024-12-03", "2024-03-15"]));
        assert_eq!(days(&["3-12-2024", "3-15-2024"]), all(&["2024-03-12", "2024-03-15"]));
        assert_eq!(days(&["03/04/05", "99/04/05"]), all(&["2003-04-05", "1999-04-05"]));
        for proven in [&["3/12/2024", "3/15/2024"], &["3/12/2024", "15/3/2024"]] {
            assert_eq!(evidence(proven).assumed(), []);
        }
    }

    #[test]
    fn a_column_that_proves_both_orders_leaves_open_what_could_be_either() {
        assert_eq!(
            days(&["3/12/2024", "3/15/2024", "15/03/24", "4/4/2024"]),
            [Err(WarningKind::OpenDate), Ok("2024-03-15".into()), Ok("2024-03-15".into()), Ok("2024-04-04".into())]
        );
        assert_eq!(evidence(&["3/12/2024", "3/15/2024", "15/03/24"]).assumed(), []);
    }

    #[test]
    fn a_slip_with_a_year_in_front_does_not_undo_what_the_other_values_prove() {
        assert_eq!(days(&["3/12/2024", "15/03/2024", "99/03/12"]), all(&["2024-12-03", "2024-03-15", "1999-03-12"]));
    }

    #[test]
    fn without_evidence_the_day_stands_first_and_the_first_example_tells_so() {
        let found = evidence(&["4/4/2024", "3/12/2024 0:00", "5/6/2024", "2024-03-12"]);
        assert!(found.orders().is_empty());
        let day = NaiveDate::from_ymd_opt(2024, 12, 3).unwrap();
        let (field, order) = (Field::ConnectedOn, DateOrder::DayFirst);
        assert_eq!(found.assumed(), [AssumedOrder { field, order, rows: 2, example: "3/12/2024 0:00".into(), day }]);
    }

    #[test]
    fn dates_that_say_themselves_what_is_what_need_no_assumption() {
        for rows in [["05 Nov 2024", "12 mars 2023"], ["2024-03-12", "2024-03-12T10:00"], ["45601", "4/4/2024"], ["", "soon"]] {
            assert_eq!(evidence(&rows).assumed(), [], "{rows:?}");
            assert!(evidence(&rows).orders().is_empty());
        }
    }

    #[test]
    fn another_column_of_the_same_file_lends_its_order_and_it_is_said_all_the_same() {
        let found = evidence(&["3/12/2024|3/15/2024"]);
        assert_eq!(found.orders().len(), 2);
        let assumed = found.assumed();
        assert_eq!(assumed.len(), 1);
        assert_eq!((assumed[0].order, assumed[0].day.to_string().as_str()), (DateOrder::MonthFirst, "2024-03-12"));
    }

    #[test]
    fn an_order_that_is_told_counts_where_nothing_proves_one() {
        let told = |rows: &[&str], order| evidence(rows).told(Some(order));
        let open = told(&["3/12/2024|15/3/2024"], DateOrder::MonthFirst);
        assert_eq!(serde_json::to_string(&open.orders()).unwrap(), r#"{"connected_on":["month_first"]}"#, "the other column is proven");
        assert_eq!(open.assumed()[0].day.to_string(), "2024-03-12", "it is still said, so that it can be taken back");
        assert!(told(&["3/12/2024|3/15/2024"], DateOrder::DayFirst).orders().len() == 1, "against what another column would lend");
        assert!(told(&["4/4/2024"], DateOrder::MonthFirst).orders().is_empty());
    }

    #[test]
    fn a_row_with_more_cells_than_columns_proves_nothing() {
        assert!(evidence(&["3/15/2024||"]).orders().is_empty());
    }

    #[test]
    fn orders_are_kept_by_name() {
        let orders = evidence(&["3/15/2024"]).orders();
        let kept = serde_json::to_string(&orders).unwrap();
        assert_eq!(kept, r#"{"connected_on":["month_first"]}"#);
        assert_eq!(serde_json::from_str::<BTreeMap<Field, DateOrders>>(&kept).unwrap(), orders);
    }
}
