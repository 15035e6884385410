//! Writes the schema after every migration to the file named by the first argument, or to the terminal.

use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let text = store::schema_text()?;
    match std::env::args_os().nth(1) {
        Some(path) => std::fs::write(path, text)?,
        None => print!("{text}"),
    }
    Ok(())
}
