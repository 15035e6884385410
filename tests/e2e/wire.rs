//! The WebDriver protocol: JSON over HTTP/1.1, one request per connection (<https://www.w3.org/TR/webdriver2/>).

use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::time::Duration;

use serde_json::Value;

/// Longer than the slowest page; a driver that says nothing for this long is stuck.
const PATIENCE: Duration = Duration::from_secs(60);

/// Where a driver listens, on this machine.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Driver {
    pub(crate) port: u16,
}

impl Driver {
    /// Asks for something.
    pub(crate) fn get(self, path: &str) -> Result<Value, String> {
        self.ask("GET", path, None)
    }

    /// Orders something.
    pub(crate) fn post(self, path: &str, body: &Value) -> Result<Value, String> {
        self.ask("POST", path, Some(body))
    }

    /// Ends something.
    pub(crate) fn delete(self, path: &str) -> Result<Value, String> {
        self.ask("DELETE", path, None)
    }

    /// The `value` of the answer, or the driver's error as `code: message`.
    fn ask(self, method: &str, path: &str, body: Option<&Value>) -> Result<Value, String> {
        let answer = self.exchange(method, path, &body.map(Value::to_string).unwrap_or_default());
        let answer = answer.map_err(|error| format!("no answer from the driver: {error}"))?;
        let (_, body) = answer.split_once("\r\n\r\n").ok_or("the driver's answer has no body")?;
        let mut answer: Value = serde_json::from_str(body).map_err(|error| format!("{error} in {body:?}"))?;
        let value = answer["value"].take();
        match value["error"].as_str() {
            Some(code) => Err(format!("{code}: {}", value["message"].as_str().unwrap_or_default())),
            None => Ok(value),
        }
    }

    fn exchange(self, method: &str, path: &str, body: &str) -> std::io::Result<String> {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port))?;
        stream.set_read_timeout(Some(PATIENCE))?;
        let length = body.len();
        let head = format!(
            "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n"
        );
        stream.write_all(head.as_bytes())?;
        stream.write_all(body.as_bytes())?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer)?;
        Ok(answer)
    }
}
