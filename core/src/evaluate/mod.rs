//! What a programme had come to on a day: completion, schedule, status, roll-ups.

mod evaluation;
mod status;

pub use evaluation::{Evaluation, Outcome, ProjectOutcome, ReportUsed, Rollup, SchedulePoint};
pub use status::{Reason, Status};
