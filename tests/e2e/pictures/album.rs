//! Where a picture goes, and the looks in which each screen is shown.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use serde_json::{Value, json};

use crate::by::By;
use crate::window::Window;

/// How long letters, shadows and panels take to come to rest: only what stands still is worth a picture.
const REST: Duration = Duration::from_millis(700);

/// A language and a theme.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Look {
    /// `en` or `fr`.
    pub(crate) locale: &'static str,
    /// `light` or `dark`.
    pub(crate) theme: &'static str,
}

/// The two that together show both languages and both themes.
pub(crate) const LOOKS: [Look; 2] = [Look { locale: "fr", theme: "light" }, Look { locale: "en", theme: "dark" }];

/// The other two, taken as well and kept beside the logs.
const OTHERS: [Look; 2] = [Look { locale: "en", theme: "light" }, Look { locale: "fr", theme: "dark" }];

/// All four.
pub(crate) fn every_look() -> impl Iterator<Item = Look> {
    LOOKS.into_iter().chain(OTHERS)
}

impl Look {
    /// Makes an open desk look and speak like this.
    pub(crate) fn put_on(self, window: &Window<'_>) {
        call(window, "setting_set", &json!({ "key": "identity.locale", "value": self.locale }));
        call(window, "setting_set", &json!({ "key": "window.theme", "value": self.theme }));
        let lang = format!("html[lang={}][data-mantine-color-scheme={}]", self.locale, self.theme);
        window.see(By::Css(&lang));
    }

    /// The same before there is a desk: the window remembers how it last looked.
    pub(crate) fn remember(self, window: &Window<'_>) {
        let keep = "localStorage.setItem('rainmaker.locale', arguments[0]); \
                    localStorage.setItem('mantine-color-scheme-value', arguments[1]); location.reload();";
        window.script(keep, &json!([self.locale, self.theme]));
        let lang = format!("html[lang={}][data-mantine-color-scheme={}]", self.locale, self.theme);
        window.see(By::Css(&lang));
    }
}

/// What it adds to a picture's name, the window, and how often the page is made a step larger.
pub(crate) type Size = (&'static str, (u32, u32), usize);

/// The sizes in which a screen is shown.
pub(crate) const SIZES: [Size; 3] = [("", (1440, 900), 0), ("-1024x700", (1024, 700), 0), ("-zoom-200", (1440, 900), 5)];

/// Gives the window its size, and makes its page larger by the keys a person has for it.
pub(crate) fn size(window: &Window<'_>, (width, height): (u32, u32), steps: usize) {
    window.resize(width, height);
    for _ in 0..steps {
        window.press("Control+=");
    }
    if steps == 5 {
        let half = window.script("return innerWidth", &json!([]));
        assert_eq!(half, json!(width / 2), "five steps of 20 % make 200 %");
    }
}

/// Asks the core, as the page does.
pub(crate) fn call(window: &Window<'_>, command: &str, request: &Value) -> Value {
    window.script("return window.__TAURI_INTERNALS__.invoke(arguments[0], { request: arguments[1] })", &json!([command, request]))
}

/// Opens a screen by its address and waits until it stands still.
pub(crate) fn go(window: &Window<'_>, address: &str) {
    window.script("location.hash = arguments[0]", &json!([address]));
    rest();
}

/// Waits until everything stands still.
pub(crate) fn rest() {
    std::thread::sleep(REST);
}

/// Takes the picture: into `docs/screens/` where it is one of [`LOOKS`], else only into the story's own folder.
pub(crate) fn take(window: &Window<'_>, screen: &str, look: Look) {
    rest();
    let name = format!("{screen}-{}-{}", look.theme, look.locale);
    let whole = window.picture(&name);
    if LOOKS.iter().any(|kept| kept.locale == look.locale && kept.theme == look.theme) {
        let small = screens().join(format!("{name}.png"));
        // A screen has few colours: 128 of them look the same and weigh a third.
        let less = ["-strip", "+dither", "-colors", "128", "-define", "png:compression-level=9", "-define", "png:compression-filter=0"];
        let drawn = Command::new("convert").arg(&whole).args(less).arg(format!("png8:{}", small.display())).status();
        assert!(drawn.expect("ImageMagick is installed").success(), "{name} was not compressed");
    }
}

fn screens() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/screens")
}
