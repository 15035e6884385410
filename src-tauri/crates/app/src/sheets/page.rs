/// What the browser shows after the consent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Page {
    /// The answer was taken.
    Taken,
    /// The seller said no.
    Refused,
    /// Anything else that knocks at the port.
    Stranger,
}

/// The whole HTTP answer: a page of a few words, no script, nothing from elsewhere.
pub(super) fn answer(page: Page, french: bool) -> String {
    let (status, words) = match (page, french) {
        (Page::Taken, true) => ("200 OK", "Google a répondu. Vous pouvez fermer cette page et revenir à Rainmaker."),
        (Page::Taken, false) => ("200 OK", "Google has answered. You can close this page and go back to Rainmaker."),
        (Page::Refused, true) => ("200 OK", "L’accès n’a pas été accordé\u{a0}: rien n’a été connecté. Vous pouvez fermer cette page."),
        (Page::Refused, false) => ("200 OK", "Access was not given: nothing was connected. You can close this page."),
        (Page::Stranger, true) => ("400 Bad Request", "Cette adresse n’attend rien d’autre que la réponse de Google."),
        (Page::Stranger, false) => ("400 Bad Request", "This address expects nothing but Google’s answer."),
    };
    let language = if french { "fr" } else { "en" };
    let body = format!(
        "<!doctype html><html lang=\"{language}\"><meta charset=\"utf-8\"><title>Rainmaker</title><h1>Rainmaker</h1><p>{words}</p></html>"
    );
    format!(
        "HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {}\r\nContent-Security-Policy: default-src 'none'\r\n\
         Cache-Control: no-store\r\nReferrer-Policy: no-referrer\r\nX-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n{body}",
        body.len()
    )
}
