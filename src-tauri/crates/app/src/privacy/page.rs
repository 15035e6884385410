//! The readable part of an access package: one page that needs nothing but a browser, and loads nothing.

use super::told::{Teller, Told};
use crate::{history, words};
use domain::fault::{Params, params};
use domain::settings::Settings;
use domain::views::history::ChangeView;
use domain::views::privacy::AccessData;
use std::fmt::Write as _;

const STYLE: &str = "body{font:15px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1b1b1f}\
h1{font-size:1.6rem}h2{font-size:1.15rem;margin-top:2rem;border-bottom:1px solid #ddd}\
table{border-collapse:collapse;width:100%;margin:.5rem 0 1rem}th,td{text-align:left;vertical-align:top;padding:.25rem .5rem;border-bottom:1px solid #eee;overflow-wrap:anywhere}\
th{width:13rem;font-weight:500;color:#555}.rows th{width:auto}p.fine{color:#555}";

/// The page.
pub(super) fn page(teller: &Teller<'_>, settings: &Settings, name: &str, data: &AccessData, tables: &[Told]) -> String {
    let language = teller.language();
    let told =
        |key: &str, values: &Params| words::text(language, "privacy", &format!("access.{key}"), values).unwrap_or_else(|| key.to_owned());
    let plain = |key: &str| told(key, &Params::new());
    let title = told("title", &params([("name", name.to_owned())]));
    let mut page = format!(
        "<!doctype html>\n<html lang=\"{}\"><head><meta charset=\"utf-8\"><title>{}</title><style>{STYLE}</style></head><body>\n<h1>{}</h1>\n",
        language.code(),
        escaped(&title),
        escaped(&title)
    );
    let who = [
        settings.text("identity.name"),
        settings.text("identity.company"),
        settings.text("identity.postal_address"),
        settings.text("mail.from"),
    ];
    let who: Vec<&str> = who.into_iter().filter(|text| !text.is_empty()).collect();
    let made = params([("at", teller.moment_of(data.at)), ("who", who.join(", "))]);
    let made = told(if who.is_empty() { "madeAlone" } else { "made" }, &made);
    let _infallible = writeln!(page, "<p>{}</p>\n<p class=\"fine\">{}</p>", escaped(&made), escaped(&plain("rights")));
    privacy(&mut page, teller, data);
    for table in tables {
        rows(&mut page, table);
    }
    let _infallible = writeln!(page, "<h2>{}</h2>", escaped(&plain("changes")));
    changes(&mut page, teller, &data.changes);
    page.push_str("</body></html>\n");
    page
}

fn privacy(page: &mut String, teller: &Teller<'_>, data: &AccessData) {
    let language = teller.language();
    let told = |key: &str| words::text(language, "privacy", key, &Params::new()).unwrap_or_else(|| key.to_owned());
    let privacy = &data.privacy;
    let word = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    let basis = word(&serde_json::to_value(privacy.basis).unwrap_or_default());
    let day = |day: Option<chrono::NaiveDate>| day.map(|day| teller.day(day)).unwrap_or_default();
    let informed = privacy.informed_at.map(|at| teller.moment_of(at)).unwrap_or_else(|| day(privacy.informed_on));
    let mut lines = vec![
        ("box.source", [history::code_words(language, &privacy.source), privacy.source_detail.clone()].join(" ").trim().to_owned()),
        ("box.collected", day(Some(privacy.collected))),
        ("box.basis", told(&format!("basis.{basis}"))),
        ("box.informed", informed),
        ("box.heard", day(privacy.heard_on)),
        ("box.until", day(privacy.until)),
    ];
    for consent in &privacy.consents {
        let channel = word(&serde_json::to_value(consent.channel).unwrap_or_default());
        let said = told(if consent.given { "consent.given" } else { "consent.refused" });
        let said = [said, teller.day(consent.on), consent.note.clone()];
        let said = said.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
        lines.push(("box.consent", format!("{}, {said}", told(&format!("channel.{channel}")))));
    }
    let _infallible = writeln!(page, "<h2>{}</h2>\n<table>", escaped(&told("box.title")));
    for (label, value) in lines.into_iter().filter(|(_, value)| !value.is_empty()) {
        line(page, &told(label), &value);
    }
    page.push_str("</table>\n");
}

fn rows(page: &mut String, table: &Told) {
    let _infallible = writeln!(page, "<h2>{} ({})</h2>", escaped(&table.name), table.rows.len());
    for row in &table.rows {
        page.push_str("<table>\n");
        for (head, value) in table.heads.iter().zip(row).filter(|(_, value)| !value.is_empty()) {
            line(page, head, value);
        }
        page.push_str("</table>\n");
    }
}

fn changes(page: &mut String, teller: &Teller<'_>, changes: &[ChangeView]) {
    page.push_str("<table class=\"rows\">\n");
    for change in changes {
        let what = words::say_intent(teller.language(), &change.intent.code, &change.intent.params);
        let fields: Vec<String> = change
            .fields
            .iter()
            .map(|field| {
                let (name, [old, new]) = teller.changed(change, field);
                teller.field(&name, &if old.is_empty() { new } else { format!("{old} → {new}") })
            })
            .collect();
        let _infallible = writeln!(
            page,
            "<tr><td>{}</td><td>{}</td><td>{}</td></tr>",
            teller.moment_of(change.at),
            escaped(&what),
            escaped(&fields.join("; "))
        );
    }
    page.push_str("</table>\n");
}

fn line(page: &mut String, label: &str, value: &str) {
    let _infallible = writeln!(page, "<tr><th>{}</th><td>{}</td></tr>", escaped(label), escaped(value).replace('\n', "<br>"));
}

/// Text as it stands in HTML: nothing of it is markup.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    #[test]
    fn what_people_wrote_is_never_markup() {
        assert_eq!(super::escaped("<script>\"&"), "&lt;script&gt;&quot;&amp;");
    }
}
