//! The order of a long list, kept until somebody changes the desk: a page far down is looked up in it, where SQLite would walk past every row
//! before it, and one whose order no index has, where it would sort them all again.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// So long nobody must have changed the desk: while much is written, an order would serve a single page.
const CALM: Duration = Duration::from_millis(200);
/// Orders kept, the last asked for: of a million rows each takes 8 MB.
const KEPT: usize = 3;

/// Orders of lists, each by the query it answers, as `rowid`s.
pub(crate) struct Orders(Mutex<State>);

struct State {
    changed: Instant,
    kept: VecDeque<(String, Arc<[i64]>)>,
}

impl Default for Orders {
    fn default() -> Self {
        Self(Mutex::new(State { changed: Instant::now(), kept: VecDeque::new() }))
    }
}

impl Orders {
    /// Somebody changed the desk.
    pub(crate) fn forget(&self) {
        let mut state = self.lock();
        state.changed = Instant::now();
        state.kept.clear();
    }

    /// The order of a query, where it is kept.
    pub(crate) fn get(&self, query: &str) -> Option<Arc<[i64]>> {
        self.lock().kept.iter().find(|(kept, _)| kept == query).map(|(_, order)| Arc::clone(order))
    }

    /// The order of a query, read by `read` where the desk is at rest, and kept. `began` is a moment before the reader's view of the desk: what
    /// was changed since is not in it, so then it is not kept.
    pub(crate) fn made<E>(
        &self,
        query: String,
        began: Instant,
        read: impl FnOnce() -> Result<Vec<i64>, E>,
    ) -> Result<Option<Arc<[i64]>>, E> {
        if self.lock().changed.elapsed() < CALM {
            return Ok(None);
        }
        let order: Arc<[i64]> = read()?.into();
        self.keep(query, began, Arc::clone(&order));
        Ok(Some(order))
    }

    /// Keeps the order of a query, as a view of the desk that began then has it.
    pub(crate) fn keep(&self, query: String, began: Instant, order: Arc<[i64]>) {
        let mut state = self.lock();
        if state.changed < began {
            state.kept.truncate(KEPT - 1);
            state.kept.push_front((query, order));
        }
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(orders: &Orders, query: &str, began: Instant, rows: &[i64]) -> Option<Vec<i64>> {
        let order = orders.get(query).or_else(|| orders.made::<()>(query.to_owned(), began, || Ok(rows.to_vec())).unwrap());
        order.map(|order| order.to_vec())
    }

    #[test]
    fn an_order_is_kept_until_the_desk_changes_and_not_made_while_it_does() {
        let orders = Orders::default();
        assert_eq!(of(&orders, "a", Instant::now(), &[1]), None, "somebody has just changed the desk");
        std::thread::sleep(CALM);
        assert_eq!(of(&orders, "a", Instant::now(), &[1, 2]), Some(vec![1, 2]));
        assert_eq!(of(&orders, "a", Instant::now(), &[3]), Some(vec![1, 2]), "it is kept");
        assert_eq!(of(&orders, "b", Instant::now(), &[4]), Some(vec![4]));
        orders.forget();
        assert_eq!(of(&orders, "a", Instant::now(), &[5]), None);
        std::thread::sleep(CALM);
        let before = Instant::now();
        let order = orders.made::<()>("a".to_owned(), before, || {
            orders.forget();
            Ok(vec![6])
        });
        assert_eq!(order.unwrap().as_deref(), Some([6].as_slice()));
        std::thread::sleep(CALM);
        assert_eq!(of(&orders, "a", Instant::now(), &[7]), Some(vec![7]), "what was read before a change is not kept");
    }
}
