//! What the milestone bank promises.

use super::super::safety_cards::Card::{AfterABreak, Alcohol, Benzos, Medicine};
use super::*;
use crate::domain::checkup::Chime;

fn ids(milestones: &[&BankMilestone]) -> Vec<&'static str> {
    milestones.iter().map(|milestone| milestone.id).collect()
}

#[test]
fn one_milestone_tells_of_a_lapse() {
    let telling: Vec<_> = milestones()
        .iter()
        .filter(|milestone| milestone.tells_of_a_lapse())
        .map(|milestone| milestone.words)
        .collect();
    assert_eq!(telling, ["I told someone about a lapse."]);
}

#[test]
fn every_line_is_a_group_or_a_milestone() {
    let lines = data().lines().filter(|line| !line.starts_with('#'));
    for line in lines {
        let good = match line.strip_prefix('=') {
            Some(head) => parse_group(head).is_some(),
            None => parse_milestone(line, "A", Cards::empty()).is_some(),
        };
        assert!(good, "malformed: {line}");
    }
    assert!(!data().contains('\r'));
}

#[test]
fn there_are_182_in_15_groups() {
    let counts: Vec<_> = groups()
        .iter()
        .map(|group| (group.id, in_group(group.id).count()))
        .collect();
    let expected = [
        ("A", 15),
        ("B", 10),
        ("C", 16),
        ("D", 14),
        ("E", 14),
        ("F", 19),
        ("G", 12),
        ("H1", 12),
        ("H2", 12),
        ("H3", 14),
        ("H4", 8),
        ("H5", 5),
        ("I", 9),
        ("J", 15),
        ("L", 7),
    ];
    assert_eq!(counts, expected);
    assert_eq!(milestones().len(), 182);
}

#[test]
fn ids_are_kept_for_ever() {
    // Add to the end of a group in this file; never take a line away or give an id a new meaning.
    let pinned = include_str!("../../../tests/fixtures/ids.txt").lines();
    let pinned: Vec<_> = pinned.filter(|id| id.starts_with('M')).collect();
    assert_eq!(ids(&milestones().iter().collect::<Vec<_>>()), pinned);
    for (place, id) in pinned.iter().enumerate() {
        assert!(!pinned[..place].contains(id), "twice: {id}");
    }
}

#[test]
fn every_milestone_stands_under_its_own_group() {
    for BankMilestone { id, group, .. } in milestones() {
        let number = id.strip_prefix('M').and_then(|id| id.strip_prefix(group));
        assert!(
            number.is_some_and(|number| number.len() == 2),
            "{id} under {group}"
        );
    }
}

#[test]
fn words_are_short() {
    for BankMilestone { id, words, .. } in milestones() {
        let count = words.split_whitespace().count();
        assert!((2..=16).contains(&count), "{id} has {count} words");
        assert!(words.ends_with('.') && words.trim() == *words, "{id}");
        assert!(!words.contains('|'), "{id}");
    }
}

#[test]
fn recovery_groups_are_these() {
    let recovery: Vec<_> = groups().iter().filter(|group| group.recovery).collect();
    let ids: Vec<_> = recovery.iter().map(|group| group.id).collect();
    assert_eq!(ids, ["H1", "H2", "H3", "H4", "H5", "L"]);
    assert!(milestone("ML01").unwrap().is_recovery());
    assert!(!milestone("MG05").unwrap().is_recovery());
}

#[test]
fn each_milestone_carries_the_right_cards() {
    let cases: [(&str, &[_]); 18] = [
        ("MH103", &[AfterABreak, Alcohol, Benzos]),
        ("MH110", &[AfterABreak, Alcohol, Benzos]),
        ("MH204", &[Medicine]),
        ("MH207", &[AfterABreak, Medicine]),
        ("MH210", &[AfterABreak, Medicine]),
        ("MH212", &[AfterABreak, Medicine]),
        ("MH301", &[]),
        ("MH308", &[Alcohol, Benzos]),
        ("MH403", &[Alcohol]),
        ("MH408", &[Alcohol]),
        ("MH501", &[AfterABreak]),
        ("MH502", &[]),
        ("ML01", &[AfterABreak]),
        ("ML04", &[AfterABreak, Medicine]),
        ("ML07", &[AfterABreak]),
        ("MJ06", &[AfterABreak]),
        ("MJ07", &[]),
        ("MF03", &[]),
    ];
    for (id, cards) in cases {
        assert_eq!(milestone(id).unwrap().cards, Cards::of(cards), "{id}");
    }
}

#[test]
fn no_other_milestone_outside_the_recovery_groups_has_a_card() {
    let marked = |milestone: &&BankMilestone| !milestone.cards.is_empty();
    let everyday = milestones().iter().filter(|m| !m.is_recovery());
    assert_eq!(ids(&everyday.filter(marked).collect::<Vec<_>>()), ["MJ06"]);
    assert_eq!(milestone("MJ06").unwrap().voice(), Voice::SomeoneICareFor);
    assert_eq!(milestone("MH103").unwrap().voice(), Voice::Mine);
}

