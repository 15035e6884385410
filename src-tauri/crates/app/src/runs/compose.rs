//! Writing for one person within a run.

use crate::settings::{identity, model_endpoint};
use crate::writing::{FirstEmail, first_email};
use crate::{App, Ports};
use domain::fault::Reason;
use domain::ports::ModelEndpoint;
use domain::runs::config::RunConfig;
use domain::settings::Settings;
use domain::writing::first::{Occasion, from_builtin};
use domain::writing::{Draft, Identity, Language, Recipient, TemplateError, note};
use store::runs::Target;

/// Everything writing needs that is the same for a whole run.
pub struct Writer {
    /// The configuration.
    pub config: RunConfig,
    /// Who writes.
    pub identity: Identity,
    /// The model, when one is set up.
    pub model: Option<ModelEndpoint>,
    desk_language: Language,
    note_limit: usize,
}

/// What was written for a person.
#[derive(Debug, Clone)]
pub struct Composed {
    /// The e-mail; `None` when the run writes none.
    pub email: Option<Draft>,
    /// The LinkedIn note; `None` when the run hands none over or there is no profile.
    pub note: Option<String>,
    /// What to know about the note.
    pub warnings: Vec<Reason>,
}

impl Writer {
    /// Reads settings and, for the model's key, the keychain. May block.
    ///
    /// # Errors
    /// [`domain::ports::SecretError`] when the keychain does not answer.
    pub fn new(
        config: RunConfig,
        settings: &Settings,
        secrets: &dyn domain::ports::SecretStore,
    ) -> Result<Self, domain::ports::SecretError> {
        Ok(Self {
            identity: identity(settings),
            model: model_endpoint(settings, secrets)?,
            desk_language: Language::of_code(settings.text("identity.locale")).unwrap_or(Language::Fr),
            note_limit: usize::try_from(settings.number("linkedin.note_characters")).unwrap_or(note::FREE_LIMIT),
            config,
        })
    }

    /// Reads what it needs off the async threads.
    ///
    /// # Errors
    /// [`super::RunFault`] when the desk is locked or the keychain does not answer.
    pub async fn load(app: &App, config: RunConfig) -> Result<Self, super::RunFault> {
        let (settings, secrets) = (app.desk()?.read(store::settings::load).await?, app.secrets()?);
        let writer = tokio::task::spawn_blocking(move || Self::new(config, &settings, &*secrets)).await;
        Ok(writer.map_err(|_| store::StoreError::Panicked)??)
    }

    /// The occasion of a first message to this person.
    pub fn occasion<'a>(&'a self, recipient: &'a Recipient) -> Occasion<'a> {
        let language = recipient.language_or(self.config.language().unwrap_or(self.desk_language));
        Occasion { recipient, identity: &self.identity, language, context: self.config.email_context.as_ref() }
    }

    /// Whether a model writes the e-mails.
    pub fn by_model(&self) -> bool {
        self.model.is_some() && self.config.actions.generate_emails
    }

    /// Writes for one person: e-mail by the model or the templates, note by the templates.
    ///
    /// # Errors
    /// The reason why nothing can be said to this person, such as a placeholder that cannot be filled.
    pub async fn compose(&self, ports: &Ports, target: &Target) -> Result<Composed, Reason> {
        let email = if self.config.actions.generate_emails && !target.email.is_empty() {
            let endpoint = self.model.as_ref();
            Some(first_email(&*ports.model, FirstEmail { occasion: self.occasion(&target.recipient), endpoint }).await.map_err(reason)?)
        } else {
            None
        };
        let (note, warnings) = self.note(target).map_err(reason)?;
        Ok(Composed { email, note, warnings })
    }

    /// Why the templates cannot write to this person; always none when a model writes, as it is not asked here.
    pub fn unfillable(&self, target: &Target) -> Option<Reason> {
        let occasion = self.occasion(&target.recipient);
        let tried = if self.by_model() { occasion.context_text().map(|_| ()) } else { from_builtin(&occasion).map(|_| ()) };
        tried.and_then(|()| self.note(target).map(|_| ())).err().map(reason)
    }

    /// The note alone, for somebody no e-mail is written to; none when it cannot be written.
    pub fn note_only(&self, target: &Target) -> Option<String> {
        self.note(target).ok().and_then(|(note, _)| note)
    }

    fn note(&self, target: &Target) -> Result<(Option<String>, Vec<Reason>), TemplateError> {
        if !self.config.actions.send_linkedin_connections || target.slug.is_empty() {
            return Ok((None, Vec::new()));
        }
        let note = note::write(&self.occasion(&target.recipient), self.config.linkedin_template.as_ref(), self.note_limit)?;
        Ok((Some(note.text), note.warnings))
    }
}

fn reason(error: TemplateError) -> Reason {
    crate::writing::unwritable(&error)
}
