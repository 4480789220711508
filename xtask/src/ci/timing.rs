//! The table of times at the end of a run.

use std::fmt;
use std::time::Duration;

/// What ran, how long, and whether it passed.
pub(crate) struct Timings {
    rows: Vec<(String, Duration, bool)>,
}

impl Timings {
    pub(crate) fn new() -> Self {
        Self { rows: Vec::new() }
    }

    pub(crate) fn record(&mut self, step: String, took: Duration, passed: bool) {
        self.rows.push((step, took, passed));
    }
}

impl fmt::Display for Timings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "step      seconds")?;
        for (step, took, passed) in &self.rows {
            let verdict = if *passed { "" } else { "  FAILED" };
            writeln!(f, "{step:<8} {:>8.1}{verdict}", took.as_secs_f64())?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn table_shows_seconds_and_what_failed() {
        let mut timings = Timings::new();
        timings.record("fmt".to_owned(), Duration::from_millis(1240), true);
        timings.record("clippy".to_owned(), Duration::from_secs(61), false);
        let shown = timings.to_string();
        assert_eq!(shown, "step      seconds\nfmt           1.2\nclippy       61.0  FAILED\n");
    }
}
