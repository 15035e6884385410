use super::filter;
use super::list::{Gauge, OPPORTUNITIES};
use crate::grouping::{Grouping, by_field, within_field, within_record};
use crate::listing::Condition;
use crate::{Read, StoreError};
use domain::text::fold;
use domain::views::custom::CustomOf;
use domain::views::groups::{GroupsView, OpportunitiesGroups, OpportunityGroup, Within};
use uuid::Uuid;

/// The groups of opportunities that match, with what they are worth.
pub fn groups(read: &Read<'_>, request: &OpportunitiesGroups, gauge: Gauge) -> Result<GroupsView, StoreError> {
    let condition = filter::condition(read, &request.query, gauge)?;
    OPPORTUNITIES.groups(read, &condition, &grouping(read, request.by, request.custom)?)
}

/// How opportunities fall into groups.
pub(super) fn grouping(read: &Read<'_>, by: OpportunityGroup, custom: Option<Uuid>) -> Result<Grouping, StoreError> {
    let grouping = match by {
        OpportunityGroup::Stage => Grouping::of(
            "o.stage_id",
            "JOIN pipeline_stage n ON n.id = g.k JOIN pipeline m ON m.id = n.pipeline_id",
            ["n.name_fr", "n.name_en", "n.colour"],
            "m.position, n.kind = 'lost', n.kind = 'won', n.position",
        ),
        OpportunityGroup::Company => {
            Grouping::of("coalesce(c.id, '')", "LEFT JOIN company n ON n.id = g.k", ["coalesce(n.name, '')", "''", "''"], "n.name_norm")
        }
        OpportunityGroup::Month => {
            Grouping { shown: ["''", "''", "''"], ..Grouping::plain("coalesce(substr(o.close_on, 1, 7), '')", "''") }
        }
        OpportunityGroup::Source => Grouping::plain("fold(o.source)", "max(o.source)"),
        OpportunityGroup::Custom => by_field(read, CustomOf::Opportunities, custom)?,
    };
    Ok(Grouping { worth: Some(["o.currency", "coalesce(o.amount, 0)"]), ..grouping })
}

/// Adds that an opportunity is in a group.
pub(super) fn within(read: &Read<'_>, condition: &mut Condition, within: &Within<OpportunityGroup>) -> Result<(), StoreError> {
    let key = within.key.as_str();
    match within.by {
        OpportunityGroup::Stage => condition.push("o.stage_id = ?", [key.to_owned()]),
        OpportunityGroup::Company => within_record(condition, "c.id", key),
        OpportunityGroup::Month => condition.push("coalesce(substr(o.close_on, 1, 7), '') = ?", [key.to_owned()]),
        OpportunityGroup::Source => condition.push("fold(o.source) = ?", [fold(key)]),
        OpportunityGroup::Custom => within_field(read, condition, CustomOf::Opportunities, within.custom, key)?,
    }
    Ok(())
}
