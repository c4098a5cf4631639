//! Programmes made by the builders are those that their documents give, and every field of the format can be given.

use std::collections::BTreeMap;

use pledgeboard::build::{
    AdoptionBuilder, BaselineBuilder, ChangeBuilder, CommitmentBuilder, PlaceBuilder, ProgrammeBuilder, ProjectBuilder,
    ReportBuilder, ScheduleBuilder, SourceBuilder, TargetBuilder,
};
use pledgeboard::programme::{Basis, Bound, Counting, Goal, Percentage, Span, Stage, Weight};
use pledgeboard::read::SCHEMA;
use pledgeboard::{Date, Decimal, Period, read};
use proptest::prelude::*;
use serde_json::Value;

const ALL: &str = include_str!("../documents/valid/all-fields.json");

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn number(text: &str) -> Decimal {
    text.parse().unwrap()
}

fn percent(text: &str) -> Percentage {
    Percentage::new(number(text)).unwrap()
}

fn year() -> Period {
    Period::new(day("2025-01-01"), day("2025-12-31")).unwrap()
}

fn halfway() -> ReportBuilder {
    ReportBuilder::new(day("2025-06-30")).source("s2")
}

fn promise(id: &str, title: &str, goal: Goal, unit: Option<&str>) -> CommitmentBuilder {
    let target = TargetBuilder::new(goal);
    let target = if let Some(unit) = unit { target.unit(unit) } else { target };
    CommitmentBuilder::new(id, title).source("s1").target(target)
}

/// `documents/valid/all-fields.json`, built.
fn all_fields() -> ProgrammeBuilder {
    ProgrammeBuilder::new("all-fields", "每个字段", year())
        .lang("zh-CN")
        .place(PlaceBuilder::new("某市").code("320400"))
        .level("city")
        .bodies(["市政府"])
        .sector("livelihood")
        .labels([("year", "2025"), ("batch", "0")])
        // What is given again counts in the place of the former.
        .labels([("batch", "1")])
        .adopted(AdoptionBuilder::new(day("2025-01-06")).by("市人大").how("票决"))
        .complete(true)
        .complete(false)
        .sample(true)
        .schedule(ScheduleBuilder::new(Basis::Months).tolerance(percent("2.5")))
        .sources([SourceBuilder::new("s1", "清单")
            .publisher("市政府")
            .date(day("2025-01-07"))
            .url("https://example.org/list?a=1#b")])
        .sources([SourceBuilder::new("s2", "半年通报").date(day("2025-07-10")).url("http://example.org/")])
        .projects([
            ProjectBuilder::new("a", "第一项")
                .bodies(["市住建局", "市民政局"])
                .sector("housing")
                .labels([("batch", "2")])
                .commitments([lifts(), jobs()]),
            ProjectBuilder::new("b", "第二项").commitments(others()),
        ])
}

fn lifts() -> CommitmentBuilder {
    let target = TargetBuilder::new(Goal::AtLeast(39.into()))
        .unit("部")
        .counted(true)
        .per("小区")
        .as_printed("39部")
        .baseline(BaselineBuilder::new(0.into()).date(day("2024-12-31")))
        .inferred_from("由完成率推得")
        .published_on(day("2025-01-08"));
    CommitmentBuilder::new("lifts", "加装电梯")
        .text("加装电梯39部")
        .source("s1")
        .due(day("2025-11-30"))
        .weight(Weight::new(number("2.5")).unwrap())
        .bodies(["市电梯办"])
        .sector("lifts")
        .labels([("street", "南大街")])
        .continues(["all-fields-2024#lifts"])
        .target(target)
        .plan([(day("2025-06-30"), 15.into()), (day("2025-09-30"), 30.into())])
        .reports([
            ReportBuilder::new(day("2025-03-31"))
                .value(3.into())
                .published_on(day("2025-04-02"))
                .stage(Stage::UnderWay),
            halfway().value(20.into()).published_rate("51.30").note("初步"),
            ReportBuilder::new(day("2025-06-30"))
                .value(21.into())
                .published_on(day("2025-08-01"))
                .replaces(day("2025-06-30"))
                .match_inferred("名称相近"),
            halfway().value(136.into()).stock(true),
        ])
        .changes([ChangeBuilder::target(day("2025-05-01"))
            .published_on(day("2025-05-03"))
            .reason("增补")
            .old(TargetBuilder::new(Goal::AtLeast(30.into())).unit("部"))])
}

