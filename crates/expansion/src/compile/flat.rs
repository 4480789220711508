//! Nested choices written out: a list of values, each with the texts that one of is drawn.

use std::sync::Arc;

use super::{Binding, Compiler};
use crate::ast::{Node, ONE, Sampler, Weight};
use crate::decimal::{Decimal, MOST_OPTIONS};
use crate::error::Fault;
use crate::joint::Joint;
use crate::value::Value;

#[derive(Clone, Debug)]
pub(crate) struct Flat {
    pub(crate) alternatives: Vec<(Weight, Joint)>,
    pub(crate) weight: Weight,
    /// The lookup whose values don't repeat, as it is called in the token.
    pub(crate) key: Option<Arc<str>>,
    /// How the text is drawn when there are several.
    pub(crate) sampler: Sampler,
}

impl Flat {
    pub(crate) fn text(text: impl Into<String>) -> Self {
        let joint = Joint::with(text.into());
        Self { alternatives: vec![(ONE, joint)], weight: ONE, key: None, sampler: Sampler::Every }
    }

    pub(crate) fn finish(self) -> Value<String> {
        let cycle = self.sampler == Sampler::Cycle;
        let finished = self.alternatives.into_iter().map(|(weight, text)| (weight, text.finish()));
        Value::new(finished.collect(), cycle)
    }

    /// This and then that: every alternative of the one before every alternative of the other.
    fn before(&self, next: &Self) -> Option<Self> {
        let sampler = match (self.sampler, next.sampler) {
            (one, Sampler::Every) => one,
            (Sampler::Every, other) => other,
            (one, other) if one == other && one == Sampler::Random => one,
            _ => return None,
        };
        let mut alternatives = Vec::with_capacity(self.alternatives.len() * next.alternatives.len());
        for (weight, start) in &self.alternatives {
            for (next_weight, end) in &next.alternatives {
                let mut whole = start.clone();
                whole.append(end);
                alternatives.push((product(*weight, *next_weight), whole));
            }
        }
        Some(Self { alternatives, weight: ONE, key: None, sampler })
    }
}

/// Millionths times millionths.
fn product(one: Weight, other: Weight) -> Weight {
    let product = u128::from(one) * u128::from(other) / u128::from(ONE);
    Weight::try_from(product).unwrap_or(Weight::MAX).max(1)
}

impl Compiler<'_> {
    /// All values of a sequence, the leftmost the slowest.
    pub(super) fn flatten(&mut self, nodes: &[Node]) -> Vec<Flat> {
        if !self.deeper() {
            return Vec::new();
        }
        let scope = self.variables.len();
        let mut whole = vec![Flat::text("")];
        if let [only] = nodes {
            whole = self.node(only);
        } else {
            for node in nodes {
                let next = self.node(node);
                whole = self.cross(&whole, &next);
            }
        }
        self.variables.truncate(scope);
        self.depth -= 1;
        whole
    }

    pub(super) fn cross(&mut self, left: &[Flat], right: &[Flat]) -> Vec<Flat> {
        let most = |side: &[Flat]| side.iter().map(|flat| flat.alternatives.len()).sum::<usize>();
        if MOST_OPTIONS < most(left).saturating_mul(most(right)) {
            self.refuse_here(Fault::TooManyOptions);
            return Vec::new();
        }
        let mut whole = Vec::with_capacity(left.len() * right.len());
        for start in left {
            for end in right {
                match start.before(end) {
                    Some(joined) => whole.push(joined),
                    None => self.refuse_here(Fault::MixedSamplers),
                }
            }
        }
        whole
    }

    pub(super) fn node(&mut self, node: &Node) -> Vec<Flat> {
        if !self.step() {
            return Vec::new();
        }
        match node {
            Node::Text(text) => vec![Flat::text(text)],
            Node::Gap => vec![Flat::text("")],
            Node::Word(word) => self.word(word),
            Node::Range(range, at) => match range.numbers() {
                Ok(numbers) => numbers.iter().map(Decimal::to_string).map(Flat::text).collect(),
                Err(fault) => {
                    self.report.refuse(fault, Some(at));
                    Vec::new()
                }
            },
            Node::Wildcard(wildcard) => self.wildcard(wildcard),
            Node::Choice(choice) => self.choice(choice),
            // Only top-level text of `expando` has these, and its options hold none.
            Node::Back { .. } => Vec::new(),
            Node::Set(set) => {
                if set.immediate {
                    self.report.refuse(Fault::NestedVariable(set.name.clone()), Some(&set.at));
                } else if !set.keep || self.variable(&set.name).is_none() {
                    self.variables.push((set.name.clone(), Binding::Lazy(set.value.clone())));
                }
                vec![Flat::text("")]
            }
            Node::Get(get) => match (self.variable(&get.name), &get.default) {
                (Some(Binding::Lazy(value)), _) => self.within(&get.name, &get.at, |own| own.flatten(&value)),
                (Some(Binding::Chosen(_)), _) => {
                    self.report.refuse(Fault::NestedVariable(get.name.clone()), Some(&get.at));
                    Vec::new()
                }
                (None, Some(default)) => self.flatten(default),
                (None, None) => {
                    self.report.refuse(Fault::UnknownVariable(get.name.clone()), Some(&get.at));
                    Vec::new()
                }
            },
        }
    }
}
