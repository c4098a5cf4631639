//! The thirteen statuses and what stands behind them.

/// What can be said of a commitment on a day: exactly one of these.
///
/// "Not published", "no target" and "not measurable" are never folded into failure or success.
///
/// ```
/// use pledgeboard::Status;
/// assert_eq!(Status::MetLate.code(), "met_late");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
#[repr(u8)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum Status {
    /// More than was promised (超额完成).
    Exceeded,
    /// As promised (完成).
    Met,
    /// As promised, but after the due day (逾期完成).
    MetLate,
    /// Before due, further than the schedule and its tolerance (超序时进度).
    Ahead,
    /// Before due, within the tolerance of the schedule (按序时推进).
    OnSchedule,
    /// Before due, behind the schedule by more than the tolerance (慢于序时进度).
    Behind,
    /// Before due, and a published figure says that nothing has begun (尚未启动).
    NotStarted,
    /// A report dated on or after the due day is below the target, or a ceiling is broken (未完成).
    Missed,
    /// The published figure is an interval that allows several statuses (无法判定).
    Undecided,
    /// No figure (未公布, or 尚未到公布时间 while none is due yet).
    Unreported,
    /// An outcome whose target is not known (目标未知).
    NoTarget,
    /// A promise that nobody can measure (无法衡量).
    NotMeasurable,
    /// The promise was taken back (已撤销).
    Withdrawn,
}

impl Status {
    /// All of them, in the order in which boards list them.
    ///
    /// ```
    /// assert_eq!(pledgeboard::Status::ALL.len(), 13);
    /// ```
    pub const ALL: [Status; 13] = [
        Status::Exceeded,
        Status::Met,
        Status::MetLate,
        Status::Ahead,
        Status::OnSchedule,
        Status::Behind,
        Status::NotStarted,
        Status::Missed,
        Status::Undecided,
        Status::Unreported,
        Status::NoTarget,
        Status::NotMeasurable,
        Status::Withdrawn,
    ];

    /// Whether it speaks well of the promise: kept, or on the way to be.
    ///
    /// ```
    /// use pledgeboard::Status;
    /// assert!(Status::OnSchedule.is_success() && !Status::Unreported.is_success());
    /// ```
    pub fn is_success(self) -> bool {
        matches!(self, Status::Exceeded | Status::Met | Status::MetLate | Status::Ahead | Status::OnSchedule)
    }

    /// Whether the promise was kept in time.
    ///
    /// ```
    /// use pledgeboard::Status;
    /// assert!(Status::Exceeded.is_met() && !Status::MetLate.is_met());
    /// ```
    pub fn is_met(self) -> bool {
        matches!(self, Status::Exceeded | Status::Met)
    }

    /// The stable word of the data.
    ///
    /// ```
    /// assert_eq!(pledgeboard::Status::Met.code(), "met");
    /// ```
    pub fn code(self) -> &'static str {
        match self {
            Status::Exceeded => "exceeded",
            Status::Met => "met",
            Status::MetLate => "met_late",
            Status::Ahead => "ahead",
            Status::OnSchedule => "on_schedule",
            Status::Behind => "behind",
            Status::NotStarted => "not_started",
            Status::Missed => "missed",
            Status::Undecided => "undecided",
            Status::Unreported => "unreported",
            Status::NoTarget => "no_target",
            Status::NotMeasurable => "not_measurable",
            Status::Withdrawn => "withdrawn",
        }
    }
}

/// The statuses that an uncertain figure allows.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct Possible(u16);

impl Possible {
    pub(super) const NONE: Possible = Possible(0);

    pub(super) fn only(status: Status) -> Possible {
        Possible(1 << status as u8)
    }

    #[must_use]
    pub(super) fn and(self, status: Status) -> Possible {
        Possible(self.0 | 1 << status as u8)
    }

    #[must_use]
    pub(super) fn or(self, other: Possible) -> Possible {
        Possible(self.0 | other.0)
    }

    pub(super) fn has(self, status: Status) -> bool {
        self.0 & 1 << status as u8 != 0
    }

    pub(super) fn iter(self) -> impl Iterator<Item = Status> {
        Status::ALL.into_iter().filter(move |&status| self.has(status))
    }

    pub(super) fn all(self, mut what: impl FnMut(Status) -> bool) -> bool {
        self.iter().all(&mut what)
    }

    pub(super) fn any(self, mut what: impl FnMut(Status) -> bool) -> bool {
        self.iter().any(&mut what)
    }

    /// The one status that is said: the only one; the least favourable if all are successes (`met` before `exceeded`,
    /// `on_schedule` before `ahead`); else that it cannot be decided.
    pub(super) fn verdict(self) -> Status {
        let mut each = self.iter();
        match (each.next(), each.next()) {
            (Some(only), None) => only,
            // Successes stand first in the list, the more favourable ones before the others.
            (Some(_), Some(_)) if self.all(Status::is_success) => self.iter().last().unwrap_or(Status::Undecided),
            _ => Status::Undecided,
        }
    }

    /// The part of them that this holds for.
    pub(super) fn that(self, what: impl Fn(Status) -> bool) -> Possible {
        self.iter().filter(|status| what(*status)).fold(Possible::NONE, Possible::and)
    }
}

/// What a status alone does not say.
///
/// ```
/// use pledgeboard::evaluate::Reason;
/// assert_eq!(Reason::WholeUnits.code(), "whole_units");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum Reason {
    /// Unreported: the due day has not come and nothing was ever published; no figure is due yet.
    NotDueYet,
    /// Unreported: nothing was published, and the due day has passed or reports of it were expected before.
    NotPublished,
    /// Unreported: the last report is from before the due day and below the target.
    NoFinalReport,
    /// Missed: the ceiling was broken.
    CeilingBroken,
    /// Not met: finished, but not accepted (验收).
    NotAccepted,
    /// No target: there is one, but it was not public on the day.
    TargetNotYetPublic,
    /// On schedule by the tolerance of whole units: the margin is below −tolerance, yet the expected whole amount was
    /// reached.
    WholeUnits,
}

impl Reason {
    /// The stable word of the data.
    ///
    /// ```
    /// assert_eq!(pledgeboard::evaluate::Reason::NotDueYet.code(), "not_due_yet");
    /// ```
    pub fn code(self) -> &'static str {
        match self {
            Reason::NotDueYet => "not_due_yet",
            Reason::NotPublished => "not_published",
            Reason::NoFinalReport => "no_final_report",
            Reason::CeilingBroken => "ceiling_broken",
            Reason::NotAccepted => "not_accepted",
            Reason::TargetNotYetPublic => "target_not_yet_public",
            Reason::WholeUnits => "whole_units",
        }
    }
}
