//! From the text of a notice to its figures and drafts: how fast over real text, and whether the time grows as the text does.

use std::hint::black_box;
use std::time::Duration;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use pledgeboard::extract::{self, Options};

const NOTICE: &str = include_str!("../../tests/documents/extraction/zhonglou/announcement-2025.txt");

/// MB/s over a whole announcement, without and with drafts.
fn notice(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("notice");
    group.throughput(Throughput::Bytes(NOTICE.len() as u64));
    group.bench_function("figures", |bench| bench.iter(|| extract::quantities(black_box(NOTICE), &Options::default())));
    group.bench_function("figures and drafts", |bench| {
        bench.iter(|| extract::extract(black_box(NOTICE), &Options::default()));
    });
}

/// The same piece over and over; MB/s should not fall from 1 MB to 2.
fn hostile(criterion: &mut Criterion) {
    for piece in ["1", "万", "（", "约", "1个", "1%", "完成率1%", "已完成1个，", "目标：1个。"] {
        let mut group = criterion.benchmark_group(format!("only {piece}"));
        group.sample_size(10).measurement_time(Duration::from_secs(1)).warm_up_time(Duration::from_millis(200));
        for megabytes in [1, 2] {
            let text = piece.repeat(megabytes * 1_000_000 / piece.len());
            group.throughput(Throughput::Bytes(text.len() as u64));
            group.bench_with_input(BenchmarkId::from_parameter(megabytes), &text, |bench, text| {
                bench.iter(|| extract::extract(black_box(text), &Options::default()));
            });
        }
    }
}

criterion_group!(benches, notice, hostile);
criterion_main!(benches);
