//! Compiles `preload/shim.rs` with the same rustc into a library that browsers under test preload.
//! It is a crate of its own because it cannot do without `unsafe`, which everything else forbids.
use std::env::{self, var};
use std::io::{Error, Result};
use std::process::Command;

fn main() -> Result<()> {
    println!("cargo::rerun-if-changed=preload/shim.rs");
    let variable = |name: &str| var(name).map_err(Error::other);
    let library = format!("{}/libwaymark_shim.so", variable("OUT_DIR")?);
    println!("cargo::rustc-env=WAYMARK_SHIM={library}");
    // The browsers are driven on Linux alone; elsewhere the tools of this crate still build.
    if variable("CARGO_CFG_TARGET_OS")? != "linux" {
        return Ok(());
    }
    let compiler = env::var_os("RUSTC").unwrap_or("rustc".into());
    let status = Command::new(compiler)
        .args(["--edition=2024", "--crate-type=cdylib", "-Cpanic=abort"])
        .args(["-Copt-level=2", "-Cstrip=symbols", "preload/shim.rs", "-o"])
        .arg(&library)
        .status()?;
    if status.success() {
        Ok(())
    } else {
        Err(Error::other("preload/shim.rs does not compile"))
    }
}
