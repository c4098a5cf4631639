/**
 * Whatever leaves the program, the functions throw a PledgeboardError and answer the next call: the instance is made anew.
 *
 * The traps are real ones of a real module: exports of the instance are wrapped, so that on their n-th call they run a module
 * whose only function is `unreachable`, or overflow the stack, or throw what JavaScript throws. The product has no hook for it.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { install, load, text } from './harness.mjs';

const PROGRAMME = text('www/programmes/zhonglou-2024.json');

/** A module that exports `trap`, which is `unreachable`. */
const TRAP = new Uint8Array([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 8, 1, 4, 116, 114, 97, 112, 0, 0, 10, 5, 1, 3, 0, 0, 11,
]);

const real = WebAssembly.instantiate;
const { trap } = new WebAssembly.Instance(new WebAssembly.Module(TRAP)).exports;
const overflow = () => overflow() + 1;
const FAILURES = {
  'a trap': [trap, WebAssembly.RuntimeError],
  'an exhausted stack': [overflow, RangeError],
  'an exception of the host': [() => { throw new TypeError('no more of it'); }, TypeError],
};

let installed;
let api;
/** How many instances were made anew. */
let renewed = 0;
/** Fails the next call of an export, after so many that still work. */
let due = null;

/** The exports of an instance, each of which asks first whether it shall fail. */
function watched(exports) {
  const wrapped = {};
  for (const [name, value] of Object.entries(exports)) {
    wrapped[name] = typeof value !== 'function' ? value : (...given) => {
      if (due?.name === name) {
        due.after -= 1;
        if (due.after < 0) {
          const { failure } = due;
          due = null;
          failure();
        }
      }
      return value(...given);
    };
  }
  return wrapped;
}

before(async () => {
  // The instance is made anew by `new WebAssembly.Instance`, the first one by `instantiate`.
  const Instance = WebAssembly.Instance;
  WebAssembly.Instance = function (module, imports) {
    renewed += 1;
    return { exports: watched(new Instance(module, imports).exports) };
  };
  WebAssembly.instantiate = async (source, imports) => {
    const instance = await real.call(WebAssembly, source, imports);
    // Node makes instances of its own.
    if (!instance.exports?.evaluate_text) return instance;
    return { module: source, instance: { exports: watched(instance.exports) } };
  };
  installed = install();
  api = await load(installed.home);
  await api.init();
});
after(() => installed?.remove());

const CALLS = {
  read: () => api.read(PROGRAMME),
  evaluate: () => api.evaluate(PROGRAMME),
  evaluateText: () => api.evaluateText(PROGRAMME),
  renderSvg: () => api.renderSvg(PROGRAMME, { view: 'projects', width: 640 }),
  renderHtml: () => api.renderHtml(PROGRAMME, { view: 'projects', css: 'none' }),
  rate: () => api.rate('9935', '8000', 2),
  extract: () => api.extract('2025年民生实事\n1.加装电梯39部。'),
  schema: () => api.schema(),
};
const EXPORT = { evaluate: 'evaluate_text', evaluateText: 'evaluate_text', renderSvg: 'render_svg', renderHtml: 'render_html' };

for (const [what, [failure, kind]] of Object.entries(FAILURES)) {
  for (const [name, call] of Object.entries(CALLS)) {
    test(`${name}: ${what} is a PledgeboardError, and the next call answers`, () => {
      const expected = call();
      for (const [place, later] of [[EXPORT[name] ?? name, 0], ['__wbindgen_malloc', 0], ['__wbindgen_free', 0]]) {
        // A function without text to hand over asks for no memory.
        if (place === '__wbindgen_malloc' && name === 'schema') continue;
        due = { name: place, after: later, failure };
        const before = renewed;
        assert.throws(call, (error) => {
          assert.ok(error instanceof api.PledgeboardError, String(error));
          assert.equal(error.code, 'internal_error');
          assert.equal(error.diagnostics.length, 1);
          assert.ok(error.cause instanceof kind, String(error.cause));
          return true;
        }, place);
        assert.equal(due, null, `${place} was called`);
        assert.equal(renewed, before + 1, 'the instance is made anew');
        assert.deepEqual(call(), expected);
      }
    });
  }
}

test('after a thousand failures it still answers', () => {
  const expected = api.evaluateText(PROGRAMME);
  for (let i = 0; i < 1000; i += 1) {
    due = { name: 'evaluate_text', after: 0, failure: trap };
    assert.throws(() => api.evaluateText(PROGRAMME), api.PledgeboardError);
  }
  assert.equal(api.evaluateText(PROGRAMME), expected);
});

test('text that is no document, of every size and depth, is told and never traps', () => {
  const deep = '['.repeat(100_000);
  const wide = `{"format":"pledgeboard/1","projects":[${'{},'.repeat(20_000)}{}]}`;
  for (const hostile of ['', '\u0000', '\ud800', deep, wide, '{"a":'.repeat(50_000), '"'.repeat(99), '9'.repeat(1_000_000), '\u202e'.repeat(1000)]) {
    const { programme, diagnostics } = api.read(hostile);
    assert.equal(programme, null);
    assert.ok(diagnostics.some(({ severity }) => severity === 'error'));
    for (const call of [() => api.evaluate(hostile), () => api.renderSvg(hostile, { view: 'overview', width: 640 })]) {
      assert.throws(call, (error) => error instanceof api.PledgeboardError && error.code !== 'internal_error');
    }
  }
});
