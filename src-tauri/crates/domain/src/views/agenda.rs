//! Tasks, appointments, notes, the calendar, and calendar files.

use super::people::{FieldValue, TimelineItem};
use super::runs::PersonName;
use super::{view, words};
use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

words! {
    /// A text somebody wrote.
    pub enum TextKind {
        /// A note.
        Note,
        /// A call.
        Call,
        /// A message that left.
        Message,
        /// A file, by its name.
        File,
    }
    /// What a task asks for; with a kind it is an action.
    pub enum TaskKind {
        /// To call.
        Call,
        /// To write.
        Email,
        /// To go there.
        Visit,
        /// A quote to make.
        Quote,
        /// Anything else.
        Other,
    }
    /// Where a task stands.
    pub enum TaskState {
        /// Not begun.
        ToDo,
        /// Begun.
        InProgress,
        /// Done.
        Done,
        /// Given up.
        Cancelled,
    }
    /// How much a task matters.
    pub enum Priority {
        /// Can wait.
        Low,
        /// As usual.
        Normal,
        /// First.
        High,
    }
    /// Where a task stands in time; the groups of the list, in this order.
    pub enum TaskGroup {
        /// Its day or hour has passed.
        Overdue,
        /// Due today.
        Today,
        /// Due tomorrow.
        Tomorrow,
        /// Due later this week, up to Sunday.
        Week,
        /// Due after this week.
        Later,
        /// Has no date.
        NoDate,
        /// Done or given up.
        Done,
    }
    /// Which tasks a list shows.
    pub enum TaskFilter {
        /// All that are not over.
        Open,
        /// Overdue and due today.
        Today,
        /// Overdue.
        Overdue,
        /// Due up to Sunday.
        Week,
        /// Over, newest first.
        Done,
        /// All: the open ones, then those that are over.
        All,
    }
    /// How people meet.
    pub enum AppointmentKind {
        /// In one place.
        Meeting,
        /// On a screen.
        Video,
        /// On the phone.
        Call,
        /// The seller goes there.
        Visit,
        /// Anything else.
        Other,
    }
    /// Where an appointment stands.
    pub enum AppointmentState {
        /// To come, or nobody has said how it went.
        Planned,
        /// It took place.
        Done,
        /// It was called off.
        Cancelled,
        /// Nobody came.
        NoShow,
    }
    /// How a call went.
    pub enum CallOutcome {
        /// They spoke.
        Reached,
        /// Nobody answered.
        NoAnswer,
        /// A message was left.
        LeftMessage,
        /// The line was engaged.
        Busy,
        /// It is somebody else's number.
        WrongNumber,
    }
    /// What an event of a calendar file would do.
    pub enum CalendarPlan {
        /// Not here yet.
        New,
        /// Here, and otherwise in the file.
        Changed,
        /// As it is here.
        Unchanged,
        /// Called off in the file.
        Cancelled,
        /// Cannot be taken.
        Refused,
    }
}

