//! Figures that somebody published and that can be checked (公布数据).
//!
//! A newspaper prints "9935 people trained, 124.19 % of the target". Of *reached*, *target* and *published rate* any two give
//! the third, and three can contradict each other. [`Claim`] takes the figures as they were printed, [`Claim::check`] says
//! what they allow and gives one of seven verdicts:
//!
//! ```
//! use pledgeboard::claim::{Claim, Verdict};
//! let claim = Claim::new().reached("9935人次")?.published_rate("124.19%")?;
//! let check = claim.check()?;
//! // Without a target from elsewhere there is nothing to check; but only one whole target fits.
//! assert_eq!(check.verdict, Verdict::Uncheckable);
//! assert_eq!(check.targets, Some(vec!["8000".parse()?]));
//! assert_eq!(claim.target("8000")?.check()?.verdict, Verdict::Exact);
//! # Ok::<(), pledgeboard::Error>(())
//! ```
//!
//! A printed figure stands for more than one number. Inside a claim an amount may be off by half a unit of its last printed
//! digit if its printing shows that it was rounded (by 万, 亿 or decimals); 约 is ±10 %, 余 ends below the next round figure,
//! 超 is open upward ([`Amount`]). A published rate may have been rounded, cut off or padded with zeros ([`Rate`]). A claim is
//! called `inconsistent` only if none of all these numbers fits: the benefit of the doubt is the publisher's.

mod explain;
mod figure;
mod published;
mod siblings;
#[cfg(test)]
mod tests;
mod wholes;

pub use figure::{Amount, Rate};
#[cfg(feature = "serde")]
pub(crate) use published::published_each;
pub use published::{PublishedRate, published, published_all};
pub use siblings::{Siblings, Total, check_siblings};

use crate::bounds;
use crate::number::Rounding;
use crate::{Decimal, Error, Interval, Ratio, units};

/// What the figures of a claim come to. The first that applies, in this order.
///
/// ```
/// use pledgeboard::claim::{Claim, Verdict};
/// let claim = |reached, target, rate| Claim::new().reached(reached)?.target(target)?.published_rate(rate)?.check();
/// assert_eq!(claim("1098", "1000", "109.8")?.verdict, Verdict::Exact);
/// assert_eq!(claim("1008", "1100", "91.63")?.verdict, Verdict::Truncated);
/// assert_eq!(claim("51", "39", "100")?.verdict, Verdict::Capped);
/// assert_eq!(claim("1.7万余", "1.4万", "122.30")?.verdict, Verdict::Consistent);
/// assert_eq!(claim("3", "15", "27")?.verdict, Verdict::Inconsistent);
/// # Ok::<(), pledgeboard::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum Verdict {
    /// Fewer than three figures, a target of zero, or one that was inferred from this very rate.
    Uncheckable,
    /// The figures at face value, rounded half away from zero at the printed places, give the published rate.
    Exact,
    /// Their digits cut off at the printed places do.
    Truncated,
    /// 100 was printed, and more was reached.
    Capped,
    /// Some numbers within what was printed give it.
    Consistent,
    /// One of several shares that were bent to add up to 100 ([`check_siblings`]).
    ForcedTotal,
    /// Nothing within what was printed gives it.
    Inconsistent,
}

impl Verdict {
    /// The stable word of the data.
    ///
    /// ```
    /// assert_eq!(pledgeboard::claim::Verdict::ForcedTotal.code(), "forced_total");
    /// ```
    pub fn code(self) -> &'static str {
        match self {
            Verdict::Uncheckable => "uncheckable",
            Verdict::Exact => "exact",
            Verdict::Truncated => "truncated",
            Verdict::Capped => "capped",
            Verdict::Consistent => "consistent",
            Verdict::ForcedTotal => "forced_total",
            Verdict::Inconsistent => "inconsistent",
        }
    }
}

