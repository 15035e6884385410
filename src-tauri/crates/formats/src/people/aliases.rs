//! The names columns go by.
//!
//! Names are compared whole, never in part: "Company Name for Emails" is neither a company nor an e-mail, "Email Status"
//! is no status, "Company Linkedin Url" no profile. Within one field the first name of its list that a file has wins, so
//! that "Job Title" beats the "Title" (civility) beside it in Outlook, and "Email" beats "Secondary Email".

use std::{collections::HashMap, sync::OnceLock};

use unicode_normalization::UnicodeNormalization;

use super::Field;

/// Best name first. Written folded, as [`fold`] gives them.
const ALIASES: [(Field, &str); 31] = [
    (Field::FirstName, "first name|firstname|given name|prenom|prenoms|forename|first"),
    (Field::LastName, "last name|lastname|family name|surname|nom de famille|nom usuel|last"),
    (
        Field::FullName,
        "full name|fullname|nom complet|nom et prenom|nom prenom|prenom nom|prenom et nom|name|nom|contact name|\
         contact|nom du contact|lead name|person name|display name|prospect|nom du prospect|interlocuteur",
    ),
    (
        Field::Email,
        "email|e mail|email address|e mail address|adresse e mail|adresse email|adresse mail|courriel|\
         adresse de courriel|adresse electronique|adresse de messagerie|mail|primary email|work email|\
         e mail professionnel|email professionnel|mail professionnel|email pro|mail pro|business email|emails|\
         e mail 1 value|person email|contact email|email du contact|e mail personnel|email 1|e mail 1|personal email",
    ),
    (
        Field::Phone,
        "phone|phone number|telephone|tel|numero de telephone|n de telephone|no de telephone|n telephone|phone numbers|\
         primary phone|telephone principal|mobile phone|mobile|portable|telephone portable|tel portable|\
         telephone mobile|tel mobile|mobile phone number|cell phone|cell|first phone|work direct phone|direct phone|\
         telephone direct|ligne directe|phone 1 value|business phone|work phone|bureau|tel bureau|tel pro|\
         telephone professionnel|telephone bureau|corporate phone|home phone|telephone domicile|telephone personnel|\
         telephone 1|phone 1",
    ),
    (
        Field::Company,
        "company|company name|entreprise|societe|nom de l entreprise|nom de la societe|nom entreprise|nom societe|\
         raison sociale|organization|organisation|organization name|organization 1 name|company account|account name|\
         account|employer|employeur|compte|nom du compte|associated company|current company|entreprise actuelle|\
         etablissement",
    ),
    (
        Field::Title,
        "job title|jobtitle|position|poste|poste actuel|fonction|intitule du poste|intitule de poste|titre du poste|\
         role|job|metier|profession|current position|occupation|organization title|organization 1 title|headline|title|\
         titre",
    ),
    (
        Field::LinkedInUrl,
        "linkedin url|linkedin|person linkedin url|linkedin profile|linkedin profile url|profile url|url linkedin|\
         lien linkedin|profil linkedin|url du profil|url profil|url de profil|url du profil linkedin|linkedin link|\
         adresse linkedin|person linkedin|contact linkedin url|linkedin bio|public profile url|li url|\
         linkedin profil|profil",
    ),
    (Field::Location, "location|localisation|lieu|localite|geo location|emplacement|zone geographique|area"),
    (
        Field::City,
        "city|ville|business city|ville bureau|ville professionnelle|mailing city|address 1 city|commune|home city|\
         ville domicile",
    ),
    (
        Field::Country,
        "country|pays|country region|pays region|business country|business country region|pays bureau|\
         pays region bureau|mailing country|address 1 country|home country|home country region",
    ),
    (
        Field::Website,
        "website|website url|site web|site internet|web site|site|company website|company domain name|company domain|\
         domain|domaine|web page|page web|website 1 value|company url|site de l entreprise",
    ),
    (Field::Notes, "notes|note|commentaire|commentaires|remarque|remarques|comments|comment|observations|description"),
    (Field::Status, "status|statut|lead status|contact status|etat|stage|etape|statut du lead|lifecycle stage|phase"),
    (
        Field::Tags,
        "tags|tag|etiquettes|etiquette|labels|label|lists|listes|liste|categories|categorie|group membership|groupes|\
         mots cles|libelles|segments",
    ),
    (Field::Lists, "lists of people|listes de personnes"),
    (
        Field::ConnectedOn,
        "connected on|date de connexion|connecte le|connectee le|connection date|connected at|connected date|\
         date de mise en relation|date de relation|en relation depuis|relation depuis",
    ),
    (
        Field::AddedOn,
        "added on|date d ajout|date ajout|date added|added at|ajoute le|create date|created at|created on|created|\
         created date|creation date|date de creation|cree le",
    ),
    (
        Field::ExternalId,
        "id|identifiant|record id|contact id|lead id|apollo contact id|hubspot id|external id|id externe|reference|ref|\
         person id|id contact",
    ),
    (
        Field::OtherEmail,
        "other emails|autres e mails|other email|autre e mail|email 2|email2|e mail 2|e mail 2 address|secondary email|tertiary email|\
         email 3|e mail 3|e mail 3 address|adresse de messagerie 2|adresse de messagerie 3|additional emails|alternate email",
    ),
    (
        Field::OtherPhone,
        "other phones|autres telephones|other phone|autre telephone|phone 2|telephone 2|phone 3|telephone 3|home phone 2|\
         business phone 2|secondary phone|alternate phone",
    ),
    (
        Field::OtherUrl,
        "other links|autres liens|lien|liens|link|links|twitter|twitter url|x url|github|github url|blog|facebook|facebook url|instagram|\
         site personnel|personal website",
    ),
    (
        Field::Street,
        "street|rue|adresse|address|street address|adresse postale|postal address|mailing street|business street|rue bureau|address 1 street|\
         address line 1|address line 2|adresse 1|adresse 2|voie|home street|rue domicile",
    ),
    (
        Field::Postcode,
        "postcode|code postal|postal code|zip|zip code|zip postal code|mailing zip postal code|business postal code|code postal bureau|\
         address 1 postal code|home postal code|code postal domicile|cp|plz|npa",
    ),
    (
        Field::Region,
        "state or region|departement ou region|region|state|state region|state province|province|departement|canton|county|mailing state province|\
         business state|dep region bureau|address 1 region|home state|dep region domicile",
    ),
    (Field::OtherAddress, "other addresses|autres adresses|other address|autre adresse|address 2|home address|business address"),
    (
        Field::OptOut,
        "opted out|desinscrit|desinscrite|opt out|optout|email opt out|email optout|unsubscribed|unsubscribed from all email|desabonne|\
         hasoptedoutofemail|has opted out of email",
    ),
    (Field::MessageSent, "message envoye|message sent|message|sent message|dernier message"),
    (
        Field::FollowUpCount,
        "nb relances|nombre de relances|nb de relances|relances|follow ups|followups|follow up count|followup count|\
         number of follow ups",
    ),
    (Field::Language, "language|langue|preferred language|langue preferee|lang"),
    (
        Field::Source,
        "source|lead source|original source|origine|provenance|source du lead|data source|origine du contact|\
         source d origine",
    ),
];

