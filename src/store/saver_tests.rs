use super::*;

/// A saver that may write.
fn ready() -> Saver {
    let mut saver = Saver::new();
    assert_eq!(saver.update(Input::Ready { read_only: false }), []);
    saver
}

fn changed(saver: &mut Saver, key: &str) -> Vec<Output> {
    saver.update(Input::Changed(vec![key.to_owned()]))
}

/// The number of the write that is to begin.
fn write_in(outputs: &[Output]) -> u64 {
    let number = outputs.iter().find_map(|output| match output {
        Output::Write { write, .. } => Some(*write),
        _ => None,
    });
    number.expect("a write begins")
}

fn ended(saver: &mut Saver, write: u64, outcome: Result<Wrote, StoreError>) -> Vec<Output> {
    saver.update(Input::Ended { write, outcome })
}

fn says_saved(outputs: &[Output]) -> bool {
    outputs.contains(&Output::Say(Saving::Saved))
}

#[test]
fn it_is_saved_once_it_is_on_the_device() {
    let mut saver = ready();
    let begun = changed(&mut saver, "day/1");
    assert_eq!(begun[0], Output::Say(Saving::Saving));
    let write = write_in(&begun);
    let done = ended(&mut saver, write, Ok(Wrote::Down));
    assert_eq!(done, [Output::Say(Saving::Saved), Output::CloseForms]);
    assert!(saver.is_at_rest());
}

#[test]
fn an_older_write_of_the_same_record_does_not_save_a_newer_one() {
    let mut saver = ready();
    let first = write_in(&changed(&mut saver, "day/1"));
    // It hangs; the person is told, and goes on.
    let slow = saver.update(Input::Slow { write: first });
    assert_eq!(slow, [Output::Say(Saving::NotSaved(StoreError::Blocked))]);
    let second = write_in(&changed(&mut saver, "day/1"));
    saver.update(Input::Slow { write: second });
    let third = write_in(&changed(&mut saver, "day/1"));
    // It ends after all. What was changed since is not on the device.
    let done = ended(&mut saver, first, Ok(Wrote::Down));
    assert!(!says_saved(&done), "{done:?}");
    assert!(!done.contains(&Output::CloseForms));
    assert!(!saver.is_at_rest());
    assert!(says_saved(&ended(&mut saver, third, Ok(Wrote::Down))));
    // One that brings what is there already changes nothing.
    assert!(ended(&mut saver, second, Err(StoreError::Full)).is_empty());
    assert!(saver.is_at_rest());
}

#[test]
fn a_change_during_a_write_is_written_again() {
    let mut saver = ready();
    let first = write_in(&changed(&mut saver, "day/1"));
    let second = write_in(&changed(&mut saver, "day/1"));
    assert!(!says_saved(&ended(&mut saver, first, Ok(Wrote::Down))));
    assert!(says_saved(&ended(&mut saver, second, Ok(Wrote::Down))));
}

#[test]
fn a_failure_of_an_older_write_says_nothing_of_a_newer_one() {
    let mut saver = ready();
    let first = write_in(&changed(&mut saver, "day/1"));
    let second = write_in(&changed(&mut saver, "day/1"));
    assert_eq!(ended(&mut saver, first, Err(StoreError::Full)), []);
    assert!(says_saved(&ended(&mut saver, second, Ok(Wrote::Down))));
}

#[test]
fn what_failed_is_written_with_the_next_change() {
    let mut saver = ready();
    let first = write_in(&changed(&mut saver, "day/1"));
    let failed = ended(&mut saver, first, Err(StoreError::Full));
    assert_eq!(failed, [Output::Say(Saving::NotSaved(StoreError::Full))]);
    let next = changed(&mut saver, "goal/x");
    let Some(Output::Write { write, keys }) = next.last() else {
        panic!("{next:?}");
    };
    assert_eq!(keys, &["day/1", "goal/x"]);
    assert!(says_saved(&ended(&mut saver, *write, Ok(Wrote::Down))));
}

#[test]
fn of_two_records_both_have_to_be_there() {
    let mut saver = ready();
    let first = write_in(&changed(&mut saver, "day/1"));
    let second = write_in(&changed(&mut saver, "goal/x"));
    assert!(!says_saved(&ended(&mut saver, second, Ok(Wrote::Down))));
    let failed = ended(&mut saver, first, Err(StoreError::Full));
    assert_eq!(failed, [Output::Say(Saving::NotSaved(StoreError::Full))]);
    let again = write_in(&saver.update(Input::Retry));
    assert!(says_saved(&ended(&mut saver, again, Ok(Wrote::Down))));
}

