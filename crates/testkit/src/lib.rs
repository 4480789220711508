//! For tests only: a whole server in a temporary directory, and clients that talk to it.
//!
//! [`TestApp`] has the real router over real embedded stores; time stands still until a test advances
//! it, and every id and secret is the same at each run. [`Client`] is one browser or program.
//! [`Program`] is the real program as a process. Scenarios run as guest, viewer, member, owner and member of another tenant: see [`Cast`].

mod app;
mod cast;
mod client;
mod program;

pub use app::{PASSWORD, TestApp};
pub use cast::Cast;
pub use client::{Answer, Client};
pub use program::{Connection, Program, cookie_of};