/// A column name as compared: lower case, no accents, every run of other characters one space.
pub(super) fn fold(name: &str) -> String {
    let mut folded = String::with_capacity(name.len());
    for c in name.nfkd().filter(|c| !unicode_normalization::char::is_combining_mark(*c)) {
        // U+02BC is an apostrophe to whoever types it, a letter to Unicode.
        if c.is_alphanumeric() && c != 'ʼ' {
            folded.extend(c.to_lowercase());
        } else if !folded.ends_with(' ') {
            folded.push(' ');
        }
    }
    folded.trim().to_owned()
}

/// The field a folded name stands for, and how good a name it is for it (0 is best).
pub(super) fn lookup(folded: &str) -> Option<(Field, usize)> {
    static TABLE: OnceLock<HashMap<&'static str, (Field, usize)>> = OnceLock::new();
    let table = TABLE.get_or_init(|| {
        let mut table = HashMap::new();
        for (field, names) in ALIASES {
            for (rank, name) in names.split('|').enumerate() {
                table.insert(name, (field, rank));
            }
        }
        table
    });
    table.get(folded).copied()
}

/// How many different fields the cells of a row name: what makes a row look like a header.
pub(crate) fn known_columns(cells: &[String]) -> usize {
    let mut fields: Vec<Field> =
        cells.iter().filter(|cell| cell.len() <= 80).filter_map(|cell| lookup(&fold(cell))).map(|(field, _)| field).collect();
    fields.sort_unstable();
    fields.dedup();
    fields.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_alias_is_written_folded_and_stands_for_one_field() {
        let mut seen = HashMap::new();
        for (field, names) in ALIASES {
            for name in names.split('|') {
                assert_eq!(fold(name), name);
                assert_eq!(seen.insert(name, field), None, "{name} twice");
            }
        }
    }

    #[test]
    fn accents_case_and_apostrophes_make_no_difference() {
        for name in ["Date d'ajout", "DATE D’AJOUT", "date d`ajout", " Date  d ajout: "] {
            assert_eq!(fold(name), "date d ajout");
        }
        assert_eq!(fold("N° de téléphone"), "n de telephone");
        assert_eq!(fold("E\u{301}tiquettes"), "etiquettes");
    }
}
