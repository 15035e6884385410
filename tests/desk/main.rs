//! Stories of the whole desk: the real encrypted store, gate, engine and outbox, through the commands of the window.

mod connected;
mod given_up;
mod kept;
mod outage;
mod rest;
mod run;
mod support;
mod told;
mod undone;
mod writing;
