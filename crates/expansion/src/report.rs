//! Gathers what is found on the way, so that a form can show all of it at once.

use crate::error::{Fault, Refused};
use crate::position::{At, Located};
use crate::warning::Warning;

#[derive(Default)]
pub(crate) struct Report {
    errors: Vec<Located<Fault>>,
    warnings: Vec<Located<Warning>>,
}

impl Report {
    pub(crate) fn refuse(&mut self, what: Fault, at: Option<&At>) {
        let found = Located { what, at: at.cloned() };
        // A lookup that is wrong is wrong wherever it is used, but is said once.
        if !self.errors.contains(&found) {
            self.errors.push(found);
        }
    }

    pub(crate) fn warn(&mut self, what: Warning, at: Option<&At>) {
        let found = Located { what, at: at.cloned() };
        if !self.warnings.contains(&found) {
            self.warnings.push(found);
        }
    }

    pub(crate) fn is_clean(&self) -> bool {
        self.errors.is_empty()
    }

    pub(crate) fn refused(self) -> Refused {
        Refused { errors: self.errors, warnings: self.warnings }
    }

    pub(crate) fn warnings(self) -> Vec<Located<Warning>> {
        self.warnings
    }
}
