//! From the text of a notice to its figures, and to drafts of documents.
//!
//! [`extract`](fn@extract) reads an announcement or a progress report, Chinese or English, and says of every number in it what it
//! is: promised, reached, a stock, a published rate, or context.

mod bound;
mod dictionary;
mod draft;
mod english;
mod figure;
mod fold;
mod guess;
mod lex;
mod nature;
mod outline;
mod role;
mod sense;

pub use draft::Draft;

use lex::Kind;
use outline::Outline;

use crate::Decimal;
use crate::programme::Bound;

/// What a figure is for.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum Role {
    /// Promised.
    Target,
    /// Reached in the period.
    Actual,
    /// A stock, or a running total over years (累计, 现有).
    Cumulative,
    /// A published completion percentage, or a gap in percentage points.
    Rate,
    /// A year, an age, a name, a grade, a baseline: whatever is no amount of the programme.
    Context,
}

impl Role {
    /// Every role with its stable name.
    pub const ALL: [(Role, &'static str); 5] = [
        (Role::Target, "target"),
        (Role::Actual, "actual"),
        (Role::Cumulative, "cumulative"),
        (Role::Rate, "rate"),
        (Role::Context, "context"),
    ];

    /// The stable name.
    pub fn code(self) -> &'static str {
        Role::ALL.iter().find(|(role, _)| *role == self).map_or("", |(_, code)| code)
    }
}

/// One line per rule keeps the type, its names and its documentation in step.
macro_rules! rules {
    ($($(#[$doc:meta])* $rule:ident $code:literal,)*) => {
        /// The rule of the grammar that gave a figure its role.
        #[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
        #[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "snake_case"))]
        #[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
        #[non_exhaustive]
        pub enum Rule { $($(#[$doc])* $rule),* }

        impl Rule {
            /// The stable name.
            pub fn code(self) -> &'static str {
                match self { $(Rule::$rule => $code),* }
            }
        }
    };
}

rules! {
    /// A word before it promises: 将, 力争, we will.
    Promised "promised",
    /// A noun of promise stands beside it: 目标, 任务.
    Aim "aim",
    /// An amount that was reached answers it in the same line: 39部，已完成35部.
    Answered "answered",
    /// A word says that it is reached: 已, 截至.
    Reached "reached",
    /// It belongs to an earlier time: 去年, an earlier year.
    Past "past",
    /// A stock, or a total since an earlier year: 现有, 自2019年起.
    Stock "stock",
    /// A running total: 累计.
    Running "running",
    /// A label before it: 进展情况：.
    Label "label",
    /// The sentences before it in the paragraph look that way.
    Paragraph "paragraph",
    /// The heading above it, or the title.
    Section "section",
    /// The column of its table.
    Column "column",
    /// Nothing says what it is for: a notice promises.
    Default "default",
    /// A completion rate by its words: 完成率, 年度任务的80%.
    PublishedRate "published_rate",
    /// A distance in percentage points.
    Gap "gap",
    /// A day, month or year.
    Date "date",
    /// The number of a heading or an item.
    Heading "heading",
    /// Part of a name: 1+N, S39, 两癌, 12345热线.
    Name "name",
    /// 第十七届.
    Ordinal "ordinal",
    /// An age.
    Age "age",
    /// A grade or class: 三类以上.
    Grade "grade",
    /// What is counted per so many: 每万人.
    Base "base",
    /// A count of the list itself: 十项民生实事.
    Listed "listed",
    /// How long something takes or is open.
    Duration "duration",
    /// Where something was before: 由60%提高到80%, 去年同期.
    Baseline "baseline",
    /// Where the work was: 22条街1300余家商户.
    Place "place",
}

/// A figure of the text.
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct Quantity<'t> {
    /// The bytes of the text from its number to its unit.
    pub start: usize,
    /// The byte behind the last of them.
    pub end: usize,
    /// Just these words: `1.9万名`.
    pub text: &'t str,
    /// The least that it may stand for, in base units; `None` if nothing bounds it below, or if it is no amount.
    pub low: Option<Decimal>,
    /// The most that it may stand for, likewise.
    pub high: Option<Decimal>,
    /// In which sense it is meant.
    pub bound: Bound,
    /// As written, without the multiplier; empty if there is none.
    pub unit: &'t str,
    /// What it is for.
    pub role: Role,
    /// The word that set the bound (不少于, 以上, about); empty if none did.
    pub cue: &'t str,
    /// The rule that gave the role.
    pub rule: Rule,
    /// Other roles that its words allow.
    pub alternatives: Vec<Role>,
}

/// What a text gives.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
#[non_exhaustive]
pub struct Extraction<'t> {
    /// Every figure, in the order of the text.
    pub quantities: Vec<Quantity<'t>>,
    /// Documents drafted from them.
    pub drafts: Vec<Draft>,
}

/// What is known of a text from elsewhere.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
#[non_exhaustive]
pub struct Options {
    year: Option<i32>,
}

impl Options {
    /// The year that the text is about, 1 to 9999; any other is as if none were given.
    #[must_use]
    pub fn year(mut self, year: i32) -> Options {
        self.year = Some(year).filter(|year| (1..=9999).contains(year));
        self
    }
}

/// Reads the figures of a notice and drafts documents from them.
///
/// ```
/// use pledgeboard::extract::{Options, Role, extract};
///
/// let notice = "2025年民生实事项目\n1.新增公共停车位1200个，已完成800个。";
/// let found = extract(notice, &Options::default());
/// let roles: Vec<_> = found.quantities.iter().map(|quantity| (quantity.text, quantity.role)).collect();
/// assert_eq!(
///     roles,
///     [("2025年", Role::Context), ("1", Role::Context), ("1200个", Role::Target), ("800个", Role::Actual)]
/// );
/// assert_eq!(found.quantities[3].rule.code(), "reached");
/// assert_eq!(found.drafts.len(), 1);
/// ```
///
/// The time taken grows as the text does, whatever the text is, and every text is accepted: one without figures gives none.
/// Where no document is wanted, [`quantities`] takes about half of it.
pub fn extract<'t>(text: &'t str, options: &Options) -> Extraction<'t> {
    let plain = fold::simplified(text);
    let tokens = lex::tokens(&plain, &figure::LEXICON);
    let outline = Outline::of(&plain, &tokens, options.year);
    let decisions = role::decide(&plain, &tokens, &outline);
    // What the drafts are made of is gone before the list is made: for a long text both are large.
    let source = draft::Source { text, plain: &plain, tokens: &tokens, outline: &outline, decisions: &decisions };
    let drafts = draft::drafts(&source);
    Extraction { quantities: listed(text, &tokens, &decisions), drafts }
}

