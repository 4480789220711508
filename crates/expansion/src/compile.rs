//! From the tree to axes and templates: lookups are resolved, samples are drawn, references are bound.

mod back;
mod choice;
mod flat;
mod lookup;
mod parameters;

use crate::ast::{Batch, Document, Node, Sequence, Set, Take};
use crate::decimal::MOST_OPTIONS;
use crate::dynamic::DEEPEST;
use crate::error::Fault;
use crate::joint::Joint;
use crate::plan::{Axis, Piece, PlannedBatch};
use crate::position::At;
use crate::report::Report;
use crate::request::{Lookups, Request, Syntax};
use crate::warning::Warning;
use flat::Flat;
pub(crate) use parameters::{BatchCommands, Commands};

/// The most steps that reading variables and wildcards may take, which could double at each level.
const MOST_STEPS: usize = 20 * MOST_OPTIONS;

/// The most tokens of a batch.
const MOST_AXES: usize = 10_000;

/// An axis whose values are not yet bound to the others'.
pub(crate) struct Draft {
    axis: Axis,
    /// What a back reference may call it.
    names: Vec<String>,
}

#[derive(Clone)]
enum Binding {
    /// Chosen anew at every use.
    Lazy(Sequence),
    /// An axis of this batch.
    Chosen(usize),
}

pub(crate) struct Compiler<'c> {
    lookups: &'c Lookups,
    syntax: Syntax,
    seed: u64,
    report: &'c mut Report,
    /// Tokens so far, over prompt and negative prompt; the number is in the labels of draws.
    ordinal: usize,
    steps: usize,
    depth: usize,
    variables: Vec<(String, Binding)>,
    /// Variables and wildcards that are being read, to find loops.
    open: Vec<String>,
    /// Lookups that the current token uses, as they are called there.
    names: Vec<String>,
    /// Values of the current token's lookups that were there already.
    repeated: usize,
    /// The current token.
    place: Option<At>,
}

/// Both documents as batches. With an error reported the result is of no use.
pub(crate) fn compile(
    request: &Request<'_>,
    prompt: &Document,
    negative: &Document,
    report: &mut Report,
) -> (Vec<PlannedBatch>, Commands) {
    let Some(negatives) = pairs(prompt.batches.len(), negative.batches.len()) else {
        let (prompt, negative) = (prompt.batches.len(), negative.batches.len());
        report.refuse(Fault::NegativeBatchMismatch { prompt, negative }, None);
        return Default::default();
    };
    let commands = parameters::commands(request, prompt, negative, &negatives, report);
    let mut compiler = Compiler {
        lookups: request.lookups,
        syntax: request.syntax,
        seed: request.seed,
        report,
        ordinal: 0,
        steps: 0,
        depth: 0,
        variables: Vec::new(),
        open: Vec::new(),
        names: Vec::new(),
        repeated: 0,
        place: None,
    };
    let mut halves = Vec::new();
    for batch in &prompt.batches {
        compiler.variables.clear();
        let mut drafts = Vec::new();
        let templates = compiler.templates(batch, &mut drafts);
        halves.push((drafts, templates, std::mem::take(&mut compiler.variables)));
    }
    let shared = compiler.ordinal;
    let mut batches = Vec::new();
    for ((mut drafts, prompts, variables), at) in halves.into_iter().zip(negatives) {
        if negative.batches.len() == 1 {
            // One negative prompt for all batches has the same tokens in each.
            compiler.ordinal = shared;
        }
        compiler.variables = variables;
        let negatives = compiler.templates(&negative.batches[at], &mut drafts);
        if pairs(prompts.len(), negatives.len()).is_none() {
            let (prompt, negative) = (prompts.len(), negatives.len());
            compiler.report.refuse(Fault::NegativeSubpromptMismatch { prompt, negative }, None);
        }
        let prompts = compiler.bind(prompts, &drafts);
        let negatives = compiler.bind(negatives, &drafts);
        let axes = drafts.into_iter().map(|draft| draft.axis).collect();
        batches.push(PlannedBatch { axes, prompts, negatives });
    }
    (batches, commands)
}

/// Which of the second kind goes with each of the first: the only one, or the one at the same place.
pub(crate) fn pairs(count: usize, others: usize) -> Option<Vec<usize>> {
    match others {
        1 => Some(vec![0; count]),
        _ if others == count => Some((0..count).collect()),
        _ => None,
    }
}

/// A template whose back references are not bound yet.
enum Loose {
    Gap,
    Piece(Piece),
    Back { name: String, at: At, before: usize },
}

