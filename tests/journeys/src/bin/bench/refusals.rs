//! Measures what the worst links and files cost until they are answered, on the slow processor.
use crate::SLOWER;
use crate::measure::prepare;
use anyhow::{Context, Result};
use journeys::Stage;

/// What comes in: its name, JavaScript for its text, and where it goes.
struct Worst {
    name: &'static str,
    text: &'static str,
    goes: Goes,
    /// How its answer starts.
    said: &'static str,
}

enum Goes {
    /// Into the address, as a link.
    IntoTheAddress,
    /// Into the field for a copy.
    AsACopy,
}

const LINK: &str = "This link does not work";
const NOT_OURS: &str = "This is not a copy made by this app.";
const COPY: &str = "{\"app\":\"waymark\",\"format\":1,\"made\":\"2026-11-21\",\"records\":[";

fn all() -> [Worst; 7] {
    use Goes::{AsACopy, IntoTheAddress};
    let worst = |name, text, goes, said| Worst {
        name,
        text,
        goes,
        said,
    };
    [
        worst(
            "a link with 8 kB of garbage",
            "'1.' + 'W1tb'.repeat(2000)",
            IntoTheAddress,
            LINK,
        ),
        worst(
            "a link of 2 MB",
            "'1.' + 'A'.repeat(2e6)",
            IntoTheAddress,
            LINK,
        ),
        worst("a file 100,000 deep", "'['.repeat(1e5)", AsACopy, NOT_OURS),
        worst(
            "a file that is a text of 10 MB",
            "JSON.stringify('x'.repeat(1e7))",
            AsACopy,
            NOT_OURS,
        ),
        worst(
            "a copy with a text of 10 MB",
            "COPY + JSON.stringify('x'.repeat(1e7)) + ']}'",
            AsACopy,
            "A copy from",
        ),
        worst(
            "a copy with a million records",
            "COPY + '{},'.repeat(1e6) + '{}]}'",
            AsACopy,
            "A copy from",
        ),
        worst(
            "a file of 20 MB and one byte",
            "' '.repeat(20000001)",
            AsACopy,
            "This file is too large",
        ),
    ]
}

/// Prints, for each, how long it takes to be answered and how large the program's memory is then.
pub(crate) async fn print() -> Result<()> {
    println!(
        "\n{:<44} {:>12} {:>12} {:>12}",
        "until it is answered", "ms", "wasm, MB", "before, MB"
    );
    for worst in all() {
        let stage = Stage::new().await?;
        stage.start().await?;
        prepare(&stage).await?;
        stage.leave_for_nowhere().await?;
        stage.open("#/more/kept").await?;
        stage.sees("Choose the file").await?;
        let before = megabytes(&stage).await?;
        stage.slow_down(SLOWER).await?;
        let took = stage.evaluate(&script(&worst)).await?;
        let took = took.as_f64().context("no time")?;
        let after = megabytes(&stage).await?;
        println!(
            "{:<44} {took:>12.0} {after:>12.1} {before:>12.1}",
            worst.name
        );
    }
    Ok(())
}

/// Makes the text, gives it to the app, and tells how long its answer took.
fn script(worst: &Worst) -> String {
    let give = match worst.goes {
        Goes::IntoTheAddress => "location.hash = '/add/' + text",
        Goes::AsACopy => {
            "(field => {
                field.files = files.files;
                field.dispatchEvent(new Event('change', { bubbles: true }));
            })([...document.querySelectorAll('input[type=file]')]
                .find(({ labels }) => labels[0].textContent.includes('Choose the file')))"
        }
    };
    format!(
        "new Promise(done => {{
            const COPY = {COPY:?};
            const text = {};
            const files = new DataTransfer();
            files.items.add(new File([text], 'diary.json'));
            const start = performance.now();
            const look = () => {{
                if (!document.querySelector('#main')?.textContent.includes({:?})) return;
                watch.disconnect();
                requestAnimationFrame(() => done(performance.now() - start));
            }};
            const watch = new MutationObserver(look);
            watch.observe(document.body, {{ childList: true, subtree: true, characterData: true }});
            {give};
        }})",
        worst.text, worst.said
    )
}

async fn megabytes(stage: &Stage) -> Result<f64> {
    let bytes = stage.evaluate("bench.memory.buffer.byteLength").await?;
    Ok(bytes.as_f64().context("no memory")? / 1e6)
}
