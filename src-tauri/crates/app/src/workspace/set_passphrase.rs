use super::create::long_enough;
use super::unlock::blocking;
use super::{KeyFile, WorkspaceFault, keychain};
use crate::App;
use domain::ports::SecretError;
use domain::views::Nothing;
use domain::views::workspace::SetPassphrase;
use secrecy::SecretString;

/// Sets, changes or (with `new` absent) removes the passphrase. Where there is one, it is asked for.
///
/// # Errors
/// [`WorkspaceFault::WrongPassphrase`], [`WorkspaceFault::ShortPassphrase`]; [`WorkspaceFault::PassphraseIsTheOnlyWay`] where there is no
/// keychain.
pub async fn set_passphrase(app: &App, request: SetPassphrase) -> Result<Nothing, WorkspaceFault> {
    let desk = app.desk()?;
    let root = app.root().to_owned();
    let file = KeyFile::load(&root)?;
    let new = request.new.filter(|text| !text.is_empty()).map(SecretString::from);
    if let Some(new) = &new {
        long_enough(new)?;
    }
    if new.is_none() && matches!(keychain::ask(&app.ports().keychain, |keychain| keychain.check()).await, Err(SecretError::NoKeychain)) {
        return Err(WorkspaceFault::PassphraseIsTheOnlyWay);
    }
    let current = SecretString::from(request.current.unwrap_or_default());
    let (key, ids) = (desk.key().clone(), app.ports().ids.clone());
    blocking(move || {
        let mut file = file;
        if file.passphrase.is_some() {
            file.by_passphrase(&current)?;
        }
        match new {
            Some(new) => file.set_passphrase(&key, &new, ids.as_ref())?,
            None => file.passphrase = None,
        }
        file.save(&root)
    })
    .await?;
    app.changed(vec![store::Tag::Workspace]);
    Ok(Nothing {})
}