fn jobs() -> CommitmentBuilder {
    let report = |from, to, value: i64| ReportBuilder::new(day(to)).from(day(from)).value(value.into());
    promise("jobs", "招聘会", Goal::AtLeast(50.into()), Some("场")).counting(Counting::PerPeriod).reports([
        report("2025-01-01", "2025-03-31", 20).published_on(day("2025-04-02")),
        report("2025-04-01", "2025-06-30", 12).source("s2"),
        report("2025-04-01", "2025-06-30", 14).published_on(day("2025-08-01")),
        report("2025-08-01", "2025-09-30", 9).published_on(day("2025-10-11")),
    ])
}

fn others() -> Vec<CommitmentBuilder> {
    let more = TargetBuilder::new(Goal::MoreThan(1800.into())).unit("户").as_printed("超过1800户");
    let most = TargetBuilder::new(Goal::AtMost(number("4.3"))).unit("%").baseline(BaselineBuilder::new(number("5.1")));
    let about = Goal::About { value: 2.into(), tolerance: percent("20") };
    let range = Goal::Range(Span::new(3.into(), 5.into()).unwrap());
    let covered = TargetBuilder::new(Goal::All { whole: None }).as_printed("应装尽装");
    vec![
        CommitmentBuilder::new("more", "超过")
            .source("s1")
            .target(more)
            .reports([halfway().value(1800.into()).bound(Bound::MoreThan).as_printed("超过1800户")]),
        CommitmentBuilder::new("most", "不超过").source("s1").target(most).reports([halfway().value(number("4.6"))]),
        promise("less", "低于", Goal::LessThan(10.into()), Some("起"))
            .reports([halfway().low(3.into()).high(5.into())]),
        promise("about", "约", about, Some("公里"))
            .reports([halfway().value(number("1.5")).bound(Bound::About).tolerance(percent("5"))]),
        promise("range", "范围", range, Some("所")),
        CommitmentBuilder::new("all", "全覆盖").source("s1").target(covered).reports([halfway().as_printed("95%以上")]),
        promise("part", "全部", Goal::All { whole: Some(40.into()) }, Some("所"))
            .counting(Counting::Level)
            .reports([halfway().value(31.into())]),
        promise("done", "里程碑", Goal::Done, None).reports([halfway().stage(Stage::Done).accepted(false)]),
        CommitmentBuilder::new("soft", "无法衡量").measurable(false),
        CommitmentBuilder::new("outcome", "没有目标").reports([halfway().value(19400.into()).as_printed("1.94万")]),
        promise("gone", "撤销", Goal::AtLeast(1.into()), None)
            .changes([ChangeBuilder::withdrawn(day("2025-05-01")).reason("不再需要")]),
    ]
}

#[test]
fn a_built_programme_is_the_one_of_its_document() {
    let (built, written) = (all_fields().build(), read(ALL));
    assert_eq!(built.programme.unwrap(), written.programme.unwrap());
    let codes = |reading: &[pledgeboard::read::Diagnostic]| -> Vec<_> {
        reading.iter().map(|fault| (fault.code, fault.pointer.clone())).collect()
    };
    assert_eq!(codes(&built.diagnostics), codes(&written.diagnostics));
}

/// The schema is walked beside what was built: a field that no builder can give is in no object of its kind.
#[test]
fn every_field_of_the_schema_is_built() {
    let schema: Value = serde_json::from_str(SCHEMA).unwrap();
    let document: Value = serde_json::from_str(&all_fields().build().to_json().unwrap()).unwrap();
    let mut fields = BTreeMap::new();
    compare(&schema, "#", &document, &mut fields);
    assert!(fields.len() > 70, "{} fields", fields.len());
    let missing: Vec<_> = fields.iter().filter(|(_, built)| !**built).map(|(field, _)| field.as_str()).collect();
    // The address of the schema is for editors who write JSON.
    assert_eq!(missing, ["#/properties/$schema"]);
}

