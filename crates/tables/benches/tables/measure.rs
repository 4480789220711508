//! Measured times and how they are shown.

use std::fmt::Write as _;
use std::future::Future;
use std::time::Duration;

/// Times of one operation.
#[derive(Default)]
pub(crate) struct Series(Vec<Duration>);

impl Series {
    pub(crate) fn push(&mut self, took: Duration) {
        self.0.push(took);
    }

    pub(crate) fn at(&self, percent: usize) -> f64 {
        let mut sorted = self.0.clone();
        sorted.sort_unstable();
        sorted[(sorted.len() - 1) * percent / 100].as_secs_f64() * 1e6
    }

    pub(crate) fn micros(&self, percent: usize) -> String {
        format!("{:.1}", self.at(percent))
    }
}

/// Ours beside the one by hand.
pub(crate) fn compare(title: &str, pairs: &[(&str, &Series, &Series)]) {
    let rows: Vec<_> = pairs
        .iter()
        .map(|(name, ours, by_hand)| {
            vec![
                (*name).to_owned(),
                ours.micros(50),
                by_hand.micros(50),
                format!("{:.2}x", ours.at(50) / by_hand.at(50)),
                ours.micros(99),
                by_hand.micros(99),
            ]
        })
        .collect();
    let heads = ["operation", "ours p50 us", "by hand p50 us", "ratio", "ours p99 us", "by hand p99 us"];
    table(title, &heads, &rows);
}

/// Prints rows in columns as wide as they need.
#[expect(clippy::print_stdout, reason = "a benchmark reports on standard output")]
pub(crate) fn table(title: &str, heads: &[&str], rows: &[Vec<String>]) {
    let width = |column: usize| {
        rows.iter().map(|row| row[column].len()).chain([heads[column].len()]).max().unwrap_or(0)
    };
    let line = |cells: &mut dyn Iterator<Item = &str>| {
        let mut line = String::new();
        for (column, cell) in cells.enumerate() {
            let width = width(column);
            write!(line, "{cell:<width$}  ").expect("a string takes all");
        }
        println!("{}", line.trim_end());
    };
    println!("\n{title}");
    line(&mut heads.iter().copied());
    for row in rows {
        line(&mut row.iter().map(String::as_str));
    }
}

/// Polls all of them at once until each is done.
pub(crate) async fn all<F: Future>(futures: impl Iterator<Item = F>) -> Vec<F::Output> {
    let mut running: Vec<_> = futures.map(|future| (Box::pin(future), None)).collect();
    std::future::poll_fn(|context| {
        for (future, output) in running.iter_mut().filter(|(_, output)| output.is_none()) {
            if let std::task::Poll::Ready(done) = future.as_mut().poll(context) {
                *output = Some(done);
            }
        }
        let done = running.iter().all(|(_, output)| output.is_some());
        if done { std::task::Poll::Ready(()) } else { std::task::Poll::Pending }
    })
    .await;
    running.into_iter().filter_map(|(_, output)| output).collect()
}
