//! Running other programs: each is shown before it starts, and a failure names it.

use std::ffi::OsString;
use std::io::Read;
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

/// Where the output of a program goes.
pub(crate) enum Output {
    /// To the terminal, as it comes.
    Shown,
    /// Into this text, for a step that runs beside another.
    Kept(String),
}

impl Output {
    /// Says a line where the programs say theirs.
    pub(crate) fn say(&mut self, line: &str) {
        match self {
            Self::Shown => eprintln!("{line}"),
            Self::Kept(text) => {
                text.push_str(line);
                text.push('\n');
            }
        }
    }

    /// Runs a program to its end; an exit code other than 0 is an error.
    pub(crate) fn run(&mut self, command: &mut Command) -> Result<()> {
        let shown = describe(command);
        self.say(&format!("$ {shown}"));
        let status = match self {
            Self::Shown => command.status().with_context(|| format!("cannot start `{shown}`"))?,
            Self::Kept(text) => {
                // One pipe for both streams keeps their lines in order.
                let (mut from, to) = std::io::pipe()?;
                command.stdin(Stdio::null()).stdout(to.try_clone()?).stderr(to);
                let mut child = command.spawn().with_context(|| format!("cannot start `{shown}`"))?;
                // The command still holds our writing ends; while it does, reading never ends.
                command.stdout(Stdio::null()).stderr(Stdio::null());
                let mut bytes = Vec::new();
                from.read_to_end(&mut bytes)?;
                text.push_str(&String::from_utf8_lossy(&bytes));
                child.wait()?
            }
        };
        if !status.success() {
            bail!("`{shown}` failed ({status})");
        }
        Ok(())
    }
}

/// Runs a program with its output shown.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    Output::Shown.run(command)
}

/// Runs a program and hands back what it wrote to stdout; stderr is shown.
pub(crate) fn read(command: &mut Command) -> Result<Vec<u8>> {
    let shown = describe(command);
    let output =
        command.stderr(Stdio::inherit()).output().with_context(|| format!("cannot start `{shown}`"))?;
    if !output.status.success() {
        bail!("`{shown}` failed ({})", output.status);
    }
    Ok(output.stdout)
}

/// What a program says when asked politely, or nothing when it is absent or fails.
pub(crate) fn ask(program: &str, arguments: &[&str]) -> Option<String> {
    let output = Command::new(program).args(arguments).stderr(Stdio::null()).output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    output.status.success().then(|| text.trim().to_owned())
}

/// `cargo`, the one that runs us, at the top of the repository.
pub(crate) fn cargo(root: &Path) -> Command {
    let mut command = Command::new(cargo_program());
    command.current_dir(root);
    if in_ci() {
        command.env("CARGO_TERM_COLOR", "never");
    }
    command
}

/// Whether `cargo nextest` is installed.
pub(crate) fn has_nextest() -> bool {
    let mut command = Command::new(cargo_program());
    command.args(["nextest", "--version"]).stdout(Stdio::null()).stderr(Stdio::null());
    command.status().is_ok_and(|status| status.success())
}

/// Whether a machine watches: no colours, no questions.
pub(crate) fn in_ci() -> bool {
    std::env::var("CI").is_ok_and(|value| value == "true")
}

fn cargo_program() -> OsString {
    std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into())
}

fn describe(command: &Command) -> String {
    let name = Path::new(command.get_program()).file_name().unwrap_or(command.get_program());
    let mut shown = name.to_string_lossy().into_owned();
    for argument in command.get_args() {
        shown.push(' ');
        shown.push_str(&argument.to_string_lossy());
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kept_output_has_both_streams_in_order() -> Result<()> {
        let mut output = Output::Kept(String::new());
        output.run(Command::new("sh").args(["-c", "echo one; echo two >&2; echo three"]))?;
        let Output::Kept(text) = output else { bail!("output changed its kind") };
        assert!(text.ends_with("one\ntwo\nthree\n"), "{text}");
        Ok(())
    }

    #[test]
    fn failure_names_the_program_and_its_code() {
        let mut output = Output::Kept(String::new());
        let error = output.run(Command::new("sh").args(["-c", "exit 3"])).map_err(|error| error.to_string());
        assert_eq!(error, Err("`sh -c exit 3` failed (exit status: 3)".to_owned()));
    }
}
