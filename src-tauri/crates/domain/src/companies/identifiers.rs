//! SIREN, SIRET, VAT number and NAF code: how they are written and what their keys prove. A number that proves wrong is kept as it was typed
//! and told: what is on a letterhead is not lost because a digit is.

use super::Company;
use crate::fault::Reason;

/// A number a register or a tax office knows a company by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Identifier {
    /// The legal unit.
    Siren,
    /// One of its establishments.
    Siret,
    /// Intra-Community VAT.
    Vat,
    /// Main activity.
    Naf,
}

/// What is known of one of a company's numbers.
#[derive(Debug, Clone, PartialEq)]
pub struct Judged {
    /// Which number.
    pub identifier: Identifier,
    /// As people read it, in groups.
    pub shown: String,
    /// What is wrong with it.
    pub flaw: Option<Reason>,
    /// What it should be according to the company's other numbers, where that is something else; empty otherwise.
    pub offer: String,
}

/// La Poste, whose SIRETs outnumbered their keys.
const LA_POSTE: &str = "356000000";

/// Whether nine digits are a SIREN: Luhn's key (ISO/IEC 7812-1, annex B), décret n° 73-314.
pub fn is_siren(siren: &str) -> bool {
    siren.len() == 9 && has_luhn_key(siren)
}

/// Whether fourteen digits are a SIRET: a SIREN and the establishment's number, Luhn's key over both. Of La Poste's establishments (SIREN
/// 356 000 000) the digits may instead add up to a multiple of five (INSEE).
pub fn is_siret(siret: &str) -> bool {
    let fives = || siret.starts_with(LA_POSTE) && digits_of(siret).is_some_and(|digits| digits.iter().sum::<u32>() % 5 == 0);
    siret.len() == 14 && siret.get(..9).is_some_and(is_siren) && (has_luhn_key(siret) || fives())
}

/// The VAT number that goes with a SIREN: `FR`, the key (12 + 3 × (SIREN mod 97)) mod 97 in two digits, the SIREN (CGI, annexe III, article
/// 38; BOFiP BOI-TVA-DECLA-20-10-20). Nothing for what is no SIREN.
pub fn french_vat(siren: &str) -> Option<String> {
    let number: u64 = siren.parse().ok().filter(|_| is_siren(siren))?;
    Some(format!("FR{:02}{siren}", (12 + 3 * (number % 97)) % 97))
}

/// What is known of each number the company has, and of each that another one gives.
pub fn judged(company: &Company) -> Vec<Judged> {
    [Identifier::Siren, Identifier::Siret, Identifier::Vat, Identifier::Naf]
        .into_iter()
        .map(|identifier| {
            let (value, flaw, offer) = match identifier {
                Identifier::Siren => (&company.siren, siren_flaw(&company.siren), from_siret(company)),
                Identifier::Siret => (&company.siret, siret_flaw(company), String::new()),
                Identifier::Vat => (&company.vat, vat_flaw(company), french_vat(&company.siren).unwrap_or_default()),
                Identifier::Naf => (&company.naf, naf_flaw(&company.naf), String::new()),
            };
            let offer = if offer == *value || (flaw.is_none() && !value.is_empty()) { String::new() } else { offer };
            Judged { identifier, shown: identifier.shown(value), flaw: flaw.filter(|_| !value.is_empty()), offer }
        })
        .collect()
}

impl Identifier {
    /// A number as it is kept: without separators where it has its form, else as it was typed.
    pub(super) fn kept(self, typed: &str) -> String {
        let bare: String = typed.chars().filter(|c| !c.is_whitespace() && !matches!(c, '.' | '-' | '\u{2011}' | '_')).collect();
        let bare = bare.to_uppercase();
        match self {
            Self::Siren | Self::Siret if bare.bytes().all(|b| b.is_ascii_digit()) => bare,
            Self::Vat if bare.bytes().all(|b| b.is_ascii_alphanumeric()) => bare,
            Self::Naf if is_bare_naf(&bare) => format!("{}.{}", bare.get(..2).unwrap_or_default(), bare.get(2..).unwrap_or_default()),
            _ => typed.to_owned(),
        }
    }

    /// A number as people read it: `732 829 320 00074`, `FR 44 732 829 320`.
    fn shown(self, value: &str) -> String {
        let cuts: &[usize] = match self {
            Self::Siren if value.len() == 9 => &[3, 6],
            Self::Siret if value.len() == 14 => &[3, 6, 9],
            Self::Vat if value.starts_with("FR") && value.len() == 13 => &[2, 4, 7, 10],
            _ => &[],
        };
        let mut shown = String::with_capacity(value.len() + cuts.len());
        for (at, c) in value.char_indices() {
            if cuts.contains(&at) {
                shown.push('\u{a0}');
            }
            shown.push(c);
        }
        shown
    }
}

