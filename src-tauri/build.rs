//! Compiles `tauri.conf.json`, the capabilities and the command permissions into the window program.

fn main() {
    // The build runs at the top of the repository, where `tauri.conf.json` is; the capabilities live with the shell.
    let attributes = tauri_build::Attributes::new()
        .capabilities_path_pattern("./src-tauri/capabilities/**/*")
        .app_manifest(tauri_build::AppManifest::new().commands(&[]));
    println!("cargo:rerun-if-changed=src-tauri/capabilities");
    if let Err(error) = tauri_build::try_build(attributes) {
        println!("cargo:error={error:#}");
    }
}
