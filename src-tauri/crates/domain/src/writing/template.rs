use super::check::Foreign;
use super::{Field, Marked, translate::translate, words};
use crate::fault::{Fault, Params, params};
use minijinja::value::{Object, Value};
use minijinja::{Environment, UndefinedBehavior};
use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

/// Longest template accepted, in bytes.
const LONGEST_TEMPLATE: usize = 20_000;
/// Longest text a template may produce, in bytes.
const LONGEST_TEXT: usize = 60_000;
/// Steps a template may take: a real one takes a few dozen.
const FUEL: u64 = 20_000;

/// A compiled template.
///
/// Placeholders are written `{first_name}` or `{{ first_name | default("there") }}`; conditions such as `{% if company %}…{% else %}…{% endif %}` work,
/// and nothing else does.
/// Values are data: whatever a record contains is never read as a template; it is printed once, as it is, or not at all.
#[derive(Clone)]
pub struct Template {
    source: String,
    engine: Arc<Environment<'static>>,
}

/// What placeholders are filled with. An empty value counts as missing.
///
/// Each value stands between its marks already, as it goes into a text: one set of values fills several texts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Values([Option<Arc<str>>; Field::COUNT]);

impl Values {
    /// Sets a value, cleaned to one visible line; the run's context keeps its lines.
    #[must_use]
    pub fn with(mut self, field: Field, value: &str) -> Self {
        let value = if field == Field::Context { words::clean_lines(value) } else { words::clean(value) };
        if let Some(slot) = self.0.get_mut(field.index()) {
            *slot = (!value.is_empty()).then(|| marked(field, &value));
        }
        self
    }

    /// The value of a field, when there is one.
    pub fn get(&self, field: Field) -> Option<&str> {
        let marked = self.marked(field)?;
        marked.strip_prefix([VALUE_STARTS])?.strip_prefix([field_mark(field)])?.strip_suffix([VALUE_ENDS])
    }

    fn marked(&self, field: Field) -> Option<&Arc<str>> {
        self.0.get(field.index())?.as_ref()
    }
}

/// Why a template cannot be used, or not for this person.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TemplateError {
    /// A placeholder nobody knows.
    #[error("unknown placeholder {name}")]
    UnknownPlaceholder {
        /// As written.
        name: String,
        /// The known name closest to it.
        suggestion: Option<&'static str>,
    },
    /// A brace is opened and never closed.
    #[error("a brace is not closed")]
    Unclosed,
    /// The template engine does not understand it.
    #[error("the template is not understood at line {line}")]
    Syntax {
        /// Line, 1 = first.
        line: usize,
    },
    /// The template, or what it produces, is too long.
    #[error("the template is too long")]
    TooLong,
    /// The person has no value for this field and the template has no fallback for it.
    #[error("no value for {}", field.name())]
    Unfillable {
        /// The missing field.
        field: Field,
    },
    /// The person's value for this field holds a placeholder or a link nobody wrote for them.
    #[error("the value of {} may not be printed", field.name())]
    Foreign {
        /// The field.
        field: Field,
        /// What was found in it.
        found: Foreign,
    },
}

impl TemplateError {
    pub(super) fn unknown(name: &str) -> Self {
        TemplateError::UnknownPlaceholder { name: name.chars().take(60).collect(), suggestion: Field::suggestion(name) }
    }
}

impl Fault for TemplateError {
    fn code(&self) -> &'static str {
        match self {
            TemplateError::UnknownPlaceholder { suggestion: None, .. } => "writing.unknown_placeholder",
            TemplateError::UnknownPlaceholder { suggestion: Some(_), .. } => "writing.unknown_placeholder_meant",
            TemplateError::Unclosed => "writing.brace_not_closed",
            TemplateError::Syntax { .. } => "writing.template_syntax",
            TemplateError::TooLong => "writing.template_too_long",
            TemplateError::Unfillable { .. } => "writing.unfillable",
            TemplateError::Foreign { found: Foreign::Placeholder, .. } => "writing.value_is_placeholder",
            TemplateError::Foreign { found: Foreign::Link, .. } => "writing.value_is_link",
        }
    }

    fn params(&self) -> Params {
        match self {
            TemplateError::UnknownPlaceholder { name, suggestion } => {
                let mut out = params([("name", name.clone())]);
                if let Some(meant) = suggestion {
                    out.insert("meant".to_owned(), (*meant).to_owned());
                }
                out
            }
            TemplateError::Syntax { line } => params([("line", line.to_string())]),
            TemplateError::Unfillable { field } | TemplateError::Foreign { field, .. } => params([("field", field.name().to_owned())]),
            TemplateError::Unclosed | TemplateError::TooLong => Params::new(),
        }
    }
}

impl Template {
    /// Compiles a template, refusing every placeholder that does not exist.
    pub fn compile(source: &str) -> Result<Template, TemplateError> {
        if source.len() > LONGEST_TEMPLATE {
            return Err(TemplateError::TooLong);
        }
        let source: String =
            source.replace("\r\n", "\n").chars().filter(|c| *c == '\n' || *c == '\t' || !words::is_invisible(*c)).collect();
        let translated = translate(&source)?;
        let mut engine = Environment::empty();
        engine.set_undefined_behavior(UndefinedBehavior::Strict);
        engine.set_fuel(Some(FUEL));
        engine.add_filter("default", or_fallback);
        engine.add_filter("upper", |text: String| text.to_uppercase());
        engine.add_filter("lower", |text: String| text.to_lowercase());
        engine.add_filter("trim", |text: String| text.trim().to_owned());
        engine.add_template_owned(NAME, translated).map_err(|e| syntax(&e))?;
        let template = engine.get_template(NAME).map_err(|e| syntax(&e))?;
        let unknown = template.undeclared_variables(false).into_iter().filter(|name| Field::named(name).is_none()).min();
        match unknown {
            Some(name) => Err(TemplateError::unknown(&name)),
            None => Template { source, engine: Arc::new(engine) }.tried(),
        }
    }

