//! How long many programmes take natively: `columns <file with one document per line>` prints seconds. The tests of other hosts
//! print theirs against it.

use std::time::Instant;

use pledgeboard::columns::Columns;
use pledgeboard::evaluate::{Options, evaluate};
use pledgeboard::read;

fn main() {
    let file = std::env::args().nth(1).expect("a file with one document per line");
    let lines = std::fs::read_to_string(file).expect("readable text");
    let start = Instant::now();
    let mut columns = Columns::new(2);
    for text in lines.lines() {
        let programme = read(text).programme.expect("a document without errors");
        let evaluation = evaluate(&programme, &Options::default()).expect("figures within limits");
        columns.add(&programme, &evaluation).expect("figures within limits");
    }
    let seconds = start.elapsed().as_secs_f64();
    assert!(columns.rows() > 0, "no commitments");
    println!("{seconds:.3}");
}
