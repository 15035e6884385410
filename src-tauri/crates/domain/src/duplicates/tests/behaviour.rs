//! What the seller sees of it, one rule a test.

use crate::duplicates::{Companies, CompanyCard, Group, Groups, Likeness, Match, Part, People, PersonCard, Place, Verdict};

fn person(first: &str, last: &str, company: &str) -> PersonCard {
    let text = str::to_owned;
    PersonCard { first_name: text(first), last_name: text(last), company: text(company), ..PersonCard::default() }
}

/// A desk with people who are nobody's double, then the given ones; the place of the first of those.
fn desk(cards: &[PersonCard]) -> (People, u32) {
    let mut people = People::default();
    for n in 0..200 {
        people.add(&person(&format!("Prénom{n}"), &format!("Nomdefamille{n}"), &format!("Société {n}")));
    }
    let first = people.len() as u32;
    cards.iter().for_each(|card| {
        people.add(card);
    });
    people.settle();
    (people, first)
}

fn pair(one: PersonCard, other: PersonCard) -> Match {
    let (people, first) = desk(&[one, other]);
    people.compare(first, first + 1).unwrap()
}

#[test]
fn the_reasons_add_up_to_the_probability() {
    let street =
        Place { number: "12".into(), street: "bd Voltaire".into(), city: "Lyon".into(), postcode: "69003".into(), ..Place::default() };
    for (one, other) in [
        (person("Anne", "Guermeur", "Altéora"), person("Anne", "Guermuer", "Alteora SAS")),
        (person("Guermeur", "Anne", "Altéora"), person("Anne", "Guermeur", "Brimasol")),
        (PersonCard { place: street.clone(), ..person("Paul", "Uguen", "") }, PersonCard { place: street, ..person("Léa", "Uguen", "") }),
        (person("Paul", "Uguen", "Altéora"), person("Léa", "Uguen", "Altéora")),
    ] {
        let alike = pair(one, other);
        let bits: f32 = alike.reasons.iter().map(|reason| reason.bits).sum();
        let odds = (alike.probability / (1.0 - alike.probability)).log2();
        assert!((f64::from(bits) - odds).abs() < 0.01, "{bits} and {odds}: {alike:?}");
        assert!(alike.reasons.is_sorted_by(|a, b| a.bits.abs() >= b.bits.abs()));
    }
}

#[test]
fn each_reason_says_what_is_alike_and_how() {
    let alike = pair(person("Manu", "d'Estrevelles", "Altéora"), person("Emmanuel", "ESTREVELLES", "SARL ALTEORA"));
    let how = |part: Part| alike.reasons.iter().find(|reason| reason.part == part).map(|reason| reason.likeness);
    assert_eq!(how(Part::FirstName), Some(Likeness::Nickname));
    assert_eq!(how(Part::LastName), Some(Likeness::Same));
    assert_eq!(how(Part::Company), Some(Likeness::Same));
    assert_eq!(alike.verdict, Verdict::Duplicate);
}

#[test]
fn an_own_address_merges_without_looking_and_a_shared_one_does_not() {
    let with = |card: PersonCard, email: &str| PersonCard { emails: vec![email.to_owned()], ..card };
    let both = |one: PersonCard, other: PersonCard, email: &str| pair(with(one, email), with(other, email)).verdict;
    let (anne, anna) = (person("Anne", "Guermeur", ""), person("A.", "Guermeur", "Altéora"));
    assert_eq!(both(anne.clone(), anna, "anne@alteora.example"), Verdict::Exact);
    assert_eq!(
        both(person("Anne", "Guermeur", "Altéora"), person("Paul", "Uguen", "Altéora"), "contact@alteora.example"),
        Verdict::Different
    );
    assert_eq!(both(anne, person("Paul", "Guermeur", ""), "famille.guermeur@orange.fr"), Verdict::Different);
}

#[test]
fn one_profile_is_one_person_and_two_profiles_are_two() {
    let with = |company: &str, profile: &str| PersonCard { profile: profile.to_owned(), ..person("Jean", "Martin", company) };
    assert_eq!(pair(with("Altéora", "jean-martin-1"), with("Brimasol", "jean-martin-1")).verdict, Verdict::Exact);
    assert_eq!(pair(with("Altéora", "jean-martin-1"), with("Altéora", "jean-martin-2")).verdict, Verdict::Different);
}

#[test]
fn an_unknown_part_speaks_neither_for_nor_against() {
    let alike = pair(person("Anne", "Guermeur", ""), person("Anne", "Guermeur", "Altéora"));
    let parts: Vec<Part> = alike.reasons.iter().map(|reason| reason.part).collect();
    assert!(parts.contains(&Part::LastName) && !parts.contains(&Part::Company) && !parts.contains(&Part::City), "{parts:?}");
}

