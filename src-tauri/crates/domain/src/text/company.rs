use super::fold::{fold, fold_into};

/// Legal forms at the end of a company's name, folded.
const TRAILING: &[&str] = &[
    "ab",
    "ag",
    "aps",
    "as",
    "asa",
    "bv",
    "bvba",
    "co",
    "corp",
    "corporation",
    "eirl",
    "eurl",
    "ev",
    "gie",
    "gmbh",
    "inc",
    "incorporated",
    "kg",
    "kgaa",
    "limited",
    "llc",
    "llp",
    "ltd",
    "ltda",
    "nv",
    "ohg",
    "oy",
    "oyj",
    "plc",
    "pte",
    "pty",
    "pvt",
    "sa",
    "sagl",
    "sarl",
    "sas",
    "sasu",
    "sca",
    "scop",
    "scp",
    "scrl",
    "scs",
    "se",
    "selarl",
    "selas",
    "sl",
    "slu",
    "snc",
    "spa",
    "sprl",
    "srl",
    "srls",
    "ug",
];
/// Legal forms that French usage also puts in front.
const LEADING: &[&str] = &["eirl", "eurl", "gie", "sa", "sarl", "sas", "sasu", "scop", "selarl", "snc"];

/// Folds a company's name for matching: `Société Générale S.A.` and `SOCIETE GENERALE` are one. Dots and apostrophes go (`S.A.S.` →
/// `sas`, `L'Oréal` → `loreal`), other punctuation separates words, legal forms at the end (and French ones in front) are left out unless
/// nothing else is there. A name without letters and digits is folded as it is.
pub fn fold_company(name: &str) -> String {
    let bare: String = name.chars().filter(|c| !matches!(c, '.' | '\'' | '’' | 'ʼ' | '‘')).collect();
    let mut folded = String::with_capacity(bare.len());
    fold_into(&bare, &mut folded, |c| c.is_alphanumeric().then_some(c));
    let mut rest = folded.as_str();
    if let Some((first, after)) = rest.split_once(' ')
        && LEADING.contains(&first)
    {
        rest = after;
    }
    while let Some((before, last)) = rest.rsplit_once(' ')
        && TRAILING.binary_search(&last).is_ok()
    {
        rest = before;
    }
    if rest.is_empty() { fold(name) } else { rest.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_company_is_the_same_with_and_without_its_legal_form() {
        assert!(TRAILING.is_sorted(), "keep the list sorted");
        for (name, folded) in [
            ("Société Générale S.A.", "societe generale"),
            ("SARL Dupont & Fils", "dupont fils"),
            ("Müller GmbH & Co. KG", "muller"),
            ("Acme, Inc.", "acme"),
            ("ACME SAS", "acme"),
            ("L’Oréal", "loreal"),
            ("L'Oréal", "loreal"),
            ("Smith Ltd", "smith"),
        ] {
            assert_eq!(fold_company(name), folded, "{name:?}");
        }
    }

    #[test]
    fn a_name_that_is_only_a_legal_form_stays() {
        for (name, folded) in [("SAS", "sas"), ("SA", "sa"), ("Inc.", "inc"), ("SAS SAS", "sas"), ("& !", "& !"), ("", "")] {
            assert_eq!(fold_company(name), folded);
        }
    }

    #[test]
    fn different_companies_stay_different() {
        assert_ne!(fold_company("Orange"), fold_company("Orange Bank"));
        assert_ne!(fold_company("Sasha Conseil"), fold_company("Conseil"));
    }
}
