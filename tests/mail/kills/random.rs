use super::verdict::judge;
use super::{desk_with, start};
use std::time::{Duration, Instant};
use testkit::smtp::{At, Setup, SmtpServer};

/// SplitMix64: the same seed kills at the same moments.
struct Seeded(u64);

impl Seeded {
    fn next(&mut self, below: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % below
    }
}

/// Kills a sending process at `kills` random moments, then lets one finish.
async fn killed_at_random(kills: usize, messages: u32, seed: u64) {
    let server = SmtpServer::start(Setup::default()).await;
    let folder = tempfile::tempdir().unwrap();
    desk_with(folder.path(), server.port(), messages).await;
    let (mut random, mut killed, began) = (Seeded(seed), 0, Instant::now());
    for n in 1..=u32::try_from(kills).unwrap() {
        let already = server.times(At::Greeting);
        let mut child = start(folder.path(), n, "");
        // Four of five die while they send, the others at any moment from their first instruction on.
        let sending = random.next(5) > 0;
        let patience = Instant::now();
        while sending && server.times(At::Greeting) == already && patience.elapsed() < Duration::from_secs(20) {
            if child.try_wait().unwrap().is_some() {
                break;
            }
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
        tokio::time::sleep(Duration::from_micros(random.next(if sending { 60_000 } else { 300_000 }))).await;
        killed += usize::from(child.try_wait().unwrap().is_none());
        let _ = child.kill();
        child.wait().unwrap();
    }
    let last = start(folder.path(), u32::try_from(kills).unwrap() + 1, "");
    let finished = tokio::task::spawn_blocking(move || {
        let mut last = last;
        last.wait()
    })
    .await
    .unwrap()
    .unwrap();
    assert!(finished.success());
    let verdict = judge(folder.path(), &server, usize::try_from(messages).unwrap(), killed).await;
    println!(
        "seed {seed}: {killed} kills, {messages} messages: {} sent, {} unknown, {} accepted, none twice, in {:.0} s",
        verdict.sent,
        verdict.unknown,
        server.taken().len(),
        began.elapsed().as_secs_f64()
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_process_killed_at_random_moments_sends_every_message_at_most_once() {
    killed_at_random(8, 150, 1).await;
}

/// `RAINMAKER_KILLS=200 cargo nextest run -p flows --test mail --run-ignored only random`, with `RAINMAKER_SEED` for other moments.
#[tokio::test(flavor = "multi_thread")]
#[ignore = "takes minutes"]
async fn a_process_killed_hundreds_of_times_sends_every_message_at_most_once() {
    let number = |name: &str, otherwise: u64| std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(otherwise);
    let kills = usize::try_from(number("RAINMAKER_KILLS", 200)).unwrap();
    killed_at_random(kills, u32::try_from(kills).unwrap() * 20, number("RAINMAKER_SEED", 2026)).await;
}
