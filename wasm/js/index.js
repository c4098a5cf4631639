/**
 * Entry "pledgeboard": the functions, for Node, Deno, bundlers and pages. Types and their documentation: index.d.ts.
 *
 * Everything but `init` is synchronous and answers from the one wasm instance. Results cross as JSON text, which is
 * smaller and faster here than objects made one by one, has the same bytes on every host, and knows no `__proto__`.
 */
import * as glue from '../pkg/full.js';
import { PledgeboardError } from './error.js';
import { digits, textOf } from './exact.js';
import { program, ready } from './program.js';
import { whole as engine } from './whole.js';

export { PledgeboardError };

/** Loads the wasm. Again: no harm. */
export function init(input) {
  // Written so that bundlers see it and carry the file along.
  return ready(() => program(input ?? new URL('./full.wasm', import.meta.url)));
}

export function read(text, options) {
  const { locale } = given(options, ['locale']);
  const document = textOf(text, locale);
  return JSON.parse(ask(({ read }) => read(document, locale)));
}

const EVALUATE = ['asOf', 'locale', 'decimals'];

export function evaluate(source, options) {
  return JSON.parse(evaluateText(source, options));
}

export function evaluateText(source, options) {
  const { asOf, locale, decimals } = given(options, EVALUATE);
  const text = textOf(source, locale);
  return ask(({ evaluate_text }) => evaluate_text(text, asOf, locale, decimals));
}

export function compare(previous, next, options) {
  const { asOf, locale, decimals } = given(options, EVALUATE);
  const [before, after] = [textOf(previous, locale, '/previous'), textOf(next, locale, '/next')];
  return JSON.parse(ask(({ compare_text }) => compare_text(before, after, asOf, locale, decimals)));
}

const ARRAYS = { f64: Float64Array, i32: Int32Array, u8: Uint8Array };

export function columns(sources, options) {
  expect(Array.isArray(sources), 'invalid_sources', 'columns([source, …])');
  const { asOf, locale, decimals } = given(options, EVALUATE);
  const texts = sources.map((source, index) => textOf(source, locale, `/${index}`));
  const block = ask(({ columns }) => columns(texts, asOf, locale, decimals));
  // A copy of its own: views of it stay valid whatever wasm does later.
  const buffer = block.byteOffset === 0 ? block.buffer : block.slice().buffer;
  const length = new DataView(buffer).getUint32(0, true);
  const header = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, 4, length)));
  const view = ({ type, offset, length: size }) => new ARRAYS[type](buffer, 4 + length + offset, size);
  const column = ({ name, kind, values, valid, dictionary }) => ({
    name, kind, values: view(values), ...(valid && { valid: view(valid) }), ...(dictionary && { dictionary }),
  });
  return { rows: header.rows, columns: header.columns.map(column) };
}

export function extract(text, options) {
  const { year } = given(options, ['year']);
  expect(typeof text === 'string', 'invalid_text', 'text: string');
  expect(year === undefined || (Number.isInteger(year) && year >= 1 && year <= 9999), 'invalid_year', 'year: 2025');
  return JSON.parse(ask(({ extract }) => extract(text, year)));
}

export function rate(reached, target, decimals) {
  expect(isPlaces(decimals), 'invalid_decimals', PLACES);
  return ask(({ rate }) => rate(String(reached), String(target), decimals));
}

export function checkClaim(claim) {
  const language = known(claim?.locale);
  const text = JSON.stringify(printed(claim, '', language));
  return JSON.parse(askClaims(({ check_claim }) => check_claim(text, language)));
}

export function checkClaims(claims, options) {
  const { total, locale } = given(options, ['total', 'locale'], { locale: undefined });
  expect(Array.isArray(claims), 'invalid_claims', 'checkClaims([{ reached: "9935", … }, …])');
  const language = known(locale ?? claims.find((claim) => claim?.locale)?.locale);
  const text = JSON.stringify(claims.map((claim, index) => printed(claim, `/${index}`, language)));
  const sum = total === undefined || total === null ? undefined : digits(total, '/total', language);
  return JSON.parse(askClaims(({ check_claims }) => check_claims(text, sum, language)));
}

const FIGURES = ['reached', 'target', 'publishedRate'];
const CLAIM = [...FIGURES, 'unit', 'counted', 'direction', 'locale'];
/** What crosses is written as in documents; here it is camelCase, as options are. */
const CROSSING = { publishedRate: 'published_rate' };
const DIRECTIONS = ['higher', 'lower'];

