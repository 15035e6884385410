//! Text models over the OpenAI-compatible wire format: `POST /chat/completions`, `GET /models`.
//!
//! The wire format is OpenAI's (<https://platform.openai.com/docs/api-reference/chat/create>); local servers (Ollama, llama.cpp, LM Studio)
//! understand a part of it, so every field of an answer except its text is optional, and structured output is tried in three forms.

mod answer;
mod body;
mod exchange;
mod ladder;

use crate::http;
use answer::Completion;
use async_trait::async_trait;
use domain::ports::{ModelEndpoint, ModelError, ModelReply, ModelRequest, TextModel};
use exchange::Exchange;
use ladder::Ladder;
use std::time::Duration;
use url::Url;

/// A model's answer is awaited this long, then the endpoint counts as not answering.
const PATIENCE: http::Patience = http::Patience { idle: Duration::from_secs(60), whole: Duration::from_secs(60) };

/// Text models at OpenAI-compatible endpoints.
#[derive(Debug)]
pub struct OpenAi {
    clients: http::Clients,
    ladder: Ladder,
}

impl Default for OpenAi {
    fn default() -> Self {
        Self::with_patience(PATIENCE)
    }
}

impl OpenAi {
    /// With other waiting times (for tests).
    pub fn with_patience(patience: http::Patience) -> Self {
        Self { clients: http::Clients::new(patience), ladder: Ladder::default() }
    }

    fn exchange(&self, endpoint: &ModelEndpoint) -> Result<Exchange, ModelError> {
        let base = http::allowed(&endpoint.base_url).ok_or(ModelError::BadAddress)?;
        let client = self.clients.to(&base).map_err(|_| ModelError::Unreachable)?;
        Exchange::new(&base, endpoint.key.clone(), client)
    }
}

#[async_trait]
impl TextModel for OpenAi {
    async fn complete(&self, endpoint: &ModelEndpoint, request: &ModelRequest) -> Result<ModelReply, ModelError> {
        let exchange = self.exchange(endpoint)?;
        let mut rung = self.ladder.rung(endpoint);
        loop {
            let body = body::build(endpoint, request, rung);
            match exchange.complete(body).await {
                Ok(value) => {
                    self.ladder.remember(endpoint, rung);
                    return Completion::read(value)?.reply(request);
                }
                Err(exchange::Failure::Rejected) => match rung.lower().filter(|_| request.schema.is_some()) {
                    Some(lower) => rung = lower,
                    None => return Err(ModelError::Unusable),
                },
                Err(exchange::Failure::Model(error)) => return Err(error),
            }
        }
    }

    async fn models(&self, endpoint: &ModelEndpoint) -> Result<Vec<String>, ModelError> {
        match self.exchange(endpoint)?.models().await {
            Ok(value) => answer::model_ids(&value).ok_or(ModelError::Unusable),
            Err(exchange::Failure::Rejected) => Err(ModelError::Unusable),
            Err(exchange::Failure::Model(error)) => Err(error),
        }
    }

    fn preview(&self, endpoint: &ModelEndpoint, request: &ModelRequest) -> (String, String) {
        let url = format!("{}/chat/completions", endpoint.base_url.trim().trim_end_matches('/'));
        (url, format!("{:#}", body::build(endpoint, request, self.ladder.rung(endpoint))))
    }
}

/// Whether the endpoint is OpenAI's own.
fn is_openai(endpoint: &ModelEndpoint) -> bool {
    Url::parse(&endpoint.base_url).is_ok_and(|url| url.host_str() == Some("api.openai.com"))
}

#[cfg(test)]
mod tests;
