//! A small disk: a real one, in memory, that a test mounts in a world of its own.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::victim::told;

/// Set for the test that has the disk.
const DIRECTORY: &str = "ATELIER_SMALL_DISK";

/// Runs the test of that path in this program, such as `disk::child_on_a_small_disk`, where it may mount a
/// [`SmallDisk`]. Where nobody may, says that `what` is left out.
///
/// # Panics
/// When the test fails.
#[expect(clippy::print_stderr, reason = "who reads the run must know what it left out")]
pub fn run_with_a_disk(test: &str, what: &str) {
    let directory = tempfile::tempdir().expect("a directory");
    let program = std::env::current_exe().expect("a path");
    let mut command = Command::new("unshare");
    command.args(["--map-root-user", "--mount"]).arg(program).args(["--exact", test, "--nocapture"]);
    let ran = command.env(DIRECTORY, directory.path()).stdin(Stdio::null()).output();
    let said = ran.as_ref().map(|ran| String::from_utf8_lossy(&ran.stdout).into_owned()).unwrap_or_default();
    if !said.contains(MOUNTED) {
        eprintln!("LEFT OUT: {what}, since `unshare` and `mount` may not make one here");
        return;
    }
    let ran = ran.expect("it said something");
    assert!(ran.status.success(), "{said}{}", String::from_utf8_lossy(&ran.stderr));
}

const MOUNTED: &str = "the disk is mounted";

/// A disk of some megabytes.
pub struct SmallDisk(PathBuf);

impl SmallDisk {
    /// One of that size, such as `4m`; none for a test that was not called by [`run_with_a_disk`], or may not mount.
    #[expect(clippy::print_stdout, reason = "whoever called the test listens")]
    pub fn mounted(size: &str) -> Option<Self> {
        let disk = Self(told(DIRECTORY)?.into());
        disk.mount(&format!("size={size}")).then(|| {
            println!("{MOUNTED}");
            disk
        })
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// Makes it another one with the same files, such as `size=16m` or `ro`.
    ///
    /// # Panics
    /// When that can't be.
    pub fn change(&self, options: &str) {
        assert!(self.mount(&format!("remount,{options}")), "{options}");
    }

    fn mount(&self, options: &str) -> bool {
        let mut command = Command::new("mount");
        command.args(["-t", "tmpfs", "-o", options, "tmpfs"]).arg(&self.0);
        command.stderr(Stdio::null()).status().is_ok_and(|status| status.success())
    }
}
