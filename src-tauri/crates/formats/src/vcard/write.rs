use super::read::LOCATION;
use super::{Card, CardAddress, Labelled};
use crate::content_line::{escape, fold};
use std::io::{self, Write};

/// Version of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Version {
    /// Old telephones; values as quoted-printable.
    V21,
    /// What everything reads (RFC 2426).
    V30,
    /// The newest (RFC 6350).
    V40,
}

/// A vCard file, card by card.
#[derive(Debug)]
pub struct VcardExport<W> {
    out: W,
    version: Version,
}

impl<W: Write> VcardExport<W> {
    /// Begins a file.
    pub fn new(out: W, version: Version) -> Self {
        Self { out, version }
    }

    /// Writes a card.
    ///
    /// # Errors
    /// Where the output cannot be written.
    pub fn card(&mut self, card: &Card) -> io::Result<()> {
        let text = Writing { version: self.version, text: String::new(), group: 0 }.card(card);
        self.out.write_all(text.as_bytes())
    }

    /// Gives the output back.
    ///
    /// # Errors
    /// Where it cannot be written.
    pub fn finish(mut self) -> io::Result<W> {
        self.out.flush()?;
        Ok(self.out)
    }
}

struct Writing {
    version: Version,
    text: String,
    group: usize,
}

impl Writing {
    fn card(mut self, card: &Card) -> String {
        let version = match self.version {
            Version::V21 => "2.1",
            Version::V30 => "3.0",
            Version::V40 => "4.0",
        };
        self.line("BEGIN", "VCARD");
        self.line("VERSION", version);
        let uid = if self.version == Version::V40 { format!("urn:uuid:{}", card.uid) } else { card.uid.clone() };
        self.line("UID", &uid);
        self.value("N", &[&card.last_name, &card.first_name, "", "", ""]);
        // Every card has a name to be shown under (RFC 6350 section 6.2.1).
        let first = |values: &[Labelled]| values.first().map(|one| one.value.clone()).unwrap_or_default();
        let names = [card.full_name.clone(), card.company.clone(), first(&card.emails), first(&card.phones), first(&card.urls)];
        self.value("FN", &[names.iter().find(|name| !name.is_empty()).map_or("?", String::as_str)]);
        self.given("ORG", &card.company);
        self.given("TITLE", &card.title);
        self.given("LANG", &card.language);
        for (name, values) in [("EMAIL", &card.emails), ("TEL", &card.phones), ("URL", &card.urls)] {
            for one in values {
                self.labelled(name, &one.label, &[&one.value]);
            }
        }
        for CardAddress { label, street, postcode, city, region, country } in &card.addresses {
            self.labelled("ADR", label, &["", "", street, city, region, postcode, country]);
        }
        if let Some(location) = &card.location {
            self.value(LOCATION, &[location]);
        }
        if !card.categories.is_empty() {
            let names: Vec<String> = card.categories.iter().map(|name| self.escaped(name)).collect();
            self.encoded("CATEGORIES", &names.join(","));
        }
        self.given("NOTE", &card.notes);
        self.line("END", "VCARD");
        self.text
    }

    fn line(&mut self, name: &str, value: &str) {
        let line = format!("{name}:{value}");
        if self.version == Version::V21 {
            self.text.push_str(&line);
            self.text.push_str("\r\n");
        } else {
            fold(&mut self.text, &line);
        }
    }

    fn given(&mut self, name: &str, value: &str) {
        if !value.is_empty() {
            self.value(name, &[value]);
        }
    }

    fn value(&mut self, name: &str, parts: &[&str]) {
        let parts: Vec<String> = parts.iter().map(|part| self.escaped(part)).collect();
        self.encoded(name, &parts.join(";"));
    }

    /// A value with what it is for: by type where the word is one of the standard's, else by Apple's label, which all understand.
    fn labelled(&mut self, name: &str, label: &str, parts: &[&str]) {
        let word = match label {
            "work" => "WORK",
            "home" => "HOME",
            "mobile" => "CELL",
            _ => "",
        };
        let typed = |word: &str| if self.version == Version::V21 { format!("{name};{word}") } else { format!("{name};TYPE={word}") };
        match (word, label) {
            ("", "") => self.value(name, parts),
            ("", own) => {
                self.group += 1;
                let group = self.group;
                self.value(&format!("item{group}.{name}"), parts);
                self.value(&format!("item{group}.X-ABLabel"), &[own]);
            }
            (word, _) => self.value(&typed(word), parts),
        }
    }

    /// 2.1 escapes the semicolon alone; line breaks go into quoted-printable.
    fn escaped(&self, text: &str) -> String {
        if self.version == Version::V21 { text.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,") } else { escape(text) }
    }

    /// A value in the form of its version: in 2.1 what is more than plain ASCII is quoted-printable in UTF-8.
    fn encoded(&mut self, name: &str, value: &str) {
        let plain = value.bytes().all(|byte| (0x20..0x7f).contains(&byte));
        if self.version == Version::V21 && !plain {
            let quoted: String = value.bytes().map(quoted_printable).collect();
            self.line(&format!("{name};CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE"), &quoted);
        } else {
            self.line(name, value);
        }
    }
}

fn quoted_printable(byte: u8) -> String {
    match byte {
        b' '..=b'<' | b'>'..=b'~' => char::from(byte).to_string(),
        _ => format!("={byte:02X}"),
    }
}
