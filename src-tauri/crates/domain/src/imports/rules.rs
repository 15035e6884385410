use crate::people::PersonField;
use crate::views::imports::{ImportKey, ImportMode, ImportPolicy, ImportRules};

impl Default for ImportRules {
    /// Profile, address, name and company tell who is the same; files overwrite files, nobody overwrites the seller.
    fn default() -> Self {
        Self {
            keys: vec![ImportKey::Profile, ImportKey::Email, ImportKey::Name],
            usual: ImportPolicy::Overwrite,
            policies: Vec::new(),
            tags: Vec::new(),
            list: String::new(),
            source: String::new(),
        }
    }
}

/// By what people are recognised, as flags.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Keys {
    /// The LinkedIn profile.
    pub profile: bool,
    /// An address.
    pub email: bool,
    /// The phone number.
    pub phone: bool,
    /// Name and company.
    pub name: bool,
}

impl Default for Keys {
    fn default() -> Self {
        Self::of(&ImportRules::default().keys)
    }
}

impl Keys {
    /// The keys of a list.
    pub fn of(keys: &[ImportKey]) -> Self {
        let has = |key| keys.contains(&key);
        Self { profile: has(ImportKey::Profile), email: has(ImportKey::Email), phone: has(ImportKey::Phone), name: has(ImportKey::Name) }
    }
}

/// What an import may do, ready to be asked for every row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rules {
    /// People it may touch.
    pub mode: ImportMode,
    /// Who is the same.
    pub keys: Keys,
    policies: [ImportPolicy; PersonField::ALL.len()],
}

impl Rules {
    /// The rules of an import; `None` when they name a field nobody has, or one twice.
    pub fn of(mode: ImportMode, rules: &ImportRules) -> Option<Self> {
        let mut policies = [rules.usual; PersonField::ALL.len()];
        let mut told = Vec::new();
        for special in &rules.policies {
            let field = PersonField::of_code(&special.field).filter(|field| !told.contains(field))?;
            told.push(field);
            *policies.get_mut(field as usize)? = special.policy;
        }
        Some(Self { mode, keys: Keys::of(&rules.keys), policies })
    }

    /// The same rules for what only completes somebody: blanks are filled, of people it may touch and of new ones.
    #[must_use]
    pub fn only_filling(&self) -> Self {
        let fills = |policy| if policy == ImportPolicy::Never { ImportPolicy::Never } else { ImportPolicy::Fill };
        Self { mode: ImportMode::Both, keys: self.keys, policies: self.policies.map(fills) }
    }

    /// What may happen to a field.
    pub fn policy(&self, field: PersonField) -> ImportPolicy {
        self.policies.get(field as usize).copied().unwrap_or(ImportPolicy::Overwrite)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::views::imports::ImportFieldPolicy;

    #[test]
    fn a_field_has_the_usual_policy_unless_another_is_told() {
        let special = |field: &str| ImportFieldPolicy { field: field.into(), policy: ImportPolicy::Never };
        let rules = ImportRules { usual: ImportPolicy::Fill, policies: vec![special("added_on")], ..ImportRules::default() };
        let of = |rules: &ImportRules| Rules::of(ImportMode::Both, rules);
        let read = of(&rules).unwrap();
        for field in PersonField::ALL {
            let told = if field == PersonField::AddedOn { ImportPolicy::Never } else { ImportPolicy::Fill };
            assert_eq!(read.policy(field), told, "{field:?}");
        }
        assert_eq!(of(&ImportRules { policies: vec![special("added_on"), special("added_on")], ..rules.clone() }), None);
        assert_eq!(of(&ImportRules { policies: vec![special("deleted_at")], ..rules }), None);
    }
}
