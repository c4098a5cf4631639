use super::*;
use crate::evaluate::{Options, evaluate};
use crate::read;

const DOCUMENTS: [&str; 3] = [
    include_str!("../../../www/programmes/zhonglou-2024.json"),
    include_str!("../../../www/programmes/zhonglou-2025.json"),
    include_str!("../../../www/programmes/sample-2025.json"),
];

fn columns() -> Columns {
    let mut columns = Columns::new(2);
    for text in DOCUMENTS {
        let programme = read(text).programme.unwrap();
        columns.add(&programme, &evaluate(&programme, &Options::default()).unwrap()).unwrap();
    }
    columns
}

#[test]
fn every_column_has_every_row_and_its_own_name() {
    let columns = columns();
    let mut names = std::collections::BTreeSet::new();
    for column in columns.iter() {
        let length = match column.values() {
            Values::Number(values) => values.len(),
            Values::Codes(values) | Values::Integer(values) | Values::Date(values) => values.len(),
            Values::Boolean(values) => values.len(),
        };
        assert_eq!(length, columns.rows(), "{}", column.name());
        assert!(column.valid().is_none_or(|valid| valid.len() == length && valid.contains(&0)));
        assert!(names.insert(column.name()), "{} twice", column.name());
        if let Values::Codes(codes) = column.values() {
            let words = column.dictionary().unwrap();
            assert!(codes.iter().all(|&code| usize::try_from(code).unwrap() < words.len().max(1)));
            assert_eq!(words.iter().collect::<std::collections::BTreeSet<_>>().len(), words.len());
        }
    }
}

#[test]
fn a_number_is_what_its_text_says() {
    let columns = columns();
    let mut compared = 0;
    for column in columns.iter() {
        let Some(text) = columns.column(&[column.name(), "_text"].concat()) else { continue };
        let Values::Number(values) = column.values() else { panic!("{}", column.name()) };
        assert_eq!(column.valid(), text.valid(), "{}", column.name());
        for (row, value) in values.iter().enumerate() {
            let Some(printed) = text.text(row) else { continue };
            let printed: f64 = printed.parse().unwrap();
            assert!((value - printed).abs() <= 0.01, "{} {value} {printed}", column.name());
            compared += 1;
        }
    }
    assert!(compared > 500, "{compared}");
}

#[test]
fn days_count_from_1970() {
    let columns = columns();
    let Values::Date(days) = columns.column("period_end").unwrap().values() else { panic!() };
    // 2024-12-31 is day 20088.
    assert_eq!(days[0], 20_088);
}

#[test]
fn too_many_decimals_add_nothing() {
    let programme = read(DOCUMENTS[0]).programme.unwrap();
    let evaluation = evaluate(&programme, &Options::default()).unwrap();
    let mut columns = Columns::new(29);
    assert!(columns.add(&programme, &evaluation).unwrap_err().is_out_of_range());
    assert_eq!(columns.rows(), 0);
    assert!(columns.iter().all(|column| column.valid().is_none()));
}