/// How a printed ratio was computed.
///
/// Where more is better there is one way. Where less is better (an unemployment rate below 4.3 %, 3.57 reached) offices
/// print three different ones; each is checked as the arithmetic that it is, and none becomes a completion rate.
///
/// ```
/// use pledgeboard::claim::{Arithmetic, Claim};
/// let claim = Claim::new().reached("3.57")?.target("4.3")?.lower_is_better(true);
/// assert_eq!(claim.clone().published_rate("83.02")?.check()?.arithmetic, Arithmetic::ReachedOverTarget);
/// assert_eq!(claim.clone().published_rate("120.45")?.check()?.arithmetic, Arithmetic::TargetOverReached);
/// assert_eq!(claim.published_rate("116.98")?.check()?.arithmetic, Arithmetic::TwoMinus);
/// # Ok::<(), pledgeboard::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum Arithmetic {
    /// reached ÷ target.
    ReachedOverTarget,
    /// target ÷ reached.
    TargetOverReached,
    /// 2 − reached ÷ target.
    TwoMinus,
}

/// Up to three printed figures that belong together.
///
/// Each setter reads what was printed; what is no figure is an error ([`Error::is_number`]).
///
/// ```
/// use pledgeboard::claim::{Claim, Verdict};
/// // Nobody builds 3.34 of ten schools: two figures whose third must be whole can contradict each other.
/// let claim = Claim::new().target("10所")?.published_rate("33.4%")?;
/// assert_eq!(claim.check()?.verdict, Verdict::Inconsistent);
/// assert!(Claim::new().reached("若干").unwrap_err().is_number());
/// # Ok::<(), pledgeboard::Error>(())
/// ```
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Claim {
    reached: Option<Amount>,
    target: Option<Amount>,
    rate: Option<Rate>,
    unit: String,
    counted: Option<bool>,
    lower_is_better: Option<bool>,
    inferred: bool,
}

/// What a claim comes to.
///
/// ```
/// use pledgeboard::{Locale, claim::Claim};
/// let claim = Claim::new().reached("21部")?.target("39部")?;
/// let check = claim.check()?;
/// assert_eq!(check.rate.unwrap().as_exact().unwrap(), pledgeboard::Ratio::of("21".parse()?, "39".parse()?)?);
/// assert_eq!(claim.explain(&check, Locale::En), "No rate was published; 21部 ÷ 39部 = 53.85%.");
/// # Ok::<(), pledgeboard::Error>(())
/// ```
#[derive(Clone, PartialEq, Debug)]
#[non_exhaustive]
pub struct Check {
    /// The verdict.
    pub verdict: Verdict,
    /// Reached ÷ target as a share (1 is 100 %): everything that the two printed figures allow; of claims where less is
    /// better the ratio that [`arithmetic`](Check::arithmetic) names.
    pub rate: Option<Interval<Ratio>>,
    /// Target × published rate: what can have been reached.
    pub reached: Option<Interval<Ratio>>,
    /// Reached ÷ published rate: what can have been promised.
    pub target: Option<Interval<Ratio>>,
    /// The whole targets that the reached figure and the published rate allow: one, several or none. `None` if there are
    /// not both figures, if the unit is measured (公里), or if more than [`Check::MOST`] fit.
    pub targets: Option<Vec<Decimal>>,
    /// The whole reached figures that the target and the published rate allow, likewise.
    pub reached_whole: Option<Vec<Decimal>>,
    /// How the ratio was taken.
    pub arithmetic: Arithmetic,
}

impl Check {
    /// More whole figures than this are not listed one by one.
    ///
    /// ```
    /// use pledgeboard::claim::{Check, Claim};
    /// // 9 935 000 at 124 % leaves some 96 000 whole targets.
    /// assert!(Claim::new().reached("9935000")?.published_rate("124")?.check()?.targets.is_none());
    /// assert_eq!(Check::MOST, 1000);
    /// # Ok::<(), pledgeboard::Error>(())
    /// ```
    pub const MOST: usize = 1000;

    /// With its amounts on the other side of zero.
    fn turned(self) -> Result<Check, Error> {
        let turned = |amounts: Option<Interval<Ratio>>| amounts.map(|one| bounds::turned(&one)).transpose();
        let wholes = |wholes: Option<Vec<Decimal>>| {
            wholes.map(|list| list.iter().map(|one| Decimal::ZERO.checked_sub(*one)).collect()).transpose()
        };
        Ok(Check {
            reached: turned(self.reached)?,
            target: turned(self.target)?,
            targets: wholes(self.targets)?,
            reached_whole: wholes(self.reached_whole)?,
            ..self
        })
    }
}

