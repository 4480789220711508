//! From one prompt to hundreds: what an order's text means, how many items it has, and each of them.
//!
//! [`expand`] reads a [`Request`] and gives an [`Expansion`], or everything that is wrong with the text and
//! where. An expansion counts without making items, makes any [`Item`] by its number, and walks through all in
//! order without keeping them. The same request gives the same items on every machine and in every version.
//! Nothing is stored, sent or priced here, and parameters are not held to a model's schema.
//! Syntaxes ([`Syntax`]) are read into one tree (`ast`), which `compile` turns into axes and templates (`plan`);
//! `space` is the arithmetic of choices. docs/guides/prompts.md teaches the syntax.

mod ast;
mod compile;
mod decimal;
mod distinct;
mod dynamic;
mod error;
mod expando;
mod expansion;
mod group;
mod item;
mod joint;
mod part;
mod plain;
mod plan;
mod position;
mod random;
mod report;
mod request;
mod scalar;
mod scan;
mod seen;
mod space;
mod value;
mod warning;
mod weight;

pub use decimal::Decimal;
pub use error::{Fault, Refused, codes};
pub use expansion::{Count, Expansion, Items, expand};
pub use item::{AxisInfo, AxisValue, Item, ParameterValue};
pub use position::{At, Field, Located};
pub use request::{DEFAULT_LIMIT, Given, Lookups, Request, Syntax};
pub use scalar::Scalar;
pub use warning::Warning;
