//! What is held about somebody and why, how warm they are, and what cannot be brought back.

use super::album::{Look, SIZES, go, take};
use super::desk::Desk;
use crate::by::By;
use crate::window::Window;

#[test]
#[ignore = "takes pictures for people to look at"]
fn pictures_of_privacy_and_scores() {
    let desk = Desk::new("privacy");
    desk.rain(&["call", "sample_add"]);
    // At 200 % a section scrolled to the top lies under the banner, and a click meant for it reaches that.
    desk.show(&SIZES[..2], |window, look, suffix| {
        person(window, look, suffix);
        if suffix.is_empty() {
            lists(window, look);
        }
    });
}

/// The sections of a person's panel, folded and one after the other opened, and the question before they are erased.
fn person(window: &Window<'_>, look: Look, suffix: &str) {
    let words = |fr: &'static str, en: &'static str| if look.locale == "fr" { fr } else { en };
    go(window, "/people");
    window.see(By::Css("[role=gridcell]"));
    window.press("j");
    window.see(By::Css(".ag-cell-focus"));
    window.press("Enter");
    let privacy = format!("section[aria-label='{}'] button[aria-expanded]", words("Vie privée", "Privacy"));
    window.see(By::Css(&privacy));
    take(window, &format!("person-folded{suffix}"), look);
    for (screen, section) in [("person-score", "Score"), ("person-privacy", words("Vie privée", "Privacy"))] {
        let toggle = format!("section[aria-label='{section}'] button[aria-expanded]");
        window.click(By::Css(&toggle));
        window.script("document.querySelector(arguments[0]).scrollIntoView()", &serde_json::json!([toggle]));
        take(window, &format!("{screen}{suffix}"), look);
        window.click(By::Css(&toggle));
    }
    window.click(By::Role("button", words("Plus", "More")));
    window.click(By::Role("menuitem", words("Effacer définitivement", "Erase for good")));
    window.see(By::Css("[aria-modal=true] input"));
    take(window, &format!("person-erase{suffix}"), look);
    window.press("Escape");
    window.see_no(By::Css("[aria-modal=true]"));
    window.press("Escape");
}

fn lists(window: &Window<'_>, look: Look) {
    for (screen, address) in [
        ("expired", "/expired"),
        ("agenda", "/agenda"),
        ("settings-fields", "/settings?page=fields"),
        ("settings-statuses", "/settings?page=statuses"),
    ] {
        go(window, address);
        take(window, screen, look);
    }
}