impl Claim {
    /// A claim without figures.
    ///
    /// ```
    /// use pledgeboard::claim::{Claim, Verdict};
    /// assert_eq!(Claim::new().check()?.verdict, Verdict::Uncheckable);
    /// # Ok::<(), pledgeboard::Error>(())
    /// ```
    pub fn new() -> Claim {
        Claim::default()
    }

    /// What was reached, as printed: `9935人次`, `1.7万余`, `约400张`.
    ///
    /// ```
    /// assert!(pledgeboard::claim::Claim::new().reached("1.7万余").is_ok());
    /// ```
    pub fn reached(mut self, printed: &str) -> Result<Claim, Error> {
        self.reached = Some(Amount::reached(printed)?);
        Ok(self)
    }

    /// What was promised, as printed: `1.4万`, `不少于5场`.
    ///
    /// ```
    /// assert!(pledgeboard::claim::Claim::new().target("不少于5场").is_ok());
    /// ```
    pub fn target(mut self, printed: &str) -> Result<Claim, Error> {
        self.target = Some(Amount::target(printed)?);
        Ok(self)
    }

    /// The published rate in per cent, as printed: `124.19`, `54%`, `超过100%`.
    ///
    /// ```
    /// assert!(pledgeboard::claim::Claim::new().published_rate("69.70").is_ok());
    /// ```
    pub fn published_rate(mut self, printed: &str) -> Result<Claim, Error> {
        self.rate = Some(printed.parse()?);
        Ok(self)
    }

    /// The unit of both amounts, where it is not printed beside them.
    ///
    /// ```
    /// use pledgeboard::claim::Claim;
    /// let claim = Claim::new().reached("25")?.published_rate("50")?;
    /// assert!(claim.clone().unit("公里").check()?.targets.is_none());
    /// assert_eq!(claim.unit("部").check()?.targets, Some(vec!["50".parse()?]));
    /// # Ok::<(), pledgeboard::Error>(())
    /// ```
    #[must_use]
    pub fn unit(mut self, unit: &str) -> Claim {
        unit.clone_into(&mut self.unit);
        self
    }

    /// Whether both amounts are whole; by default the lexicon of units says it, and an unknown unit may be measured.
    ///
    /// ```
    /// use pledgeboard::claim::{Claim, Verdict};
    /// let claim = Claim::new().target("10")?.published_rate("33.4")?;
    /// assert_eq!(claim.clone().check()?.verdict, Verdict::Uncheckable);
    /// assert_eq!(claim.counted(true).check()?.verdict, Verdict::Inconsistent);
    /// # Ok::<(), pledgeboard::Error>(())
    /// ```
    #[must_use]
    pub fn counted(mut self, counted: bool) -> Claim {
        self.counted = Some(counted);
        self
    }

    /// Whether less is better, so that the ratio is no completion rate ([`Arithmetic`]); by default the words of the target say
    /// it (低于, 不超过).
    ///
    /// ```
    /// use pledgeboard::claim::{Claim, Verdict};
    /// let claim = Claim::new().reached("3.57")?.target("4.3")?.published_rate("120.45")?;
    /// assert_eq!(claim.clone().check()?.verdict, Verdict::Inconsistent);
    /// assert_eq!(claim.clone().lower_is_better(true).check()?.verdict, Verdict::Exact);
    /// # #[cfg(feature = "diagnostics")]
    /// assert_eq!(claim.target("低于4.3")?.check()?.verdict, Verdict::Exact);
    /// # Ok::<(), pledgeboard::Error>(())
    /// ```
    #[must_use]
    pub fn lower_is_better(mut self, lower: bool) -> Claim {
        self.lower_is_better = Some(lower);
        self
    }

