use super::*;
use crate::fault::{Fault, Reason};

const EARLIER: &str = r#"{"actions":{"generateEmails":true,"sendEmails":true,"sendLinkedInConnections":true,"scheduleFollowups":true},
  "emailContext":"Nous aidons {company}.","linkedinTemplate":"Hi {name}, {title} at {company}.","followupTemplate":"Bonjour {{ first_name | default(\"\") }}",
  "delays":{"betweenProspects":2000,"followupDays":7},"maxFollowups":3}"#;

#[test]
fn the_earlier_systems_document_is_accepted_as_it_is() {
    let config = RunConfig::parse(EARLIER).unwrap();
    assert!(config.actions.send_emails);
    assert_eq!(config.linkedin_template.as_ref().unwrap().source(), "Hi {name}, {title} at {company}.");
    assert_eq!(config.delays, Delays { between_prospects_ms: 2000, followup_days: 7 });
}

#[test]
fn every_key_is_optional_and_nothing_is_sent_unless_asked() {
    for text in ["{}", "", r#"{"actions":{}}"#, r#"{"actions":null,"delays":{},"emailContext":""}"#] {
        let config = RunConfig::parse(text).unwrap();
        assert_eq!(config, RunConfig::default());
        assert!(!config.actions.send_emails && config.actions.generate_emails);
    }
}

#[test]
fn a_document_survives_being_written_and_read_again() {
    for text in [EARLIER, "{}", r#"{"maxFollowups":0,"delays":{"betweenProspects":0.0}}"#] {
        let config = RunConfig::parse(text).unwrap();
        assert_eq!(RunConfig::parse(&config.to_json()).unwrap(), config);
    }
}

#[test]
fn unknown_keys_are_all_named_with_their_paths_and_what_was_meant() {
    let text = r#"{"acitons":{},"actions":{"sendEmail":true,"zzzzzz":1},"delays":{"followUpDays":3},"maxFollowups":"x"}"#;
    let error = RunConfig::parse(text).unwrap_err();
    assert_eq!(error.code(), "run.config_unknown_keys");
    let reasons = error.reasons();
    assert_eq!(
        reasons,
        vec![
            Reason::new("run.config_unknown_key_meant").with("path", "acitons").with("meant", "actions"),
            Reason::new("run.config_unknown_key_meant").with("path", "actions.sendEmail").with("meant", "actions.sendEmails"),
            Reason::new("run.config_unknown_key").with("path", "actions.zzzzzz"),
            Reason::new("run.config_unknown_key_meant").with("path", "delays.followUpDays").with("meant", "delays.followupDays"),
        ]
    );
    assert!(error.params()["keys"].contains("actions.sendEmail (actions.sendEmails?)"));
}

#[test]
fn wrong_kinds_and_ranges_are_named() {
    for (text, code, path) in [
        (r#"{"actions":[]}"#, "run.config_wrong_type", "actions"),
        (r#"{"actions":{"sendEmails":"yes"}}"#, "run.config_wrong_type", "actions.sendEmails"),
        (r#"{"emailContext":5}"#, "run.config_wrong_type", "emailContext"),
        (r#"{"delays":{"betweenProspects":"2s"}}"#, "run.config_wrong_type", "delays.betweenProspects"),
        (r#"{"delays":{"betweenProspects":-1}}"#, "run.config_out_of_range", "delays.betweenProspects"),
        (r#"{"delays":{"followupDays":0}}"#, "run.config_out_of_range", "delays.followupDays"),
        (r#"{"delays":{"followupDays":2.5}}"#, "run.config_out_of_range", "delays.followupDays"),
        (r#"{"maxFollowups":11}"#, "run.config_out_of_range", "maxFollowups"),
        (r#"{"maxFollowups":1e300}"#, "run.config_out_of_range", "maxFollowups"),
        (r#"{"linkedinTemplate":"Hi {nmae}"}"#, "run.config_bad_template", "linkedinTemplate"),
    ] {
        let error = RunConfig::parse(text).unwrap_err();
        assert_eq!((error.code(), error.params()["path"].as_str()), (code, path), "{text}");
    }
    assert_eq!(RunConfig::parse("[]").unwrap_err().code(), "run.config_wrong_type");
}

#[test]
fn an_unknown_placeholder_is_named_with_its_key() {
    let error = RunConfig::parse(r#"{"followupTemplate":"Hi {frist_name}"}"#).unwrap_err();
    let expected = Reason::new("writing.unknown_placeholder_meant").with("name", "frist_name").with("meant", "first_name");
    assert_eq!(error.reasons(), vec![expected.with("path", "followupTemplate")]);
}

#[test]
fn what_is_not_json_is_refused_with_its_place() {
    assert_eq!(RunConfig::parse("{\n \"actions\": oops }").unwrap_err(), ConfigError::NotJson { line: 2, column: 13 });
    assert_eq!(RunConfig::parse(&" ".repeat(200_000)).unwrap_err(), ConfigError::TooLarge);
}
