use super::text::{care, united};
use crate::companies::{Company, CompanyField, is_siren, is_siret};
use std::cmp::Reverse;
use std::collections::BTreeMap;
use uuid::Uuid;

/// One of the companies that become one.
#[derive(Debug, Clone)]
pub struct CompanyCandidate {
    /// As it stands.
    pub company: Company,
    /// How many of its people are on the desk.
    pub people: u32,
}

/// The parts of an address: they come from one record.
const ADDRESS: [CompanyField; 4] = [CompanyField::Street, CompanyField::Postcode, CompanyField::City, CompanyField::Country];

/// Whose value the desk would keep of each field: a right number before a wrong one, the address in one piece from the record that has most
/// of it, what the seller typed before what a file brought, the newer before the older.
#[must_use]
pub fn choices_of_companies(candidates: &[CompanyCandidate]) -> BTreeMap<CompanyField, Uuid> {
    let chosen = CompanyField::ALL.into_iter().filter(|field| *field != CompanyField::Notes);
    chosen.filter_map(|field| Some((field, best(candidates, field)?.company.id))).collect()
}

fn best(candidates: &[CompanyCandidate], field: CompanyField) -> Option<&CompanyCandidate> {
    let typed = |company: &Company| company.source == "manual";
    let kept = candidates.iter().enumerate().max_by_key(|(place, one)| {
        let company = &one.company;
        let there = !field.get(company).is_empty();
        let good = match field {
            CompanyField::Siren => usize::from(is_siren(&company.siren)),
            CompanyField::Siret => usize::from(is_siret(&company.siret)),
            _ if ADDRESS.contains(&field) => ADDRESS.iter().filter(|part| !part.get(company).is_empty()).count(),
            _ => 0,
        };
        let written = if field == CompanyField::Name { care(&company.name) } else { (true, 0, 0) };
        // An address in one piece: whether this very part is there comes after how much of it is.
        let first = if ADDRESS.contains(&field) { good > 0 } else { there };
        (first, good, typed(company), written, company.created_at, Reverse(*place))
    });
    kept.map(|(_, one)| one)
}

/// The survivor with the chosen values; notes of all are united.
#[must_use]
pub fn merged_company(survivor: &Company, others: &[&Company], choices: &BTreeMap<CompanyField, Uuid>) -> Company {
    let mut merged = survivor.clone();
    for (field, from) in choices {
        if let Some(other) = others.iter().find(|other| other.id == *from) {
            take(*field, &mut merged, other);
        }
    }
    merged.notes = united(std::iter::once(survivor.notes.as_str()).chain(others.iter().map(|other| other.notes.as_str())));
    merged
}

fn take(field: CompanyField, to: &mut Company, from: &Company) {
    match field {
        CompanyField::Name => to.name.clone_from(&from.name),
        CompanyField::Website => {
            to.website.clone_from(&from.website);
            to.domain.clone_from(&from.domain);
        }
        CompanyField::Phone => {
            to.phone.clone_from(&from.phone);
            to.phone_norm.clone_from(&from.phone_norm);
        }
        CompanyField::Street => to.street.clone_from(&from.street),
        CompanyField::Postcode => to.postcode.clone_from(&from.postcode),
        CompanyField::City => to.city.clone_from(&from.city),
        CompanyField::Country => to.country.clone_from(&from.country),
        CompanyField::Siren => to.siren.clone_from(&from.siren),
        CompanyField::Siret => to.siret.clone_from(&from.siret),
        CompanyField::Vat => to.vat.clone_from(&from.vat),
        CompanyField::Naf => to.naf.clone_from(&from.naf),
        CompanyField::Activity => to.activity.clone_from(&from.activity),
        CompanyField::Headcount => to.headcount = from.headcount,
        CompanyField::Notes => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn company(n: u128, name: &str) -> CompanyCandidate {
        let at = format!("2026-09-{n:02}T08:00:00Z").parse().unwrap();
        CompanyCandidate { company: Company::new(Uuid::from_u128(n), name, "csv", at), people: 0 }
    }

    #[test]
    fn the_address_comes_in_one_piece_and_a_right_number_before_a_wrong_one() {
        let (mut one, mut two) = (company(1, "Acme"), company(2, "Acme SAS"));
        (one.company.street, one.company.postcode, one.company.city) = ("1 rue A".into(), "69001".into(), "Lyon".into());
        (two.company.city, two.company.country) = ("Paris".into(), "FR".into());
        (one.company.siren, two.company.siren) = ("732829320".into(), "123".into());
        let choices = choices_of_companies(&[two.clone(), one.clone()]);
        let merged = merged_company(&two.company, &[&one.company], &choices);
        assert_eq!((merged.street.as_str(), merged.city.as_str(), merged.siren.as_str()), ("1 rue A", "Lyon", "732829320"));
        assert_eq!(merged.country, "", "the country of another address is not mixed in");
        assert_eq!(merged.name, "Acme SAS", "the name in full");
    }
}
