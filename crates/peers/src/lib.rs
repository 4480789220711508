//! For tests and benchmarks only: processes beside the test. Servers that others wrote, and the test's own program,
//! to be killed ([`victim`]) or to have a small disk ([`disk`]).
//!
//! The engines to grow into are held against them, and ours is measured beside them; none is linked. `cargo
//! xtask test` installs them into the cache of the workshop, below the home directory. Whoever asks for one
//! that is not there is told so on stderr and leaves itself out, so that nobody takes silence for success.
//!
//! It is not a double: nothing here answers in the name of a service. Start at [`Peer`].

pub mod disk;
mod peer;
mod server;
pub mod victim;

pub use peer::{Peer, aws_program, c2pa_python};
pub use server::Server;
