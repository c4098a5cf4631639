//! A notice read into rows: every figure with its place, bound, unit and role.

use pledgeboard::extract::{Options, extract};

const NOTICE: &str = "\
2026年青禾区民生实事项目完成情况

一、“安居”工程
新建公共停车位1200个，已建成1350个，完成率112.5%。
既有住宅加装电梯不少于40部，已完成38部。

二、“康养”工程
为65周岁以上老人免费体检约1.9万人次，实际完成1.94万人次。
新建社区食堂3—5个，已建成4个。
适龄儿童窝沟封闭实现应做尽做。
";

fn main() {
    println!("text,start,low,high,bound,unit,role,cue,rule");
    for quantity in &extract(NOTICE, &Options::default()).quantities {
        // Places in characters, as a reader counts them.
        let start = NOTICE[..quantity.start].chars().count();
        let end = |end: Option<pledgeboard::Decimal>| end.map_or(String::new(), |end| end.to_string());
        println!(
            "{},{start},{},{},{},{},{},{},{}",
            quantity.text,
            end(quantity.low),
            end(quantity.high),
            quantity.bound.code(),
            quantity.unit,
            quantity.role.code(),
            quantity.cue,
            quantity.rule.code(),
        );
    }
}