fn siren_flaw(siren: &str) -> Option<Reason> {
    if digits_of(siren).is_none_or(|digits| digits.len() != 9) {
        return Some(Reason::new("companies.number_length").with("digits", 9));
    }
    (!is_siren(siren)).then(|| Reason::new("companies.number_key"))
}

fn siret_flaw(company: &Company) -> Option<Reason> {
    let siret = &company.siret;
    if digits_of(siret).is_none_or(|digits| digits.len() != 14) {
        return Some(Reason::new("companies.number_length").with("digits", 14));
    }
    if !is_siret(siret) {
        return Some(Reason::new("companies.number_key"));
    }
    let other = !company.siren.is_empty() && !siret.starts_with(&company.siren);
    other.then(|| Reason::new("companies.number_other").with("siren", Identifier::Siren.shown(&company.siren)))
}

/// The SIREN inside a SIRET that is right.
fn from_siret(company: &Company) -> String {
    company.siret.get(..9).filter(|_| is_siret(&company.siret)).unwrap_or_default().to_owned()
}

/// Numbers of other countries are taken as they are, as long as they begin with two letters.
fn vat_flaw(company: &Company) -> Option<Reason> {
    let vat = &company.vat;
    let form = || Some(Reason::new("companies.vat_form"));
    let letters = vat.bytes().take(2).filter(u8::is_ascii_uppercase).count() == 2;
    if !letters || !(4..=16).contains(&vat.len()) || !vat.bytes().all(|b| b.is_ascii_alphanumeric()) {
        return form();
    }
    let rest = vat.strip_prefix("FR")?;
    let (Some(key), Some(siren)) = (rest.get(..2), rest.get(2..)) else { return form() };
    // Monaco's numbers have the French form and no SIREN.
    let monaco = siren.starts_with("000") && siren.len() == 9;
    if monaco {
        return None;
    }
    if siren.len() != 9 || !siren.bytes().all(|b| b.is_ascii_digit()) {
        return form();
    }
    if !is_siren(siren) {
        return Some(Reason::new("companies.vat_siren"));
    }
    if !has_vat_key(key, siren) {
        let expected = french_vat(siren).map(|vat| Identifier::Vat.shown(&vat)).unwrap_or_default();
        return Some(Reason::new("companies.vat_key").with("expected", expected));
    }
    let other = !company.siren.is_empty() && company.siren != siren;
    other.then(|| Reason::new("companies.number_other").with("siren", Identifier::Siren.shown(&company.siren)))
}

/// Two digits are computed from the SIREN; a key with a letter (neither O nor I) has a rule of its own, that of newer numbers.
fn has_vat_key(key: &str, siren: &str) -> bool {
    const LETTERS: &str = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    if key.bytes().all(|b| b.is_ascii_digit()) {
        return french_vat(siren).is_some_and(|vat| vat.get(2..4) == Some(key));
    }
    let mut places = key.chars().map(|c| LETTERS.find(c).and_then(|at| u64::try_from(at).ok()));
    let (Some(Some(one)), Some(Some(two)), Ok(number)) = (places.next(), places.next(), siren.parse::<u64>()) else { return false };
    let check = if one < 10 { one * 24 + two - 10 } else { one * 34 + two - 100 };
    (number + 1 + check / 11) % 11 == check % 11
}

fn naf_flaw(naf: &str) -> Option<Reason> {
    let bare = naf.replace('.', "");
    (!(is_bare_naf(&bare) && naf.len() == 6)).then(|| Reason::new("companies.naf_form"))
}

fn is_bare_naf(bare: &str) -> bool {
    bare.len() == 5
        && bare.get(..4).is_some_and(|digits| digits.bytes().all(|b| b.is_ascii_digit()))
        && bare.ends_with(|c: char| c.is_ascii_uppercase())
}

/// The digits of a text; nothing when it has anything else, or nothing at all.
fn digits_of(text: &str) -> Option<Vec<u32>> {
    let digits: Option<Vec<u32>> = text.chars().map(|c| c.to_digit(10)).collect();
    digits.filter(|digits| !digits.is_empty())
}

