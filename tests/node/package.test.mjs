/**
 * The npm package, packed and installed: every function, every kind of error, nothing but what it says.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { install, load, ROOT, text } from './harness.mjs';

let installed;
let api;

before(async () => {
  installed = install();
  api = await load(installed.home);
});
after(() => installed?.remove());

const PROGRAMME = text('www/programmes/zhonglou-2024.json');

/** Runs what must throw and gives the error. */
function thrown(work) {
  try {
    work();
  } catch (error) {
    assert.ok(error instanceof api.PledgeboardError, `${error}`);
    assert.equal(error.name, 'PledgeboardError');
    assert.ok(error.diagnostics.length > 0);
    for (const diagnostic of error.diagnostics) {
      assert.deepEqual(Object.keys(diagnostic).sort(), ['code', 'column', 'hint', 'line', 'message', 'pointer', 'severity']);
    }
    return error;
  }
  throw new assert.AssertionError({ message: 'it did not throw' });
}

test('before init every call says what is missing', () => {
  assert.equal(thrown(() => api.rate('1', '2', 0)).code, 'not_initialised');
});

test('init needs no argument in Node and may be called again', async () => {
  await Promise.all([api.init(), api.init()]);
  await api.init();
});

test('rate is exact and keeps its places', () => {
  assert.equal(api.rate('9935', '8000', 2), '124.19');
  assert.equal(api.rate('1098', '1000', 2), '109.80');
  assert.equal(api.rate('13972', '10000', 2), '139.72');
  assert.equal(api.rate('1', '8', 0), '13');
  assert.equal(api.rate('1', '800', 2), '0.13');
  assert.equal(api.rate('0', '5', 0), '0');
});

test('zero, missing and unlimited figures are each their own error', () => {
  const codes = [
    ['1', '0'],
    ['1', ''],
    ['1', 'x'],
    ['1e99', '1'],
  ].map(([reached, target]) => thrown(() => api.rate(reached, target, 2)).code);
  assert.deepEqual(codes, ['zero_target', 'missing_target', 'invalid_number', 'out_of_range']);
});

test('read gives the document as understood and its diagnostics', () => {
  const { programme, diagnostics } = api.read(PROGRAMME, { locale: 'en' });
  assert.equal(programme.id, 'zhonglou-2024');
  assert.deepEqual(diagnostics.filter(({ severity }) => severity === 'error'), []);
});

test('read never throws for what a document holds', () => {
  for (const hostile of ['', 'x', '{', '[]', 'null', '\u0000', '"', '['.repeat(10_000), '{"a":'.repeat(10_000), '\ud800', PROGRAMME.slice(0, 999)]) {
    const { programme, diagnostics } = api.read(hostile);
    assert.equal(programme, null);
    assert.ok(diagnostics.length > 0);
    assert.ok(diagnostics[0].line >= 1);
  }
});

test('messages come in both languages', () => {
  const [zh] = api.read('{').diagnostics;
  const [en] = api.read('{', { locale: 'en' }).diagnostics;
  assert.match(zh.message, /[一-鿿]/);
  assert.doesNotMatch(en.message, /[一-鿿]/);
  assert.equal(zh.code, en.code);
});

test('evaluate is evaluateText, understood', () => {
  const options = { asOf: '2025-01-06', locale: 'en', decimals: 2 };
  assert.deepEqual(api.evaluate(PROGRAMME, options), JSON.parse(api.evaluateText(PROGRAMME, options)));
  assert.equal(api.evaluate(PROGRAMME, options).as_of, '2025-01-06');
});

test('an object is as good as its text', () => {
  const object = JSON.parse(PROGRAMME);
  assert.equal(api.evaluateText(object), api.evaluateText(JSON.stringify(object)));
  assert.equal(api.renderSvg(object, { view: 'overview', width: 720 }), api.renderSvg(PROGRAMME, { view: 'overview', width: 720 }));
});

test('an object whose numbers cannot be exact is refused, with the place', () => {
  for (const value of [2 ** 53, -(2 ** 53), NaN, Infinity, 1e300]) {
    const programme = JSON.parse(PROGRAMME);
    programme.projects[1].commitments[0]['a/b~c'] = [{ value }];
    const error = thrown(() => api.evaluate(programme));
    assert.equal(error.code, 'inexact_number');
    assert.equal(error.diagnostics[0].pointer, '/projects/1/commitments/0/a~1b~0c/0/value');
  }
  const circle = JSON.parse(PROGRAMME);
  circle.self = circle;
  assert.equal(thrown(() => api.evaluate(circle)).code, 'not_a_document');
  assert.equal(thrown(() => api.evaluate(null)).code, 'not_a_document');
  assert.equal(thrown(() => api.evaluate(7)).code, 'not_a_document');
});

test('big integers and exact numbers are taken as they are', () => {
  const programme = JSON.parse(PROGRAMME);
  const [{ commitments: [commitment] }] = programme.projects;
  const written = structuredClone(programme);
  written.projects[0].commitments[0].target.value = '9007199254740993';
  commitment.target.value = 9007199254740993n;
  assert.equal(api.evaluateText(programme), api.evaluateText(written));
});

test('a document with errors is a PledgeboardError with all of them', () => {
  for (const work of [
    () => api.evaluate('{"format":"pledgeboard/1"}'),
    () => api.evaluateText('{"format":"pledgeboard/1"}'),
    () => api.renderSvg('{"format":"pledgeboard/1"}', { view: 'overview', width: 720 }),
  ]) {
    const error = thrown(work);
    assert.ok(error.diagnostics.length >= 3, `${error.diagnostics.length}`);
    assert.ok(error.message.length > 3);
  }
});

