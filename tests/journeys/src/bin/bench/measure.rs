//! Measures one journal in the app as it runs.
use anyhow::{Context, Result};
use journeys::Stage;
use serde_json::{Value, json};

/// How often the app is started.
pub(crate) const STARTS: usize = 7;
/// How long a start is watched after its first heading.
const MEANWHILE_MS: u32 = 3000;
/// How often a goal is ticked or un-ticked.
pub(crate) const TAPS: usize = 60;

/// What one journal costs. Times are milliseconds, sizes kilobytes or bytes.
pub(crate) struct Costs {
    pub(crate) records: usize,
    pub(crate) start: f64,
    pub(crate) long_tasks: f64,
    pub(crate) tap: f64,
    pub(crate) slowest: f64,
    pub(crate) bytes: f64,
    pub(crate) writes: f64,
    pub(crate) heap: f64,
    pub(crate) wasm: f64,
}

impl Costs {
    /// Each figure with its name.
    pub(crate) fn lines(&self) -> [(&'static str, f64); 9] {
        #[allow(clippy::cast_precision_loss, reason = "a count of thousands is exact")]
        let records = self.records as f64;
        [
            ("things in the journal, beside one goal", records),
            ("start: to the first heading with content, ms", self.start),
            (
                "start: longest task in the 3 s after it, ms",
                self.long_tasks,
            ),
            ("tap: time of its handlers, ms", self.tap),
            ("tap: the slowest, ms", self.slowest),
            ("tap: bytes of what it writes", self.bytes),
            ("tap: records that it writes", self.writes),
            ("memory: JavaScript heap, kB", self.heap),
            ("memory: wasm, kB", self.wasm),
        ]
    }
}

/// Notes, in every page from now on, when the app's own heading was there, which tasks took long, what
/// is written to `localStorage`, and where the memory of the wasm is.
const NOTES: &str = "
    const bench = (window.bench = { start: null, tasks: [], writes: [] });
    const seen = () => {
        if (bench.start || !document.documentElement?.hasAttribute('data-started')
            || !document.querySelector('#main h1')) return;
        requestAnimationFrame(() => requestAnimationFrame(() => (bench.start ??= performance.now())));
    };
    new MutationObserver(seen).observe(document, { childList: true, subtree: true, attributes: true });
    new PerformanceObserver((list) =>
        bench.tasks.push(...list.getEntries().map(({ startTime, duration }) => [startTime, duration])),
    ).observe({ type: 'longtask', buffered: true });
    const set = Storage.prototype.setItem;
    Storage.prototype.setItem = function (key, text) {
        bench.writes.push(new Blob([key, text]).size);
        set.call(this, key, text);
    };
    for (const way of ['instantiate', 'instantiateStreaming']) {
        const real = WebAssembly[way];
        WebAssembly[way] = async (...given) => {
            const made = await real.apply(WebAssembly, given);
            const exported = Object.values((made.instance ?? made).exports);
            bench.memory ??= exported.find((one) => one instanceof WebAssembly.Memory);
            return made;
        };
    }";

/// The goal that is ticked.
const TICK: &str = ".card.notice input[type=checkbox]";

pub(crate) async fn prepare(stage: &Stage) -> Result<()> {
    stage.before_each_page(NOTES).await?;
    stage.devtools("Performance.enable", json!({})).await?;
    Ok(())
}

/// The time to the first heading with content, and the longest task after it, each the median.
pub(crate) async fn starts(stage: &Stage) -> Result<(f64, f64)> {
    let (mut times, mut longest) = (Vec::new(), Vec::new());
    for _ in 0..STARTS {
        stage.leave_for_nowhere().await?;
        stage.open("#/").await?;
        stage
            .wait_until("the app has started", async || {
                Ok(stage.evaluate("window.bench?.start != null").await? == true)
            })
            .await?;
        // Time for the durable copy to be read and joined: what takes long meanwhile is asked for.
        let meanwhile = format!("new Promise(done => setTimeout(() => done(0), {MEANWHILE_MS}))");
        stage.evaluate(&meanwhile).await?;
        times.push(number(stage, "bench.start").await?);
        let after =
            "Math.max(0, ...bench.tasks.filter(([at]) => at > bench.start).map(([, ms]) => ms))";
        longest.push(number(stage, after).await?);
    }
    Ok((median(&mut times)?, median(&mut longest)?))
}

/// A tick's time (median and slowest), the bytes it writes and into how many records, each the median.
pub(crate) async fn taps(stage: &Stage) -> Result<(f64, f64, f64, f64)> {
    let tap = format!(
        "(async () => {{
            const tick = document.querySelector({TICK:?});
            bench.writes.length = 0;
            const before = performance.now();
            tick.click();
            const took = performance.now() - before;
            const status = document.querySelector('#status');
            do await new Promise(requestAnimationFrame); while (!status.textContent.includes('Saved'));
            const writes = bench.writes.slice();
            return [took, writes.reduce((sum, bytes) => sum + bytes, 0), writes.length];
        }})()"
    );
    let (mut times, mut bytes, mut writes) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..TAPS {
        let one: [f64; 3] = serde_json::from_value(stage.evaluate(&tap).await?)?;
        times.push(one[0]);
        bytes.push(one[1]);
        writes.push(one[2]);
    }
    let slowest = times.iter().copied().fold(0.0, f64::max);
    Ok((
        median(&mut times)?,
        slowest,
        median(&mut bytes)?,
        median(&mut writes)?,
    ))
}

/// The JavaScript heap in use and the memory of the wasm, in kilobytes.
pub(crate) async fn memory(stage: &Stage) -> Result<(f64, f64)> {
    stage
        .devtools("HeapProfiler.collectGarbage", json!({}))
        .await?;
    let metrics = stage.devtools("Performance.getMetrics", json!({})).await?;
    let metrics = metrics["metrics"].as_array().context("no metrics")?;
    let heap = metrics
        .iter()
        .find(|metric| metric["name"] == "JSHeapUsedSize");
    let heap = heap
        .and_then(|metric| metric["value"].as_f64())
        .context("no heap")?;
    let wasm = number(stage, "bench.memory.buffer.byteLength").await?;
    Ok((heap / 1000.0, wasm / 1000.0))
}

async fn number(stage: &Stage, expression: &str) -> Result<f64> {
    let value: Value = stage.evaluate(expression).await?;
    value
        .as_f64()
        .with_context(|| format!("{expression} is no number: {value}"))
}

fn median(values: &mut [f64]) -> Result<f64> {
    values.sort_by(f64::total_cmp);
    values
        .get(values.len() / 2)
        .copied()
        .context("nothing was measured")
}