    /// Says that the target was inferred from this very rate, which therefore cannot be checked against it.
    ///
    /// ```
    /// use pledgeboard::claim::{Claim, Verdict};
    /// let claim = Claim::new().reached("9935")?.target("8000")?.published_rate("124.19")?;
    /// assert_eq!(claim.target_inferred(true).check()?.verdict, Verdict::Uncheckable);
    /// # Ok::<(), pledgeboard::Error>(())
    /// ```
    #[must_use]
    pub fn target_inferred(mut self, inferred: bool) -> Claim {
        self.inferred = inferred;
        self
    }

    /// Checks the figures against each other.
    ///
    /// An error is a figure beyond all limits ([`Error::is_out_of_range`]); everything else is a verdict.
    ///
    /// ```
    /// use pledgeboard::claim::{Claim, Verdict};
    /// let check = Claim::new().reached("27")?.target("58")?.published_rate("46.5")?.check()?;
    /// assert_eq!(check.verdict, Verdict::Truncated);
    /// # Ok::<(), pledgeboard::Error>(())
    /// ```
    pub fn check(&self) -> Result<Check, Error> {
        // A share of minus five is what minus that is of five.
        let below_zero = self.target.as_ref().and_then(|target| target.allowed.high());
        if below_zero.is_some_and(|high| high.value < Ratio::ZERO) {
            let turned = |amount: &Option<Amount>| amount.as_ref().map(Amount::turned).transpose();
            let mirrored = Claim { reached: turned(&self.reached)?, target: turned(&self.target)?, ..self.clone() };
            return mirrored.check_upward()?.turned();
        }
        self.check_upward()
    }

    /// The check of a claim whose target is not below zero.
    fn check_upward(&self) -> Result<Check, Error> {
        let (reached, target, rate) = (self.reached.as_ref(), self.target_above_zero(), self.rate.as_ref());
        let mut check = Check {
            verdict: Verdict::Uncheckable,
            rate: None,
            reached: None,
            target: None,
            targets: None,
            reached_whole: None,
            arithmetic: Arithmetic::ReachedOverTarget,
        };
        if let Some((reached, target)) = reached.zip(target) {
            check.rate = Some(bounds::quotient(&reached.allowed, &target.allowed)?);
        }
        if let Some((target, rate)) = target.zip(rate) {
            check.reached = Some(bounds::product(&target.allowed, &rate.allowed)?);
            if self.may_be_whole() {
                check.reached_whole = wholes::reached(&target.allowed, &rate.allowed, self.is_counted())?;
            }
        }
        // A target of zero gives no rate whatever it should have been.
        if let Some((reached, rate)) = reached.zip(rate).filter(|_| self.target.is_none() || target.is_some()) {
            check.target = bounds::divisor(&reached.allowed, &rate.allowed)?;
            if self.may_be_whole() {
                check.targets = match &check.target {
                    Some(target) => wholes::targets(target, &reached.allowed, &rate.allowed, self.is_counted())?,
                    None => None,
                };
            }
        }
        if let (Some(reached), Some(target), Some(rate), false) = (reached, target, rate, self.inferred) {
            self.judge(&mut check, reached, target, rate)?;
        } else if self.is_counted() && !self.inferred && self.lacks_whole(&check) {
            check.verdict = Verdict::Inconsistent;
        }
        Ok(check)
    }

    /// Two figures whose third must be whole, and no whole one fits.
    fn lacks_whole(&self, check: &Check) -> bool {
        let none = |wholes: &Option<Vec<Decimal>>| wholes.as_ref().is_some_and(Vec::is_empty);
        self.target.is_none() && none(&check.targets) || self.reached.is_none() && none(&check.reached_whole)
    }

