//! How common names are at large, so that a small desk knows that two `Jean Martin` are nothing rare.

use super::slots::Slot;

/// The most common last names in France (INSEE, fichier des noms) and in the English-speaking world, folded and sorted.
const LAST: &[&str] = &[
    "adam", "ali", "anderson", "andre", "antoine", "arnaud", "aubert", "aubry", "bailey", "bailly", "baker", "barbier", "baron",
    "barre", "barthelemy", "bell", "benard", "bennett", "benoit", "berger", "bernard", "bertin", "bertrand", "besson", "blanc",
    "blanchard", "bonnet", "boucher", "bouchet", "boulanger", "bourgeois", "bouvier", "boyer", "breton", "brooks", "brown", "brun",
    "brunet", "campbell", "carlier", "caron", "carpentier", "carre", "carter", "charles", "charpentier", "chauvin", "chevalier",
    "chevallier", "clark", "clement", "colin", "collet", "collin", "collins", "cook", "cooper", "cordier", "cousin", "cox",
    "daniel", "david", "davis", "delaunay", "denis", "deschamps", "diallo", "dubois", "dufour", "dumas", "dumont", "dupont",
    "dupuis", "dupuy", "durand", "duval", "edwards", "etienne", "evans", "fabre", "faure", "fernandez", "fleury", "fontaine",
    "fournier", "francois", "gaillard", "garcia", "garnier", "gauthier", "gautier", "gay", "gerard", "germain", "gilbert", "gillet",
    "girard", "giraud", "gray", "green", "grondin", "guerin", "guichard", "guillaume", "guillot", "guyot", "hall", "hamon",
    "harris", "henry", "herve", "hoarau", "hubert", "huet", "hughes", "humbert", "jackson", "jacob", "jacquet", "jean", "johnson",
    "joly", "jones", "julien", "khan", "king", "klein", "lacroix", "lambert", "lamy", "langlois", "laporte", "laurent", "leblanc",
    "lebrun", "leclerc", "leclercq", "lecomte", "lefebvre", "lefevre", "leger", "legrand", "lejeune", "lemaire", "lemaitre",
    "lemoine", "leroux", "leroy", "leveque", "lewis", "lopez", "louis", "lucas", "maillard", "mallet", "marchal", "marchand",
    "marechal", "marie", "martin", "martinez", "marty", "masson", "mathieu", "menard", "mercier", "meunier", "meyer", "michaud",
    "michel", "miller", "millet", "mitchell", "monnier", "moore", "moreau", "morel", "morin", "morris", "moulin", "muller",
    "murphy", "nelson", "nguyen", "nicolas", "noel", "olivier", "paris", "pasquier", "patel", "payet", "pelletier", "perez",
    "perret", "perrier", "perrin", "perrot", "petit", "philippe", "picard", "pichon", "pierre", "poirier", "poulain", "prevost",
    "price", "reed", "remy", "renard", "renaud", "renault", "rey", "reynaud", "richard", "riviere", "robert", "robin", "roche",
    "rodriguez", "roger", "rogers", "rolland", "rousseau", "roussel", "roux", "roy", "royer", "sanchez", "schmitt", "schneider",
    "silva", "simon", "smith", "stewart", "taylor", "tessier", "thomas", "traore", "vasseur", "vidal", "vincent", "walker", "ward",
    "watson", "weber", "white", "williams", "wilson", "wood", "wright", "young",
];
/// The most common first names of working people in France (INSEE, fichier des prénoms) and in the English-speaking world, folded and sorted.
const FIRST: &[&str] = &[
    "alain", "alexandre", "alice", "andre", "andrew", "anne", "annie", "anthony", "antoine", "arnaud", "arthur", "aurelie",
    "benjamin", "bernard", "brigitte", "bruno", "camille", "caroline", "catherine", "cedric", "celine", "chantal", "charles",
    "charlotte", "chloe", "christian", "christine", "christophe", "claire", "clara", "claude", "corinne", "daniel", "david",
    "delphine", "denis", "didier", "dominique", "elizabeth", "elodie", "emilie", "emily", "emma", "emmanuel", "eric", "fabrice",
    "florence", "franck", "francois", "francoise", "frederic", "george", "gerard", "gilles", "guillaume", "helene", "hugo", "ines",
    "isabelle", "jacques", "jade", "james", "jean", "jennifer", "jerome", "jessica", "john", "joseph", "julie", "julien", "karen",
    "karine", "kevin", "laura", "laurence", "laurent", "lea", "lisa", "louis", "louise", "luc", "lucas", "lucie", "manon", "marc",
    "marie", "marion", "mark", "martine", "mary", "mathieu", "mathilde", "matthew", "maxime", "melanie", "michael", "michel",
    "monique", "nathalie", "nicolas", "nicole", "olivier", "pascal", "patrice", "patricia", "patrick", "paul", "pauline", "peter",
    "philippe", "pierre", "richard", "robert", "romain", "sandrine", "sarah", "sebastien", "serge", "sophie", "stephane",
    "stephanie", "steven", "susan", "sylvie", "thierry", "thomas", "valerie", "veronique", "vincent", "virginie", "william",
    "xavier", "yves",
];

/// Share of people (or of addresses) at large that have this value, unless the desk says otherwise.
pub(super) fn usual(slot: Slot, text: &str) -> f32 {
    match slot {
        Slot::First | Slot::Last if FIRST.binary_search(&text).is_ok() => 0.006,
        Slot::First | Slot::Last if LAST.binary_search(&text).is_ok() => 0.003,
        Slot::First => 0.0006,
        Slot::Number => 0.01,
        _ => 0.0001,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_sorted_so_that_every_name_is_found() {
        assert!(LAST.is_sorted() && FIRST.is_sorted(), "keep the lists sorted");
        assert!(usual(Slot::Last, "martin") > usual(Slot::Last, "kermadec"));
    }
}
