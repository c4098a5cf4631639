//! What a printed figure may stand for inside a claim.

use core::str::FromStr;

use crate::number::Rounding;
use crate::printed::PrintedAmount;
use crate::programme::{Bound, Figure, Target};
use crate::{Decimal, End, Error, Interval, Ratio};

/// A reached or promised amount as it was printed, with every number that it may stand for.
///
/// | printed | reached | target |
/// |---|---|---|
/// | `9935` | 9935 | 9935 |
/// | `1.94万` | 19 350 to below 19 450 | the same |
/// | `1万` | 5000 to below 15 000 | the same |
/// | `约400` | 360 to 440 | the same |
/// | `1.7万余` | 17 000 to below 18 000 | the same |
/// | `超1800` | above 1800 | 1800: what was promised is "more than" that |
///
/// ```
/// use pledgeboard::claim::Amount;
/// let amount = Amount::reached("1万")?;
/// assert_eq!(amount.face(), Some("10000".parse()?));
/// assert!(amount.allows("14999".parse()?) && !amount.allows("15000".parse()?));
/// # Ok::<(), pledgeboard::Error>(())
/// ```
#[derive(Clone, PartialEq, Debug)]
pub struct Amount {
    pub(super) printed: String,
    pub(super) face: Option<Decimal>,
    pub(super) allowed: Interval<Ratio>,
    pub(super) unit: String,
    /// 低于, 不超过: as a target it asks for less.
    pub(super) is_ceiling: bool,
}

impl Amount {
    /// What was reached, as printed.
    ///
    /// ```
    /// use pledgeboard::claim::Amount;
    /// assert!(Amount::reached("超1800户")?.allows("5000".parse()?));
    /// # Ok::<(), pledgeboard::Error>(())
    /// ```
    pub fn reached(printed: &str) -> Result<Amount, Error> {
        let amount: PrintedAmount = printed.parse()?;
        Amount::new(printed, &amount)
    }

    /// What was promised, as printed. Words that make the promise a bound (不少于, 超, 以内) leave its figure exact.
    ///
    /// ```
    /// use pledgeboard::claim::Amount;
    /// assert!(!Amount::target("超1800户")?.allows("5000".parse()?));
    /// # Ok::<(), pledgeboard::Error>(())
    /// ```
    pub fn target(printed: &str) -> Result<Amount, Error> {
        let mut amount: PrintedAmount = printed.parse()?;
        let is_ceiling = matches!(amount.bound, Bound::AtMost | Bound::LessThan);
        if !amount.and_more && amount.bound != Bound::About {
            amount.bound = Bound::Exact;
        }
        Ok(Amount { is_ceiling, ..Amount::new(printed, &amount)? })
    }

    fn new(printed: &str, amount: &PrintedAmount) -> Result<Amount, Error> {
        let allowed = amount.within_claim()?;
        // What is counted or measured starts at nothing: 不足50 is 0 to below 50.
        let low = allowed.low().or_else(|| (!amount.value.is_negative()).then_some(ZERO_END));
        let allowed = Interval::new(low, allowed.high()).ok_or_else(Error::out_of_range)?;
        Ok(Amount {
            printed: printed.trim().to_owned(),
            face: Some(amount.value),
            allowed: ratios(&allowed)?,
            unit: amount.unit.clone(),
            is_ceiling: false,
        })
    }

    /// A sum over reports, which nobody printed.
    pub(super) fn sum(total: &Interval<Decimal>) -> Result<Amount, Error> {
        let face = total.as_exact();
        let printed = face.or(total.low().map(|low| low.value)).map(|face| face.to_string()).unwrap_or_default();
        Ok(Amount { printed, face, allowed: ratios(total)?, unit: String::new(), is_ceiling: false })
    }

    /// The figure of a report: by its printed words if it carries them, else what the document says it allows.
    pub(super) fn of_figure(figure: &Figure) -> Result<Amount, Error> {
        let printed = figure.printed.as_ref().map(|printed| printed.0.as_str());
        if let Some(amount) = printed.and_then(|printed| Amount::reached(printed).ok())
            && amount.face == figure.value
        {
            return Ok(amount);
        }
        let named = figure.value.map(|value| value.to_string());
        Ok(Amount { printed: named.unwrap_or_default(), face: figure.value, ..Amount::sum(&figure.interval)? })
    }

    /// The figure of a target: by its printed words, else exact. `None` for promises without one.
    pub(super) fn of_target(target: &Target) -> Result<Option<Amount>, Error> {
        let value = match target.goal {
            crate::programme::Goal::All { whole } => Some(whole.unwrap_or(Decimal::HUNDRED)),
            goal => goal.value(),
        };
        let Some(value) = value else { return Ok(None) };
        let printed = target.printed.as_ref().and_then(|printed| Amount::target(&printed.0).ok());
        if let Some(amount) = printed.filter(|amount| amount.face == Some(value)) {
            return Ok(Some(amount));
        }
        Ok(Some(Amount { unit: target.unit.text.clone(), ..Amount::sum(&Interval::exact(value))? }))
    }

    /// The same on the way from a baseline.
    pub(super) fn way_from(&self, baseline: Decimal, falling: bool) -> Result<Amount, Error> {
        let from = Ratio::from(baseline);
        let way = |amount: Ratio| if falling { from.checked_sub(&amount) } else { amount.checked_sub(&from) };
        let face = self.face.map(|face| if falling { baseline.checked_sub(face) } else { face.checked_sub(baseline) });
        Ok(Amount { face: face.transpose()?, allowed: self.allowed.map(falling, way)?, ..self.clone() })
    }

