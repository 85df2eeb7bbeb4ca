//! Inside another page the app starts nothing and shows one link: browsers keep a framed page's storage apart.
use anyhow::{Result, ensure};
use journeys::deploy::{Host, Version};
use journeys::{Engine, SUBPATH, Server, Stage};
use serde_json::json;
use std::fs;

journeys::on_every_engine! {
    in_a_page_of_the_same_origin
}

/// A page with the app in a frame, 300 px high.
fn parent(app: &str) -> String {
    format!(
        "<!doctype html><title>Parent</title><link rel=icon href=data:,><iframe src=\"{app}\" width=300 height=300></iframe>"
    )
}

/// The app on a host that sends no headers, so that nothing but the page itself minds the frame.
fn host() -> Result<Host> {
    let host = Host::with(&Version::built()?.without("_headers"))?;
    fs::write(host.folder().join("parent.html"), parent("./index.html"))?;
    fs::write(
        host.folder().join("rescue-parent.html"),
        parent("./rescue.html"),
    )?;
    Ok(host)
}

const LINK: &str = "Open in a tab of its own";

async fn in_a_page_of_the_same_origin(engine: Engine) -> Result<()> {
    let host = host()?;
    let stage = Stage::serving_on(engine, host.folder()).await?;
    stage.start().await?;
    stage.log_first().await?;
    for page in ["parent.html", "rescue-parent.html"] {
        stage.open(page).await?;
        let seen = "(inside => [inside.document.body.innerText.trim(),
            inside.document.querySelectorAll('script[type=module]').length,
            [...inside.document.querySelectorAll('a[href], button')]
                .filter(one => one.checkVisibility({ visibilityProperty: true }))
                .map(({ href, target, rel }) => [href, target, rel])])(frames[0])";
        let app = stage.server().url();
        let only_the_link = json!([LINK, 0, [[app, "_blank", "noopener"]]]);
        stage
            .wait_until("there is one link, and nothing else", async || {
                Ok(stage.evaluate(seen).await? == only_the_link)
            })
            .await?;
        let shift = "(inside => { for (let i = 0; i < 3; i += 1)
            inside.dispatchEvent(new inside.KeyboardEvent('keyup', { key: 'Shift' })); })(frames[0])";
        stage.evaluate(shift).await?;
        ensure!(
            stage.evaluate(seen).await? == only_the_link,
            "Leave is at work in a frame"
        );
    }
    stage.finish().await
}

#[tokio::test]
async fn in_a_page_of_another_origin() -> Result<()> {
    let host = host()?;
    let other = tempfile::tempdir()?;
    let stage = Stage::serving(host.folder()).await?;
    fs::write(
        other.path().join("index.html"),
        parent(&stage.server().url()),
    )?;
    let other = Server::start(other.path(), SUBPATH, 0)?;
    // Another port is another origin. No journey may go there, so this one ends without being judged.
    stage.open("").await?;
    stage
        .evaluate(&format!("void (location.href = {:?})", other.url()))
        .await?;
    the_link_opens_a_tab(&stage).await
}

/// Taps the middle of the frame, where the one link is, and finds the app in a tab of its own.
async fn the_link_opens_a_tab(stage: &Stage) -> Result<()> {
    let middle = "(({ left, top, width, height }) => [left + width / 2, top + height / 2])
        (document.querySelector('iframe').getBoundingClientRect())";
    stage
        .wait_until("a tap opens the app in a tab of its own", async || {
            let (x, y): (f64, f64) = serde_json::from_value(stage.evaluate(middle).await?)?;
            for kind in ["mousePressed", "mouseReleased"] {
                let tap =
                    json!({ "type": kind, "x": x, "y": y, "button": "left", "clickCount": 1 });
                stage.devtools("Input.dispatchMouseEvent", tap).await?;
            }
            Ok(stage.go_to_tab(1).await.is_ok())
        })
        .await?;
    stage.is_started().await?;
    let alone = stage.evaluate("opener === null && self === top").await?;
    ensure!(alone == true, "the page that framed it can reach the tab");
    Ok(())
}
