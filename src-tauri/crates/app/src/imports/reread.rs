use super::incoming::Home;
use super::mapping::Understood;
use super::open::{Ask, Like, Reading, read};
use super::remap::again;
use super::source::{Content, open_file};
use super::view::{find, view};
use super::{ImportFault, mapping, sweep};
use crate::App;
use domain::views::imports::{ImportAs, ImportReading, ImportReread, ImportState, ImportView};
use std::path::PathBuf;
use store::imports::{Import, Settings};
use store::{Actor, Desk, Intent};

/// Reads the file of a checked import again as told, without it being chosen again, and checks all of it. Where only dates, numbers or the
/// country of phones are told otherwise, the staged rows serve.
///
/// # Errors
/// `imports.not_found`, `imports.not_checked`, and whatever refuses a file: it is then as it was read before.
pub async fn reread(app: &App, request: ImportReread) -> Result<ImportView, ImportFault> {
    let (desk, id) = (app.desk()?, request.id);
    let import = find(&desk, id).await?;
    if import.state != ImportState::Checked {
        return Err(ImportFault::NotChecked);
    }
    if !request.fresh && form(&import.settings.reading) == form(&request.reading) {
        let other = import.settings.reading.preset != request.reading.preset;
        let settings = Settings { reading: request.reading, ..import.settings.clone() };
        let mut import = Import { settings, ..import };
        if other {
            let home = desk.read(Home::load).await?;
            understood(&mut import, &home)?;
        }
        again(app, &desk, import).await?;
        return view(&desk, id).await;
    }
    let content = content(&desk, &import).await?;
    let told = if request.fresh { anew(&import, request.reading) } else { kept(&import, request.reading) };
    // What refuses the file at its beginning costs nothing of what is staged.
    let (file, reading, read_as) = (content.clone(), told.settings.reading.clone(), told.read_as);
    let opens = tokio::task::spawn_blocking(move || open_file(&file, read_as, &reading).map(|_| ())).await;
    opens.map_err(|_| ImportFault::Interrupted)??;
    let _reading = Reading::begin(id);
    match whole(app, &desk, &import, content.clone(), told).await {
        Ok(()) => view(&desk, id).await,
        Err(error @ (ImportFault::Stopped | ImportFault::NotChecked)) => Err(error),
        Err(error) => {
            // Further down it turned out that it cannot be read so: it is read as before.
            whole(app, &desk, &import, content, kept(&import, import.settings.reading.clone())).await?;
            Err(error)
        }
    }
}

/// The file of an import, or what was pasted.
pub(super) async fn content(desk: &Desk, import: &Import) -> Result<Content, ImportFault> {
    let id = import.id;
    if import.source.is_empty() {
        let text = desk.read(move |read| store::imports::text(read, id)).await?;
        return text.map(Content::Text).ok_or(ImportFault::NotFound);
    }
    Ok(Content::File(PathBuf::from(&import.source)))
}

/// What decides how bytes become cells. What columns without names are is told by the file alone.
fn form(reading: &ImportReading) -> ImportReading {
    let preset = reading.preset.filter(|_| reading.header_line == Some(0));
    ImportReading { dates: None, numbers: None, country: None, preset, ..reading.clone() }
}

/// Takes the columns for what they are in the product that is told now.
fn understood(import: &mut Import, home: &Home) -> Result<(), ImportFault> {
    let header = &import.info.header;
    let Understood { layout, kind, .. } = mapping::understand(header, &[], ImportAs::Auto, import.settings.reading.preset)?;
    import.mapping = mapping::with_own(mapping::names(&layout), header, home);
    import.kind = kind.to_owned();
    Ok(())
}

/// The same columns, the same rules.
fn kept(import: &Import, reading: ImportReading) -> Ask {
    let settings = Settings { reading, ..import.settings.clone() };
    Ask { read_as: ImportAs::Auto, mode: import.mode, settings, like: Like::This(Box::new(import.clone())) }
}

/// As a file nobody has seen before.
fn anew(import: &Import, reading: ImportReading) -> Ask {
    let settings = Settings { reading, ..Settings::default() };
    Ask { read_as: ImportAs::Auto, mode: import.mode, settings, like: Like::Names }
}

/// Takes the staged rows away and reads all of the file.
async fn whole(app: &App, desk: &Desk, import: &Import, content: Content, ask: Ask) -> Result<(), ImportFault> {
    let id = import.id;
    desk.write(Actor::Seller, Intent::new("imports.remap"), move |tx| {
        let begun = store::imports::set_state(tx, id, ImportState::Checked, ImportState::Reading)?
            || store::imports::standing(tx, id)?.is_some_and(|(state, _)| state == ImportState::Reading);
        if begun { Ok(()) } else { Err(ImportFault::NotChecked) }
    })
    .await?;
    sweep::clear(desk, id).await?;
    read(app, desk, id, content, ask).await
}
