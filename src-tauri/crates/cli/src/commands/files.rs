use super::{absolute, agenda, id, ids};
use crate::args::Files;
use crate::forms;
use crate::language::language;
use crate::lists::{rows, text, when};
use crate::output::{Failure, answer, sentence, shown};
use crate::phrases::{phrase, usage};
use crate::session::Session;
use serde_json::{Value, json};

/// Files kept inside the desk.
pub(super) async fn files(session: &Session, command: Files, json: bool) -> Result<(), Failure> {
    match command {
        Files::List { about } => shown(&session.once("files_list", json!({ "of": of(&about)? })).await?, json, told),
        Files::Add { about, files } => {
            let paths = files.iter().map(|file| absolute(file)).collect::<Result<Vec<_>, _>>()?;
            let added = session.once("files_add", json!({ "of": of(&about)?, "paths": paths })).await?;
            shown(&added, json, told_added);
            // What was refused is no success, whatever else was added.
            if let Some(refused) = added["refused"].as_array().and_then(|all| all.first()) {
                return Err(Failure::Command(fault(&refused["reason"])));
            }
        }
        Files::Save { id: file, path } => {
            answer(&session.once("files_save", json!({ "id": id(&file)?, "path": absolute(&path)? })).await?, json);
        }
        Files::Rename { id: file, name } => {
            shown(&json!([session.once("files_rename", json!({ "id": id(&file)?, "name": name })).await?]), json, told);
        }
        Files::Remove { ids: some } => answer(&session.once("files_remove", json!({ "ids": ids(&some)? })).await?, json),
    }
    Ok(())
}

/// The one record that was named.
fn of(about: &crate::args::About) -> Result<Value, Failure> {
    let named = ["person", "company", "opportunity"].into_iter().zip(agenda::about_ids(about)?).filter(|(_, id)| !id.is_null());
    let named: Vec<Value> = named.map(|(kind, id)| json!({ "kind": kind, "id": id })).collect();
    match named.as_slice() {
        [one] => Ok(one.clone()),
        _ => Err(usage("files_which", &[])),
    }
}

fn fault(reason: &Value) -> api::ApiError {
    let params = serde_json::from_value(reason["params"].clone()).unwrap_or_default();
    api::ApiError { code: text(&reason["code"]).to_owned(), params, retryable: false, reference: String::new() }
}

fn told(files: &Value) -> String {
    rows(files, &["name", "size", "when", "id"], "no_files", |one| {
        vec![text(&one["name"]).to_owned(), forms::size(one["size"].as_f64().unwrap_or_default(), language()), when(&one["addedAt"])]
    })
}

fn told_added(added: &Value) -> String {
    let mut out = phrase("files.added", &[("count", &added["added"].to_string())]) + "\n";
    for one in added["refused"].as_array().into_iter().flatten().skip(1) {
        out += &format!("{}\n", sentence(&one["reason"]).unwrap_or_default());
    }
    out + &told(&added["files"])
}