/// The figures alone, the same as [`extract`](fn@extract) finds: for going through many texts.
pub fn quantities<'t>(text: &'t str, options: &Options) -> Vec<Quantity<'t>> {
    let plain = fold::simplified(text);
    let tokens = lex::tokens(&plain, &figure::LEXICON);
    let outline = Outline::of(&plain, &tokens, options.year);
    listed(text, &tokens, &role::decide(&plain, &tokens, &outline))
}

fn listed<'t>(text: &'t str, tokens: &[lex::Token<'_>], decisions: &[Option<role::Decision>]) -> Vec<Quantity<'t>> {
    let mut quantities = Vec::with_capacity(decisions.iter().flatten().count());
    for (token, decision) in tokens.iter().zip(decisions) {
        let Some(decision) = decision else { continue };
        let span = text.get(token.start..token.end).unwrap_or_default();
        let (low, high, bound, unit, cue) = match &token.kind {
            Kind::Figure(figure, _) => {
                let words = |(from, to)| text.get(from..to).unwrap_or_default();
                let worded = figure.unit == "%" && figure.unit_at.0 == figure.unit_at.1;
                let unit = if worded { "%" } else { words(figure.unit_at) };
                (figure.low, figure.high, figure.bound, unit, words(figure.cue_at))
            }
            _ => (None, None, Bound::All, "", span),
        };
        quantities.push(Quantity {
            start: token.start,
            end: token.end,
            text: span,
            low,
            high,
            bound,
            unit,
            role: decision.role,
            cue,
            rule: decision.rule,
            alternatives: decision.otherwise.into_iter().collect(),
        });
    }
    quantities
}