#[test]
fn telling_someone_is_never_offered_where_it_could_harm() {
    let quiet = milestones().iter().filter(|m| !m.may_tell_someone());
    let (pathway, others): (Vec<_>, Vec<_>) = quiet.partition(|m| m.group.starts_with('H'));
    assert_eq!(pathway.len(), 51);
    let expected = [
        "MA14", "MD08", "MD13", "MF07", "MF08", "MF09", "MF10", "MJ14",
    ];
    assert_eq!(ids(&others), expected);
}

#[test]
fn words_on_a_card_at_first_name_nothing_private() {
    let names = "drink drug alcohol naloxone recovery detox rehab prescription medicine dose smok lapse hep hiv \
                 overdose inject sharps";
    for BankMilestone { id, words, .. } in milestones().iter().filter(|m| !m.is_discreet()) {
        let words = words.to_lowercase();
        for name in names.split(' ') {
            assert!(!words.contains(name), "{id}: {words}");
        }
    }
    for id in NAMING {
        let found = milestone(id).unwrap();
        let otherwise = found.is_recovery() || !found.cards.is_empty() || !found.may_tell_someone();
        assert!(!otherwise, "{id} is discreet without being listed");
    }
    assert!(!milestone("MF03").unwrap().is_discreet());
}

#[test]
fn search_wants_every_word_in_any_form() {
    let cases: [(&str, &[&str]); 8] = [
        ("", &[]),
        ("  \t ", &[]),
        ("DENTIST", &["MF03"]),
        ("carers' group", &["MJ02"]),
        ("carers’ group", &["MJ02"]),
        ("cafe", &["ME04"]),
        ("gp registered", &["MF01"]),
        ("no such thing", &[]),
    ];
    for (query, expected) in cases {
        assert_eq!(ids(&search(query, false)), expected, "{query}");
    }
}

#[test]
fn search_finds_recovery_milestones_only_when_they_are_on() {
    assert_eq!(ids(&search("detox", false)), [""; 0]);
    assert_eq!(ids(&search("detox", true)), ["MH106", "MH107"]);
}

#[test]
fn groups_belong_to_resources_and_strengths() {
    let expected = [
        ("A", "where", "place"),
        ("B", "learning", "skills"),
        ("C", "work", "skills"),
        ("D", "people", "people"),
        ("E", "community", "belonging"),
        ("F", "health", "skills"),
        ("G", "", "belonging"),
        ("H1", "", ""),
        ("H2", "", ""),
        ("H3", "", ""),
        ("H4", "", ""),
        ("H5", "", ""),
        ("I", "", "belonging"),
        ("J", "", "people"),
        ("L", "", ""),
    ];
    let found = groups().iter().map(|group| {
        let resource = group.resource.map_or("", Resource::name);
        (group.id, resource, group.capital.map_or("", Capital::name))
    });
    assert_eq!(found.collect::<Vec<_>>(), expected);
}

#[test]
fn every_resource_leads_to_its_group() {
    for (resource, id) in Resource::ALL
        .into_iter()
        .zip(["A", "B", "C", "D", "E", "F"])
    {
        let found: Vec<_> = groups_of(resource).map(|group| group.id).collect();
        assert_eq!(found, [id], "{resource:?}");
    }
}

#[test]
fn every_milestone_has_one_or_two_tags_of_each_kind() {
    for BankMilestone {
        id, ways, chime, ..
    } in milestones()
    {
        assert!(ways.count() <= 2, "{id}");
        let chimes = Chime::ALL.into_iter().filter(|one| chime.has(*one));
        assert!((1..=2).contains(&chimes.count()), "{id}");
    }
}

#[test]
fn some_milestones_are_tagged_like_this() {
    let cases: [(&str, &[Way], &[Chime]); 7] = [
        ("MA01", &[], &[Chime::Empowerment]),
        ("MB10", &[Way::Learn, Way::Give], &[Chime::Meaning]),
        (
            "MD04",
            &[Way::Connect],
            &[Chime::Connection, Chime::Meaning],
        ),
        ("ME05", &[Way::Connect, Way::Active], &[Chime::Connection]),
        ("MF03", &[], &[Chime::Empowerment]),
        ("MG02", &[Way::Notice], &[Chime::Hope]),
        ("MH104", &[], &[Chime::Hope]),
    ];
    for (id, ways, chimes) in cases {
        let found = milestone(id).unwrap();
        assert_eq!(found.ways, ways.iter().copied().collect(), "{id}");
        assert_eq!(found.chime, Chimes::of(chimes), "{id}");
    }
}

#[test]
fn a_malformed_line_is_skipped() {
    for line in [
        "",
        "# a|b|c|d|e|f",
        "A|||Title",
        "A||||Title",
        "A|X||||Title",
        "A||maybe|||Title",
        "A|||money||Title",
        "A||||money|Title",
    ] {
        assert_eq!(parse_group(line), None, "{line}");
    }
    for line in [
        "",
        "MA01",
        "MA01|A",
        "MA01|A|Words.",
        "MA01|X||Words.",
        "MA01||x|Words.",
        "MA01||Y|Words.",
        "MA01||CC|Words.",
        "MA01||cc|Words.",
        "XA01|||Words.",
    ] {
        assert_eq!(parse_milestone(line, "A", Cards::empty()), None, "{line}");
    }
}
