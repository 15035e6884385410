//! A new seller starts the desk for the first time.

use std::process::Command;
use std::time::Duration;

use crate::by::By;
use crate::desktop::Desktop;
use crate::service::eventually;

#[test]
fn the_window_opens_on_its_first_screen() {
    let desktop = Desktop::start();
    let window = desktop.open(&[]);
    assert_eq!(window.title(), "Rainmaker");
    window.see(By::Text("Rainmaker"));
    window.picture("first-screen");
}

#[test]
fn a_page_whose_process_was_killed_is_loaded_again() {
    let desktop = Desktop::start();
    let window = desktop.open(&[]);
    window.see(By::Text("Rainmaker"));
    let page = desktop.page_process().expect("the page has a process");
    let killed = Command::new("kill").args(["-KILL", &page.to_string()]).status().unwrap();
    assert!(killed.success(), "the page was not there to kill");
    // The driver lets go of a page that ended; the desk does not.
    let desk = desktop.process();
    let another = || desktop.page_process().filter(|now| *now != page);
    eventually(Duration::from_secs(15), another).expect("the page has a process again");
    assert_eq!((desktop.process(), desk.is_some()), (desk, true), "the desk below it goes on");
    window.kill();
}
