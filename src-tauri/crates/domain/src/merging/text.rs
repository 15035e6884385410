/// All notes of the records, each once, in their order.
pub(super) fn united<'a>(notes: impl Iterator<Item = &'a str>) -> String {
    let mut kept: Vec<&str> = Vec::new();
    for note in notes.map(str::trim).filter(|note| !note.is_empty()) {
        if !kept.iter().any(|before| before.contains(note)) {
            kept.retain(|before| !note.contains(before));
            kept.push(note);
        }
    }
    kept.join("\n\n")
}

/// How carefully a name is written: with its accents, not shouted, in full.
pub(super) fn care(name: &str) -> (bool, usize, usize) {
    let letters = || name.chars().filter(|c| c.is_alphabetic());
    let shouted = letters().count() > 1 && letters().all(char::is_uppercase);
    let accents = letters().filter(|c| !c.is_ascii()).count();
    (!shouted, letters().count(), accents)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_are_united_and_none_stands_twice() {
        assert_eq!(united(["Met in Lyon", "", "Likes tea", "Met in Lyon"].into_iter()), "Met in Lyon\n\nLikes tea");
        assert_eq!(united(["tea", "Likes tea, no sugar"].into_iter()), "Likes tea, no sugar");
    }

    #[test]
    fn a_name_in_full_with_accents_is_written_with_more_care_than_one_shouted() {
        assert!(care("Lefèvre") > care("LEFÈVRE"));
        assert!(care("Lefèvre") > care("Lefevre"));
        assert!(care("Benoît") > care("B."));
    }
}