/// Luhn's key: every second digit from the right counts double, its own digits added; the whole is a multiple of ten.
fn has_luhn_key(text: &str) -> bool {
    let Some(digits) = digits_of(text) else { return false };
    let weigh = |(at, digit): (usize, &u32)| if at % 2 == 0 { *digit } else { digit * 2 / 10 + digit * 2 % 10 };
    digits.iter().any(|digit| *digit > 0) && digits.iter().rev().enumerate().map(weigh).sum::<u32>() % 10 == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn company(siren: &str, siret: &str, vat: &str, naf: &str) -> Company {
        let mut company = Company::new(uuid::Uuid::nil(), "Acme", "manual", "2026-09-15T08:00:00Z".parse().unwrap());
        (company.siren, company.siret) = (Identifier::Siren.kept(siren), Identifier::Siret.kept(siret));
        (company.vat, company.naf) = (Identifier::Vat.kept(vat), Identifier::Naf.kept(naf));
        company
    }

    /// Codes of the flaws of SIREN, SIRET, VAT and NAF; a dash where there is none.
    fn flaws(company: &Company) -> [String; 4] {
        let told = judged(company).into_iter().map(|one| one.flaw.map_or("-".to_owned(), |flaw| flaw.code.replace("companies.", "")));
        told.collect::<Vec<_>>().try_into().unwrap()
    }

    #[test]
    fn numbers_of_the_register_carry_their_own_proof() {
        for siren in ["732829320", "552081317", "443061841", "130025265", "356000000", "005520135"] {
            assert!(is_siren(siren), "{siren}");
        }
        for siren in ["123456789", "732829321", "723829320", "73282932", "7328293200", "73282932O", "000000000", ""] {
            assert!(!is_siren(siren), "{siren}");
        }
        for siret in ["73282932000074", "55208131766522"] {
            assert!(is_siret(siret), "{siret}");
        }
        for siret in ["73282932000075", "73282932000047", "7328293200007", "12345678900011", "732829320 0074"] {
            assert!(!is_siret(siret), "{siret}");
        }
    }

    #[test]
    fn establishments_of_la_poste_may_add_up_to_a_multiple_of_five() {
        assert!(is_siret("35600000000048"), "the head office keeps Luhn's key");
        assert!(is_siret("35600000049837"), "45 is a multiple of five");
        assert!(!is_siret("35600000049838"));
        // The exception is theirs alone: these digits add up to 45 as well.
        assert!(!is_siret("73282932000018"));
    }

    #[test]
    fn the_key_of_a_french_vat_number_comes_from_the_siren() {
        for (siren, vat) in [("552081317", "FR03552081317"), ("732829320", "FR44732829320"), ("443061841", "FR64443061841")] {
            assert_eq!(french_vat(siren).as_deref(), Some(vat));
            assert_eq!(flaws(&company(siren, "", vat, "")), ["-", "-", "-", "-"], "{vat}");
        }
        assert_eq!(french_vat("123456789"), None);
        assert_eq!(flaws(&company("", "", "FR 45 732 829 320", ""))[2], "vat_key");
        assert_eq!(flaws(&company("", "", "FR44123456789", ""))[2], "vat_siren");
        assert_eq!(flaws(&company("552081317", "", "FR44732829320", ""))[2], "number_other");
        for vat in ["44732829320", "FR44", "F44732829320", "FR4473282932A", "n° 12"] {
            assert_eq!(flaws(&company("", "", vat, ""))[2], "vat_form", "{vat}");
        }
        for vat in ["FRK7399859412", "FR4Z123456782", "DE 136 695 976", "BE0428759497", "CHE-107.787.577", "FR 61 000 026 534"] {
            assert_eq!(flaws(&company("", "", vat, ""))[2], "-", "{vat}");
        }
        assert_eq!(flaws(&company("", "", "FRK8399859412", ""))[2], "vat_key");
    }

    #[test]
    fn what_is_wrong_is_told_and_what_was_typed_is_kept() {
        let wrong = company("732 829 321", "732.829.320.00075", "", "6201");
        assert_eq!((wrong.siren.as_str(), wrong.siret.as_str()), ("732829321", "73282932000075"));
        assert_eq!(flaws(&wrong), ["number_key", "number_key", "-", "naf_form"]);
        let words = company("en cours", "73282932000074", "", "62.01z");
        assert_eq!((words.siren.as_str(), words.naf.as_str()), ("en cours", "62.01Z"));
        assert_eq!(flaws(&words), ["number_length", "number_other", "-", "-"]);
        assert_eq!(flaws(&company("", "", "", "")), ["-", "-", "-", "-"], "what is not there is not wrong");
    }

    #[test]
    fn a_number_that_another_one_gives_is_offered() {
        let offers = |company: &Company| judged(company).into_iter().map(|one| one.offer).collect::<Vec<_>>();
        assert_eq!(offers(&company("", "73282932000074", "", "")), ["732829320", "", "", ""]);
        assert_eq!(offers(&company("732829320", "73282932000074", "", "")), ["", "", "FR44732829320", ""]);
        assert_eq!(offers(&company("732829320", "", "FR45732829320", "")), ["", "", "FR44732829320", ""]);
        assert_eq!(offers(&company("732829320", "", "FR44732829320", "")), ["", "", "", ""]);
        assert_eq!(offers(&company("", "73282932000075", "", "")), ["", "", "", ""], "a wrong number gives nothing");
    }

    #[test]
    fn numbers_are_shown_in_groups_and_kept_without() {
        let shown: Vec<_> = judged(&company("732829320", "73282932000074", "FR44732829320", "6201Z"))
            .into_iter()
            .map(|one| one.shown.replace('\u{a0}', " "))
            .collect();
        assert_eq!(shown, ["732 829 320", "732 829 320 00074", "FR 44 732 829 320", "62.01Z"]);
        assert_eq!(company("005 520 135", "", "", "").siren, "005520135", "zeros in front stay");
    }
}
