use super::*;
use crate::domain::change::{Changed, Key};
use crate::domain::journal::Journal;
use crate::domain::merge::merge_texts;
use crate::domain::record::{self, read_text, with_sum, write};
use crate::domain::settings::{Theme, Word};
use proptest::prelude::*;

fn stamp(ms: u64) -> Stamp {
    Stamp::from((ms, 0, 1))
}

fn journal_of(text: &str) -> Journal {
    let mut journal = Journal::default();
    journal.absorb(read_text(text).unwrap().1);
    journal
}

fn text_of_settings(journal: &Journal) -> String {
    write(journal, "settings").unwrap()
}

/// The settings, changed at this time.
fn set(journal: &mut Journal, ms: u64, change: impl FnOnce(&mut Settings)) -> Changed {
    let mut settings = journal.settings();
    change(&mut settings);
    let changed = journal.set(settings);
    journal.apply(&changed, stamp(ms));
    changed
}

const OLD: &str = r#"{"d":{"day_ends_at":4,"last_copy":null,"nation":null,"recovery":false,"text":"large","theme":"dark","week_starts":1},"h":[50,0,1],"id":"settings","k":"settings","v":1}"#;

#[test]
fn two_tabs_that_change_different_choices_keep_both() {
    for stored in [None, Some(with_sum(OLD))] {
        let start = stored.map_or_else(Journal::default, |text| journal_of(&text));
        let (mut one, mut two) = (start.clone(), start);
        set(&mut one, 100, |settings| settings.word = Word::Journey);
        set(&mut two, 101, |settings| settings.asks_mood = true);
        let merged = merge_texts(&text_of_settings(&one), &text_of_settings(&two));
        let merged = merged.unwrap();
        let other_way = merge_texts(&text_of_settings(&two), &text_of_settings(&one));
        assert_eq!(other_way.as_ref(), Some(&merged));
        let settings = journal_of(&merged).settings();
        assert!(settings.asks_mood && settings.word == Word::Journey);
        assert!(merged.contains(r#""h":[101,0,1],"id""#), "{merged}");
        // In memory it is the same, whichever is shown.
        let mut both = one.clone();
        both.join(two.clone());
        assert_eq!(text_of_settings(&both), merged);
        assert_eq!(one.settings().text, both.settings().text);
    }
}

#[test]
fn of_one_choice_the_later_one_stays() {
    let mut one = journal_of(&with_sum(OLD));
    let mut two = one.clone();
    set(&mut one, 100, |settings| settings.theme = Theme::Light);
    set(&mut two, 101, |settings| settings.theme = Theme::System);
    set(&mut one, 102, |settings| settings.badge = true);
    one.join(two);
    let settings = one.settings();
    assert_eq!((settings.theme, settings.badge), (Theme::System, true));
}

#[test]
fn without_a_choice_of_its_own_time_the_text_is_as_ever() {
    let old = with_sum(OLD);
    assert_eq!(text_of_settings(&journal_of(&old)), old);
    // All of them written later than all that was there: one time again.
    let newer = with_sum(&OLD.replace("[50,0,1]", "[900,0,1]"));
    let mut journal = journal_of(&old);
    set(&mut journal, 100, |settings| settings.badge = true);
    assert!(
        text_of_settings(&journal)
            .contains(r#""each":{"base":[50,0,1],"h":[100,0,1],"of":{"badge":[100,0,1]}}"#)
    );
    journal.join(journal_of(&newer));
    assert_eq!(text_of_settings(&journal), newer);
}

#[test]
fn an_older_version_has_written_all_it_wrote() {
    let mut new = journal_of(&with_sum(OLD));
    set(&mut new, 100, |settings| settings.badge = true);
    // It keeps what it does not know, with a stamp of its own.
    let text = text_of_settings(&new);
    let whole = record::summed(&text).unwrap();
    let whole = ["{", whole].concat();
    let rewritten = whole
        .replace(r#""h":[100,0,1],"id""#, r#""h":[200,0,2],"id""#)
        .replace(r#""theme":"dark""#, r#""theme":"light""#);
    let mut both = journal_of(&text);
    set(&mut both, 150, |settings| settings.theme = Theme::System);
    both.join(journal_of(&with_sum(&rewritten)));
    assert_eq!(both.settings().theme, Theme::Light);
    assert!(!text_of_settings(&both).contains("each"));
}

#[test]
fn undo_of_one_choice_leaves_the_others() {
    let mut journal = Journal::default();
    let first = set(&mut journal, 100, |settings| settings.recovery = true);
    set(&mut journal, 101, |settings| settings.theme = Theme::Dark);
    assert_eq!(journal.changed_since(&first.inverse()), []);
    journal.apply(&first.inverse(), stamp(102));
    let settings = journal.settings();
    assert_eq!((settings.recovery, settings.theme), (false, Theme::Dark));
    assert_eq!(journal.changed_since(&first.inverse()), [Key::Settings]);
}

#[test]
fn a_choice_that_is_not_known_is_kept_and_the_quietest_shown() {
    let newer = with_sum(&OLD.replace(r#""dark""#, r#""sepia""#).replace(
        r#""week_starts":1"#,
        r#""week_starts":1,"word":"path","zzz":[1]"#,
    ));
    let mut journal = journal_of(&newer);
    let settings = journal.settings();
    assert_eq!(
        (settings.theme, settings.word),
        (Theme::System, Word::Recovery)
    );
    assert_eq!(
        (settings.day_ends_at, text_of_settings(&journal)),
        (4, newer)
    );
    set(&mut journal, 100, |settings| settings.badge = true);
    assert!(text_of_settings(&journal).contains(r#""theme":"sepia""#));
    set(&mut journal, 101, |settings| settings.theme = Theme::Light);
    let text = text_of_settings(&journal);
    assert!(text.contains(r#""theme":"light""#) && text.contains(r#""word":"path","zzz":[1]"#));
}

#[test]
fn no_value_of_a_choice_hides_the_others() {
    let case = |from: &str, to: &str| {
        let text = with_sum(&OLD.replace(from, to));
        let journal = journal_of(&text);
        assert_eq!(text_of_settings(&journal), text);
        let settings = journal.settings();
        assert_eq!(settings, settings.clone().bounded(), "{to}");
        assert_eq!(
            settings.text,
            crate::domain::settings::TextSize::Large,
            "{to}"
        );
    };
    case(r#""theme":"dark""#, r#""theme":["dark"]"#);
    case(r#""day_ends_at":4"#, r#""day_ends_at":9"#);
    case(r#""day_ends_at":4"#, r#""day_ends_at":999"#);
    case(r#""recovery":false"#, r#""recovery":"some""#);
    case(r#""nation":null"#, r#""nation":7"#);
    case(r#""last_copy":null"#, r#""last_copy":"yesterday""#);
}

/// Settings as some version may have stored them.
fn written() -> impl Strategy<Value = String> {
    let value = prop::sample::select(vec![
        r#""theme":"dark","#,
        r#""theme":"sepia","#,
        r#""badge":true,"#,
        r#""badge":false,"#,
        r#""word":"journey","#,
        r#""zzz":[1],"#,
        r#""zzz":2,"#,
        r#""day_ends_at":9,"#,
        "",
    ]);
    let name = prop::sample::select(vec![
        "theme",
        "badge",
        "word",
        "zzz",
        "nation",
        "day_ends_at",
    ]);
    let of = prop::collection::btree_map(name, 0_u64..6, 0..4);
    let beside = prop::sample::select(vec!["", r#""was":[3,0,9],"#, r#""was":[4,0,9],"yyy":1,"#]);
    (value.clone(), value, of, 0_u64..6, 0_u64..8, any::<bool>(), beside).prop_map(
        |(one, two, of, base, h, stale, beside)| {
            let latest = of.values().copied().max().unwrap_or(base).max(base);
            // Written since by an older version, or not.
            let h = if stale { h } else { latest };
            let of: Vec<String> = of.iter().map(|(name, ms)| format!(r#""{name}":[{ms},0,1]"#)).collect();
            let of = of.join(",");
            let body = format!("{one}{two}");
            let body = body.trim_end_matches(',');
            let each = format!(r#""each":{{"base":[{base},0,1],"h":[{latest},0,1],"of":{{{of}}}}}"#);
            let fields = serde_json::from_str::<Value>(&format!(
                r#"{{"d":{{{body}}},{each},{beside}"h":[{h},0,1],"id":"settings","k":"settings","v":1}}"#
            ));
            with_sum(&text_of(fields.unwrap()))
        },
    )
}

fn merged(one: &str, two: &str) -> String {
    merge_texts(one, two).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]
    #[test]
    fn settings_of_every_version_merge_by_the_laws(a in written(), b in written(), c in written()) {
        let whole = merged(&a, &a);
        prop_assert_eq!(&merged(&whole, &a), &whole);
        prop_assert_eq!(&text_of_settings(&journal_of(&a)), &whole);
        prop_assert_eq!(merged(&a, &b), merged(&b, &a));
        prop_assert_eq!(merged(&merged(&a, &b), &c), merged(&a, &merged(&b, &c)));
        let both = merged(&a, &b);
        prop_assert_eq!(&merged(&both, &a), &both);
        let mut journal = journal_of(&a);
        journal.absorb(read_text(&b).unwrap().1);
        prop_assert_eq!(text_of_settings(&journal), both);
    }

    #[test]
    fn a_change_writes_only_what_it_changes(a in written(), b in written(), badge in any::<bool>()) {
        let (mut one, mut two) = (journal_of(&a), journal_of(&b));
        set(&mut one, 100, |settings| settings.badge = badge);
        set(&mut two, 101, |settings| settings.text = crate::domain::settings::TextSize::Large);
        let changed_badge = journal_of(&a).settings().badge != badge;
        let mut both = one.clone();
        both.join(two);
        prop_assert_eq!(both.settings().text, crate::domain::settings::TextSize::Large);
        prop_assert!(!changed_badge || both.settings().badge == badge);
    }
}
