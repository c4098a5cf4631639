/**
 * Pledgeboard: published commitments and their exact completion.
 *
 * ```js
 * import { init, rate, evaluate } from 'pledgeboard';
 * await init();
 * rate('9935', '8000', 2);                                   // "124.19"
 * const { programme } = evaluate(text, { asOf: '2025-01-06', locale: 'en' });
 * programme.share_met;                                        // 55 to 100 per cent of the known promises
 * ```
 *
 * Data that crosses is snake_case, as in the document; options are camelCase. Decimals and dates cross as strings, so
 * that no figure passes through a float. All functions but `init` are synchronous and need `init` to have ended.
 */
import type { Check, Checks, Columns, Comparison, Evaluation, Quantity } from './evaluation.d.ts';

export type * from './evaluation.d.ts';
/** `Change` is what happened to a promise; this one is what a comparison says of two. */
export type { Change as ComparedChange } from './evaluation.d.ts';

/** The language of messages, explanations and drawings. */
export type Locale = 'zh-CN' | 'en';

/** What is drawn. */
export type View = 'overview' | 'projects' | 'commitments' | 'table';

/** The colours of a drawing. */
export type Theme = 'light' | 'dark';

/** A day, `YYYY-MM-DD`. */
export type Day = string;

/**
 * A figure: a string of decimal digits. A JavaScript number is taken too, as long as it is exact (below 2^53); a big
 * integer is taken as its digits.
 */
export type Figure = string | number | bigint;

/** JSON text, or an object in the document's format. */
export type Source = string | Programme;

/** A programme in the format `pledgeboard/1`: one list of promises of one body for one period. */
export interface Programme extends Affiliated {
  format: 'pledgeboard/1';
  /** The language of the document's own words; `zh-CN`. */
  lang?: string;
  id: string;
  title: string;
  place?: { name: string; code?: string };
  level?: string;
  period: { start: Day; end: Day };
  adopted?: { date: Day; by?: string; how?: string };
  /** `false`: not all promises are known here, and every headline says so. */
  complete?: boolean;
  /** `true`: every view says that these are sample data. */
  sample?: boolean;
  /** How the share of the period that has passed is computed, and how many points either side are on schedule. */
  schedule?: { basis?: 'days' | 'months' | 'plan'; tolerance?: Figure };
  sources?: Publication[];
  projects: Project[];
}

/** Who answers for it and where it is counted; the inner over the outer. The first body leads. */
export interface Affiliated {
  bodies?: string[];
  sector?: string;
  labels?: Record<string, string>;
}

/** A publication that figures are taken from. */
export interface Publication {
  id: string;
  title: string;
  publisher?: string;
  date?: Day;
  /** http or https. */
  url?: string;
}

/** One heading of the list (项目). */
export interface Project extends Affiliated {
  id: string;
  title: string;
  commitments: Commitment[];
}

/** One promise that can be checked (事项). */
export interface Commitment extends Affiliated {
  id: string;
  title: string;
  /** Its words as published. */
  text?: string;
  /** The `id` of the source of the promise. */
  source?: string;
  /** None: an outcome whose target is not known. */
  target?: Target;
  /** The period's end, unless given. */
  due?: Day;
  weight?: Figure;
  /** `false`: the editor says that nobody can measure it. */
  measurable?: boolean;
  /** Whether reports are totals so far, amounts of their own periods, or a state. */
  counting?: 'cumulative' | 'per_period' | 'level';
  /** The promises of earlier programmes that it goes on with: `zhonglou-2024#lifts`. */
  continues?: string[];
  plan?: { date: Day; value: Figure }[];
  changes?: Change[];
  reports?: Report[];
}

/** The amount promised. */
export interface Target {
  bound?: 'at_least' | 'more_than' | 'at_most' | 'less_than' | 'about' | 'range' | 'all' | 'done';
  value?: Figure;
  /** The upper end of a range. */
  high?: Figure;
  unit?: string;
  /** Whole units only. */
  counted?: boolean;
  /** Per cent either side, for `about`; 10. */
  tolerance?: Figure;
  /** An amount for each of these: 户. */
  per?: string;
  baseline?: { value: Figure; date?: Day };
  as_printed?: string;
  /** A sentence: which published rate gave the target away. */
  inferred_from?: string;
  published_on?: Day;
}

/** A promise that was changed or taken back; nothing promised is overwritten. */
export interface Change {
  date: Day;
  published_on?: Day;
  kind: 'target' | 'withdrawn';
  reason?: string;
  old?: Target;
}

