//! Texts whose quantities were labelled by hand: `documents/extraction/*.txt`.
//!
//! A block is some lines of text, then a line for each quantity in reading order, `= span | value | bound | unit | role` or
//! `= span | context`; an empty line ends it.

use pledgeboard::Decimal;
use pledgeboard::extract::{Options, Quantity, extract};

/// A text with its labels.
pub struct Block {
    /// The text itself.
    pub text: String,
    /// What was labelled, in reading order.
    pub labels: Vec<Label>,
}

/// One quantity as labelled.
pub struct Label {
    /// Its bytes in the text.
    pub span: core::ops::Range<usize>,
    /// Value, bound and unit; nothing for context.
    pub amount: Option<[String; 3]>,
    /// The code of its role.
    pub role: String,
}

/// The blocks of a file.
pub fn blocks(file: &str) -> Vec<Block> {
    file.split("\n\n").map(block).filter(|block| !block.text.is_empty()).collect()
}

fn block(lines: &str) -> Block {
    let (mut text, mut labels) = (Vec::new(), Vec::new());
    for line in lines.lines().filter(|line| !line.starts_with("# ") && !line.is_empty()) {
        match line.strip_prefix("= ") {
            Some(label) => labels.push(label),
            None => text.push(line),
        }
    }
    let text = text.join("\n");
    let mut at = 0;
    let labels = labels.into_iter().map(|line| {
        let columns: Vec<&str> = line.split(" | ").collect();
        let start = at + text[at..].find(columns[0]).unwrap_or_else(|| panic!("{line}: not in {text}"));
        at = start + columns[0].len();
        let (amount, role) = match columns[..] {
            [_, "context"] => (None, "context"),
            [_, value, bound, unit, role] => (Some([value, bound, unit].map(|word| word.trim().to_owned())), role),
            _ => panic!("{line}: two or five columns"),
        };
        Label { span: start..at, amount, role: role.to_owned() }
    });
    let labels = labels.collect();
    Block { text, labels }
}

/// The value of a quantity in the way of the labels: `5`, `5..`, `..5`, `3..5`.
pub fn value(quantity: &Quantity<'_>) -> String {
    let print = |end: Option<Decimal>| end.map(|end| end.to_string()).unwrap_or_default();
    match (quantity.low, quantity.high) {
        (None, None) => String::new(),
        (Some(low), Some(high)) if low == high => low.to_string(),
        (low, high) => format!("{}..{}", print(low), print(high)),
    }
}

/// How well what is found agrees with what was labelled.
#[derive(Default, Clone, Copy)]
pub struct Score {
    /// Labels that are found just so.
    pub agreed: usize,
    /// Labels.
    pub labelled: usize,
    /// What is found: context beyond the labels left out.
    pub found: usize,
}

impl Score {
    /// The harmonic mean of precision and recall, in thousandths, rounded down.
    pub fn f1(&self) -> usize {
        (2000 * self.agreed).checked_div(self.labelled + self.found).unwrap_or(0)
    }
}

/// Holds what is found in a text to its labels; what differs goes to `miss`. A label of context agrees with context that touches it.
pub fn score(block: &Block, total: &mut Score, mut miss: impl FnMut(String)) {
    let extraction = extract(&block.text, &Options::default());
    let mut used = vec![false; extraction.quantities.len()];
    for label in &block.labels {
        total.labelled += 1;
        let touching = extraction.quantities.iter().enumerate().find(|(index, quantity)| {
            !used[*index] && quantity.start < label.span.end && label.span.start < quantity.end
        });
        let said = &block.text[label.span.clone()];
        let Some((index, quantity)) = touching else {
            if label.amount.is_some() || said.bytes().any(|byte| byte.is_ascii_digit()) {
                miss(format!("not found: {said} {:?} {}", label.amount, label.role));
            } else {
                // A numeral of a word that counts nothing may be left out.
                total.labelled -= 1;
            }
            continue;
        };
        let same = match &label.amount {
            None => quantity.role.code() == "context",
            Some([value_, bound, unit]) => {
                quantity.start == label.span.start
                    && quantity.end == label.span.end
                    && (value(quantity), quantity.bound.code(), quantity.unit, quantity.role.code())
                        == (value_.clone(), bound.as_str(), unit.as_str(), label.role.as_str())
            }
        };
        // Two labels may touch one date.
        used[index] = label.amount.is_some();
        if label.amount.is_some() || quantity.role.code() != "context" || same {
            total.found += 1;
        }
        if same {
            total.agreed += 1;
        } else {
            let amount = label.amount.as_ref().map(|amount| amount.join(" ")).unwrap_or_default();
            miss(format!("{said} {amount:?} {} <- {}", label.role, described(quantity)));
        }
    }
    for (index, quantity) in extraction.quantities.iter().enumerate() {
        let labelled =
            block.labels.iter().any(|label| quantity.start < label.span.end && label.span.start < quantity.end);
        if !used[index] && !labelled && quantity.role.code() != "context" {
            total.found += 1;
            miss(format!("too much: {}", described(quantity)));
        }
    }
}

fn described(quantity: &Quantity<'_>) -> String {
    let (said, bound) = (value(quantity), quantity.bound.code());
    let why = format!("{} ({})", quantity.role.code(), quantity.rule.code());
    format!("{} {said:?} {bound} {} {why}", quantity.text, quantity.unit)
}
