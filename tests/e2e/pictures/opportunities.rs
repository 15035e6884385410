//! Opportunities: the board, a card held by its keys, one in hand, the list, the months, the pipelines.

use super::album::{Look, SIZES, go, take};
use super::desk::Desk;
use crate::by::By;
use crate::window::Window;

#[test]
#[ignore = "takes pictures for people to look at"]
fn pictures_of_opportunities() {
    let desk = Desk::new("opportunities");
    desk.rain(&["call", "sample_add"]);
    desk.show(&SIZES, screens);
}

fn screens(window: &Window<'_>, look: Look, suffix: &str) {
    go(window, "/opportunities");
    window.see(By::Css("[data-card]"));
    take(window, &format!("opportunities{suffix}"), look);
    for key in ["j", "m", "ArrowRight"] {
        window.press(key);
    }
    take(window, &format!("opportunities-move{suffix}"), look);
    window.press("Escape");
    window.press("Enter");
    take(window, &format!("opportunities-panel{suffix}"), look);
    for (screen, address) in [
        ("opportunities-list", "/opportunities?layout=list"),
        ("opportunities-forecast", "/opportunities?layout=forecast"),
        ("settings-pipelines", "/settings?page=pipelines"),
    ] {
        go(window, address);
        take(window, &format!("{screen}{suffix}"), look);
    }
}
