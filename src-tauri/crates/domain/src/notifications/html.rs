use super::Notification;
use crate::writing::Language;

/// The notification as a mail page: one column that is as wide as the screen up to 560 px, readable without images and in dark mode.
pub fn page(notification: &Notification, language: Language) -> String {
    let rows: String = notification
        .figures
        .iter()
        .map(|(what, value)| {
            format!(
                "<tr><td style=\"padding:6px 0;border-bottom:1px solid #D5D7D0\">{}</td>\
                 <td style=\"padding:6px 0;border-bottom:1px solid #D5D7D0;text-align:right;font-weight:600\">{}</td></tr>",
                escape(what),
                escape(value)
            )
        })
        .collect();
    let advice: String = notification.advice.iter().map(|a| format!("<li style=\"margin:0 0 8px\">{}</li>", escape(a))).collect();
    let advice = if advice.is_empty() { advice } else { format!("<ul style=\"padding-left:20px;margin:24px 0 0\">{advice}</ul>") };
    format!(
        "<!doctype html><html lang=\"{lang}\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><meta name=\"color-scheme\" content=\"light dark\">\
         <title>{title}</title></head>\
         <body style=\"margin:0;padding:24px 12px;font:16px/24px system-ui,-apple-system,'Segoe UI',sans-serif\">\
         <div style=\"max-width:560px;margin:0 auto\"><p style=\"font-weight:600;color:#125E78;margin:0 0 16px\">Rainmaker</p>\
         <h1 style=\"font-size:20px;line-height:28px;margin:0 0 8px\">{title}</h1><p style=\"margin:0 0 24px\">{summary}</p>\
         <table role=\"presentation\" style=\"width:100%;border-collapse:collapse\">{rows}</table>{advice}</div></body></html>",
        lang = language.code(),
        title = escape(&notification.subject),
        summary = escape(&notification.summary),
    )
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
