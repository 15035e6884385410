//! A desktop of its own for one story: screen, session bus, keychain, driver, and an empty home.

use std::fs;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use serde_json::json;
use tempfile::TempDir;

use crate::overheard::Overheard;
use crate::service::{Service, eventually};
use crate::window::Window;
use crate::wire::Driver;

/// How long the desktop's own services may take to answer on a busy machine.
const START: Duration = Duration::from_secs(20);

/// The desktop. Windows opened on it one after another find the home as the one before left it.
pub(crate) struct Desktop {
    // In the order in which they must end.
    driver_service: Service,
    _keychain: Service,
    _bus: Service,
    _screen: Service,
    driver: Driver,
    environment: Vec<(String, String)>,
    home: TempDir,
    pictures: PathBuf,
}

impl Desktop {
    /// An empty home on a screen of 1440×900, in English.
    pub(crate) fn start() -> Self {
        Self::start_with(&[])
    }

    /// The same with more variables in the environment of the desk, for example `LANGUAGE`.
    pub(crate) fn start_with(variables: &[(&str, &str)]) -> Self {
        let pictures = pictures();
        // Short, because a socket's path has at most 107 bytes.
        let home = tempfile::Builder::new().prefix("desk").tempdir().unwrap();
        let runtime = home.path().join("run");
        make_private(&runtime);
        let text = |path: &Path| path.to_str().unwrap().to_owned();
        let mut environment = vec![
            ("PATH".to_owned(), std::env::var("PATH").unwrap()),
            ("HOME".to_owned(), text(home.path())),
            ("XDG_RUNTIME_DIR".to_owned(), text(&runtime)),
            ("LANG".to_owned(), "C.UTF-8".to_owned()),
            ("LANGUAGE".to_owned(), "en".to_owned()),
            ("GDK_BACKEND".to_owned(), "x11".to_owned()),
            ("TAURI_WEBVIEW_AUTOMATION".to_owned(), "true".to_owned()),
        ];
        environment.extend(variables.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));

        let begin = |environment: &[(String, String)], program: &str, words: &[&str]| {
            let mut command = Command::new(program);
            command.args(words).current_dir(home.path()).env_clear().envs(environment.iter().cloned());
            command
        };
        let words = ["-displayfd", "1", "-screen", "0", "1440x900x24", "-nolisten", "tcp"];
        let mut screen = Service::start("Xvfb", &mut begin(&environment, "Xvfb", &words), &pictures);
        environment.push(("DISPLAY".to_owned(), format!(":{}", screen.first_line())));

        let words = ["--session", "--nofork", "--print-address=1"];
        let mut bus = Service::start("dbus-daemon", &mut begin(&environment, "dbus-daemon", &words), &pictures);
        environment.push(("DBUS_SESSION_BUS_ADDRESS".to_owned(), bus.first_line()));

        let words = ["--foreground", "--unlock", "--components=secrets"];
        let mut keychain = Service::start("gnome-keyring-daemon", &mut begin(&environment, "gnome-keyring-daemon", &words), &pictures);
        keychain.tell("the password of the login keychain");
        let owned = eventually(START, || {
            let words = ["--session", "--dest=org.freedesktop.DBus", "--print-reply=literal", "/org/freedesktop/DBus"];
            let mut ask = begin(&environment, "dbus-send", &words);
            let answer = ask.args(["org.freedesktop.DBus.NameHasOwner", "string:org.freedesktop.secrets"]).output().unwrap();
            String::from_utf8_lossy(&answer.stdout).contains("true").then_some(())
        });
        owned.expect("the keychain never came onto the session bus: see gnome-keyring-daemon.log");

        let driver = Driver { port: free_port() };
        let words = ["--host=127.0.0.1".to_owned(), format!("--port={}", driver.port)];
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let driver_service = Service::start("WebKitWebDriver", &mut begin(&environment, "WebKitWebDriver", &words), &pictures);
        eventually(START, || driver.get("/status").ok()).expect("the driver never answered: see WebKitWebDriver.log");

