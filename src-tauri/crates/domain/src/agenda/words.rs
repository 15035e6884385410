//! The words of tasks and appointments, as they are stored and sent.

use crate::views::agenda::{AppointmentKind, AppointmentState, CallOutcome, Priority, TaskKind, TaskState};

macro_rules! coded {
    ($($name:ident { $($variant:ident = $code:literal),* })*) => { $(
        impl $name {
            /// All of them, in their own order.
            pub const ALL: &[Self] = &[$(Self::$variant),*];

            /// As stored.
            pub fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),* }
            }

            /// The one stored under `code`.
            pub fn of_code(code: &str) -> Option<Self> {
                match code { $($code => Some(Self::$variant),)* _ => None }
            }
        }
    )* };
}

coded! {
    TaskKind { Call = "call", Email = "email", Visit = "visit", Quote = "quote", Other = "other" }
    TaskState { ToDo = "to_do", InProgress = "in_progress", Done = "done", Cancelled = "cancelled" }
    Priority { Low = "low", Normal = "normal", High = "high" }
    AppointmentKind { Meeting = "meeting", Video = "video", Call = "call", Visit = "visit", Other = "other" }
    AppointmentState { Planned = "planned", Done = "done", Cancelled = "cancelled", NoShow = "no_show" }
    CallOutcome { Reached = "reached", NoAnswer = "no_answer", LeftMessage = "left_message", Busy = "busy", WrongNumber = "wrong_number" }
}

impl TaskState {
    /// Whether there is something left to do.
    pub fn is_open(self) -> bool {
        matches!(self, Self::ToDo | Self::InProgress)
    }
}
