//! Whatever stands in a file, every row has exactly one fate, and what the check promises is what is written.

use crate::support::{import, list, tally};
use serde_json::json;
use testkit::TestApp;

/// A small generator of its own: the same files on every machine.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }

    fn pick<'a>(&mut self, choices: &[&'a str]) -> &'a str {
        choices[usize::try_from(self.roll(choices.len() as u64)).unwrap()]
    }
}

fn file(dice: &mut Dice) -> String {
    let mut text = String::from("ID,First Name,Last Name,Email,LinkedIn URL,Company,Title,Status\n");
    for _ in 0..dice.roll(60) {
        let cells = [
            dice.pick(&["", "", "7", "0192f6b0-0000-7000-8000-000000000000"]),
            dice.pick(&["", "Ann", "ANN", "Élodie", "\"Bob\nRoy\"", "O'Neil"]),
            dice.pick(&["", "Lee", "Roux", "de la Tour"]),
            dice.pick(&["", "", "a@x.example", "A@X.example", "b@x.example", "broken@", "c d@x"]),
            dice.pick(&["", "", "linkedin.com/in/one", "https://www.linkedin.com/in/ONE/", "linkedin.com/in/two", "example.org"]),
            dice.pick(&["", "Acme", "ACME SAS", "\"Orange, SA\""]),
            dice.pick(&["", "CEO", "Buyer", "=1"]),
            dice.pick(&["", "Nouveau", "Qualifié", "peut-être", "Ne pas contacter"]),
        ];
        text.push_str(&cells.join(","));
        text.push_str(dice.pick(&["\n", "\n", "\r\n", ",,,extra\n", "\n,,,,,,,\n"]));
    }
    text
}

#[tokio::test(flavor = "multi_thread")]
async fn rows_in_are_rows_accounted_for_whatever_the_file() {
    let test = TestApp::open().await;
    let mut dice = Dice(2026);
    let (mut created, mut rows) = (0, 0);
    for n in 0..40 {
        let before = list(&test, "", json!([])).await.len() as u64;
        let content = file(&mut dice);
        let done = import(&test, &format!("{n}.csv"), &content).await;
        let fate = tally(&done);
        assert_eq!(done["state"], "applied");
        assert_eq!(list(&test, "", json!([])).await.len() as u64, before + fate[1], "created is created: {content}");
        tally(&import(&test, "again.csv", &content).await);
        created += fate[1];
        rows += fate[0];
    }
    assert!(rows > 500 && created > 10, "{rows} {created}");
}
