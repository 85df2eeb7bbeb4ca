//! The days of a rule, as another's reckoning finds them.

use super::tests::{day, read, reminder, value, written};
use super::*;
use crate::domain::goal::Rest;
use crate::domain::rhythm::Weekdays;
use ical::parser::ical::component::IcalEvent;
use proptest::prelude::*;
use std::collections::BTreeSet;

/// The days that another's reckoning finds, each at its time. The zone does not matter: it is the world's clock here.
fn days_of(event: &IcalEvent, last: Day) -> BTreeSet<String> {
    let of = |name| value(&event.properties, name);
    let start = of("DTSTART").unwrap();
    let time = start.split_once('T').unwrap().1.to_owned();
    let Some(rule) = of("RRULE") else {
        return [start].into();
    };
    let rule = match rule.split_once(";UNTIL=") {
        Some((rule, until)) => format!("{rule};UNTIL={until}Z"),
        None => rule,
    };
    let mut text = format!("DTSTART:{start}Z\nRRULE:{rule}");
    for property in &event.properties {
        if property.name == "EXDATE" {
            text.push_str("\nEXDATE:");
            text.push_str(property.value.as_ref().unwrap());
            text.push('Z');
        }
    }
    let set: rrule::RRuleSet = text.parse().unwrap();
    let last = on(last, 1439);
    let found = set
        .into_iter()
        .map(|at| at.format("%Y%m%dT%H%M%S").to_string());
    let found: BTreeSet<_> = found.take_while(|at| *at <= last).collect();
    assert!(found.iter().all(|at| at.ends_with(&time)));
    found
}

fn rhythms() -> impl Strategy<Value = Rhythm> {
    prop_oneof![
        Just(Rhythm::Daily),
        (1_u8..128).prop_map(|bits| {
            let days = (1..=7).filter(|day| bits & (1 << (day - 1)) != 0);
            Rhythm::Weekdays(days.fold(Weekdays::default(), Weekdays::toggled))
        }),
        (1_u8..=7).prop_map(Rhythm::Weekly),
        (0_u64..60).prop_map(|ahead| Rhythm::Once(day("2026-11-21").after(ahead))),
    ]
}

proptest! {
    /// What another's calendar makes of the rule is what the day's page makes of the rhythm.
    #[test]
    fn days_are_those_of_the_rhythm(
        rhythm in rhythms(), at in 0_u16..1440, from in 0_u64..30, length in 0_u64..30,
        last in prop::option::of(0_u64..80), is_open in any::<bool>(),
    ) {
        let first = day("2026-11-21");
        let rest = (first.after(from), first.after(from + length));
        let mut one = reminder(rhythm);
        one.at = at;
        one.last = last.map(|ahead| first.after(ahead));
        one.rests.push(Rest { from: rest.0, to: (!is_open).then_some(rest.1) });
        let calendar = read(&written(&[one]));
        let end = first.after(99);
        let found = calendar.events.first().map(|event| days_of(event, end)).unwrap_or_default();
        let may_be = |day: Day| {
            let rests = rest.0 <= day && (is_open || day <= rest.1);
            !rests && last.is_none_or(|ahead| day <= first.after(ahead))
        };
        let mut expected = BTreeSet::new();
        let mut day = first;
        while day <= end {
            let is_its_day = match rhythm {
                // On its last day alone.
                Rhythm::Once(by) => rhythm.is_for(day) && day == by,
                // As many nudges a week as the goal, on days of which each will do.
                Rhythm::Weekly(times) if times < 7 => {
                    let days = Repeats::As(rhythm).weekdays().unwrap();
                    rhythm.is_for(day) && days.has(day.weekday())
                }
                _ => rhythm.is_for(day),
            };
            if is_its_day && may_be(day) {
                expected.insert(on(day, at));
            }
            day = day.after(1);
        }
        prop_assert_eq!(found, expected);
    }
}