/// Notes of each field that the schema gives an object of this kind whether one was built with it.
fn compare(schema: &Value, kind: &str, value: &Value, fields: &mut BTreeMap<String, bool>) {
    let about = schema.pointer(&kind[1..]).unwrap();
    if let Some(reference) = about["$ref"].as_str() {
        return compare(schema, reference, value, fields);
    }
    for item in value.as_array().into_iter().flatten() {
        compare(schema, &format!("{kind}/items"), item, fields);
    }
    for name in about["properties"].as_object().into_iter().flat_map(|properties| properties.keys()) {
        let field = format!("{kind}/properties/{name}");
        let built = value.get(name);
        *fields.entry(field.clone()).or_default() |= built.is_some();
        if let Some(value) = built {
            compare(schema, &field, value, fields);
        }
    }
}

fn decimals(range: std::ops::Range<i128>) -> impl Strategy<Value = Decimal> {
    (range, 0u32..6).prop_map(|(mantissa, scale)| Decimal::new(mantissa, scale).unwrap())
}

fn days() -> impl Strategy<Value = Date> {
    (0i32..365).prop_map(|days| day("2025-01-01").after(days).unwrap())
}

fn goals() -> impl Strategy<Value = Goal> {
    let positive = || decimals(1..1_000_000_000_000);
    prop_oneof![
        positive().prop_map(Goal::AtLeast),
        positive().prop_map(Goal::MoreThan),
        decimals(-1_000_000..1_000_000).prop_map(Goal::AtMost),
        decimals(-1_000_000..1_000_000).prop_map(Goal::LessThan),
        (positive(), decimals(0..100))
            .prop_map(|(value, tolerance)| Goal::About { value, tolerance: Percentage::new(tolerance).unwrap() }),
        (positive(), positive()).prop_map(|(a, b)| Goal::Range(Span::new(a.min(b), a.max(b)).unwrap())),
        Just(Goal::All { whole: None }),
        positive().prop_map(|whole| Goal::All { whole: Some(whole) }),
        Just(Goal::Done),
    ]
}

proptest! {
    /// What was given stands in the programme, and the document written of it gives the same programme.
    #[test]
    fn what_was_given_comes_back(
        titles in prop::collection::vec("\\PC*[^\\pC\\s]\\PC*", 1..6),
        note in "(\\PC|[\n\t\"\\\\])*",
        goals in prop::collection::vec(goals(), 1..6),
        dates in prop::collection::btree_set(days(), 1..5),
        values in prop::collection::vec(decimals(0..1_000_000_000), 5),
    ) {
        let reports = || {
            let pairs = dates.iter().zip(&values);
            pairs.map(|(&date, &value)| ReportBuilder::new(date).value(value).published_on(date).note(&note).stock(true))
        };
        let commitments = titles.iter().zip(&goals).enumerate().map(|(index, (title, &goal))| {
            CommitmentBuilder::new(&format!("c{index}"), title).target(TargetBuilder::new(goal)).reports(reports())
        });
        let project = ProjectBuilder::new("p", &titles[0]).commitments(commitments);
        let reading = ProgrammeBuilder::new("p", &titles[0], year()).projects([project]).build();
        let Some(programme) = &reading.programme else {
            return Err(TestCaseError::fail(format!("{:?}", reading.diagnostics)));
        };
        prop_assert_eq!(programme.commitments().count(), titles.len().min(goals.len()));
        for (commitment, (title, goal)) in programme.commitments().zip(titles.iter().zip(&goals)) {
            prop_assert_eq!(&commitment.title, title);
            prop_assert_eq!(&commitment.target.as_ref().unwrap().goal, goal);
            prop_assert_eq!(commitment.reports.len(), dates.len());
            for (report, (date, value)) in commitment.reports.iter().zip(dates.iter().zip(&values)) {
                prop_assert_eq!((report.date, report.published_on), (*date, *date));
                prop_assert_eq!(report.figure.as_ref().unwrap().value, Some(*value));
                prop_assert_eq!(report.note.as_deref(), Some(&*note));
            }
        }
        let again = read(&reading.to_json().unwrap());
        prop_assert_eq!(again.programme.as_ref(), Some(programme));
    }
}
