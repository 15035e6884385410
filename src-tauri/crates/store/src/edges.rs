use chrono::{DateTime, Utc};
use domain::ports::{Clock, Ids};
use std::sync::Arc;
use uuid::Uuid;

/// Where a desk takes the time and new ids from: the machine's, until [`crate::Desk::with_edges`] gives others.
#[derive(Clone, Default)]
pub(crate) struct Edges {
    pub(crate) clock: Option<Arc<dyn Clock>>,
    pub(crate) ids: Option<Arc<dyn Ids>>,
}

impl Edges {
    pub(crate) fn now(&self) -> DateTime<Utc> {
        self.clock.as_ref().map_or_else(Utc::now, |clock| clock.now())
    }

    pub(crate) fn new_id(&self) -> Uuid {
        self.ids.as_ref().map_or_else(Uuid::now_v7, |ids| ids.new_id())
    }
}
