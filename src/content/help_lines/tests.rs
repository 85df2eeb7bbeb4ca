//! What the help lines promise. Every number is spelled out once more, because misprints of some are about.

use super::*;

/// Name, number as shown, digits to dial, nations, status.
const PINNED: &str = "\
Emergency|999|999|ESWN|r
NHS urgent mental health|111|111|ESW|r
Lifeline|0808 808 8000|08088088000|N|r
Samaritans|116 123|116123|ESWN|r
Shout|||ESWN|r
FRANK|0300 123 6600|03001236600|ESWN|o
Narcotics Anonymous UK|0300 999 1212|03009991212|ESWN|r
Alcoholics Anonymous GB|0800 9177 650|08009177650|ESW|r
Cocaine Anonymous UK|0800 612 0225|08006120225|ESWN|r
SMART Recovery UK|||ESWN|o
Drinkline|0300 123 1110|03001231110|E|r
Drinkline Scotland|0800 7314 314|08007314314|S|r
DAN 24/7|0808 808 2234|08088082234|W|o
WithYou|||ES|o
Crew|||S|o
Release|020 7324 2989|02073242989|ESWN|r
Al-Anon|0800 0086 811|08000086811|ESWN|r
Scottish Families Affected by Alcohol and Drugs|08080 10 10 11|08080101011|S|r
Adfam|||ESWN|o
Nacoa|0800 358 3456|08003583456|ESWN|o
National Domestic Abuse Helpline|0808 2000 247|08082000247|E|o
Domestic Abuse and Forced Marriage Helpline|0800 027 1234|08000271234|S|o
Live Fear Free|0808 80 10 800|08088010800|W|r
Domestic and Sexual Abuse Helpline|0808 802 1414|08088021414|N|r
Men's Advice Line|0808 801 0327|08088010327|ESW|r
Papyrus HOPELINE|0800 068 4141|08000684141|ESWN|r
Breathing Space|0800 83 85 87|0800838587|S|o
C.A.L.L.|0800 132 737|0800132737|W|o
Childline|0800 1111|08001111|ESWN|r
National Gambling Helpline|0808 8020 133|08088020133|ESW|r
Cruse|0808 808 1677|08088081677|EWN|r
Shelter|0808 800 4444|08088004444|E|r
";

fn named(name: &str) -> &'static HelpLine {
    help_lines().iter().find(|line| line.name == name).unwrap()
}

fn letters(nations: Nations) -> String {
    let letter = |nation| ['E', 'S', 'W', 'N'][nation as usize];
    nations.iter().map(letter).collect()
}

fn status(status: Status) -> &'static str {
    match status {
        Status::Official => "o",
        Status::Reported => "r",
    }
}

fn names(lines: &[&HelpLine]) -> Vec<&'static str> {
    lines.iter().map(|line| line.name).collect()
}

#[test]
fn every_line_is_a_help_line() {
    for line in DATA.lines().filter(|line| !line.starts_with('#')) {
        assert!(parse(line).is_some(), "malformed: {line}");
    }
    assert!(!DATA.contains('\r'));
}

#[test]
fn every_number_is_exactly_this() {
    assert_eq!(help_lines().len(), PINNED.lines().count());
    for (line, pinned) in help_lines().iter().zip(PINNED.lines()) {
        let shown = [
            line.name,
            line.number.unwrap_or(""),
            line.dial.unwrap_or(""),
            &letters(line.nations),
            status(line.status),
        ];
        assert_eq!(shown.join("|"), pinned);
    }
    assert_eq!(named("Shout").text, Some(("SHOUT", "85258")));
    assert_eq!(named("FRANK").text, Some(("", "82111")));
    let texts = help_lines().iter().filter(|line| line.text.is_some());
    assert_eq!(texts.count(), 2);
}

#[test]
fn a_dial_string_is_the_shown_number_without_spaces() {
    for line in help_lines() {
        let digits = line.number.map(|number| number.replace(' ', ""));
        assert_eq!(digits.as_deref(), line.dial, "{}", line.name);
        let Some(dial) = line.dial else { continue };
        assert!(dial.bytes().all(|byte| byte.is_ascii_digit()), "{dial}");
        let short = ["999", "111", "116123", "08001111"].contains(&dial);
        let free = dial.starts_with("0800") || dial.starts_with("0808");
        let normal = dial.starts_with("03") || dial.starts_with("02");
        assert!(short || matches!(dial.len(), 10 | 11), "{dial}");
        assert!(
            short || free || normal,
            "{dial} is no free or normal number"
        );
        let expected = if normal {
            "Same as a normal call"
        } else {
            "Free"
        };
        assert!(line.cost.is_some_and(|cost| cost.starts_with(expected)));
    }
}

