//! Writing a first message: by the model when there is one and its text passes every check, by the templates otherwise.

mod asking;

pub use asking::{Tries, may_pass};
use asking::{ask, is_outage};
use domain::fault::Reason;
use domain::ports::{ModelEndpoint, ModelError, TextModel};
use domain::writing::first::{Occasion, from_builtin, from_model};
use domain::writing::prompt;
use domain::writing::{Draft, TemplateError, WrittenBy};

/// What is to be written.
#[derive(Clone)]
pub struct FirstEmail<'a> {
    /// Who writes to whom about what.
    pub occasion: Occasion<'a>,
    /// The model, when one is set up.
    pub endpoint: Option<&'a ModelEndpoint>,
    /// How often it is asked.
    pub tries: Tries,
}

/// Why a first message was not written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unwritten {
    /// The seller's context or every template needs something that is not known of this person.
    #[error(transparent)]
    Template(#[from] TemplateError),
    /// The model's endpoint does not serve: nobody's message can be written by it now.
    #[error(transparent)]
    Outage(ModelError),
}

/// Writes a first message. A model that refuses this one, or whose text fails a check, gives way to the template with a warning that says why;
/// an endpoint that does not serve does not.
///
/// # Errors
/// [`Unwritten`].
pub async fn first_email(model: &dyn TextModel, wanted: FirstEmail<'_>) -> Result<Draft, Unwritten> {
    let Some(endpoint) = wanted.endpoint else { return Ok(from_builtin(&wanted.occasion)?) };
    let asked = prompt::first_email(&wanted.occasion)?;
    let mut warnings = asked.warnings;
    match ask(model, endpoint, &asked.request, wanted.tries).await {
        Ok(reply) => match prompt::read_answer(&reply.text) {
            Some(answer) => match from_model(&wanted.occasion, &answer, &asked.request.system) {
                Ok(draft) => return Ok(with(draft, warnings)),
                Err(failures) => warnings.extend(failures),
            },
            None => warnings.push(Reason::new("ai.unusable")),
        },
        Err(error) if is_outage(&error) => return Err(Unwritten::Outage(error)),
        Err(error) => warnings.push(crate::settings::model_failure(&error)),
    }
    warnings.insert(0, Reason::new("writing.template_instead"));
    Ok(with(from_builtin(&wanted.occasion)?, warnings))
}

fn with(mut draft: Draft, warnings: Vec<Reason>) -> Draft {
    draft.warnings.splice(0..0, warnings);
    draft
}

/// Who wrote a text, as the outbox stores it.
pub fn written_by(who: WrittenBy) -> &'static str {
    match who {
        WrittenBy::Template => "template",
        WrittenBy::Model => "model",
        WrittenBy::Seller => "seller",
    }
}

#[cfg(test)]
mod tests;
