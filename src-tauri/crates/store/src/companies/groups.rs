use super::filter;
use super::list::COMPANIES;
use crate::grouping::{Grouping, by_field, by_tag, within_field, within_tag};
use crate::listing::Condition;
use crate::{Read, StoreError};
use domain::views::custom::CustomOf;
use domain::views::groups::{CompaniesGroups, CompanyGroup, GroupsView, Within};
use uuid::Uuid;

/// The groups of companies that match.
pub fn groups(read: &Read<'_>, request: &CompaniesGroups) -> Result<GroupsView, StoreError> {
    let condition = filter::condition(read, &request.query)?;
    COMPANIES.groups(read, &condition, &grouping(read, request.by, request.custom)?)
}

/// How companies fall into groups.
pub(super) fn grouping(read: &Read<'_>, by: CompanyGroup, custom: Option<Uuid>) -> Result<Grouping, StoreError> {
    Ok(match by {
        CompanyGroup::City => Grouping::plain("c.city_norm", "max(c.city)"),
        CompanyGroup::Activity => Grouping::plain("fold(c.activity)", "max(c.activity)"),
        CompanyGroup::Country => Grouping { shown: ["''", "''", "''"], ..Grouping::plain("c.country", "''") },
        CompanyGroup::Tag => by_tag("company_tag", "company_id", "c"),
        CompanyGroup::Source => Grouping { shown: ["''", "''", "''"], ..Grouping::plain("c.source", "''") },
        CompanyGroup::Custom => by_field(read, CustomOf::Companies, custom)?,
    })
}

/// Adds that a company is in a group.
pub(super) fn within(read: &Read<'_>, condition: &mut Condition, within: &Within<CompanyGroup>) -> Result<(), StoreError> {
    let key = within.key.as_str();
    match within.by {
        CompanyGroup::City => condition.push("c.city_norm = ?", [key.to_owned()]),
        CompanyGroup::Activity => condition.push("fold(c.activity) = ?", [key.to_owned()]),
        CompanyGroup::Country => condition.push("c.country = ?", [key.to_owned()]),
        CompanyGroup::Tag => within_tag(condition, "company_tag", "company_id", "c", key),
        CompanyGroup::Source => condition.push("c.source = ?", [key.to_owned()]),
        CompanyGroup::Custom => within_field(read, condition, CustomOf::Companies, within.custom, key)?,
    }
    Ok(())
}