/** What had been reached at a date, as published. */
export interface Report {
  date: Day;
  /** The first day it covers, for `per_period`. */
  from?: Day;
  value?: Figure;
  bound?: 'exact' | 'at_least' | 'more_than' | 'at_most' | 'less_than' | 'about';
  tolerance?: Figure;
  low?: Figure;
  high?: Figure;
  as_printed?: string;
  source?: string;
  published_on?: Day;
  published_rate?: string;
  stage?: 'not_started' | 'under_way' | 'done';
  /** 验收. */
  accepted?: boolean;
  /** A stock or a total over years: shown, never in a rate. */
  stock?: boolean;
  replaces?: string;
  /** A sentence: why this report is taken to answer this promise. */
  match_inferred?: string;
  note?: string;
}

/** One thing that is wrong, or odd, in a document. */
export interface Diagnostic {
  /** Errors stop evaluation, warnings do not. */
  severity: 'error' | 'warning';
  /** Stable, for programs: `conflicting_reports`. */
  code: string;
  /** Where, as a JSON Pointer. */
  pointer: string;
  /** Where in the text, from 1; 0 where there is no text. */
  line: number;
  /** In characters, from 1; 0 where there is no text. */
  column: number;
  /** One sentence that says what is wrong. */
  message: string;
  /** One sentence that says what to do; may be empty. */
  hint: string;
}

/** The one error that the functions throw. */
export class PledgeboardError extends Error {
  constructor(diagnostics: Diagnostic[], options?: ErrorOptions);
  name: 'PledgeboardError';
  /** All that is wrong, in the order of the document. */
  diagnostics: Diagnostic[];
  /** The code of the first error. */
  readonly code: string;
}

/** Options of what reads and evaluates. */
export interface EvaluateOptions {
  /** Only what was published by then; the document's latest publication. */
  asOf?: Day;
  /** `zh-CN`. */
  locale?: Locale;
  /** Places of the rates, 0 to 28; 2. */
  decimals?: number;
}

/** Options of a drawing. */
export interface RenderOptions {
  view: View;
  /** In CSS pixels. */
  width: number;
  /** `light`. */
  theme?: Theme;
  /** `zh-CN`. */
  locale?: Locale;
  /** Only what was published by then; the document's latest publication. */
  asOf?: Day;
}

/** Options of a static board. */
export interface RenderHtmlOptions {
  view: View;
  /** The document's address, for the element and for "get the data". */
  src?: string;
  /** `zh-CN`. */
  locale?: Locale;
  /** Only what was published by then; the document's latest publication. */
  asOf?: Day;
  /**
   * Where the rules are: in the sheet `href` (`link`, the default), in a `<style>` (`inline`), or nowhere (`none`: one drawing
   * of `width` instead of one for phones and one for wide columns).
   */
  css?: 'link' | 'inline' | 'none';
  /** Where the page has the released `pledgeboard.css`; required with `link`. */
  href?: string;
  /** The nonce of the page's policy, for `inline`. */
  nonce?: string;
  /** For `none`, in CSS pixels; 640. */
  width?: number;
}

/**
 * Loads the program. Without an argument it is the `full.wasm` beside this module: its bytes in Node and Deno, its address in
 * pages and workers; Vite and webpack carry it along. Where a bundler does not (esbuild), copy `pledgeboard/full.wasm` to where
 * the page is served and give its address, or import `pledgeboard/inline`. Again: no harm, the first one stays; after a failure it
 * may be tried again.
 * @param input where it lies, an answer that brings it, its bytes, or the compiled module
 * @throws {PledgeboardError} `wasm_not_found` where there is no such file, or a page in its place; `wasm_refused` where it is
 * another program, cut short, or forbidden by the page's policy (`wasm-unsafe-eval`)
 */
export function init(input?: URL | string | Response | BufferSource | WebAssembly.Module): Promise<void>;

/** Reads a document and says everything that is wrong with it at once. Never throws for what a document holds. */
export function read(
  text: string,
  options?: { locale?: Locale },
): {
  /** The document as understood, with its defaults filled in; null if there are errors. */
  programme: Programme | null;
  diagnostics: Diagnostic[];
};

/** Evaluates a document. @throws {PledgeboardError} if it has errors */
export function evaluate(source: Source, options?: EvaluateOptions): Evaluation;

/**
 * The same as JSON text: the same bytes on every host.
 * @throws {PledgeboardError} if the document has errors
 */
export function evaluateText(source: Source, options?: EvaluateOptions): string;

/**
 * Reached over target in per cent, rounded once, half away from zero: `rate("1098", "1000", 2)` is `"109.80"`.
 * @throws {PledgeboardError} for what is no number, a zero target, and what is out of limits
 */
