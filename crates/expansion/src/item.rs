//! One item of an order: what is sent to a provider, and what was chosen for it.

use crate::position::At;
use crate::scalar::Scalar;

/// An item, borrowing what it shares with the others from its expansion.
#[derive(Clone, Debug, PartialEq)]
pub struct Item<'e> {
    /// Its number among all combinations, repeated and unsampled ones included. Draws depend on it, so an item
    /// is the same in a sample as in the whole.
    pub index: u128,
    /// Which batch of the order, from 0.
    pub batch: usize,
    /// Which sub-prompt of the batch, from 0.
    pub subprompt: usize,
    /// The finished prompt.
    pub prompt: String,
    /// The finished negative prompt.
    pub negative_prompt: String,
    /// The parameters, in the order in which they were declared.
    pub parameters: Vec<ParameterValue<'e>>,
    /// What each token had that the item's texts name.
    pub axes: Vec<AxisValue<'e>>,
}

/// What a parameter is in an item.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ParameterValue<'e> {
    /// Its name.
    pub name: &'e str,
    /// Its value.
    pub value: &'e Scalar,
    /// Where the chance of a draw began; nothing where nothing was drawn.
    pub seed: Option<u64>,
}

/// What a token had in an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AxisValue<'e> {
    /// The place in [`crate::Expansion::axes`].
    pub axis: usize,
    /// Its text.
    pub text: &'e str,
    /// Where the chance of a draw began; nothing where nothing was drawn.
    pub seed: Option<u64>,
}

/// A token of an order, for a grid that shows one of its dimensions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AxisInfo {
    /// The batch that it is in.
    pub batch: usize,
    /// Its label, its lookup as it is called there, or `token 3`.
    pub name: String,
    /// Its number in the order's text, from 0, as in the labels of draws.
    pub token: usize,
    /// Where it stands.
    pub at: At,
    /// How many values it has. One, where a text is drawn for each item.
    pub size: usize,
    /// Whether a value of it is drawn for each item.
    pub drawn: bool,
}
