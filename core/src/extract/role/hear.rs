//! What the words of a sentence say of the figures behind them.

use super::{Reader, Said, Tense, WHOLES, is_percent};
use crate::extract::Rule;
use crate::extract::dictionary::head;
use crate::extract::lex::{Kind, Token};
use crate::extract::sense::Sense;

impl Reader<'_, '_> {
    pub(super) fn hear(&mut self, index: usize, sense: Sense) {
        let word = self.gap(self.tokens[index].start, self.tokens[index].end);
        match sense {
            Sense::Will => self.will(index, word),
            Sense::Aim => self.hear_aim(index),
            Sense::Done => self.done(index, word),
            // 较上年增加, 不低于上年度: held against, not spoken of.
            Sense::Past if !self.is_compared(index) => self.past(index, word.ends_with(['末', '底'])),
            Sense::Now => self.now(index),
            // Not 后续扶持项目.
            Sense::Next if word != "后续" || self.clause_start(index) == index => {
                self.promise();
                self.paragraph = Some(Tense::Target);
            }
            Sense::Stock => self.stock(index, word),
            Sense::Running if !self.said.stock && !self.is_promised() => {
                self.said.tense = Some((Tense::Actual, Rule::Running));
                self.said.stock = !self.said.in_year && !self.flows(index);
            }
            // 自2019年起, since 2019.
            Sense::Since if self.since(index) => self.sum_since(),
            // 应普查1260公里: what had to be done.
            Sense::Verb if self.is_due(index) => self.said.tense = Some((Tense::Target, Rule::Aim)),
            _ => (),
        }
    }

    /// From here on it is promised.
    pub(super) fn promise(&mut self) {
        self.said.tense = Some((Tense::Target, Rule::Promised));
        self.said.stock = false;
    }

    pub(super) fn is_promised(&self) -> bool {
        self.said.tense.is_some_and(|(_, rule)| rule == Rule::Promised)
    }

    /// From here on it is a sum over years.
    pub(super) fn sum_since(&mut self) {
        self.said = Said { since: true, stock: true, tense: Some((Tense::Actual, Rule::Stock)), ..self.said };
    }

    fn will(&mut self, index: usize, word: &str) {
        // 本周完成310万元，年内完成5840万元
        let report = self.section().or(self.outline.guess) == Some(Tense::Actual);
        if word == "年内完成" && report && self.counts_next(index) {
            self.said.tense = Some((Tense::Actual, Rule::Reached));
            return;
        }
        match word {
            "其余" | "剩余" | "剩下" | "余下" => self.rest(index),
            _ if self.only_says(index, word) => (),
            // 计划46公里，开工46公里: as a noun of promise.
            "计划" | "规划" | "安排" if self.counts_next(index) => self.aim(),
            _ => self.promise(),
        }
    }

    fn hear_aim(&mut self, index: usize) {
        // 比年度计划高17个百分点; 与年度计划持平
        let beyond = self.text.get(..self.tokens[index].start).is_some_and(|before| before.ends_with('超'));
        if beyond || self.is_compared(index) && !self.counts_next(index) {
            return;
        }
        // 各级财政下达资助资金42.3亿元
        let word = self.gap(self.tokens[index].start, self.tokens[index].end);
        let funds = self.tokens.get(index + 1).and_then(Token::amount).is_some_and(|figure| figure.unit == "元");
        if word == "下达" && funds && self.section().or(self.outline.guess) == Some(Tense::Actual) {
            return;
        }
        if self.heads_line(index) {
            self.said = Said { label: Some(Tense::Target), ..Said::default() };
            self.paragraph = None;
            return;
        }
        // The 80 % of a target is a rate; the figure right behind the word is promised.
        let leads = index == self.clause_start(index);
        let free = leads || self.said.tense.is_none_or(|(tense, _)| tense == Tense::Target);
        if free && !self.of_percent(index) {
            self.aim();
        }
    }

