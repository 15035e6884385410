use chrono::NaiveTime;

/// A time at the beginning of these words (folded), and how many of them name it.
pub(super) fn read(words: &[String]) -> Option<(NaiveTime, usize)> {
    if matches!(words.first()?.as_str(), "a" | "at" | "vers" | "around" | "@") {
        let (time, used) = named(words.get(1..)?)?;
        return Some((time, used + 1));
    }
    named(words)
}

fn named(words: &[String]) -> Option<(NaiveTime, usize)> {
    let word = |at: usize| words.get(at).map_or("", String::as_str);
    match word(0) {
        "midi" | "noon" => return time(12, 0).map(|at| (at, 1)),
        _ if !word(0).starts_with(|c: char| c.is_ascii_digit()) => return None,
        _ => {}
    }
    // "2 pm", "2:30 pm"
    if matches!(word(1), "am" | "pm" | "a.m" | "p.m") {
        return twelve(word(0), word(1).starts_with('p')).map(|at| (at, 2));
    }
    // "9 h", "9 h 15"
    if word(1) == "h" {
        let minutes = words.get(2).filter(|minutes| minutes.len() == 2).and_then(|minutes| minutes.parse().ok());
        let hour = word(0).parse().ok()?;
        return match minutes {
            Some(minutes) => time(hour, minutes).map(|at| (at, 3)),
            None => time(hour, 0).map(|at| (at, 2)),
        };
    }
    if let Some((text, pm)) = word(0).strip_suffix("pm").map(|text| (text, true)).or_else(|| Some((word(0).strip_suffix("am")?, false))) {
        return twelve(text, pm).map(|at| (at, 1));
    }
    // "14h", "14h30", "17:45"
    let (hour, minutes) = word(0).split_once(['h', ':'])?;
    let minutes = match minutes {
        "" if word(0).ends_with('h') => 0,
        two if two.len() == 2 => two.parse().ok()?,
        _ => return None,
    };
    time(hour.parse().ok()?, minutes).map(|at| (at, 1))
}

/// Hours of the half day, from 12 to 11.
fn twelve(text: &str, pm: bool) -> Option<NaiveTime> {
    let (hour, minutes) = text.split_once([':', '.']).unwrap_or((text, "00"));
    let hour: u32 = hour.parse().ok().filter(|hour| (1..=12).contains(hour))?;
    time(hour % 12 + if pm { 12 } else { 0 }, minutes.parse().ok()?)
}

fn time(hour: u32, minutes: u32) -> Option<NaiveTime> {
    NaiveTime::from_hms_opt(hour, minutes, 0)
}
