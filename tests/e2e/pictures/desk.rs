//! Desks to take pictures of, made from a terminal before the window opens.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use super::album::{LOOKS, Look, Size, every_look, size};
use crate::by::By;
use crate::desktop::Desktop;
use crate::window::Window;

/// The passphrase of these desks: a window opens them on its lock screen.
const PHRASE: &str = "four quiet words here";

/// Where their seller is, and the computer the window is on: the hours of the screen are then those of the rules.
const ZONE: &str = "Europe/Paris";

/// A desk in a folder of its own, kept between two runs of these tests.
pub(crate) struct Desk {
    folder: PathBuf,
}

impl Desk {
    /// A new, empty one; what stood there is removed.
    pub(crate) fn new(name: &str) -> Self {
        let desk = Self { folder: home().join(name) };
        let _ = fs::remove_dir_all(&desk.folder);
        fs::create_dir_all(home()).unwrap();
        fs::write(home().join("phrase"), PHRASE).unwrap();
        desk.rain(&["init", "--locale", "en"]);
        desk
    }

    /// The one with this name if it was made before, else a new one with these people.
    pub(crate) fn kept(name: &str, people: usize) -> Self {
        let desk = Self { folder: home().join(name) };
        if !desk.folder.join("desk.db").exists() {
            Self::new(name).import(&connections(people));
        }
        desk
    }

    /// Runs `rain` on it and gives its JSON.
    pub(crate) fn rain(&self, words: &[&str]) -> Value {
        let program = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().unwrap().join("debug/rain");
        let mut command = Command::new(program);
        command.arg("--json").args(words).env("RAINMAKER_WORKSPACE", &self.folder);
        command.env("RAINMAKER_PASSPHRASE_FILE", home().join("phrase")).env("TZ", ZONE).env_remove("DBUS_SESSION_BUS_ADDRESS");
        let done = command.output().unwrap();
        assert!(done.status.success(), "rain {words:?}: {}", String::from_utf8_lossy(&done.stderr));
        serde_json::from_slice(&done.stdout).unwrap_or_default()
    }

    /// Imports a file of LinkedIn connections.
    pub(crate) fn import(&self, csv: &str) {
        let file = home().join("Connections.csv");
        fs::write(&file, csv).unwrap();
        self.rain(&["import", file.to_str().unwrap(), "--as", "linkedin"]);
    }

    /// Changes settings.
    pub(crate) fn set(&self, settings: &[(&str, &str)]) {
        for (key, value) in settings {
            self.rain(&["settings", "set", key, value]);
        }
    }

    /// Puts a file where the folder of backups would be.
    pub(crate) fn refuse_backups(&self) {
        let folder = self.folder.join("backups");
        let _ = fs::remove_dir_all(&folder);
        fs::write(folder, "in the way").unwrap();
    }

    /// Shows something in a window of its own for each of these sizes, in every look in its usual size and in two in the others. What is shown
    /// gets what the size adds to a picture's name.
    pub(crate) fn show(&self, sizes: &[Size], mut shown: impl FnMut(&Window<'_>, Look, &str)) {
        for (suffix, window_size, steps) in sizes {
            let desktop = self.desktop();
            let window = desktop.open(&[]);
            unlock(&window);
            size(&window, *window_size, *steps);
            let looks: Vec<Look> = if suffix.is_empty() { every_look().collect() } else { LOOKS.to_vec() };
            for look in looks {
                look.put_on(&window);
                shown(&window, look, suffix);
            }
            window.close();
        }
    }

    /// A desktop whose window opens this desk.
    pub(crate) fn desktop(&self) -> Desktop {
        Desktop::start_with(&[("RAINMAKER_WORKSPACE", self.folder.to_str().unwrap()), ("TZ", ZONE)])
    }
}

/// Types the phrase on the lock screen.
pub(crate) fn unlock(window: &Window<'_>) {
    window.type_into(By::Css("input[type=password]"), PHRASE);
    window.press("Enter");
    window.see(By::Role("navigation", ""));
}

const FIRST: [&str; 31] = [
    "Camille", "Léa", "Hugo", "Chloé", "Jules", "Inès", "Zoé", "Nathan", "Louise", "Raphaël", "Maël", "Capucine", "Noémie", "Olivier",
    "Agathe", "Benoît", "Clara", "Édouard", "Florence", "Gabriel", "Hélène", "Ismaël", "Juliette", "Lucas", "Margaux", "Paul", "Romane",
    "Simon", "Thomas", "Victoire", "Yann",
];
const LAST: [[&str; 16]; 3] = [
    ["Au", "Bel", "Cha", "Dau", "Fa", "Gar", "Hau", "Jou", "Lan", "Mar", "Nor", "Per", "Rou", "Sau", "Tre", "Ver"],
    ["ba", "bri", "cha", "de", "fo", "gi", "la", "li", "man", "mi", "na", "pe", "ri", "san", "ti", "vi"],
    ["ard", "as", "at", "eau", "el", "er", "et", "ier", "in", "is", "on", "ot", "oux", "rand", "tel", "y"],
];
const HOUSE: [&str; 9] = ["Atelier", "Maison", "Fonderie", "Verrerie", "Transports", "Laiterie", "Papeterie", "Groupe", "Imprimerie"];
const NAME: [&str; 13] = [
    "Lumen", "Vauban", "Belmont", "Delmas", "Kermadec", "Noirmont", "Rivoire", "Tessier", "Valmont", "Orsini", "Lantier", "Sauvage",
    "Yvelin",
];
const POST: [&str; 7] = [
    "Directrice commerciale",
    "Directeur des achats",
    "Gérante",
    "Responsable logistique",
    "Chef de projet",
    "Responsable qualité",
    "Head of purchasing",
];

/// So many people, as LinkedIn writes its connections; all names and firms are invented, and no two people have the same.
pub(crate) fn connections(people: usize) -> String {
    let mut csv = String::from("First Name,Last Name,URL,Email Address,Company,Position,Connected On\n");
    for n in 0..people {
        // An odd factor visits every combination of name and surname once before any comes back.
        let mixed = n * 104_729 % (FIRST.len() * 4096);
        let (one, surname) = (FIRST[mixed % FIRST.len()], mixed / FIRST.len());
        let two = format!("{}{}{}", LAST[0][surname / 256], LAST[1][surname / 16 % 16], LAST[2][surname % 16]);
        let firm = format!("{} {}", HOUSE[mixed / 7 % HOUSE.len()], NAME[mixed / 3 % NAME.len()]);
        let mail = if mixed % 5 == 2 { String::new() } else { format!("p{n}@{}.example", firm.to_lowercase().replace(' ', "-")) };
        let (post, day, year) = (POST[mixed / 11 % POST.len()], mixed % 28 + 1, 2013 + mixed % 13);
        // Every other one is connected already and needs no invitation.
        let connected = if n % 2 == 0 { format!("{day:02} Mar {year}") } else { String::new() };
        let _ = writeln!(csv, "{one},{two},https://www.linkedin.com/in/person-{n},{mail},{firm},{post},{connected}");
    }
    csv
}

/// Where these desks are.
fn home() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("pictures")
}
