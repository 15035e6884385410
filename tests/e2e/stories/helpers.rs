//! The helpers do what a person does: they type, click and read in a small page of their own, in the real window.

use std::fs;

use serde_json::json;

use crate::by::By;
use crate::desktop::Desktop;

const PAGE: &str = r#"
    document.title = "Helpers";
    document.body.replaceChildren();
    const add = (tag, properties, text) => {
        const element = document.createElement(tag);
        for (const [name, value] of Object.entries(properties)) element.setAttribute(name, value);
        element.append(text);
        element.style.display = properties.hidden === undefined ? "block" : "";
        document.body.append(element);
        return element;
    };
    const field = add("input", { "aria-label": "Company", "data-testid": "company", value: "Old name" }, "");
    const said = add("output", { "data-testid": "said" }, "nothing");
    const button = add("button", {}, "Save the company");
    add("button", { hidden: "" }, "Save nothing");
    const later = add("p", { hidden: "" }, "It appears later");
    button.addEventListener("click", () => { said.textContent = "saved " + field.value; });
    button.addEventListener("dblclick", () => { said.textContent = "twice"; setTimeout(() => { later.hidden = false; }, 300); });
    document.addEventListener("keydown", (event) => { if (event.ctrlKey && event.shiftKey && event.code === "KeyZ") said.textContent = "redo"; });
"#;

/// Listens as the page does, without the page's own code.
const LISTEN: &str = r#"
    const offered = document.createElement("output");
    offered.dataset.testid = "offered";
    offered.append("nothing");
    document.body.replaceChildren(offered);
    const { invoke, transformCallback } = window.__TAURI_INTERNALS__;
    const heard = transformCallback(async () => { offered.textContent = (await invoke("take_offered")).join(); });
    return invoke("plugin:event|listen", { event: "files-offered", target: { kind: "Any" }, handler: heard });
"#;

#[test]
fn the_helpers_type_click_and_read_as_a_person_does() {
    let desktop = Desktop::start();
    let window = desktop.open(&[]);
    window.script(PAGE, &json!([]));
    let (company, said) = (By::Role("textbox", "Company"), By::TestId("said"));

    window.fill(company, "Ünïted & Sons");
    assert_eq!(window.value(By::TestId("company")), "Ünïted & Sons");
    window.click(By::Role("button", "Save"));
    window.see_text(said, "saved Ünïted & Sons");
    assert_eq!(window.count(By::Css("button")), 1, "a hidden button must not be found");

    window.press("Control+Shift+z");
    assert_eq!(window.read(said), "redo");
    window.see_no(By::Text("It appears later"));
    window.double_click(By::Role("button", "Save"));
    window.see(By::Text("It appears later"));

    window.resize(1100, 700);
    assert_eq!(window.script("return innerWidth", &json!([])), json!(1100));
    let picture = fs::read(window.picture("helpers")).unwrap();
    assert!(picture.starts_with(b"\x89PNG"));
}

#[test]
fn a_desk_that_was_killed_opens_again_in_the_same_home() {
    let desktop = Desktop::start();
    fs::write(desktop.home().join("kept.csv"), "name\nAda\n").unwrap();
    desktop.open(&[]).kill();
    assert_eq!(desktop.process(), None);

    let window = desktop.open(&[]);
    assert_eq!(window.title(), "Rainmaker");
    // A second start ends by itself and leaves the first one open.
    desktop.start_again(&[]);
    assert_eq!(window.title(), "Rainmaker");
    window.close();
    assert_eq!(desktop.process(), None);
    assert!(desktop.home().join("kept.csv").exists());
}

#[test]
fn a_file_opened_with_the_desk_arrives_in_the_open_window() {
    let desktop = Desktop::start();
    let window = desktop.open(&[]);
    let file = desktop.home().join("Connections.csv");
    fs::write(&file, "First Name\nAda\n").unwrap();
    window.script(LISTEN, &json!([]));
    desktop.start_again(&[file.to_str().unwrap()]);
    window.see_text(By::TestId("offered"), file.to_str().unwrap());
}
