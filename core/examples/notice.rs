//! A notice read into rows: every figure with its place, bound, unit and role.

use pledgeboard::extract::{Options, extract};

const NOTICE: &str = "\
2025年云溪区民生实事项目
（2025年1月8日云溪区第三届人民代表大会第四次会议票决）
1.安居工程：既有住宅加装电梯不少于39部，改造老旧小区12个，惠及居民1.2万余户。
2.就业工程：举办招聘会60场以上，新增就业约5000人，零就业家庭动态清零。
3.出行工程：新增公共停车泊位1200个，新建健身步道2公里左右。
4.养老工程：新增养老床位200—300张，适老化改造全覆盖。
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
