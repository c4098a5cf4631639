/** What is no option, or can be none, is told by its code and never taken for something else. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { install, load, text as read } from './harness.mjs';

let installed;
let api;
const text = read('www/programmes/zhonglou-2024.json');

before(async () => {
  installed = install();
  api = await load(installed.home);
  await api.init();
});
after(() => installed?.remove());

const board = { view: 'overview', width: 640 };

/** Name, code, call. */
const REFUSED = [
  ['a misspelt option', 'unknown_option', () => api.evaluate(text, { as_of: '2024-07-01' })],
  ['a date that is an instant', 'invalid_as_of', () => api.evaluate(text, { asOf: new Date(0) })],
  ['places that are not whole', 'invalid_decimals', () => api.evaluate(text, { decimals: 1.5 })],
  ['places that are no number', 'invalid_decimals', () => api.columns([text], { decimals: Number.NaN })],
  ['places as text', 'invalid_decimals', () => api.evaluateText(text, { decimals: '2' })],
  ['more places than there are', 'invalid_decimals', () => api.rate('1', '2', 29)],
  ['a third language', 'unknown_locale', () => api.evaluate(text, { locale: 'fr' })],
  ['a language of a claim', 'unknown_locale', () => api.checkClaim({ reached: '1', target: '2', publishedRate: '50', locale: 'fr' })],
  ['a theme that a still picture cannot have', 'unknown_theme', () => api.renderSvg(text, { ...board, theme: 'auto' })],
  ['a width that is text', 'invalid_width', () => api.renderSvg(text, { ...board, width: '640' })],
  ['an address that is no text', 'invalid_src', () => api.renderHtml(text, { view: 'overview', css: 'none', src: new URL('file:///a') })],
  ['an instant as options', 'invalid_options', () => api.evaluate(text, new Date(0))],
  ['a language of one claim of several', 'unknown_locale', () => api.checkClaims([{ reached: '1', locale: 'fr' }], { locale: 'en' })],
  ['options that are none', 'invalid_options', () => api.read(text, 'en')],
  ['no document', 'not_a_document', () => api.read(null)],
];

for (const [name, code, call] of REFUSED) {
  test(`${name}: ${code}`, () => {
    assert.throws(call, (error) => error instanceof api.PledgeboardError && error.code === code);
  });
}

test('what compares names the document that lost a figure', () => {
  assert.throws(() => api.compare(text, { id: Number.NaN }), (error) => error.diagnostics[0].pointer === '/next/id');
});

test('what is wrong with both programmes is said at once', () => {
  assert.throws(() => api.compare('{', '{"format":1}'), ({ diagnostics }) => {
    const places = new Set(diagnostics.map(({ pointer }) => pointer.split('/')[1]));
    assert.deepEqual([...places], ['previous', 'next']);
    return true;
  });
});

test('an option that is not set is as if it were not there', () => {
  const plain = api.evaluateText(text);
  assert.equal(api.evaluateText(text, { asOf: undefined, locale: null, decimals: undefined }), plain);
  assert.equal(api.evaluateText(text, {}), plain);
  assert.equal(api.evaluateText(text, null), plain);
  const inherited = Object.create({ decimals: 0 });
  assert.equal(api.evaluateText(text, inherited), api.evaluateText(text, { decimals: 0 }));
});