    fn done(&mut self, index: usize, word: &str) {
        if word == "以来" && self.since(index) {
            return self.sum_since();
        }
        // 全区已有各类驿站62个 is what stands there.
        if word == "已有" && self.is_all_there(index) {
            self.said.tense = Some((Tense::Actual, Rule::Stock));
            self.said.stock = true;
            return;
        }
        // 三校共新增学位4320个, in a plan.
        if word.starts_with('共') && self.section() == Some(Tense::Target) {
            return;
        }
        // Of "we will have built" the promise counts. 自2023年起…，目前已完成14家 stays a sum, and 由目前的112家 is where from.
        if word.is_ascii() && self.is_promised() || self.said.since || self.starts_from(index) {
            return;
        }
        // 累计解决了2585个 stays a total.
        let total = index.checked_sub(1).is_some_and(|at| {
            self.tokens[at].sense() == Some(Sense::Running) && self.tokens[at].end == self.tokens[index].start
        });
        if total && word.ends_with('了') {
            return;
        }
        // 11月30日前全部竣工; 全面完成线路安装 in a plan.
        if word.starts_with("全部") && self.has_deadline(index) {
            return self.promise();
        }
        let plan = self.section().or(self.outline.guess) == Some(Tense::Target);
        if plan && ["全部", "全面", "基本"].iter().any(|all| word.starts_with(all)) {
            return;
        }
        self.said.tense = Some((Tense::Actual, Rule::Reached));
        self.said.stock = false;
        let of_year = ["今年以来", "年初以来", "一年来", "过去一年", "这一年", "so far"];
        self.said.in_year |= of_year.contains(&word);
    }

    /// 全县已有国家森林乡村22个: the whole, and nothing done with it in its clause.
    fn is_all_there(&self, index: usize) -> bool {
        let before = self.text.get(..self.tokens[index].start).unwrap_or_default();
        let whole = WHOLES.iter().any(|word| before.ends_with(word));
        let acts = |token: &Token<'_>| matches!(token.sense(), Some(Sense::Verb | Sense::Ended | Sense::Done));
        whole && !self.tokens[index + 1..self.clause_end(index)].iter().any(acts)
    }

    fn now(&mut self, index: usize) {
        self.said.in_year = true;
        // 去年投用21所，今年再建18所
        if self.turns_ahead(index) {
            self.promise();
        } else if self.said.tense.is_some_and(|(_, rule)| matches!(rule, Rule::Past | Rule::Stock | Rule::Running)) {
            self.said.tense = None;
        }
    }

    fn stock(&mut self, index: usize, word: &str) {
        // 过去五年, 三年来: what the sentence gives is the sum of them.
        if word.contains('年') && self.said.tense.is_none() && word != "历年" {
            return self.sum_since();
        }
        let start = self.clause_start(index);
        let promised = self.tokens[start..index].iter().any(|token| token.sense() == Some(Sense::Will));
        // 计划实施项目57个，总里程214公里
        let reaches = self.section() == Some(Tense::Target)
            && self
                .tokens
                .get(index + 1)
                .is_some_and(|next| self.gap(self.tokens[index].end, next.start).contains('达'));
        let total = word.starts_with('总') && self.is_promised() || reaches;
        let ahead = self.said.label == Some(Tense::Target) || promised || total;
        // 全区建成109个 is what stands there, unless the sentence is about the year.
        let of_year = word.ends_with("建成") && (self.said.in_year || self.section() == Some(Tense::Target));
        if !ahead && !of_year {
            self.said.tense = Some((Tense::Actual, Rule::Stock));
            self.said.stock = true;
        }
    }

    /// 比计划的120部多: the figure itself is what the word names.
    fn counts_next(&self, index: usize) -> bool {
        let next = self.tokens.get(index + 1);
        next.is_some_and(|next| {
            next.amount().is_some() && self.gap(self.tokens[index].end, next.start).chars().count() <= 2
        })
    }

    /// 年度目标 新增泊位3000个: a label without a colon.
    fn heads_line(&self, index: usize) -> bool {
        index == self.line.tokens.start
            && self.line.number.is_none()
            && self.gap(self.line.start, self.tokens[index].start).trim().is_empty()
            && self.text.get(self.tokens[index].end..).is_some_and(|rest| rest.starts_with([' ', '\u{3000}']))
    }

    /// A noun of promise speaks for its clause.
    fn aim(&mut self) {
        if self.said.tense.is_none_or(|(_, rule)| rule != Rule::Aim) {
            self.said.before = self.said.tense;
        }
        self.said.tense = Some((Tense::Target, Rule::Aim));
    }

