use super::*;
use proptest::prelude::*;

const SINGLE: [&str; 9] =
    ["From", "To", "Subject", "Date", "Message-ID", "MIME-Version", "Content-Type", "Content-Transfer-Encoding", "List-Unsubscribe"];

struct Parts {
    from: Mailbox,
    to: Mailbox,
    subject: HeaderText,
    id: MessageId,
    opt_out: OptOut,
}

fn parts(from_name: &str, to_name: &str, subject: &str) -> Parts {
    let address = Address::parse("seller@firm.example").unwrap();
    Parts {
        from: Mailbox { name: HeaderText::cleaned(from_name), address: address.clone() },
        to: Mailbox { name: HeaderText::cleaned(to_name), address: Address::parse("Ann.Lee@client.example").unwrap() },
        subject: HeaderText::cleaned(subject),
        id: MessageId::new(uuid::Uuid::nil(), &address),
        opt_out: OptOut { address, subject: HeaderText::cleaned("Désinscription") },
    }
}

fn letter<'a>(parts: &'a Parts, text: &'a str, html: Option<&'a str>, thread: &'a [MessageId]) -> Letter<'a> {
    Letter {
        from: &parts.from,
        to: &parts.to,
        subject: &parts.subject,
        message_id: &parts.id,
        thread,
        date: DateTime::from_timestamp(1_795_000_000, 0).unwrap(),
        language: "fr",
        content: Content { text, html },
        opt_out: Some(&parts.opt_out),
        kind: Kind::Person,
    }
}

/// Header fields as a server would count them: unfolded, up to the first empty line.
fn headers(message: &[u8]) -> Vec<(String, String)> {
    let text = std::str::from_utf8(message).unwrap();
    let head = text.split("\r\n\r\n").next().unwrap();
    let mut fields: Vec<(String, String)> = Vec::new();
    for line in head.split("\r\n") {
        if line.starts_with([' ', '\t']) {
            fields.last_mut().unwrap().1.push_str(line);
        } else {
            let (name, value) = line.split_once(':').unwrap_or_else(|| panic!("no header: {line:?}"));
            fields.push((name.to_owned(), value.trim().to_owned()));
        }
    }
    fields
}

fn value<'a>(fields: &'a [(String, String)], name: &str) -> &'a str {
    let found: Vec<_> = fields.iter().filter(|(n, _)| n.eq_ignore_ascii_case(name)).collect();
    assert_eq!(found.len(), 1, "{name} appears {} times", found.len());
    &found[0].1
}

fn assert_wire_safe(message: &[u8]) {
    assert!(message.is_ascii() && !message.contains(&0));
    for (i, byte) in message.iter().enumerate() {
        match byte {
            b'\n' => assert_eq!(message[i - 1], b'\r', "bare LF at {i}"),
            b'\r' => assert_eq!(message.get(i + 1), Some(&b'\n'), "bare CR at {i}"),
            _ => {}
        }
    }
    assert!(message.split(|b| *b == b'\n').all(|line| line.len() <= 999), "a line above 998 octets");
}

#[test]
fn a_letter_has_every_header_once_and_reads_as_written() {
    let parts = parts("Zoë Martin", "Ann Lee", "Une idée pour vous");
    let message = letter(&parts, "Bonjour Ann,\n\nUne idée.\n", None, &[]).to_bytes().unwrap();
    assert_wire_safe(&message);
    let fields = headers(&message);
    for name in SINGLE {
        value(&fields, name);
    }
    assert_eq!(value(&fields, "To"), "\"Ann Lee\" <Ann.Lee@client.example>");
    assert_eq!(value(&fields, "Message-ID"), "<00000000-0000-0000-0000-000000000000@firm.example>");
    assert_eq!(value(&fields, "List-Unsubscribe"), "<mailto:seller@firm.example?subject=D%C3%A9sinscription>");
    assert_eq!(value(&fields, "Content-Language"), "fr");
    assert_eq!(value(&fields, "Date"), "Wed, 18 Nov 2026 11:06:40 +0000");
    assert!(fields.iter().all(|(name, _)| name != "Auto-Submitted"));
    let body = String::from_utf8(message).unwrap();
    assert!(body.contains("Une id=C3=A9e.") || body.contains("base64"), "{body}");
}

#[test]
fn a_follow_up_stands_in_its_thread() {
    let parts = parts("Z", "A", "Re: one");
    let thread: Vec<_> = (0..30).map(|n| MessageId::parse(&format!("m{n}@firm.example")).unwrap()).collect();
    let message = letter(&parts, "x", None, &thread).to_bytes().unwrap();
    assert_wire_safe(&message);
    let fields = headers(&message);
    assert_eq!(value(&fields, "In-Reply-To"), "<m29@firm.example>");
    let references: Vec<_> = value(&fields, "References").split_whitespace().collect();
    assert_eq!(
        (references.len(), references[0], references[1], references[19]),
        (20, "<m0@firm.example>", "<m11@firm.example>", "<m29@firm.example>")
    );
    let short = letter(&parts, "x", None, &thread[..2]).to_bytes().unwrap();
    assert_eq!(value(&headers(&short), "References"), "<m0@firm.example> <m1@firm.example>");
}

