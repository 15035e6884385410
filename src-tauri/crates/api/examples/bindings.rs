//! Writes the TypeScript client of the command list into the folder given: `cargo xtask bindings` and the check for drift call it.

use api::{ApiError, commands, views};
use specta::datatype::DataType;
use specta::{Type, Types};
use specta_typescript::{Error, Exporter, FrameworkExporter, Typescript};
use std::borrow::Cow;
use std::fmt::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

/// How a command is called: the window's own bridge, a refusal as a value, and anything else (a bug) thrown.
const CALL: &str = r#"// Written by `cargo xtask bindings` from the list of commands. Do not edit.
import { invoke } from "@tauri-apps/api/core";

export type Result<T> = { status: "ok"; data: T } | { status: "error"; error: ApiError };

async function call<T>(command: string, request: unknown): Promise<Result<T>> {
  try {
    return { status: "ok", data: await invoke<T>(command, { request }) };
  } catch (error) {
    if (error instanceof Error) throw error;
    return { status: "error", error: error as ApiError };
  }
}"#;

struct Command {
    name: &'static str,
    sentence: &'static str,
    request: DataType,
    answer: DataType,
}

macro_rules! list {
    ($( $area:ident :: $name:ident ( $req:ty ) -> $res:ty, $doc:literal; )*) => {
        fn list(types: &mut Types) -> Vec<Command> {
            vec![ $( Command {
                name: stringify!($name),
                sentence: $doc,
                request: <$req>::definition(types),
                answer: <$res>::definition(types),
            } ),* ]
        }
    };
}
commands!(list);

fn main() -> ExitCode {
    let Some(folder) = std::env::args_os().nth(1).map(PathBuf::from) else {
        eprintln!("usage: bindings FOLDER");
        return ExitCode::from(2);
    };
    let written = text().map_err(|error| error.to_string()).and_then(|text| {
        std::fs::create_dir_all(&folder)
            .and_then(|()| std::fs::write(folder.join("wire.ts"), text))
            .map_err(|error| format!("{}: {error}", folder.display()))
    });
    match written {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("bindings: {error}");
            ExitCode::FAILURE
        }
    }
}

fn text() -> Result<String, Error> {
    let mut types = Types::default().register::<ApiError>();
    let list = list(&mut types);
    let text = Exporter::from(Typescript::default())
        .framework_prelude(CALL)
        .framework_runtime(move |mut exporter| client(&mut exporter, &list))
        .export(&types, specta_serde::Format)?;
    // The exporter keeps the space that Rust's own comments begin with.
    Ok(text.replace("/**  ", "/** ").replace(" *  ", " * "))
}

/// The types, then one function per command.
fn client(exporter: &mut FrameworkExporter<'_>, list: &[Command]) -> Result<Cow<'static, str>, Error> {
    let mut text = exporter.render_types()?.into_owned();
    text.push_str("\nexport const commands = {\n");
    for command in list {
        let (request, answer) = (exporter.reference(&command.request)?, exporter.reference(&command.answer)?);
        let (name, sentence) = (command.name, command.sentence);
        let _ = writeln!(text, "  /** {sentence}. */");
        let _ = writeln!(text, "  {}: (request: {request}) => call<{answer}>(\"{name}\", request),", camel(name));
    }
    text.push_str("};\n");
    Ok(Cow::Owned(text))
}

fn camel(name: &str) -> String {
    let mut words = name.split('_');
    let first = words.next().unwrap_or_default().to_owned();
    words.fold(first, |name, word| {
        let mut letters = word.chars();
        name + &letters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(letters).collect::<String>()
    })
}
