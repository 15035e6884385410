//! Google Sheets, against a Google that lives on this machine.

mod connecting;
mod cuts;
mod large;
mod pushing;
mod support;
