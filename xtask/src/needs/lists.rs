//! The systems on which nothing is installed for the person: the exact list is printed, and said to be untested.

use super::{Purpose, System};

/// Prints what this system needs; the build then says itself what it misses.
pub(super) fn say(system: System, purpose: Purpose) {
    let (name, command) = match (system, purpose >= Purpose::Window) {
        (System::Fedora, true) => (
            "Fedora",
            "sudo dnf install gcc make clang-devel openssl-devel pkgconf-pkg-config webkit2gtk4.1-devel libayatana-appindicator-gtk3-devel",
        ),
        (System::Fedora, false) => ("Fedora", "sudo dnf install gcc make clang-devel openssl-devel pkgconf-pkg-config"),
        (System::Arch, true) => ("Arch", "sudo pacman -S --needed base-devel clang openssl webkit2gtk-4.1 libayatana-appindicator"),
        (System::Arch, false) => ("Arch", "sudo pacman -S --needed base-devel clang openssl"),
        (System::MacOs, _) => ("macOS", "xcode-select --install && brew install openssl@3"),
        (System::Windows, _) => (
            "Windows",
            "winget install Microsoft.VisualStudio.2022.BuildTools LLVM.LLVM ShiningLight.OpenSSL.Dev (Windows 11 has WebView2; set LIBCLANG_PATH and OPENSSL_DIR)",
        ),
        (System::Debian | System::Unknown, _) => (
            "this system",
            "its packages of: a C compiler, pkg-config, libclang, OpenSSL 3, WebKitGTK 4.1 and the Ayatana app indicator, with their headers",
        ),
    };
    println!("Rainmaker is installed and tested on Debian and Ubuntu only; on {name} it is untested.");
    println!("It needs (nothing is installed for you here):\n  {command}");
    if purpose == Purpose::Tests {
        println!("The tests need Xvfb, dbus-daemon, gnome-keyring and WebKitWebDriver besides.");
    }
}
