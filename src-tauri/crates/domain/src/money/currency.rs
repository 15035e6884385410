use std::fmt;

/// Active codes of ISO 4217 (list one, <https://www.six-group.com/en/products-services/financial-information/data-standards.html>).
const CODES: &str = "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE
    CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF
    KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP
    PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU
    UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWG";
/// Those without minor units.
const WHOLE: &str = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF";
/// Those with thousandths.
const THOUSANDTHS: &str = "BHD IQD JOD KWD LYD OMR TND";

/// A currency of ISO 4217.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Currency(&'static str);

impl Currency {
    /// The euro: the desk's own until the seller chooses another.
    pub const EUR: Self = Self("EUR");

    /// The currency of three letters, in any case.
    pub fn of_code(code: &str) -> Option<Self> {
        let code = code.trim();
        CODES.split_whitespace().find(|known| known.eq_ignore_ascii_case(code)).map(Self)
    }

    /// Every currency, by code.
    pub fn all() -> impl Iterator<Item = Self> {
        CODES.split_whitespace().map(Self)
    }

    /// Three letters.
    pub fn code(self) -> &'static str {
        self.0
    }

    /// Decimal places of its minor unit.
    pub fn digits(self) -> u32 {
        let one_of = |list: &str| list.split(' ').any(|code| code == self.0);
        if one_of(WHOLE) {
            0
        } else if one_of(THOUSANDTHS) {
            3
        } else {
            2
        }
    }

    /// Minor units as a plain decimal number, `12300.50`: what scripts and files read.
    pub fn plain(self, minor: i64) -> String {
        let (digits, sign) = (self.digits(), if minor < 0 { "-" } else { "" });
        let (one, minor) = (10_u64.pow(digits), minor.unsigned_abs());
        let (whole, rest) = (minor / one, minor % one);
        if digits == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}.{rest:0width$}", width = digits as usize) }
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_is_three_capitals_once_and_its_minor_unit_is_known() {
        let all: Vec<_> = Currency::all().collect();
        assert!(all.windows(2).all(|pair| pair[0] < pair[1]), "in order, none twice");
        assert!(all.iter().all(|currency| currency.code().len() == 3 && currency.code().chars().all(|c| c.is_ascii_uppercase())));
        assert!(WHOLE.split(' ').chain(THOUSANDTHS.split(' ')).all(|code| Currency::of_code(code).is_some()));
        assert_eq!(["eur", "JPY", "tnd"].map(|code| Currency::of_code(code).unwrap().digits()), [2, 0, 3]);
        assert_eq!(Currency::of_code("EURO"), None);
    }

    #[test]
    fn minor_units_are_written_with_the_places_of_their_currency() {
        let plain = |code: &str, minor| Currency::of_code(code).unwrap().plain(minor);
        assert_eq!(
            [plain("EUR", 1_230_050), plain("EUR", 5), plain("JPY", 900), plain("TND", 1), plain("EUR", -5)],
            ["12300.50", "0.05", "900", "0.001", "-0.05"]
        );
    }
}
