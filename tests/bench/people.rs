//! Invented connections, the same on every machine.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::ops::Range;
use std::path::Path;

pub(crate) const FIRST: [&str; 20] = [
    "Camille",
    "Élodie",
    "Jean-Pierre",
    "Sofía",
    "Thomas",
    "Inès",
    "Maxime",
    "Chloé",
    "Antoine",
    "Léa",
    "Hugo",
    "Anaïs",
    "Nicolas",
    "Zoé",
    "Émile",
    "Sarah",
    "Paul",
    "Julie",
    "Rémi",
    "Noémie",
];
pub(crate) const LAST: [&str; 20] = [
    "Faure",
    "Martin",
    "Lefèvre",
    "Garcia",
    "O'Neil",
    "de la Tour",
    "Müller",
    "Rousseau",
    "Petit",
    "Bernard",
    "Durand",
    "Moreau",
    "Laurent",
    "Simon",
    "Michel",
    "Leroy",
    "Roux",
    "David",
    "Bertrand",
    "Morel",
];
const TITLES: [&str; 10] = [
    "Directrice commerciale",
    "Head of Sales",
    "Responsable achats, Europe",
    "CEO & Founder",
    "Ingénieur logiciel",
    "Product Manager",
    "Chargée de mission RH",
    "Account Executive",
    "Consultant senior",
    "Directeur général adjoint",
];
pub(crate) const FIRMS: [&str; 12] = [
    "Atelier",
    "Verrerie",
    "Mécanique",
    "Groupe",
    "Studio",
    "Laboratoires",
    "Compagnie",
    "Maison",
    "Société",
    "Transports",
    "Énergie",
    "Conseil",
];

/// Writes LinkedIn's Connections.csv with people of these numbers: three in ten with an address, a company for every five.
pub(crate) fn connections(path: &Path, numbers: Range<u32>) {
    let file = File::create(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    write(&mut BufWriter::new(file), numbers).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
}

fn write(csv: &mut impl Write, numbers: Range<u32>) -> std::io::Result<()> {
    let firms = (numbers.len() / 5).max(1);
    csv.write_all(b"Notes:\n\"When exporting your connection data, you may notice that some of the email addresses are missing.\"\n\n")?;
    csv.write_all(b"First Name,Last Name,URL,Email Address,Company,Position,Connected On\n")?;
    for n in numbers {
        let mixed = mixed(n);
        let (first, last) = (pick(&FIRST, mixed), pick(&LAST, mixed / 20));
        let (firm, title) = (pick(&FIRMS, mixed / 3), pick(&TITLES, mixed / 400));
        let company = mixed as usize % firms;
        let email = if n % 10 < 3 { format!("p{n}@firm{company}.example") } else { String::new() };
        writeln!(
            csv,
            "{first},{last}{n},https://www.linkedin.com/in/{}-{n},{email},{firm} {company},\"{title}\",{:02} Nov 20{:02}",
            last.to_lowercase().replace(' ', "-"),
            n % 28 + 1,
            n % 15 + 10,
        )?;
    }
    csv.flush()
}

/// First and last name of the person with this number.
pub(crate) fn name(n: u32) -> (&'static str, String) {
    let mixed = mixed(n);
    (pick(&FIRST, mixed), format!("{}{n}", pick(&LAST, mixed / 20)))
}

fn mixed(n: u32) -> u32 {
    n.wrapping_mul(2_654_435_761) >> 7
}

fn pick<'a>(from: &[&'a str], n: u32) -> &'a str {
    from.get(n as usize % from.len()).copied().unwrap_or_default()
}
