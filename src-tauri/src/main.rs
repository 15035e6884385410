//! The Rainmaker window.
// No console window beside the desk on Windows.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

/// Faster than the system's where many threads make small things.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    rainmaker_shell::run()
}
