//! Which crate may name which: shell and cli → api → app → store → domain, connectors → domain, and the outside
//! libraries each behind the one crate that knows them.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

use serde_json::Value;

/// Our crates and which of the others each may name. The tests and the build tasks stand outside.
const ALLOWED: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("formats", &["domain"]),
    ("store", &["domain"]),
    ("connectors", &["domain"]),
    ("app", &["domain", "formats", "store"]),
    ("api", &["app", "domain"]),
    ("cli", &["api", "app", "connectors", "domain"]),
    ("rainmaker", &["api", "app", "connectors", "domain"]),
    ("testkit", &["api", "app", "connectors", "domain", "formats", "store"]),
    ("flows", &["api", "app", "connectors", "domain", "formats", "store", "testkit"]),
    ("xtask", &[]),
];

/// Outside libraries, by the beginning of their names, and the only crates that may name them, tests included.
const BEHIND: &[(&str, &[&str])] = &[
    ("tauri", &["rainmaker"]),
    ("rusqlite", &["store"]),
    ("deadpool", &["store"]),
    ("libsqlite3", &["store"]),
    ("async-openai", &["connectors"]),
    ("keyring", &["connectors", "testkit"]),
    // A message is composed without a connection; that half of the library is pure.
    ("lettre", &["connectors", "domain"]),
    ("oauth2", &["connectors"]),
    ("reqwest", &["connectors"]),
];

/// What only a window needs; `rain` is built where none of it is installed.
const WINDOW: &[&str] = &["gdk", "gtk", "javascriptcore-rs", "tao", "tauri", "webkit2gtk", "wry"];

/// What cargo knows about the workspace, without asking the network.
struct Workspace(Value);

impl Workspace {
    fn read() -> Self {
        let mut cargo = Command::new(env!("CARGO"));
        // For this machine alone: the build fetched what it compiles, and nothing of other systems.
        cargo.args(["metadata", "--format-version", "1", "--offline", "--filter-platform", "host-tuple", "--manifest-path"]);
        let output = cargo.arg(concat!(env!("CARGO_MANIFEST_DIR"), "/../Cargo.toml")).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        Self(serde_json::from_slice(&output.stdout).unwrap())
    }

    /// Our own crates: the name and everything its manifest names, for building and testing too.
    fn crates(&self) -> BTreeMap<String, BTreeSet<String>> {
        let members: BTreeSet<&str> = texts(&self.0["workspace_members"]).collect();
        let own = list(&self.0["packages"]).filter(|package| members.contains(text(&package["id"])));
        own.map(|package| {
            let named = list(&package["dependencies"]).map(|dependency| text(&dependency["name"]).to_owned());
            (text(&package["name"]).to_owned(), named.collect())
        })
        .collect()
    }

    /// Every package that building this crate compiles, its tests apart.
    fn closure(&self, of: &str) -> BTreeSet<String> {
        let names: BTreeMap<&str, &str> = list(&self.0["packages"]).map(|package| (text(&package["id"]), text(&package["name"]))).collect();
        let nodes: BTreeMap<&str, &Value> = list(&self.0["resolve"]["nodes"]).map(|node| (text(&node["id"]), node)).collect();
        let mut waiting: Vec<&str> = names.iter().filter(|(_, name)| **name == of).map(|(id, _)| *id).collect();
        let mut seen = BTreeSet::new();
        while let Some(id) = waiting.pop() {
            if !seen.insert(id) {
                continue;
            }
            let built = |dependency: &&Value| list(&dependency["dep_kinds"]).any(|kind| kind["kind"] != "dev");
            waiting.extend(list(&nodes[id]["deps"]).filter(built).map(|dependency| text(&dependency["pkg"])));
        }
        seen.into_iter().map(|id| names[id].to_owned()).collect()
    }
}

#[test]
fn every_crate_names_only_the_crates_below_it() {
    let crates = Workspace::read().crates();
    let rules: BTreeMap<&str, &[&str]> = ALLOWED.iter().copied().collect();
    let mut broken = Vec::new();
    for (name, named) in &crates {
        let Some(allowed) = rules.get(name.as_str()) else {
            broken.push(format!("{name} has no rule: add it to ALLOWED, as low as it can stand"));
            continue;
        };
        let others = named.iter().filter(|other| crates.contains_key(*other) && !allowed.contains(&other.as_str()));
        // A crate may test itself with the kit that stands above it.
        broken.extend(others.filter(|other| *other != "testkit").map(|other| format!("{name} must not name {other}")));
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn only_the_crate_that_knows_an_outside_library_names_it() {
    let mut broken = Vec::new();
    for (name, named) in Workspace::read().crates() {
        for (library, knowing) in BEHIND {
            let names_it = named.iter().any(|other| other.starts_with(library));
            if names_it && !knowing.contains(&name.as_str()) {
                broken.push(format!("{name} must not name {library}: it belongs behind {}", knowing.join(", ")));
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn the_terminal_program_is_built_without_any_of_the_window() {
    let workspace = Workspace::read();
    let closure = workspace.closure("cli");
    assert!(closure.contains("domain"), "the closure of cli was not found: {closure:?}");
    let window: Vec<_> = closure.iter().filter(|name| WINDOW.contains(&name.as_str())).collect();
    assert!(window.is_empty(), "rain would need {window:?}");
    // The same question about the shell must find it, or the answer above says nothing.
    assert!(workspace.closure("rainmaker").contains("tauri"));
}

#[test]
fn a_bare_cargo_build_builds_the_terminal_program_alone() {
    let workspace = Workspace::read();
    let members: Vec<&str> = texts(&workspace.0["workspace_default_members"]).collect();
    assert_eq!(members.len(), 1, "{members:?}");
    assert!(members.iter().all(|id| id.contains("crates/cli")), "{members:?}");
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().unwrap().iter()
}

fn texts(value: &Value) -> impl Iterator<Item = &str> {
    list(value).map(text)
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap()
}