impl Compiler<'_> {
    fn templates(&mut self, batch: &Batch, drafts: &mut Vec<Draft>) -> Vec<Vec<Loose>> {
        let mut templates = Vec::new();
        for nodes in &batch.subprompts {
            let mut pieces = Vec::new();
            self.sequence(nodes, drafts, &mut pieces);
            templates.push(pieces);
        }
        templates
    }

    fn sequence(&mut self, nodes: &[Node], drafts: &mut Vec<Draft>, pieces: &mut Vec<Loose>) {
        if !self.deeper() {
            return;
        }
        for node in nodes {
            if !self.step() {
                break;
            }
            self.begin(node);
            match node {
                Node::Text(text) | Node::Word(text) => pieces.push(Loose::Piece(Piece::Text(text.clone()))),
                Node::Gap => pieces.push(Loose::Gap),
                Node::Back { name, at } => {
                    self.ordinal += 1;
                    pieces.push(Loose::Back { name: name.clone(), at: at.clone(), before: drafts.len() });
                }
                Node::Choice(choice) if matches!(choice.take, Take::Pick { .. }) => {
                    self.pick(choice, drafts, pieces);
                }
                Node::Choice(choice) => {
                    let values = self.choice(choice);
                    let axis = self.axis(values, choice.label.clone(), &choice.at, drafts);
                    pieces.push(Loose::Piece(Piece::Axis(axis)));
                }
                Node::Wildcard(wildcard) => {
                    let values = self.wildcard(wildcard);
                    let axis = self.axis(values, None, &wildcard.at, drafts);
                    pieces.push(Loose::Piece(Piece::Axis(axis)));
                }
                Node::Range(_, at) => {
                    let values = self.node(node);
                    let axis = self.axis(values, None, at, drafts);
                    pieces.push(Loose::Piece(Piece::Axis(axis)));
                }
                Node::Set(set) => {
                    self.set(set, drafts);
                    pieces.push(Loose::Gap);
                }
                Node::Get(get) => match self.variable(&get.name) {
                    Some(Binding::Chosen(axis)) => pieces.push(Loose::Piece(Piece::Axis(axis))),
                    Some(Binding::Lazy(value)) => {
                        self.within(&get.name, &get.at, |own| own.sequence(&value, drafts, pieces));
                    }
                    None => match &get.default {
                        Some(default) => self.sequence(default, drafts, pieces),
                        None => {
                            self.report.refuse(Fault::UnknownVariable(get.name.clone()), Some(&get.at));
                        }
                    },
                },
            }
        }
        self.depth -= 1;
    }

    /// Makes an axis of values, and gives its place.
    fn axis(&mut self, values: Vec<Flat>, label: Option<String>, at: &At, drafts: &mut Vec<Draft>) -> usize {
        if drafts.len() == MOST_AXES {
            self.report.refuse(Fault::TooManyOptions, Some(at));
            self.steps = MOST_STEPS;
            return 0;
        }
        if values.is_empty() && self.report.is_clean() {
            self.report.refuse(Fault::NoOptions, Some(at));
        }
        let mut names = std::mem::take(&mut self.names);
        let only = if let [only] = names.as_slice() { Some(only.clone()) } else { None };
        let name = label.clone().or(only).unwrap_or_else(|| format!("token {}", self.ordinal + 1));
        names.extend(label);
        let keys = values.iter().map(|value| value.key.clone()).collect();
        let values = values.into_iter().map(Flat::finish).collect();
        drafts.push(Draft { axis: Axis { name, token: self.ordinal, at: at.clone(), values, keys }, names });
        self.ordinal += 1;
        drafts.len() - 1
    }

    fn set(&mut self, set: &Set, drafts: &mut Vec<Draft>) {
        if set.keep && self.variable(&set.name).is_some() {
            return;
        }
        let binding = if set.immediate {
            self.names.clear();
            let values = self.flatten(&set.value);
            Binding::Chosen(self.axis(values, Some(set.name.clone()), &set.at, drafts))
        } else {
            Binding::Lazy(set.value.clone())
        };
        self.variables.push((set.name.clone(), binding));
    }

    fn variable(&self, name: &str) -> Option<Binding> {
        let mut newest = self.variables.iter().rev();
        newest.find(|(known, _)| known == name).map(|(_, binding)| binding.clone())
    }

    /// Does work under a name that must not come up again in it.
    fn within<T: Default>(&mut self, name: &str, at: &At, work: impl FnOnce(&mut Self) -> T) -> T {
        if self.open.iter().any(|open| open == name) {
            self.report.refuse(Fault::RecursiveVariable(name.to_owned()), Some(at));
            return T::default();
        }
        self.open.push(name.to_owned());
        let result = work(self);
        self.open.pop();
        result
    }

    /// Forgets the token before.
    fn begin(&mut self, node: &Node) {
        self.names.clear();
        self.repeated = 0;
        self.place = match node {
            Node::Choice(choice) => Some(choice.at.clone()),
            Node::Wildcard(wildcard) => Some(wildcard.at.clone()),
            Node::Set(set) => Some(set.at.clone()),
            _ => None,
        };
    }

    fn refuse_here(&mut self, fault: Fault) {
        self.report.refuse(fault, self.place.as_ref());
    }

    fn warn_here(&mut self, warning: Warning) {
        self.report.warn(warning, self.place.as_ref());
    }

    /// Goes a level down, which has to be taken back; false when it is too deep.
    fn deeper(&mut self) -> bool {
        if self.depth == DEEPEST {
            self.refuse_here(Fault::NestedTooDeep);
            return false;
        }
        self.depth += 1;
        true
    }

    /// Counts a step; false when there were too many, or something is wrong already.
    fn step(&mut self) -> bool {
        self.steps += 1;
        if self.steps == MOST_STEPS {
            self.refuse_here(Fault::TooManyOptions);
        }
        self.steps < MOST_STEPS
    }
}

/// Literal text in one piece. A gap beside an axis changes nothing: values have no blanks at their ends.
fn joined(pieces: Vec<Option<Piece>>) -> Vec<Piece> {
    let mut joined: Vec<Piece> = Vec::new();
    let mut gap = false;
    for piece in pieces {
        match (joined.last_mut(), piece) {
            (_, None) => gap = true,
            (_, Some(Piece::Text(text))) if text.is_empty() => {}
            (Some(Piece::Text(before)), Some(Piece::Text(text))) => {
                let mut joint = Joint::with(std::mem::take(before));
                if std::mem::take(&mut gap) {
                    joint.push("");
                }
                joint.push(&text);
                *before = joint.into_text();
            }
            (_, Some(piece)) => {
                gap = false;
                joined.push(piece);
            }
        }
    }
    joined
}
