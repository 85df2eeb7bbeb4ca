//! Whether anything was written elsewhere, as the stores tell it.

use super::*;

fn news(app: &Running) -> News {
    now(app.replicas.news()).unwrap()
}

/// Two apps on one device, of which the second cannot reach the durable copy.
fn two(device: &Device) -> (Running, Running) {
    let mut app = device.start();
    app.log(today(), "Tea", "").unwrap();
    let mut alone = device.start();
    alone.replicas.vault = None;
    (app, alone)
}

#[test]
fn a_wipe_of_the_quick_copy_alone_is_news_once_it_has_ended() {
    let device = Device::new();
    let (app, mut alone) = two(&device);
    let bystander = two(&device).1;
    assert_ne!(news(&app), News::Replaced);
    // One that stopped in the middle: the number is there, and so is what was to go.
    let mirror = device.mirror.as_ref().unwrap();
    mirror.renumber(1).unwrap();
    assert!(mirror.holds_older());
    assert_ne!(news(&app), News::Replaced);
    assert_ne!(news(&bystander), News::Replaced);
    assert!(now(alone.replicas.wipe()).is_ok());
    assert_eq!(news(&app), News::Replaced);
    assert_eq!(news(&bystander), News::Replaced);
}

#[test]
fn a_quick_copy_of_an_older_number_has_no_news() {
    let device = Device::new();
    let (_, mut alone) = two(&device);
    assert_eq!(news(&alone), News::Something(None));
    alone.replicas.generation += 1;
    assert_eq!(news(&alone), News::Nothing);
}

#[test]
fn what_was_emptied_under_the_number_it_has_is_told_apart() {
    let device = Device::new();
    let (mut app, _) = two(&device);
    let mut other = device.start();
    let puts = texts(&app.journal, record::stored_keys(&app.journal));
    now(app.replicas.replace(puts, None)).unwrap();
    assert_eq!(news(&app), News::Nothing);
    assert_eq!(news(&other), News::Replaced);
    // Another one took the same number at the same moment.
    let vault = device.vault.as_ref().unwrap();
    now(vault.replace(app.replicas.generation, Vec::new().into(), None)).unwrap();
    assert_eq!(news(&app), News::Replaced);
    // And has written since.
    other.replicas.generation = app.replicas.generation;
    other.replicas.revisions.set(None);
    other.log(today(), "Anew", "").unwrap();
    assert_eq!(news(&app), News::Replaced);
    assert_ne!(news(&other), News::Replaced);
}

#[test]
fn whoever_deletes_everything_is_not_told_of_it() {
    let device = Device::new();
    let (mut app, _) = two(&device);
    now(app.replicas.wipe()).unwrap();
    assert_eq!(news(&app), News::Something(None));
}

#[test]
fn what_the_browser_cleared_and_another_began_anew_was_not_put_away() {
    let anew = r#"{"min_reader":1,"rev":7}"#;
    let device = Device::new();
    let (mut app, _) = two(&device);
    device.put_into_vault(META, anew);
    assert_eq!(news(&app), News::Something(Some(7)));
    // From an older version nothing can be told either.
    device.put_into_vault(META, r#"{"min_reader":1}"#);
    assert_eq!(news(&app), News::Something(None));
    // Once everything was put in place of everything, it may have been again.
    now(app.replicas.replace(texts(&app.journal, Vec::new()), None)).unwrap();
    device.put_into_vault(META, anew);
    assert_eq!(news(&app), News::Replaced);
}
