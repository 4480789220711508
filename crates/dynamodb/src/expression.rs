//! Expressions: text into conditions, updates, key ranges and projections.
//!
//! One lexer, one grammar of operands and paths, one parser for each kind of expression. Their length, their
//! operators and their nesting are bounded, so that no text exhausts the stack.

mod condition;
mod key;
mod lexer;
mod operand;
mod parser;
mod placeholders;
mod projection;
mod reserved;
#[cfg(test)]
mod tests;
mod update;

use atelier_tables::{Cond, Path, Step};

pub(crate) use key::Keys;
pub(crate) use parser::Kind;
use parser::Parser;
pub(crate) use placeholders::Placeholders;

use crate::fault::Fault;

/// A condition, or a filter.
pub(crate) fn condition(kind: Kind, text: &str, places: &mut Placeholders) -> Result<Cond, Fault> {
    let mut parser = Parser::new(kind, text, places)?;
    let condition = parser.condition()?;
    parser.end()?;
    Ok(condition)
}

pub(crate) use key::key_condition;
pub(crate) use projection::projection;
pub(crate) use update::update;

/// A path as error texts show it: `[a, b, [0]]`.
fn shown(path: &Path) -> String {
    let mut parts = vec![path.attribute().to_owned()];
    parts.extend(path.steps().iter().map(|step| match step {
        Step::Name(name) => name.clone(),
        Step::At(position) => format!("[{position}]"),
    }));
    format!("[{}]", parts.join(", "))
}

fn overlap((one, two): &(Path, Path)) -> String {
    format!(
        "Two document paths overlap with each other; must remove or rewrite one of these paths; path one: {}, path two: {}",
        shown(one),
        shown(two)
    )
}
