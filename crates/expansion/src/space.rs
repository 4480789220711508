//! All choices of a batch in their order, the leftmost axis the slowest: counted, numbered, and walked.
//!
//! A *stream* is one sub-prompt. Axes that its text does not name would repeat it; of equal texts only the
//! first is wanted, which is the one whose unnamed axes have the least values that the named ones leave. So
//! each stream counts only its first occurrences, and the whole is walked without visiting the others.

mod state;
mod walk;

use crate::error::Fault;
use crate::group::{Bits, Group, Kind, falling, groups};
use crate::plan::Axis;
pub(crate) use state::State;
pub(crate) use walk::Walk;

#[derive(Debug)]
pub(crate) struct Space {
    pub(crate) sizes: Vec<usize>,
    groups: Vec<Group>,
    /// For each axis its group and its place in it.
    links: Vec<Option<(usize, usize)>>,
    /// For each stream the axes that its text names.
    named: Vec<Vec<bool>>,
    /// Every stream names every axis, so nothing has to be watched.
    whole: bool,
    /// For each stream, and last for all axes, the product of the named free axes from an axis on.
    products: Vec<Vec<u128>>,
    /// For each group the members before an axis.
    before: Vec<Vec<usize>>,
}

impl Space {
    /// `named` says for each stream which axes its text names.
    pub(crate) fn new(axes: &[Axis], mut named: Vec<Vec<bool>>) -> Result<Self, Fault> {
        let sizes: Vec<usize> = axes.iter().map(|axis| axis.values.len()).collect();
        // Counts below never exceed this one, so none of them overflows.
        let most = sizes.iter().try_fold(named.len() as u128, |most, size| most.checked_mul(*size as u128));
        most.ok_or(Fault::SpaceTooLarge)?;
        let groups = groups(axes)?;
        let mut links = vec![None; axes.len()];
        for (at, group) in groups.iter().enumerate() {
            for (place, member) in group.members.iter().enumerate() {
                links[*member] = Some((at, place));
                if matches!(group.kind, Kind::Mixed(_)) {
                    // Here the least values are not known without trying; equal texts are found by comparing.
                    for named in &mut named {
                        named[*member] = true;
                    }
                }
            }
        }
        let whole = named.iter().flatten().all(|named| *named);
        let members_before = |group: &Group| {
            (0..=sizes.len()).map(|axis| group.members.partition_point(|member| *member < axis)).collect()
        };
        let before = groups.iter().map(members_before).collect();
        let mut space = Self { sizes, groups, links, named, whole, products: Vec::new(), before };
        let all = vec![true; space.sizes.len()];
        space.products = space.named.iter().chain([&all]).map(|named| space.product(named)).collect();
        Ok(space)
    }

    fn product(&self, named: &[bool]) -> Vec<u128> {
        let mut products = vec![1; self.sizes.len() + 1];
        for axis in (0..self.sizes.len()).rev() {
            let free = named[axis] && self.links[axis].is_none();
            products[axis] = products[axis + 1] * if free { self.sizes[axis] as u128 } else { 1 };
        }
        products
    }

    /// A lookup that is used too often leaves no way at all: which, and the axis that uses it last.
    pub(crate) fn exhausted(&self, axes: &[Axis]) -> Option<(Fault, usize)> {
        let none = State::default();
        let empty = (0..self.groups.len()).find(|group| self.group_ways(*group, None, 0, &none, &[]) == 0)?;
        let members = &self.groups[empty].members;
        let last = *members.last()?;
        let name = axes[last].keys.iter().flatten().next();
        let name = name.map_or_else(String::new, |name| name.trim().to_owned());
        Some((Fault::LookupExhausted { name, uses: members.len() }, last))
    }

    pub(crate) fn streams(&self) -> usize {
        self.named.len()
    }

    pub(crate) fn names(&self, stream: usize, axis: usize) -> bool {
        self.named[stream][axis]
    }

    /// The choices of all axes, each once.
    pub(crate) fn combinations(&self) -> u128 {
        self.ways_after(None, 0, &State::default(), &[])
    }

    /// The first occurrences in all streams.
    pub(crate) fn firsts(&self) -> u128 {
        let state = self.start();
        (0..self.streams()).map(|stream| self.ways_after(Some(stream), 0, &state, &[])).sum()
    }

    /// In how many ways a stream, or with none all axes, can go on from an axis.
    fn ways_after(&self, stream: Option<usize>, axis: usize, state: &State, chosen: &[u32]) -> u128 {
        let product = self.products[stream.unwrap_or(self.streams())][axis];
        (0..self.groups.len())
            .fold(product, |ways, group| ways * self.group_ways(group, stream, axis, state, chosen))
    }

    fn group_ways(
        &self,
        at: usize,
        stream: Option<usize>,
        axis: usize,
        state: &State,
        chosen: &[u32],
    ) -> u128 {
        let group = &self.groups[at];
        let used = self.before[at][axis];
        match &group.kind {
            Kind::Uniform { size } => {
                let owed = stream.map_or(0, |stream| state.owed(stream, at).len());
                let named = |member: &&usize| stream.is_none_or(|stream| self.named[stream][**member]);
                let left = group.members[used..].iter().filter(named).count();
                // The owed ones go to any of the axes that are left, in any order; the rest choose freely.
                falling(left, owed) * falling(size.saturating_sub(used + owed), left.saturating_sub(owed))
            }
            Kind::Mixed(mixed) => mixed.ways(used, &self.used_keys(at, used, chosen)),
        }
    }

    /// The keys that the first members of a mixed group have taken.
    fn used_keys(&self, at: usize, members: usize, chosen: &[u32]) -> Bits {
        let group = &self.groups[at];
        let Kind::Mixed(mixed) = &group.kind else { return Bits::default() };
        let mut used = mixed.nothing();
        for (member, keys) in group.members.iter().zip(&mixed.keys).take(members) {
            if let Some(key) = keys[chosen[*member] as usize] {
                used.insert(key);
            }
        }
        used
    }

    /// Whether no value of an axis from this one on leads anywhere: an axis that no open stream names can
    /// only pass over what others hold.
    fn is_hopeless(&self, state: &State, axis: usize, value: u32) -> bool {
        if value == 0 || self.whole {
            return false;
        }
        let held = self.links[axis].map_or(0, |(group, _)| 2 * self.groups[group].members.len());
        let mut open = (0..self.streams()).filter(|stream| state.goes_on(*stream));
        held < value as usize && !open.any(|stream| self.named[stream][axis])
    }

    /// Whether a value clashes with what earlier axes have.
    fn is_taken(&self, axis: usize, value: u32, chosen: &[u32]) -> bool {
        let Some((at, place)) = self.links[axis] else { return false };
        let group = &self.groups[at];
        let mut earlier = group.members[..place].iter();
        match &group.kind {
            Kind::Uniform { .. } => earlier.any(|member| chosen[*member] == value),
            Kind::Mixed(mixed) => {
                let key = mixed.keys[place][value as usize];
                let mut earlier = earlier.zip(&mixed.keys);
                key.is_some() && earlier.any(|(member, keys)| keys[chosen[*member] as usize] == key)
            }
        }
    }
}
