//! A drafted programme as the text of a document.

use super::facts::Facts;
use super::json::Json;
use super::{Amount, Item, Programme, Project, Source, title};
use crate::Date;
use crate::programme::Bound;

/// The document of a programme.
pub(super) fn document(source: &Source<'_, '_>, facts: &Facts, programme: &Programme<'_>) -> String {
    let mut json = Json::default();
    json.object(|json| {
        json.field("format", "pledgeboard/1");
        json.field("lang", if facts.is_chinese { "zh-CN" } else { "en" });
        let kind = if programme.outcomes { "outcomes" } else { "programme" };
        match programme.year {
            Some(year) => json.printed("id", format_args!("{kind}-{year}")),
            None => json.printed("id", format_args!("{kind}-draft")),
        }
        let title = title::programme(source, programme.year, programme.outcomes);
        json.title(if title.is_empty() { &facts.title } else { &title });
        if let Some(place) = &facts.place {
            json.key("place").object(|json| json.field("name", place));
        }
        if let Some(year) = programme.year {
            json.key("period").object(|json| {
                json.printed("start", format_args!("{year:04}-01-01"));
                json.printed("end", format_args!("{year:04}-12-31"));
            });
        }
        if let Some(adopted) = facts.adopted.as_ref().filter(|_| !programme.outcomes) {
            json.key("adopted").object(|json| {
                json.printed("date", adopted.date);
                json.option("by", adopted.by.as_deref());
                json.option("how", adopted.how);
            });
        }
        if programme.outcomes {
            json.key("complete").flag(false);
        }
        json.key("sources").list(|json| {
            json.object(|json| {
                json.field("id", "s1");
                json.title(&facts.title);
                if let Some(date) = facts.date {
                    json.printed("date", date);
                }
            });
        });
        json.key("projects").list(|json| {
            for (index, project) in programme.projects.iter().filter(|project| !project.items.is_empty()).enumerate() {
                json.object(|json| self::project(json, facts, programme, index + 1, project));
            }
        });
    });
    json.finish()
}

fn project(json: &mut Json, facts: &Facts, programme: &Programme<'_>, number: usize, project: &Project<'_>) {
    json.printed("id", format_args!("p{number}"));
    json.title(&project.title);
    if !project.bodies.is_empty() {
        json.key("bodies").list(|json| project.bodies.iter().for_each(|body| json.string(body)));
    }
    json.key("commitments").list(|json| {
        for (index, item) in project.items.iter().enumerate() {
            json.object(|json| {
                json.printed("id", format_args!("p{number}-{}", index + 1));
                json.title(&item.title);
                json.field("text", item.text);
                json.field("source", "s1");
                if let Some(target) = &item.target {
                    json.key("target").object(|json| self::target(json, target));
                }
                if item.report.is_some() || item.stock.is_some() {
                    json.key("reports").list(|json| reports(json, facts, programme, item));
                }
            });
        }
    });
}

fn target(json: &mut Json, target: &Amount<'_>) {
    let mut value = target.low().or(target.high());
    // Of nothing there is no share: "no accidents" is a ceiling.
    let nothing = value.is_some_and(|value| value.is_zero());
    let bound = match target.bound {
        Bound::LessThan => Some(Bound::LessThan),
        _ if nothing => {
            value = target.high().or(value);
            Some(Bound::AtMost)
        }
        Bound::Exact | Bound::AtLeast => None,
        bound => Some(bound),
    };
    json.option("bound", bound.map(Bound::code));
    json.figure("value", value);
    if bound == Some(Bound::Range) {
        json.figure("high", target.high());
    }
    if !target.unit.is_empty() {
        json.field("unit", target.unit);
    }
    json.option("per", target.per);
    json.option("as_printed", target.printed);
}

fn reports(json: &mut Json, facts: &Facts, programme: &Programme<'_>, item: &Item<'_>) {
    let date = facts.reported(programme.year);
    for (amount, stock) in [(&item.report, false), (&item.stock, true)] {
        let Some(amount) = amount else { continue };
        json.object(|json| {
            if let Some(date) = date {
                json.printed("date", date);
            }
            report(json, amount, item.target.is_none());
            let published = facts.date.filter(|published| date.is_some_and(|date: Date| *published >= date));
            if let Some(day) = published {
                json.printed("published_on", day);
            }
            json.field("source", "s1");
            json.option("published_rate", item.published_rate.as_deref().filter(|_| !stock));
            if stock {
                json.key("stock").flag(true);
            }
        });
    }
}

fn report(json: &mut Json, amount: &Amount<'_>, alone: bool) {
    match amount.bound {
        Bound::All => return json.field("stage", "done"),
        Bound::Range => {
            json.figure("low", amount.low());
            json.figure("high", amount.high());
        }
        bound => {
            json.figure("value", amount.low().or(amount.high()));
            json.option("bound", Some(bound.code()).filter(|_| bound != Bound::Exact && amount.printed.is_none()));
        }
    }
    // Without a target the printed words carry the unit.
    let plain = amount
        .low()
        .filter(|_| alone && amount.bound == Bound::Exact)
        .map(|value| [&*value.to_string(), amount.unit].concat());
    json.option("as_printed", amount.printed.or(plain.as_deref()));
}
