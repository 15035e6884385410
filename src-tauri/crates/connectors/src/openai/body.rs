use super::{is_openai, ladder::Rung};
use domain::ports::{ModelEndpoint, ModelRequest};
use serde_json::{Value, json};

/// The request's body, exactly as it leaves.
pub(super) fn build(endpoint: &ModelEndpoint, request: &ModelRequest, rung: Rung) -> Value {
    let told_in_words = match &request.schema {
        Some((_, schema)) if rung != Rung::Schema => format!("\n\nAnswer with one JSON object only, following this JSON Schema: {schema}"),
        _ => String::new(),
    };
    let mut body = json!({
        "model": endpoint.model,
        "messages": [
            { "role": "system", "content": format!("{}{told_in_words}", request.system) },
            { "role": "user", "content": request.user },
        ],
        "stream": false,
    });
    // OpenAI deprecated max_tokens and reasoning models refuse it; local servers know only max_tokens.
    let (limit, own) = if is_openai(endpoint) { ("max_completion_tokens", true) } else { ("max_tokens", false) };
    if let Some(fields) = body.as_object_mut() {
        fields.insert(limit.to_owned(), request.max_tokens.into());
        if own {
            fields.insert("store".to_owned(), false.into());
        }
        match (&request.schema, rung) {
            (Some((name, schema)), Rung::Schema) => {
                let format = json!({ "type": "json_schema", "json_schema": { "name": name, "strict": true, "schema": schema } });
                fields.insert("response_format".to_owned(), format);
            }
            (Some(_), Rung::Object) => {
                fields.insert("response_format".to_owned(), json!({ "type": "json_object" }));
            }
            _ => {}
        }
    }
    body
}
