//! `cargo xtask bench [NAME…]`: the figures the documents quote. Both sides of a comparison alternate in one run; medians are reported as
//! ratios.

mod duplicates;
mod engine;
mod import;
mod invented;
mod large;
mod lists;
mod people;
mod searches;
mod send;

use std::time::Duration;

/// The product's.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[tokio::main]
async fn main() {
    let wanted: Vec<String> = std::env::args().skip(1).collect();
    let asked = |name: &str| wanted.is_empty() || wanted.iter().any(|other| other == name);
    if asked("import") {
        import::run().await;
    }
    if asked("large") {
        large::run().await;
    }
    if asked("lists") {
        lists::run().await;
    }
    if asked("searches") {
        searches::run().await;
    }
    if asked("duplicates") {
        duplicates::run();
    }
    if asked("engine") {
        engine::run().await;
    }
    if asked("send") {
        send::run().await;
    }
}

/// The middle one.
pub(crate) fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

/// How many people: 100,000, or `RAINMAKER_BENCH_PEOPLE`.
pub(crate) fn people() -> u32 {
    std::env::var("RAINMAKER_BENCH_PEOPLE").ok().and_then(|n| n.parse().ok()).unwrap_or(100_000)
}

/// Rounds of a comparison: 5, or `RAINMAKER_BENCH_ROUNDS`.
pub(crate) fn rounds() -> u32 {
    std::env::var("RAINMAKER_BENCH_ROUNDS").ok().and_then(|n| n.parse().ok()).unwrap_or(5)
}
