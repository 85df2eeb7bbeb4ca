use super::*;
use proptest::prelude::*;

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn start(since: &str) -> StartDate {
    let mut markers = Markers::default();
    for kind in MarkerKind::ALL {
        markers = markers.toggled(kind);
    }
    StartDate {
        label: "since I came home".to_owned(),
        since: day(since),
        unit: Unit::Days,
        markers,
        about: About::No,
        until: None,
        paused: None,
        hidden: false,
    }
}

#[test]
fn time_is_counted_in_calendar_units() {
    for (first, last, days, weeks, months) in [
        ("2026-11-21", "2026-11-21", 0, 0, 0),
        ("2026-11-21", "2026-11-20", 0, 0, 0),
        ("2026-11-21", "2026-12-20", 29, 4, 0),
        ("2026-11-21", "2026-12-21", 30, 4, 1),
        ("2026-01-31", "2026-02-28", 28, 4, 1),
        ("2024-02-29", "2025-02-27", 364, 52, 11),
        ("2024-02-29", "2025-02-28", 365, 52, 12),
        ("2026-03-28", "2026-03-30", 2, 0, 0),
    ] {
        let expected = Time {
            days,
            weeks,
            months,
        };
        assert_eq!(
            Time::between(day(first), day(last)),
            expected,
            "{first} {last}"
        );
    }
}

#[test]
fn markers_stand_on_calendar_days() {
    for (since, kind, expected) in [
        ("2026-11-21", MarkerKind::OneDay, "2026-11-22"),
        ("2026-11-21", MarkerKind::TwoWeeks, "2026-12-05"),
        ("2026-11-21", MarkerKind::NinetyDays, "2027-02-19"),
        ("2026-08-31", MarkerKind::SixMonths, "2027-02-28"),
        ("2024-02-29", MarkerKind::OneYear, "2025-02-28"),
        ("2026-01-31", MarkerKind::EighteenMonths, "2027-07-31"),
    ] {
        let count = kind.count();
        assert_eq!(Marker { kind, count }.day(day(since)), day(expected));
    }
}

#[test]
fn every_year_is_marked_from_the_second_on() {
    let reached = start("2024-02-29").reached(day("2028-02-29"));
    let years: Vec<_> = reached
        .iter()
        .filter(|(marker, _)| marker.kind == MarkerKind::EveryYear)
        .map(|(marker, day)| (marker.count, day.to_string()))
        .collect();
    let expected = [(4, "2028-02-29"), (3, "2027-02-28"), (2, "2026-02-28")];
    assert_eq!(years, expected.map(|(count, day)| (count, day.to_owned())));
    assert_eq!(reached.len(), 14);
}

#[test]
fn a_chapter_keeps_its_days() {
    let mut chapter = start("2026-10-01");
    chapter.until = Some(day("2026-11-11"));
    assert_eq!(chapter.time(day("2030-01-01")).days, 41);
    assert!(!chapter.is_counting());
    let reached = chapter.reached(day("2030-01-01"));
    assert_eq!(reached[0].0.kind, MarkerKind::ThirtyDays);
}

#[test]
fn only_what_is_switched_on_is_marked() {
    let mut quiet = start("2020-01-01");
    quiet.markers = Markers::default().toggled(MarkerKind::OneWeek);
    assert_eq!(quiet.reached(day("2026-01-01")).len(), 1);
    quiet.markers = Markers::default();
    assert_eq!(quiet.reached(day("2026-01-01")), []);
    assert_eq!(
        Markers::read(&serde_json::json!(["30d", "years"]))
            .unwrap()
            .form(),
        serde_json::json!(["30d", "years"])
    );
    assert_eq!(Markers::read(&serde_json::json!(["5d"])), None);
}

proptest! {
    #[test]
    fn time_never_runs_backwards(since in 0_u64..60_000, passed in -400_i64..40_000) {
        let since = day("1900-01-01").after(since);
        let today = if passed < 0 {
            since.before(passed.unsigned_abs())
        } else {
            since.after(passed.unsigned_abs())
        };
        let time = Time::between(since, today);
        let next = Time::between(since, today.after(1));
        prop_assert!(next.days >= time.days && next.weeks >= time.weeks && next.months >= time.months);
        prop_assert_eq!(i64::from(time.days), today.days_since(since).max(0));
        prop_assert!(time.months == 0 || since.months_later(time.months) <= today);
        prop_assert!(since.months_later(time.months + 1) > today || today < since);
    }

    #[test]
    fn markers_come_in_order_and_stay(since in 0_u64..50_000, passed in 0_u64..9_000) {
        let since = day("1900-01-01").after(since);
        let start = start(&since.to_string());
        let today = since.after(passed);
        let reached = start.reached(today);
        prop_assert!(reached.windows(2).all(|pair| pair[0].1 >= pair[1].1));
        prop_assert!(reached.iter().all(|(_, day)| *day > since && *day <= today));
        let later = start.reached(today.after(1));
        prop_assert!(reached.iter().all(|marker| later.contains(marker)));
    }
}
