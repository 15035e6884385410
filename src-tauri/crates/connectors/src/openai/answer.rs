use domain::ports::{ModelError, ModelReply, ModelRequest};
use serde::Deserialize;
use serde_json::Value;

/// An answer, as little of it as is needed: servers add and leave out fields as they like.
#[derive(Debug, Deserialize)]
pub(super) struct Completion {
    choices: Vec<Choice>,
    #[serde(default)]
    usage: Option<Value>,
}

#[derive(Debug, Deserialize)]
struct Choice {
    message: Message,
    #[serde(default)]
    finish_reason: Option<Value>,
}

#[derive(Debug, Deserialize)]
struct Message {
    #[serde(default)]
    content: Option<Value>,
    #[serde(default)]
    refusal: Option<Value>,
}

impl Completion {
    pub(super) fn read(value: Value) -> Result<Completion, ModelError> {
        serde_json::from_value(value).map_err(|_| ModelError::Unusable)
    }

    /// The text of the first choice, with the document taken out of it where a schema was given.
    pub(super) fn reply(self, request: &ModelRequest) -> Result<ModelReply, ModelError> {
        let choice = self.choices.into_iter().next().ok_or(ModelError::Unusable)?;
        if choice.message.refusal.as_ref().and_then(Value::as_str).is_some_and(|words| !words.is_empty()) {
            return Err(ModelError::Refused);
        }
        match choice.finish_reason.as_ref().and_then(Value::as_str) {
            Some("content_filter") => return Err(ModelError::Refused),
            Some("length") => return Err(ModelError::Cut),
            _ => {}
        }
        let text = without_thinking(&text_of(choice.message.content.as_ref()));
        let text = match &request.schema {
            Some((_, schema)) => document(&text, schema).ok_or(ModelError::Unusable)?,
            None => text,
        };
        if text.trim().is_empty() {
            return Err(ModelError::Unusable);
        }
        let tokens = |name: &str| self.usage.as_ref().and_then(|u| u.get(name)).and_then(Value::as_u64).and_then(|n| u32::try_from(n).ok());
        Ok(ModelReply { text, tokens_in: tokens("prompt_tokens"), tokens_out: tokens("completion_tokens") })
    }
}

/// Ids of `GET /models`; llama.cpp answers with one element.
pub(super) fn model_ids(value: &Value) -> Option<Vec<String>> {
    let data = value.get("data").or_else(|| value.get("models"))?.as_array()?;
    let id = |model: &Value| model.get("id").or_else(|| model.get("name")).and_then(Value::as_str).map(str::to_owned);
    Some(data.iter().filter_map(id).take(1_000).collect())
}

/// The content: a text, or parts with texts.
fn text_of(content: Option<&Value>) -> String {
    match content {
        Some(Value::String(text)) => text.clone(),
        Some(Value::Array(parts)) => parts.iter().filter_map(|part| part.get("text").and_then(Value::as_str)).collect(),
        _ => String::new(),
    }
}

/// Removes what reasoning models think aloud: `<think>…</think>`, also when the opening or the closing tag is missing.
fn without_thinking(text: &str) -> String {
    let text = text.rsplit_once("</think>").map_or(text, |(_, after)| after);
    text.split_once("<think>").map_or(text, |(before, _)| before).trim().to_owned()
}

/// The first JSON object in the text that has what the schema requires.
fn document(text: &str, schema: &Value) -> Option<String> {
    text.match_indices('{').take(50).find_map(|(at, _)| {
        let mut values = serde_json::Deserializer::from_str(text.get(at..)?).into_iter::<Value>();
        let value = values.next()?.ok()?;
        fits(&value, schema).then(|| value.to_string())
    })
}

/// The part of JSON Schema the desk uses: an object whose required properties are texts, and no others when it says so.
fn fits(value: &Value, schema: &Value) -> bool {
    let (Some(object), Some(required)) = (value.as_object(), schema.get("required").and_then(Value::as_array)) else { return false };
    let names: Vec<&str> = required.iter().filter_map(Value::as_str).collect();
    let closed = schema.get("additionalProperties") == Some(&Value::Bool(false));
    names.iter().all(|name| object.get(*name).is_some_and(Value::is_string)) && (!closed || object.len() == names.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thinking_is_removed_however_it_is_marked() {
        assert_eq!(without_thinking("<think>hm {\"a\":1}</think>\nyes"), "yes");
        assert_eq!(without_thinking("hm</think>yes"), "yes");
        assert_eq!(without_thinking("yes<think>cut off"), "yes");
    }

    #[test]
    fn a_document_is_found_among_words_and_fences() {
        let schema = serde_json::json!({ "required": ["subject", "body"], "additionalProperties": false });
        let text = "Sure {here}:\n```json\n{\"subject\": \"a}\", \"body\": \"b\"}\n```";
        assert_eq!(document(text, &schema).unwrap(), r#"{"body":"b","subject":"a}"}"#);
        assert_eq!(document(r#"{"subject": "a"}"#, &schema), None);
        assert_eq!(document(r#"{"subject":"a","body":"b","to":"c"}"#, &schema), None);
    }
}
