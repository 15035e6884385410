use chrono::NaiveDate;

use super::{DateOrder, DateOrders, WarningKind};

/// Two-digit years from here on are of the last century.
const PIVOT: i32 = 70;
/// Day 0 of spreadsheet serial dates.
const SERIAL_EPOCH: (i32, u32, u32) = (1899, 12, 30);

/// Reads a date as the exports write it: `05 Nov 2024` (LinkedIn), `5-Nov-24` (after Excel), `12 mars 2023`,
/// `2024-11-05` with or without a time, `05/11/2024`, `Nov 5, 2024`, a spreadsheet serial number such as `45601`.
///
/// Which of three numbers is the day is for the column to say: `orders` are those its values are written in.
///
/// # Errors
/// [`WarningKind::OpenDate`] where several of the column's orders fit and give different days, [`WarningKind::UnreadDate`] where the text is
/// no date at all.
pub fn parse_date(text: &str, orders: DateOrders) -> Result<NaiveDate, WarningKind> {
    match written(text).ok_or(WarningKind::UnreadDate)? {
        Written::Day(day) => Ok(day),
        Written::Numbers(days) => days.read(orders),
    }
}

/// A date before it is known in which order its column is written.
pub(super) enum Written {
    /// It says itself which part is what.
    Day(NaiveDate),
    /// Three numbers.
    Numbers(Days),
}

/// What is written; `None` for what is no date.
pub(super) fn written(text: &str) -> Option<Written> {
    let text = text.trim();
    if let Some(serial) = serial(text) {
        return Some(Written::Day(serial));
    }
    // A time may follow the date: `15/03/2024 00:00`, `1/29/26, 2:37 PM`.
    let mut parts = text.split([' ', '-', '/', '.', ',', '\u{a0}', '\u{202f}']).filter(|part| !part.is_empty());
    let (first, second, third) = (parts.next()?, parts.next()?, parts.next()?);
    // `2024-03-12T09:14`; the T of a month in capitals follows a letter.
    let third = third.split_once('T').filter(|(day, _)| number(day).is_some()).map_or(third, |(day, _)| day);
    if first.len() == 4 && first.bytes().all(|b| b.is_ascii_digit()) {
        return NaiveDate::from_ymd_opt(first.parse().ok()?, month(second)?, number(third)?).map(Written::Day);
    }
    let day = match (number(first), number(second)) {
        (Some(_), Some(_)) => return Days::of(first, second, third).map(Written::Numbers),
        (Some(day), None) => NaiveDate::from_ymd_opt(year(third)?, month(second)?, day),
        (None, Some(day)) => NaiveDate::from_ymd_opt(year(third)?, month(first)?, day),
        (None, None) => NaiveDate::from_ymd_opt(year(third)?, month(second)?, first_of_month(first)?),
    };
    day.map(Written::Day)
}

/// The days three numbers may mean, by the order they may stand in.
#[derive(Debug, Clone, Copy)]
pub(super) struct Days {
    day_first: Option<NaiveDate>,
    month_first: Option<NaiveDate>,
    year_first: Option<NaiveDate>,
}

impl Days {
    fn of(first: &str, second: &str, third: &str) -> Option<Self> {
        let date = |year: Option<i32>, month: &str, day: &str| NaiveDate::from_ymd_opt(year?, number(month)?, number(day)?);
        let days = Self {
            day_first: date(year(third), second, first),
            month_first: date(year(third), first, second),
            year_first: date(year(first), second, third),
        };
        (!days.orders().is_empty()).then_some(days)
    }

    /// The orders in which the numbers are a day at all.
    pub(super) fn orders(self) -> DateOrders {
        DateOrder::ALL.into_iter().filter(|order| self.by(*order).is_some()).collect()
    }

    /// The day in one order.
    pub(super) fn by(self, order: DateOrder) -> Option<NaiveDate> {
        match order {
            DateOrder::DayFirst => self.day_first,
            DateOrder::MonthFirst => self.month_first,
            DateOrder::YearFirst => self.year_first,
        }
    }

    /// The day in a column of `orders`. Where none of them fits, what can be read in one order only is read so all the same.
    fn read(self, orders: DateOrders) -> Result<NaiveDate, WarningKind> {
        let fits = self.orders().and(orders);
        let fits = if fits.is_empty() { self.orders() } else { fits };
        let mut days = fits.iter().filter_map(|order| self.by(order));
        let day = days.next().ok_or(WarningKind::UnreadDate)?;
        if days.all(|other| other == day) { Ok(day) } else { Err(WarningKind::OpenDate) }
    }
}

/// A day or month number, one or two digits.
fn number(text: &str) -> Option<u32> {
    if text.is_empty() || text.len() > 2 || !text.bytes().all(|b| b.is_ascii_digit()) { None } else { text.parse().ok() }
}

/// `1er mars 2023`.
fn first_of_month(text: &str) -> Option<u32> {
    matches!(text.to_lowercase().as_str(), "1er" | "1st").then_some(1)
}

