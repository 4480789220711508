//! Arithmetic with amounts of money, in ten-thousandths of a unit.

use crate::record::Budget;

/// Ten-thousandths in a unit: amounts have four decimals at most.
const SCALE: i128 = 10_000;

/// The amount in ten-thousandths; none of what is no amount.
fn scaled(money: &Budget) -> Option<i128> {
    let (whole, decimals) = money.amount.split_once('.').unwrap_or((&money.amount, ""));
    let decimals: i128 = format!("{decimals:0<4}").parse().ok()?;
    Some(whole.parse::<i128>().ok()? * SCALE + decimals)
}

/// What so many minutes cost at an hourly rate, to two decimals, halves up.
pub(super) fn of_time(rate: &Budget, minutes: u64) -> Option<Budget> {
    let hundredths = (scaled(rate)? * i128::from(minutes) / 60 + 50) / 100;
    let amount = format!("{}.{:02}", hundredths / 100, hundredths % 100);
    Some(Budget { amount, currency: rate.currency.clone() })
}

/// What part of the whole it is; none when the currencies differ or the whole is nothing.
#[expect(clippy::cast_precision_loss, reason = "a part is shown with two digits")]
pub(super) fn part(of: &Budget, whole: &Budget) -> Option<f64> {
    let (part, all) = (scaled(of)?, scaled(whole)?);
    (of.currency == whole.currency && all != 0).then(|| part as f64 / all as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn euros(amount: &str) -> Budget {
        Budget { amount: amount.into(), currency: "EUR".into() }
    }

    #[test]
    fn time_costs_its_part_of_an_hour() {
        assert_eq!(of_time(&euros("40"), 75), Some(euros("50.00")));
        assert_eq!(of_time(&euros("33.3333"), 90), Some(euros("50.00")));
        assert_eq!(of_time(&euros("0.5"), 1), Some(euros("0.01")));
    }

    #[test]
    fn parts_are_of_one_currency() {
        assert_eq!(part(&euros("50.00"), &euros("200")), Some(0.25));
        assert_eq!(part(&euros("50"), &euros("0")), None);
        assert_eq!(part(&euros("50"), &Budget { currency: "USD".into(), ..euros("200") }), None);
    }
}
