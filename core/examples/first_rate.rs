//! The first rate: what was reported of what was promised, rounded once, from exact figures.

use pledgeboard::number::rate;

fn main() -> Result<(), pledgeboard::Error> {
    println!("{} %", rate("9935", "8000", 2)?);
    println!("{} %", rate("21", "39", 2)?);
    Ok(())
}
