//! A file of another app, read to its end and added; and once more, which adds nothing.

use waymark::domain::day::Day;
use waymark::domain::journal::Journal;
use waymark::domain::stamp::Stamps;
use waymark::domain::way::Ways;
use waymark::exchange::bring::{Choice, Found, Opened, fit, open};

pub fn read_and_add(bytes: Vec<u8>) {
    let today = Day::new(2026, 11, 26).expect("a day");
    let Some(found) = read(bytes, today) else {
        return;
    };
    let choice = Choice {
        ways: Ways::ALL,
        goes_on: true,
    };
    let choices = vec![choice; found.things.len()];
    let mut journal = Journal::default();
    let plan = fit(&journal, &found, &choices, &[], today);
    journal.apply(&plan.changed, Stamps::new(1).next(1));
    let again = fit(&journal, &found, &choices, &[], today);
    assert!(again.changed.is_empty(), "{:?}", again.changed);
}

fn read(bytes: Vec<u8>, today: Day) -> Option<Found> {
    let mut work = match open(bytes, today).ok()? {
        Opened::Known(work) => work,
        Opened::Table(sheet) => {
            let columns = sheet.guess.clone()?;
            let _ = sheet.sample(&columns, 3);
            Box::new(sheet.read(columns, today))
        }
    };
    loop {
        let (at, of) = work.progress();
        assert!(at <= of, "{at} of {of}");
        match work.step().ok()? {
            Ok(found) => return Some(found),
            Err(more) => work = more,
        }
    }
}