    /// Words of promise that promise nothing: 按计划, 为确保, 确保了, 争取上级资金, 已安排, 累计安排; in a report 着力 and 确保 are how things
    /// were done.
    fn only_says(&self, index: usize, word: &str) -> bool {
        let token = &self.tokens[index];
        let before = self.text.get(..token.start).unwrap_or_default();
        let after = self.text.get(token.end..).unwrap_or_default();
        let funds = ["到", "中央", "上级", "省级", "省下达", "专项", "资金", "国债", "债券", "补助", "各类", "省市"];
        let arranged = ["已", "累计", "共", "先后", "统筹"];
        match word {
            "将" => !self.leads(index),
            "原定" => before.ends_with('比'),
            "计划" | "规划" if self.is_noun(index) => true,
            "争取" => funds.iter().any(|word| after.starts_with(word)) && self.section() != Some(Tense::Target),
            // 规划停车位1439个, in a report: they are drawn.
            "规划" if self.section().or(self.outline.guess) == Some(Tense::Actual) && after.starts_with("停车") => {
                true
            }
            "安排" | "规划" => arranged.iter().any(|word| before.ends_with(word)),
            "确保" | "着力" | "力求" => {
                before.ends_with('为') || after.starts_with('了') || self.section() == Some(Tense::Actual)
            }
            _ => false,
        }
    }

    /// 剩余4座 is still to come, 其余正在施工 is how things are.
    fn rest(&mut self, index: usize) {
        let end = self.clause_end(index);
        let to = self.tokens.get(end).map_or(self.line.end, |token| token.start);
        let words = head(self.gap(self.tokens[index].end, to), 40);
        if !["在建", "正在", "均在", "由", "已"].iter().any(|word| words.contains(word)) {
            self.aim();
        }
    }

    /// 累计发放, 累计培训 in a report on the year: what flowed since its beginning, not what stands.
    fn flows(&self, index: usize) -> bool {
        let rest = self.text.get(self.tokens[index].end..).unwrap_or_default();
        let flow = [
            "完成", "发放", "开展", "培训", "救助", "筛查", "服务", "举办", "接待", "办理", "受理", "支出", "投入",
            "组织", "免费", "检查", "走访", "慰问", "核发", "拨付", "减免", "下达", "兑付", "争取",
        ];
        self.outline.tense == Some(Tense::Actual)
            && self.section() == Some(Tense::Actual)
            && flow.iter().any(|word| rest.starts_with(word))
    }

    fn is_due(&self, index: usize) -> bool {
        let before = self.text.get(..self.tokens[index].start).unwrap_or_default();
        let mut chars = before.chars().rev();
        chars.next() == Some('应') && !chars.next().is_some_and(|char| "响供反效适对感呼相".contains(char))
    }

    /// 将 promises, unless it only moves a thing: 将农贸市场改造纳入.
    fn leads(&self, index: usize) -> bool {
        let token = &self.tokens[index];
        let rest = self.text.get(token.end..).unwrap_or_default();
        let near = head(rest, 16);
        // 将低保标准提高到每月800元, in a report.
        let changed = self.section() == Some(Tense::Actual)
            && self.tokens[index + 1..self.clause_end(index)].iter().any(|token| token.sense() == Some(Sense::To));
        !changed && !["纳入", "列入", "作为", "列为"].iter().any(|word| near.contains(word))
    }

    /// 计划 as a noun: 按计划, 计划的80%.
    fn is_noun(&self, index: usize) -> bool {
        let token = &self.tokens[index];
        let rest = self.text.get(token.end..).unwrap_or_default();
        let before = self.text.get(..token.start).unwrap_or_default();
        // 营养改善计划惠及2.94万人
        let named = index
            .checked_sub(1)
            .is_some_and(|at| self.tokens[at].sense() == Some(Sense::Verb) && self.tokens[at].end == token.start);
        named || rest.starts_with(['的', '”', '》', '，', '。', '、']) || before.ends_with(['按', '原', '“', '依'])
    }

    /// Whether a percentage of this very word follows: 年度目标的80%, 全年计划110%.
    fn of_percent(&self, index: usize) -> bool {
        let end = self.clause_end(index);
        let Some(figure) = self.tokens[index + 1..end]
            .iter()
            .find_map(|token| if let Kind::Figure(figure, _) = &token.kind { Some(figure) } else { None })
        else {
            return false;
        };
        let gap = self.gap(self.tokens[index].end, figure.start);
        is_percent(figure) && gap.chars().count() <= 8 && (gap.ends_with('的') || gap.is_empty() || gap.contains("的"))
    }
}
