//! From the text of a document to its evaluation, for the real programme and for one of a thousand commitments.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use pledgeboard::{evaluate, read};

const REAL: &str = include_str!("../../www/programmes/zhonglou-2024.json");

/// A programme of that many reported lifts, each commitment with two reports.
fn generated(commitments: usize) -> String {
    let one = |index: usize| {
        format!(
            r#"{{ "id": "c{index}", "title": "既有住宅加装电梯", "target": {{ "value": "{target}", "unit": "部" }},
                 "reports": [{{ "date": "2025-03-31", "value": "{first}", "published_on": "2025-04-10" }},
                             {{ "date": "2025-06-30", "value": "{second}", "published_on": "2025-07-10" }}] }}"#,
            target = 39 + index % 100,
            first = 5 + index % 7,
            second = 20 + index % 50,
        )
    };
    let list: Vec<_> = (0..commitments).map(one).collect();
    format!(
        r#"{{ "format": "pledgeboard/1", "id": "generated", "title": "Generated", "adopted": {{ "date": "2025-01-06" }},
             "period": {{ "start": "2025-01-01", "end": "2025-12-31" }},
             "projects": [{{ "id": "p", "title": "P", "commitments": [{}] }}] }}"#,
        list.join(",")
    )
}

fn board(criterion: &mut Criterion) {
    for (name, text) in [("zhonglou-2024", REAL.to_owned()), ("1000 commitments", generated(1000))] {
        let programme = read(&text).programme.expect("the documents of the benches are valid");
        let evaluation = evaluate::evaluate(&programme, &evaluate::Options::default());
        assert!(evaluation.is_ok(), "the benches measure results, not errors");
        criterion.bench_function(&format!("read {name}"), |bench| bench.iter(|| read(black_box(&text))));
        criterion.bench_function(&format!("evaluate {name}"), |bench| {
            bench.iter(|| evaluate::evaluate(black_box(&programme), &evaluate::Options::default()));
        });
    }
}

criterion_group!(benches, board);
criterion_main!(benches);
