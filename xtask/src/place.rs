//! Where things are: the repository, the target folder, the tools that tasks install for themselves.

use std::env;
use std::path::PathBuf;

use crate::failure::Failure;

/// The repository and the folders that belong to it.
#[derive(Debug)]
pub(crate) struct Place {
    /// The folder of the workspace's `Cargo.toml`.
    pub(crate) root: PathBuf,
    /// The UI's package.
    pub(crate) ui: PathBuf,
    /// Where cargo builds; `CARGO_TARGET_DIR` moves it.
    pub(crate) target: PathBuf,
    /// Where tools land that a task installs for itself; `RAINMAKER_CACHE_DIR` moves it.
    pub(crate) tools: PathBuf,
}

impl Place {
    /// Finds the repository from the folder of this package.
    pub(crate) fn find() -> Result<Self, Failure> {
        // At run time first: the program may have been built in another checkout that shares its target folder.
        let own = env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        let root = own.parent().map(PathBuf::from).ok_or_else(|| Failure::Missing(format!("{} has no parent folder", own.display())))?;
        let target = match env::var_os("CARGO_TARGET_DIR") {
            Some(folder) => root.join(folder),
            None => root.join("target"),
        };
        let tools = match env::var_os("RAINMAKER_CACHE_DIR") {
            Some(folder) => root.join(folder).join("tools"),
            None => target.join("tools"),
        };
        Ok(Self { ui: root.join("ui"), root, target, tools })
    }

    /// A program that cargo built, for example `debug/rainmaker`.
    pub(crate) fn built(&self, path: &str) -> PathBuf {
        let mut path = self.target.join(path);
        path.set_extension(env::consts::EXE_EXTENSION);
        path
    }
}