test('an option that is none is named', () => {
  const svg = (options) => thrown(() => api.renderSvg(PROGRAMME, options)).code;
  assert.equal(svg({ width: 300 }), 'unknown_view');
  assert.equal(svg({ view: 'pie', width: 300 }), 'unknown_view');
  assert.equal(svg({ view: 'table' }), 'invalid_width');
  for (const decimals of [undefined, 1.5, -1, '2']) {
    assert.equal(thrown(() => api.rate('1', '3', decimals)).code, 'invalid_decimals');
  }
});

test('a date that is none is an error', () => {
  thrown(() => api.evaluate(PROGRAMME, { asOf: '2025-02-30' }));
});

test('renderSvg draws every view without id, url or style', () => {
  for (const view of ['overview', 'projects', 'commitments', 'table']) {
    for (const theme of ['light', 'dark']) {
      const svg = api.renderSvg(PROGRAMME, { view, width: 720, theme, locale: 'en', asOf: '2025-01-06' });
      assert.match(svg, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
      assert.doesNotMatch(svg, /\sid=|url\(|<style|\sstyle=|<script|NaN|Infinity/);
    }
  }
});

test('odd widths neither hang nor break', () => {
  for (const width of [0, -1, 1, NaN, Infinity, 1e9, 0.5]) {
    assert.doesNotMatch(api.renderSvg(PROGRAMME, { view: 'overview', width }), /NaN|inf/i);
  }
});

test('schema is the JSON Schema of the document', () => {
  const schema = api.schema();
  assert.equal(schema.type, 'object');
  assert.ok(schema.properties.projects);
});

test('an escaped control character is told, kept, and readable JSON', () => {
  const { programme, diagnostics } = api.read(PROGRAMME.replace(/"level": *"[a-z]+"/, '"level":"a\\u0001b"'));
  assert.equal(programme.level, 'a\u0001b');
  assert.ok(diagnostics.some(({ code }) => code === 'invisible_character'));
});

test('a key __proto__ in a document changes nobody', () => {
  const evil = PROGRAMME.replace('{', '{"__proto__":{"polluted":true},');
  const { programme } = api.read(evil);
  assert.equal({}.polluted, undefined);
  assert.equal(Object.getPrototypeOf(programme), Object.prototype);
});

test('the package holds what it says, and its wasm can be named', () => {
  const names = fs.readdirSync(installed.folder).sort();
  assert.deepEqual(names, [
    'LICENSE-APACHE', 'LICENSE-MIT', 'README.md', 'THIRD-PARTY.txt', 'board.wasm', 'custom-elements.json', 'element.d.ts',
    'element.js',
    'evaluation.d.ts', 'first.wasm', 'full.wasm', 'index.d.ts', 'index.js', 'inline.d.ts', 'inline.js', 'package.json', 'pledgeboard.css',
  ]);
  const program = "console.log(import.meta.resolve('pledgeboard/board.wasm'), import.meta.resolve('pledgeboard/full.wasm'))";
  const said = execFileSync(process.execPath, ['--input-type=module', '-e', program], { cwd: installed.home, encoding: 'utf8' });
  assert.match(said, /board\.wasm .*full\.wasm/);
});

test('the modules use no feature that browsers of 2023 lack', async () => {
  // What `wasm-opt -all` wrote was refused by a browser; compiling here is the least we ask.
  for (const name of ['first.wasm', 'board.wasm', 'full.wasm']) {
    const module = await WebAssembly.compile(fs.readFileSync(path.join(installed.folder, name)));
    const sections = ['name', 'producers', 'target_features'].flatMap((section) => WebAssembly.Module.customSections(module, section));
    assert.equal(sections.length, 0, `${name} carries sections that nobody reads`);
  }
});

test('the types fit a program that uses everything', () => {
  for (const name of ['use.ts', 'tsconfig.json']) {
    fs.copyFileSync(path.join(ROOT, 'tests/node/types', name), path.join(installed.home, name));
  }
  const tsc = path.join(ROOT, 'node_modules/typescript/bin/tsc');
  const { stdout, status } = runs(process.execPath, [tsc, '--project', 'tsconfig.json'], installed.home);
  assert.equal(status, 0, stdout);
});

test('that program leaves nothing out', () => {
  const program = text('tests/node/types/use.ts');
  const used = new Set(program.match(/[\w$]+/g));
  const exported = ['index.d.ts', 'evaluation.d.ts', 'element.d.ts', 'inline.d.ts'].flatMap((file) => {
    const types = fs.readFileSync(path.join(installed.folder, file), 'utf8');
    return [...types.matchAll(/^export (?:declare )?(?:class|function|interface|type|const) (\w+)/gm)].map(([, name]) => name);
  });
  assert.ok(exported.length > 60, `${exported.length}`);
  assert.deepEqual(exported.filter((name) => !used.has(name)), []);
  // What is there is declared, and what is declared is there.
  const declared = (file) => [...fs.readFileSync(path.join(installed.folder, file), 'utf8').matchAll(/^export (?:class|function) (\w+)/gm)].map(([, name]) => name);
  assert.deepEqual(Object.keys(api).sort(), declared('index.d.ts').sort());
});

function runs(program, words, cwd) {
  try {
    return { status: 0, stdout: execFileSync(program, words, { cwd, encoding: 'utf8' }) };
  } catch (error) {
    return error;
  }
}
