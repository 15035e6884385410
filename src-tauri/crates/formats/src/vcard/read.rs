use super::{Card, CardAddress, Labelled};
use crate::content_line::{self, ContentLine};

/// The property in which the desk keeps where somebody is, which is no address.
pub(super) const LOCATION: &str = "X-RAINMAKER-LOCATION";
/// Most values of a kind a card has columns for.
const MOST: usize = 12;

/// Whether a file begins as vCard files do.
pub(crate) fn is_vcard(start: &[u8]) -> bool {
    let start = start.strip_prefix(b"\xef\xbb\xbf").unwrap_or(start);
    let start: Vec<u8> = start.iter().filter(|byte| **byte != 0).skip_while(|byte| !byte.is_ascii_alphabetic()).take(11).copied().collect();
    start.eq_ignore_ascii_case(b"BEGIN:VCARD")
}

/// The cards of a file as a header and rows, each with the line its card starts on.
pub(crate) fn rows(bytes: &[u8]) -> (Vec<String>, Vec<(u32, Vec<String>)>) {
    let cards = cards(bytes);
    let most = |count: &dyn Fn(&Card) -> usize| cards.iter().map(|(_, card)| count(card)).max().unwrap_or_default().min(MOST);
    let counts = Counts {
        emails: most(&|card| card.emails.len()),
        phones: most(&|card| card.phones.len()),
        urls: most(&|card| card.urls.len()),
        addresses: most(&|card| places(card).len()),
    };
    let header = counts.header();
    let rows = cards.iter().map(|(line, card)| (*line, counts.row(card))).collect();
    (header, rows)
}

/// How many columns of each kind the cards need.
struct Counts {
    emails: usize,
    phones: usize,
    urls: usize,
    addresses: usize,
}

impl Counts {
    fn header(&self) -> Vec<String> {
        let mut header: Vec<String> =
            ["vCard UID", "First Name", "Last Name", "Name", "Organization Name", "Organization Title", "Language", "Labels", "Notes"]
                .map(str::to_owned)
                .into();
        for (kind, count) in [("E-mail", self.emails), ("Phone", self.phones), ("Website", self.urls)] {
            header.extend((1..=count).flat_map(|n| ["Label", "Value"].map(|part| format!("{kind} {n} - {part}"))));
        }
        let parts = ["Label", "Street", "Postal Code", "City", "Region", "Country"];
        header.extend((1..=self.addresses).flat_map(|n| parts.map(|part| format!("Address {n} - {part}"))));
        header
    }

    fn row(&self, card: &Card) -> Vec<String> {
        let mut row: Vec<String> = vec![
            card.uid.clone(),
            card.first_name.clone(),
            card.last_name.clone(),
            card.full_name.clone(),
            card.company.clone(),
            card.title.clone(),
            card.language.clone(),
            card.categories.join(";"),
            card.notes.clone(),
        ];
        for (values, count) in [(&card.emails, self.emails), (&card.phones, self.phones), (&card.urls, self.urls)] {
            let mut values = values.iter();
            row.extend((0..count).flat_map(|_| values.next().map_or_else(Default::default, |one| [one.label.clone(), one.value.clone()])));
        }
        let places = places(card);
        let mut places = places.iter();
        row.extend((0..self.addresses).flat_map(|_| {
            let place = places.next().cloned().unwrap_or_default();
            [place.label, place.street, place.postcode, place.city, place.region, place.country]
        }));
        row
    }
}

/// The addresses of a card. Where the desk itself wrote it, the first stands for where the person is, and no address becomes that.
fn places(card: &Card) -> Vec<CardAddress> {
    let known = card.location.as_ref().map(|location| CardAddress { city: location.clone(), ..CardAddress::default() });
    known.into_iter().chain(card.addresses.iter().cloned()).collect()
}

fn cards(bytes: &[u8]) -> Vec<(u32, Card)> {
    let mut cards = Vec::new();
    let mut open: Option<(u32, Vec<ContentLine>)> = None;
    for line in content_line::read(bytes) {
        let is_card = line.value.trim().eq_ignore_ascii_case("VCARD");
        match (line.name.as_str(), &mut open) {
            // A card inside another one is somebody's assistant (AGENT in 2.1): what is open goes on with it, which loses nobody.
            ("BEGIN", None) if is_card => open = Some((line.line, Vec::new())),
            ("END", Some(_)) if is_card => cards.extend(open.take().and_then(|(at, lines)| Some((at, card(&lines)?)))),
            (_, Some((_, lines))) => lines.push(line),
            _ => {}
        }
    }
    // The end of a file that was cut.
    cards.extend(open.and_then(|(at, lines)| Some((at, card(&lines)?))));
    cards
}