#[test]
fn each_line_can_be_reached_and_says_what_it_is_for() {
    for line in help_lines() {
        let reachable = line.dial.is_some() || line.text.is_some() || line.page.is_some();
        assert!(reachable && !line.what_for.is_empty(), "{}", line.name);
        if let Some(page) = line.page {
            let host = page.strip_prefix("https://").unwrap_or_default();
            assert!(
                host.contains('.') && !host.contains([' ', '@', '"']),
                "{page}"
            );
        }
        for sentence in line.what_for.split_inclusive('.') {
            assert!(sentence.ends_with('.'), "{}", line.name);
            assert!(sentence.split_whitespace().count() <= 15, "{}", line.name);
        }
    }
    let pages: Vec<_> = help_lines().iter().filter_map(|line| line.page).collect();
    let expected = [
        "https://smartrecovery.org.uk",
        "https://wearewithyou.org.uk",
        "https://crew.scot",
        "https://adfam.org.uk",
    ];
    assert_eq!(pages, expected);
}

#[test]
fn a_line_of_one_nation_names_it() {
    let nation_words = ["England", "Scotland", "Wales", "Northern Ireland"];
    for line in help_lines() {
        let nations: Vec<_> = line.nations.iter().collect();
        if let [only] = nations[..] {
            let word = nation_words[only as usize];
            assert!(line.what_for.contains(word), "{}", line.name);
        }
    }
}

#[test]
fn a_check_is_a_date() {
    for line in help_lines() {
        let Some(date) = line.checked else { continue };
        let parts: Vec<_> = date.split('-').map(str::len).collect();
        let digits = date.bytes().filter(u8::is_ascii_digit).count();
        assert!(parts == [4, 2, 2] && digits == 8, "{}: {date}", line.name);
    }
}

#[test]
fn the_fixed_lines_come_first_everywhere() {
    for nation in [Nation::England, Nation::Scotland, Nation::Wales] {
        let expected = [
            "Emergency",
            "NHS urgent mental health",
            "Samaritans",
            "Shout",
        ];
        assert_eq!(names(&fixed(Some(nation))), expected);
    }
    let in_ni = fixed(Some(Nation::NorthernIreland));
    assert_eq!(
        names(&in_ni),
        ["Emergency", "Lifeline", "Samaritans", "Shout"]
    );
    let anywhere = fixed(None);
    assert_eq!(anywhere.len(), 5);
    assert!(anywhere[1].what_for.contains("England, Scotland and Wales"));
    assert!(anywhere[2].what_for.contains("Northern Ireland"));
    for line in anywhere.iter().filter(|line| line.name != "Lifeline") {
        assert_eq!(line.hours, Some("24 hours"), "{}", line.name);
    }
}

#[test]
fn no_line_is_listed_twice() {
    let nations = Nation::ALL.into_iter().map(Some).chain([None]);
    for nation in nations {
        let mut all = names(&fixed(nation));
        for group in Group::ALL {
            all.extend(names(&others(group, nation)));
        }
        let count = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), count, "{nation:?}");
        if nation.is_none() {
            assert_eq!(count, help_lines().len());
        }
    }
    assert!(others(Group::Now, None).is_empty());
}

#[test]
fn others_follow_the_nation() {
    let safe_in = |nation| names(&others(Group::SafeAtHome, Some(nation)));
    assert_eq!(
        safe_in(Nation::Wales),
        ["Live Fear Free", "Men's Advice Line"]
    );
    let in_ni = safe_in(Nation::NorthernIreland);
    assert_eq!(in_ni, ["Domestic and Sexual Abuse Helpline"]);
}

#[test]
fn links_have_the_form_phones_know() {
    assert_eq!(named("Samaritans").tel().as_deref(), Some("tel:116123"));
    assert_eq!(named("Samaritans").sms(), None);
    assert_eq!(named("Shout").tel(), None);
    let shout = named("Shout").sms();
    assert_eq!(shout.as_deref(), Some("sms:85258?&body=SHOUT"));
    assert_eq!(named("FRANK").sms().as_deref(), Some("sms:82111"));
}

#[test]
fn a_malformed_line_is_skipped() {
    let good = "o|Name|For you.|0800|0800|||E||Free|||o|";
    assert!(parse(good).is_some());
    for line in [
        "",
        "o|Name",
        "x|Name|For you.|0800|0800|||E||Free|||o|",
        "o|Name|For you.|0800|0800|||Q||Free|||o|",
        "o|Name|For you.|0800|0800|||E||Free|||?|",
        "o|Name|For you.|0800|0800|||E||Free|||o||",
    ] {
        assert_eq!(parse(line), None, "{line}");
    }
}
