//! The first minutes: before there is a desk, while it is made, and while it is empty.

use super::album::{Look, every_look, go, take};
use crate::by::By;
use crate::desktop::Desktop;
use crate::window::Window;

use serde_json::json;

#[test]
#[ignore = "takes pictures for people to look at"]
fn pictures_of_the_first_minutes() {
    for look in every_look() {
        let desktop = Desktop::start();
        let window = desktop.open(&[]);
        look.remember(&window);
        making(&window, look);
        empty(&window, look);
        window.close();
    }
}

fn making(window: &Window<'_>, look: Look) {
    window.see(By::Css("button"));
    take(window, "first-screen", look);
    let (restore, create, without) = match look.locale {
        "fr" => ("Restaurer une sauvegarde", "Créer un bureau", "Continuer sans phrase"),
        _ => ("Restore a backup", "Create a desk", "Continue without a phrase"),
    };
    window.click(By::Text(restore));
    take(window, "first-restore", look);
    window.press("Escape");
    look.remember(window);
    window.click(By::Text(create));
    take(window, "first-passphrase", look);
    window.click(By::Role("button", without));
    window.see(By::Css("form ol li b"));
    take(window, "first-recovery", look);
    let groups = window.script("return [...document.querySelectorAll('form ol li b')].map((group) => group.textContent)", &json!([]));
    window.press("Enter");
    window.see(By::Css("form input"));
    take(window, "first-retype", look);
    let fields = window.script(
        "const labels = [...document.querySelectorAll('form input')].map((field) => field.labels[0].textContent);\
         return labels.map((label) => Number(/\\d/.exec(label)[0]))",
        &json!([]),
    );
    for number in fields.as_array().unwrap() {
        let group = usize::try_from(number.as_u64().unwrap()).unwrap() - 1;
        let ask = if look.locale == "fr" { "Retapez le groupe" } else { "Retype group" };
        window.type_into(By::Role("textbox", &format!("{ask} {}", group + 1)), groups[group].as_str().unwrap());
    }
    window.press("Enter");
    window.see(By::Role("navigation", ""));
}

fn empty(window: &Window<'_>, look: Look) {
    look.put_on(window);
    for (screen, address) in [
        ("empty-today", "/today"),
        ("empty-people", "/people"),
        ("empty-companies", "/companies"),
        ("empty-opportunities", "/opportunities"),
        ("empty-runs", "/runs"),
        ("empty-outbox", "/outbox"),
        ("empty-linkedin", "/linkedin"),
        ("empty-followups", "/followups"),
    ] {
        go(window, address);
        window.see(By::Css("main h2"));
        take(window, screen, look);
    }
}
