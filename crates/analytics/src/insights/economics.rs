//! What a piece cost and earned.

/// Sums of a piece. Money is in the smallest unit of one currency, such as pence.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Piece {
    /// Minutes worked.
    pub minutes: u64,
    /// What its materials cost.
    pub materials: i64,
    /// What is paid for it; none when no price is known.
    pub price: Option<i64>,
    /// What an hour should cost; none when nobody said.
    pub target_rate: Option<i64>,
}

/// What follows from them, in the same unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Economics {
    /// What remains of the price when materials are paid.
    pub margin: Option<i64>,
    /// What remains for each hour, rounded to the nearest; none before work began.
    pub hourly_rate: Option<i64>,
    /// The price that would pay the materials and each hour at the rate wished for.
    pub fair_price: Option<i64>,
}

/// What a piece earns.
pub fn economics(piece: &Piece) -> Economics {
    let margin = piece.price.map(|price| price.saturating_sub(piece.materials));
    let minutes = i128::from(piece.minutes);
    let hourly = |margin: i64| (minutes != 0).then(|| rounded(i128::from(margin) * 60, minutes));
    let fair = |rate: i64| rounded(i128::from(rate) * minutes, 60).saturating_add(piece.materials);
    Economics { margin, hourly_rate: margin.and_then(hourly), fair_price: piece.target_rate.map(fair) }
}

/// The quotient, halves away from zero, within what 64 bits hold.
fn rounded(dividend: i128, divisor: i128) -> i64 {
    let half = divisor / 2 * dividend.signum();
    let quotient = (dividend + half) / divisor;
    i64::try_from(quotient).unwrap_or(if quotient < 0 { i64::MIN } else { i64::MAX })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rate_is_what_remains_for_an_hour() {
        let piece = Piece { minutes: 2_400, materials: 9_000, price: Some(90_000), target_rate: Some(2_500) };
        let expected =
            Economics { margin: Some(81_000), hourly_rate: Some(2_025), fair_price: Some(109_000) };
        assert_eq!(economics(&piece), expected);
    }

    #[test]
    fn nothing_is_made_up_for_what_is_not_known() {
        let unknown = Economics { margin: None, hourly_rate: None, fair_price: None };
        assert_eq!(economics(&Piece { minutes: 60, materials: 5, ..Piece::default() }), unknown);
        let unworked = economics(&Piece { price: Some(100), ..Piece::default() });
        assert_eq!((unworked.margin, unworked.hourly_rate), (Some(100), None));
    }

    #[test]
    fn losses_and_halves_round_away_from_zero() {
        let rate = |minutes, price| {
            economics(&Piece { minutes, price: Some(price), ..Piece::default() }).hourly_rate
        };
        assert_eq!(rate(120, 5), Some(3));
        assert_eq!(rate(120, -5), Some(-3));
        assert_eq!(rate(1, i64::MAX), Some(i64::MAX));
    }
}
