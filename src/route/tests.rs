use super::*;
use proptest::prelude::*;

#[test]
fn every_address_leads_to_its_screen_and_back() {
    for address in [
        "/",
        "/day/2026-11-21",
        "/day/2026-11-21/add",
        "/day/2026-11-21/add/give",
        "/day/2026-11-21/00abc",
        "/goals",
        "/goals/new",
        "/goals/new/C01",
        "/goals/00abc",
        "/goals/order",
        "/ideas",
        "/ideas/notice",
        "/milestones",
        "/milestones/add",
        "/milestones/group/H1",
        "/milestones/new",
        "/milestones/new/MA01",
        "/milestones/00abc",
        "/milestones/proud",
        "/milestones/arrange",
        "/milestones/00abc/reached",
        "/milestones/00abc/card",
        "/starts",
        "/starts/new",
        "/starts/00abc",
        "/starts/00abc/changed",
        "/still-here",
        "/still-here/2",
        "/still-here/3/00abc",
        "/strengths",
        "/plan",
        "/worker",
        "/line/00abc",
        "/support",
        "/read/peer",
        "/checkup",
        "/checkup/2026-11-21/4",
        "/resource/health",
        "/more/words",
        "/look-back",
        "/look-back/week/2026-11-21",
        "/look-back/month",
        "/look-back/month/2026-11-21",
        "/look-back/year",
        "/look-back/year/2026-01-01",
        "/look-back/ways",
        "/look-back/find",
        "/review/2026-11-16",
        "/together/look-back",
        "/together/plan",
        "/help",
        "/more",
        "/more/look",
        "/more/days",
        "/more/parts",
        "/more/kept",
        "/more/moving",
        "/more/reminders",
        "/more/take",
        "/more/bring",
        "/more/delete",
        "/more/about",
        "/more/print",
        "/demo",
        "/demo/3",
        "/unsaved",
        "/practitioner",
        "/add/1.eyJuIjoiQSJ9",
        "/add/",
        "/add/<b>/%25/#",
        "/services",
        "/links",
        "/handout/poster/1.eyJuIjoiQSJ9",
        "/ideas/share/C01",
        "/together/send",
        "/print/blank-week",
        "/print/week/2026-11-16",
        "/print/goal/00abc",
    ] {
        let route = Route::parse(address);
        assert_ne!(route, Route::Nowhere, "{address}");
        assert_eq!(route.to_string(), address);
    }
    assert_eq!(Route::parse(""), Route::Today);
}

#[test]
fn wrong_addresses_lead_nowhere() {
    for address in [
        "x",
        "/day",
        "/day/2026-02-30",
        "/day/today",
        "/goals/a b",
        "/goals/new/<b>",
        "/more/other",
        "/ideas/sleep",
        "/day/2026-11-21/add/sleep",
        "/a/b/c/d/e",
        "/milestones/group/../x",
        "/still-here/0",
        "/still-here/4",
        "/still-here/12",
        "/print",
        "/print/<b>",
        "/print/week/a b",
        "/checkup/2026-11-21/5",
        "/checkup/2026-02-30/1",
        "//",
    ] {
        let route = Route::parse(address);
        assert!(
            matches!(route, Route::Nowhere | Route::Today),
            "{address}: {route:?}"
        );
    }
}

proptest! {
    #[test]
    fn any_text_is_an_address(hash in "\\PC{0,40}") {
        let route = Route::parse(&hash);
        prop_assert_eq!(Route::parse(&route.to_string()), route);
    }
}
