//! The open window: what a seller does with it and what they see.

use std::fs;
use std::path::PathBuf;
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use crate::by::By;
use crate::desktop::Desktop;
use crate::service::eventually;
use crate::wire::Driver;

/// How long something may take to appear on a busy machine.
const APPEARS: Duration = Duration::from_secs(15);

/// The key under which WebDriver hands out elements.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// The window; it closes with the value.
pub(crate) struct Window<'a> {
    desktop: &'a Desktop,
    driver: Driver,
    session: String,
}

impl<'a> Window<'a> {
    pub(crate) fn new(desktop: &'a Desktop, driver: Driver, session: &str) -> Self {
        Self { desktop, driver, session: format!("/session/{session}") }
    }

    /// The title of the page.
    pub(crate) fn title(&self) -> String {
        self.get("/title").as_str().unwrap_or_default().to_owned()
    }

    /// Waits until something can be seen.
    #[track_caller]
    pub(crate) fn see(&self, by: By) {
        self.wait_for(by);
    }

    /// Waits until something can no longer be seen.
    #[track_caller]
    pub(crate) fn see_no(&self, by: By) {
        let gone = eventually(APPEARS, || self.find(by).is_ok_and(|found| found.is_empty()).then_some(()));
        gone.unwrap_or_else(|| self.give_up(&format!("{by} is still there")));
    }

    /// How many of it can be seen now, without waiting.
    #[track_caller]
    pub(crate) fn count(&self, by: By) -> usize {
        self.find(by).unwrap_or_else(|error| self.give_up(&error)).len()
    }

    /// The text of something, as a person reads it; waits until it is there.
    #[track_caller]
    pub(crate) fn read(&self, by: By) -> String {
        let element = self.wait_for(by);
        self.element_get(&element, "/text").as_str().unwrap_or_default().to_owned()
    }

    /// Waits until something reads like this.
    #[track_caller]
    pub(crate) fn see_text(&self, by: By, wanted: &str) {
        let mut last = String::new();
        let read = eventually(APPEARS, || {
            last = self.find(by).ok()?.first().map(|element| self.element_get(element, "/text"))?.as_str()?.to_owned();
            last.contains(wanted).then_some(())
        });
        read.unwrap_or_else(|| self.give_up(&format!("{by} reads {last:?} and not {wanted:?}")));
    }

    /// What stands in a field; waits until it is there.
    #[track_caller]
    pub(crate) fn value(&self, by: By) -> String {
        let element = self.wait_for(by);
        self.element_get(&element, "/property/value").as_str().unwrap_or_default().to_owned()
    }

    /// Clicks something as soon as it is there and can be clicked.
    #[track_caller]
    pub(crate) fn click(&self, by: By) {
        self.act(by, |element| self.driver.post(&format!("{}/element/{element}/click", self.session), &json!({})));
    }

    /// Clicks something twice.
    #[track_caller]
    pub(crate) fn double_click(&self, by: By) {
        let once = [json!({ "type": "pointerDown", "button": 0 }), json!({ "type": "pointerUp", "button": 0 })];
        self.act(by, |element| {
            let over = json!({ "type": "pointerMove", "origin": { ELEMENT: element }, "x": 0, "y": 0 });
            let all: Vec<Value> = std::iter::once(over).chain(once.clone()).chain(once.clone()).collect();
            let mouse = json!({ "type": "pointer", "id": "mouse", "parameters": { "pointerType": "mouse" }, "actions": all });
            self.driver.post(&format!("{}/actions", self.session), &json!({ "actions": [mouse] }))
        });
    }

    /// Replaces what stands in a field, key by key as a person would.
    #[track_caller]
    pub(crate) fn fill(&self, by: By, text: &str) {
        self.click(by);
        self.press("Control+a");
        self.press("Delete");
        self.type_into(by, text);
    }

    /// Types into a field after what stands there.
    #[track_caller]
    pub(crate) fn type_into(&self, by: By, text: &str) {
        let keys = json!({ "text": text });
        self.act(by, |element| self.driver.post(&format!("{}/element/{element}/value", self.session), &keys));
    }

    /// Presses a key or a chord wherever the focus is: `Enter`, `j`, `Control+k`, `Control+Shift+z`.
    #[track_caller]
    pub(crate) fn press(&self, chord: &str) {
        let keys: Vec<String> = chord.split('+').map(key).collect();
        let down = keys.iter().map(|key| json!({ "type": "keyDown", "value": key }));
        let up = keys.iter().rev().map(|key| json!({ "type": "keyUp", "value": key }));
        let keyboard = json!({ "type": "key", "id": "keyboard", "actions": down.chain(up).collect::<Vec<_>>() });
        self.post("/actions", &json!({ "actions": [keyboard] }));
    }

    /// Changes the size of the window, in pixels, and waits until the page has it.
    #[track_caller]
    pub(crate) fn resize(&self, width: u32, height: u32) {
        self.post("/window/rect", &json!({ "width": width, "height": height }));
        let wanted = json!([width, height]);
        let taken = eventually(APPEARS, || (self.script("return [innerWidth, innerHeight]", &json!([])) == wanted).then_some(()));
        taken.unwrap_or_else(|| self.give_up(&format!("the window never was {width}×{height}")));
    }

