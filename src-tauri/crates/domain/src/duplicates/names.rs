//! First and last names: how they are folded and how alike two are.

use super::alike;
use super::evidence::Likeness;
use super::nicknames;
use super::usual;
use crate::text::fold_words;

/// Particles that are written or left out at will. `Le` and `La` belong to the name (Le Gall).
const PARTICLES: &[&str] = &[
    "af", "al", "av", "ben", "da", "dal", "de", "degli", "dei", "del", "della", "den", "der", "des", "di", "do", "dos", "du", "d", "e",
    "el", "ibn", "of", "ten", "ter", "the", "van", "von", "vom", "y", "zu", "zum", "zur",
];
/// Titles that are no part of a name. `Jr` and `Sr` stay: they tell a son from his father.
const TITLES: &[&str] =
    &["dr", "ing", "m", "madame", "maitre", "me", "mlle", "mm", "mme", "monsieur", "mr", "mrs", "ms", "phd", "pr", "prof"];

/// A first name, folded.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct First {
    /// Without spaces.
    pub(super) joined: String,
    /// With one space between words; empty where there is one word only.
    pub(super) words: String,
}

/// A last name, folded.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Last {
    /// Without particles and spaces.
    pub(super) core: String,
    /// Words without particles, with spaces; empty where there is one only.
    pub(super) words: String,
    /// Everything without spaces; empty where it is the core.
    pub(super) whole: String,
}

fn without_titles(folded: &str) -> impl Iterator<Item = &str> {
    let only = !folded.contains(' ');
    folded.split(' ').filter(move |word| !word.is_empty() && (only || TITLES.binary_search(word).is_err()))
}

impl First {
    pub(super) fn of(name: &str) -> Self {
        let folded = fold_words(name);
        if !folded.contains(' ') {
            return Self { joined: folded, words: String::new() };
        }
        let words: Vec<&str> = without_titles(&folded).collect();
        let joined = words.concat();
        Self { joined, words: if words.len() > 1 { words.join(" ") } else { String::new() } }
    }
}

impl Last {
    pub(super) fn of(name: &str) -> Self {
        let folded = fold_words(name);
        if !folded.contains(' ') {
            return Self { core: folded, ..Self::default() };
        }
        let all: Vec<&str> = without_titles(&folded).collect();
        let bare: Vec<&str> = all.iter().copied().filter(|word| !PARTICLES.contains(word)).collect();
        let (core, whole) = (bare.concat(), all.concat());
        if core.is_empty() {
            return Self { core: whole, ..Self::default() };
        }
        Self {
            whole: if whole == core { String::new() } else { whole },
            core,
            words: if bare.len() > 1 { bare.join(" ") } else { String::new() },
        }
    }
}

/// `Marie` and `Maria`, `Morel` and `Moreau` are a slip apart and yet two names that everybody knows.
fn two_names(one: &str, other: &str, plain: Likeness) -> Likeness {
    if plain != Likeness::Same
        && (nicknames::are_two_names(one, other) || (usual::is_common(one) && usual::is_common(other) && !sound_alike(one, other)))
    {
        return Likeness::Unlike;
    }
    plain
}

fn word(one: &str, other: &str) -> Likeness {
    two_names(one, other, alike::words(one, other))
}

/// Whether two words have the same bones (see [`alike::bones`]).
pub(super) fn sound_alike(one: &str, other: &str) -> bool {
    let bones = |word: &str| {
        let mut sound = Vec::with_capacity(word.len());
        alike::bones(word, &mut sound);
        sound
    };
    bones(one) == bones(other)
}

fn initials(short: &str, joined: &str, words: &str) -> bool {
    if words.is_empty() {
        return short.len() == 1 && joined.starts_with(short);
    }
    let mut firsts = words.split(' ').filter_map(|word| word.chars().next());
    if short.len() < 4 && short.chars().all(|letter| firsts.next() == Some(letter)) {
        return true;
    }
    // `JPh` for Jean-Philippe.
    let parts = (words.split_once(' '), short.char_indices().nth(1));
    matches!(parts, (Some((head, tail)), Some((second, _))) if short.len() < 5
        && head.starts_with(short.split_at(second).0) && tail.starts_with(short.split_at(second).1))
}

fn contained(short: &str, long: &str) -> bool {
    short.split(' ').all(|word| long.split(' ').any(|other| other == word || (word.len() == 1 && other.starts_with(word))))
}

/// Compares first names, neither of them empty: (joined, words) each.
pub(super) fn first(one: (&str, &str), other: (&str, &str)) -> Likeness {
    let plain = alike::words(one.0, other.0);
    if plain == Likeness::Same || (plain != Likeness::Unlike && one.1.is_empty() && other.1.is_empty()) {
        return two_names(one.0, other.0, plain);
    }
    if initials(one.0, other.0, other.1) || initials(other.0, one.0, one.1) {
        return Likeness::Initials;
    }
    let (one_words, other_words) = (if one.1.is_empty() { one.0 } else { one.1 }, if other.1.is_empty() { other.0 } else { other.1 });
    if one_words.len() != one.0.len() || other_words.len() != other.0.len() {
        if contained(one_words, other_words) || contained(other_words, one_words) {
            return Likeness::Contained;
        }
        // `Jean-Pierre` and `Jean-Piere` are close, `Jean-Pierre` and `Jean-Paul` are not.
        if let (Some((head, tail)), Some((other_head, other_tail))) = (one_words.split_once(' '), other_words.split_once(' ')) {
            let parts = [word(head, other_head), word(tail, other_tail)];
            return if parts.iter().all(|part| *part <= Likeness::Typo) { plain } else { Likeness::Unlike };
        }
    }
    if plain == Likeness::Unlike && nicknames::same(one.0, other.0) { Likeness::Nickname } else { plain }
}

/// Compares last names, neither of them empty: (core, words, whole) each.
pub(super) fn last(one: (&str, &str, &str), other: (&str, &str, &str)) -> Likeness {
    let plain = alike::words(one.0, other.0);
    if plain == Likeness::Same {
        return plain;
    }
    if !one.2.is_empty() || !other.2.is_empty() {
        // `de la Tour` beside `Delatour`.
        let whole = alike::words(if one.2.is_empty() { one.0 } else { one.2 }, if other.2.is_empty() { other.0 } else { other.2 });
        if whole == Likeness::Same || (whole == Likeness::Typo && plain != Likeness::Typo) {
            return whole;
        }
    }
    if plain != Likeness::Unlike {
        return two_names(one.0, other.0, plain);
    }
    let (one_words, other_words) = (if one.1.is_empty() { one.0 } else { one.1 }, if other.1.is_empty() { other.0 } else { other.1 });
    if (!one.1.is_empty() || !other.1.is_empty()) && (contained(one_words, other_words) || contained(other_words, one_words)) {
        return Likeness::Contained;
    }
    if (one.0.len() == 1 && other.0.starts_with(one.0)) || (other.0.len() == 1 && one.0.starts_with(other.0)) {
        return Likeness::Initials;
    }
    plain
}
