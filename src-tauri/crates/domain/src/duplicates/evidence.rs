/// Probability from which two cards are shown as duplicates. It is the only threshold, for people and companies alike.
pub const THRESHOLD: f64 = 0.5;

/// What was compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Part {
    /// First name.
    FirstName,
    /// Last name.
    LastName,
    /// First and last name, when one card has them the other way round or in one field.
    NameOrder,
    /// Names that are two people's: colleagues and relatives share everything else, so it counts for little.
    TwoNames,
    /// E-mail address.
    Email,
    /// Phone number.
    Phone,
    /// LinkedIn profile.
    Profile,
    /// Company a person works for, or a company's own name.
    Company,
    /// Work there.
    Title,
    /// Number in a public register.
    Register,
    /// Number of an establishment.
    Establishment,
    /// Domain of the site.
    Domain,
    /// Number in the street.
    Number,
    /// Street.
    Street,
    /// Second line of the address.
    Extra,
    /// Town.
    City,
    /// Postal code.
    Postcode,
    /// State, region or country.
    Region,
    /// The whole address, where the parts together were given less or more weight than one by one.
    Place,
    /// How rarely two cards are one before anything is compared.
    Before,
}

impl Part {
    /// Its word, as commands and catalogues name it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::FirstName => "first_name",
            Self::LastName => "last_name",
            Self::NameOrder => "name_order",
            Self::TwoNames => "two_names",
            Self::Email => "email",
            Self::Phone => "phone",
            Self::Profile => "profile",
            Self::Company => "company",
            Self::Title => "title",
            Self::Register => "register",
            Self::Establishment => "establishment",
            Self::Domain => "domain",
            Self::Number => "number",
            Self::Street => "street",
            Self::Extra => "extra",
            Self::City => "city",
            Self::Postcode => "postcode",
            Self::Region => "region",
            Self::Place => "place",
            Self::Before => "before",
        }
    }
}

/// How alike two values are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Likeness {
    /// The same once accents, case, punctuation, particles and legal forms are set aside.
    Same,
    /// A familiar form of the other (`Bill` and `William`, `JP` and `Jean-Pierre` is [`Likeness::Initials`]).
    Nickname,
    /// The initials of the other.
    Initials,
    /// One has what the other has, and more (`Martin` and `Martin-Durand`).
    Contained,
    /// One letter apart, or two neighbours exchanged.
    Typo,
    /// Two letters apart.
    Typos,
    /// Written otherwise, sounding the same or mostly the same.
    Close,
    /// Stands in the field of another value, which stands in its place.
    Swapped,
    /// Different.
    Unlike,
}

impl Likeness {
    /// Its word, as commands and catalogues name it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Nickname => "nickname",
            Self::Initials => "initials",
            Self::Contained => "contained",
            Self::Typo => "typo",
            Self::Typos => "typos",
            Self::Close => "close",
            Self::Swapped => "swapped",
            Self::Unlike => "unlike",
        }
    }
}

/// One observation and what it weighs.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reason {
    /// What was compared.
    pub part: Part,
    /// How alike the two are.
    pub likeness: Likeness,
    /// Weight in bits: above 0 speaks for one and the same, below against it. The sum of all is the log-odds.
    pub bits: f32,
}

/// What is to be done with a pair.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// Two different people or companies, as far as can be told.
    Different,
    /// Probably one: shown for review.
    Duplicate,
    /// One beyond doubt, by keys that name one only: may be merged without looking.
    Exact,
}

/// A pair, compared.
#[derive(Debug, Clone, PartialEq)]
pub struct Match {
    /// Probability that both are one, from 0 to 1.
    pub probability: f64,
    /// What is to be done with it.
    pub verdict: Verdict,
    /// What told, the weightiest first.
    pub reasons: Vec<Reason>,
}

/// The sum of what was observed, before it is put in words.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Weighed {
    pub(super) bits: f32,
    pub(super) exact: bool,
}

impl Weighed {
    pub(super) fn probability(self) -> f64 {
        1.0 / (1.0 + f64::from(-self.bits).exp2())
    }

    pub(super) fn verdict(self) -> Verdict {
        match (self.probability() >= THRESHOLD, self.exact) {
            (false, _) => Verdict::Different,
            (true, false) => Verdict::Duplicate,
            (true, true) => Verdict::Exact,
        }
    }
}

/// Runs a comparison and keeps its reasons.
pub(super) fn explained(weigh: impl FnOnce(&mut dyn FnMut(Reason)) -> Weighed) -> Match {
    let mut reasons = Vec::with_capacity(12);
    let weighed = weigh(&mut |reason| reasons.push(reason));
    reasons.sort_by(|one, other| other.bits.abs().total_cmp(&one.bits.abs()));
    Match { probability: weighed.probability(), verdict: weighed.verdict(), reasons }
}