        Self { driver_service, _keychain: keychain, _bus: bus, _screen: screen, driver, environment, home, pictures }
    }

    /// Starts the desk with these arguments and waits until its page is loaded.
    ///
    /// One window at a time: close the one before.
    pub(crate) fn open(&self, arguments: &[&str]) -> Window<'_> {
        self.open_program(None, arguments)
    }

    /// The same with another program than the one under test.
    pub(crate) fn open_program(&self, other: Option<&Path>, arguments: &[&str]) -> Window<'_> {
        let options = json!({ "binary": other.map_or_else(program, Path::to_owned), "args": arguments });
        let wanted = json!({ "capabilities": { "alwaysMatch": { "webkitgtk:browserOptions": options } } });
        let session = self.driver.post("/session", &wanted).unwrap_or_else(|error| panic!("the window did not open: {error}"));
        Window::new(self, self.driver, session["sessionId"].as_str().unwrap())
    }

    /// Starts the desk a second time, as "open with" in a file manager does, and returns when that start has ended.
    pub(crate) fn start_again(&self, arguments: &[&str]) {
        let mut command = Command::new(program());
        let status = command.args(arguments).env_clear().envs(self.environment.iter().cloned()).status().unwrap();
        assert!(status.success(), "the second start failed: {status}");
    }

    /// Runs a program to its end in this home, beside this keychain.
    pub(crate) fn run(&self, program: &Path, arguments: &[&str]) {
        let mut command = Command::new(program);
        let status = command.args(arguments).env_clear().envs(self.environment.iter().cloned()).stdout(Stdio::null()).status().unwrap();
        assert!(status.success(), "{} {arguments:?} failed: {status}", program.display());
    }

    /// Listens to what the desk wants shown as a notification from now on.
    pub(crate) fn overhear(&self) -> Overheard {
        let mut monitor = Command::new("dbus-monitor");
        Overheard::begin(monitor.env_clear().envs(self.environment.iter().cloned()), &self.pictures)
    }

    /// The process of the open window, for `kill -9`.
    pub(crate) fn process(&self) -> Option<u32> {
        children(self.driver_service.id()).into_iter().next()
    }

    /// The process that draws the page of the open window.
    pub(crate) fn page_process(&self) -> Option<u32> {
        let draws = |process: &u32| fs::read_to_string(format!("/proc/{process}/comm")).is_ok_and(|name| name.starts_with("WebKitWebProc"));
        children(self.process()?).into_iter().find(draws)
    }

    /// The home folder, to put files into it and to look at what the desk left there.
    pub(crate) fn home(&self) -> &Path {
        self.home.path()
    }

    /// Where this story's screenshots and logs are kept: `target/tmp/e2e/STORY/`.
    pub(crate) fn pictures(&self) -> &Path {
        &self.pictures
    }
}

/// What a process has started and still runs.
fn children(process: u32) -> Vec<u32> {
    let threads = fs::read_dir(format!("/proc/{process}/task")).into_iter().flatten().flatten();
    let started = threads.filter_map(|thread| fs::read_to_string(thread.path().join("children")).ok());
    started.flat_map(|list| list.split_whitespace().filter_map(|id| id.parse().ok()).collect::<Vec<_>>()).collect()
}

/// The program under test: what `cargo xtask e2e` names, or the one built beside this test.
fn program() -> PathBuf {
    let beside = || Path::new(env!("CARGO_TARGET_TMPDIR")).parent().unwrap().join("debug/rainmaker");
    let program = std::env::var_os("RAINMAKER_WINDOW").map_or_else(beside, PathBuf::from);
    // The desk starts in another folder than this test.
    fs::canonicalize(&program).unwrap_or_else(|error| panic!("{} is not built ({error}): run cargo xtask e2e", program.display()))
}

/// The folder named after the running test, fresh when its first desktop starts: a later one adds to it.
fn pictures() -> PathBuf {
    static BEGUN: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());
    let thread = std::thread::current();
    let story = thread.name().unwrap_or("story").rsplit("::").next().unwrap().to_owned();
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("e2e").join(story);
    let mut begun = BEGUN.lock().unwrap_or_else(PoisonError::into_inner);
    if !begun.contains(&folder) {
        let _ = fs::remove_dir_all(&folder);
        begun.push(folder.clone());
    }
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn make_private(folder: &Path) {
    use std::os::unix::fs::DirBuilderExt as _;
    fs::DirBuilder::new().mode(0o700).create(folder).unwrap();
}

/// A port nobody listens on at this moment.
fn free_port() -> u16 {
    TcpListener::bind(("127.0.0.1", 0)).unwrap().local_addr().unwrap().port()
}
