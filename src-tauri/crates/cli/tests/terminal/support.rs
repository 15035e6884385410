use serde_json::Value;
use std::io::Write;
use std::process::{Command, Stdio};
use tempfile::TempDir;

/// A terminal in a language, and a folder for a desk that opens with a passphrase.
pub(crate) struct Terminal {
    folder: TempDir,
    lang: &'static str,
}

pub(crate) struct Said {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Terminal {
    pub(crate) fn new(lang: &'static str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("passphrase"), "cheval de bataille\n").unwrap();
        Self { folder, lang }
    }

    pub(crate) fn path(&self, name: &str) -> String {
        self.folder.path().join(name).display().to_string()
    }

    pub(crate) fn file(&self, name: &str, content: &str) -> String {
        std::fs::write(self.path(name), content).unwrap();
        self.path(name)
    }

    pub(crate) fn rain(&self, words: &[&str]) -> Said {
        self.fed(words, "", &[])
    }

    pub(crate) fn fed(&self, words: &[&str], input: &str, env: &[(&str, &str)]) -> Said {
        let mut command = Command::new(env!("CARGO_BIN_EXE_rain"));
        command.args(words).env_clear().env("LANG", self.lang).env("TZ", "UTC").env("HOME", self.folder.path());
        // No keychain: the passphrase is the way in, and nobody's own keychain is touched.
        command.env("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
        command.env("RAINMAKER_WORKSPACE", self.path("desk")).env("RAINMAKER_PASSPHRASE_FILE", self.path("passphrase"));
        command.envs(env.iter().copied());
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
        let output = child.wait_with_output().unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        Said { code: output.status.code().unwrap(), out: text(output.stdout), err: text(output.stderr) }
    }

    pub(crate) fn ok(&self, words: &[&str]) -> String {
        let said = self.rain(words);
        assert_eq!(said.code, 0, "{words:?}: {}", said.err);
        said.out
    }

    pub(crate) fn json(&self, words: &[&str]) -> Value {
        let words: Vec<&str> = words.iter().copied().chain(["--json"]).collect();
        serde_json::from_str(&self.ok(&words)).unwrap()
    }
}

/// Two people as LinkedIn writes them; one address is none.
pub(crate) const PEOPLE: &str = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n\
    Ann,Lee,https://www.linkedin.com/in/ann-lee,ann(at)acme,Acme,Buyer,30 Feb 2024\n\
    Bob,Roy,https://www.linkedin.com/in/bob-roy,bob@free.example,Free,CEO,05 Nov 2024\n";
