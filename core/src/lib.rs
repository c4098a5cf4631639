#![doc = include_str!("../README.md")]
//!
//! # From one rate to many programmes
//!
//! A figure like that says nothing of what was promised, by when, and whether it was known at all. For that there is a
//! document: one list of promises of one body, with what was reported of each, and when it was published.
//!
//! ```json
#![doc = include_str!("../examples/programmes/green-2025.json")]
//! ```
//!
//! Amounts are strings, so that no digit is lost on the way. The format is described in [`read::SCHEMA`]; `pledgeboard::build`
//! makes such a document in Rust, without writing JSON.
//!
//! # Reading
//!
//! [`read()`] never stops half-way: it gives the programme, or none, and everything that is to be mended or known, each with a stable
//! code, a place in the text and a sentence in two languages.
//!
//! ```
//! # #[cfg(feature = "diagnostics")] {
//! use pledgeboard::{Locale, read};
//! # let text = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/programmes/green-2025.json"));
//! let reading = read(&text.replace(r#""value": "39""#, r#""value": "thirty-nine""#));
//! assert!(reading.programme.is_none());
//! let fault = &reading.diagnostics[0];
//! assert_eq!((fault.code, fault.line), ("invalid_number", 5));
//! assert_eq!(fault.pointer, "/projects/0/commitments/0/target/value");
//! println!("{} {}", fault.message(Locale::En), fault.hint(Locale::En));
//!
//! assert!(read(text).programme.is_some());
//! # }
//! ```
//!
//! # What was known on a day
//!
//! [`evaluate()`](fn@evaluate::evaluate) knows only what had been published by a day. Without one it takes the day of the latest
//! publication, never today. Half-way through the year 21 of 39 lifts were running:
//!
//! ```
//! use pledgeboard::evaluate::{Options, evaluate};
//! use pledgeboard::number::Rounding;
//! use pledgeboard::{Status, read};
//! # let text = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/programmes/green-2025.json"));
//! let programme = read(text).programme.unwrap();
//! let summer = evaluate(&programme, &Options::as_of("2025-08-31".parse()?))?;
//! let lifts = summer.commitments().next().unwrap();
//!
//! assert_eq!(lifts.status, Status::OnSchedule);
//! let rate = lifts.rate.unwrap().as_exact().unwrap();
//! assert_eq!(rate.percent(2, Rounding::HalfUp)?, "53.85");
//! // By the day of that report 181 of 365 days had passed; the silence since then moves nothing.
//! let schedule = lifts.schedule.unwrap();
//! assert_eq!(schedule.share.percent(2, Rounding::HalfUp)?, "49.59");
//! assert_eq!(schedule.at.to_string(), "2025-06-30");
//! # Ok::<(), pledgeboard::Error>(())
//! ```
//!
//! # Statuses and intervals
//!
//! Each commitment has exactly one [`Status`] of thirteen. "About 1250" parking places of 1200 promised are no single figure: from 1125 to
//! 1375, so the [`Interval`] of the rate runs from 93.75 % to 114.58… %, and whether the promise was kept is *undecided*. What was not
//! published is neither a failure nor a success.
//!
//! ```
//! use pledgeboard::Status::{self, Exceeded, Met, Missed};
//! use pledgeboard::evaluate::{Options, evaluate};
//! use pledgeboard::number::Rounding;
//! # let text = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/programmes/green-2025.json"));
//! # let programme = pledgeboard::read(text).programme.unwrap();
//! let winter = evaluate(&programme, &Options::as_of("2026-01-31".parse()?))?;
//! let statuses: Vec<Status> = winter.commitments().map(|outcome| outcome.status).collect();
//! assert_eq!(statuses, [Status::Unreported, Status::Unreported, Status::Undecided, Status::Unreported]);
//!
//! let parking = winter.commitments().nth(2).unwrap();
//! assert_eq!(parking.possible, [Exceeded, Met, Missed]);
//! let rate = parking.rate.unwrap();
//! // The ends are rounded outward, so that what is printed never promises more than is known.
//! assert_eq!(rate.low().unwrap().value.percent(2, Rounding::Down)?, "93.75");
//! assert_eq!(rate.high().unwrap().value.percent(2, Rounding::Up)?, "114.59");
//! # Ok::<(), pledgeboard::Error>(())
//! ```
//!
//! # Many commitments together
//!
//! A [`Rollup`](evaluate::Rollup) counts statuses and bounds what was met: its low end takes everything unknown as nothing, its high end as
//! all. [`explain`](mod@explain) and [`sentence`] say it in words.
//!
//! ```
//! use pledgeboard::evaluate::{Options, evaluate};
//! use pledgeboard::sentence::Tally;
//! use pledgeboard::{Locale, Status};
//! # let text = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/programmes/green-2025.json"));
//! # let programme = pledgeboard::read(text).programme.unwrap();
//! let winter = evaluate(&programme, &Options::as_of("2026-01-31".parse()?))?;
//! let all = &winter.programme;
//! assert_eq!((all.commitments, all.count(Status::Unreported)), (4, 3));
//! let met = all.share_met.unwrap();
//! assert_eq!((met.low().unwrap().value, met.high().unwrap().value), (pledgeboard::Ratio::ZERO, pledgeboard::Ratio::ONE));
//!
//! let tally = Tally::new(&programme, &winter, Locale::En);
//! assert_eq!(tally.headline(), "Of 4 promises, 1 is undecided; 3 have no published result");
//! # Ok::<(), pledgeboard::Error>(())
//! ```
//!
//! # Published rates
//!
//! A [`Claim`](claim::Claim) holds printed figures against each other; of reached, target and rate any two give the third.
//!
//! ```
//! use pledgeboard::claim::{Claim, Verdict};
//! let claim = Claim::new().reached("9935人次")?.published_rate("124.19%")?;
//! assert_eq!(claim.check()?.targets, Some(vec!["8000".parse()?]));
//! assert_eq!(claim.target("8000人次")?.check()?.verdict, Verdict::Exact);
//! # Ok::<(), pledgeboard::Error>(())
//! ```
//!
//! # Two years, and how fast it goes
//!
//! [`compare`](mod@compare) sets a promise beside the last outcome; [`pace`] sets what was done in a day beside what is needed.
//!
//! ```
//! use pledgeboard::compare::{self, compare};
//! use pledgeboard::evaluate::{self, evaluate};
//! use pledgeboard::explain::pairs;
//! use pledgeboard::number::Rounding;
//! use pledgeboard::pace::{Outlook, outlook};
//! # let last = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/programmes/green-2024.json"));
//! # let text = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/programmes/green-2025.json"));
//! # let [last, next] = [last, text].map(|text| pledgeboard::read(text).programme.unwrap());
//! // 51 lifts were built, 39 are promised now.
//! let comparison = compare(&last, &next, &compare::Options::default())?;
//! let ambition = comparison.pairs[0].ambition.unwrap().as_exact().unwrap();
//! assert_eq!(ambition.decimal(2, Rounding::HalfUp)?, "0.76");
//!
//! let summer = evaluate(&next, &evaluate::Options::as_of("2025-08-31".parse()?))?;
//! let (lifts, outcome) = pairs(&next, &summer).next().unwrap();
//! let Outlook::Pace(pace) = outlook(&next, lifts, outcome, summer.as_of)? else { unreachable!() };
//! // 12 in the 91 days between the reports; so the last one 137 days after 30 June.
//! assert_eq!(pace.met_on, Some("2025-11-14".parse()?));
//! # Ok::<(), pledgeboard::Error>(())
//! ```
//!
//! # Many programmes
//!
//! [`portfolio`] gathers them by sector, body, place or year, and ranks them by the places that the unknown leaves open; [`columns`] makes a
//! table for data frames, one row per commitment.
//!
//! ```
//! use pledgeboard::columns::Columns;
//! use pledgeboard::evaluate::{Options, evaluate};
//! use pledgeboard::portfolio::rank;
//! # let last = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/programmes/green-2024.json"));
//! # let text = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/programmes/green-2025.json"));
//! let mut columns = Columns::new(2);
//! let mut shares = Vec::new();
//! for document in [last, text] {
//!     let programme = pledgeboard::read(document).programme.unwrap();
//!     let evaluation = evaluate(&programme, &Options::default())?;
//!     columns.add(&programme, &evaluation)?;
//!     shares.push((programme.id.clone(), evaluation.programme.share_met));
//! }
//! assert_eq!(columns.rows(), 7);
//! assert_eq!(columns.column("rate_low_text").unwrap().text(0), Some("127.50"));
//!
//! // Two of three were surely met in 2024; in 2025 nothing is sure, so either may be the better year.
//! let ranks = rank(shares.iter().map(|(id, share)| (id.as_str(), *share)));
//! assert!(ranks.iter().all(|rank| rank.places == Some((1, 2))));
//! # Ok::<(), pledgeboard::Error>(())
//! ```
//!
//! # A notice
//!
//! [`extract`](mod@extract) finds the figures of an announcement and drafts documents from it, for an editor to check.
//!
//! ```
//! # #[cfg(feature = "extract")] {
//! use pledgeboard::extract::{Options, Role, extract};
//! let notice = "既有住宅加装电梯不少于40部，已完成38部。";
//! let found = extract(notice, &Options::default()).quantities;
//! assert_eq!((found[0].text, found[0].role), ("40部", Role::Target));
//! assert_eq!((found[1].text, found[1].role), ("38部", Role::Actual));
//! # }
//! ```
//!
//! # Where to go on
//!
//! [`statistics`] explains the methods in plain words, [`_compare`] how they differ from those of other tools, [`_design`] why they are as they
//! are. The programs in `examples/` are small and whole: `cargo run --example claims`.

#![forbid(unsafe_code)]

mod bounds;
#[cfg(feature = "build")]
pub mod build;
pub mod claim;
pub mod columns;
pub mod compare;
mod convert;
mod date;
mod error;
pub mod evaluate;
pub mod explain;
#[cfg(feature = "extract")]
pub mod extract;
#[cfg(test)]
mod fixture;
pub mod grounds;
mod interval;
mod locale;
pub mod number;
mod order;
pub mod pace;
pub mod portfolio;
pub mod printed;
pub mod programme;
pub mod read;
pub mod sentence;
pub mod table;
pub mod units;
#[cfg(feature = "serde")]
pub mod wire;
pub mod words;

#[doc = include_str!("../statistics.md")]
pub mod statistics {}

#[doc = include_str!("../COMPARE.md")]
pub mod _compare {}

#[doc = include_str!("../DESIGN.md")]
pub mod _design {}

pub use date::{Date, Period};
pub use error::Error;
pub use evaluate::{Evaluation, Status};
#[cfg(feature = "extract")]
pub use extract::extract;
pub use interval::{End, Interval};
pub use locale::Locale;
pub use number::{Decimal, Ratio};
pub use programme::Programme;
pub use read::read;