#[test]
fn a_notice_has_both_forms_and_says_it_is_automatic() {
    let parts = parts("Desk", "Seller", "Run finished");
    let notice = Letter { kind: Kind::Notice, opt_out: None, ..letter(&parts, "Done", Some("<p>Done</p>"), &[]) };
    let message = notice.to_bytes().unwrap();
    assert_wire_safe(&message);
    let fields = headers(&message);
    assert_eq!(value(&fields, "Auto-Submitted"), "auto-generated");
    assert!(value(&fields, "Content-Type").starts_with("multipart/alternative; boundary=\"part"), "{fields:?}");
    assert!(fields.iter().all(|(name, _)| name != "List-Unsubscribe"));
    assert_eq!(message, notice.to_bytes().unwrap(), "the same letter gives the same bytes");
}

#[test]
fn a_letter_without_subject_or_text_is_refused_with_its_reason() {
    let none = parts("a", "b", "\u{202e}\r\n");
    assert_eq!(letter(&none, "x", None, &[]).to_bytes(), Err(BuildError::NoSubject));
    let some = parts("a", "b", "c");
    assert_eq!(letter(&some, " \r\n\0", None, &[]).to_bytes(), Err(BuildError::NoText));
    assert_eq!(letter(&some, &"x".repeat(MAX_BODY + 1), None, &[]).to_bytes(), Err(BuildError::TooLong));
}

#[test]
fn smuggling_line_ends_become_ordinary_ones() {
    let parts = parts("a", "b", "c");
    for body in ["a\n.\nMAIL FROM:<x@y>", "a\r.\rb", "a\r\n.\r\nb", "a\n.\r\nb", "a\r.\nb", "a\0\n.\0\nb", "..\n.\n"] {
        assert_wire_safe(&letter(&parts, body, Some(body), &[]).to_bytes().unwrap());
    }
}

fn hostile() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        any::<String>(),
        "[ -~]{0,60}",
        Just("\r\nBcc: victim@evil.example\r\n".to_owned()),
        Just("\r\n\r\n.\r\n".to_owned()),
        Just("\t\0\u{85}\u{2028}\u{202e}".to_owned()),
        Just("\" <x@evil.example>, \"".to_owned()),
        Just("=?utf-8?q?=0D=0ABcc:_x@evil.example?=".to_owned()),
        Just("é".repeat(300)),
        Just("W".repeat(1200)),
        Just("\\\"(,;:)<>@[]".to_owned()),
    ];
    prop::collection::vec(piece, 0..4).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn no_input_makes_a_panic_an_extra_header_or_an_unsafe_line(
        from in hostile(), to in hostile(), subject in hostile(), text in hostile(), html in prop::option::of(hostile()),
    ) {
        let parts = parts(&from, &to, &subject);
        match letter(&parts, &text, html.as_deref(), &[]).to_bytes() {
            Err(why) => prop_assert!(matches!(why, BuildError::NoSubject | BuildError::NoText)),
            Ok(message) => {
                assert_wire_safe(&message);
                let fields = headers(&message);
                let allowed = |name: &str| SINGLE.iter().chain(&["Content-Language"]).any(|a| a.eq_ignore_ascii_case(name));
                for (name, _) in &fields {
                    prop_assert!(allowed(name), "extra header {name}");
                }
                for name in ["From", "To", "Subject", "Message-ID", "Date", "List-Unsubscribe", "MIME-Version", "Content-Type"] {
                    value(&fields, name);
                }
                prop_assert!(value(&fields, "To").ends_with("<Ann.Lee@client.example>") || value(&fields, "To") == "Ann.Lee@client.example");
                prop_assert!(value(&fields, "From").ends_with("<seller@firm.example>") || value(&fields, "From") == "seller@firm.example");
            }
        }
    }

    #[test]
    fn an_address_that_parses_is_safe_on_an_smtp_line(text in "\\PC{0,30}@\\PC{0,30}|[ -~]{1,20}@[a-z.-]{1,20}|.{0,40}") {
        if let Ok(address) = Address::parse(&text) {
            prop_assert!(address.as_str().bytes().all(|b| b.is_ascii_graphic() && !b"<>()\"\\,;:[]".contains(&b)), "{address}");
            prop_assert_eq!(address.as_str().matches('@').count(), 1);
            prop_assert!(address.as_str().parse::<lettre::Address>().is_ok());
        }
    }
}