    /// The verdict of three figures.
    fn judge(&self, check: &mut Check, reached: &Amount, target: &Amount, rate: &Rate) -> Result<(), Error> {
        let Some(ratio) = check.rate else { return Ok(()) };
        let face = match reached.face.zip(target.face) {
            Some((reached, target)) => Some(Ratio::of(reached, target)?),
            None => None,
        };
        let fits = !self.is_counted() || wholes::pair(&reached.allowed, &target.allowed, &rate.allowed)?;
        check.verdict = rate.verdict(face, &ratio, fits)?;
        if !self.is_lower_better() || check.verdict != Verdict::Inconsistent {
            return Ok(());
        }
        let two = Ratio::from(Decimal::from(2));
        let minus = |ratio: Ratio| two.checked_sub(&ratio);
        let mut others = vec![(Arithmetic::TwoMinus, face.map(minus).transpose()?, ratio.map(true, minus)?)];
        if reached.allowed.low().is_some_and(|low| low.value > Ratio::ZERO) {
            let turned = match reached.face.zip(target.face) {
                Some((reached, target)) => Some(Ratio::of(target, reached)?),
                None => None,
            };
            let ratio = bounds::quotient(&target.allowed, &reached.allowed)?;
            others.insert(0, (Arithmetic::TargetOverReached, turned, ratio));
        }
        for (arithmetic, face, ratio) in others {
            let verdict = rate.verdict(face, &ratio, true)?;
            if verdict != Verdict::Inconsistent {
                (check.verdict, check.rate, check.arithmetic) = (verdict, Some(ratio), arithmetic);
                // These hold for reached ÷ target only.
                (check.reached, check.target, check.targets, check.reached_whole) = (None, None, None, None);
                break;
            }
        }
        Ok(())
    }

    pub(super) fn is_lower_better(&self) -> bool {
        self.lower_is_better.unwrap_or_else(|| self.target.as_ref().is_some_and(|target| target.is_ceiling))
    }

    /// The target, if a ratio to it can be had.
    fn target_above_zero(&self) -> Option<&Amount> {
        self.target.as_ref().filter(|target| target.allowed.low().is_some_and(|low| low.value > Ratio::ZERO))
    }

    /// The decimals of the published rate; 0 without one.
    #[cfg(feature = "serde")]
    pub(crate) fn places(&self) -> u32 {
        self.rate.as_ref().map_or(0, |rate| rate.places)
    }

    /// The figures that were given, as printed: reached, target, rate.
    pub(crate) fn printed(&self) -> [Option<&str>; 3] {
        [
            self.reached.as_ref().map(|amount| amount.printed.as_str()),
            self.target.as_ref().map(|amount| amount.printed.as_str()),
            self.rate.as_ref().map(|rate| rate.printed.as_str()),
        ]
    }

    fn amounts(&self) -> impl Iterator<Item = &Amount> {
        self.reached.iter().chain(&self.target)
    }

    fn units(&self) -> impl Iterator<Item = &str> {
        self.amounts().map(|amount| amount.unit.as_str()).chain([self.unit.as_str()])
    }

    /// Whether both amounts must be whole. A printed fraction shows that they need not be, whatever the unit says.
    fn is_counted(&self) -> bool {
        let whole = self.amounts().all(|amount| amount.face.is_none_or(|face| face.is_integer()));
        whole && self.counted.unwrap_or_else(|| self.units().any(units::is_counted))
    }

    /// Whether whole figures say anything: not for what is known to be measured.
    fn may_be_whole(&self) -> bool {
        let measured = || {
            self.amounts().any(|amount| amount.face.is_some_and(|face| !face.is_integer()))
                || self.units().any(|unit| units::find(unit).is_some_and(|entry| !entry.counted))
        };
        self.is_counted() || self.counted.is_none() && !measured()
    }
}

impl Rate {
    /// What a ratio comes to against this rate: its face value and everything that it may have been.
    fn verdict(&self, face: Option<Ratio>, ratio: &Interval<Ratio>, fits: bool) -> Result<Verdict, Error> {
        if let Some(face) = face {
            if self.is_printed(&face, Rounding::HalfUp)? {
                return Ok(Verdict::Exact);
            }
            let towards_zero = if face.is_negative() { Rounding::Up } else { Rounding::Down };
            if self.is_printed(&face, towards_zero)? {
                return Ok(Verdict::Truncated);
            }
        }
        let least = face.or(ratio.low().map(|low| low.value));
        if self.is_plain && self.value == Decimal::HUNDRED && least.is_some_and(|least| least > Ratio::ONE) {
            return Ok(Verdict::Capped);
        }
        let possible = fits && ratio.intersection(&self.allowed).is_some();
        Ok(if possible { Verdict::Consistent } else { Verdict::Inconsistent })
    }
}
