//! What this process spent, as Linux tells.

use std::fs;

/// Ticks in a second; fixed for programs on every architecture of Linux.
const TICKS: f64 = 100.0;

/// Processor time so far, of all threads.
pub(crate) fn cpu_seconds() -> f64 {
    let stat = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    // The name may have spaces; the fields after it do not.
    let fields: Vec<_> = stat.rsplit(')').next().unwrap_or_default().split_whitespace().collect();
    let field =
        |index: usize| fields.get(index).and_then(|text| text.parse::<f64>().ok()).unwrap_or_default();
    (field(11) + field(12)) / TICKS
}

/// Processor seconds for each second of sound.
#[expect(clippy::cast_precision_loss, reason = "less than centuries")]
pub(crate) fn share(before: f64, millis: u64) -> f64 {
    (cpu_seconds() - before) / (millis.max(1) as f64 / 1_000.0)
}

/// Begins a new peak. Without the right to do so, the old one stays.
pub(crate) fn forget_peak() {
    let _ = fs::write("/proc/self/clear_refs", "5");
}

/// The most memory that was resident.
pub(crate) fn peak_megabytes() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = peak.and_then(|rest| rest.split_whitespace().next()?.parse::<u64>().ok());
    kilobytes.unwrap_or_default() / 1_024
}

/// How busy the machine is: with more than its cores, don't compare.
pub(crate) fn load() -> f64 {
    let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    load.split_whitespace().next().and_then(|text| text.parse().ok()).unwrap_or_default()
}
