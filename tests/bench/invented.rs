//! Invented people for finding duplicates among: names as unevenly spread as in life, one in ten there twice with a change.

use domain::duplicates::{PersonCard, Place};

/// A xorshift generator (Marsaglia, 2003): the same numbers on every machine.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) % sides
    }

    /// A rank among `of`, small ones far more often: the most common of 30,000 comes about once in 150.
    fn rank(&mut self, of: u64) -> u64 {
        let even = (self.roll(1 << 40) as f64 + 1.0) / (1u64 << 40) as f64;
        let offset = 18.0;
        ((offset * ((of as f64 + offset) / offset).powf(even)) - offset) as u64 % of
    }
}

const SYLLABLES: [&str; 32] = [
    "ma", "ber", "le", "du", "ro", "gau", "vi", "sen", "ker", "bou", "cha", "del", "fon", "gui", "mo", "per", "tra", "val", "lan", "bre",
    "cor", "dar", "es", "fla", "gri", "hu", "jo", "lau", "mer", "nou", "pra", "sau",
];
const ENDS: [&str; 24] = [
    "tin", "nard", "roy", "bois", "ssier", "vert", "zac", "quet", "lier", "dec", "mond", "neau", "ville", "gnac", "rel", "tard", "pin",
    "bert", "chet", "don", "lle", "mas", "rand", "teau",
];
const FIRST: [&str; 24] = [
    "Jean",
    "Marie",
    "Pierre",
    "Nathalie",
    "Élodie",
    "Jean-Pierre",
    "Sylvie",
    "Christophe",
    "Hélène",
    "Thomas",
    "Raphaël",
    "Anne-Sophie",
    "Karim",
    "Céline",
    "Frédéric",
    "Inès",
    "Guillaume",
    "Solène",
    "Sébastien",
    "Maud",
    "Loïc",
    "Fatima",
    "Cédric",
    "Noémie",
];

fn last_name(rank: u64) -> String {
    let at = |of: &[&'static str], n: u64| of[(n % of.len() as u64) as usize];
    let (first, second, end) = (rank % 32, (rank / 32) % 32, (rank / 7 + rank * 5) % 24);
    let mut name = at(&SYLLABLES, first).to_owned();
    if rank > 200 {
        name.push_str(at(&SYLLABLES, second + rank / 1024));
    }
    name.push_str(at(&ENDS, end));
    name[..1].to_uppercase() + &name[1..]
}

fn first_name(dice: &mut Dice) -> String {
    let rank = dice.rank(1200);
    let base = FIRST[(rank % 24) as usize];
    if rank < 24 { base.to_owned() } else { format!("{}{}", SYLLABLES[(rank / 24 % 32) as usize], ENDS[(rank % 24) as usize]) }
}

fn slip(name: &str, dice: &mut Dice) -> String {
    let mut letters: Vec<char> = name.chars().collect();
    let at = 1 + dice.roll(letters.len() as u64 - 1) as usize;
    match dice.roll(3) {
        0 if letters.len() > 4 => drop(letters.remove(at)),
        1 => letters.insert(at, 'e'),
        _ => letters[at] = 'o',
    }
    letters.into_iter().collect()
}

/// People, each with the number of who they are.
pub(crate) fn people(count: u32) -> Vec<(u32, PersonCard)> {
    let mut dice = Dice(0x5eed_0f70_1100);
    let companies = u64::from(count / 6).max(10);
    let mut people: Vec<(u32, PersonCard)> = Vec::with_capacity(count as usize);
    while people.len() < count as usize {
        let number = people.len() as u32;
        let rank = dice.rank(30_000);
        let mut card = PersonCard { first_name: first_name(&mut dice), last_name: last_name(rank), ..PersonCard::default() };
        let employer = dice.rank(companies);
        let town = dice.rank(5_000);
        if dice.roll(5) > 0 {
            card.company = format!("{} {}", last_name(employer + 40_000), last_name(employer / 7));
            card.emails =
                vec![format!("{}.{}{}@c{employer}.example", card.first_name.to_lowercase(), card.last_name.to_lowercase(), number)];
        } else {
            card.place = Place {
                number: (1 + dice.rank(150)).to_string(),
                street: format!("rue {} {}", last_name(dice.rank(9_000)), FIRST[dice.roll(24) as usize]),
                ..Place::default()
            };
        }
        card.place.city = last_name(town + 90_000);
        card.place.postcode = format!("{:05}", 1_000 + town * 19 % 95_000);
        if dice.roll(3) == 0 {
            card.phones = vec![format!("+336{:08}", dice.roll(100_000_000))];
        }
        if dice.roll(9) == 0 {
            people.push((number, changed(&card, &mut dice)));
        }
        people.push((number, card));
    }
    people.truncate(count as usize);
    people
}

fn changed(card: &PersonCard, dice: &mut Dice) -> PersonCard {
    let mut other = card.clone();
    match dice.roll(6) {
        0 => other.last_name = slip(&card.last_name, dice),
        1 => std::mem::swap(&mut other.first_name, &mut other.last_name),
        2 => other.last_name = card.last_name.to_uppercase(),
        3 => other.first_name = slip(&card.first_name, dice),
        4 if !card.company.is_empty() => other.company.push_str(" SARL"),
        _ => other.place.street = card.place.street.replace("rue", "r."),
    }
    if dice.roll(2) == 0 {
        other.emails.clear();
    }
    if dice.roll(3) == 0 {
        other.phones.clear();
    }
    other
}
