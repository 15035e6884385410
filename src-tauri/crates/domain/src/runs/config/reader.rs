use super::RunConfig;
use super::problem::{ConfigError, Problem};
use crate::fault::Reason;
use crate::writing::{Template, words};
use serde_json::{Map, Value};

/// Reads values and collects what is wrong with them.
#[derive(Default)]
pub(super) struct Reader {
    unknown: Vec<Problem>,
    wrong: Vec<Problem>,
}

/// An object of the document with its path.
#[derive(Default)]
pub(super) struct Object<'v> {
    path: &'static str,
    values: Option<&'v Map<String, Value>>,
}

impl<'v> Object<'v> {
    /// A value that is there and not null.
    pub(super) fn get(&self, key: &str) -> Option<&'v Value> {
        self.values.and_then(|values| values.get(key)).filter(|value| !value.is_null())
    }

    fn path(&self, key: &str) -> String {
        if self.path.is_empty() { key.to_owned() } else { format!("{}.{key}", self.path) }
    }
}

impl Reader {
    /// An object with these keys only.
    pub(super) fn object<'v>(&mut self, value: impl Into<Option<&'v Value>>, path: &'static str, known: &[&str]) -> Object<'v> {
        let values = match value.into() {
            None | Some(Value::Null) => None,
            Some(Value::Object(values)) => Some(values),
            Some(_) => {
                self.wrong.push(Problem::WrongType { path: path.to_owned(), expected: "object" });
                None
            }
        };
        let object = Object { path, values };
        for key in values.into_iter().flat_map(Map::keys).filter(|key| !known.contains(&key.as_str())) {
            let meant = words::closest(key, known.iter().copied()).map(|meant| object.path(meant));
            self.unknown.push(Problem::UnknownKey { path: object.path(&key.chars().take(60).collect::<String>()), meant });
        }
        object
    }

    pub(super) fn flag(&mut self, object: &Object<'_>, key: &str, default: bool) -> bool {
        match object.get(key) {
            None => default,
            Some(Value::Bool(flag)) => *flag,
            Some(_) => self.wrong_type(object, key, "true_or_false", default),
        }
    }

    /// A whole number; `2000.0` is one.
    pub(super) fn number(&mut self, object: &Object<'_>, key: &str, least: u64, most: u64, default: u64) -> u64 {
        let Some(value) = object.get(key) else {
            return default;
        };
        let Some(number) = value.as_f64() else {
            return self.wrong_type(object, key, "number", default);
        };
        match whole(number) {
            Some(whole) if (least..=most).contains(&whole) => whole,
            _ => {
                self.wrong.push(Problem::OutOfRange { path: object.path(key), least, most });
                default
            }
        }
    }

    /// A whole number that fits 32 bits.
    pub(super) fn small(&mut self, object: &Object<'_>, key: &str, least: u32, most: u32, default: u32) -> u32 {
        u32::try_from(self.number(object, key, least.into(), most.into(), default.into())).unwrap_or(default)
    }

    /// A template; the empty text counts as absent.
    pub(super) fn template(&mut self, object: &Object<'_>, key: &str) -> Option<Template> {
        let source = match object.get(key)? {
            Value::String(source) if source.trim().is_empty() => return None,
            Value::String(source) => source,
            _ => return self.wrong_type(object, key, "text", None),
        };
        Template::compile(source)
            .map_err(|error| self.wrong.push(Problem::Template { path: object.path(key), reason: Reason::of(&error) }))
            .ok()
    }

    /// The configuration, unless something was wrong.
    pub(super) fn finish(self, config: RunConfig) -> Result<RunConfig, ConfigError> {
        if !self.unknown.is_empty() {
            Err(ConfigError::UnknownKeys(self.unknown))
        } else if !self.wrong.is_empty() {
            Err(ConfigError::WrongValues(self.wrong))
        } else {
            Ok(config)
        }
    }

    fn wrong_type<T>(&mut self, object: &Object<'_>, key: &str, expected: &'static str, default: T) -> T {
        self.wrong.push(Problem::WrongType { path: object.path(key), expected });
        default
    }
}

fn whole(number: f64) -> Option<u64> {
    // through text: no lossy cast, and 2000.5, -1 and 1e300 are refused alike
    (number.fract() == 0.0 && (0.0..1e15).contains(&number)).then(|| format!("{number:.0}").parse().ok()).flatten()
}
