//! Generated programmes, one document a line: `generate 1000 80 4` for a thousand of 80 commitments with up to 4 reports.

mod documents;

fn main() {
    let numbers: Vec<u32> = std::env::args().skip(1).map(|word| word.parse().expect("a whole number")).collect();
    let [programmes, commitments, reports] = numbers[..] else {
        eprintln!("generate <programmes> <commitments> <reports>");
        return print(1, 2, 4);
    };
    print(programmes, commitments, reports);
}

fn print(programmes: u32, commitments: u32, reports: u32) {
    for document in documents::documents(programmes, commitments, reports) {
        println!("{document}");
    }
}
