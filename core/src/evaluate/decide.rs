//! From what is known to exactly one status.
//!
//! Every rule is a rule about amounts: a stretch of the line of amounts has one status. A figure that is an interval
//! has the statuses of all the stretches that it touches; [`Possible::verdict`] makes one of them.

use super::completion::{Scale, Success, amounts, whole_units};
use super::known::State;
use super::schedule::Course;
use super::status::{Possible, Reason, Status};
use crate::programme::{Counting, Goal, Stage, Target};
use crate::{Date, Error, Interval, Ratio};

/// A promise with its target, on the day of the evaluation.
#[derive(Clone, Copy, Debug)]
pub(super) struct Promise<'a> {
    pub(super) target: &'a Target,
    pub(super) counting: Counting,
    pub(super) course: Course<'a>,
    /// Share points either side of the schedule that are "on schedule".
    pub(super) tolerance: Ratio,
    pub(super) as_of: Date,
}

/// What the reports come to.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Verdict<'s> {
    pub(super) possible: Possible,
    pub(super) reason: Option<Reason>,
    /// Whether the promise counts as kept in time, from 0 (surely not) to 1 (surely).
    pub(super) met: Interval<u8>,
    /// The state it rests on.
    pub(super) state: &'s State,
    /// The states whose rates enter means: those of the last, unless one before it turns out to keep the promise.
    pub(super) rated: Vec<&'s State>,
}

/// What reports before due settle: some surely, or with these statuses if an uncertain figure turns out so.
#[derive(Default)]
struct Earlier<'s> {
    surely: Option<Verdict<'s>>,
    perhaps: Option<(Possible, &'s State)>,
}

