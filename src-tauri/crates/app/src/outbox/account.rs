use super::OutboxFault;
use crate::App;
use crate::outreach::policy;
use crate::settings::{identity, mail_account, sender};
use domain::mail::{Address, HeaderText, Mailbox};
use domain::outreach::Account;
use domain::ports::MailAccount;
use domain::settings::Settings;
use domain::writing::Identity;

/// Where messages leave from, with everything a letter takes from the settings.
#[derive(Debug, Clone)]
pub(super) struct From {
    /// As the ledger names it.
    pub(super) account: Account,
    /// Who writes.
    pub(super) sender: Mailbox,
    /// The mailbox that takes "no more mail".
    pub(super) opt_out: Address,
    /// How the seller signs.
    pub(super) identity: Identity,
    /// The account and the server it leaves through, to notice that an open connection belongs to another.
    pub(super) route: String,
    /// What the seller's limits are, to notice that they changed.
    pub(super) limits: String,
}

impl From {
    /// From the settings.
    ///
    /// # Errors
    /// `mail.no_sender` while no usable sender address is set.
    pub(super) fn of(settings: &Settings) -> Result<Self, OutboxFault> {
        let (name, address) = sender(settings);
        let address = Address::parse(&address).map_err(|_| OutboxFault::NotReady("mail.no_sender"))?;
        let other = settings.text("mail.opt_out_to");
        let other = other.rsplit_once('<').map_or(other, |(_, rest)| rest.trim_end_matches('>'));
        let policy = policy(settings);
        let server = ["mail.smtp.host", "mail.smtp.port", "mail.smtp.security", "mail.smtp.user"].map(|key| settings.text(key));
        Ok(Self {
            route: format!("{} {}", policy.account, server.join(" ")),
            limits: format!("{:?} {:?} {}", policy.pacing, policy.account, policy.zone),
            account: policy.account,
            identity: identity(settings),
            opt_out: Address::parse(other).unwrap_or_else(|_| address.clone()),
            sender: Mailbox { name: HeaderText::cleaned(&name), address },
        })
    }
}

/// The account with its password. The keychain may block, so it is asked off the async threads.
pub(super) async fn load(app: &App) -> Result<MailAccount, OutboxFault> {
    let (desk, secrets) = (app.desk()?, app.secrets()?);
    let settings = desk.read(store::settings::load).await?;
    let account = tokio::task::spawn_blocking(move || mail_account(&settings, &*secrets)).await;
    Ok(account.map_err(|_| store::StoreError::Panicked)??)
}
