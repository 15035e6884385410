//! How alike two folded words are.

use super::evidence::Likeness;
use rapidfuzz::distance::{jaro_winkler, osa};

/// Edits between two texts (letters put in, left out, replaced, neighbours exchanged), or none where they are more than `most`.
pub(super) fn edits(one: &str, other: &str, most: usize) -> Option<usize> {
    if one.len().abs_diff(other.len()) > most {
        return None;
    }
    osa::distance_with_args(one.bytes(), other.bytes(), &osa::Args::default().score_cutoff(most))
}

/// Compares two words or joined words, folded and not empty.
pub(super) fn words(one: &str, other: &str) -> Likeness {
    if one == other {
        return Likeness::Same;
    }
    let (short, long) = (one.len().min(other.len()), one.len().max(other.len()));
    let most = match long {
        0..4 => return Likeness::Unlike,
        4..6 => 1,
        6..10 => 2,
        _ => 3,
    };
    // Letters that only one has bound the edits from below; it spares most comparisons.
    let (these, those) = (letters(one), letters(other));
    if (these & !those).count_ones().max((those & !these).count_ones()) > 3 {
        return Likeness::Unlike;
    }
    match edits(one, other, most) {
        Some(0 | 1) => Likeness::Typo,
        Some(2) => Likeness::Typos,
        Some(_) => Likeness::Close,
        None if short < 5 => Likeness::Unlike,
        None if closeness(one, other) => Likeness::Close,
        None => Likeness::Unlike,
    }
}

/// Which letters and digits a text has, one bit each.
fn letters(text: &str) -> u64 {
    text.bytes().fold(0, |found, byte| found | 1 << (byte & 63))
}

/// Jaro-Winkler similarity at which two words are taken for one badly written.
const CLOSE: f64 = 0.92;

fn closeness(one: &str, other: &str) -> bool {
    // Words that begin differently never reach it.
    one.bytes().next() == other.bytes().next()
        && jaro_winkler::similarity_with_args(one.bytes(), other.bytes(), &jaro_winkler::Args::default().score_cutoff(CLOSE)).is_some()
}

/// The bones of a word as it sounds in French and English: first letter, then consonants without doubles; `ph` is f, `c q ck` are k,
/// `z ç` are s, `w` is v, silent h goes. Letters beyond ASCII stand for themselves.
pub(super) fn bones(word: &str, to: &mut Vec<u8>) {
    let start = to.len();
    let mut last = 0;
    let mut letters = word.bytes().peekable();
    while let Some(letter) = letters.next() {
        let first = to.len() == start;
        let sound = match letter {
            b'p' if letters.peek() == Some(&b'h') => {
                letters.next();
                b'f'
            }
            b'c' | b'q' => b'k',
            b'z' | b'x' => b's',
            b'w' => b'v',
            b'j' => b'g',
            b'y' | b'i' if first => b'i',
            b'a' | b'e' | b'o' | b'u' if first => b'a',
            b'h' => continue,
            b'a' | b'e' | b'i' | b'o' | b'u' | b'y' | b' ' => 0,
            other => other,
        };
        if sound != 0 && sound != last {
            to.push(sound);
        }
        last = sound;
    }
}
