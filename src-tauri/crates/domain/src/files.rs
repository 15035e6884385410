//! Files kept on people, companies and opportunities: how large they may be, what they are called here, and what outside.

/// Bytes a file may have: what mail servers let through as an attachment. Every backup holds every file, so a desk with larger ones would have
/// backups that no longer fit beside it.
pub const LARGEST: u32 = 25 * 1024 * 1024;
/// Characters its name may have: more than any file system takes, less than a text that only pretends to be a name.
pub const NAME: usize = 400;
/// Bytes of a name outside the desk: every file system takes these, with room for ` (12)` before the ending.
const SAFE: usize = 200;
/// Stands where a name has something that shows nothing, or shows the rest of it in another order.
const HIDDEN: char = '\u{fffd}';
/// Names that are devices on Windows, whatever their ending.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "com", "lpt"];

/// A name as it is kept and shown: nothing in it hides, or turns what stands around it (`invoice\u{202e}fdp.exe`). Empty where there is none.
pub fn shown(name: &str) -> String {
    let shown = |c: char| match c {
        '\t' | '\n' | '\r' => ' ',
        c if c.is_control() || turns(c) => HIDDEN,
        c => c,
    };
    name.trim().chars().map(shown).collect()
}

/// The name under which it is written outside: one that every file system takes, and that leads nowhere else.
pub fn safe(name: &str) -> String {
    let replaced: String = shown(name)
        .chars()
        .map(|c| if matches!(c, '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' | HIDDEN) { '_' } else { c })
        .collect();
    let (stem, ending) = parts(replaced.trim_end_matches(['.', ' ']));
    let ending = cut(ending, SAFE / 4);
    let stem = cut(stem, SAFE - ending.len());
    let device = stem.split('.').next().unwrap_or_default().trim().to_lowercase();
    let reserved = DEVICES.iter().enumerate().any(|(n, name)| match device.strip_prefix(name) {
        Some("") => n < 4,
        Some(number) => n >= 4 && number.len() == 1 && number.chars().all(|c| c.is_ascii_digit()),
        None => false,
    });
    // A name that begins with a point is hidden where it lands.
    let before = if reserved || stem.starts_with('.') || stem.is_empty() { "_" } else { "" };
    format!("{before}{stem}{ending}")
}

/// A name with a number before its ending: where the name alone is taken.
pub fn numbered(name: &str, n: u32) -> String {
    let (stem, ending) = parts(name);
    format!("{stem} ({n}){ending}")
}

/// The name, and its ending with the point; a point at the beginning begins none.
fn parts(name: &str) -> (&str, &str) {
    match name.rfind('.').filter(|at| *at > 0) {
        Some(at) => name.split_at(at),
        None => (name, ""),
    }
}

/// The first bytes, whole characters of them.
fn cut(text: &str, bytes: usize) -> &str {
    let end = (0..=bytes.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    text.get(..end).unwrap_or_default()
}

/// Marks that turn the direction of what follows, or cannot be seen.
fn turns(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2028}' | '\u{2029}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_hides_nothing_and_turns_nothing() {
        assert_eq!(shown(" Devis n° 12.pdf "), "Devis n° 12.pdf");
        assert_eq!(shown("invoice\u{202e}fdp.exe"), "invoice\u{fffd}fdp.exe");
        assert_eq!(shown("two\nlines\u{7}.txt"), "two lines\u{fffd}.txt");
        assert_eq!(shown("../../etc/passwd"), "../../etc/passwd");
    }

    #[test]
    fn what_is_written_outside_has_a_name_every_file_system_takes() {
        for (name, written) in [
            ("Devis n° 12.pdf", "Devis n° 12.pdf"),
            ("../../etc/passwd", "_.._.._etc_passwd"),
            ("C:\\Windows\\a.txt", "C__Windows_a.txt"),
            ("invoice\u{202e}fdp.exe", "invoice_fdp.exe"),
            ("CON", "_CON"),
            ("con.tar.gz", "_con.tar.gz"),
            ("com7.txt", "_com7.txt"),
            ("contract.pdf", "contract.pdf"),
            ("com10.txt", "com10.txt"),
            (".bashrc", "_.bashrc"),
            ("ends with points...", "ends with points"),
            ("", "_"),
            ("...", "_"),
        ] {
            assert_eq!(safe(name), written, "{name}");
        }
        let long = safe(&format!("{}.pdf", "é".repeat(300)));
        assert!(long.len() <= SAFE + 1 && long.ends_with("é.pdf"), "{long}");
    }

    #[test]
    fn a_number_stands_before_the_ending() {
        assert_eq!(numbered("offer.v2.pdf", 2), "offer.v2 (2).pdf");
        assert_eq!(numbered("README", 3), "README (3)");
    }
}
