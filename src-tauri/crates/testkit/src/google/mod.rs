//! A Google that lives on this machine: consent, tokens and spreadsheets over real HTTP, with grid limits, and failures on demand.

mod answer;
mod oauth;
mod range;
mod serve;
mod sheets;

use domain::ports::GoogleEndpoints;
use std::collections::{HashMap, HashSet};
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

/// What happens to one call to Sheets instead of its answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// The connection is cut and nothing was done.
    CutBefore,
    /// It was done and the connection is cut before the answer.
    CutAfter,
    /// It is done and no answer ever comes: whoever asks is ended meanwhile.
    Hang,
    /// An answer with this status and `Retry-After` in seconds; nothing was done.
    Status(u16, Option<u64>),
}

/// A tab of a spreadsheet.
#[derive(Debug, Clone, Default)]
pub struct Tab {
    /// Title.
    pub title: String,
    /// Rows of the grid.
    pub rows: usize,
    /// Columns of the grid.
    pub columns: usize,
    /// Cells that are not empty, by row and column counted from 0.
    pub cells: HashMap<(usize, usize), String>,
}

/// A call to Sheets that was seen.
#[derive(Debug, Clone)]
pub struct Seen {
    /// `info`, `create`, `read`, `write`, `grow`.
    pub kind: &'static str,
    /// Bytes of its body.
    pub bytes: usize,
}

/// Everything this Google knows.
#[derive(Debug, Default)]
pub struct World {
    /// Spreadsheets by id.
    pub sheets: HashMap<String, Vec<Tab>>,
    /// Spreadsheets the desk may open.
    pub allowed: HashSet<String>,
    /// Calls to Sheets, in order.
    pub seen: Vec<Seen>,
    /// What happens at the n-th call to Sheets, 0 = first.
    pub troubles: HashMap<usize, Trouble>,
    /// Scope given with the next tokens; `None` = what was asked for.
    pub scope: Option<String>,
    /// Refresh tokens that live.
    pub refresh: HashSet<String>,
    /// Access tokens that live.
    pub access: HashSet<String>,
    codes: HashMap<String, oauth::Asked>,
    next: u64,
}

/// The server; it stops when dropped.
pub struct FakeGoogle {
    world: Arc<Mutex<World>>,
    address: SocketAddr,
    task: JoinHandle<()>,
}

/// What the seller does in Google's page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision<'a> {
    /// Agrees.
    Agree,
    /// Agrees and picks this spreadsheet.
    Pick(&'a str),
    /// Says no.
    Refuse,
}

impl FakeGoogle {
    /// Starts it on a free port.
    pub async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap_or_else(|e| panic!("no port: {e}"));
        let address = listener.local_addr().unwrap_or_else(|e| panic!("no address: {e}"));
        let world = Arc::new(Mutex::new(World::default()));
        let task = tokio::spawn(serve::serve(listener, Arc::clone(&world)));
        Self { world, address, task }
    }

    /// Its addresses.
    pub fn endpoints(&self) -> GoogleEndpoints {
        let base = format!("http://{}", self.address);
        GoogleEndpoints {
            auth_url: format!("{base}/auth"),
            token_url: format!("{base}/token"),
            revoke_url: format!("{base}/revoke"),
            sheets_base_url: format!("{base}/v4"),
        }
    }

    /// Everything it knows.
    pub fn world(&self) -> MutexGuard<'_, World> {
        self.world.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Answers a consent page's address as Google does; gives the address the browser is sent back to.
    pub fn consent(&self, url: &str, decision: Decision<'_>) -> String {
        oauth::consent(&mut self.world(), url, decision)
    }

    /// A spreadsheet the seller made themselves: one tab of this size with these rows.
    pub fn add_sheet(&self, id: &str, tab: &str, (rows, columns): (usize, usize), content: &[&[&str]]) {
        let mut cells = HashMap::new();
        for (row, line) in content.iter().enumerate() {
            for (column, cell) in line.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
                cells.insert((row, column), (*cell).to_owned());
            }
        }
        let tab = Tab { title: tab.to_owned(), rows, columns, cells };
        self.world().sheets.insert(id.to_owned(), vec![tab]);
    }

    /// The first tab's rows as text, up to the last row with a value.
    pub fn rows(&self, id: &str) -> Vec<Vec<String>> {
        self.world().sheets.get(id).and_then(|tabs| tabs.first()).map(Tab::lines).unwrap_or_default()
    }

    /// Forgets the calls seen, so that the next one is the first again.
    pub fn forget_calls(&self) {
        let mut world = self.world();
        world.seen.clear();
        world.troubles.clear();
    }
}

impl Drop for FakeGoogle {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl Tab {
    /// Rows up to the last with a value, each up to its last value.
    pub fn lines(&self) -> Vec<Vec<String>> {
        self.block(0, 0, self.rows, self.columns)
    }

    /// Moves a row to the end of what is written, as sorting would.
    pub fn move_to_end(&mut self, row: usize) {
        let last = self.lines().len();
        let moved: Vec<_> = self.cells.keys().filter(|(r, _)| *r == row).copied().collect();
        for (from, column) in moved {
            if let Some(value) = self.cells.remove(&(from, column)) {
                self.cells.insert((last, column), value);
            }
        }
        self.delete_row(row);
    }

    /// Removes a row; those below move up.
    pub fn delete_row(&mut self, row: usize) {
        let cells = std::mem::take(&mut self.cells);
        let kept = cells.into_iter().filter(|((r, _), _)| *r != row);
        self.cells = kept.map(|((r, c), value)| ((if r > row { r - 1 } else { r }, c), value)).collect();
        self.rows -= 1;
    }

    /// A rectangle without its trailing empty rows and cells.
    fn block(&self, first_row: usize, first_column: usize, end_row: usize, end_column: usize) -> Vec<Vec<String>> {
        let mut lines: Vec<Vec<String>> = Vec::new();
        for ((row, column), value) in &self.cells {
            if value.is_empty() || !(first_row..end_row).contains(row) || !(first_column..end_column).contains(column) {
                continue;
            }
            let (row, column) = (row - first_row, column - first_column);
            if lines.len() <= row {
                lines.resize(row + 1, Vec::new());
            }
            if let Some(line) = lines.get_mut(row) {
                if line.len() <= column {
                    line.resize(column + 1, String::new());
                }
                if let Some(cell) = line.get_mut(column) {
                    value.clone_into(cell);
                }
            }
        }
        lines
    }
}
