//! The list of commands and everything made from it.
//!
//! [`commands!`] names every command once: its area, name, request, answer and sentence. From that one list come the shell's Tauri
//! commands and the TypeScript client, the [`router`] that `rain call` and the flow tests use, and [`names`].

mod commands;
mod error;
pub mod handlers;
pub mod router;
pub mod work;

pub use app::App;
pub use domain::views;
pub use error::ApiError;

macro_rules! list_names {
    ($( $area:ident :: $name:ident ( $req:ty ) -> $res:ty, $doc:literal; )*) => {
        /// Every command with its sentence, in order.
        pub const NAMES: &[(&str, &str)] = &[ $( (stringify!($name), $doc) ),* ];
    };
}
commands!(list_names);

/// Names of all commands, for the permission manifest and the palette.
pub fn names() -> Vec<&'static str> {
    NAMES.iter().map(|(name, _)| *name).collect()
}
