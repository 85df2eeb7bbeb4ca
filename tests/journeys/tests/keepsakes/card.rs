//! A card to keep: as a picture, and on paper.
use crate::{SHEET, mark};
use anyhow::{Context, Result, bail, ensure};
use journeys::{Engine, Stage, Theme};
use serde_json::json;
use std::fs;

journeys::on_every_engine! {
    a_card_as_a_picture
}

/// Width and height of a PNG file, from its first chunk.
fn size_of_png(file: &[u8]) -> Option<(u32, u32)> {
    let head = file.strip_prefix(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")?;
    let number = |at: usize| Some(u32::from_be_bytes(head.get(at..at + 4)?.try_into().ok()?));
    Some((number(0)?, number(4)?))
}

/// How many of some colours are on a picture, by the browser's own decoder.
async fn colours(stage: &Stage, file: &[u8], colours: [[u8; 3]; 3]) -> Result<Vec<u64>> {
    let script = format!(
        "createImageBitmap(new Blob([new Uint8Array({})], {{ type: 'image/png' }})).then((picture) => {{
            const canvas = new OffscreenCanvas(picture.width, picture.height);
            const context = canvas.getContext('2d');
            context.drawImage(picture, 0, 0);
            const {{ data }} = context.getImageData(0, 0, picture.width, picture.height);
            return {}.map(([red, green, blue]) => {{
                let count = 0;
                for (let at = 0; at < data.length; at += 4)
                    count += data[at] === red && data[at + 1] === green && data[at + 2] === blue;
                return count;
            }});
        }})",
        json!(file),
        json!(colours)
    );
    Ok(serde_json::from_value(stage.evaluate(&script).await?)?)
}

async fn a_card_as_a_picture(engine: Engine) -> Result<()> {
    let mut stage = Stage::on(engine).await?;
    let today = stage.start().await?;
    stage.open("#/milestones/new/MF03").await?;
    for (label, value) in [("Day", "7"), ("Month", "3"), ("Year", "2019")] {
        stage.type_into(label, value).await?;
    }
    stage.tap("A private note").await?;
    stage
        .type_into("A private note", "Not as bad as I feared.")
        .await?;
    stage.tap("I reached this").await?;
    stage.tap("Make a card to keep").await?;
    stage.heading("A card to keep").await?;
    let shows = async |words: &str| {
        let label = "document.querySelector('.keepsake svg').getAttribute('aria-label')";
        stage
            .wait_until("the card shows what was chosen", async || {
                Ok(stage.evaluate(label).await? == json!(words))
            })
            .await
    };
    // The note stays off until it is asked for, and the name is not there.
    shows("The card – I saw a dentist. – 7 March 2019").await?;
    stage.tick("My private note").await?;
    stage.untick("The date").await?;
    stage.type_into("A name or initials", "J. K.").await?;
    shows("The card – I saw a dentist. – Not as bad as I feared. – J. K.").await?;

    stage.tap("Save as a picture").await?;
    stage.says("The picture is with your browser now.").await?;
    let file = stage.downloaded().await?;
    let name = file.file_name().and_then(|name| name.to_str());
    ensure!(
        name == Some(&format!("card-{today}.png")),
        "it is called {name:?}"
    );
    let bytes = fs::read(&file)?;
    let size = size_of_png(&bytes).context("no PNG")?;
    ensure!(size == (1080, 1350), "{size:?}");
    let counts = colours(
        &stage,
        &bytes,
        [[0xfa, 0xf8, 0xf4], [0x22, 0x25, 0x2b], [0xb3, 0x46, 0x2d]],
    )
    .await?;
    let [paper, ink, petal] = counts[..] else {
        bail!("{counts:?}")
    };
    ensure!(paper > 1_000_000, "paper: {paper}");
    ensure!(ink > 2_000, "words: {ink}");
    ensure!(petal > 2_000, "a petal: {petal}");

    // The name is kept nowhere.
    stage.reload().await?;
    stage.heading("A card to keep").await?;
    stage.holds("A name or initials", "").await?;
    let kept = stage.vault().await?;
    ensure!(
        !kept.values().any(|text| text.contains("J. K.")),
        "{kept:?}"
    );
    stage.finish().await
}