#[test]
fn whoever_is_added_later_is_found_and_whoever_is_forgotten_is_not() {
    let (mut people, _) = desk(&[]);
    let one = people.add(&person("Gwenaël", "Le Goasguen", "Altéora"));
    let row = person("LE GOASGUEN", "Gwenael", "Alteora SARL");
    assert_eq!(people.matches(&row).iter().map(|(place, _)| *place).collect::<Vec<_>>(), [one]);
    let other = people.add(&row);
    assert_eq!(people.candidates(one), [other]);
    assert_eq!(people.earlier(one), [] as [u32; 0]);
    assert_eq!(people.duplicates(other).len(), 1);
    people.forget(one);
    assert!(people.duplicates(other).is_empty() && people.matches(&row).iter().all(|(place, _)| *place == other));
    assert!(people.compare(one, other).is_none());
}

#[test]
fn an_empty_card_has_no_double_and_an_endless_one_does_no_harm() {
    let endless = PersonCard { last_name: "é".repeat(70_000), company: "x ".repeat(90_000), ..PersonCard::default() };
    let (people, first) = desk(&[PersonCard::default(), PersonCard::default(), endless]);
    assert!((first..first + 3).all(|place| people.duplicates(place).is_empty()));
}

#[test]
fn a_name_that_thousands_bear_costs_no_more_than_a_rare_one() {
    let mut people = People::default();
    for n in 0..5_000 {
        people.add(&person("Jean", "Martin", &format!("Société {n}")));
    }
    people.settle();
    assert!((0..5_000).all(|place| people.candidates(place).len() <= 40 * 8));
}

#[test]
fn the_same_cards_give_the_same_answer() {
    let cards: Vec<PersonCard> = (0..50).map(|n| person("Anne", &format!("Guermeur{}", n / 3), "Altéora")).collect();
    let answers = |_| {
        let (people, first) = desk(&cards);
        (first..first + 50).flat_map(|place| people.duplicates(place)).collect::<Vec<_>>()
    };
    let [one, other] = [0, 1].map(answers);
    assert!(!one.is_empty() && one == other);
}

#[test]
fn a_chain_of_likenesses_does_not_put_unlike_people_together() {
    // 0 is like 1, 1 like 2 and so on, but nobody is like the one after the next.
    let near = |one: u32, other: u32| if one.abs_diff(other) == 1 { 0.8 } else { 0.01 };
    let mut groups = Groups::default();
    (0..5).for_each(|place| groups.add(place, place + 1, near(place, place + 1)));
    let largest = groups.gather(near).iter().map(|group| group.places.len()).max();
    assert_eq!(largest, Some(3), "three hold together by two of three pairs, no more");
}

#[test]
fn pairs_that_share_members_become_one_group() {
    let mut groups = Groups::default();
    [(4, 7), (7, 9), (1, 2)].into_iter().for_each(|(one, other)| groups.add(one, other, 0.9));
    groups.add(2, 3, 0.2);
    assert_eq!(groups.gather(|_, _| 0.9), [Group { places: vec![1, 2] }, Group { places: vec![4, 7, 9] }]);
}

#[test]
fn a_company_in_two_forms_is_one_and_a_chain_has_branches() {
    let company = |name: &str, city: &str, establishment: &str| CompanyCard {
        name: name.to_owned(),
        establishment: establishment.to_owned(),
        place: Place { city: city.to_owned(), ..Place::default() },
        ..CompanyCard::default()
    };
    let mut companies = Companies::default();
    (0..200).for_each(|n| {
        companies.add(&company(&format!("Établissement {n}"), "Nantes", ""));
    });
    let first = companies.len() as u32;
    for (name, city, establishment) in [
        ("Quincaillerie Nadal SA", "Albi", ""),
        ("SAS QUINCAILLERIE NADAL", "ALBI", ""),
        ("Quincaillerie Nadal", "Tours", ""),
        ("Optique Clairval", "Dijon", "30000000000011"),
        ("Optique Clairval", "Dijon", "30000000000029"),
        ("Optique Clairval SARL", "Dijon", "30000000000029"),
    ] {
        companies.add(&company(name, city, establishment));
    }
    companies.settle();
    let verdict = |one: u32, other: u32| companies.compare(first + one, first + other).unwrap().verdict;
    assert_eq!(verdict(0, 1), Verdict::Duplicate);
    assert_eq!(verdict(0, 2), Verdict::Different);
    assert_eq!(verdict(3, 4), Verdict::Different);
    assert_eq!(verdict(4, 5), Verdict::Exact);
}
