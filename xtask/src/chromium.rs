//! The browser of the browser tests: Debian's Chromium.

use std::path::Path;
use std::process::Command;

use anyhow::{Result, bail};

use crate::process;

const PROGRAM: &str = "/usr/bin/chromium";

/// Says plainly what to install when the browser is missing.
pub(crate) fn require() -> Result<()> {
    if Path::new(PROGRAM).exists() {
        return Ok(());
    }
    bail!("{PROGRAM} is missing, the browser tests need it: `sudo apt-get install chromium fonts-liberation`")
}

/// Installs the browser where we may, and otherwise says what to install.
pub(crate) fn install() -> Result<()> {
    if !Path::new(PROGRAM).exists() {
        // Without a font every glyph is an empty box, and contrast and layout checks mean nothing.
        from_debian(&["chromium", "fonts-liberation"])?;
    }
    require()
}

/// Installs packages of Debian's where we may; elsewhere nothing happens.
pub(crate) fn from_debian(packages: &[&str]) -> Result<()> {
    let root = process::ask("id", &["-u"]).as_deref() == Some("0");
    let debian = process::ask("apt-get", &["--version"]).is_some();
    if root && debian {
        process::run(apt_get().arg("update"))?;
        process::run(apt_get().args(["install", "--yes", "--no-install-recommends"]).args(packages))?;
    }
    Ok(())
}

fn apt_get() -> Command {
    let mut command = Command::new("apt-get");
    command.arg("--quiet").env("DEBIAN_FRONTEND", "noninteractive");
    command
}
