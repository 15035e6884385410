use super::Postal;
use crate::companies::country_code;
use crate::text::{clean_line, fold_words};

/// Most characters of a part.
const LONGEST: usize = 300;

impl Postal {
    /// The address with clean parts and its country as a code; what no country is called so stays as typed.
    pub(super) fn cleaned(&self) -> Self {
        let country = clean_line(&self.country);
        Self {
            street: clean_line(&self.street),
            postcode: clean_line(&self.postcode),
            city: clean_line(&self.city),
            region: clean_line(&self.region),
            country: country_code(&country).unwrap_or(country),
        }
    }

    /// Whether nothing is known.
    pub fn is_empty(&self) -> bool {
        self.parts().iter().all(|part| part.is_empty())
    }

    pub(super) fn is_too_long(&self) -> bool {
        self.parts().iter().any(|part| part.chars().count() > LONGEST)
    }

    /// On one line: `4 rue Kléber, 44000 Nantes, FR`.
    pub fn line(&self) -> String {
        let town = format!("{} {}", self.postcode, self.city);
        let parts = [self.street.as_str(), town.trim(), &self.region, &self.country];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    }

    /// Its folded words: key, and what is searched.
    pub(super) fn norm(&self) -> String {
        fold_words(&self.line())
    }

    fn parts(&self) -> [&str; 5] {
        [&self.street, &self.postcode, &self.city, &self.region, &self.country]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_cleaned_and_reads_on_one_line() {
        let postal = Postal {
            street: " 4 rue Kléber\n".into(),
            postcode: "44000".into(),
            city: "Nantes".into(),
            country: "france".into(),
            ..Postal::default()
        };
        let clean = postal.cleaned();
        assert_eq!((clean.line().as_str(), clean.norm().as_str()), ("4 rue Kléber, 44000 Nantes, FR", "4 rue kleber 44000 nantes fr"));
        assert!(Postal::default().is_empty() && Postal::default().line().is_empty());
    }
}
