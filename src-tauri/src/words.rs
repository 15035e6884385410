//! The few sentences the shell says itself, where no page can: when the window closes, and in the tray.

/// What the shell says, in one language.
pub(crate) struct Words {
    pub(crate) working_title: &'static str,
    pub(crate) working: &'static str,
    pub(crate) keep: &'static str,
    pub(crate) quit: &'static str,
    pub(crate) stay: &'static str,
    pub(crate) show: &'static str,
}

const ENGLISH: Words = Words {
    working_title: "A run is still working",
    working: "It can go on without a window: the icon in the tray, or starting Rainmaker again, brings the window back. If you quit, it goes on at the next start; nobody is written to twice.",
    keep: "Keep working",
    quit: "Quit",
    stay: "Cancel",
    show: "Open Rainmaker",
};

const FRENCH: Words = Words {
    working_title: "Une séquence est en cours",
    working: "Elle peut continuer sans fenêtre\u{202f}: l’icône de la zone de notification, ou un nouveau démarrage de Rainmaker, rouvre la fenêtre. Si vous quittez, elle reprendra au prochain démarrage\u{202f}; personne ne recevra deux messages.",
    keep: "Continuer",
    quit: "Quitter",
    stay: "Annuler",
    show: "Ouvrir Rainmaker",
};

/// The words of a language: French for `fr` and its regions, English for everything else.
pub(crate) fn words(locale: &str) -> &'static Words {
    if locale.to_ascii_lowercase().starts_with("fr") { &FRENCH } else { &ENGLISH }
}
