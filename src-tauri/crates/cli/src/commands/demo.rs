use super::practised;
use crate::args::Global;
use crate::output::Failure;
use crate::phrases::inside;
use crate::session::Session;
use serde_json::{Value, json};
use std::path::Path;

/// Invented people, as LinkedIn exports them.
const PEOPLE: &str = include_str!("../demo/Connections.csv");
const CONFIG: &str = include_str!("../demo/run.json");

/// Runs the full sequence over invented people in a desk of its own, and shows the receipt. Nothing leaves the machine, nothing stays on it.
pub(super) async fn demo(global: &Global) -> Result<(), Failure> {
    let folder = tempfile::Builder::new().prefix("rainmaker-demo-").tempdir().map_err(inside)?;
    let receipt = in_folder(folder.path(), global.json).await?;
    super::run::paper(&receipt, global.json);
    Ok(())
}

async fn in_folder(folder: &Path, json: bool) -> Result<Value, Failure> {
    let write = |name: &str, text: &str| -> Result<std::path::PathBuf, Failure> {
        let path = folder.join(name);
        std::fs::write(&path, text).map_err(inside)?;
        Ok(path)
    };
    let passphrase_file = write("passphrase", "for the length of a demonstration\n")?;
    let people = write("Connections.csv", PEOPLE)?;
    let global = Global { workspace: Some(folder.join("desk")), passphrase_file: Some(passphrase_file), json };
    let session = Session::new(&global)?;
    let say = |what: &str| eprintln!("demo: {what}");
    say("creating an encrypted desk");
    session.call("workspace_create", json!({ "locale": "en", "passphrase": session.passphrase(), "sample": false })).await?;
    say("importing Connections.csv");
    let path = super::absolute(&people)?;
    let import = session.call("import_open", json!({ "path": path, "readAs": "auto", "mode": "both" })).await?;
    session.call("import_apply", json!({ "id": import["id"] })).await?;
    api::work::imports(&session.app).await;
    session.call("setting_set", json!({ "key": "identity.name", "value": "Élodie Marchetti" })).await?;
    say("running the full sequence into the practice outbox");
    let request = json!({ "selection": { "kind": "all" }, "config": CONFIG, "title": "", "sendWithoutApproval": true, "recall": false });
    let run = session.call("run_start", request).await?;
    api::work::until_idle(&session.app).await.map_err(Failure::Command)?;
    let receipt = session.call("run_receipt", json!({ "id": run["id"] })).await;
    session.close().await;
    let mut receipt = receipt?;
    if let Some(fields) = receipt.as_object_mut().filter(|_| !json) {
        fields.remove("logs");
        practised::in_receipt(&mut receipt);
    }
    Ok(receipt)
}
