//! Compiles `tauri.conf.json`, the capabilities and the permission to call the desk's commands into the window's program.

use std::path::PathBuf;
use std::{env, fs, io};

// The list itself, not the crate: compiling the whole desk for the build script would double the build.
#[macro_use]
#[path = "crates/api/src/commands.rs"]
mod commands;

macro_rules! names {
    ($( $area:ident :: $name:ident ( $req:ty ) -> $res:ty, $doc:literal; )*) => { &[ $( stringify!($name) ),* ] };
}

/// The desk's commands.
const DESK: &[&str] = commands!(names);
/// The window's own: dialogs that only a shell can open.
const WINDOW: &[&str] = &["pick_file", "pick_files", "pick_target", "take_offered"];

fn main() {
    println!("cargo:rerun-if-changed=src-tauri/crates/api/src/commands.rs");
    println!("cargo:rerun-if-changed=src-tauri/capabilities");
    println!("cargo:rerun-if-changed=ui/dist");
    if let Err(error) = build() {
        println!("cargo:error={error}");
    }
}

/// The build runs at the top of the repository, where `tauri.conf.json` is; the capabilities live with the shell.
fn build() -> io::Result<()> {
    let permissions = permissions()?.to_string_lossy().into_owned();
    let manifest = tauri_build::AppManifest::new().permissions_path_pattern(permissions.leak());
    let attributes = tauri_build::Attributes::new().capabilities_path_pattern("./src-tauri/capabilities/**/*").app_manifest(manifest);
    tauri_build::try_build(attributes).map_err(|error| io::Error::other(format!("{error:#}")))
}

/// Writes the permission `desk`: every listed command, and no other one, can be called by a window that holds it.
fn permissions() -> io::Result<PathBuf> {
    let out = env::var_os("OUT_DIR").ok_or_else(|| io::Error::other("cargo sets no OUT_DIR"))?;
    let file = PathBuf::from(out).join("desk.toml");
    let names: Vec<String> = DESK.iter().chain(WINDOW).map(|name| format!("{name:?}")).collect();
    let text = format!(
        "[[permission]]\nidentifier = \"desk\"\ndescription = \"Every command of the desk.\"\ncommands.allow = [{}]\n",
        names.join(", ")
    );
    fs::write(&file, text)?;
    Ok(file)
}
