//! A hundred thousand people.

use super::album::{Look, SIZES, go, take};
use super::desk::Desk;
use crate::by::By;
use crate::window::Window;

use serde_json::json;

#[test]
#[ignore = "takes pictures for people to look at"]
fn pictures_of_a_hundred_thousand_people() {
    let desk = Desk::kept("crowd", 100_000);
    desk.show(&SIZES, people);
}

fn people(window: &Window<'_>, look: Look, suffix: &str) {
    go(window, "/people");
    window.see(By::Css("[role=gridcell]"));
    // The look before left the focus on a button.
    window.script("document.activeElement?.blur()", &json!([]));
    take(window, &format!("people-100000{suffix}"), look);
    if !suffix.is_empty() {
        return;
    }
    go(window, "/companies");
    window.see(By::Css("[role=gridcell]"));
    take(window, "companies-100000", look);
    for _ in 0..3 {
        window.press("j");
        window.press("x");
    }
    take(window, "companies-100000-selection", look);
    window.press("e");
    take(window, "companies-change", look);
    window.press("Escape");
    window.press("Escape");
    go(window, "/today");
    take(window, "today-100000", look);
    go(window, "/people");
    window.press("j");
    window.press("Enter");
    take(window, "people-100000-panel", look);
    window.press("Escape");
    for _ in 0..3 {
        window.press("x");
        window.press("j");
    }
    take(window, "people-100000-selection", look);
    window.press("Escape");
    window.press("Escape");
    window.click(By::Role("button", if look.locale == "fr" { "Filtre" } else { "Filter" }));
    take(window, "people-100000-filter", look);
    // The first takes the list of fields away, the second the form.
    window.press("Escape");
    window.press("Escape");
    window.see_no(By::Css("form [role=combobox], form input[aria-haspopup=listbox]"));
}
