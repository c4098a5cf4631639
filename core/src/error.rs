//! The one error of the crate.

use core::fmt;

use crate::Locale;

/// Why a figure could not be had.
///
/// One opaque type with predicates: ask what went wrong ([`is_zero_target`](Error::is_zero_target), …), print it in
/// the reader's language ([`message`](Error::message)), or keep its stable [`code`](Error::code). Faults of a
/// document are not errors but diagnostics, all of them at once.
///
/// ```
/// let error = pledgeboard::number::rate("1", "0", 2).unwrap_err();
/// assert!(error.is_zero_target());
/// assert_eq!(error.code(), "zero_target");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub struct Error(Kind);

#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
enum Kind {
    Number,
    OutOfRange,
    ZeroTarget,
    MissingTarget,
    WrongWay,
    Date,
    Locale,
}

impl Error {
    pub(crate) fn number() -> Error {
        Error(Kind::Number)
    }

    pub(crate) fn out_of_range() -> Error {
        Error(Kind::OutOfRange)
    }

    pub(crate) fn zero_target() -> Error {
        Error(Kind::ZeroTarget)
    }

    pub(crate) fn missing_target() -> Error {
        Error(Kind::MissingTarget)
    }

    pub(crate) fn wrong_way() -> Error {
        Error(Kind::WrongWay)
    }

    pub(crate) fn date() -> Error {
        Error(Kind::Date)
    }

    pub(crate) fn locale() -> Error {
        Error(Kind::Locale)
    }

    /// The text is no decimal number.
    pub fn is_number(&self) -> bool {
        self.0 == Kind::Number
    }

    /// A number beyond the declared limits: more than 28 significant digits or 28 decimals, or a rate of 10¹⁵ and
    /// more.
    pub fn is_out_of_range(&self) -> bool {
        self.0 == Kind::OutOfRange
    }

    /// Nothing can be a share of a target of zero.
    pub fn is_zero_target(&self) -> bool {
        self.0 == Kind::ZeroTarget
    }

    /// There is no target to divide by.
    pub fn is_missing_target(&self) -> bool {
        self.0 == Kind::MissingTarget
    }

    /// The target lies on the wrong side of its baseline (or of zero): progress towards it would count backwards.
    pub fn is_wrong_way(&self) -> bool {
        self.0 == Kind::WrongWay
    }

    /// No day of the calendar, which has the years 1 to 9999, or a period ends before it starts.
    pub fn is_date(&self) -> bool {
        self.0 == Kind::Date
    }

    /// The text names no language that is spoken here.
    pub fn is_locale(&self) -> bool {
        self.0 == Kind::Locale
    }

    /// The stable name, the same as a diagnostic's `code`.
    pub fn code(&self) -> &'static str {
        match self.0 {
            Kind::Number => "invalid_number",
            Kind::OutOfRange => "out_of_range",
            Kind::ZeroTarget => "zero_target",
            Kind::MissingTarget => "missing_target",
            Kind::WrongWay => "wrong_way_baseline",
            Kind::Date => "invalid_date",
            Kind::Locale => "unknown_locale",
        }
    }

    /// One sentence saying what to do.
    pub fn message(&self, locale: Locale) -> &'static str {
        let (zh, en) = match self.0 {
            Kind::Number => {
                ("不是数字，请写成如 1200 或 12.5 的形式。", "This is not a number; write it like 1200 or 12.5.")
            }
            Kind::OutOfRange => (
                "数字超出范围：最多28位有效数字、28位小数，完成率须小于10的15次方。",
                "The number is out of range: at most 28 significant digits and 28 decimals, and a rate below 10^15.",
            ),
            Kind::ZeroTarget => {
                ("目标为零，无法计算完成率。", "The target is zero, so there is no rate of completion.")
            }
            Kind::MissingTarget => {
                ("没有目标，无法计算完成率。", "There is no target, so there is no rate of completion.")
            }
            Kind::WrongWay => (
                "目标与基数方向相反，请检查目标值、基数和界限（bound）。",
                "The target lies on the wrong side of its baseline; check its value, baseline and bound.",
            ),
            Kind::Date => ("日期无效，请写成如 2025-06-30 的形式。", "This is not a date; write it like 2025-06-30."),
            Kind::Locale => ("语言须为 zh-CN 或 en。", "The language must be zh-CN or en."),
        };
        match locale {
            Locale::ZhCn => zh,
            Locale::En => en,
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.message(Locale::En))
    }
}

impl core::error::Error for Error {}
