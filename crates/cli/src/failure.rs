//! How a command fails.

use std::process::ExitCode;

use atelier_base::{Coded, Kind};

/// A failure with its code, for people and for scripts.
pub(crate) struct Failure {
    code: &'static str,
    message: String,
    remedy: &'static str,
}

impl Failure {
    /// Prints the failure to stderr; the status of the process.
    #[expect(clippy::print_stderr, reason = "words of a command go to stderr")]
    pub(crate) fn report(self) -> ExitCode {
        eprintln!("error[{}]: {}", self.code, self.message);
        if !self.remedy.is_empty() {
            eprintln!("  {}", self.remedy);
        }
        ExitCode::FAILURE
    }

    /// A value of the command line that means nothing.
    pub(crate) fn of_argument(name: &str, error: &impl std::fmt::Display) -> Self {
        Self { code: "invalid_input", message: format!("{name}: {error}"), remedy: "" }
    }

    /// A failure of this machine that has no code of its own.
    pub(crate) fn of_io(doing: &str, error: &std::io::Error) -> Self {
        Self { code: "io", message: format!("could not {doing}: {error}"), remedy: "" }
    }
}

impl<E: Coded> From<E> for Failure {
    fn from(error: E) -> Self {
        let code = error.code();
        let remedy = if code.kind == Kind::Internal { "" } else { code.remedy };
        let mut message = error.to_string();
        let mut cause = error.source();
        while let Some(error) = cause {
            let text = error.to_string();
            if !message.ends_with(&text) {
                message = format!("{message}: {text}");
            }
            cause = error.source();
        }
        Self { code: code.name, message, remedy }
    }
}
