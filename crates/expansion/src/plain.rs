//! The `plain` syntax: nothing has a meaning, not even a backslash.

use crate::ast::{Batch, Document, Node};

pub(crate) fn parse(text: &str) -> Document {
    let nodes = if text.is_empty() { Vec::new() } else { vec![Node::Text(text.to_owned())] };
    Document { batches: vec![Batch { subprompts: vec![nodes], commands: Vec::new() }] }
}
