//! Writing for one person within a run.

use crate::settings::{identity, model_endpoint};
use crate::writing::{FirstEmail, Tries, Unwritten, first_email};
use crate::{App, Ports};
use domain::fault::Reason;
use domain::ports::{ModelEndpoint, ModelError};
use domain::runs::config::RunConfig;
use domain::settings::Settings;
use domain::views::runs::LanguageFrom;
use domain::writing::first::{Occasion, from_builtin};
use domain::writing::{Draft, Identity, Language, Recipient, TemplateError, note, prompt};
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
    /// The language of the seller's own texts: the same for everybody.
    texts_language: Option<Language>,
    note_limit: usize,
}

/// What was written for a person.
#[derive(Debug, Clone)]
pub struct Composed {
    /// The e-mail; `None` when the run writes none, and the reason when it cannot be written.
    pub email: Result<Option<Draft>, Reason>,
    /// The LinkedIn note.
    pub note: Handing,
    /// What to know about the note.
    pub warnings: Vec<Reason>,
}

/// What the LinkedIn step hands over to the seller. It stands by itself: a note that cannot be written stops no e-mail, nor the other way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Handing {
    /// This note, or this message to a connection.
    Note(String),
    /// Nothing: the run hands none over, or there is no profile.
    Nothing,
    /// No note: it cannot be written, for the reason.
    Unwritable(Reason),
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
            texts_language: config.language(),
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

    /// The language this person is written to in, and what told it.
    pub fn language(&self, recipient: &Recipient) -> (Language, LanguageFrom) {
        recipient.language_or(self.texts_language, self.desk_language)
    }

    /// The occasion of a first message to this person.
    pub fn occasion<'a>(&'a self, recipient: &'a Recipient) -> Occasion<'a> {
        let (language, _) = self.language(recipient);
        Occasion::new(recipient, &self.identity, language, self.config.email_context.as_ref())
    }

    /// Whether a model writes the e-mails.
    pub fn by_model(&self) -> bool {
        self.model.is_some() && self.config.actions.generate_emails
    }

    /// Writes for one person: e-mail by the model or the templates, note by the templates.
    ///
    /// # Errors
    /// Why the model's endpoint does not serve.
    pub async fn compose(&self, ports: &Ports, target: &Target, tries: Tries) -> Result<Composed, ModelError> {
        let Some(endpoint) = self.model.as_ref() else { return Ok(self.by_template(target)) };
        if !self.writes_to(target) {
            return Ok(self.note_alone(target));
        }
        let wanted = FirstEmail { occasion: self.occasion(&target.recipient), endpoint: Some(endpoint), tries };
        let email = match first_email(&*ports.model, wanted).await {
            Ok(draft) => Ok(Some(draft)),
            Err(Unwritten::Template(error)) => Err(reason(error)),
            Err(Unwritten::Outage(why)) => return Err(why),
        };
        Ok(Composed { email, ..self.note_alone(target) })
    }

    /// Writes for one person by the templates.
    pub fn by_template(&self, target: &Target) -> Composed {
        let occasion = self.occasion(&target.recipient);
        let written = self.writes_to(target).then(|| from_builtin(&occasion));
        let (note, warnings) = self.note(target, &occasion);
        Composed { email: written.transpose().map_err(reason), note, warnings }
    }

    fn writes_to(&self, target: &Target) -> bool {
        self.config.actions.generate_emails && !target.email.is_empty()
    }

    /// Why the e-mail cannot be written to this person; a model is not asked here.
    pub fn unfillable(&self, target: &Target) -> Option<Reason> {
        let occasion = self.occasion(&target.recipient);
        let tried = if self.by_model() { prompt::first_email(&occasion).map(|_| ()) } else { from_builtin(&occasion).map(|_| ()) };
        tried.err().map(reason)
    }

    /// The note alone, for somebody no e-mail is written to.
    pub fn note_alone(&self, target: &Target) -> Composed {
        let (note, warnings) = self.note(target, &self.occasion(&target.recipient));
        Composed { email: Ok(None), note, warnings }
    }

    /// What the LinkedIn step hands over for this person.
    pub fn handing(&self, target: &Target) -> Handing {
        self.note(target, &self.occasion(&target.recipient)).0
    }

    fn note(&self, target: &Target, occasion: &Occasion<'_>) -> (Handing, Vec<Reason>) {
        if !self.config.actions.send_linkedin_connections || target.slug.is_empty() {
            return (Handing::Nothing, Vec::new());
        }
        let own = self.config.linkedin_template.as_ref();
        let written = match (target.recipient.connected_on, own) {
            (Some(_), own) => note::message(occasion, own),
            (None, own) => note::write(occasion, own, self.note_limit),
        };
        match written {
            Ok(note) => (Handing::Note(note.text), note.warnings),
            Err(error) => (Handing::Unwritable(no_note(&error)), Vec::new()),
        }
    }
}

/// Why there is no note, naming it: the e-mail may have gone out all the same.
fn no_note(error: &TemplateError) -> Reason {
    match error {
        TemplateError::Unfillable { field } => Reason::new("run.note_unfillable").with("field", field.name()),
        TemplateError::Foreign { field, .. } => Reason::new("run.note_foreign_value").with("field", field.name()),
        _ => Reason::new("run.note_unwritable"),
    }
}

fn reason(error: TemplateError) -> Reason {
    Reason::of(&error)
}
