//! Prints where the extraction differs from labelled texts: `cargo run -p pledgeboard-tests --example misses -- FILE…`.

use pledgeboard_tests::labelled::{Score, blocks, score};

fn main() {
    let mut total = Score::default();
    for path in std::env::args().skip(1) {
        let mut one = Score::default();
        let file = std::fs::read_to_string(&path).unwrap();
        for block in blocks(&file) {
            let mut misses = Vec::new();
            score(&block, &mut one, |miss| misses.push(miss));
            if !misses.is_empty() {
                println!("---- {}\n  * {}", block.text, misses.join("\n  * "));
            }
        }
        println!("{path}: {} agreed of {} labelled, {} found: F1 {}", one.agreed, one.labelled, one.found, one.f1());
        total.agreed += one.agreed;
        total.labelled += one.labelled;
        total.found += one.found;
    }
    println!("all: F1 {}", total.f1());
}