view! {
    /// A company with what it is called.
    pub struct CompanyName {
        /// Which.
        pub id: Uuid,
        /// Its name.
        pub name: String,
    }

    /// Which tasks, page by page.
    pub struct TasksPage {
        /// Which.
        pub filter: TaskFilter,
        /// Only those of this person.
        pub person_id: Option<Uuid>,
        /// Only those of this company and of its people.
        pub company_id: Option<Uuid>,
        /// Only those of this opportunity.
        pub opportunity_id: Option<Uuid>,
        /// First row.
        pub offset: u32,
        /// How many, at most 500.
        pub limit: u32,
    }

    /// Tasks with their counters.
    pub struct TasksList {
        /// The rows: by their time, without a date last; what is over, newest first.
        pub rows: Vec<TaskView>,
        /// Whether these are the last ones.
        pub last: bool,
        /// Open tasks of the desk.
        pub counts: TaskCounts,
    }

    /// How many open tasks the desk has.
    pub struct TaskCounts {
        /// Overdue.
        pub overdue: u32,
        /// Due today, without those overdue.
        pub today: u32,
        /// All that are not over.
        pub open: u32,
    }

    /// A task.
    pub struct TaskView {
        /// Id.
        pub id: Uuid,
        /// What is to be done.
        pub title: String,
        /// What it asks for.
        pub kind: TaskKind,
        /// Notes.
        pub notes: String,
        /// Its day.
        pub due_on: Option<NaiveDate>,
        /// Its time that day, `HH:MM`, or empty.
        pub due_time: String,
        /// IANA zone of that time; empty: the desk's.
        pub time_zone: String,
        /// That time as a moment.
        pub due_at: Option<DateTime<Utc>>,
        /// Where it stands in time.
        pub group: TaskGroup,
        /// How much it matters.
        pub priority: Priority,
        /// Where it stands.
        pub state: TaskState,
        /// When it was over.
        pub done_at: Option<DateTime<Utc>>,
        /// What came of it.
        pub outcome: String,
        /// When the seller is reminded.
        pub remind_at: Option<DateTime<Utc>>,
        /// About whom.
        pub person: Option<PersonName>,
        /// About which company: its own, else the person's.
        pub company: Option<CompanyName>,
        /// About which opportunity.
        pub opportunity_id: Option<Uuid>,
        /// When it was noted.
        pub created_at: DateTime<Utc>,
    }

    /// A new task. Fields: title, kind, notes, due_on, due_time, time_zone, priority, state, outcome, remind_at, person_id, company_id,
    /// opportunity_id.
    pub struct TaskNew {
        /// Values; a title is enough.
        pub values: Vec<FieldValue>,
    }

    /// Values typed on a task.
    pub struct TaskUpdate {
        /// Which.
        pub id: Uuid,
        /// Fields as in [`TaskNew`]; all or none are written.
        pub values: Vec<FieldValue>,
    }

    /// Tasks that are done.
    pub struct TasksDone {
        /// Which.
        pub ids: Vec<Uuid>,
        /// What came of it; may be empty.
        pub outcome: String,
    }

    /// Tasks put off: to a day, or by so many days from today (or from their own day, if that is later).
    pub struct TasksPostpone {
        /// Which.
        pub ids: Vec<Uuid>,
        /// To this day.
        pub to: Option<NaiveDate>,
        /// By so many days, where no day is named.
        pub days: u32,
    }

    /// A line as the seller typed it: "call Marie tomorrow 2pm".
    pub struct QuickLine {
        /// The words.
        pub text: String,
    }

    /// What was understood of a line, in the seller's zone.
    pub struct QuickRead {
        /// What is left of the words.
        pub title: String,
        /// What it asks for.
        pub kind: TaskKind,
        /// The day named.
        pub due_on: Option<NaiveDate>,
        /// The time named, `HH:MM`, or empty.
        pub due_time: String,
        /// How much it matters.
        pub priority: Priority,
    }

    /// What lies between two days, both included, in the desk's zone.
    pub struct AgendaRange {
        /// First day.
        pub from: NaiveDate,
        /// Last day; at most 400 days later.
        pub to: NaiveDate,
    }

    /// The calendar of some days.
    pub struct AgendaView {
        /// Appointments that touch them, by their beginning.
        pub appointments: Vec<AppointmentView>,
        /// Tasks due on them, also those done.
        pub tasks: Vec<TaskView>,
        /// Follow-ups due on them, counted by day.
        pub followups: Vec<DayCount>,
        /// The desk's zone.
        pub time_zone: String,
    }

    /// How many on a day.
    pub struct DayCount {
        /// The day.
        pub on: NaiveDate,
        /// How many.
        pub count: u32,
    }

    /// An appointment.
    pub struct AppointmentView {
        /// Id.
        pub id: Uuid,
        /// What it is about.
        pub title: String,
        /// How people meet.
        pub kind: AppointmentKind,
        /// Where it stands.
        pub state: AppointmentState,
        /// First moment; of whole days the midnight before, in the desk's zone.
        pub starts_at: DateTime<Utc>,
        /// First moment after it.
        pub ends_at: DateTime<Utc>,
        /// IANA zone in which it was made.
        pub time_zone: String,
        /// It takes whole days.
        pub all_day: bool,
        /// First day, where it takes whole days.
        pub starts_on: Option<NaiveDate>,
        /// Last day, included.
        pub ends_on: Option<NaiveDate>,
        /// Where.
        pub place: String,
        /// Link of the video meeting.
        pub video_link: String,
        /// Notes to prepare it.
        pub notes: String,
        /// What came of it.
        pub outcome: String,
        /// With whom.
        pub people: Vec<PersonName>,
        /// With which company: its own, else that of the first person.
        pub company: Option<CompanyName>,
        /// About which opportunity.
        pub opportunity_id: Option<Uuid>,
        /// Minutes before it at which the seller is reminded.
        pub remind_minutes: Option<u32>,
        /// It came with a calendar file.
        pub imported: bool,
    }

    /// An appointment and what it falls together with.
    pub struct AppointmentDetail {
        /// The appointment.
        pub row: AppointmentView,
        /// Others that are planned at the same time.
        pub conflicts: Vec<AppointmentView>,
    }

    /// A new appointment. Fields: title, kind, starts, ends (RFC 3339, or local `YYYY-MM-DDTHH:MM` in `time_zone`; for whole days dates, the
    /// last included), time_zone, place, video_link, notes, outcome, people (ids, separated by commas), company_id, opportunity_id,
    /// remind_minutes.
    pub struct AppointmentNew {
        /// Values; a title and a beginning are enough (then it takes an hour).
        pub values: Vec<FieldValue>,
    }

    /// Values typed on an appointment. A new beginning without a new end moves it.
    pub struct AppointmentUpdate {
        /// Which.
        pub id: Uuid,
        /// Fields as in [`AppointmentNew`]; all or none are written.
        pub values: Vec<FieldValue>,
    }

    /// How an appointment went, and what comes next, in one step.
    pub struct AppointmentClose {
        /// Which.
        pub id: Uuid,
        /// How it went; `planned` takes that back.
        pub state: AppointmentState,
        /// What came of it; may be empty.
        pub outcome: String,
        /// The next step, a task with its people and company; fields as in [`TaskNew`].
        pub next: Option<TaskNew>,
    }

    /// A time somebody thinks of: what is planned then, and where there is room.
    pub struct BusyAsk {
        /// From.
        pub starts_at: DateTime<Utc>,
        /// To.
        pub ends_at: DateTime<Utc>,
        /// An appointment that may stand there.
        pub except: Option<Uuid>,
    }

    /// What stands at a time.
    pub struct BusyAnswer {
        /// Planned then.
        pub conflicts: Vec<AppointmentView>,
        /// The next times of that length with nothing planned, within the seller's working hours; at most three.
        pub free: Vec<TimeSpan>,
    }

    /// From one moment to another.
    pub struct TimeSpan {
        /// From.
        pub starts_at: DateTime<Utc>,
        /// To.
        pub ends_at: DateTime<Utc>,
    }

    /// A note on one thing.
    pub struct NoteOn {
        /// On a person.
        pub person_id: Option<Uuid>,
        /// On a company.
        pub company_id: Option<Uuid>,
        /// On an opportunity.
        pub opportunity_id: Option<Uuid>,
        /// Its text.
        pub text: String,
    }

    /// The same note on several.
    pub struct NoteSeveral {
        /// On which.
        pub on: super::custom::CustomSelection,
        /// Its text.
        pub text: String,
    }

    /// A note, a call or a message that answers to some words.
    pub struct TextFound {
        /// Id of the line, or of the message.
        pub id: Uuid,
        /// What it is.
        pub kind: TextKind,
        /// When.
        pub at: DateTime<Utc>,
        /// Subject of a message.
        pub title: String,
        /// The text around what was asked for.
        pub snippet: String,
        /// Nothing answers as typed: this is nearly it.
        pub near: bool,
        /// Whose it is, where that is a person.
        pub person_id: Option<Uuid>,
        /// Whose it is, where that is a company.
        pub company_id: Option<Uuid>,
        /// Whose it is, where that is an opportunity.
        pub opportunity_id: Option<Uuid>,
        /// What that is called.
        pub name: String,
    }

    /// A note in other words.
    pub struct NoteEdit {
        /// Which.
        pub id: Uuid,
        /// Its text.
        pub text: String,
    }

    /// A call that was made, and what comes next.
    pub struct CallLog {
        /// With whom.
        pub person_id: Option<Uuid>,
        /// With which company.
        pub company_id: Option<Uuid>,
        /// About which opportunity.
        pub opportunity_id: Option<Uuid>,
        /// How it went.
        pub outcome: CallOutcome,
        /// How many minutes.
        pub minutes: u32,
        /// What was said; may be empty.
        pub text: String,
        /// The next step; fields as in [`TaskNew`].
        pub next: Option<TaskNew>,
    }

    /// What was noted.
    pub struct Noted {
        /// As it stands on the timeline.
        pub item: TimelineItem,
        /// The undoable operation.
        pub operation: Option<Uuid>,
    }

    /// Appointments written to a calendar file.
    pub struct CalendarExport {
        /// These; without any, those between the days.
        pub ids: Vec<Uuid>,
        /// First day.
        pub from: Option<NaiveDate>,
        /// Last day, included.
        pub to: Option<NaiveDate>,
        /// Only titles and times: no places, links or notes.
        pub titles_only: bool,
        /// Where to.
        pub path: String,
    }

    /// A calendar file to look into, or to take.
    pub struct CalendarFile {
        /// Where.
        pub path: String,
        /// SHA-256 of what was looked into, from [`CalendarCheck`]: only that is taken. Empty: whatever is there.
        pub hash: String,
    }

    /// What a calendar file would do.
    pub struct CalendarCheck {
        /// Name of the file.
        pub name: String,
        /// SHA-256 of its bytes.
        pub hash: String,
        /// Its events, at most 1,000 of them.
        pub rows: Vec<CalendarRow>,
        /// Of each plan how many, in the order new, changed, unchanged, cancelled, refused.
        pub counts: Vec<PlanCount>,
        /// Occurrences of recurring events that lie too far away.
        pub beyond: u32,
    }

    /// How many of a plan.
    pub struct PlanCount {
        /// Which.
        pub plan: CalendarPlan,
        /// How many.
        pub count: u32,
    }

    /// One event of a calendar file.
    pub struct CalendarRow {
        /// What it is about.
        pub title: String,
        /// First moment.
        pub starts_at: Option<DateTime<Utc>>,
        /// It takes whole days.
        pub all_day: bool,
        /// What it would do.
        pub plan: CalendarPlan,
        /// What is otherwise: title, time, place, video_link, notes; why it is refused (code).
        pub why: Vec<String>,
        /// People of the desk it names.
        pub people: Vec<PersonName>,
    }
}
