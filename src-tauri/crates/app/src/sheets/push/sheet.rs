use super::layout::{Layout, find, has_ids, letters, quoted, range};
use super::send::Push;
use crate::sheets::fault::SheetsFault;
use domain::ports::SheetTab;
use std::collections::HashMap;
use uuid::Uuid;

/// A tab as it stands now.
pub(super) struct Sheet {
    pub(super) tab: SheetTab,
    pub(super) layout: Layout,
    /// Row of each person; the first where an id stands twice.
    pub(super) standing: HashMap<Uuid, u32>,
    /// First row below everything anybody wrote.
    pub(super) next_row: u32,
}

/// Tabs looked at for our header.
const TABS: usize = 5;

/// Looks at the sheet with as few reads as it takes: outline, header, ids, and what stands below or beside them without an id.
pub(super) async fn look(push: &mut Push) -> Result<Sheet, SheetsFault> {
    let info = push.info().await?;
    let (tab, header) = tab_of_ours(push, info.tabs).await?;
    let used = u32::try_from(header.len()).unwrap_or(0);
    let mut layout = find(&header, used);
    if !layout.missing.is_empty() && tab.columns > used && tab.rows > 0 {
        // columns without a header can hold the seller's cells
        let beside = push.read(&range(&tab.title, (used, 1), (tab.columns - 1, tab.rows))).await?;
        let taken = beside.iter().map(Vec::len).max().and_then(|n| u32::try_from(n).ok()).unwrap_or(0);
        layout = find(&header, used + taken);
    }
    let column = letters(layout.id_column());
    let known = !layout.missing.contains(&0);
    let ids = if known { push.read(&format!("{}!{column}1:{column}{}", quoted(&tab.title), tab.rows.max(1))).await? } else { Vec::new() };
    let mut standing = HashMap::with_capacity(ids.len());
    for (row, cells) in (1_u32..).zip(&ids).skip(1) {
        if let Some(id) = cells.first().and_then(|cell| Uuid::parse_str(cell.trim()).ok()) {
            standing.entry(id).or_insert(row);
        }
    }
    let with_ids = u32::try_from(ids.len()).unwrap_or(u32::MAX).max(1);
    let mut next_row = with_ids + 1;
    if tab.rows >= next_row && tab.columns > 0 {
        let below = push.read(&range(&tab.title, (0, next_row), (tab.columns - 1, tab.rows))).await?;
        next_row += u32::try_from(below.len()).unwrap_or(0);
    }
    Ok(Sheet { tab, layout, standing, next_row })
}

/// The tab with our column of ids, else the first, and its header.
async fn tab_of_ours(push: &mut Push, tabs: Vec<SheetTab>) -> Result<(SheetTab, Vec<String>), SheetsFault> {
    let mut first = None;
    for tab in tabs.into_iter().take(TABS) {
        let header = push.read(&format!("{}!1:1", quoted(&tab.title))).await?.into_iter().next().unwrap_or_default();
        if has_ids(&header) {
            return Ok((tab, header));
        }
        first.get_or_insert((tab, header));
    }
    first.ok_or(SheetsFault::NoTab)
}
