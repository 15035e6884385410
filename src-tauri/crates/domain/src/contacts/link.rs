use url::Url;

/// A link in its one form, with its key: the host without `www.` and the path. `None` for what is no link of the web.
pub(crate) fn read(text: &str) -> Option<(String, String)> {
    let whole = if text.contains("://") { text.to_owned() } else { format!("https://{text}") };
    let url = Url::parse(&whole).ok().filter(|url| matches!(url.scheme(), "http" | "https"))?;
    let host = url.host_str()?.to_lowercase();
    if !host.contains('.') || !url.username().is_empty() || url.password().is_some() {
        return None;
    }
    let bare = host.strip_prefix("www.").unwrap_or(&host);
    let query = url.query().map(|query| format!("?{query}")).unwrap_or_default();
    Some((url.to_string(), format!("{bare}{}{query}", url.path().trim_end_matches('/'))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_link_has_one_key_however_it_is_written() {
        for link in ["www.lumen.fr/equipe", "https://lumen.fr/equipe/", "http://WWW.lumen.fr/equipe#top"] {
            assert_eq!(read(link).unwrap().1, "lumen.fr/equipe", "{link}");
        }
        for link in ["", "lumen", "javascript:alert(1)", "ftp://lumen.fr", "https://a:b@lumen.fr", "n/a"] {
            assert_eq!(read(link), None, "{link}");
        }
    }
}