fn year(text: &str) -> Option<i32> {
    let digits = text.bytes().all(|b| b.is_ascii_digit());
    match text.len() {
        4 if digits => text.parse().ok(),
        2 if digits => text.parse().ok().map(|short: i32| if short >= PIVOT { 1900 + short } else { 2000 + short }),
        _ => None,
    }
}

/// A month by number or by its English or French name, whole or shortened.
fn month(text: &str) -> Option<u32> {
    if let Some(number) = number(text) {
        return Some(number);
    }
    // LinkedIn's own months need no folding, and there are as many as there are rows.
    let name = if text.is_ascii() { text.to_ascii_lowercase() } else { super::aliases::fold(text) };
    // Three letters tell all but juin from juillet; each list is in the order of the year.
    let starts: [&[&str]; 12] = [
        &["jan"],
        &["feb", "fev"],
        &["mar"],
        &["apr", "avr"],
        &["may", "mai"],
        &["jun", "juin"],
        &["jul", "juil"],
        &["aug", "aou"],
        &["sep"],
        &["oct"],
        &["nov"],
        &["dec"],
    ];
    let found = starts.iter().position(|starts| starts.iter().any(|start| name.starts_with(start)))?;
    u32::try_from(found + 1).ok()
}

fn serial(text: &str) -> Option<NaiveDate> {
    let days: u64 = text.parse().ok().filter(|_| text.len() == 5)?;
    let (year, month, day) = SERIAL_EPOCH;
    NaiveDate::from_ymd_opt(year, month, day)?.checked_add_days(chrono::Days::new(days))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, orders: &[DateOrder]) -> Result<String, WarningKind> {
        parse_date(text, orders.iter().copied().collect()).map(|date| date.to_string())
    }

    fn iso(text: &str) -> Option<String> {
        read(text, &[DateOrder::DayFirst]).ok()
    }

    #[test]
    fn the_forms_of_linkedin_and_of_spreadsheets_are_read() {
        for text in [
            "05 Nov 2024",
            "5-Nov-24",
            "5-nov.-24",
            "05 NOV 2024",
            "05 novembre 2024",
            "2024-11-05",
            "2024-11-05 09:14",
            "2024-11-05T09:14:00Z",
            "05/11/2024",
            "05/11/2024 00:00",
            "5.11.24",
            "5-11-2024",
            "Nov 5, 2024",
            "November 5, 2024",
            "45601",
        ] {
            assert_eq!(iso(text).as_deref(), Some("2024-11-05"), "{text}");
        }
        assert_eq!(iso("12 mars 2023").as_deref(), Some("2023-03-12"));
        assert_eq!(iso("1er août 2022").as_deref(), Some("2022-08-01"));
        assert_eq!(iso("3 juil. 2022").as_deref(), Some("2022-07-03"));
        assert_eq!(iso("3 juin 2022").as_deref(), Some("2022-06-03"));
        assert_eq!(iso("3 OCT 2022").as_deref(), Some("2022-10-03"));
        assert_eq!(iso("1/29/26, 2:37 PM").as_deref(), Some("2026-01-29"));
        assert_eq!(iso("5-Nov-99").as_deref(), Some("1999-11-05"));
    }

    #[test]
    fn three_numbers_are_read_in_the_order_of_their_column() {
        use DateOrder::{DayFirst, MonthFirst, YearFirst};
        for (text, order, day) in [
            ("3/12/2024", DayFirst, "2024-12-03"),
            ("3/12/2024", MonthFirst, "2024-03-12"),
            ("3/12/24 0:00", MonthFirst, "2024-03-12"),
            ("03-12-2024", MonthFirst, "2024-03-12"),
            ("3.12.24", DayFirst, "2024-12-03"),
            ("03/12/11", YearFirst, "2003-12-11"),
            ("99/12/03", YearFirst, "1999-12-03"),
            // Says itself what is what, whatever the column does.
            ("2024-03-12", MonthFirst, "2024-03-12"),
            ("15/03/2024", MonthFirst, "2024-03-15"),
        ] {
            assert_eq!(read(text, &[order]).as_deref(), Ok(day), "{text} {order:?}");
        }
    }

    #[test]
    fn in_a_column_of_two_orders_only_what_reads_one_way_is_read() {
        let mixed = [DateOrder::DayFirst, DateOrder::MonthFirst];
        assert_eq!(read("15/03/24", &mixed).as_deref(), Ok("2024-03-15"));
        assert_eq!(read("3/15/24", &mixed).as_deref(), Ok("2024-03-15"));
        assert_eq!(read("3/3/2024", &mixed).as_deref(), Ok("2024-03-03"));
        assert_eq!(read("3/12/2024", &mixed), Err(WarningKind::OpenDate));
    }

    #[test]
    fn what_is_no_date_is_not_guessed() {
        for text in ["", "soon", "31 Feb 2024", "30/02/2024", "2024", "05 Foo 2024", "123456", "32/13/2024", "05 Nov", "é-é-é"] {
            assert_eq!(read(text, &[DateOrder::DayFirst]), Err(WarningKind::UnreadDate), "{text}");
        }
    }
}
