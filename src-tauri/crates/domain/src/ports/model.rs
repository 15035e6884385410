use async_trait::async_trait;
use secrecy::SecretString;

/// An OpenAI-compatible endpoint (Ollama, llama.cpp, LM Studio, OpenAI, …).
#[derive(Debug, Clone)]
pub struct ModelEndpoint {
    /// Base URL with the version path, such as `http://localhost:11434/v1`; plain http only to loopback.
    pub base_url: String,
    /// Model id, as the endpoint lists it.
    pub model: String,
    /// Key, when the endpoint asks for one.
    pub key: Option<SecretString>,
}

/// What is asked of a model. It may only return text: it never picks recipients and never sends.
#[derive(Debug, Clone)]
pub struct ModelRequest {
    /// The desk's instructions.
    pub system: String,
    /// The data, clearly fenced as data.
    pub user: String,
    /// JSON Schema (the portable subset: objects, strings, all required) of the answer, with its name.
    pub schema: Option<(String, serde_json::Value)>,
    /// Upper bound of the answer, in tokens.
    pub max_tokens: u32,
}

/// A model's answer: untrusted text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ModelReply {
    /// The text (with a schema: the JSON document), thinking parts removed.
    pub text: String,
    /// Tokens in, when told.
    pub tokens_in: Option<u32>,
    /// Tokens out, when told.
    pub tokens_out: Option<u32>,
}

/// Why a model gave no usable answer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ModelError {
    /// The address is malformed, or plain http to another machine.
    #[error("the address of the model is not allowed")]
    BadAddress,
    /// Nobody answers there.
    #[error("the model cannot be reached")]
    Unreachable,
    /// 401 or 403.
    #[error("the key was refused")]
    Unauthorized,
    /// 404 on the model.
    #[error("this model does not exist there")]
    NoSuchModel,
    /// 429 that passes; seconds to wait when told.
    #[error("too many requests")]
    Busy(Option<u64>),
    /// Out of credit: waiting does not help.
    #[error("the account is out of credit")]
    OutOfCredit,
    /// The model refused, or its filter did.
    #[error("the model refused")]
    Refused,
    /// The answer was cut at the token limit.
    #[error("the answer was cut")]
    Cut,
    /// The answer is not what was asked for.
    #[error("the answer cannot be used")]
    Unusable,
    /// 5xx.
    #[error("the model failed")]
    Failed,
}

/// Something that writes text.
#[async_trait]
pub trait TextModel: Send + Sync {
    /// One answer. Bounded in size and time; redirects are not followed; structured output falls back from `json_schema` to
    /// `json_object` to plain text with local extraction.
    async fn complete(&self, endpoint: &ModelEndpoint, request: &ModelRequest) -> Result<ModelReply, ModelError>;
    /// Ids of the models the endpoint offers (`GET /models`); also the connection test.
    async fn models(&self, endpoint: &ModelEndpoint) -> Result<Vec<String>, ModelError>;
    /// Exactly what [`TextModel::complete`] would send: address and indented JSON body, without the key.
    fn preview(&self, endpoint: &ModelEndpoint, request: &ModelRequest) -> (String, String);
}
