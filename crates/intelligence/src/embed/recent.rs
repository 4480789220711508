//! The vectors of the last queries.

use std::collections::HashMap;

use super::Vector;

/// At most so many; the one that was not asked for the longest goes first.
pub(super) struct Recent {
    vectors: HashMap<String, (Vector, u64)>,
    most: usize,
    asked: u64,
}

impl Recent {
    pub(super) fn new(most: usize) -> Self {
        Self { vectors: HashMap::new(), most, asked: 0 }
    }

    pub(super) fn get(&mut self, text: &str) -> Option<Vector> {
        self.asked += 1;
        let (vector, asked) = self.vectors.get_mut(text)?;
        *asked = self.asked;
        Some(*vector)
    }

    pub(super) fn put(&mut self, text: &str, vector: &Vector) {
        self.asked += 1;
        self.vectors.insert(text.to_owned(), (*vector, self.asked));
        if self.vectors.len() > self.most {
            let oldest = self.vectors.iter().min_by_key(|(_, (_, asked))| *asked);
            if let Some(oldest) = oldest.map(|(text, _)| text.clone()) {
                self.vectors.remove(&oldest);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_asked_for_stays() {
        let vector = [1.0; super::super::DIMENSIONS];
        let mut recent = Recent::new(2);
        recent.put("a", &vector);
        recent.put("b", &vector);
        assert_eq!(recent.get("a"), Some(vector));
        recent.put("c", &vector);
        assert_eq!((recent.get("b"), recent.get("a").is_some()), (None, true));
    }
}
