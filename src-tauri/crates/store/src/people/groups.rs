use super::filter;
use super::list::{BY_STATUS, PEOPLE};
use crate::grouping::{Grouping, by_field, by_tag, within_field, within_record, within_tag};
use crate::listing::Condition;
use crate::{Read, StoreError};
use domain::views::custom::CustomOf;
use domain::views::groups::{GroupsView, PeopleGroup, PeopleGroups, Within};
use uuid::Uuid;

/// The groups of people who match.
pub fn groups(read: &Read<'_>, request: &PeopleGroups) -> Result<GroupsView, StoreError> {
    let condition = filter::condition(read, &request.query)?;
    PEOPLE.groups(read, &condition, &grouping(read, request.by, request.custom)?)
}

/// How people fall into groups.
pub(super) fn grouping(read: &Read<'_>, by: PeopleGroup, custom: Option<Uuid>) -> Result<Grouping, StoreError> {
    Ok(match by {
        PeopleGroup::Status => Grouping {
            lead: Some(BY_STATUS),
            ..Grouping::of(
                "p.status",
                "LEFT JOIN person_status n ON n.key = g.k",
                ["coalesce(n.name_fr, '')", "coalesce(n.name_en, '')", "coalesce(n.colour, '')"],
                "n.position",
            )
        },
        PeopleGroup::Company => Grouping::of(
            "coalesce(p.company_id, '')",
            "LEFT JOIN company n ON n.id = g.k",
            ["coalesce(n.name, '')", "''", "''"],
            "n.name_norm",
        ),
        PeopleGroup::Location => Grouping::plain("fold(p.location)", "max(p.location)"),
        PeopleGroup::Tag => by_tag("person_tag", "person_id", "p"),
        PeopleGroup::Source => Grouping { shown: ["''", "''", "''"], ..Grouping::plain("p.source", "''") },
        PeopleGroup::Custom => by_field(read, CustomOf::People, custom)?,
    })
}

/// Adds that somebody is in a group.
pub(super) fn within(read: &Read<'_>, condition: &mut Condition, within: &Within<PeopleGroup>) -> Result<(), StoreError> {
    let key = within.key.as_str();
    match within.by {
        PeopleGroup::Status => condition.push("p.status = ?", [key.to_owned()]),
        PeopleGroup::Company => within_record(condition, "p.company_id", key),
        PeopleGroup::Location => condition.push("fold(p.location) = ?", [key.to_owned()]),
        PeopleGroup::Tag => within_tag(condition, "person_tag", "person_id", "p", key),
        PeopleGroup::Source => condition.push("p.source = ?", [key.to_owned()]),
        PeopleGroup::Custom => within_field(read, condition, CustomOf::People, within.custom, key)?,
    }
    Ok(())
}
