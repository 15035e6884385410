use crate::fault::{Fault, Params, params};
use crate::money::MOST;
use crate::text::clean_line;

/// Something sold with an opportunity: a product, or a line of one's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What.
    pub name: String,
    /// How many, in thousandths: 2.5 days are 2,500.
    pub quantity: i64,
    /// Price of one, in minor units of the opportunity's currency, without VAT.
    pub unit_price: i64,
    /// VAT in hundredths of a percent: 20 % are 2,000. None = not said.
    pub vat_rate: Option<u32>,
}

/// Lines that cannot be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum LineError {
    /// A line without a name.
    #[error("line {0} needs a name")]
    NoName(usize),
    /// A quantity, price or rate out of its range.
    #[error("line {0} has a number that cannot be")]
    Number(usize),
    /// Too many.
    #[error("there are more than {0} lines")]
    TooMany(usize),
    /// Together more than an amount may be.
    #[error("the lines add up to too much")]
    TooLarge,
}

impl Fault for LineError {
    fn code(&self) -> &'static str {
        match self {
            Self::NoName(_) => "opportunities.line_name",
            Self::Number(_) => "opportunities.line_number",
            Self::TooMany(_) => "opportunities.too_many_lines",
            Self::TooLarge => "opportunities.too_large",
        }
    }

    fn params(&self) -> Params {
        match self {
            Self::NoName(n) | Self::Number(n) => params([("line", n.to_string())]),
            Self::TooMany(most) => params([("most", most.to_string())]),
            Self::TooLarge => Params::new(),
        }
    }
}

/// Most lines of one opportunity.
const MOST_LINES: usize = 200;
/// Highest rate of VAT.
const FULL: u32 = 10_000;

impl Line {
    /// What the line costs without VAT, in minor units, rounded half up.
    pub fn total(&self) -> i64 {
        self.quantity.saturating_mul(self.unit_price).saturating_add(500).div_euclid(1_000)
    }

    /// Lines with clean names, if all of them can be taken.
    ///
    /// # Errors
    /// See [`LineError`]; lines are numbered from 1.
    pub fn checked(lines: Vec<Self>) -> Result<Vec<Self>, LineError> {
        if lines.len() > MOST_LINES {
            return Err(LineError::TooMany(MOST_LINES));
        }
        let checked: Vec<Self> = lines
            .into_iter()
            .enumerate()
            .map(|(at, mut line)| {
                line.name = clean_line(&line.name).chars().take(300).collect();
                let fits = (0..=1_000_000_000).contains(&line.quantity)
                    && (0..=MOST).contains(&line.unit_price)
                    && line.vat_rate.is_none_or(|rate| rate <= FULL);
                match (line.name.is_empty(), fits) {
                    (true, _) => Err(LineError::NoName(at + 1)),
                    (_, false) => Err(LineError::Number(at + 1)),
                    _ => Ok(line),
                }
            })
            .collect::<Result<_, _>>()?;
        if total(&checked) > MOST { Err(LineError::TooLarge) } else { Ok(checked) }
    }
}

/// What lines cost together without VAT, in minor units.
pub fn total(lines: &[Line]) -> i64 {
    lines.iter().fold(0, |sum, line| sum.saturating_add(line.total()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(name: &str, quantity: i64, unit_price: i64) -> Line {
        Line { name: name.to_owned(), quantity, unit_price, vat_rate: Some(2_000) }
    }

    #[test]
    fn lines_add_up_each_rounded_to_the_minor_unit() {
        let lines = Line::checked(vec![line(" Audit ", 2_500, 80_000), line("Copy", 333, 10)]).unwrap();
        assert_eq!(lines[0].name, "Audit");
        assert_eq!(lines.iter().map(Line::total).collect::<Vec<_>>(), [200_000, 3]);
        assert_eq!(total(&lines), 200_003);
    }

    #[test]
    fn a_line_that_cannot_be_is_named_by_its_number() {
        assert_eq!(Line::checked(vec![line("A", 1_000, 1), line(" ", 1_000, 1)]), Err(LineError::NoName(2)));
        assert_eq!(Line::checked(vec![line("A", -1, 1)]), Err(LineError::Number(1)));
        assert_eq!(Line::checked(vec![Line { vat_rate: Some(10_001), ..line("A", 1, 1) }]), Err(LineError::Number(1)));
        assert_eq!(Line::checked(vec![line("A", 1_000_000, MOST), line("B", 1_000, 1)]), Err(LineError::TooLarge));
        assert_eq!(Line::checked(vec![line("A", 1, 1); 201]), Err(LineError::TooMany(200)));
    }
}