    /// What a function body returns in the page; `arguments` holds what is passed.
    #[track_caller]
    pub(crate) fn script(&self, body: &str, arguments: &Value) -> Value {
        self.post("/execute/sync", &json!({ "script": body, "args": arguments }))
    }

    /// Saves a picture of the window as `NAME.png` in the story's folder and returns where it is.
    #[track_caller]
    pub(crate) fn picture(&self, name: &str) -> PathBuf {
        self.save_picture(name).unwrap_or_else(|error| panic!("no picture: {error}"))
    }

    /// Closes the window as the driver does it, and waits until the desk has ended.
    pub(crate) fn close(self) {
        drop(self);
    }

    /// Ends the desk at once, with nothing written and nothing said.
    pub(crate) fn kill(self) {
        let process = self.desktop.process().expect("the desk runs");
        let killed = std::process::Command::new("kill").args(["-KILL", &process.to_string()]).status().unwrap();
        assert!(killed.success(), "the desk was not there to kill");
    }

    #[track_caller]
    fn wait_for(&self, by: By) -> String {
        let mut last = String::from("it is not there");
        let found = eventually(APPEARS, || match self.find(by) {
            Ok(found) => found.into_iter().next(),
            Err(error) => {
                last = error;
                None
            }
        });
        found.unwrap_or_else(|| self.give_up(&format!("waited for {by}: {last}")))
    }

    /// Tries until the element lets it be done: it may still be moving, covered, or be replaced under the pointer.
    #[track_caller]
    fn act(&self, by: By, action: impl Fn(&str) -> Result<Value, String>) {
        let mut last = String::from("it is not there");
        let done = eventually(APPEARS, || {
            let result = self.find(by).and_then(|found| found.first().map_or_else(|| Err(last.clone()), |element| action(element)));
            result.map_err(|error| last = error).ok()
        });
        done.unwrap_or_else(|| self.give_up(&format!("could not use {by}: {last}")));
    }

    fn find(&self, by: By) -> Result<Vec<String>, String> {
        let body = json!({ "script": include_str!("find.js"), "args": by.arguments() });
        let found = self.driver.post(&format!("{}/execute/sync", self.session), &body)?;
        let elements = found.as_array().into_iter().flatten();
        Ok(elements.filter_map(|element| element[ELEMENT].as_str().map(str::to_owned)).collect())
    }

    #[track_caller]
    fn get(&self, path: &str) -> Value {
        self.driver.get(&format!("{}{path}", self.session)).unwrap_or_else(|error| self.give_up(&error))
    }

    #[track_caller]
    fn post(&self, path: &str, body: &Value) -> Value {
        self.driver.post(&format!("{}{path}", self.session), body).unwrap_or_else(|error| self.give_up(&error))
    }

    fn element_get(&self, element: &str, path: &str) -> Value {
        // An element that was replaced meanwhile reads as nothing; the caller looks again or says what it missed.
        self.driver.get(&format!("{}/element/{element}{path}", self.session)).unwrap_or_default()
    }

    fn save_picture(&self, name: &str) -> Result<PathBuf, String> {
        let picture = self.driver.get(&format!("{}/screenshot", self.session))?;
        let bytes = STANDARD.decode(picture.as_str().unwrap_or_default()).map_err(|error| error.to_string())?;
        let path = self.desktop.pictures().join(format!("{name}.png"));
        fs::write(&path, bytes).map_err(|error| error.to_string())?;
        Ok(path)
    }

    /// Fails the story, with everything that can be seen.
    #[track_caller]
    fn give_up(&self, why: &str) -> ! {
        let picture = self.save_picture("failed").map_or_else(|error| error, |path| path.display().to_string());
        let body = json!({ "script": "return document.body.innerText", "args": [] });
        let text = self.driver.post(&format!("{}/execute/sync", self.session), &body).unwrap_or_default();
        panic!("{why}\npicture: {picture}\nthe page reads:\n{}", text.as_str().unwrap_or("(nothing)"));
    }
}

impl Drop for Window<'_> {
    fn drop(&mut self) {
        let process = self.desktop.process();
        let _ = self.driver.delete(&self.session);
        // The next window may open only when this one's program has let go of the desk.
        if let Some(process) = process {
            let _ = eventually(APPEARS, || (self.desktop.process() != Some(process)).then_some(()));
        }
    }
}

/// WebDriver's code of a named key (<https://www.w3.org/TR/webdriver2/#keyboard-actions>); a letter is itself.
fn key(name: &str) -> String {
    let code = match name {
        "Backspace" => '\u{e003}',
        "Tab" => '\u{e004}',
        "Enter" => '\u{e007}',
        "Shift" => '\u{e008}',
        "Control" => '\u{e009}',
        "Alt" => '\u{e00a}',
        "Escape" => '\u{e00c}',
        "Space" => '\u{e00d}',
        "PageUp" => '\u{e00e}',
        "PageDown" => '\u{e00f}',
        "End" => '\u{e010}',
        "Home" => '\u{e011}',
        "ArrowLeft" => '\u{e012}',
        "ArrowUp" => '\u{e013}',
        "ArrowRight" => '\u{e014}',
        "ArrowDown" => '\u{e015}',
        "Delete" => '\u{e017}',
        "F2" => '\u{e032}',
        "F6" => '\u{e036}',
        letter => return letter.to_owned(),
    };
    code.to_string()
}
