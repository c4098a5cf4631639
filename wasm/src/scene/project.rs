//! A project and its rows, joined from the document and its evaluation.

use super::row::Row;
use super::view::Subject;
use pledgeboard::evaluate::Rollup;
use pledgeboard::programme::Project;

/// A project with its commitments: promises and, apart from them, outcomes whose target is not known.
pub(crate) struct Group<'a> {
    pub(crate) project: &'a Project,
    pub(crate) rollup: &'a Rollup,
    pub(crate) promises: Vec<Row<'a>>,
    pub(crate) outcomes: Vec<Row<'a>>,
}

impl<'a> Subject<'a> {
    /// The projects in the document's order.
    pub(crate) fn groups(self) -> Vec<Group<'a>> {
        let pairs = self.programme.projects.iter().zip(&self.evaluation.projects);
        pairs
            .map(|(project, found)| {
                let rows = project.commitments.iter().zip(&found.commitments);
                let (promises, outcomes) = rows
                    .map(|(commitment, outcome)| Row { project, commitment, outcome, subject: self })
                    .partition(Row::is_promise);
                Group { project, rollup: &found.rollup, promises, outcomes }
            })
            .collect()
    }
}