impl Promise<'_> {
    /// A state, judged at the due day: a level, a coverage, a ceiling that counts from a baseline. Anything else is a
    /// count, which is met as soon as it is reached.
    pub(super) fn is_level(&self) -> bool {
        let by_baseline = self.target.goal.is_ceiling() && self.target.baseline.is_some();
        let milestone = self.target.goal == Goal::Done;
        (self.counting == Counting::Level && !milestone) || matches!(self.target.goal, Goal::All { .. }) || by_baseline
    }

    /// A count that must stay below a ceiling: broken once, broken for good.
    fn is_running_ceiling(&self) -> bool {
        self.target.goal.is_ceiling() && !self.is_level()
    }

    fn is_final(&self, state: &State) -> bool {
        state.date >= self.course.due
    }

    fn due_passed(&self) -> bool {
        self.as_of > self.course.due
    }

    /// The verdict of all reports; `None` if none of them says anything.
    pub(super) fn decide<'s>(&self, states: &'s [State]) -> Result<Option<Verdict<'s>>, Error> {
        let earlier = self.settled(states)?;
        let mut finals = states.iter().filter(|state| self.is_final(state));
        let verdict = match (earlier.surely, finals.next()) {
            (Some(verdict), _) => verdict,
            (None, Some(first)) => self.decide_final(first, finals)?,
            (None, None) => match self.telling(states) {
                Some(state) => Self::verdict(self.statuses(state)?, state),
                None => return Ok(None),
            },
        };
        let verdict = match earlier.perhaps {
            Some((settling, state)) => self.unless(settling, state, verdict),
            None => verdict,
        };
        Ok(Some(self.explained(verdict)?))
    }

    /// What the reports before due have settled, whatever the final one says: a running ceiling that is broken stays
    /// broken, and a count that was reached stays reached if the final report gives no figure.
    fn settled<'s>(&self, states: &'s [State]) -> Result<Earlier<'s>, Error> {
        let ceiling = self.is_running_ceiling();
        let last = states.iter().find(|state| self.is_final(state));
        let silent = |state: &State| state.reached.is_none() && self.target.goal != Goal::Done;
        if !ceiling && (self.is_level() || !last.is_some_and(silent)) {
            return Ok(Earlier::default());
        }
        let mut perhaps = None;
        for state in states.iter().rev().filter(|state| !self.is_final(state) && !silent(state)) {
            let statuses = self.statuses(state)?;
            let settling =
                if ceiling { statuses.that(|status| status == Status::Missed) } else { statuses.that(Status::is_met) };
            if settling == statuses {
                return Ok(Earlier { surely: Some(Self::verdict(statuses, state)), perhaps: None });
            }
            if settling != Possible::NONE {
                perhaps = Some((settling, state));
            }
            if !ceiling {
                break;
            }
        }
        Ok(Earlier { surely: None, perhaps })
    }

    /// A verdict that does not stand if an uncertain earlier report turns out to have settled it.
    fn unless<'s>(&self, settling: Possible, state: &'s State, mut verdict: Verdict<'s>) -> Verdict<'s> {
        verdict.possible = verdict.possible.or(settling);
        let end = |end: Option<crate::End<u8>>| end.map_or(0, |end| end.value);
        if self.is_running_ceiling() {
            verdict.met = Interval::between(0, end(verdict.met.high()));
        } else {
            // The figure is the earlier one's; the final report gives none.
            verdict.met = Interval::between(end(verdict.met.low()), 1);
            verdict.state = state;
            verdict.rated.insert(0, state);
        }
        verdict
    }

    /// The latest report before due that says how far it is. A stage alone says less than a figure before it, unless
    /// it says "done".
    fn telling<'s>(&self, states: &'s [State]) -> Option<&'s State> {
        let figures = states.iter().any(|state| state.reached.is_some()) && self.target.goal != Goal::Done;
        let tells = |state: &&State| !figures || state.reached.is_some() || state.stage == Some(Stage::Done);
        states.iter().rev().find(tells)
    }

    /// Reports dated on or after the due day are final: the first that surely keeps the promise settles it. If an
    /// earlier final one was below the target, it was kept late.
    fn decide_final<'s>(&self, first: &'s State, later: impl Iterator<Item = &'s State>) -> Result<Verdict<'s>, Error> {
        let at_due = self.statuses(first)?;
        let settled = Self::verdict(at_due, first);
        if at_due.all(Status::is_met) || self.is_running_ceiling() {
            return Ok(settled);
        }
        // Whatever came after the due day is no longer in time.
        let met = Interval::between(0, settled.met.high().map_or(0, |end| end.value));
        let mut latest = None;
        let (mut rated, mut any_late) = (vec![first], false);
        for state in later {
            let statuses = self.statuses(state)?;
            rated.push(state);
            if statuses.all(Status::is_met) {
                let possible = Possible::only(Status::MetLate);
                return Ok(Verdict { possible, reason: None, met, state, rated });
            }
            any_late |= statuses.any(Status::is_met);
            // A stage says less than the figure before it.
            if state.reached.is_some() || first.reached.is_none() {
                latest = Some((state, statuses));
            }
        }
        let Some((state, statuses)) = latest else {
            return Ok(settled);
        };
        if self.is_level() && !any_late {
            // A level is judged at its due day; what it did afterwards does not change that.
            return Ok(settled);
        }
        // Kept in time if the first turns out so, else late if a later one does.
        let late = if any_late { Possible::only(Status::MetLate) } else { Possible::NONE };
        let missed = statuses.that(|status| status == Status::Missed);
        // A level that was never kept is what it was at its due day.
        rated.push(if self.is_level() { first } else { state });
        let possible = at_due.that(Status::is_met).or(late).or(missed);
        Ok(Verdict { possible, reason: None, met, state, rated })
    }

    /// Every rate that it can come to, of counted units in whole ones: what means are made of.
    pub(super) fn spread(&self, verdict: &Verdict<'_>) -> Result<Option<Interval<Ratio>>, Error> {
        let (Some(scale), Some(success)) = (Scale::of(self.target)?, Success::of(self.target)?) else {
            return Ok(None);
        };
        let mut spread: Option<Interval<Ratio>> = None;
        for state in verdict.rated.iter().rev() {
            let reached = match (self.amounts(state)?, &spread) {
                // What a stage says is surely kept counts as all; else nobody knows its rate.
                (None, None) if verdict.possible.all(|status| status <= Status::MetLate) => {
                    spread = Some(Interval::exact(Ratio::ONE));
                    None
                }
                (None, None) => return Ok(None),
                (reached, None) => reached,
                (reached, Some(_)) => reached.and_then(|reached| reached.intersection(&success.met)),
            };
            if let Some(reached) = reached {
                let rate = scale.rate(&reached)?;
                spread = Some(spread.map_or(rate, |spread| spread.hull(&rate)));
            }
        }
        Ok(spread)
    }

    /// What a state's figure allows, of counted units in whole ones.
    fn amounts(&self, state: &State) -> Result<Option<Interval<Ratio>>, Error> {
        let figure = match state.reached {
            Some(figure) if self.target.unit.counted => Some(whole_units(&figure)?),
            figure => figure,
        };
        figure.map(|figure| amounts(&figure)).transpose()
    }

    fn verdict(possible: Possible, state: &State) -> Verdict<'_> {
        let open = possible.has(Status::Unreported);
        let low = u8::from(possible.all(Status::is_met));
        let high = u8::from(open || possible.any(Status::is_met));
        let met = Interval::between(low, high);
        Verdict { possible, reason: None, met, state, rated: vec![state] }
    }

    fn explained<'s>(&self, mut verdict: Verdict<'s>) -> Result<Verdict<'s>, Error> {
        let possible = verdict.possible;
        let declined = self.target.goal == Goal::Done
            && verdict.state.stage == Some(Stage::Done)
            && verdict.state.accepted == Some(false);
        verdict.reason = if possible.has(Status::Unreported) {
            Some(Reason::NoFinalReport)
        } else if declined {
            Some(Reason::NotAccepted)
        } else if self.target.goal.is_ceiling() && possible == Possible::only(Status::Missed) {
            Some(Reason::CeilingBroken)
        } else if possible == Possible::only(Status::OnSchedule) && self.by_whole_units(verdict.state)? {
            Some(Reason::WholeUnits)
        } else {
            None
        };
        Ok(verdict)
    }

    /// Whether only the rounding of the expected amount keeps it from being behind.
    fn by_whole_units(&self, state: &State) -> Result<bool, Error> {
        let (Some(scale), Some(reached), true) = (Scale::of(self.target)?, &state.reached, self.target.unit.counted)
        else {
            return Ok(false);
        };
        let line = self.course.at(state.date, Some(&scale))?.share.checked_sub(&self.tolerance)?;
        // Rates rise with progress, so their low end is the lowest rate.
        Ok(self.has_schedule_status() && scale.rate(&amounts(reached)?)?.low().is_some_and(|low| low.value < line))
    }

    /// A level has one only where it started from somewhere. The rate of a coverage is the share covered, whatever it
    /// started from, and says nothing about the way since.
    fn has_schedule_status(&self) -> bool {
        !self.is_level() || self.target.baseline.is_some() && !matches!(self.target.goal, Goal::All { .. })
    }

    /// Every status that one report allows, judged by its own date.
    fn statuses(&self, state: &State) -> Result<Possible, Error> {
        match (self.amounts(state)?, Success::of(self.target)?) {
            (Some(figure), Some(success)) => self.by_amount(state, &figure, &success),
            _ => Ok(self.by_stage(state)),
        }
    }

    fn by_amount(&self, state: &State, figure: &Interval<Ratio>, success: &Success) -> Result<Possible, Error> {
        let touches = |stretch: &Interval<Ratio>| figure.intersection(stretch).is_some();
        let within = |stretch: &Interval<Ratio>, status| {
            if touches(stretch) { Possible::only(status) } else { Possible::NONE }
        };
        if self.is_running_ceiling() {
            let holds = self.unbroken(state);
            return Ok(within(&success.met, holds).or(within(&success.failed(), Status::Missed)));
        }
        if self.is_level() && !self.is_final(state) {
            return self.level_before_due(state, figure);
        }
        let mut possible = Possible::NONE;
        let plainly_met = match success.exceeded {
            Some(exceeded) => {
                possible = possible.or(within(&exceeded, Status::Exceeded));
                let below = exceeded.low().map(|low| Interval::up_to(low.value, !low.open));
                below.and_then(|below| below.intersection(&success.met))
            }
            None => Some(success.met),
        };
        possible = plainly_met.map_or(possible, |met| possible.or(within(&met, Status::Met)));
        let Some(short) = figure.intersection(&success.failed()) else {
            return Ok(possible);
        };
        let short = if self.is_final(state) {
            Possible::only(Status::Missed)
        } else if self.due_passed() {
            Possible::only(Status::Unreported)
        } else {
            self.by_schedule(state, &short)?
        };
        Ok(possible.or(short))
    }

    /// A level before due is never met: it may fall again.
    fn level_before_due(&self, state: &State, figure: &Interval<Ratio>) -> Result<Possible, Error> {
        if self.due_passed() {
            Ok(Possible::only(Status::Unreported))
        } else if self.has_schedule_status() {
            self.by_schedule(state, figure)
        } else if state.stage == Some(Stage::NotStarted) {
            Ok(Possible::only(Status::NotStarted))
        } else {
            Ok(Possible::only(Status::OnSchedule))
        }
    }

    /// Before due and not there yet: the margin against the schedule, in points. Both ends of ±tolerance are "on
    /// schedule".
    fn by_schedule(&self, state: &State, amounts: &Interval<Ratio>) -> Result<Possible, Error> {
        let Some(scale) = Scale::of(self.target)? else {
            return Ok(Possible::only(Status::OnSchedule));
        };
        if state.stage == Some(Stage::NotStarted) {
            return Ok(Possible::only(Status::NotStarted));
        }
        let progress = scale.rate(amounts)?;
        let share = self.course.at(state.date, Some(&scale))?.share;
        let mut behind = share.checked_sub(&self.tolerance)?;
        if self.target.unit.counted {
            // Behind only if the expected whole amount has not been reached either.
            behind = behind.min(scale.progress(&scale.expected(&share, true)?)?);
        }
        let ahead = share.checked_add(&self.tolerance)?;
        let stretches = [
            (Some(Interval::up_to(behind, true)), Status::Behind),
            (Interval::from(behind, false).intersection(&Interval::up_to(ahead, false)), Status::OnSchedule),
            (Some(Interval::from(ahead, true)), Status::Ahead),
        ];
        let nothing = Interval::exact(Ratio::ZERO);
        let starts = !self.is_level() && state.stage != Some(Stage::UnderWay);
        let mut possible = Possible::NONE;
        for (stretch, status) in stretches {
            let Some(part) = stretch.and_then(|stretch| stretch.intersection(&progress)) else {
                continue;
            };
            // A published 0 says that nothing has begun, whatever was expected by then.
            let zero = starts && part.contains(Ratio::ZERO);
            possible = if zero { possible.and(Status::NotStarted) } else { possible };
            possible = if zero && part == nothing { possible } else { possible.and(status) };
        }
        Ok(possible)
    }

    /// A report without a figure, or a milestone.
    fn by_stage(&self, state: &State) -> Possible {
        let is_final = self.is_final(state);
        if self.target.goal.is_ceiling() {
            // How far a work is says nothing about a ceiling.
            return match (is_final, self.due_passed(), state.stage) {
                (true, _, _) => Possible::only(Status::Met).and(Status::Missed),
                (false, true, _) => Possible::only(Status::Unreported),
                (false, false, Some(Stage::NotStarted)) => Possible::only(Status::NotStarted),
                (false, false, _) => Possible::only(Status::OnSchedule),
            };
        }
        let accepted = self.target.goal != Goal::Done || state.accepted != Some(false);
        let done = state.stage == Some(Stage::Done) && accepted;
        Possible::only(match state.stage {
            _ if done && (is_final || !self.is_level()) => Status::Met,
            None if is_final => return Possible::only(Status::Met).and(Status::Missed),
            _ if is_final => Status::Missed,
            _ if self.due_passed() => Status::Unreported,
            Some(Stage::NotStarted) => Status::NotStarted,
            _ => Status::OnSchedule,
        })
    }

    /// What an unbroken ceiling is on a day.
    fn unbroken(&self, state: &State) -> Status {
        if self.is_final(state) {
            Status::Met
        } else if self.due_passed() {
            Status::Unreported
        } else if state.stage == Some(Stage::NotStarted) {
            Status::NotStarted
        } else {
            Status::OnSchedule
        }
    }
}
