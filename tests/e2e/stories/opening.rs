//! A new seller starts the desk for the first time.

use crate::by::By;
use crate::desktop::Desktop;

#[test]
fn the_window_opens_on_its_first_screen() {
    let desktop = Desktop::start();
    let window = desktop.open(&[]);
    assert_eq!(window.title(), "Rainmaker");
    window.see(By::Text("Rainmaker"));
    window.picture("first-screen");
}
