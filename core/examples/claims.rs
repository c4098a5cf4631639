//! Rates that were published, checked against the figures beside them, and targets that nobody published.

use pledgeboard::claim::{Claim, check_siblings};
use pledgeboard::{Error, Locale};

fn main() -> Result<(), Error> {
    let claim = |reached, target, rate| Claim::new().reached(reached)?.target(target)?.published_rate(rate);
    let published = [
        // Zhonglou 2024, with the one whole target that its rate allows: none was ever published.
        claim("9935人次", "8000人次", "124.19%")?,
        // Ruijin, Danling, Xingtai, Xiangtan.
        claim("1008", "1100", "91.63%")?,
        claim("27", "58", "46.5%")?,
        claim("1.7万余", "1.4万", "122.30%")?,
        claim("3", "15", "27%")?,
        // Without a target there is nothing to check, but only one whole number fits.
        Claim::new().reached("9935人次")?.published_rate("124.19%")?,
        Claim::new().target("10所")?.published_rate("33.4%")?,
    ];
    for claim in &published {
        let check = claim.check()?;
        println!("{}: {}", check.verdict.code(), claim.explain(&check, Locale::En));
    }

    // Shares of 17 works, bent until they add to 100.
    println!();
    let shares = [claim("7", "17", "42%")?, claim("5", "17", "29%")?, claim("5", "17", "29%")?];
    let siblings = check_siblings(&shares, None)?;
    for (claim, check) in siblings.claims.iter().zip(&siblings.checks) {
        println!("{}: {}", check.verdict.code(), claim.explain(check, Locale::En));
    }

    // Parts of 45 that leave one out.
    let parts = ["24", "9", "11"].map(|part| Claim::new().reached(part).expect("a figure"));
    if let Some(total) = check_siblings(&parts, Some("45"))?.total {
        println!("{}: {}", total.verdict.code(), total.explain(Locale::En));
    }
    Ok(())
}
