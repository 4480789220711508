//! Items that were there already, without keeping their texts: on a suspicion the earlier one is made again.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use crate::item::Item;

/// Ranks by the hash of their item. Of equal hashes the later ones lie at the next free numbers.
#[derive(Default)]
pub(crate) struct Seen {
    ranks: HashMap<u64, u128>,
}

impl Seen {
    /// Whether an item equals an earlier one; if not, it is one from now on. `make` makes an item of a rank.
    pub(crate) fn repeats<'e>(
        &mut self,
        rank: u128,
        item: &Item<'_>,
        make: impl Fn(u128) -> Option<Item<'e>>,
    ) -> bool {
        let mut hash = hash(item);
        while let Some(earlier) = self.ranks.get(&hash) {
            if make(*earlier).is_some_and(|earlier| equal(&earlier, item)) {
                return true;
            }
            hash = hash.wrapping_add(1);
        }
        self.ranks.insert(hash, rank);
        false
    }
}

fn hash(item: &Item<'_>) -> u64 {
    let mut hasher = DefaultHasher::new();
    item.prompt.hash(&mut hasher);
    item.negative_prompt.hash(&mut hasher);
    for parameter in &item.parameters {
        parameter.name.hash(&mut hasher);
        parameter.value.hash(&mut hasher);
    }
    hasher.finish()
}

/// Whether a provider would be asked for the same.
fn equal(one: &Item<'_>, other: &Item<'_>) -> bool {
    let same_parameters = || {
        let pairs = one.parameters.iter().zip(&other.parameters);
        one.parameters.len() == other.parameters.len()
            && pairs.into_iter().all(|(one, other)| one.name == other.name && one.value == other.value)
    };
    one.prompt == other.prompt && one.negative_prompt == other.negative_prompt && same_parameters()
}
