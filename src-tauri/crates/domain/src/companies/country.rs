use crate::text::fold_words;

/// Every code of ISO 3166-1 alpha-2 that is given to a country or a territory, in order.
const CODES: &str = "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ \
    BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM \
    DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS \
    GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN \
    KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ \
    MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM \
    PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV \
    SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI \
    VN VU WF WS YE YT ZA ZM ZW";

/// Names people write in place of the code, folded: the countries a French or British desk writes to most, in both languages.
const NAMES: &[(&str, &str)] = &[
    ("allemagne", "DE"),
    ("austria", "AT"),
    ("autriche", "AT"),
    ("belgique", "BE"),
    ("belgium", "BE"),
    ("canada", "CA"),
    ("denmark", "DK"),
    ("danemark", "DK"),
    ("deutschland", "DE"),
    ("england", "GB"),
    ("angleterre", "GB"),
    ("espagne", "ES"),
    ("etats unis", "US"),
    ("france", "FR"),
    ("germany", "DE"),
    ("great britain", "GB"),
    ("grande bretagne", "GB"),
    ("ireland", "IE"),
    ("irlande", "IE"),
    ("italie", "IT"),
    ("italy", "IT"),
    ("luxembourg", "LU"),
    ("maroc", "MA"),
    ("morocco", "MA"),
    ("monaco", "MC"),
    ("netherlands", "NL"),
    ("pays bas", "NL"),
    ("poland", "PL"),
    ("pologne", "PL"),
    ("portugal", "PT"),
    ("royaume uni", "GB"),
    ("spain", "ES"),
    ("suede", "SE"),
    ("sweden", "SE"),
    ("suisse", "CH"),
    ("switzerland", "CH"),
    ("tunisia", "TN"),
    ("tunisie", "TN"),
    ("uk", "GB"),
    ("united kingdom", "GB"),
    ("united states", "US"),
    ("usa", "US"),
];

/// The two letters of a country written as its code or, for those written to most, as its name in French or English.
pub fn country_code(text: &str) -> Option<String> {
    let upper = text.trim().to_ascii_uppercase();
    if upper.len() == 2 && CODES.split_whitespace().any(|code| code == upper) {
        return Some(upper);
    }
    let folded = fold_words(text);
    NAMES.iter().find(|(name, _)| *name == folded).map(|(_, code)| (*code).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_country_is_read_from_its_code_or_its_name() {
        assert_eq!(CODES.split_whitespace().count(), 249);
        for (text, code) in [("fr", "FR"), ("France", "FR"), (" États-Unis ", "US"), ("UK", "GB"), ("Royaume-Uni", "GB"), ("ch", "CH")] {
            assert_eq!(country_code(text).as_deref(), Some(code), "{text}");
        }
        for text in ["", "XX", "Atlantis", "FRA"] {
            assert_eq!(country_code(text), None, "{text}");
        }
        for (_, code) in NAMES {
            assert_eq!(country_code(code).as_deref(), Some(*code));
        }
    }
}