#[tokio::test]
async fn words_of_the_recovery_parts_stay_off_a_card_at_first() -> Result<()> {
    let stage = Stage::new().await?;
    stage.start().await?;
    stage.recovery_parts(true).await?;
    mark(&stage, "MH303", "I carry naloxone.").await?;
    stage.tap("Make a card to keep").await?;
    stage.sees("The words are left off at first.").await?;
    stage.is_not_ticked("The words").await?;
    ensure!(
        !stage.text().await?.contains("naloxone"),
        "the words are on the card"
    );
    stage.tick("The words").await?;
    stage.sees("I carry naloxone.").await?;
    stage.finish().await
}

#[tokio::test]
async fn words_that_others_need_not_read_stay_off_a_card_at_first() -> Result<()> {
    let stage = Stage::new().await?;
    stage.before_each_page(SHEET).await?;
    stage.start().await?;
    for (id, words, may_share) in [
        ("ME10", "I had a good time without drink or drugs.", true),
        ("MF07", "I had a test for hep C.", false),
    ] {
        mark(&stage, id, words).await?;
        stage.tap("Make a card to keep").await?;
        stage.sees("The words are left off at first.").await?;
        stage.is_not_ticked("The words").await?;
        stage.does_not_see(words).await?;
        let buttons = stage.buttons().await?;
        let shares = buttons.iter().any(|name| name == "Share");
        ensure!(shares == may_share, "{words}: {buttons:?}");
    }
    stage.finish().await
}

#[tokio::test]
async fn the_longest_words_fit_a_card() -> Result<()> {
    let mut stage = Stage::new().await?;
    stage.start().await?;
    stage.emulate(Theme::Dark, 320, 740).await?;
    let long = "Donaudampfschifffahrt".repeat(10)[..200].to_owned();
    stage.open("#/milestones/new").await?;
    stage.paste_into("What did you reach?", &long).await?;
    stage.tap("I reached this").await?;
    stage.heading(&long).await?;
    stage.fits_the_screen().await?;
    stage.tap("Make a card to keep").await?;
    stage.heading("A card to keep").await?;
    stage.fits_the_screen().await?;
    let outside = "(() => {
        const card = document.querySelector('.keepsake svg').getBoundingClientRect();
        return [...document.querySelectorAll('.keepsake text')]
            .map(line => line.getBoundingClientRect())
            .filter(({ left, right, top, bottom }) => left < card.left || right > card.right
                || top < card.top || bottom > card.bottom).length;
    })()";
    ensure!(
        stage.evaluate(outside).await? == json!(0),
        "words stick out"
    );
    let said =
        "[...document.querySelectorAll('.keepsake text')].map(line => line.textContent).join('')";
    ensure!(stage.evaluate(said).await? == json!(long), "words are lost");
    stage.finish().await
}

#[tokio::test]
async fn paper_gets_the_card_alone() -> Result<()> {
    let stage = Stage::new().await?;
    stage.start().await?;
    mark(&stage, "MA09", "I have my own key.").await?;
    stage.tap("Make a card to keep").await?;
    stage.heading("A card to keep").await?;
    stage
        .evaluate("void (window.print = () => window.printed = true)")
        .await?;
    stage.tap("Print").await?;
    ensure!(stage.evaluate("window.printed ?? false").await? == json!(true));
    let paper = json!({ "media": "print" });
    stage.devtools("Emulation.setEmulatedMedia", paper).await?;
    let text = stage.text().await?;
    ensure!(text == "I have my own key.", "paper shows {text:?}");
    let colours = "[...new Set([...document.querySelectorAll('.keepsake svg *')].flatMap(one => {
        const { fill, stroke } = getComputedStyle(one);
        return [fill, stroke];
    }))].sort()";
    let colours = stage.evaluate(colours).await?;
    ensure!(colours == json!(["none", "rgb(0, 0, 0)"]), "{colours}");
    stage.finish().await
}
