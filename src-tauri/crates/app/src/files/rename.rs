use super::FilesFault;
use super::record::{name, present, view};
use crate::App;
use domain::files::{NAME, shown};
use domain::views::files::{FileRename, FileView};
use store::{Actor, Intent};

/// Gives a file another name.
///
/// # Errors
/// `files.not_found`, `files.no_name`, `files.name_too_long`.
pub async fn rename(app: &App, request: FileRename) -> Result<FileView, FilesFault> {
    let called = shown(&request.name);
    if called.is_empty() {
        return Err(FilesFault::NoName);
    }
    if called.chars().count() > NAME {
        return Err(FilesFault::NameTooLong);
    }
    let (desk, id) = (app.desk()?, request.id);
    let of = desk.read(move |read| name(read, &present(read, id)?.of)).await?;
    let written = desk
        .write(Actor::Seller, Intent::new("files.rename").with("name", of), move |tx| {
            let mut file = present(tx, id)?;
            if file.name != called {
                store::files::rename(tx, id, &called)?;
                file.name = called;
            }
            Ok::<_, FilesFault>(view(tx, file)?)
        })
        .await?;
    Ok(written.value)
}
