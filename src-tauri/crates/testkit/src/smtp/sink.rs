use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// Postfix's `smtp-sink`, when it is installed.
pub struct Sink {
    child: Child,
    /// Its port.
    pub port: u16,
}

impl Sink {
    /// Starts it with these options; `None` where Postfix is not installed.
    ///
    /// # Panics
    /// When it does not start.
    #[expect(clippy::panic, clippy::unwrap_used, reason = "a test without its server has nothing to say")]
    pub async fn start(options: &[&str]) -> Option<Self> {
        let program = ["/usr/sbin/smtp-sink", "/usr/libexec/postfix/smtp-sink"].into_iter().find(|p| std::path::Path::new(p).exists())?;
        let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let mut command = Command::new(program);
        // It refuses to run as root without a user to become.
        if std::fs::read_to_string("/proc/self/status").is_ok_and(|s| s.lines().any(|l| l.starts_with("Uid:\t0\t"))) {
            command.args(["-u", "nobody"]);
        }
        let sink =
            Self { child: command.args(options).arg(format!("127.0.0.1:{port}")).arg("128").stderr(Stdio::null()).spawn().unwrap(), port };
        for _ in 0..100 {
            if tokio::net::TcpStream::connect(("127.0.0.1", port)).await.is_ok() {
                return Some(sink);
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        panic!("smtp-sink did not start");
    }
}

impl Drop for Sink {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
