//! Accessibility by axe-core, which comes with the project's npm test tools; and where those are.
use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;
use std::path::PathBuf;
use std::{env, fs};

/// What to run, but for these rules; the answer is only what a report needs, because the whole is megabytes.
pub(crate) fn run(but: &[&str]) -> String {
    let off: Vec<_> = but
        .iter()
        .map(|rule| format!("'{rule}': {{ enabled: false }}"))
        .collect();
    format!(
        "axe.run(document, {{
            runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
            rules: {{ {} }},
            resultTypes: ['violations'],
        }}).then(({{ passes, violations }}) => ({{
            passes: passes.length,
            violations: violations.map(({{ id, help, nodes }}) =>
                ({{ id, help, targets: nodes.map(node => node.target.join(' ')) }})),
        }}))",
        off.join(", ")
    )
}

/// The text of axe-core.
pub(crate) fn script() -> Result<String> {
    Ok(fs::read_to_string(npm_tool("axe-core/axe.min.js")?)?)
}

/// A file of the project's npm test tools.
pub fn npm_tool(name: &str) -> Result<PathBuf> {
    let found = folders()?
        .into_iter()
        .map(|folder| folder.join(name))
        .find(|file| file.is_file());
    found.with_context(|| format!("{name} is not installed: `make tools` does it"))
}

/// Where the npm test tools may be: the folder named by `WAYMARK_NPM`, else the newest by name in
/// the project's cache.
fn folders() -> Result<Vec<PathBuf>> {
    if let Some(folder) = env::var_os("WAYMARK_NPM") {
        let folder = PathBuf::from(folder);
        return Ok(vec![folder.join("node_modules"), folder]);
    }
    let home = env::var_os("HOME").context("HOME is not set")?;
    let cache = PathBuf::from(home).join(".cache/waymark");
    let entries = fs::read_dir(cache).into_iter().flatten().flatten();
    let ours = entries.filter(|entry| entry.file_name().to_string_lossy().starts_with("npm-"));
    let mut folders: Vec<_> = ours
        .map(|entry| entry.path().join("node_modules"))
        .collect();
    folders.sort();
    folders.reverse();
    Ok(folders)
}

/// Fails with each broken rule and where it is broken.
pub(crate) fn judge(result: &Value) -> Result<()> {
    ensure!(
        result["passes"].as_u64() > Some(0),
        "axe did not look at anything"
    );
    let violations = result["violations"]
        .as_array()
        .map_or(&[][..], Vec::as_slice);
    if violations.is_empty() {
        return Ok(());
    }
    let lines: Vec<_> = violations
        .iter()
        .map(|rule| {
            format!(
                "\n  {}: {} at {}",
                rule["id"], rule["help"], rule["targets"]
            )
        })
        .collect();
    bail!("axe-core found what shuts people out:{}", lines.concat())
}
