//! Every direct dependency has a reason in `docs/dependencies.md`, the crates in the program do not grow in number, and
//! nothing that came from npm is shipped.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs, io};

const REASONS: &str = include_str!("../docs/dependencies.md");
const NPM: &str = include_str!("tools/package.json");
/// What calls `build CRATE …` to compile a tool.
const INSTALLERS: [&str; 3] = [
    include_str!("../.ci/install-tools"),
    include_str!("../.ci/install-browsers"),
    include_str!("../.ci/fuzz"),
];

#[test]
fn each_has_a_line_and_no_line_is_left_over() -> io::Result<()> {
    let mut used: BTreeSet<String> = INSTALLERS.iter().flat_map(|text| tools(text)).collect();
    used.extend(npm(NPM));
    for file in named(Path::new("."), OsStr::new("Cargo.toml"))? {
        used.extend(crates(&fs::read_to_string(file)?));
    }
    let explained = explained(REASONS);
    let missing: Vec<_> = used.difference(&explained).collect();
    let left_over: Vec<_> = explained.difference(&used).collect();
    assert!(missing.is_empty(), "without a reason: {missing:?}");
    assert!(left_over.is_empty(), "no longer used: {left_over:?}");
    Ok(())
}

#[test]
fn the_program_is_made_of_no_more_crates() -> io::Result<()> {
    // Macros run in the compiler: they are not in the program.
    let tree = "tree --locked -p waymark --target wasm32-unknown-unknown -e normal,no-proc-macro --prefix none";
    let said = Command::new(env!("CARGO")).args(tree.split(' ')).output()?;
    let problem = String::from_utf8_lossy(&said.stderr);
    assert!(said.status.success(), "{problem}");
    let list = String::from_utf8_lossy(&said.stdout);
    let crates: BTreeSet<_> = list.lines().map(|line| line.replace(" (*)", "")).collect();
    let after = REASONS
        .split_once("Crates in the WebAssembly: at most ")
        .map(|(_, after)| after);
    let most = after.and_then(|after| after.split_once('.')?.0.parse().ok());
    assert!(
        Some(crates.len()) <= most,
        "{} crates, and docs/dependencies.md allows {most:?}: {crates:#?}",
        crates.len()
    );
    Ok(())
}

/// Says nothing before the release is built, and where the npm tools are not there: `make check` has both.
#[test]
fn nothing_from_npm_is_shipped() -> io::Result<()> {
    let (Ok(shipped), Some(npm)) = (fs::read_dir("dist"), env::var_os("WAYMARK_NPM")) else {
        return Ok(());
    };
    let shipped: Vec<(PathBuf, Vec<u8>)> = shipped
        .map(|entry| {
            let path = entry?.path();
            let bytes = fs::read(&path)?;
            Ok((path, bytes))
        })
        .collect::<io::Result<_>>()?;
    for file in files(Path::new(&npm))? {
        let length = fs::metadata(&file).map_or(0, |about| about.len());
        let alike = |bytes: &Vec<u8>| bytes.len() as u64 == length && !bytes.is_empty();
        for (name, bytes) in shipped.iter().filter(|(_, bytes)| alike(bytes)) {
            let is_same = fs::read(&file)? == *bytes;
            assert!(!is_same, "{} is {}", name.display(), file.display());
        }
    }
    Ok(())
}

#[test]
fn what_is_named_is_found() {
    let manifest = "[package]\nname = \"a\"\n[dependencies]\nserde = \"1\"\nweb-sys = { features = [\n  \"Blob\",\n] }\n\
        [target.'cfg(unix)'.dev-dependencies]\n# why\nlibc = \"1\"\n[build-dependencies.cc]\nversion = \"1\"\n\
        [profile.release]\nlto = true\n[patch.crates-io]\nx = { path = \"x\" }";
    assert_eq!(crates(manifest), ["serde", "web-sys", "libc", "cc", "x"]);
    assert_eq!(
        tools("have a b\nbuild trunk \"$V\" trunk\n  build x"),
        ["trunk", "x"]
    );
    assert_eq!(
        npm(
            "{\"devDependencies\": {\n \"a\": \"1\",\n \"b\": \"2\"\n}, \"overrides\": {\n \"c\": \"1\" } }"
        ),
        ["a", "b"]
    );
    let rows = "| crate | licence | why |\n|---|---|---|\n| `a` | MIT | it reads |\n| `b` | MIT | |\n| `c` | | why |";
    assert_eq!(explained(rows), BTreeSet::from(["a".to_owned()]));
}

/// The crates that a `Cargo.toml` asks for.
fn crates(manifest: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut is_list = false;
    for line in manifest.lines() {
        if let Some(header) = line.strip_prefix('[') {
            let header = header.trim_end_matches(']');
            is_list = header.ends_with("dependencies") || header.starts_with("patch.");
            let one = header
                .rsplit_once('.')
                .filter(|(list, _)| list.ends_with("dependencies"));
            found.extend(one.map(|(_, name)| name.to_owned()));
        } else if is_list && line.starts_with(|first: char| first.is_ascii_alphanumeric()) {
            let name = line
                .split_once([' ', '=', '.'])
                .map_or(line, |(name, _)| name);
            found.push(name.to_owned());
        }
    }
    found
}

/// The tools that a script compiles.
fn tools(script: &str) -> Vec<String> {
    let calls = script
        .lines()
        .filter_map(|line| line.trim_start().strip_prefix("build "));
    calls
        .filter_map(|call| call.split(' ').next())
        .map(ToOwned::to_owned)
        .collect()
}

/// The packages that a `package.json` asks for.
fn npm(manifest: &str) -> Vec<String> {
    let lists = manifest.split("ependencies\": {").skip(1);
    let lists = lists.filter_map(|rest| rest.split('}').next());
    let lines = lists.flat_map(str::lines);
    let names = lines.filter_map(|line| line.trim().strip_prefix('"')?.split('"').next());
    names.map(ToOwned::to_owned).collect()
}

/// The names in the first column of tables, where a licence and a reason stand beside them.
fn explained(text: &str) -> BTreeSet<String> {
    let rows = text.lines().filter_map(|line| {
        let mut cells = line.split('|').skip(1).map(str::trim);
        let name = cells.next()?.strip_prefix('`')?.strip_suffix('`')?;
        let (licence, why) = (cells.next()?, cells.next()?);
        (!licence.is_empty() && !why.is_empty()).then(|| name.to_owned())
    });
    rows.collect()
}

/// The files of this name in a folder and those under it.
fn named(folder: &Path, name: &OsStr) -> io::Result<Vec<PathBuf>> {
    let mut found = files(folder)?;
    found.retain(|file| file.file_name() == Some(name));
    Ok(found)
}

/// All files in a folder and those under it, but for hidden folders and what was built.
fn files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let (path, name) = (entry.path(), entry.file_name());
        let is_left_out = name == "target" || name.to_string_lossy().starts_with('.');
        if !entry.file_type()?.is_dir() {
            found.push(path);
        } else if !is_left_out {
            found.extend(files(&path)?);
        }
    }
    Ok(found)
}
