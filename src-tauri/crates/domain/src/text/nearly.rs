/// How many steps lead from one word to another, both folded, where that is few enough for a mistake in typing: one of up to seven letters, two of
/// longer ones. A step is a letter too much, missing, another one, or two exchanged. The end of the longer word may be missing: it is not
/// typed yet.
pub fn nearly(typed: &str, word: &str) -> Option<usize> {
    let (typed, word): (Vec<char>, Vec<char>) = (typed.chars().collect(), word.chars().collect());
    let most = if typed.len() < 8 { 1 } else { 2 };
    if typed.len() > word.len() + most || typed.len() < 3 {
        return None;
    }
    // The last three rows of the usual table (optimal string alignment).
    let (mut before, mut last): (Vec<usize>, Vec<usize>) = (Vec::new(), (0..=word.len()).collect());
    for (i, letter) in typed.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, other) in word.iter().enumerate() {
            let cell = |row: &[usize], at: usize| row.get(at).copied().unwrap_or(usize::MAX / 2);
            let same = usize::from(letter != other);
            let mut steps = (cell(&last, j) + same).min(cell(&last, j + 1) + 1).min(cell(&row, j) + 1);
            let exchanged = i > 0 && j > 0 && typed.get(i - 1) == Some(other) && word.get(j - 1) == Some(letter);
            if exchanged {
                steps = steps.min(cell(&before, j - 1) + 1);
            }
            row.push(steps);
        }
        (before, last) = (last, row);
    }
    let whole = last.get(word.len()).copied()?;
    // Of a word that goes on, the beginning counts.
    let begun = last.iter().skip(typed.len()).min().copied().unwrap_or(whole);
    let steps = whole.min(begun);
    (steps <= most).then_some(steps)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_finger_is_near_and_another_word_is_not() {
        for (typed, word, steps) in [
            ("dupont", "dupont", Some(0)),
            ("dupnot", "dupont", Some(1)),
            ("dupomt", "dupont", Some(1)),
            ("duont", "dupont", Some(1)),
            ("duppont", "dupont", Some(1)),
            ("lefevre", "lefebvre", Some(1)),
            ("genrale", "generale", Some(1)),
            ("gneeralle", "generale", Some(2)),
            ("lefe", "lefevre", Some(0)),
            ("lyon", "lion", Some(1)),
            ("dupont", "durand", None),
            ("martin", "merlin", None),
        ] {
            assert_eq!(nearly(typed, word), steps, "{typed} {word}");
        }
    }
}
