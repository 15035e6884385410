use super::*;

fn values() -> Values {
    Values::default()
        .with(Field::FirstName, "Marie")
        .with(Field::FullName, "Marie Curie")
        .with(Field::Title, "Directrice")
        .with(Field::Company, "Radium & Cie")
        .with(Field::Location, "Paris")
}

fn fill(source: &str) -> Result<String, TemplateError> {
    Template::compile(source)?.fill(&values()).map(|m| m.text)
}

#[test]
fn every_spelling_of_a_placeholder_is_filled() {
    let text = fill("{first_name} {{first_name}} {name} {{ title }} {position} {company} {location}").unwrap();
    assert_eq!(text, "Marie Marie Marie Curie Directrice Directrice Radium & Cie Paris");
}

#[test]
fn a_missing_value_takes_the_fallback() {
    assert_eq!(fill(r#"Hi {{ last_name | default("there") }}"#).unwrap(), "Hi there");
    assert_eq!(fill(r#"Hi {last_name|default("there")}"#).unwrap(), "Hi there");
    assert_eq!(fill(r#"Hi {{ first_name | default("there") }}"#).unwrap(), "Hi Marie");
    assert_eq!(fill("A{% if last_name %} B{% else %} C{% endif %}").unwrap(), "A C");
    assert_eq!(fill(r#"{{ last_name or "you" }}"#).unwrap(), "you");
}

#[test]
fn a_missing_value_without_a_fallback_names_the_field() {
    assert_eq!(fill("Hi {last_name}"), Err(TemplateError::Unfillable { field: Field::LastName }));
    assert_eq!(fill("Hi {{ last_name | upper }}"), Err(TemplateError::Unfillable { field: Field::LastName }));
    assert_eq!(fill(r#"{{ "Hi " ~ last_name }}"#), Err(TemplateError::Unfillable { field: Field::LastName }));
}

#[test]
fn an_unknown_placeholder_is_found_when_the_template_is_compiled() {
    for source in ["Hi {frist_name}", "Hi {{ frist_name }}", "{% if frist_name %}x{% endif %}", r#"{{ frist_name | default("x") }}"#] {
        let error = Template::compile(source).unwrap_err();
        assert_eq!(error, TemplateError::UnknownPlaceholder { name: "frist_name".into(), suggestion: Some("first_name") }, "{source}");
    }
    assert_eq!(Template::compile("{{ x | nofilter }}").unwrap_err().code(), "writing.unknown_placeholder");
    assert_eq!(Template::compile("a\n{{ first_name | nofilter }}").unwrap_err(), TemplateError::Syntax { line: 2 });
}

#[test]
fn a_person_named_like_a_placeholder_stops_the_text_and_names_the_field() {
    let template = Template::compile("Hi {first_name} of {{ company }}").unwrap();
    let filled = |name: &str, company: &str| template.fill(&values().with(Field::FirstName, name).with(Field::Company, company));
    let placeholder = |field| TemplateError::Foreign { field, found: Foreign::Placeholder };
    assert_eq!(filled("{first_name}", "{title}").unwrap_err(), placeholder(Field::FirstName));
    assert_eq!(filled("Ann", "{title}").unwrap_err(), placeholder(Field::Company));
    assert_eq!(filled("Ann", "{% for x in y %}").unwrap_err(), placeholder(Field::Company));
    let link = TemplateError::Foreign { field: Field::Company, found: Foreign::Link };
    assert_eq!(filled("Ann", "=HYPERLINK(\"http://evil.example\")").unwrap_err(), link);
    assert_eq!((link.code(), link.params()["field"].as_str()), ("writing.value_is_link", "company"));
    for company in ["Booking.com", "Node.js SARL"] {
        assert_eq!(filled("Ann", company).unwrap().text, format!("Hi Ann of {company}"));
    }
}

#[test]
fn what_the_seller_wrote_themselves_is_theirs_to_say() {
    let values = values().with(Field::SenderCompany, "www.reed.example").with(Field::Context, "See https://reed.example/offer.");
    let text = r"{context} \{draft} www.reed.example/x {sender_company}";
    let filled = Template::compile(text).unwrap().fill(&values).unwrap().text;
    assert_eq!(filled, "See https://reed.example/offer. {draft} www.reed.example/x www.reed.example");
}

#[test]
fn a_value_in_a_filter_or_a_sum_of_texts_is_judged_as_well() {
    let values = values().with(Field::Company, "http://evil.example");
    for source in ["{{ company | upper }}", "{{ 'at ' ~ company }}"] {
        let error = Template::compile(source).unwrap().fill(&values).unwrap_err();
        assert_eq!(error, TemplateError::Foreign { field: Field::Company, found: Foreign::Link }, "{source}");
    }
}

#[test]
fn a_values_curly_brace_is_printed_once_and_not_read() {
    let marked = Template::compile("Hi {first_name} of {{ company }}").unwrap().fill(&values().with(Field::Company, "Brace }")).unwrap();
    assert_eq!(marked.text, "Hi Marie of Brace }");
    assert_eq!(marked.marks.len(), 2);
}

#[test]
fn literal_braces_stay_literal() {
    assert_eq!(fill(r"{1} \{name\} {} {{ '{' }}").unwrap(), "{1} {name} {} {");
    assert_eq!(fill(r"a\b").unwrap(), r"a\b");
}

#[test]
fn merged_ranges_are_known_and_fallbacks_are_not_among_them() {
    let marked = Template::compile(r#"Hi {first_name}, {{ last_name | default("x") }}"#).unwrap().fill(&values()).unwrap();
    assert_eq!(marked.marks, vec![(3..8, Field::FirstName)]);
}

#[test]
fn a_value_cannot_bring_lines_or_hidden_characters() {
    let values = values().with(Field::FirstName, "Ann\r\nBcc: x\u{202e}\u{fdd1}");
    assert_eq!(Template::compile("{first_name}!").unwrap().fill(&values).unwrap().text, "Ann Bcc: x!");
}

#[test]
fn a_template_that_grows_without_end_is_stopped() {
    assert_eq!(Template::compile("{{ 'xxxxxxxxxx' * 9000 }}").unwrap_err(), TemplateError::TooLong);
    assert_eq!(Template::compile("\n{% for a in 'xxx' %}y{% endfor %}").unwrap_err(), TemplateError::Syntax { line: 2 });
    assert_eq!(Template::compile(&"x".repeat(20_001)).unwrap_err(), TemplateError::TooLong);
    assert!(Template::compile(&"{% if company %}".repeat(500)).is_err());
}

#[test]
fn attributes_of_a_value_are_not_reachable() {
    assert!(Template::compile("{{ first_name.__class__ }}").is_err());
}
