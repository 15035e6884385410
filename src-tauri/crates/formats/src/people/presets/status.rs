//! The words products have for where somebody stands, in the desk's own.

use super::Product;

/// The desk's word for a product's; `None` where they have none in common, so that nothing is guessed.
pub(in crate::people) fn status(product: Product, word: &str) -> Option<&'static str> {
    let word = super::super::aliases::fold(word);
    let words: &[(&str, &str)] = match product {
        Product::Apollo => {
            &[("cold", "new"), ("open", "new"), ("approaching", "contacted"), ("replied", "contacted"), ("unresponsive", "contacted")]
        }
        Product::HubSpot => &[
            ("open", "new"),
            ("ouvert", "new"),
            ("subscriber", "new"),
            ("marketingqualifiedlead", "new"),
            ("marketing qualified lead", "new"),
            ("in progress", "contacted"),
            ("en cours", "contacted"),
            ("attempted to contact", "contacted"),
            ("tentative de contact", "contacted"),
            ("connected", "contacted"),
            ("bad timing", "contacted"),
            ("open deal", "qualified"),
            ("opportunity", "qualified"),
            ("salesqualifiedlead", "qualified"),
            ("sales qualified lead", "qualified"),
            ("unqualified", "lost"),
            ("non qualifie", "lost"),
        ],
        Product::Salesforce => &[
            ("open not contacted", "new"),
            ("working contacted", "contacted"),
            ("nurturing", "contacted"),
            ("closed converted", "converted"),
            ("closed not converted", "lost"),
            ("unqualified", "lost"),
        ],
        Product::Lemlist => &[
            ("emailssent", "contacted"),
            ("emailsopened", "contacted"),
            ("emailsclicked", "contacted"),
            ("emailsreplied", "contacted"),
            ("interested", "interested"),
            ("notinterested", "lost"),
            ("emailsunsubscribed", "do not contact"),
        ],
        _ => &[],
    };
    words.iter().find(|(theirs, _)| *theirs == word).map(|(_, ours)| *ours)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_a_product_become_the_desks_and_others_are_left_as_they_are() {
        for (product, theirs, ours) in [
            (Product::Salesforce, "Working - Contacted", Some("contacted")),
            (Product::HubSpot, "Attempted to Contact", Some("contacted")),
            (Product::Apollo, "Cold", Some("new")),
            (Product::Apollo, "Bad Data", None),
            (Product::Google, "Cold", None),
        ] {
            assert_eq!(status(product, theirs), ours, "{theirs}");
        }
    }
}