export function rate(reached: string, target: string, decimals: number): string;

/**
 * Compares a programme with the one before it: what goes on (by `continues`; by title only as a suggestion), what was promised
 * and reached last, what is promised now, what is new, what was dropped.
 * @throws {PledgeboardError} if one of them has errors; pointers begin with `/previous` or `/next`
 */
export function compare(previous: Source, next: Source, options?: EvaluateOptions): Comparison;

/** Up to three published figures that belong together, as they were printed. */
export interface Claim {
  /** `9935人次`, `1.7万余`, `约400张`. */
  reached?: Figure;
  /** `8000`, `1.4万`, `不少于5场`. */
  target?: Figure;
  /** In per cent: `124.19`, `54%`, `69.70`. */
  publishedRate?: Figure;
  /** The unit of both amounts, where it is not printed beside them. */
  unit?: string;
  /** Whole units only; by default the lexicon of units says it, and an unknown unit may be measured. */
  counted?: boolean;
  /** `lower`: less is better, so the printed ratio is checked as arithmetic only. `higher`. */
  direction?: 'higher' | 'lower';
  /** The language of the explanation; `zh-CN`. */
  locale?: Locale;
}

/**
 * Checks published figures against each other; of reached, target and rate any two give the third:
 * `checkClaim({ reached: '9935人次', publishedRate: '124.19' }).targets` is `['8000']`.
 * @throws {PledgeboardError} for what is no figure
 */
export function checkClaim(claim: Claim): Check;

/**
 * Checks claims of one publication, each and together: shares that were bent to add up to 100, parts against their total.
 * @throws {PledgeboardError} for what is no figure
 */
export function checkClaims(claims: readonly Claim[], options?: { total?: Figure; locale?: Locale }): Checks;

/** The values of a column, by its kind. */
interface Values {
  /** Words: places in `dictionary`. */
  category: { values: Int32Array<ArrayBuffer>; dictionary: string[] };
  /** Exact decimals as text: places in `dictionary`. */
  decimal: { values: Int32Array<ArrayBuffer>; dictionary: string[] };
  /** Figures; rates, shares and margins in per cent and percentage points. */
  number: { values: Float64Array<ArrayBuffer>; dictionary?: undefined };
  integer: { values: Int32Array<ArrayBuffer>; dictionary?: undefined };
  /** Days since 1970-01-01. */
  date: { values: Int32Array<ArrayBuffer>; dictionary?: undefined };
  /** 0 or 1. */
  boolean: { values: Uint8Array<ArrayBuffer>; dictionary?: undefined };
}

/**
 * One column of `columns`, a value per commitment. `valid` has 1 for each row that has a value and is absent if all have one; a
 * row without one has 0 in `values`.
 */
export type Column = {
  [Name in keyof Columns]: { name: Name; kind: Columns[Name]; valid?: Uint8Array<ArrayBuffer> } & Values[Columns[Name]];
}[keyof Columns];

/**
 * Evaluates many programmes and gives their commitments column by column, for data frames and databases.
 * @throws {PledgeboardError} if a document has errors; pointers begin with its place: `/0`, `/1`, …
 */
export function columns(sources: readonly Source[], options?: EvaluateOptions): { rows: number; columns: Column[] };

/** Options of what reads a notice. */
export interface ExtractOptions {
  /** The year that the text is about, where it does not say so itself. */
  year?: number;
}

/**
 * Reads an announcement or a progress report, Chinese or English: every figure in it with its place, and drafts of documents
 * to look through and to `read`. Never throws for what a text holds.
 *
 * ```js
 * const { quantities, drafts } = extract('2025年民生实事项目\n1.举办招聘会不少于5场。');
 * quantities[2]; // { text: '5场', low: '5', high: null, bound: 'at_least', unit: '场', role: 'target', cue: '不少于', … }
 * ```
 */
export function extract(text: string, options?: ExtractOptions): { quantities: Quantity[]; drafts: Programme[] };

/** Draws a view as SVG text. @throws {PledgeboardError} if the document has errors */
export function renderSvg(source: Source, options: RenderOptions): string;

/**
 * A whole board as HTML that needs no script: a `<pledge-board>` whose inside is drawn already. Where the page also loads the
 * element, it takes over. Without `src` the document's text goes along.
 * @throws {PledgeboardError} if the document has errors
 */
export function renderHtml(source: Source, options: RenderHtmlOptions): string;

/** The JSON Schema of the document. */
export function schema(): object;
