//! Inside another page the app starts nothing and shows one link: browsers keep a framed page's storage apart.
use anyhow::{Result, ensure};
use journeys::deploy::{Host, Version};
use journeys::{SUBPATH, Server, Stage};
use std::fs;

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

#[tokio::test]
async fn in_a_page_of_the_same_origin() -> Result<()> {
    let host = host()?;
    let stage = Stage::serving(host.folder()).await?;
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
        let only_the_link = serde_json::json!([LINK, 0, [[app, "_blank", "noopener"]]]);
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
    // Another port is another origin. The watch minds the address that the tab goes to, so nothing is judged here.
    stage.open("").await?;
    stage.is_started().await?;
    let before = stage.server().requests().len();
    stage
        .evaluate(&format!("void (location.href = {:?})", other.url()))
        .await?;
    stage
        .wait_until("the frame has loaded what a closed app needs", async || {
            let requests = stage.server().requests();
            Ok(requests[before..]
                .iter()
                .any(|request| request.path.ends_with("start.js")))
        })
        .await?;
    stage.press_in_frame(LINK).await?;
    Ok(())
}

trait Frame {
    async fn press_in_frame(&self, name: &str) -> Result<()>;
}

impl Frame for Stage {
    /// Taps the middle of the frame, where the one link is, and finds the app in a tab of its own.
    async fn press_in_frame(&self, _name: &str) -> Result<()> {
        let middle = "(({ left, top, width, height }) => [left + width / 2, top + height / 2])
            (document.querySelector('iframe').getBoundingClientRect())";
        let middle: (f64, f64) = serde_json::from_value(self.evaluate(middle).await?)?;
        self.wait_until("a tap opens the app in a tab of its own", async || {
            for kind in ["mousePressed", "mouseReleased"] {
                let tap = serde_json::json!({
                    "type": kind, "x": middle.0, "y": middle.1, "button": "left", "clickCount": 1,
                });
                self.devtools("Input.dispatchMouseEvent", tap).await?;
            }
            Ok(self.go_to_tab(1).await.is_ok())
        })
        .await?;
        self.is_started().await?;
        let alone = "opener === null && self === top";
        ensure!(
            self.evaluate(alone).await? == true,
            "the tab can be reached by the page that framed it"
        );
        Ok(())
    }
}
