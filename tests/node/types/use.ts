// Compiled, not run: every function and type of the package, used as its documentation says.
import {
  checkClaim, checkClaims, columns, compare, evaluate, evaluateText, extract, init, PledgeboardError, rate, read, renderHtml, renderSvg,
  schema,
} from 'pledgeboard';
import type {
  Affiliated, Basis, Bound, Change, Check, Checks, Claim, Column, Commitment, ComparedChange, Comparison, Day, Diagnostic, EvaluateOptions,
  Evaluation, ExtractOptions, Figure, Grounds, GroupPace, Interval, Locale, NoPace, Outcome, Pace, Pair, PerStatus, Programme, Project,
  ProjectOutcome, Publication, PublishedRate, Quantity, Reason, RenderHtmlOptions, RenderOptions, Report, ReportUsed, Role, Rollup, Rule,
  SchedulePoint, Source, Status, Target, Theme, Total, Totals, Verdict, View,
} from 'pledgeboard';
import { define, PledgeBoardElement } from 'pledgeboard/element';
import type { Selection } from 'pledgeboard/element';
import * as inline from 'pledgeboard/inline';

/** Holds a value to exactly one type, neither wider nor narrower. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const is = <_ extends true>() => {};

// What a document holds.
const locale: Locale = 'en';
const day: Day = '2025-06-30';
const figures: Figure[] = ['39', 39, 39n];
const affiliated: Affiliated = { bodies: ['区住建局'], sector: 'housing', labels: { 人群: '老年人' } };
const publication: Publication = { id: 's1', title: '清单', publisher: '区政府', date: day, url: 'https://example.org/1' };
const target: Target = {
  bound: 'range', value: 39, high: 41n, unit: '部', counted: true, tolerance: '10', per: '户', baseline: { value: 0, date: day },
  as_printed: '39至41部', inferred_from: '完成率', published_on: day,
};
const report: Report = {
  date: day, from: day, value: '21', bound: 'exact', tolerance: 5, low: 20, high: 22, as_printed: '21部', source: 's1', published_on: day,
  published_rate: '53.8', stage: 'under_way', accepted: false, stock: false, replaces: 'r0', match_inferred: '同名', note: '初步',
};
const change: Change = { date: day, published_on: day, kind: 'target', reason: '调整', old: target };
const commitment: Commitment = {
  ...affiliated, id: 'c', title: 'c', text: '加装电梯39部', source: 's1', target, due: day, weight: 1, measurable: true, counting: 'cumulative',
  continues: ['x-2024#c'], plan: [{ date: day, value: 15 }], changes: [change], reports: [report],
};
const project: Project = { id: 'p', title: 'p', commitments: [commitment] };
const programme: Programme = {
  format: 'pledgeboard/1', lang: 'zh-CN', id: 'x-2025', title: 'x', place: { name: '钟楼区', code: '320404' }, level: 'county',
  period: { start: '2025-01-01', end: '2025-12-31' }, adopted: { date: day, by: '区人大', how: '票决' }, complete: true, sample: false,
  schedule: { basis: 'days', tolerance: 5 }, sources: [publication], projects: [project],
};
const source: Source = programme;

// Loading.
await init();
await init(new URL('https://example.org/full.wasm'));
await init('https://example.org/full.wasm');
await init(await fetch('/full.wasm'));
await init(new Uint8Array(8));
await init(new ArrayBuffer(8));
await init(await WebAssembly.compile(new Uint8Array(8)));

// Reading and evaluating.
const { programme: understood, diagnostics } = read('{}', { locale });
is<Same<typeof understood, Programme | null>>();
is<Same<typeof diagnostics, Diagnostic[]>>();
const options: Required<EvaluateOptions> = { asOf: day, locale, decimals: 2 };
const evaluation: Evaluation = evaluate(source, options);
const rollup: Rollup = evaluation.programme;
const counts: PerStatus<number> = rollup.counts;
const met: Interval | null = rollup.share_met;
const groupPace: GroupPace | null = rollup.pace;
const [outcomeOfProject]: ProjectOutcome[] = evaluation.projects;
const outcomes: Outcome[] = outcomeOfProject?.commitments ?? [];
for (const outcome of outcomes) {
  const status: Status = outcome.status;
  const reason: Reason | null = outcome.reason;
  const schedule: SchedulePoint | null = outcome.schedule;
  const basis: Basis | undefined = schedule?.basis;
  const used: ReportUsed | null = outcome.report;
  const pace: Pace | null = outcome.pace;
  const noPace: NoPace | null = outcome.no_pace;
  const grounds: Grounds = outcome.grounds;
  const printed: PublishedRate[] = outcome.published_rates;
  console.log(counts[status], reason, basis, used?.age_days, pace?.met_on, noPace, grounds.rule, printed[0]?.check.verdict);
}
const text: string = evaluateText('{}', options);
const printed: string = rate('9935', '8000', 2);
const described: object = schema();

// Claims.
const claim: Required<Claim> = {
  reached: '9935人次', target: 8000, publishedRate: '124.19', unit: '人次', counted: true, direction: 'higher', locale,
};
const check: Check = checkClaim(claim);
const verdict: Verdict = check.verdict;
const checks: Checks = checkClaims([claim, { reached: 1n, target: '2' }], { total: '9936', locale });
const total: Total | null = checks.total;

// Comparing.
const comparison: Comparison = compare('{}', programme, options);
const pair: Pair | undefined = comparison.pairs[0];
const compared: ComparedChange | undefined = pair?.change;
const totals: Totals = comparison.totals;

// Columns: the kind says what the values are.
const table = columns([programme, '{}'], options);
is<Same<typeof table, { rows: number; columns: Column[] }>>();
function cell(column: Column, row: number): string | number | boolean | null {
  if (column.valid && !column.valid[row]) return null;
  switch (column.kind) {
    case 'category':
    case 'decimal':
      is<Same<typeof column.values, Int32Array<ArrayBuffer>>>();
      return column.dictionary[column.values[row]!]!;
    case 'number':
      is<Same<typeof column.values, Float64Array<ArrayBuffer>>>();
      return column.values[row]!;
    case 'integer':
    case 'date':
      is<Same<typeof column.values, Int32Array<ArrayBuffer>>>();
      return column.values[row]!;
    case 'boolean':
      is<Same<typeof column.values, Uint8Array<ArrayBuffer>>>();
      return column.values[row] === 1;
    default:
      is<Same<typeof column, never>>();
      return null;
  }
}

// Extraction.
const reading: Required<ExtractOptions> = { year: 2025 };
const { quantities, drafts } = extract('2025年民生实事\n1.加装电梯39部。', reading);
is<Same<typeof drafts, Programme[]>>();
const promised: Role = 'target';
const lifts: Quantity | undefined = quantities.find(({ role }) => role === promised);
const bound: Bound | undefined = lifts?.bound;
const rule: Rule | undefined = lifts?.rule;

// Drawing.
const view: View = 'commitments';
const theme: Theme = 'dark';
const drawing: Required<RenderOptions> = { view, width: 720, theme, locale, asOf: day };
const svg: string = renderSvg(programme, drawing);
const still: Required<RenderHtmlOptions> = { view, src: 'x.json', locale, asOf: day, css: 'inline', href: 'pledgeboard.css', nonce: 'n', width: 640 };
const html: string = renderHtml('{}', still);

// Errors.
try {
  evaluate(source);
} catch (error) {
  if (error instanceof PledgeboardError) {
    const all: Diagnostic[] = error.diagnostics;
    const code: string = error.code;
    const { severity, pointer, line, column, message, hint } = all[0]!;
    console.log(code, severity, pointer, line, column, message, hint);
  }
}
export const failure = new PledgeboardError([], { cause: new Error() });

// The element.
const board: PledgeBoardElement = document.createElement('pledge-board');
board.src = 'x.json';
board.view = view;
board.locale = locale;
board.theme = 'auto';
board.asOf = null;
board.reload();
board.selectable = true;
board.selected = 'lifts';
board.addEventListener('pledge-board-draw', ({ detail }) => console.log(detail.ok));
board.addEventListener('commitment-select', ({ detail }) => {
  const selection: Selection = detail;
  console.log(selection.commitment);
});
board.selectable = true;
board.selected = null;
board.addEventListener('commitment-select', ({ detail: { programme, project, commitment } }) => console.log(programme.length, project?.length, commitment?.length));
define('/board.wasm');
define(new URL('https://example.org/board.wasm'));

// All in one file: the same functions, and the element.
await inline.init();
is<Same<Parameters<typeof inline.init>, []>>();
is<Same<typeof inline.PledgeBoardElement, typeof PledgeBoardElement>>();
is<Same<typeof inline.columns, typeof columns>>();
const elsewhere: inline.Evaluation = inline.evaluate(source);

// @ts-expect-error: no such view
renderSvg(programme, { view: 'pie', width: 1 });
// @ts-expect-error: no such option
evaluate(programme, { as_of: day });
// @ts-expect-error: figures cross as text
rate(9935, 8000, 2);
// @ts-expect-error: it loads nothing
inline.init('/full.wasm');
// @ts-expect-error: not every status has a count of its own kind
counts.done;

export {
  bound, cell, compared, described, elsewhere, figures, groupPace, html, met, pair, printed, rule, svg, text, total, totals, understood, verdict,
};
