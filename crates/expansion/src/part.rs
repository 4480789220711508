//! A batch with its parameters: all its items, by their rank among first occurrences.

use crate::compile::BatchCommands;
use crate::error::Fault;
use crate::item::{AxisValue, Item, ParameterValue};
use crate::plan::{ParameterAxis, PlannedBatch, Template};
use crate::random::derive;
use crate::space::Space;
use crate::value::Value;

#[derive(Debug)]
pub(crate) struct Part {
    pub(crate) batch: PlannedBatch,
    pub(crate) space: Space,
    /// For each sub-prompt which axes its texts name.
    told: Vec<Vec<bool>>,
    pub(crate) parameters: Vec<ParameterAxis>,
    /// The values of all parameters, each with each.
    pub(crate) settings: u128,
    /// Where its place in the order begins.
    pub(crate) at: Start,
    /// The ranks that a sample of the batch took; nothing for all.
    pub(crate) ranks: Option<Vec<u128>>,
}

/// What comes before a batch.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Start {
    pub(crate) batch: usize,
    pub(crate) axis: usize,
    /// Combinations, repeated ones included.
    pub(crate) number: u128,
}

/// What an item is made of, besides the part: a choice, a sub-prompt, a setting of the parameters.
#[derive(Clone, Copy)]
pub(crate) struct Coordinates<'v> {
    pub(crate) values: &'v [u32],
    pub(crate) number: u128,
    pub(crate) stream: usize,
    pub(crate) setting: u128,
}

impl Part {
    pub(crate) fn new(
        batch: PlannedBatch,
        commands: BatchCommands,
        dedupe: bool,
        at: Start,
    ) -> Result<Self, Fault> {
        let parameters = commands.parameters;
        let settings =
            parameters.iter().try_fold(1_u128, |all, axis| all.checked_mul(axis.values.len() as u128));
        let settings = settings.ok_or(Fault::SpaceTooLarge)?;
        let (mut told, mut named) = (Vec::new(), Vec::new());
        for stream in 0..batch.prompts.len() {
            let texts = [&batch.prompts[stream], negative(&batch, stream)];
            let mut own = vec![false; batch.axes.len()];
            texts.into_iter().flat_map(Template::axes).for_each(|axis| own[axis] = true);
            // What is drawn may differ where all that is chosen is the same, so nothing can be left out unseen.
            let drawn = parameters.iter().flat_map(|axis| &axis.values).any(Value::is_drawn)
                || texts.into_iter().any(|text| text.is_drawn(&batch.axes));
            named.push(if drawn || !dedupe { vec![true; own.len()] } else { own.clone() });
            told.push(own);
        }
        let space = Space::new(&batch.axes, named)?;
        let part = Self { batch, space, told, parameters, settings, at, ranks: None };
        part.size_of(part.space.combinations()).ok_or(Fault::SpaceTooLarge)?;
        Ok(part)
    }

    fn size_of(&self, choices: u128) -> Option<u128> {
        choices.checked_mul(self.space.streams() as u128)?.checked_mul(self.settings)
    }

    /// All combinations, repeated ones included.
    pub(crate) fn combinations(&self) -> u128 {
        self.size_of(self.space.combinations()).unwrap_or(u128::MAX)
    }

    /// First occurrences, before any sample.
    pub(crate) fn firsts(&self) -> u128 {
        self.space.firsts() * self.settings
    }

    /// First occurrences, after the sample of the batch.
    pub(crate) fn size(&self) -> u128 {
        self.ranks.as_ref().map_or_else(|| self.firsts(), |ranks| ranks.len() as u128)
    }

    pub(crate) fn negative(&self, stream: usize) -> &Template {
        negative(&self.batch, stream)
    }

    /// The item of a rank among those that the sample took.
    pub(crate) fn item(&self, seed: u64, rank: u128) -> Option<Item<'_>> {
        let rank = match &self.ranks {
            Some(ranks) => *ranks.get(usize::try_from(rank).ok()?)?,
            None => rank,
        };
        let (place, stream) = self.space.find(rank / self.settings)?;
        let setting = rank % self.settings;
        let at = Coordinates { values: &place.values, number: place.number, stream, setting };
        Some(self.build(seed, at))
    }

    pub(crate) fn build(&self, seed: u64, at: Coordinates<'_>) -> Item<'_> {
        let streams = self.space.streams() as u128;
        let local = (at.number * streams + at.stream as u128) * self.settings + at.setting;
        let index = self.at.number + local;
        let value = |axis: usize, first: bool| {
            let own = &self.batch.axes[axis];
            let chosen = if first { 0 } else { at.values[axis] as usize };
            let state = || derive(seed, format_args!("item{index}:token{}", own.token));
            let (text, seed) = own.values[chosen].of(index, state);
            (text.map_or("", String::as_str), seed)
        };
        let text = |axis: usize, first: bool| value(axis, first).0;
        let prompt = self.batch.prompts[at.stream].render(text);
        let negative_prompt = self.negative(at.stream).render(text);
        let mut axes = Vec::with_capacity(at.values.len());
        for axis in (0..at.values.len()).filter(|axis| self.told[at.stream][*axis]) {
            let (text, seed) = value(axis, false);
            axes.push(AxisValue { axis: self.at.axis + axis, text, seed });
        }
        let parameters = self.parameters(seed, index, at.setting);
        let (batch, subprompt) = (self.at.batch, at.stream);
        Item { index, batch, subprompt, prompt, negative_prompt, parameters, axes }
    }

    fn parameters(&self, seed: u64, index: u128, setting: u128) -> Vec<ParameterValue<'_>> {
        let mut rest = setting;
        let mut values = Vec::with_capacity(self.parameters.len());
        for axis in self.parameters.iter().rev() {
            let size = axis.values.len() as u128;
            let chosen = usize::try_from(rest % size).unwrap_or(0);
            rest /= size;
            let state = || derive(seed, format_args!("item{index}:param:{}", axis.name));
            let (value, seed) = axis.values[chosen].of(index, state);
            values.extend(value.map(|value| ParameterValue { name: &axis.name, value, seed }));
        }
        values.reverse();
        values
    }
}

fn negative(batch: &PlannedBatch, stream: usize) -> &Template {
    // There is one for all, or one for each; the compiler saw to that.
    &batch.negatives[stream.min(batch.negatives.len() - 1)]
}