    /// The same on the other side of zero.
    pub(super) fn turned(&self) -> Result<Amount, Error> {
        let face = self.face.map(|face| Decimal::ZERO.checked_sub(face)).transpose()?;
        Ok(Amount { face, allowed: crate::bounds::turned(&self.allowed)?, ..self.clone() })
    }

    /// The named figure: 400 of `约400`.
    ///
    /// ```
    /// assert_eq!(pledgeboard::claim::Amount::reached("约400")?.face(), Some("400".parse()?));
    /// # Ok::<(), pledgeboard::Error>(())
    /// ```
    pub fn face(&self) -> Option<Decimal> {
        self.face
    }

    /// Whether the printed figure may stand for this number.
    ///
    /// ```
    /// assert!(pledgeboard::claim::Amount::reached("2.5公里")?.allows("2.54".parse()?));
    /// # Ok::<(), pledgeboard::Error>(())
    /// ```
    pub fn allows(&self, amount: Decimal) -> bool {
        self.allowed.contains(amount.into())
    }
}

const ZERO_END: End<Decimal> = End { value: Decimal::ZERO, open: false };

fn ratios(interval: &Interval<Decimal>) -> Result<Interval<Ratio>, Error> {
    interval.map(false, |value| Ok(Ratio::from(value)))
}

/// A published rate as it was printed, with every rate that it may stand for.
///
/// A rate p with a last place u stands for p − u/2 to below p + u, whether it was rounded or cut off, integers too. Zeros at
/// the end of its decimals may be padding: 69.70 may be 69.7, printed with two places for looks.
///
/// ```
/// use pledgeboard::{Ratio, claim::Rate};
/// let rate: Rate = "69.70%".parse()?;
/// assert!(rate.allows(&Ratio::of("6965".parse()?, "10000".parse()?)?));
/// assert!(!rate.allows(&Ratio::of("6980".parse()?, "10000".parse()?)?));
/// assert!("54部".parse::<Rate>().unwrap_err().is_number());
/// # Ok::<(), pledgeboard::Error>(())
/// ```
#[derive(Clone, PartialEq, Debug)]
pub struct Rate {
    pub(super) printed: String,
    /// Per cent.
    pub(super) value: Decimal,
    /// Whether it stands without words (超过, 近).
    pub(super) is_plain: bool,
    /// Its printed decimals.
    pub(super) places: u32,
    /// As shares.
    pub(super) allowed: Interval<Ratio>,
}

impl Rate {
    /// Whether the printed rate may stand for this share (1 is 100 %).
    ///
    /// ```
    /// use pledgeboard::{Ratio, claim::Rate};
    /// assert!("100".parse::<Rate>()?.allows(&Ratio::ONE));
    /// # Ok::<(), pledgeboard::Error>(())
    /// ```
    pub fn allows(&self, share: &Ratio) -> bool {
        self.allowed.contains(*share)
    }

    /// Whether a share, rounded so at the printed places, is what was printed.
    pub(super) fn is_printed(&self, share: &Ratio, rounding: Rounding) -> Result<bool, Error> {
        Ok(share.percent(self.places, rounding)?.parse::<Decimal>()? == self.value)
    }

    /// One unit of its last printed place, as a share.
    pub(super) fn last_place(&self) -> Result<Ratio, Error> {
        Ok(Ratio::from(Decimal::new(1, self.places + 2)?))
    }
}

impl FromStr for Rate {
    type Err = Error;

    /// Reads `124.19`, `54%`, `１２４.１９％`, `超过100%`; another unit than % is an error.
    fn from_str(printed: &str) -> Result<Rate, Error> {
        let amount: PrintedAmount = printed.parse()?;
        if !matches!(amount.unit.as_str(), "" | "%") {
            return Err(Error::number());
        }
        let value = amount.value;
        let places = amount.rounded_to.map_or(0, |last| last.scale());
        let percent = if amount.bound == Bound::Exact {
            // Without the zeros at its end, which may be padding. Cutting off goes towards zero, so a negative rate is mirrored.
            let last = Decimal::new(1, value.scale())?;
            let half = last.checked_mul(Decimal::new(5, 1)?)?;
            let end = |value, open| Some(End { value, open });
            let (low, high) = if value.is_negative() {
                (end(value.checked_sub(last)?, true), end(value.checked_add(half)?, false))
            } else {
                (end(value.checked_sub(half)?, false), end(value.checked_add(last)?, true))
            };
            Interval::new(low, high).ok_or_else(Error::out_of_range)?
        } else {
            amount.within_claim()?
        };
        let share = |end: End<Decimal>| -> Result<End<Ratio>, Error> {
            Ok(End { value: Ratio::from(Decimal::new(end.value.mantissa(), end.value.scale() + 2)?), open: end.open })
        };
        let (low, high) = (percent.low().map(share).transpose()?, percent.high().map(share).transpose()?);
        let mut printed = printed.trim().to_owned();
        if !printed.contains(['%', '％']) {
            printed.push('%');
        }
        let is_plain = amount.bound == Bound::Exact;
        Ok(Rate {
            printed,
            value,
            is_plain,
            places,
            allowed: Interval::new(low, high).ok_or_else(Error::out_of_range)?,
        })
    }
}
