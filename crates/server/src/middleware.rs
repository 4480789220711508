//! What happens to every request on its way in and out.

mod guard;
mod observe;

pub(crate) use guard::{same_origin, security_headers};
pub(crate) use observe::{accompany, panicked};