/// A card; `None` for one that stands for a group of others.
fn card(lines: &[ContentLine]) -> Option<Card> {
    let is_group = |line: &&ContentLine| {
        matches!(line.name.as_str(), "KIND" | "X-ADDRESSBOOKSERVER-KIND") && line.value.trim().eq_ignore_ascii_case("group")
    };
    if lines.iter().any(|line| is_group(&line)) {
        return None;
    }
    let mut card = Card::default();
    let mut shown = String::new();
    for line in preferred_first(lines) {
        let value = || line.text().trim().to_owned();
        let labelled = |value: String| Labelled { label: label(lines, line), value };
        match line.name.as_str() {
            "UID" => value().trim_start_matches("urn:uuid:").clone_into(&mut card.uid),
            "FN" if shown.is_empty() => shown = value(),
            "N" if card.first_name.is_empty() && card.last_name.is_empty() => {
                let mut parts = line.parts(';').into_iter().map(|part| part.trim().to_owned());
                card.last_name = parts.next().unwrap_or_default();
                card.first_name = parts.next().unwrap_or_default();
            }
            "ORG" if card.company.is_empty() => card.company = line.parts(';').into_iter().next().unwrap_or_default().trim().to_owned(),
            "TITLE" if card.title.is_empty() => card.title = value(),
            "ROLE" if card.title.is_empty() && !lines.iter().any(|other| other.name == "TITLE") => card.title = value(),
            "LANG" if card.language.is_empty() => card.language = value(),
            LOCATION => card.location = Some(value()),
            "EMAIL" => card.emails.push(labelled(value().trim_start_matches("mailto:").to_owned())),
            "TEL" if !line.types().iter().any(|word| word == "fax" || word == "pager") => {
                card.phones.push(labelled(number(&value())));
            }
            "URL" | "X-SOCIALPROFILE" | "SOCIALPROFILE" => card.urls.push(labelled(value())),
            "ADR" => card.addresses.extend(address(lines, line)),
            "CATEGORIES" => card.categories.extend(line.parts(',').into_iter().map(|name| name.trim().replace(';', " "))),
            "NOTE" => {
                let note = value();
                if !card.notes.is_empty() && !note.is_empty() {
                    card.notes.push_str("\n\n");
                }
                card.notes.push_str(&note);
            }
            _ => {}
        }
    }
    // A card has to be shown under something; what it has elsewhere is no name.
    let elsewhere = [&card.emails, &card.phones, &card.urls].into_iter().flatten().any(|one| one.value == shown);
    if card.first_name.is_empty() && card.last_name.is_empty() && shown != card.company && shown != "?" && !elsewhere {
        card.full_name = shown;
    }
    card.categories.retain(|name| !name.is_empty());
    Some(card)
}

/// The lines in their order, those marked as preferred before others.
fn preferred_first(lines: &[ContentLine]) -> impl Iterator<Item = &ContentLine> {
    let preferred =
        |line: &&ContentLine| line.param("PREF").is_some_and(|rank| rank == "1") || line.types().iter().any(|word| word == "pref");
    lines.iter().filter(move |line| preferred(line)).chain(lines.iter().filter(move |line| !preferred(line)))
}

/// What a line is for: its type, or the label Apple ties to it by its group.
fn label(lines: &[ContentLine], line: &ContentLine) -> String {
    let tied = lines.iter().find(|other| other.name == "X-ABLABEL" && !line.group.is_empty() && other.group == line.group);
    if let Some(tied) = tied {
        let text = tied.text();
        return text.trim_start_matches("_$!<").trim_end_matches(">!$_").to_owned();
    }
    let types = line.types();
    let has = |word: &str| types.iter().any(|other| other == word);
    ["cell", "mobile", "work", "home", "other"].into_iter().find(|word| has(word)).unwrap_or_default().replace("cell", "mobile")
}

fn number(value: &str) -> String {
    let number = value.strip_prefix("tel:").unwrap_or(value);
    number.split(";ext=").next().unwrap_or_default().trim().to_owned()
}

/// `post box; extended; street; town; region; postcode; country`.
fn address(lines: &[ContentLine], line: &ContentLine) -> Option<CardAddress> {
    let mut parts = line.parts(';').into_iter().map(|part| part.trim().replace('\n', ", "));
    let mut next = || parts.next().unwrap_or_default();
    let (post_box, extended, street) = (next(), next(), next());
    let lines_of_street: Vec<String> = [street, extended, post_box].into_iter().filter(|part| !part.is_empty()).collect();
    let (city, region, postcode, country) = (next(), next(), next(), next());
    let address = CardAddress { label: label(lines, line), street: lines_of_street.join(", "), postcode, city, region, country };
    let empty = CardAddress { label: address.label.clone(), ..CardAddress::default() };
    (address != empty).then_some(address)
}
