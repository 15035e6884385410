/// Domains that hand out private mailboxes, in France and beyond, sorted.
///
/// A mailbox here belongs to a person, not to a job, so the desk writes to it only with recorded consent (CNIL, "La prospection commerciale par
/// courrier électronique": outside the professional function, prior consent).
const PRIVATE: &[&str] = &[
    "9online.fr",
    "aim.com",
    "aliceadsl.fr",
    "aol.com",
    "aol.fr",
    "att.net",
    "bbox.fr",
    "bell.net",
    "bluewin.ch",
    "btinternet.com",
    "cegetel.net",
    "club-internet.fr",
    "comcast.net",
    "cox.net",
    "dbmail.com",
    "duck.com",
    "email.it",
    "estvideo.fr",
    "evc.net",
    "fastmail.com",
    "fastmail.fm",
    "free.fr",
    "freenet.de",
    "freesbee.fr",
    "gmail.com",
    "gmx.at",
    "gmx.ch",
    "gmx.com",
    "gmx.de",
    "gmx.fr",
    "gmx.net",
    "googlemail.com",
    "hey.com",
    "hotmail.be",
    "hotmail.ca",
    "hotmail.ch",
    "hotmail.co.uk",
    "hotmail.com",
    "hotmail.de",
    "hotmail.es",
    "hotmail.fr",
    "hotmail.it",
    "hushmail.com",
    "icloud.com",
    "ifrance.com",
    "inbox.lv",
    "infonie.fr",
    "laposte.net",
    "libero.it",
    "libertysurf.fr",
    "live.be",
    "live.ca",
    "live.co.uk",
    "live.com",
    "live.de",
    "live.fr",
    "live.it",
    "live.nl",
    "mac.com",
    "mail.com",
    "mail.ru",
    "mailbox.org",
    "mailfence.com",
    "me.com",
    "msn.com",
    "netcourrier.com",
    "neuf.fr",
    "noos.fr",
    "ntlworld.com",
    "numericable.fr",
    "orange.fr",
    "outlook.be",
    "outlook.com",
    "outlook.de",
    "outlook.es",
    "outlook.fr",
    "outlook.it",
    "pm.me",
    "posteo.de",
    "posteo.net",
    "proton.me",
    "protonmail.ch",
    "protonmail.com",
    "proximus.be",
    "qq.com",
    "rambler.ru",
    "rocketmail.com",
    "sbcglobal.net",
    "sfr.fr",
    "shaw.ca",
    "sky.com",
    "skynet.be",
    "sympatico.ca",
    "t-online.de",
    "talktalk.net",
    "tele2.fr",
    "telenet.be",
    "tiscali.fr",
    "tiscali.it",
    "tuta.com",
    "tuta.io",
    "tutanota.com",
    "tutanota.de",
    "verizon.net",
    "videotron.ca",
    "virgilio.it",
    "virginmedia.com",
    "vivaldi.net",
    "voila.fr",
    "wanadoo.fr",
    "web.de",
    "worldonline.fr",
    "yahoo.be",
    "yahoo.ca",
    "yahoo.co.uk",
    "yahoo.com",
    "yahoo.de",
    "yahoo.es",
    "yahoo.fr",
    "yahoo.it",
    "yandex.com",
    "yandex.ru",
    "ymail.com",
    "zaclys.net",
    "ziggo.nl",
    "zoho.com",
];

/// Whether `domain` (ASCII, any case) hands out private mailboxes.
pub fn is_private_domain(domain: &str) -> bool {
    let domain = domain.to_ascii_lowercase();
    PRIVATE.binary_search(&domain.as_str()).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_sorted_so_that_every_entry_is_found() {
        assert!(PRIVATE.is_sorted(), "keep the list sorted");
        assert!(PRIVATE.iter().all(|domain| is_private_domain(domain)));
    }

    #[test]
    fn the_usual_private_mailboxes_are_known_and_firms_are_not() {
        for domain in ["gmail.com", "Orange.FR", "wanadoo.fr", "free.fr", "laposte.net", "icloud.com", "proton.me"] {
            assert!(is_private_domain(domain), "{domain}");
        }
        for domain in ["example.org", "mail.gmail.com.example", "orange.com", "notgmail.com", ""] {
            assert!(!is_private_domain(domain), "{domain}");
        }
    }
}
