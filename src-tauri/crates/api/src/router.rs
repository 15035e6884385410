//! Calls a command by its name with a JSON request: the terminal, the flow tests, later a local interface.

use crate::{ApiError, App, commands, handlers, views};
use serde_json::Value;

macro_rules! route {
    ($( $area:ident :: $name:ident ( $req:ty ) -> $res:ty, $doc:literal; )*) => {
        /// Calls `command` with `request`; `null` stands for an empty request.
        ///
        /// # Errors
        /// `api.unknown_command`, `api.bad_request` (the message names the field), or the command's own.
        pub async fn call(app: &App, command: &str, request: Value) -> Result<Value, ApiError> {
            match command {
                $( stringify!($name) => {
                    let request: $req = parse(request)?;
                    let answer: $res = handlers::$area::$name(app, request).await?;
                    serde_json::to_value(answer).map_err(|e| ApiError::bad_answer(&e))
                } )*
                _ => Err(ApiError::unknown_command(command)),
            }
        }
    };
}
commands!(route);

fn parse<T: serde::de::DeserializeOwned>(request: Value) -> Result<T, ApiError> {
    let request = if request.is_null() { Value::Object(serde_json::Map::new()) } else { request };
    serde_json::from_value(request).map_err(|e| ApiError::bad_request(&e))
}
