//! Generated programmes, one document a line: `generate 1000 80 4` for a thousand of 80 commitments with up to 4 reports.

mod documents;

fn main() {
    let mut numbers = std::env::args().skip(1).map(|word| word.parse().expect("a whole number"));
    let mut next = |default| numbers.next().unwrap_or(default);
    for document in documents::documents(next(1), next(2), next(4)) {
        println!("{document}");
    }
}
