//! Node and npm: whether they are here, and a folder's packages, installed when its lock changed.

use std::path::Path;
use std::process::Command;

use anyhow::{Result, bail};

use crate::process::{self, Output};
use crate::stamp::Stamp;

/// What Next.js asks for.
const OLDEST_NODE: (u32, u32) = (20, 9);

/// Says plainly what to install when Node or npm is missing or too old.
pub(crate) fn require() -> Result<()> {
    let (major, minor) = OLDEST_NODE;
    let wanted = format!("install Node.js {major}.{minor} or newer (https://nodejs.org), which brings npm");
    let Some(version) = process::ask("node", &["--version"]) else {
        bail!("Node.js is not installed: {wanted}");
    };
    if parse_version(&version).is_none_or(|found| found < OLDEST_NODE) {
        bail!("Node.js {version} is too old: {wanted}");
    }
    if process::ask("npm", &["--version"]).is_none() {
        bail!("npm is not installed: {wanted}");
    }
    Ok(())
}

/// Installs the packages of a folder exactly as locked, unless that was done already.
pub(crate) fn install(folder: &Path, output: &mut Output) -> Result<()> {
    let inputs = [folder.join("package.json"), folder.join("package-lock.json")];
    let stamp = Stamp::of(&inputs, folder.join("node_modules/.atelier-installed"))?;
    if stamp.is_fresh() {
        return Ok(());
    }
    output.run(npm(folder).args(["ci", "--no-audit", "--no-fund"]))?;
    stamp.keep()
}

/// `npm` in a folder of ours.
pub(crate) fn npm(folder: &Path) -> Command {
    quiet(Command::new("npm"), folder)
}

/// `npx` in a folder of ours; runs only what is installed there.
pub(crate) fn npx(folder: &Path) -> Command {
    let mut command = quiet(Command::new("npx"), folder);
    command.arg("--no-install");
    command
}

fn quiet(mut command: Command, folder: &Path) -> Command {
    command
        .current_dir(folder)
        .env("NEXT_TELEMETRY_DISABLED", "1")
        .env("NPM_CONFIG_UPDATE_NOTIFIER", "false")
        // The browser tests use the system's Chromium.
        .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    if process::in_ci() {
        command.env("NO_COLOR", "1");
    }
    command
}

/// `v20.9.0` as (20, 9).
fn parse_version(text: &str) -> Option<(u32, u32)> {
    let mut parts = text.trim().trim_start_matches('v').split('.');
    Some((parts.next()?.parse().ok()?, parts.next()?.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn node_versions_compare_by_number() {
        assert_eq!(parse_version("v20.9.0\n"), Some((20, 9)));
        assert!(parse_version("v20.20.2") > Some(OLDEST_NODE));
        assert!(parse_version("v18.19.0") < Some(OLDEST_NODE));
        assert_eq!(parse_version("nightly"), None);
    }
}
