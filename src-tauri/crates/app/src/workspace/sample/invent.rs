use chrono::{DateTime, Days, Utc};
use domain::mail::Address;
use domain::people::{Meaning, Person};
use domain::text::fold_words;
use uuid::Uuid;

/// How many people are invented.
pub(super) const PEOPLE: usize = 204;

/// A firm that does not exist.
pub(super) struct Firm {
    pub(super) name: &'static str,
    pub(super) town: &'static str,
}

/// What the people of one language are made of.
pub(super) struct World {
    pub(super) language: &'static str,
    pub(super) zone: &'static str,
    /// Two letters.
    pub(super) country: &'static str,
    pub(super) firms: &'static [Firm],
    pub(super) first_names: &'static [&'static str],
    pub(super) last_names: &'static [&'static str],
    pub(super) titles: &'static [&'static str],
    pub(super) notes: &'static [&'static str],
    pub(super) elsewhere: &'static [(&'static str, &'static str)],
    pub(super) long_name: (&'static str, &'static str),
    pub(super) long_title: &'static str,
    pub(super) phone: &'static str,
    /// ISO 4217.
    pub(super) currency: &'static str,
    /// What is sold.
    pub(super) deals: &'static [&'static str],
    /// What to do next.
    pub(super) steps: &'static [&'static str],
}

/// The firm of person `n`: every firm has somebody, a few have many.
pub(super) fn firm(world: &World, n: usize) -> usize {
    let spread = if n >= world.firms.len() && n.is_multiple_of(3) { n * n / 7 } else { n };
    spread % world.firms.len().max(1)
}

/// The domain of a firm: its name, under a top-level domain that exists nowhere (RFC 2606).
pub(super) fn domain(name: &str) -> String {
    format!("{}.example", slug(name))
}

/// How many work in firm `n`: from a workshop to a plant.
pub(super) fn headcount(n: usize) -> u32 {
    u32::try_from(4 + n * n * 31 % 467).unwrap_or_default()
}

/// Person `n` of this world.
pub(super) fn person(world: &World, n: usize, id: Uuid, at: DateTime<Utc>) -> Person {
    let day = at.date_naive();
    let mut person = Person::new(id, "sample", at, day.checked_sub_days(Days::new(n as u64 * 2 % 300)).unwrap_or(day));
    person.sample = true;
    person.first_name = pick(world.first_names, n * 7 + n / world.first_names.len().max(1)).to_owned();
    person.last_name = pick(world.last_names, n * 13 + n / world.last_names.len().max(1)).to_owned();
    person.title = pick(world.titles, n * 5 + n / 9).to_owned();
    person.location = world.firms.get(firm(world, n)).map(|firm| firm.town.to_owned()).unwrap_or_default();
    person.time_zone = world.zone.to_owned();
    person.language = world.language.to_owned();
    person.status = meaning(n).into();
    if n % 19 == 8
        && let Some((town, zone)) = world.elsewhere.get(n / 19 % world.elsewhere.len().max(1))
    {
        (*town).clone_into(&mut person.location);
        (*zone).clone_into(&mut person.time_zone);
    }
    if n % 67 == 40 {
        (person.first_name, person.last_name) = (world.long_name.0.to_owned(), world.long_name.1.to_owned());
        world.long_title.clone_into(&mut person.title);
    }
    address(world, n, &mut person);
    if n % 4 != 1 {
        let handle = format!("{}-{}-sample{n:03}", slug(&person.first_name), slug(&person.last_name));
        person.set_linkedin(&format!("https://www.linkedin.com/in/{}", handle.chars().take(80).collect::<String>()));
    }
    if n % 6 == 2 {
        person.set_phone(&format!("{}{:02} {:02}", world.phone, n % 100, (n * 37) % 100));
    }
    if n % 5 == 3 {
        pick(world.notes, n / 5).clone_into(&mut person.notes);
    }
    if n.is_multiple_of(3) {
        person.connected_on = day.checked_sub_days(Days::new(30 + n as u64 * 11 % 2000));
    }
    person
}

/// Most have an address at work; some none, a few a private one.
fn address(world: &World, n: usize, person: &mut Person) {
    let name = format!("{}.{}", slug(&person.first_name), slug(&person.last_name));
    let name: String = name.chars().take(50).collect();
    let written = match n {
        _ if n % 17 == 5 => return,
        // Nobody's, as far as anyone can make it so; and nothing is ever sent to sample people.
        _ if n % 29 == 11 => format!("{name}.rainmaker-sample-{n:03}@gmail.com"),
        _ => format!("{name}@{}", domain(world.firms.get(firm(world, n)).map_or("sample", |firm| firm.name))),
    };
    if let Ok(address) = Address::parse(&written) {
        person.set_email(&address);
    }
}

fn meaning(n: usize) -> Meaning {
    match n % 12 {
        1 | 7 => Meaning::Contacted,
        4 => Meaning::Interested,
        9 => Meaning::Qualified,
        10 if n % 24 == 10 => Meaning::Converted,
        11 if n % 24 == 11 => Meaning::Lost,
        _ => Meaning::New,
    }
}

fn pick(from: &'static [&'static str], n: usize) -> &'static str {
    from.get(n % from.len().max(1)).copied().unwrap_or_default()
}

fn slug(text: &str) -> String {
    fold_words(text).split_whitespace().collect::<Vec<_>>().join("-").chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').collect()
}

#[cfg(test)]
mod tests {
    use super::super::{english, french};
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn the_invented_people_are_many_different_and_marked() {
        for world in [&french::WORLD, &english::WORLD] {
            assert_eq!(world.firms.len(), 60);
            let domains: BTreeSet<_> = world.firms.iter().map(|firm| domain(firm.name)).collect();
            assert_eq!(domains.len(), 60, "two firms share a domain");
            let people: Vec<_> = (0..PEOPLE).map(|n| person(world, n, Uuid::nil(), DateTime::UNIX_EPOCH)).collect();
            let names: BTreeSet<_> = people.iter().map(Person::name).collect();
            assert!(names.len() >= PEOPLE - 5, "{} names", names.len());
            let emails: Vec<_> = people.iter().filter(|person| !person.email.is_empty()).collect();
            let keys: BTreeSet<_> = emails.iter().map(|person| &person.email_norm).collect();
            assert_eq!(keys.len(), emails.len(), "two people share an address");
            let without = PEOPLE - emails.len();
            assert!((5..20).contains(&without), "{without} without an address");
            assert!(emails.iter().all(|p| p.email.ends_with(".example") || p.email.contains("rainmaker-sample")), "a real address");
            assert!(people.iter().all(|person| person.sample && person.is_identified()));
            for wanted in [Meaning::New, Meaning::Contacted, Meaning::Interested, Meaning::Qualified, Meaning::Converted, Meaning::Lost] {
                assert!(people.iter().any(|person| person.status.meaning == wanted), "{wanted:?}");
            }
            assert!(people.iter().any(|person| person.last_name.chars().count() > 60));
            let zones: BTreeSet<_> = people.iter().map(|person| person.time_zone.as_str()).collect();
            assert!(zones.len() >= 4 && zones.iter().all(|zone| zone.parse::<chrono_tz::Tz>().is_ok()), "{zones:?}");
            assert!(world.firms.iter().enumerate().all(|(at, _)| (0..PEOPLE).any(|n| firm(world, n) == at)), "a firm without people");
        }
    }
}
