//! What the idea bank promises.

use super::*;
use crate::domain::{checkup::Chime, strengths::Capital};

fn ids(ideas: &[&Idea]) -> Vec<&'static str> {
    ideas.iter().map(|idea| idea.id).collect()
}

#[test]
fn every_line_is_an_idea() {
    let lines = DATA.lines().filter(|line| !line.starts_with('#'));
    for line in lines {
        assert!(parse(line).is_some(), "malformed: {line}");
    }
    assert!(!DATA.contains('\r'));
}

#[test]
fn there_are_32_for_each_way() {
    assert_eq!(ideas().len(), 160);
    for way in Way::ALL {
        let of_way = ideas().iter().filter(|idea| idea.way == way);
        assert_eq!(of_way.count(), 32, "{way:?}");
    }
}

#[test]
fn ids_are_kept_for_ever() {
    // Add to the end of a Way in this file; never take a line away or give an id a new meaning.
    let pinned = include_str!("../../../tests/fixtures/ids.txt").lines();
    let pinned: Vec<_> = pinned.filter(|id| !id.starts_with('M')).collect();
    assert_eq!(ids(&ideas().iter().collect::<Vec<_>>()), pinned);
    for (place, id) in pinned.iter().enumerate() {
        assert!(!pinned[..place].contains(id), "twice: {id}");
    }
}

#[test]
fn words_are_short() {
    for Idea { id, words, .. } in ideas() {
        let count = words.split_whitespace().filter(|word| *word != "–").count();
        assert!((2..=16).contains(&count), "{id} has {count} words");
        assert!(!words.contains('|') && words.trim() == *words, "{id}");
        assert!(words.ends_with(['.', '?', '"']), "{id} has no end");
    }
}

#[test]
fn recovery_ideas_are_these() {
    let recovery: Vec<_> = ideas().iter().filter(|idea| idea.is_recovery()).collect();
    let expected = [
        "C05", "C06", "C07", "C28", "T15", "L07", "L08", "L31", "G23",
    ];
    assert_eq!(ids(&recovery), expected);
}

#[test]
fn recovery_ideas_stay_hidden_until_asked_for() {
    assert_eq!(matching(&Filter::default()).len(), 151);
    let on = Filter {
        recovery: true,
        ..Filter::default()
    };
    assert_eq!(matching(&on).len(), 160);
}

#[test]
fn a_filter_wants_every_tag() {
    let seated_with_child = Filter {
        way: Some(Way::Give),
        tags: Tags::of(&[Tag::Seated, Tag::WithChild]),
        ..Filter::default()
    };
    assert_eq!(ids(&matching(&seated_with_child)), ["G15", "G20", "G22"]);
}

#[test]
fn free_only_leaves_out_what_costs() {
    let free = Filter {
        free_only: true,
        ..Filter::default()
    };
    let shown = ids(&matching(&free));
    assert_eq!(shown.len(), 149);
    assert!(!shown.contains(&"L06") && !shown.contains(&"G12"));
}

#[test]
fn shuffling_keeps_every_idea_and_follows_the_seed() {
    let all: Vec<_> = ideas().iter().collect();
    let first_cards = |seed| ids(&shuffled(all.clone(), seed)[..3]);
    assert_eq!(first_cards(7), first_cards(7));
    for seed in 0..50 {
        assert_ne!(first_cards(seed), first_cards(seed + 1), "seed {seed}");
        let mut back = ids(&shuffled(all.clone(), seed));
        back.sort_unstable();
        let mut expected = ids(&all);
        expected.sort_unstable();
        assert_eq!(back, expected);
    }
    assert!(shuffled(Vec::new(), 1).is_empty());
}

#[test]
fn every_idea_leans_somewhere_and_none_too_far() {
    let (chimes, capitals) = (Chime::ALL, Capital::ALL);
    for idea in ideas() {
        let count = chimes.iter().filter(|chime| idea.chime.has(**chime));
        assert_eq!(count.count(), 1, "{}", idea.id);
        let count = capitals.iter().filter(|one| idea.capitals.has(**one));
        assert!(count.count() <= 2, "{}", idea.id);
    }
}

#[test]
fn some_ideas_lean_like_this() {
    let cases: [(&str, Chime, Option<Resource>, &[Capital]); 8] = [
        ("C01", Chime::Connection, Some(Resource::Community), &[]),
        (
            "C26",
            Chime::Connection,
            Some(Resource::Where),
            &[Capital::People, Capital::Place],
        ),
        (
            "A09",
            Chime::Empowerment,
            Some(Resource::Where),
            &[Capital::Place],
        ),
        ("T09", Chime::Hope, None, &[]),
        (
            "L13",
            Chime::Empowerment,
            Some(Resource::Learning),
            &[Capital::Skills],
        ),
        (
            "L21",
            Chime::Identity,
            Some(Resource::Work),
            &[Capital::Skills, Capital::Belonging],
        ),
        (
            "G01",
            Chime::Connection,
            Some(Resource::People),
            &[Capital::People],
        ),
        ("L32", Chime::Hope, Some(Resource::Health), &[]),
    ];
    for (id, chime, resource, capitals) in cases {
        let idea = idea(id).unwrap();
        assert_eq!(idea.chime, Chimes::of(&[chime]), "{id}");
        assert_eq!(idea.resource, resource, "{id}");
        assert_eq!(idea.capitals, Capitals::of(capitals), "{id}");
    }
}

#[test]
fn every_resource_and_strength_has_several_ideas_before_the_recovery_parts() {
    let shown = matching(&Filter::default());
    for resource in Resource::ALL {
        let leading = shown.iter().filter(|idea| idea.resource == Some(resource));
        assert!(leading.count() >= 6, "{resource:?}");
    }
    for capital in Capital::ALL {
        let building = shown.iter().filter(|idea| idea.capitals.has(capital));
        assert!(building.count() >= 20, "{capital:?}");
    }
}

#[test]
fn ideas_are_found_by_id() {
    assert_eq!(idea("A01").map(|idea| idea.way), Some(Way::Active));
    assert_eq!(idea("Z99"), None);
    assert_eq!(idea(""), None);
}

#[test]
fn a_malformed_line_is_skipped() {
    for line in [
        "",
        "# id|tags|leans|words",
        "C01",
        "C01|n",
        "C01|n|Words.",
        "X01|n|c|Words.",
        "C01|q|c|Words.",
        "C01|n|x|Words.",
        "C01|n|cc|Words.",
        "C01|n|G|Words.",
        "C01|n|AB|Words.",
        "C01|n|PP|Words.",
        "C01|n|c D|Words.",
    ] {
        assert_eq!(parse(line), None, "{line}");
    }
}
