use super::values::{SettingFault, load};
use super::{mail_account, model_endpoint};
use crate::App;
use domain::fault::Reason;
use domain::ports::{CheckStep, CheckedPart, MailAccount, ModelEndpoint, ModelError};
use domain::views::settings::{ModelList, TestPart, TestReport};
use std::time::Instant;

/// Tests the mail account part by part; sends nothing. The practice outbox always works.
///
/// # Errors
/// [`SettingFault`] when the desk is locked or cannot be read; a connection that fails is part of the report.
pub async fn mail_test(app: &App) -> Result<TestReport, SettingFault> {
    let (settings, secrets) = (load(app).await?, app.secrets()?);
    let account = tokio::task::spawn_blocking(move || mail_account(&settings, &*secrets)).await;
    let parts = match account {
        Ok(Ok(MailAccount::Practice)) => Vec::new(),
        Ok(Ok(MailAccount::Smtp(smtp))) if smtp.host.is_empty() => vec![failed("dns", Reason::new("mail.no_host"), 0)],
        Ok(Ok(MailAccount::Smtp(smtp))) => app.ports().mailer.check(&smtp).await.into_iter().map(part).collect(),
        Ok(Err(e)) => vec![failed("sign_in", Reason::of(&e), 0)],
        Err(_) => vec![failed("sign_in", Reason::new("keychain.failed"), 0)],
    };
    Ok(TestReport { ok: parts.iter().all(|p| p.ok), parts })
}

/// Tests the model endpoint: reached, key accepted, model offered.
///
/// # Errors
/// As [`mail_test`].
pub async fn ai_test(app: &App) -> Result<TestReport, SettingFault> {
    let Some(endpoint) = endpoint(app).await? else {
        return Ok(TestReport { ok: false, parts: vec![failed("connect", Reason::new("ai.not_set_up"), 0)] });
    };
    let begun = Instant::now();
    let models = app.ports().model.models(&endpoint).await;
    let millis = u32::try_from(begun.elapsed().as_millis()).unwrap_or(u32::MAX);
    let parts = match models {
        Ok(models) if models.iter().any(|m| m == &endpoint.model) => vec![works("connect", millis), works("call", 0)],
        // llama.cpp names its only model by path unless it is given an alias, and answers to any name.
        Ok(models) if models.len() == 1 => vec![works("connect", millis), works("call", 0)],
        Ok(_) => vec![works("connect", millis), failed("call", Reason::new("ai.no_such_model").with("model", &endpoint.model), 0)],
        Err(e) => vec![failed("connect", model_failure(&e), millis)],
    };
    Ok(TestReport { ok: parts.iter().all(|p| p.ok), parts })
}

/// Models the endpoint offers; empty when it cannot be reached.
///
/// # Errors
/// As [`mail_test`].
pub async fn ai_models(app: &App) -> Result<ModelList, SettingFault> {
    let (settings, secrets) = (load(app).await?, app.secrets()?);
    let key = tokio::task::spawn_blocking(move || secrets.get("ai.api_key")).await;
    let endpoint = ModelEndpoint {
        base_url: settings.text("ai.base_url").to_owned(),
        model: settings.text("ai.model").to_owned(),
        key: key.ok().and_then(Result::ok).flatten(),
    };
    Ok(ModelList { models: app.ports().model.models(&endpoint).await.unwrap_or_default() })
}

async fn endpoint(app: &App) -> Result<Option<ModelEndpoint>, SettingFault> {
    let (settings, secrets) = (load(app).await?, app.secrets()?);
    let endpoint = tokio::task::spawn_blocking(move || model_endpoint(&settings, &*secrets)).await;
    Ok(endpoint.ok().and_then(Result::ok).flatten())
}

/// What went wrong with a model, as a code with its remedy.
pub(crate) fn model_failure(error: &ModelError) -> Reason {
    let code = match error {
        ModelError::BadAddress => "ai.bad_address",
        ModelError::Unreachable => "ai.unreachable",
        ModelError::Unauthorized => "ai.unauthorized",
        ModelError::NoSuchModel => "ai.no_such_model",
        ModelError::Busy(_) => "ai.busy",
        ModelError::OutOfCredit => "ai.out_of_credit",
        ModelError::Refused => "ai.refused",
        ModelError::Cut => "ai.cut",
        ModelError::Unusable => "ai.unusable",
        ModelError::Failed => "ai.failed",
    };
    Reason::new(code)
}

fn part(checked: CheckedPart) -> TestPart {
    let step = match checked.step {
        CheckStep::Dns => "dns",
        CheckStep::Connect => "connect",
        CheckStep::Tls => "tls",
        CheckStep::SignIn => "sign_in",
        CheckStep::Call => "call",
    };
    TestPart { step: step.to_owned(), ok: checked.failure.is_none(), failure: checked.failure.map(Into::into), millis: checked.millis }
}

fn works(step: &str, millis: u32) -> TestPart {
    TestPart { step: step.to_owned(), ok: true, failure: None, millis }
}

fn failed(step: &str, reason: Reason, millis: u32) -> TestPart {
    TestPart { step: step.to_owned(), ok: false, failure: Some(reason.into()), millis }
}
