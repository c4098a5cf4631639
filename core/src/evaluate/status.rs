//! The thirteen statuses and what stands behind them.

/// What can be said of a commitment on a day: exactly one of these.
///
/// "Not published", "no target" and "not measurable" are never folded into failure or success.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
#[repr(u8)]
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

    /// The stable word of the data.
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

/// What a status alone does not say.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
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
    /// On schedule by the tolerance of whole units: the margin is below −tolerance, yet the expected whole amount was
    /// reached.
    WholeUnits,
}

impl Reason {
    /// The stable word of the data.
    pub fn code(self) -> &'static str {
        match self {
            Reason::NotDueYet => "not_due_yet",
            Reason::NotPublished => "not_published",
            Reason::NoFinalReport => "no_final_report",
            Reason::CeilingBroken => "ceiling_broken",
            Reason::NotAccepted => "not_accepted",
            Reason::WholeUnits => "whole_units",
        }
    }
}
