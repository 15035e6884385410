//! The main job, by hand in the real window: create a desk, import, look before the run, run, read the receipt, undo.

use std::fs;

use serde_json::json;

use crate::by::By;
use crate::desktop::Desktop;
use crate::window::Window;

/// Two people with an address, one with a profile only, and a hidden member; whoever has a profile is not connected yet.
const CONNECTIONS: &str = "Notes:\n\"When exporting your connection data, some e-mail addresses are missing.\"\n\n\
First Name,Last Name,URL,Email Address,Company,Position,Connected On\n\
Camille,Faure,https://www.linkedin.com/in/camille-faure,camille.faure@atelier-lumen.example,Atelier Lumen,Sales director,\n\
Emma,Whitcombe,,emma@harrow-glass.example,Harrow Glassworks,Head of purchasing,12 Mar 2023\n\
Thibault,Roussel,https://www.linkedin.com/in/thibault-roussel,,Vauban,Site director,\n\
,,,,,,07 Jun 2026\n";

#[test]
fn a_seller_imports_looks_runs_reads_the_receipt_and_undoes() {
    let desktop = Desktop::start();
    let window = desktop.open(&[]);
    create_a_desk(&window);
    import(&desktop, &window);
    let notifications = desktop.overhear();
    run(&window);
    read_the_receipt(&window);
    notifications.see("Run 1 is finished");
    notifications.see("3 people accounted for: 2 kept as drafts.");
    undo(&window);
    window.close();
}

fn create_a_desk(window: &Window<'_>) {
    window.click(By::Text("English"));
    window.click(By::Role("button", "Create a desk"));
    window.click(By::Role("button", "Continue without a phrase"));
    window.see(By::Role("button", "I have the sheet"));
    window.picture("recovery");
    write_the_sheet_down(window);
    window.see(By::Role("navigation", ""));
}

/// Reads the recovery key off the sheet, as a seller prints it, and types the two groups that are asked for.
fn write_the_sheet_down(window: &Window<'_>) {
    let groups = window.script("return [...document.querySelectorAll('form ol li b')].map((group) => group.textContent)", &json!([]));
    window.click(By::Role("button", "I have the sheet"));
    window.see(By::Role("textbox", "Retype group"));
    for (index, group) in groups.as_array().unwrap().iter().enumerate() {
        let name = format!("Retype group {}", index + 1);
        let field = By::Role("textbox", &name);
        if window.count(field) > 0 {
            window.type_into(field, group.as_str().unwrap());
        }
    }
    window.press("Enter");
}

fn import(desktop: &Desktop, window: &Window<'_>) {
    let file = desktop.home().join("Connections.csv");
    fs::write(&file, CONNECTIONS).unwrap();
    desktop.start_again(&[file.to_str().unwrap()]);
    for next in ["Map", "Choose how to match", "Check"] {
        window.click(By::Role("button", next));
    }
    window.picture("check");
    window.click(By::Role("button", "Import 3 people"));
    window.see(By::Text("Undo this import"));
    window.picture("imported");
}

fn run(window: &Window<'_>) {
    window.click(By::Role("link", "Full sequence"));
    window.click(By::Role("button", "Run full sequence"));
    window.see(By::Text("people get a draft to approve"));
    window.see(By::Text("No email address"));
    window.picture("pre-flight");
    window.click(By::Role("button", "Start with 2 people"));
}

fn read_the_receipt(window: &Window<'_>) {
    window.see(By::Text("people, every one accounted for"));
    for (what, count) in
        [("Emails written", "2"), ("kept as drafts", "2"), ("LinkedIn notes handed to you", "2"), ("Follow-ups scheduled", "2")]
    {
        assert_eq!(line(window, what), count, "{what}");
    }
    window.picture("receipt");
}

/// The figure at the end of a line of the receipt.
fn line(window: &Window<'_>, what: &str) -> String {
    let found = window.script(
        "const line = [...document.querySelectorAll('dt, dd, li, div, span')].find((e) => e.children.length === 0 && e.textContent.trim() === arguments[0]);\
         return line ? line.parentElement.textContent.replace(arguments[0], '').trim() : 'missing';",
        &json!([what]),
    );
    found.as_str().unwrap_or_default().to_owned()
}

fn undo(window: &Window<'_>) {
    window.click(By::Role("button", "Undo what can be undone"));
    window.click(By::Role("button", "Undo all of it"));
    window.see(By::Css(".mantine-Notification-root"));
    assert_eq!(covered(window), json!([]), "a toast covers nothing one may want to press");
    window.click(By::Role("link", "LinkedIn queue"));
    window.see(By::Text("Nobody waits for a note"));
    window.see_no(By::Text("Camille Faure"));
    window.picture("undone");
}

/// The places of the sidebar and the primary buttons that lie under a toast.
fn covered(window: &Window<'_>) -> serde_json::Value {
    let found = "const box = (e) => e.getBoundingClientRect();\
        const over = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;\
        const toasts = [...document.querySelectorAll('.mantine-Notification-root')].map(box);\
        return [...document.querySelectorAll('[data-region=sidebar] a, main [data-kind=primary]')]\
          .filter((e) => toasts.some((toast) => over(toast, box(e)))).map((e) => e.textContent);";
    window.script(found, &json!([]))
}
