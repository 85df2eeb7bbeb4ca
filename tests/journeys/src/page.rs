//! Asking the page, by the script that finds things as a person does.
use crate::wait::{PATIENCE, until};
use anyhow::{Context, Result, anyhow, bail, ensure};
use serde_json::{Value, json};
use thirtyfour::{WebDriver, WebElement};

/// A link of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// What it is called.
    pub name: String,
    /// Where it leads, as it is written.
    pub href: String,
    /// What it says of that place; empty when nothing.
    pub rel: String,
    /// Where it opens; empty for here.
    pub target: String,
}

/// Before each question, because a page may have been loaded since the last one.
const SCRIPT: &str = include_str!("page.js");

/// Calls one function of the script; a `problem` in its answer is an error.
async fn call(driver: &WebDriver, function: &str, arguments: Vec<Value>) -> Result<Value> {
    let script = format!("{SCRIPT}return page.{function}(...arguments)");
    let answer = driver.execute(script, arguments).await?.json().clone();
    match answer["problem"].as_str() {
        Some(problem) => bail!("{problem}"),
        None => Ok(answer),
    }
}

/// What to tap for the one thing of `kind` with this name, scrolled into sight.
pub(crate) async fn target(
    driver: &WebDriver,
    kind: &str,
    name: &str,
    region: Option<&str>,
) -> Result<WebElement> {
    let found = call(
        driver,
        "target",
        vec![json!(kind), json!(name), json!(region)],
    )
    .await?;
    Ok(WebElement::from_json(found, driver.handle().clone())?)
}

/// Fails when the last tap on a target went past it, because the page moved under the finger: the
/// drivers of Chromium and Firefox see to that, that of WebKit does not always.
pub(crate) async fn tap_has_arrived(driver: &WebDriver) -> Result<()> {
    until(PATIENCE / 20, async || {
        let missed = driver.execute("return window.tapHasArrived === false", vec![]);
        // No answer: the tap led to another page, which is on its way.
        let missed = missed.await.is_ok_and(|missed| *missed.json() == true);
        ensure!(!missed, "the tap went past it");
        Ok(())
    })
    .await
}

/// Whether a tick or a choice is on.
pub(crate) async fn is_on(
    driver: &WebDriver,
    kind: &str,
    name: &str,
    region: Option<&str>,
) -> Result<bool> {
    let on = call(
        driver,
        "isOn",
        vec![json!(kind), json!(name), json!(region)],
    )
    .await?;
    on.as_bool()
        .ok_or_else(|| anyhow!("the {kind} \"{name}\" is neither on nor off"))
}

/// What a field holds.
pub(crate) async fn value(driver: &WebDriver, name: &str, region: Option<&str>) -> Result<String> {
    let answer = call(driver, "value", vec![json!(name), json!(region)]).await?;
    Ok(answer["value"].as_str().unwrap_or_default().to_owned())
}

/// Does `pick`, `select` or `paste` with a field.
pub(crate) async fn edit(
    driver: &WebDriver,
    how: &str,
    field: &WebElement,
    text: &str,
) -> Result<()> {
    call(driver, how, vec![field.to_json()?, json!(text)]).await?;
    Ok(())
}

/// Every word in sight, in the page or in a region, with single spaces.
pub(crate) async fn text(driver: &WebDriver, region: Option<&str>) -> Result<String> {
    let answer = call(driver, "text", vec![json!(region)]).await?;
    Ok(answer["text"].as_str().unwrap_or_default().to_owned())
}

/// One of the lists of texts: `headings` (of the first level) or `status` (live regions).
pub(crate) async fn texts(driver: &WebDriver, list: &str) -> Result<Vec<String>> {
    let answer = call(driver, list, vec![]).await?;
    Ok(serde_json::from_value(answer)?)
}

/// Every name of a kind, in the page or in a region, in order.
pub(crate) async fn names(
    driver: &WebDriver,
    kind: &str,
    region: Option<&str>,
) -> Result<Vec<String>> {
    let answer = call(driver, "names", vec![json!(kind), json!(region)]).await?;
    Ok(serde_json::from_value(answer)?)
}

/// Every link in the page or in a region, in order.
pub(crate) async fn links(driver: &WebDriver, region: Option<&str>) -> Result<Vec<Link>> {
    let answer = call(driver, "links", vec![json!(region)]).await?;
    let text = |link: &Value, field: &str| link[field].as_str().unwrap_or_default().to_owned();
    let links = answer.as_array().map_or(&[][..], Vec::as_slice).iter();
    Ok(links
        .map(|link| Link {
            name: text(link, "name"),
            href: text(link, "href"),
            rel: text(link, "rel"),
            target: text(link, "target"),
        })
        .collect())
}

/// The name, or else the words, of what has the focus; empty when nothing has.
pub(crate) async fn focus(driver: &WebDriver) -> Result<String> {
    let answer = call(driver, "focus", vec![]).await?;
    Ok(answer.as_str().unwrap_or_default().to_owned())
}

/// Adds what is on the page to an outcome that failed.
pub(crate) async fn explain<T>(driver: &WebDriver, outcome: Result<T>) -> Result<T> {
    let Err(error) = outcome else { return outcome };
    let inventory = call(driver, "inventory", vec![]).await;
    let page = match &inventory {
        Ok(inventory) => inventory.as_str().unwrap_or_default().to_owned(),
        Err(problem) => format!("\n  cannot be asked: {problem:#}"),
    };
    Err(anyhow!("{error:#}; the page:{page}"))
}

/// The value of a JavaScript expression, which may be a promise.
pub(crate) async fn evaluate(driver: &WebDriver, expression: &str) -> Result<Value> {
    let script = format!(
        "const done = arguments[0];
        (async () => ({expression}))().then(
            value => done({{ value: value ?? null }}),
            error => done({{ error: `${{error}}` }}));"
    );
    let answer = driver.execute_async(script, vec![]).await;
    let answer = answer.with_context(|| expression.to_owned())?;
    let mut outcome = answer.json().clone();
    let error = &outcome["error"];
    ensure!(error.is_null(), "{expression}: {error}");
    Ok(outcome["value"].take())
}
