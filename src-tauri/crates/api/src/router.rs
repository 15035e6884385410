//! Calls a command by its name with a JSON request: the terminal, the flow tests, later a local interface.

use crate::{ApiError, App, commands, handlers, views};
use serde_json::Value;
use std::pin::Pin;

/// A command at work. The shell polls it on any of its threads; it lives on the heap, because no stack has room for all of them at once.
type Answer<'a> = Pin<Box<dyn Future<Output = Result<Value, ApiError>> + Send + 'a>>;

macro_rules! route {
    ($( $area:ident :: $name:ident ( $req:ty ) -> $res:ty, $doc:literal; )*) => {
        fn answer<'a>(app: &'a App, command: &str, request: Value) -> Answer<'a> {
            match command {
                $( stringify!($name) => Box::pin(async move {
                    let request: $req = parse(request)?;
                    let answer: $res = handlers::$area::$name(app, request).await?;
                    serde_json::to_value(answer).map_err(|e| ApiError::bad_answer(&e))
                }), )*
                _ => Box::pin(std::future::ready(Err(ApiError::unknown_command(command)))),
            }
        }
    };
}
commands!(route);

/// Calls `command` with `request`; `null` stands for an empty request.
///
/// # Errors
/// `api.unknown_command`, `api.bad_request` (its sentence names the field), or the command's own; what was not found is named by its id.
pub async fn call(app: &App, command: &str, request: Value) -> Result<Value, ApiError> {
    let id = request.get("id").and_then(Value::as_str).map(str::to_owned);
    answer(app, command, request).await.map_err(|mut error| {
        if let (Some(id), true) = (id, error.code.ends_with(".not_found")) {
            error.params.insert("id".to_owned(), id);
        }
        error
    })
}

fn parse<T: serde::de::DeserializeOwned>(request: Value) -> Result<T, ApiError> {
    let request = if request.is_null() { Value::Object(serde_json::Map::new()) } else { request };
    serde_path_to_error::deserialize(request).map_err(|e| ApiError::bad_request(&e))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn refused<T: serde::de::DeserializeOwned>(request: Value) -> [String; 2] {
        let error = parse::<T>(request).err().unwrap();
        assert!(!error.params["detail"].is_empty());
        ["problem", "field"].map(|name| error.params[name].clone())
    }

    #[test]
    fn a_request_of_another_form_names_its_field_and_what_is_wrong_with_it() {
        assert_eq!(refused::<views::ById>(Value::Null), ["missing", "id"]);
        assert_eq!(refused::<views::ById>(json!({ "id": 7 })), ["kind", "id"]);
        assert_eq!(refused::<views::ById>(json!(7)), ["form", ""]);
        let values = json!({ "id": uuid::Uuid::nil(), "values": [{ "field": "title", "value": "x" }, { "field": "title" }] });
        assert_eq!(refused::<views::people::PersonUpdate>(values), ["missing", "values[1].value"]);
    }
}
