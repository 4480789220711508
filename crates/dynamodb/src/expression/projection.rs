//! Projections.

use atelier_tables::Select;

use super::overlap;
use super::parser::{Kind, Parser};
use super::placeholders::Placeholders;
use crate::fault::Fault;

/// The paths that a read returns.
pub(crate) fn projection(text: &str, places: &mut Placeholders) -> Result<Select, Fault> {
    let mut parser = Parser::new(Kind::Projection, text, places)?;
    let mut paths = vec![parser.path()?];
    while parser.takes(",") {
        paths.push(parser.path()?);
    }
    parser.end()?;
    Select::new(paths).map_err(|paths| parser.fault(overlap(&paths)))
}
