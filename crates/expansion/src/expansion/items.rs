//! All items of an order in turn.

use super::Expansion;
use crate::item::Item;
use crate::part::{Coordinates, Part};
use crate::space::Walk;

/// The items of an expansion, made one at a time.
#[derive(Debug)]
pub struct Items<'e> {
    expansion: &'e Expansion,
    /// The next item's place.
    place: u128,
    /// The rank that the walk gives next.
    rank: u128,
    /// The removed ranks that were passed.
    passed: usize,
    part: usize,
    walk: Option<PartWalk>,
}

impl<'e> Items<'e> {
    pub(super) fn new(expansion: &'e Expansion) -> Self {
        let walk = expansion.parts.first().map(PartWalk::new);
        Self { expansion, place: 0, rank: 0, passed: 0, part: 0, walk }
    }

    /// The next item of the batches, removed ones included.
    fn walked(&mut self) -> Option<Item<'e>> {
        loop {
            let part = self.expansion.parts.get(self.part)?;
            if let Some(item) = self.walk.as_mut().and_then(|walk| walk.next(part, self.expansion.seed)) {
                self.rank += 1;
                return Some(item);
            }
            self.part += 1;
            self.walk = self.expansion.parts.get(self.part).map(PartWalk::new);
        }
    }
}

impl<'e> Iterator for Items<'e> {
    type Item = Item<'e>;

    fn next(&mut self) -> Option<Item<'e>> {
        if self.expansion.count <= self.place {
            return None;
        }
        let item = if self.expansion.chosen.is_some() {
            self.expansion.item(self.place)?
        } else {
            let removed = &self.expansion.removed;
            // A removed rank lies where as many items were before it as there are now.
            while removed.get(self.passed) == Some(&self.place) {
                self.passed += 1;
                self.walked()?;
            }
            self.walked()?
        };
        self.place += 1;
        Some(item)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = usize::try_from(self.expansion.count - self.place).ok();
        (left.unwrap_or(usize::MAX), left)
    }
}

/// Through a batch: each choice, each sub-prompt that it is the first for, each setting of the parameters.
#[derive(Debug)]
struct PartWalk {
    walk: Walk,
    stream: usize,
    setting: u128,
    /// With a sample of the batch, the place in it.
    sampled: u128,
}

impl PartWalk {
    fn new(part: &Part) -> Self {
        Self { walk: Walk::new(&part.space), stream: part.space.streams(), setting: 0, sampled: 0 }
    }

    fn next<'e>(&mut self, part: &'e Part, seed: u64) -> Option<Item<'e>> {
        if part.ranks.is_some() {
            self.sampled += 1;
            return part.item(seed, self.sampled - 1);
        }
        while !self.is_open(part) {
            self.stream += 1;
            if part.space.streams() <= self.stream {
                self.stream = 0;
                if !self.walk.advance(&part.space) {
                    return None;
                }
            }
        }
        let (values, number) = (self.walk.values(), self.walk.number());
        let at = Coordinates { values, number, stream: self.stream, setting: self.setting };
        let item = part.build(seed, at);
        self.setting += 1;
        if self.setting == part.settings {
            self.setting = 0;
            self.stream += 1;
        }
        Some(item)
    }

    fn is_open(&self, part: &Part) -> bool {
        self.stream < part.space.streams()
            && self.walk.state().is_some_and(|state| state.goes_on(self.stream))
    }
}
