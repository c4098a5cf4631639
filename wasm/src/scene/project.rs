//! A project and its rows, joined from the document and its evaluation.

use super::row::Row;
use super::view::Subject;
use pledgeboard::evaluate::Rollup;
use pledgeboard::programme::Project;

/// A project with its commitments: promises and, apart from them, outcomes whose target is not known.
pub(super) struct Group<'a> {
    pub(super) project: &'a Project,
    pub(super) rollup: &'a Rollup,
    pub(super) promises: Vec<Row<'a>>,
    pub(super) outcomes: Vec<Row<'a>>,
}

impl<'a> Subject<'a> {
    /// The projects in the document's order.
    pub(super) fn groups(self) -> Vec<Group<'a>> {
        let pairs = self.programme.projects.iter().zip(&self.evaluation.projects);
        pairs
            .map(|(project, found)| {
                let rows = project.commitments.iter().zip(&found.commitments);
                let (promises, outcomes) = rows
                    .map(|(commitment, outcome)| Row { commitment, outcome, locale: self.locale })
                    .partition(Row::is_promise);
                Group { project, rollup: &found.rollup, promises, outcomes }
            })
            .collect()
    }
}
