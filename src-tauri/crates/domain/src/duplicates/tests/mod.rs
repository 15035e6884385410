//! How well duplicates are told: on the Febrl sets 1 and 2 (names and addresses only) and on French pairs of our own, all with the one
//! threshold. Where the sets come from stands beside them, in `tests/fixtures/duplicates/README.md`.

mod behaviour;
mod sets;

use super::{Companies, People, PersonCard};
use sets::{Found, Pairs, Score, company, febrl_card, febrl_truth, find, labelled_truth, person, rows, score, tell};

fn people(cards: &[PersonCard]) -> (People, Found) {
    let mut people = People::default();
    cards.iter().for_each(|card| {
        people.add(card);
    });
    people.settle();
    let found = find(cards.len(), |place| people.duplicates(place), |one, other| people.probability(one, other));
    (people, found)
}

/// How well pairs, groups and merges without looking meet the labels.
fn scores(found: &Found, truth: &Pairs) -> [Score; 3] {
    let scores = [&found.pairs, &found.grouped, &found.exact].map(|pairs| score(pairs, truth));
    println!("pairs {:?}\ngroups {:?}\nexact {:?}", scores[0], scores[1], scores[2]);
    scores
}

#[test]
fn almost_all_of_febrl_1_is_found_and_nothing_else() {
    let rows = rows("febrl1.csv");
    let (_, found) = people(&rows.iter().map(febrl_card).collect::<Vec<_>>());
    let [pairs, grouped, exact] = scores(&found, &febrl_truth(&rows));
    assert!(pairs.f1 >= 0.994 && grouped.f1 >= 0.994);
    assert!(exact.precision >= 0.999 && exact.recall > 0.2);
}

#[test]
fn almost_all_of_febrl_2_is_found_and_little_else() {
    let rows = rows("febrl2.csv");
    let (_, found) = people(&rows.iter().map(febrl_card).collect::<Vec<_>>());
    let [pairs, grouped, exact] = scores(&found, &febrl_truth(&rows));
    assert!(pairs.f1 >= 0.99 && grouped.f1 >= 0.99);
    assert!(exact.precision >= 0.999 && exact.recall > 0.085);
}

#[test]
fn french_people_are_put_together_and_told_apart() {
    let rows = rows("people_fr.csv");
    let (index, found) = people(&rows.iter().map(person).collect::<Vec<_>>());
    let truth = labelled_truth(&rows);
    tell(&rows, &found.pairs, &truth, |one, other| index.compare(one, other));
    let [pairs, grouped, exact] = scores(&found, &truth);
    assert!(rows.len() >= 600 && pairs.f1 >= 0.98 && pairs.precision >= 0.98 && grouped.f1 >= 0.98);
    assert!(exact.precision >= 0.999 && exact.recall > 0.08);
}

#[test]
fn french_companies_are_put_together_and_told_apart() {
    let rows = rows("companies_fr.csv");
    let mut index = Companies::default();
    rows.iter().for_each(|row| {
        index.add(&company(row));
    });
    index.settle();
    let found = find(rows.len(), |place| index.duplicates(place), |one, other| index.probability(one, other));
    let truth = labelled_truth(&rows);
    tell(&rows, &found.pairs, &truth, |one, other| index.compare(one, other));
    let [pairs, grouped, exact] = scores(&found, &truth);
    assert!(rows.len() >= 300 && pairs.f1 >= 0.97 && pairs.precision >= 0.98 && grouped.f1 >= 0.97);
    assert!(exact.precision >= 0.999 && exact.recall > 0.08);
}
