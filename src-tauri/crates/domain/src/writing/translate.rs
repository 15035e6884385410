//! Both spellings of a placeholder, `{first_name}` and `{{ first_name | default("there") }}`, made one: the double-brace form with the
//! field's own name.

use super::{Field, TemplateError};

/// Translates a template. Braces that open no placeholder are literal, and so are `\{` and `\}`.
pub(super) fn translate(source: &str) -> Result<String, TemplateError> {
    let mut out = String::with_capacity(source.len() + 32);
    let mut rest = source;
    while let Some(at) = rest.find(['{', '\\']) {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        rest = if let Some(after) = from.strip_prefix("\\{") {
            out.push_str(LITERAL_OPEN);
            after
        } else if let Some(after) = from.strip_prefix("\\}") {
            out.push('}');
            after
        } else if let Some(after) = from.strip_prefix('\\') {
            out.push('\\');
            after
        } else if let Some(after) = from.strip_prefix("{{") {
            let (inside, after) = after.split_once("}}").ok_or(TemplateError::Unclosed)?;
            out.push_str("{{");
            out.push_str(&expression(inside)?);
            out.push_str("}}");
            after
        } else if let Some(after) = from.strip_prefix("{%") {
            let (inside, after) = after.split_once("%}").ok_or(TemplateError::Unclosed)?;
            if !matches!(inside.trim_matches(['-', ' ']).split_whitespace().next(), Some("if" | "elif" | "else" | "endif")) {
                let before = source.len() - from.len();
                return Err(TemplateError::Syntax { line: 1 + source.get(..before).map_or(0, |text| text.matches('\n').count()) });
            }
            out.push_str("{%");
            out.push_str(inside);
            out.push_str("%}");
            after
        } else if let Some(after) = from.strip_prefix("{#") {
            after.split_once("#}").ok_or(TemplateError::Unclosed)?.1
        } else {
            single(from.strip_prefix('{').unwrap_or_default(), &mut out)?
        };
    }
    out.push_str(rest);
    Ok(out)
}

const LITERAL_OPEN: &str = "{{ \"{\" }}";

/// `{name}` or `{name | default("…")}`; what does not begin with a letter is a literal brace.
fn single<'s>(after: &'s str, out: &mut String) -> Result<&'s str, TemplateError> {
    if !after.trim_start_matches(' ').starts_with(char::is_alphabetic) {
        out.push_str(LITERAL_OPEN);
        return Ok(after);
    }
    let (inside, rest) = after.split_once('}').ok_or(TemplateError::Unclosed)?;
    out.push_str("{{");
    out.push_str(&expression(inside)?);
    out.push_str("}}");
    Ok(rest)
}

/// Gives a plain name its canonical spelling; anything else is left to the template engine, which knows the canonical names only.
fn expression(inside: &str) -> Result<String, TemplateError> {
    let (head, filters) = match inside.split_once('|') {
        Some((head, filters)) => (head.trim(), Some(filters)),
        None => (inside.trim(), None),
    };
    let plain_name =
        head.chars().next().is_some_and(char::is_alphabetic) && head.chars().all(|c| c.is_alphanumeric() || "_- .".contains(c));
    if !plain_name || head.split(' ').any(|word| matches!(word, "or" | "and" | "if" | "not" | "in" | "is")) {
        return Ok(inside.to_owned());
    }
    let field = Field::named(head).ok_or_else(|| TemplateError::unknown(head))?;
    Ok(match filters {
        Some(filters) => format!(" {} |{}", field.name(), filters),
        None => format!(" {} ", field.name()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn single_and_double_braces_become_the_same() {
        assert_eq!(translate("Hi {firstName}, {{ Position }}").unwrap(), "Hi {{ first_name }}, {{ title }}");
        assert_eq!(translate("{ name | default(\"you\") }").unwrap(), "{{ full_name | default(\"you\") }}");
    }

    #[test]
    fn an_unclosed_brace_is_an_error_and_a_brace_before_no_letter_is_literal() {
        assert!(matches!(translate("Hi {first_name"), Err(TemplateError::Unclosed)));
        assert!(matches!(translate("Hi {{ first_name }"), Err(TemplateError::Unclosed)));
        assert_eq!(translate("{1} and {}").unwrap(), "{{ \"{\" }}1} and {{ \"{\" }}}");
    }
}
