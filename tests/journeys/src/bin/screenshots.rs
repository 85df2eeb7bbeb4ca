//! `screenshots`: draws the pictures of the README into `docs/screenshots/`.
//! `screenshots --all DIR`: draws every screen, light and dark, on a phone and on a wide screen, of a
//! new person and with a week, each as long as it is.
use anyhow::{Context, Result, bail};
use journeys::{Stage, Theme, every_address, seed};
use std::fs;
use std::path::Path;
use waymark::domain::journal::Journal;

const PHONE: (u32, u32) = (360, 740);
const SIZES: [(u32, u32); 2] = [PHONE, (1280, 800)];

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let words: Vec<_> = std::env::args().skip(1).collect();
    match words.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [] => readme(Path::new("docs/screenshots")).await,
        ["--all", folder] => all(Path::new(folder)).await,
        _ => bail!("usage: screenshots [--all DIR]"),
    }
}

/// The two pictures of the README, at twice the density.
async fn readme(folder: &Path) -> Result<()> {
    fs::create_dir_all(folder)?;
    let mut stage = Stage::new().await?;
    let today = stage.start().await?;
    stage.fill(&seed::week(today), today).await?;
    stage.start().await?;
    stage.tap("Not now").await?; // the offer of a copy
    for (address, name, seen) in [
        ("#/", "today.png", "Add to Connect"),
        ("#/look-back", "look-back.png", "Earlier"),
    ] {
        show(&stage, address).await?;
        stage.zoom(2).await?;
        stage
            .wait_until(&format!("{seen:?} is there"), async || {
                Ok(stage.buttons().await?.iter().any(|button| button == seen))
            })
            .await?;
        stage.screenshot(&folder.join(name)).await?;
    }
    stage.finish().await
}

async fn all(folder: &Path) -> Result<()> {
    for (kind, full) in [("new", false), ("week", true)] {
        let mut stage = Stage::new().await?;
        let today = stage.start().await?;
        let journal = if full {
            seed::with_parts(today)
        } else {
            Journal::default()
        };
        if full {
            stage.fill(&journal, today).await?;
        }
        for theme in [Theme::Light, Theme::Dark] {
            for (width, height) in SIZES {
                let name = format!("{kind}-{theme:?}-{width}").to_lowercase();
                let folder = folder.join(name);
                fs::create_dir_all(&folder)?;
                for (place, address) in every_address(&journal, today).iter().enumerate() {
                    stage.emulate(theme, width, height).await?;
                    show(&stage, address).await?;
                    let long = stage
                        .evaluate("document.scrollingElement.scrollHeight")
                        .await?;
                    let long = u32::try_from(long.as_u64().context("no height")?)?;
                    stage.emulate(theme, width, long.max(height)).await?;
                    let file = format!(
                        "{place:02}{}.png",
                        address.trim_start_matches('#').replace('/', "-")
                    );
                    stage.screenshot(&folder.join(file)).await?;
                }
            }
        }
        stage.finish().await?;
    }
    Ok(())
}

/// Opens a screen as a new visit, with nothing said at its foot.
async fn show(stage: &Stage, address: &str) -> Result<()> {
    stage.open(address).await?;
    stage.reload().await?;
    stage.heading_is_there().await?;
    Ok(())
}
