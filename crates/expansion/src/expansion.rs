//! An order that can be expanded: how many items it has, each of them by its number, and all in turn.

mod build;
mod items;

use std::fmt;

pub use items::Items;

use crate::error::Refused;
use crate::item::{AxisInfo, Item};
use crate::part::Part;
use crate::position::Located;
use crate::random::{Chance, derive};
use crate::request::Request;
use crate::value::Value;
use crate::warning::Warning;

/// How many items there are, or would be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Count {
    /// So many.
    Exact(u128),
    /// Not more than so many: some may be equal, and there are too many to compare them.
    AtMost(u128),
}

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Exact(count) => count.fmt(f),
            Self::AtMost(count) => write!(f, "up to {count}"),
        }
    }
}

/// Reads, checks and counts an order. Everything that is wrong with it comes back at once.
///
/// The count is exact, and needs no enumeration unless texts may be equal in a way that only comparing shows.
pub fn expand(request: &Request<'_>) -> Result<Expansion, Refused> {
    build::build(request)
}

/// An order that was read, checked and counted. Its items are made when they are asked for.
#[derive(Debug)]
pub struct Expansion {
    parts: Vec<Part>,
    seed: u64,
    warnings: Vec<Located<Warning>>,
    combinations: u128,
    /// Ranks that a sample of the order took, ascending; nothing for all.
    chosen: Option<Vec<u128>>,
    /// For each removed rank how many items are before it, ascending.
    removed: Vec<u128>,
    count: u128,
}

impl Expansion {
    /// The number of items, after sampling and after equal ones were removed. Exact.
    pub fn count(&self) -> u128 {
        self.count
    }

    /// All combinations of all options, before anything was sampled or removed. Exact.
    pub fn combinations(&self) -> u128 {
        self.combinations
    }

    /// The combinations that equal an earlier one. Nothing when a sample was taken, which has none.
    pub fn duplicates_removed(&self) -> u128 {
        let sampled = self.chosen.is_some() || self.parts.iter().any(|part| part.ranks.is_some());
        if sampled { 0 } else { self.combinations - self.count }
    }

    /// What its author may not have meant.
    pub fn warnings(&self) -> &[Located<Warning>] {
        &self.warnings
    }

    /// The tokens that choose, in the order of the text; for each batch anew.
    pub fn axes(&self) -> Vec<AxisInfo> {
        let mut axes = Vec::new();
        for (batch, part) in self.parts.iter().enumerate() {
            axes.extend(part.batch.axes.iter().map(|axis| AxisInfo {
                batch,
                name: axis.name.clone(),
                token: axis.token,
                at: axis.at.clone(),
                size: axis.values.len(),
                drawn: axis.values.iter().any(|value| 1 < value.alternatives().count()),
            }));
        }
        axes
    }

    /// What a token may have, in order, by its place in [`Expansion::axes`]: the headings of a grid.
    pub fn texts(&self, axis: usize) -> Vec<&str> {
        let all = self.parts.iter().flat_map(|part| &part.batch.axes);
        let values = all.skip(axis).take(1).flat_map(|axis| &axis.values);
        values.flat_map(Value::alternatives).map(String::as_str).collect()
    }

    /// An item by its place among those that [`Expansion::items`] gives, without making those before it.
    pub fn item(&self, place: u128) -> Option<Item<'_>> {
        if self.count <= place {
            return None;
        }
        let rank = match &self.chosen {
            Some(chosen) => *chosen.get(usize::try_from(place).ok()?)?,
            None => place + self.removed.partition_point(|before| *before <= place) as u128,
        };
        self.at_rank(rank)
    }

    /// All items in order: the leftmost token the slowest, then sub-prompts, then parameters.
    /// Memory does not grow with their number.
    pub fn items(&self) -> Items<'_> {
        Items::new(self)
    }

    /// A number for what an item needs chance for besides its draws, such as the seed of the image when none
    /// was given: `name` is a parameter's.
    pub fn derived_seed(&self, item: &Item<'_>, name: &str) -> u64 {
        Chance::new(derive(self.seed, format_args!("item{}:param:{name}", item.index))).next()
    }

    fn at_rank(&self, rank: u128) -> Option<Item<'_>> {
        let mut rank = rank;
        for part in &self.parts {
            match rank.checked_sub(part.size()) {
                None => return part.item(self.seed, rank),
                Some(rest) => rank = rest,
            }
        }
        None
    }

    fn ranks(&self) -> u128 {
        self.parts.iter().map(Part::size).sum()
    }
}
