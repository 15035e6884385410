/// Words before a name that are no part of it.
const CIVILITIES: [&str; 14] = ["m.", "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "mme", "mme.", "mlle", "mlle.", "dr", "dr.", "monsieur"];
/// Words a family name may begin with.
const PARTICLES: [&str; 20] =
    ["de", "du", "des", "d'", "la", "le", "les", "van", "von", "der", "den", "di", "da", "dos", "del", "della", "el", "al", "ben", "zu"];
/// Letters after a name.
const CREDENTIALS: [&str; 12] = ["phd", "ph.d", "ph.d.", "mba", "md", "cpa", "cfa", "pmp", "jr", "jr.", "sr", "esq"];

/// Splits a full name into given name and family name.
///
/// The rules, in order: a civility in front is dropped; `Doe, Jane` is turned round (not `Jane Doe, PhD`); where only
/// some words are in capitals, those are the family name (`DUPONT Jean`, `Jean DUPONT`); else the family name begins at
/// the first particle after the first word (`Charles de Gaulle`, `Ludwig van der Berg`); else it is the last word
/// (`Jean Pierre Martin`). A single word is the given name. Nobody can do this right for all names: the seller can edit.
#[must_use]
pub fn split_full_name(full: &str) -> (Option<String>, Option<String>) {
    let mut words: Vec<&str> = full.split_whitespace().collect();
    if words.len() > 1 && words.first().is_some_and(|word| CIVILITIES.contains(&word.to_lowercase().as_str())) {
        words.remove(0);
    }
    let joined = words.join(" ");
    let (joined, credentials) = match joined.split_once(',') {
        Some((left, right)) if is_credentials(right) => (left.trim().to_owned(), Some(right.trim().to_owned())),
        Some((last, first)) if !last.trim().is_empty() && !first.trim().is_empty() => {
            return (some(first.trim()), some(last.trim()));
        }
        _ => (joined, None),
    };
    let words: Vec<&str> = joined.split(' ').filter(|word| !word.is_empty()).collect();
    let (first, mut last) = by_capitals(&words).unwrap_or_else(|| by_position(&words));
    if let Some(credentials) = credentials {
        last = format!("{last}, {credentials}");
    }
    (some(&first), some(last.trim_start_matches([',', ' '])))
}

fn is_credentials(text: &str) -> bool {
    text.split([',', ' ']).filter(|word| !word.is_empty()).all(|word| CREDENTIALS.contains(&word.to_lowercase().as_str()))
}

/// French usage: the family name in capitals, before or after the given name.
fn by_capitals(words: &[&str]) -> Option<(String, String)> {
    // A script without capitals has none to tell by.
    let capital = |word: &&str| word.chars().filter(|c| c.is_uppercase()).count() > 1 && !word.chars().any(char::is_lowercase);
    let leading = words.iter().take_while(|word| capital(word)).count();
    let trailing = words.iter().rev().take_while(|word| capital(word)).count();
    let count = words.iter().filter(|word| capital(word)).count();
    if count == 0 || count == words.len() {
        None
    } else if leading == count {
        Some((words.get(leading..)?.join(" "), words.get(..leading)?.join(" ")))
    } else if trailing == count {
        let at = words.len() - trailing;
        Some((words.get(..at)?.join(" "), words.get(at..)?.join(" ")))
    } else {
        None
    }
}

fn by_position(words: &[&str]) -> (String, String) {
    let particle = |word: &str| {
        let lower = word.to_lowercase();
        PARTICLES.contains(&lower.as_str()) || lower.starts_with("d'") || lower.starts_with("d’")
    };
    let found = words.iter().skip(1).position(|word| particle(word)).map(|index| index + 1);
    let at = match found {
        Some(index) if index + 1 < words.len() || words.get(index).is_some_and(|word| word.len() > 3) => index,
        _ => words.len().saturating_sub(1).max(1),
    };
    (words.get(..at).unwrap_or(words).join(" "), words.get(at..).unwrap_or_default().join(" "))
}

fn some(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn full_names_are_split_as_documented() {
        for (full, first, last) in [
            ("Jean Dupont", "Jean", "Dupont"),
            ("Jean Pierre Martin", "Jean Pierre", "Martin"),
            ("Charles de Gaulle", "Charles", "de Gaulle"),
            ("Ludwig van der Berg", "Ludwig", "van der Berg"),
            ("Anne Le Goff", "Anne", "Le Goff"),
            ("Marie d'Arc", "Marie", "d'Arc"),
            ("DUPONT Jean-Luc", "Jean-Luc", "DUPONT"),
            ("Jean LE GOFF", "Jean", "LE GOFF"),
            ("Doe, Jane", "Jane", "Doe"),
            ("Jane Doe, PhD", "Jane", "Doe, PhD"),
            ("Mme Élodie Roux", "Élodie", "Roux"),
            ("محمد Roux", "محمد", "Roux"),
            ("山田 太郎", "山田", "太郎"),
        ] {
            assert_eq!(split_full_name(full), (Some(first.into()), Some(last.into())), "{full}");
        }
    }

    #[test]
    fn a_single_word_is_the_given_name() {
        assert_eq!(split_full_name("Cher"), (Some("Cher".into()), None));
        assert_eq!(split_full_name("  "), (None, None));
        assert_eq!(split_full_name("MARTIN"), (Some("MARTIN".into()), None));
    }
}
