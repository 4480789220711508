//! What is still open, for each stream, between two axes.

use super::Space;
use crate::group::Kind;

/// Streams that still lead to a first occurrence, and the values that their later axes owe.
#[derive(Clone, Debug, Default)]
pub(crate) struct State {
    /// Nothing when every stream goes on and owes nothing.
    streams: Vec<Stream>,
}

#[derive(Clone, Debug, Default)]
struct Stream {
    over: bool,
    /// For each group the values that a named axis has to take later: an unnamed one has passed them over,
    /// which it may only do when they are not free for it.
    owed: Vec<Vec<u32>>,
}

impl State {
    pub(crate) fn goes_on(&self, stream: usize) -> bool {
        self.streams.get(stream).is_none_or(|stream| !stream.over)
    }

    pub(super) fn owed(&self, stream: usize, group: usize) -> &[u32] {
        self.streams.get(stream).and_then(|stream| stream.owed.get(group)).map_or(&[], Vec::as_slice)
    }
}

impl Space {
    pub(crate) fn start(&self) -> State {
        if self.whole {
            return State::default();
        }
        let stream = Stream { over: false, owed: vec![Vec::new(); self.groups.len()] };
        State { streams: vec![stream; self.streams()] }
    }

    /// After an axis chose a value that is not taken. Nothing when no stream goes on with it.
    pub(super) fn choose(&self, state: &State, axis: usize, value: u32, chosen: &[u32]) -> Option<State> {
        if self.whole {
            return Some(State::default());
        }
        let mut after = state.clone();
        let mut any = false;
        for (stream, open) in after.streams.iter_mut().enumerate() {
            open.over = open.over || !self.allows(stream, open, axis, value, chosen);
            any |= !open.over;
        }
        any.then_some(after)
    }

    /// Whether a stream goes on, with what it owes brought up to date.
    fn allows(&self, stream: usize, open: &mut Stream, axis: usize, value: u32, chosen: &[u32]) -> bool {
        let named = self.named[stream][axis];
        let Some((at, place)) = self.links[axis] else { return named || value == 0 };
        let group = &self.groups[at];
        if matches!(group.kind, Kind::Mixed(_)) {
            return true;
        }
        let later = group.members[place + 1..].iter().filter(|member| self.named[stream][**member]).count();
        let owed = &mut open.owed[at];
        if named {
            owed.retain(|due| *due != value);
            return owed.len() <= later;
        }
        if owed.contains(&value) {
            return false;
        }
        // An unnamed axis has the least value that is left, so later named ones have all below it.
        for passed in 0..value {
            if !owed.contains(&passed) && !self.is_taken(axis, passed, chosen) {
                owed.push(passed);
                if later < owed.len() {
                    return false;
                }
            }
        }
        true
    }
}
