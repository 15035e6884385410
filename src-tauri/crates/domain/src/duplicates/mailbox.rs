/// Local parts that several people read, folded and sorted (RFC 2142 names some; the rest are usual in France).
const SHARED: &[&str] = &[
    "abuse",
    "accueil",
    "achat",
    "achats",
    "adm",
    "admin",
    "administratif",
    "administration",
    "agence",
    "assistance",
    "billing",
    "boutique",
    "bonjour",
    "bureau",
    "cabinet",
    "comm",
    "commande",
    "commandes",
    "commercial",
    "communication",
    "compta",
    "comptabilite",
    "contact",
    "contacts",
    "contactus",
    "courrier",
    "devis",
    "direction",
    "dpo",
    "enquiries",
    "export",
    "facturation",
    "factures",
    "finance",
    "formation",
    "gestion",
    "hello",
    "help",
    "hr",
    "info",
    "infos",
    "information",
    "informations",
    "jobs",
    "juridique",
    "logistique",
    "magasin",
    "mail",
    "mairie",
    "marketing",
    "news",
    "newsletter",
    "noreply",
    "office",
    "orders",
    "postmaster",
    "presse",
    "press",
    "production",
    "qualite",
    "reception",
    "recrutement",
    "reservation",
    "reservations",
    "rh",
    "sales",
    "sav",
    "secretariat",
    "service",
    "serviceclient",
    "societe",
    "support",
    "team",
    "technique",
    "vente",
    "ventes",
    "webmaster",
    "welcome",
];

/// Whether an address is one that several people read (`info@`, `contact@`), as far as its name tells.
pub(super) fn is_shared(email: &str) -> bool {
    let local = email.split_once('@').map_or(email, |(local, _)| local);
    let local = local.split_once('+').map_or(local, |(before, _)| before);
    let bare: String = local.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    let bare = bare.trim_end_matches(|c: char| c.is_ascii_digit());
    bare.is_empty() || SHARED.contains(&bare)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_of_a_service_is_nobodys_own() {
        for email in
            ["info@acme.example", "Contact@acme.example", "service-client@acme.example", "contact2@acme.example", "rh+cv@acme.example"]
        {
            assert!(is_shared(email), "{email}");
        }
        for email in ["jean.martin@acme.example", "j.info@acme.example", "infante@acme.example"] {
            assert!(!is_shared(email), "{email}");
        }
    }
}