    /// The template as it was written.
    pub fn source(&self) -> &str {
        &self.source
    }

    /// Fills the placeholders. A missing value without a fallback is an error: the text is never sent with a hole in it. So is a value of the
    /// person's that holds a placeholder or a link: what the seller wrote themselves is theirs to say, what a file brought is not.
    pub fn fill(&self, values: &Values) -> Result<Marked, TemplateError> {
        let template = self.engine.get_template(NAME).map_err(|e| syntax(&e))?;
        let context = Value::from_object(Context(values.clone()));
        let raw = template.render(context).map_err(|e| syntax(&e))?;
        if raw.len() > LONGEST_TEXT {
            return Err(TemplateError::TooLong);
        }
        read_marks(&raw)
    }

    /// Fills it with and without every value once, so that an unknown filter or a wrong operation is found when the template is written.
    fn tried(self) -> Result<Self, TemplateError> {
        let full = (0..).map_while(Field::at).fold(Values::default(), |values, field| values.with(field, "x"));
        for values in [full, Values::default()] {
            match self.fill(&values) {
                Ok(_) | Err(TemplateError::Unfillable { .. }) => {}
                Err(error) => return Err(error),
            }
        }
        Ok(self)
    }
}

impl fmt::Debug for Template {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Template").field(&self.source).finish()
    }
}

impl PartialEq for Template {
    fn eq(&self, other: &Self) -> bool {
        self.source == other.source
    }
}

impl Eq for Template {}

const NAME: &str = "text";
// Unicode non-characters (U+FDD0…U+FDEF, "intended for internal use"), which `words::clean` removes from every value and template.
const VALUE_STARTS: char = '\u{fdd0}';
const VALUE_ENDS: char = '\u{fdd1}';
const MISSING: char = '\u{fdd2}';
const FIRST_FIELD: u32 = 0xfde0;

fn marked(field: Field, value: &str) -> Arc<str> {
    let mut out = String::with_capacity(value.len() + 9);
    out.extend([VALUE_STARTS, field_mark(field)]);
    out.push_str(value);
    out.push(VALUE_ENDS);
    out.into()
}

fn field_mark(field: Field) -> char {
    u32::try_from(field.index()).ok().and_then(|i| char::from_u32(FIRST_FIELD + i)).unwrap_or(VALUE_ENDS)
}

fn marked_field(mark: Option<char>) -> Option<Field> {
    mark.and_then(|c| u32::from(c).checked_sub(FIRST_FIELD)).and_then(|i| Field::at(usize::try_from(i).ok()?))
}

/// What the engine looks names up in.
#[derive(Debug)]
struct Context(Values);

impl Object for Context {
    fn get_value(self: &Arc<Self>, key: &Value) -> Option<Value> {
        let field = Field::named(key.as_str()?)?;
        Some(match self.0.marked(field) {
            Some(value) => Value::from(Arc::clone(value)),
            None => Value::from_object(Missing(field)),
        })
    }
}

/// A field without a value: false in a condition, replaced by `default`, and an error wherever it would be printed.
#[derive(Debug)]
struct Missing(Field);

impl Object for Missing {
    fn is_true(self: &Arc<Self>) -> bool {
        false
    }

    fn render(self: &Arc<Self>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{MISSING}{}", field_mark(self.0))
    }
}

fn or_fallback(value: Value, fallback: Option<Value>) -> Value {
    let empty = value.is_undefined() || value.is_none() || value.as_str() == Some("") || value.downcast_object_ref::<Missing>().is_some();
    if empty { fallback.unwrap_or_else(|| Value::from("")) } else { value }
}

/// Turns the marks in what was rendered into ranges.
fn read_marks(raw: &str) -> Result<Marked, TemplateError> {
    if let Some((_, missing)) = raw.split_once(MISSING) {
        return Err(unfillable(marked_field(missing.chars().next())));
    }
    let mut out = Marked { text: String::with_capacity(raw.len()), marks: Vec::new() };
    let mut rest = raw;
    while let Some((before, marked)) = rest.split_once(VALUE_STARTS) {
        out.push(&visible(before), None);
        let mut chars = marked.chars();
        let field = marked_field(chars.next()).ok_or_else(|| unfillable(None))?;
        let (value, after) = chars.as_str().split_once(VALUE_ENDS).unwrap_or((chars.as_str(), ""));
        let value = visible(value);
        field.may_hold(&value)?;
        out.push(&value, Some(field));
        rest = after;
    }
    out.push(&visible(rest), None);
    Ok(out)
}

fn unfillable(field: Option<Field>) -> TemplateError {
    TemplateError::Unfillable { field: field.unwrap_or(Field::FullName) }
}

/// Without invisible characters but line ends and tabs.
fn visible(text: &str) -> Cow<'_, str> {
    let hidden = |c: char| words::is_invisible(c) && c != '\n' && c != '\t';
    if words::may_hold_invisible(text) && text.contains(hidden) { Cow::Owned(text.replace(hidden, "")) } else { Cow::Borrowed(text) }
}

fn syntax(error: &minijinja::Error) -> TemplateError {
    TemplateError::Syntax { line: error.line().unwrap_or(1) }
}

#[cfg(test)]
#[path = "template_tests.rs"]
mod tests;
