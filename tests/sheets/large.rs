use crate::support::{add_people, assert_each_once, connected, push_all};
use std::time::Instant;

/// How many people, in how few calls.
async fn push_many(people: u32, most_calls: usize) {
    let (test, google) = connected().await;
    google.add_sheet("s1", "T", (2, 11), &[]);
    let ids = add_people(&test, people).await;
    let begun = Instant::now();
    let pushed = push_all(&test).await.unwrap();
    let took = begun.elapsed();
    let (calls, bytes, largest) = {
        let world = google.world();
        let bytes: Vec<usize> = world.seen.iter().map(|seen| seen.bytes).collect();
        (bytes.len(), bytes.iter().sum::<usize>(), bytes.iter().copied().max().unwrap_or(0))
    };
    println!("{people} people: {calls} calls, {bytes} bytes, largest {largest}, {took:?}");
    assert_eq!(pushed.added, people);
    assert!(largest <= 2_000_000, "{largest}");
    assert!(calls <= most_calls, "{calls} calls");
    assert!(calls <= 7 + bytes / 1_900_000, "requests are as full as they may be");
    assert_each_once(&google, "s1", &ids);
    google.forget_calls();
    let again = push_all(&test).await.unwrap();
    assert_eq!(again.unchanged, people);
    assert!(google.world().seen.len() <= 4);
}

#[tokio::test]
async fn a_thousand_people_take_few_calls() {
    push_many(1_000, 8).await;
}

/// `cargo nextest run -p flows --test sheets --run-ignored all hundred`
#[tokio::test]
#[ignore = "a minute"]
async fn a_hundred_thousand_people_take_as_few_calls_as_the_limits_allow() {
    push_many(100_000, 20).await;
}
