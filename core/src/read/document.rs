//! The document, its sources and its projects.

use super::commitment;
use super::fault::{Faults, Kind, fault};
use super::object::Object;
use crate::order::Index;
use crate::programme::{Adoption, Affiliation, Basis, Place, Programme, Project, ScheduleRule, Source};
use crate::{Date, Period};

/// What commitments need to know of their document.
pub(super) struct Context<'n> {
    /// `None` if the document's own is not valid, which is told already; checks against it are left out then.
    pub(super) period: Option<Period>,
    pub(super) adopted: Option<Date>,
    /// Whether the schedule runs through the points of each commitment's plan; `None` if the document's word for it is
    /// none.
    pub(super) by_plan: Option<bool>,
    sources: Index<'n>,
    dates: Vec<Option<Date>>,
}

impl Context<'_> {
    /// The day on which the source named in an object appeared. A source that is not there is told.
    pub(super) fn source_date(&self, object: Object<'_, '_>, faults: &mut Faults) -> Option<Date> {
        let id = object.str("source")?;
        let found = self.sources.find(id);
        if found.is_none() {
            fault!(faults, Kind::UnknownSource, object.at("source"), id, "");
        }
        self.dates.get(found?).copied().flatten()
    }

    /// The period's start.
    pub(super) fn start(&self) -> Option<Date> {
        self.period.map(|period| period.start())
    }
}

/// The programme of a document, with what its fields say together. It is worth something only if there were no errors.
pub(super) fn programme(document: Object<'_, '_>, faults: &mut Faults) -> Option<Programme> {
    let sources: Vec<_> = document.list("sources").iter().map(Object::of).collect();
    let index = Index::new(sources.iter().map(Object::name).collect());
    unique(&index, faults);
    let adopted = document.object("adopted");
    let context = Context {
        period: period(document, faults),
        adopted: adopted.and_then(|adopted| adopted.date("date")),
        by_plan: match document.object("schedule").and_then(|schedule| schedule.str("basis")) {
            Some("plan") => Some(true),
            None | Some("days" | "months") => Some(false),
            _ => None,
        },
        dates: sources.iter().map(|source| source.date("date")).collect(),
        sources: index,
    };
    let affiliation = affiliation(document, &Affiliation::default());
    let projects = projects(document, &context, &affiliation, faults);
    let (period, schedule) = (context.period?, schedule(document)?);
    Some(Programme {
        lang: document.string("lang").unwrap_or_else(|| "zh-CN".to_owned()),
        id: document.text("id"),
        title: document.text("title"),
        place: document.object("place").map(|place| Place { name: place.text("name"), code: place.string("code") }),
        level: document.string("level"),
        affiliation,
        period,
        adopted: adopted.zip(context.adopted).map(|(adopted, date)| Adoption {
            date,
            by: adopted.string("by"),
            how: adopted.string("how"),
        }),
        complete: document.flag("complete").unwrap_or(true),
        sample: document.flag("sample").unwrap_or(false),
        schedule,
        sources: sources.iter().copied().map(source).collect(),
        projects,
    })
}

fn period(document: Object<'_, '_>, faults: &mut Faults) -> Option<Period> {
    let period = document.object("period")?;
    let (start, end) = (period.date("start")?, period.date("end")?);
    let valid = Period::new(start, end).ok();
    if valid.is_none() {
        fault!(faults, Kind::InvalidPeriod, period.at("end"), &start.to_string(), "");
    }
    valid
}

fn schedule(document: Object<'_, '_>) -> Option<ScheduleRule> {
    let schedule = Object::or_empty(document.object("schedule"));
    let basis = match schedule.str("basis") {
        Some("months") => Basis::Months,
        Some("plan") => Basis::Plan,
        _ => Basis::Days,
    };
    Some(ScheduleRule { basis, tolerance: schedule.percentage("tolerance", 5)? })
}

fn source(source: Object<'_, '_>) -> Source {
    Source {
        id: source.text("id"),
        title: source.text("title"),
        publisher: source.string("publisher"),
        date: source.date("date"),
        url: source.string("url"),
    }
}

fn projects(document: Object<'_, '_>, context: &Context<'_>, outer: &Affiliation, faults: &mut Faults) -> Vec<Project> {
    let mut ids = Vec::new();
    let mut commitment_ids = Vec::new();
    let mut projects = Vec::new();
    for node in document.list("projects") {
        let project = Object::of(node);
        ids.push(project.name());
        let affiliation = affiliation(project, outer);
        let mut commitments = Vec::new();
        for node in project.list("commitments") {
            let object = Object::of(node);
            commitment_ids.push(object.name());
            commitments.extend(commitment::commitment(object, context, &affiliation, faults));
        }
        projects.push(Project { id: project.text("id"), title: project.text("title"), affiliation, commitments });
    }
    unique(&Index::new(ids), faults);
    unique(&Index::new(commitment_ids), faults);
    projects
}

/// Tells of names that are given twice. Names that are no names are told elsewhere.
fn unique(index: &Index<'_>, faults: &mut Faults) {
    index.repeated(&mut |id, at, _| {
        if !id.is_empty() {
            fault!(faults, Kind::DuplicateId, at, id, "");
        }
    });
}

/// The bodies, sector and labels of an object: its own over those of what it stands in; labels name by name.
pub(super) fn affiliation(object: Object<'_, '_>, outer: &Affiliation) -> Affiliation {
    let own = object.get("labels").map_or(&[][..], |labels| Object::of(labels).members());
    let names = Index::new(own.iter().map(|label| (&*label.key, label.node.at)).collect());
    let mut labels = Vec::new();
    for (name, value) in &outer.labels {
        if names.find(name).is_none() {
            labels.push((name.clone(), value.clone()));
        }
    }
    for label in own {
        labels.push((label.key.to_string(), label.node.str().unwrap_or_default().to_owned()));
    }
    let bodies = if object.get("bodies").is_some() { object.strings("bodies") } else { outer.bodies.clone() };
    Affiliation { bodies, sector: object.string("sector").or_else(|| outer.sector.clone()), labels }
}
