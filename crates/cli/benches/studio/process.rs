//! What the server spent, as Linux tells.

use std::fs;
use std::time::Duration;

/// User and system time of a process so far; the clock ticks a hundred times a second.
pub(crate) fn cpu(process: u32) -> Duration {
    let stat = fs::read_to_string(format!("/proc/{process}/stat")).expect("its times");
    let fields: Vec<&str> = stat.rsplit(") ").next().expect("fields").split(' ').collect();
    let ticks: u64 = [11, 12].map(|at: usize| fields[at].parse::<u64>().expect("ticks")).iter().sum();
    Duration::from_millis(ticks * 10)
}

/// Megabytes that are resident now.
pub(crate) fn resident(process: u32) -> u64 {
    field(process, "VmRSS:")
}

/// The most megabytes that were resident.
pub(crate) fn peak(process: u32) -> u64 {
    field(process, "VmHWM:")
}

fn field(process: u32, name: &str) -> u64 {
    let status = fs::read_to_string(format!("/proc/{process}/status")).expect("its status");
    let line = status.lines().find_map(|line| line.strip_prefix(name)).expect("its memory");
    let kilobytes: u64 = line.split_whitespace().next().expect("a number").parse().expect("a number");
    kilobytes / 1_000
}

/// How busy the machine was in the last minute: with more than its cores, don't compare.
pub(crate) fn load() -> f64 {
    let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    load.split_whitespace().next().and_then(|text| text.parse().ok()).unwrap_or_default()
}
