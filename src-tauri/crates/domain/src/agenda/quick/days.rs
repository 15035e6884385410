use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

/// A day at the beginning of these words (folded), and how many of them name it.
pub(super) fn read(words: &[String], today: NaiveDate) -> Option<(NaiveDate, usize)> {
    let word = |at: usize| words.get(at).map_or("", String::as_str);
    // "on Friday", "le 3 octobre": the small word goes with the day, and means nothing without it.
    if matches!(word(0), "on" | "le" | "pour" | "by" | "avant" | "the" | "d'ici") {
        let (day, used) = named(words.get(1..)?, today)?;
        return Some((day, used + 1));
    }
    named(words, today)
}

fn named(words: &[String], today: NaiveDate) -> Option<(NaiveDate, usize)> {
    let word = |at: usize| words.get(at).map_or("", String::as_str);
    let after = |days: u64| today.checked_add_days(Days::new(days));
    match word(0) {
        "aujourd'hui" | "aujourd’hui" | "today" => return Some((today, 1)),
        "demain" | "tomorrow" => return Some((after(1)?, 1)),
        "apres-demain" | "overmorrow" => return Some((after(2)?, 1)),
        "dans" | "in" => return distance(words, today),
        "la" if word(1) == "semaine" && word(2) == "prochaine" => return Some((next_monday(today)?, 3)),
        "semaine" if word(1) == "prochaine" => return Some((next_monday(today)?, 2)),
        "next" if word(1) == "week" => return Some((next_monday(today)?, 2)),
        "next" => return weekday(word(1)).and_then(|day| Some((coming_week(today, day)?, 2))),
        _ => {}
    }
    if let Some(day) = weekday(word(0)) {
        let next = matches!(word(1), "prochain" | "prochaine");
        // "Mardi 22 septembre": the date decides.
        if let Some((date, used)) = dated(words.get(1..).unwrap_or_default(), today).filter(|(date, _)| date.weekday() == day) {
            return Some((date, used + 1));
        }
        return Some(if next { (coming_week(today, day)?, 2) } else { (coming(today, day)?, 1) });
    }
    dated(words, today)
}

/// "dans 3 jours", "in a month".
fn distance(words: &[String], today: NaiveDate) -> Option<(NaiveDate, usize)> {
    let count: u32 = match words.get(1)?.as_str() {
        "un" | "une" | "a" | "an" | "one" => 1,
        "deux" | "two" => 2,
        "trois" | "three" => 3,
        number => number.parse().ok().filter(|count| *count <= 1_000)?,
    };
    let day = match words.get(2)?.as_str() {
        "jour" | "jours" | "day" | "days" | "j" => today.checked_add_days(Days::new(u64::from(count)))?,
        "semaine" | "semaines" | "week" | "weeks" => today.checked_add_days(Days::new(u64::from(count) * 7))?,
        "mois" | "month" | "months" => today.checked_add_months(Months::new(count))?,
        _ => return None,
    };
    Some((day, 3))
}

/// "3 octobre", "1er mars 2027", "Oct 3", "15/10/2026", "2026-12-24". A date without a year is the next one that comes.
fn dated(words: &[String], today: NaiveDate) -> Option<(NaiveDate, usize)> {
    let first = words.first()?.as_str();
    if let Ok(day) = first.parse::<NaiveDate>() {
        return (first.len() == 10).then_some((day, 1));
    }
    if first.contains('/') {
        return slashed(first, today).map(|day| (day, 1));
    }
    let second = words.get(1).map_or("", String::as_str);
    let (number, name) = if first.starts_with(|c: char| c.is_ascii_digit()) { (first, second) } else { (second, first) };
    // "mars" and "may" are words too: beside a number they are months.
    let day: u32 = ["er", "st", "nd", "rd", "th", "e"].iter().find_map(|end| number.strip_suffix(end)).unwrap_or(number).parse().ok()?;
    let month = month(name)?;
    let year =
        words.get(2).filter(|year| year.len() == 4).and_then(|year| year.parse::<i32>().ok()).filter(|year| (2000..2200).contains(year));
    match year {
        Some(year) => Some((NaiveDate::from_ymd_opt(year, month, day)?, 3)),
        None => Some((next_date(today, month, day)?, 2)),
    }
}

/// The day stands before the month, as in French and British dates.
fn slashed(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let parts: Vec<u32> = text.split('/').map(|part| part.parse().ok()).collect::<Option<_>>()?;
    match *parts.as_slice() {
        [day, month] => next_date(today, month, day),
        [day, month, year] if year < 100 => NaiveDate::from_ymd_opt(2000 + i32::try_from(year).ok()?, month, day),
        [day, month, year] if (2000..2200).contains(&year) => NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day),
        _ => None,
    }
}

fn next_date(today: NaiveDate, month: u32, day: u32) -> Option<NaiveDate> {
    (0..=4).find_map(|years| NaiveDate::from_ymd_opt(today.year() + years, month, day).filter(|date| *date >= today))
}

/// The next day of this name after today.
fn coming(today: NaiveDate, day: Weekday) -> Option<NaiveDate> {
    today.iter_days().skip(1).take(7).find(|date| date.weekday() == day)
}

/// The day of this name in the week after this one.
fn coming_week(today: NaiveDate, day: Weekday) -> Option<NaiveDate> {
    next_monday(today)?.iter_days().take(7).find(|date| date.weekday() == day)
}

fn next_monday(today: NaiveDate) -> Option<NaiveDate> {
    coming(today, Weekday::Mon)
}

/// Whole names, and short ones that are no words of their own.
fn weekday(word: &str) -> Option<Weekday> {
    Some(match word {
        "lundi" | "monday" => Weekday::Mon,
        "mardi" | "tuesday" => Weekday::Tue,
        "mercredi" | "wednesday" => Weekday::Wed,
        "jeudi" | "thursday" => Weekday::Thu,
        "vendredi" | "friday" => Weekday::Fri,
        "samedi" | "saturday" => Weekday::Sat,
        "dimanche" | "sunday" => Weekday::Sun,
        _ => return None,
    })
}

fn month(word: &str) -> Option<u32> {
    Some(match word {
        "janvier" | "january" | "jan" | "janv" => 1,
        "fevrier" | "february" | "feb" | "fev" => 2,
        "mars" | "march" | "mar" => 3,
        "avril" | "april" | "apr" | "avr" => 4,
        "mai" | "may" => 5,
        "juin" | "june" | "jun" => 6,
        "juillet" | "july" | "jul" | "juil" => 7,
        "aout" | "august" | "aug" => 8,
        "septembre" | "september" | "sept" | "sep" => 9,
        "octobre" | "october" | "oct" => 10,
        "novembre" | "november" | "nov" => 11,
        "decembre" | "december" | "dec" => 12,
        _ => return None,
    })
}
