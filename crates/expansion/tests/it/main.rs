//! Expansion as its users see it.

mod cases;
mod draws;
mod dynamicprompts;
mod expando;
mod faults;
mod guide;
mod limits;
mod order;
mod parameters;
mod properties;
mod spaces;
