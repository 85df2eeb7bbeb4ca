//! Bad copies: each gets a plain answer, nothing stored changes until someone says so, and the page goes on.
//! Files of other apps are in `bring`, a copy that was only damaged in `copies`.
mod hostile;
mod made;

use anyhow::{Context, Result, ensure};
use journeys::Stage;
use made::{DAY, beside, copy, entry, record, utf16, with_records};
use serde_json::json;

const NOT_OURS: &str = "This is not a copy made by this app.";
const NOT_TEXT: &str = "This file is not plain text.";
const TOO_NEW: &str = "This copy is from a newer version.";
const ONE_NEW: &str = "1 thing is new.";
const ONE_BAD: &str = "1 entry in it could not be read.";
/// What starts a text in UTF-16, and the start of a copy.
const MARKED: &str = "\u{feff}{\"app\":\"waymark\"}";
const CHANGED: &str = "The file was changed after it was saved.";

/// What a file is, its bytes, and what is said of it.
type Case = (&'static str, Vec<u8>, &'static [&'static str]);

/// Gives the app each file and waits for the answer. Looking into a file changes nothing, and the page goes on.
async fn are_answered(cases: Vec<Case>, may_be_added: bool) -> Result<()> {
    let mut stage = Stage::new().await?;
    stage.start().await?;
    stage.log_first().await?;
    let before = stage.records().await?;
    for (what, bytes, said) in cases {
        stage.choose_copy(&bytes).await?;
        for said in said {
            stage.sees(said).await.context(what)?;
        }
        let is_offered = stage
            .buttons()
            .await?
            .iter()
            .any(|name| name == "Add it all");
        ensure!(
            is_offered == may_be_added,
            "{what}: to be added: {is_offered}"
        );
        ensure!(stage.records().await? == before, "{what} changed something");
        stage.tap("Today").await.context(what)?;
        stage
            .within("Also")
            .sees("A first thing")
            .await
            .context(what)?;
        // A new page: the next answer is not the one of this file.
        stage.reload().await?;
    }
    stage.finish().await
}

#[tokio::test]
async fn files_that_are_no_copy() -> Result<()> {
    let whole = copy(&[entry("A walk")]);
    let cases: Vec<Case> = vec![
        ("0 bytes", Vec::new(), &["This file is empty."]),
        (
            "20 MB and one byte",
            vec![b' '; 20_000_001],
            &["This file is too large for a copy."],
        ),
        ("100,000 deep", "[".repeat(100_000).into(), &[NOT_OURS]),
        (
            "100,000 deep, in a copy",
            beside(&"[".repeat(100_000)).into(),
            &[NOT_OURS],
        ),
        (
            "100,000 deep in its records",
            with_records(&"{\"a\":".repeat(100_000)).into(),
            &[NOT_OURS],
        ),
        (
            "a text of 10 MB alone",
            format!("\"{}\"", "x".repeat(10_000_000)).into(),
            &[NOT_OURS],
        ),
        ("a number out of every range", "1e999".into(), &[NOT_OURS]),
        (
            "such a number in a copy",
            beside("1e999").into(),
            &[NOT_OURS],
        ),
        (
            "another app's",
            br#"{"version":3,"habits":[{"name":"Read"}]}"#.to_vec(),
            &[NOT_OURS],
        ),
        (
            "of another name",
            br#"{"app":"other","format":1,"records":[]}"#.to_vec(),
            &[NOT_OURS],
        ),
        (
            "format 0",
            br#"{"app":"waymark","format":0,"records":[]}"#.to_vec(),
            &[NOT_OURS],
        ),
        (
            "format 999",
            br#"{"app":"waymark","format":999,"records":[]}"#.to_vec(),
            &[TOO_NEW],
        ),
        (
            "a record of form 999",
            copy(&[record("goal", "g1", 999, &json!({}))]).into(),
            &[TOO_NEW],
        ),
        (
            "half of one",
            whole.as_bytes()[..whole.len() / 2].to_vec(),
            &[NOT_OURS],
        ),
        (
            "one character short",
            whole.as_bytes()[..whole.len() - 1].to_vec(),
            &[NOT_OURS],
        ),
    ];
    are_answered(cases, false).await
}

#[tokio::test]
async fn files_that_are_no_text_of_ours() -> Result<()> {
    let cases: Vec<Case> = vec![
        ("UTF-16", utf16(MARKED, false), &[NOT_TEXT]),
        (
            "UTF-16, the other way round",
            utf16(MARKED, true),
            &[NOT_TEXT],
        ),
        (
            "Latin-1",
            b"{\"app\":\"waymark\",\"x\":\"caf\xe9\"}".to_vec(),
            &[NOT_TEXT],
        ),
        (
            "half a character as bytes",
            b"{\"app\":\"waymark\",\"x\":\"\xed\xa0\x80\"}".to_vec(),
            &[NOT_TEXT],
        ),
        (
            "half a character in words",
            beside("\"\\ud800\"").into(),
            &[NOT_OURS],
        ),
        ("NUL", beside("\"\0\"").into(), &[NOT_OURS]),
        (
            "a page",
            b"<!doctype html><script>alert(1)</script>".to_vec(),
            &[NOT_OURS],
        ),
        (
            "a picture",
            b"<svg onload=alert(1)></svg>".to_vec(),
            &[NOT_OURS],
        ),
    ];
    are_answered(cases, false).await
}

#[tokio::test]
async fn copies_with_nothing_to_add() -> Result<()> {
    let day =
        |id: &str| -> Vec<u8> { copy(&[record("day", id, 1, &json!({ "items": {} }))]).into() };
    let cases: Vec<Case> = vec![
        (
            "no records",
            copy(&[]).into(),
            &["Everything in it is here already."],
        ),
        (
            "a million records",
            with_records(&vec!["{}"; 1_000_000].join(",")).into(),
            &["1000000 entries in it could not be read."],
        ),
        (
            "records that are none",
            with_records("null,[],5,\"x\",{\"k\":\"goal\"}").into(),
            &["5 entries in it could not be read."],
        ),
        (
            "a text of 10 MB as a record",
            with_records(&format!("\"{}\"", "x".repeat(10_000_000))).into(),
            &[ONE_BAD],
        ),
        (
            "a record of form 0",
            copy(&[record("goal", "g1", 0, &json!({}))]).into(),
            &[ONE_BAD],
        ),
        ("2026-02-30", day("2026-02-30"), &[ONE_BAD]),
        ("0000-01-01", day("0000-01-01"), &[ONE_BAD]),
        ("2026-1-5", day("2026-1-5"), &[ONE_BAD]),
        ("Arabic-Indic digits", day("٢٠٢٦-٠١-٠٥"), &[ONE_BAD]),
        (
            "a path as a name",
            copy(&[record("goal", "../settings", 1, &json!({}))]).into(),
            &[ONE_BAD],
        ),
        (
            "`__proto__` as a kind",
            copy(&[record("__proto__", "x/y", 1, &json!({}))]).into(),
            &[ONE_BAD],
        ),
    ];
    are_answered(cases, false).await
}

#[tokio::test]
async fn copies_that_can_be_added_all_the_same() -> Result<()> {
    let whole = copy(&[entry("A walk")]);
    let twice = whole.replacen("\"app\":", "\"app\":\"other\",\"app\":", 1);
    let cases: Vec<Case> = vec![
        (
            "a mark of the order of bytes before it",
            format!("\u{feff}{whole}").into(),
            &[ONE_NEW],
        ),
        ("the same name twice", twice.into(), &[ONE_NEW, CHANGED]),
        (
            "the last day there is",
            copy(&[made::entry_on("9999-12-31", "Far away")]).into(),
            &[ONE_NEW],
        ),
        (
            "one good among bad ones",
            with_records(&format!("{{}},{},{{}}", entry("A walk"))).into(),
            &[ONE_NEW, "2 entries in it could not be read.", CHANGED],
        ),
    ];
    are_answered(cases, true).await
}

#[tokio::test]
async fn what_a_newer_version_wrote_is_kept_as_it_is() -> Result<()> {
    let mut stage = Stage::new().await?;
    stage.start().await?;
    let unknown = record(
        "hologram",
        "h1",
        1,
        &json!({ "depth": 3, "words": "Seen from the side" }),
    );
    let mut fields = json!({ "made": DAY, "rhythm": "daily", "ways": ["give"], "words": "Sing" });
    fields["colour"] = json!({ "hue": [1, 2] });
    let goal = record("goal", "g1", 1, &fields);
    stage
        .choose_copy(copy(&[goal, unknown.clone()]).as_bytes())
        .await?;
    stage.tap("Add it all").await?;
    stage.says("The copy was added.").await?;
    stage.saved().await?;
    let kept = stage.vault().await?;
    ensure!(
        kept.get("hologram/h1") == Some(&unknown),
        "{:?}",
        kept.get("hologram/h1")
    );
    let goal = kept.get("goal/g1").context("the goal is lost")?;
    ensure!(goal.contains(r#""colour":{"hue":[1,2]}"#), "{goal}");
    stage.tap("Today").await?;
    stage.tick("Sing").await?;
    stage.finish().await
}

#[tokio::test]
async fn a_stamp_in_the_year_9999_shuts_nobody_out() -> Result<()> {
    let mut stage = Stage::new().await?;
    let today = stage.start().await?;
    let note = made::stamped(
        "note",
        &today.to_string(),
        &json!({ "day": today.to_string(), "text": "From far ahead" }),
        253_370_764_800_000,
    );
    stage
        .choose_copy(copy(&[note, made::entry_on(&today.to_string(), "A walk")]).as_bytes())
        .await?;
    stage.tap("Add it all").await?;
    stage.saved().await?;
    stage.start().await?;
    stage.holds("A note for this day", "From far ahead").await?;
    stage.write_day_note("Written now").await?;
    stage.reload().await?;
    stage.holds("A note for this day", "Written now").await?;
    stage.finish().await
}