/** A claim whose figures are strings; what it cannot have is told. */
function printed(claim, pointer, locale) {
  expect(claim && typeof claim === 'object', 'invalid_claims', '{ reached, target, publishedRate }', pointer);
  const { unit, counted, direction } = claim;
  known(claim.locale);
  for (const key of Object.keys(claim)) expect(CLAIM.includes(key), 'unknown_field', CLAIM.join(', '), `${pointer}/${key}`);
  expect(unit === undefined || typeof unit === 'string', 'invalid_unit', 'unit: 人次', `${pointer}/unit`);
  expect(counted === undefined || typeof counted === 'boolean', 'invalid_counted', 'counted: true, false', `${pointer}/counted`);
  expect(direction === undefined || DIRECTIONS.includes(direction), 'unknown_direction', `direction: ${DIRECTIONS.join(', ')}`,
    `${pointer}/direction`);
  const figures = {};
  for (const name of FIGURES) {
    const value = claim[name];
    if (value !== undefined && value !== null) figures[CROSSING[name] ?? name] = digits(value, `${pointer}/${name}`, locale);
  }
  return { ...figures, unit, counted, direction };
}

/** A call whose faults name the fields of a claim. */
function askClaims(work) {
  try {
    return ask(work);
  } catch (error) {
    for (const one of error.diagnostics) one.pointer = one.pointer.replace(/published_rate$/, 'publishedRate');
    throw error;
  }
}

const VIEWS = ['overview', 'projects', 'commitments', 'table'];
const THEMES = ['light', 'dark'];

export function renderSvg(source, options) {
  const { view, width, theme, locale, asOf } = given(options, ['view', 'width', 'theme', 'locale', 'asOf'], { theme: 'light' });
  expect(VIEWS.includes(view), 'unknown_view', `view: ${VIEWS.join(', ')}`);
  expect(typeof width === 'number', 'invalid_width', 'width: pixels / 像素');
  expect(THEMES.includes(theme), 'unknown_theme', `theme: ${THEMES.join(', ')}`);
  const text = textOf(source, locale);
  return ask(({ render_svg }) => render_svg(text, view, width, theme, locale, asOf));
}

const SHEETS = ['link', 'inline', 'none'];

const HTML = ['view', 'src', 'locale', 'asOf', 'css', 'href', 'nonce', 'width'];

export function renderHtml(source, options) {
  const { view, src, locale, asOf, css, href, nonce, width } = given(options, HTML, { css: 'link', width: 640 });
  expect(VIEWS.includes(view), 'unknown_view', `view: ${VIEWS.join(', ')}`);
  expect(SHEETS.includes(css), 'unknown_css', `css: ${SHEETS.join(', ')}`);
  expect(css !== 'link' || (typeof href === 'string' && href !== ''), 'missing_href', 'href: pledgeboard.css');
  expect(typeof width === 'number', 'invalid_width', 'width: pixels / 像素');
  const text = textOf(source, locale);
  return ask(({ render_html }) =>
    render_html(text, view, src, locale, asOf, css, href ?? '', nonce, width));
}

export function schema() {
  return JSON.parse(ask(({ schema }) => schema()));
}

/** An option that is none is said before wasm sees it. */
function expect(holds, code, hint, pointer) {
  if (!holds) throw PledgeboardError.of(code, code.replaceAll('_', ' '), hint, pointer);
}

const LOCALES = ['zh-CN', 'en'];

/** `zh-CN` without one; another language than these two is refused rather than answered in one of them. */
function known(locale) {
  expect(locale === undefined || locale === null || LOCALES.includes(locale), 'unknown_locale', `locale: ${LOCALES.join(', ')}`);
  return locale ?? 'zh-CN';
}

const PLACES = 'decimals: 0, 1, 2, … 28';
const isPlaces = (decimals) => Number.isInteger(decimals) && decimals >= 0 && decimals <= 28;

/**
 * The options of a call with their defaults; what is none of them, or cannot be one, is told: a misspelt `as_of` would show another day.
 * @param {string[]} names
 */
function given(options, names, defaults = {}) {
  const hint = `{ ${names.join(', ')} }`;
  const plain = typeof options === 'object' && ![Array, Date, Map].some((kind) => options instanceof kind);
  expect(options === undefined || options === null || plain, 'invalid_options', hint);
  for (const name in options) expect(names.includes(name), 'unknown_option', hint);
  // By name: options may be inherited, or getters.
  const set = names.map((name) => [name, options?.[name]]).filter(([, value]) => value !== undefined && value !== null);
  const all = { locale: 'zh-CN', ...defaults, ...Object.fromEntries(set) };
  if (all.locale !== undefined) known(all.locale);
  expect(all.asOf === undefined || typeof all.asOf === 'string', 'invalid_as_of', 'asOf: "2025-09-30"');
  for (const name of ['src', 'nonce']) expect(['undefined', 'string'].includes(typeof all[name]), `invalid_${name}`, `${name}: string`);
  expect(all.decimals === undefined || isPlaces(all.decimals), 'invalid_decimals', PLACES);
  return all;
}

/** One call; what Rust throws is the JSON text of the diagnostics. */
function ask(work) {
  if (!engine.loaded) {
    throw PledgeboardError.of('not_initialised', 'call and await init() first', 'await init();');
  }
  try {
    return engine.call(() => work(glue));
  } catch (error) {
    if (typeof error === 'string') throw new PledgeboardError(JSON.parse(error));
    throw PledgeboardError.of('internal_error', `internal error: ${error?.message ?? error}`, '', '', { cause: error });
  }
}