#[test]
fn nothing_is_written_before_all_is_read_or_while_all_is_replaced() {
    let mut saver = Saver::new();
    assert_eq!(changed(&mut saver, "day/1"), [Output::Say(Saving::Saving)]);
    let write = write_in(&saver.update(Input::Ready { read_only: false }));
    ended(&mut saver, write, Ok(Wrote::Down));
    saver.update(Input::Paused);
    assert_eq!(changed(&mut saver, "day/2"), [Output::Say(Saving::Saving)]);
    write_in(&saver.update(Input::Ready { read_only: false }));
}

#[test]
fn what_was_replaced_is_not_written_and_its_writes_say_nothing() {
    let mut saver = ready();
    let write = write_in(&changed(&mut saver, "day/1"));
    assert_eq!(saver.update(Input::Replaced), [Output::Say(Saving::Idle)]);
    assert_eq!(ended(&mut saver, write, Ok(Wrote::Down)), []);
    assert_eq!(ended(&mut saver, write, Err(StoreError::Stale)), []);
    assert!(saver.is_at_rest());
}

#[test]
fn a_newer_version_makes_it_read_only() {
    let mut saver = ready();
    let write = write_in(&changed(&mut saver, "day/1"));
    let refused = ended(&mut saver, write, Err(StoreError::TooNew));
    let not_saved = Output::Say(Saving::NotSaved(StoreError::TooNew));
    assert_eq!(refused.first(), Some(&Output::SayTooNew));
    assert_eq!(refused.last(), Some(&not_saved));
    let next = changed(&mut saver, "day/2");
    assert_eq!(next, [Output::Say(Saving::Saving), not_saved]);
}

#[test]
fn where_something_went_is_said() {
    let case = |wrote, expected| {
        let mut saver = ready();
        let write = write_in(&changed(&mut saver, "day/1"));
        let done = ended(&mut saver, write, Ok(wrote));
        assert!(done.contains(&Output::Say(expected)), "{done:?}");
    };
    case(Wrote::Down, Saving::Saved);
    case(Wrote::Anew, Saving::Saved);
    case(Wrote::Nowhere, Saving::NotKept);
    case(Wrote::Nothing, Saving::Idle);
}

#[test]
fn a_lock_shuts_when_all_is_saved() {
    let mut saver = ready();
    assert_eq!(
        saver.update(Input::Shut),
        [Output::Reload, Output::LookAgain]
    );
    let mut saver = ready();
    let write = write_in(&changed(&mut saver, "day/1"));
    saver.update(Input::DraftBegun);
    assert_eq!(saver.update(Input::Shut), [Output::LookAgain]);
    let done = ended(&mut saver, write, Ok(Wrote::Down));
    assert!(!done.contains(&Output::Reload), "a form is on its way");
    assert_eq!(saver.update(Input::DraftEnded), [Output::Reload]);
}

#[test]
fn a_lock_that_cannot_shut_stays_covered_until_the_person_opens() {
    let mut saver = ready();
    let write = write_in(&changed(&mut saver, "day/1"));
    saver.update(Input::Shut);
    ended(&mut saver, write, Err(StoreError::Full));
    // Whoever taps at once sees nothing.
    assert_eq!(saver.update(Input::Reopened), []);
    for _ in 0..5 {
        let again = saver.update(Input::StillOpen);
        assert_eq!(again.last(), Some(&Output::LookAgain));
        assert!(!again.contains(&Output::Uncover));
        let write = write_in(&again);
        ended(&mut saver, write, Err(StoreError::Full));
    }
    assert_eq!(saver.update(Input::Reopened), [Output::Uncover]);
    assert_eq!(saver.update(Input::StillOpen), []);
    // And if there is room after all, it shuts by itself.
    let write = write_in(&saver.update(Input::Shut));
    assert_eq!(saver.update(Input::StillOpen), [Output::LookAgain]);
    let done = ended(&mut saver, write, Ok(Wrote::Down));
    assert!(done.contains(&Output::Reload), "{done:?}");
}

#[test]
fn a_lock_that_is_to_shut_again_opens_no_sooner() {
    let mut saver = ready();
    changed(&mut saver, "day/1");
    saver.update(Input::Shut);
    assert_eq!(
        saver.update(Input::StillOpen).last(),
        Some(&Output::LookAgain)
    );
    // Out of sight again, while it is covered.
    saver.update(Input::Shut);
    assert_eq!(saver.update(Input::Reopened), []);
}
