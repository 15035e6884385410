//! How long the desk takes from its start to a list that can be used, and the memory it holds then: with many people, with none, and beside
//! a window with nothing in it; and how long from a key in the search box to the rows it asks for. `cargo xtask bench -- start keys` runs
//! them with release programs.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::by::By;
use crate::desktop::Desktop;

const PEOPLE: u32 = 100_000;

#[test]
#[ignore = "figures, not a story: cargo xtask bench -- start"]
fn cold_start() {
    let rounds = std::env::var("RAINMAKER_BENCH_ROUNDS").ok().and_then(|n| n.parse().ok()).unwrap_or(5);
    let programs = programs();
    let (full, empty) = (Desktop::start(), Desktop::start());
    for (desktop, people) in [(&full, PEOPLE), (&empty, 0)] {
        prepare(desktop, &programs.join("rain"), people);
    }
    let mut all = [Figures::default(), Figures::default(), Figures::default()];
    for _ in 0..rounds {
        all[0].add(start(&full, None, "[role=row][row-index]"));
        all[1].add(start(&empty, None, "main h2"));
        all[2].add(start(&empty, Some(&programs.join("examples/empty_window")), "body"));
    }
    let [full, empty, window] = all.map(Figures::median);
    println!("start with {PEOPLE} people: {:.2?}, {} MB", full.0, full.1);
    println!("start with nobody: {:.2?}, {} MB", empty.0, empty.1);
    println!("an empty window: {:.2?}, {} MB", window.0, window.1);
    println!("start: {:.2} of the empty desk, {:.2} of an empty window", ratio(full.0, empty.0), ratio(full.0, window.0));
}

/// What is typed: every key of it puts another person on top of the list.
const TYPED: [&str; 10] = ["4321", "98765", "1234", "777", "31415", "27182", "8080", "5555", "60606", "2468"];

/// In the page: from the event of a key until the frame after the one in which the first row has changed.
const WATCH: &str = "
    const first = () => document.querySelector('[role=row][row-index=\"0\"] [col-id=name]')?.textContent;
    window.keysToPaint = [];
    let began, before;
    addEventListener('keydown', (event) => { began = event.timeStamp; before = first(); }, true);
    new MutationObserver(() => {
      if (began === undefined || first() === undefined || first() === before) return;
      const from = began;
      began = undefined;
      requestAnimationFrame(() => setTimeout(() => window.keysToPaint.push(performance.now() - from)));
    }).observe(document.body, { subtree: true, childList: true, characterData: true });";

#[test]
#[ignore = "figures, not a story: cargo xtask bench -- keys"]
fn key_to_paint() {
    let desktop = Desktop::start();
    prepare(&desktop, &programs().join("rain"), PEOPLE);
    let window = desktop.open_program(None, &[]);
    window.see(By::Role("navigation", ""));
    window.script("location.hash = '#/people'", &json!([]));
    window.see(By::Css("[role=row][row-index]"));
    window.script(WATCH, &json!([]));
    let (mut keys, search) = (0, By::Css("input[type=search]"));
    for typed in TYPED {
        window.click(search);
        window.press("Control+a");
        for key in typed.chars() {
            window.press(&key.to_string());
            keys += 1;
            std::thread::sleep(Duration::from_millis(180));
        }
    }
    let times = window.script("return window.keysToPaint", &json!([]));
    let mut times: Vec<f64> = times.as_array().unwrap().iter().filter_map(Value::as_f64).collect();
    times.sort_unstable_by(f64::total_cmp);
    assert!(times.len() * 10 >= keys * 9, "{} of {keys} keys changed the list", times.len());
    println!("key to painted list, {PEOPLE} people: median {:.0} ms, p95 {:.0} ms", times[times.len() / 2], times[times.len() * 95 / 100]);
}

/// The folder of the release programs.
fn programs() -> PathBuf {
    let window = std::env::var("RAINMAKER_WINDOW").expect("cargo xtask bench names the programs");
    Path::new(&window).parent().unwrap().to_owned()
}

/// A desk with so many people, made by the terminal program in the same home.
fn prepare(desktop: &Desktop, rain: &Path, people: u32) {
    desktop.run(rain, &["init", "--locale", "en", "--json"]);
    if people > 0 {
        let file = desktop.home().join("Connections.csv");
        let mut csv = String::from("First Name,Last Name,URL,Email Address,Company,Position,Connected On\n");
        for n in 0..people {
            csv.push_str(&format!("Camille,Faure {n},https://www.linkedin.com/in/faure-{n},,Firm {},Head of Sales,05 Nov 2024\n", n / 5));
        }
        fs::write(&file, csv).unwrap();
        desktop.run(rain, &["import", file.to_str().unwrap(), "--json"]);
    }
}

/// From the start of the process until the list shows a row, or says that nobody is there; and what all its processes hold then.
fn start(desktop: &Desktop, program: Option<&Path>, shown: &str) -> (Duration, u64) {
    let began = Instant::now();
    let window = desktop.open_program(program, &[]);
    if program.is_none() {
        // Only once the keychain has opened the desk: before, the place would be the lock screen's.
        window.see(By::Role("navigation", ""));
        window.script("location.hash = '#/people'", &json!([]));
    }
    window.see(By::Css(shown));
    let took = began.elapsed();
    // What was only needed to get there is let go.
    std::thread::sleep(Duration::from_secs(1));
    (took, desktop.process().map_or(0, resident))
}

/// Proportional memory of a process and everything it started, in megabytes: pages shared with others count in part.
fn resident(process: u32) -> u64 {
    let children = fs::read_to_string(format!("/proc/{process}/task/{process}/children")).unwrap_or_default();
    let own = fs::read_to_string(format!("/proc/{process}/smaps_rollup")).unwrap_or_default();
    let kilobytes = own.lines().find_map(|line| line.strip_prefix("Pss:")?.trim().strip_suffix(" kB")?.trim().parse::<u64>().ok());
    kilobytes.unwrap_or_default() / 1024 + children.split_whitespace().filter_map(|id| id.parse().ok()).map(resident).sum::<u64>()
}

#[derive(Default)]
struct Figures(Vec<(Duration, u64)>);

impl Figures {
    fn add(&mut self, figure: (Duration, u64)) {
        eprintln!("  {:.2?}, {} MB", figure.0, figure.1);
        self.0.push(figure);
    }

    fn median(mut self) -> (Duration, u64) {
        self.0.sort_unstable();
        self.0[self.0.len() / 2]
    }
}

fn ratio(one: Duration, other: Duration) -> f64 {
    one.as_secs_f64() / other.as_secs_f64()
}
