/** A notice through the npm package: figures with their places, and drafts. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { files, install, load, text } from './harness.mjs';

let installed;
let api;

before(async () => {
  installed = install();
  api = await load(installed.home);
  await api.init();
});
after(() => installed?.remove());

const notice = text('tests/documents/extraction/zhonglou/announcement-2025.txt');

test('places select exactly the words, whatever stands before them', () => {
  // An emoji and a rare character are two units each, a combining mark one of its own.
  for (const start of ['', '😀', '𠮷野家 ', 'é e\u0301 ', '👨‍👩‍👧‍👦\n', '\u202e']) {
    const whole = start + notice;
    const { quantities } = api.extract(whole);
    assert.ok(quantities.length > 150);
    for (const quantity of quantities) {
      assert.equal(whole.slice(quantity.start, quantity.end), quantity.text, `${start} ${quantity.text}`);
    }
  }
});

test('a half of a pair of units does not move what follows', () => {
  const whole = `\ud83d 新增学位7000个`;
  const quantity = api.extract(whole).quantities.find(({ role }) => role === 'target');
  assert.equal(whole.slice(quantity.start, quantity.end), '7000个');
});

test('a quantity says all that it is', () => {
  const { quantities } = api.extract('2025年民生实事项目\n1.举办招聘会不少于5场。');
  assert.deepEqual(quantities.at(-1), {
    text: '5场', start: 22, end: 24, low: '5', high: null, bound: 'at_least', unit: '场', role: 'target', cue: '不少于',
    rule: 'default', alternatives: ['actual'],
  });
  const [unsure] = api.extract('累计建成停车位186个').quantities;
  assert.deepEqual([unsure.role, unsure.rule, unsure.alternatives], ['cumulative', 'running', ['actual']]);
});

test('drafts are documents: they are read, evaluated and drawn', () => {
  const { drafts } = api.extract(notice);
  assert.deepEqual(drafts.map(({ id }) => id), ['programme-2025', 'outcomes-2024']);
  for (const draft of drafts) {
    assert.deepEqual(api.read(JSON.stringify(draft)).diagnostics, []);
    assert.match(api.renderSvg(draft, { view: 'commitments', width: 720 }), /^<svg/);
  }
  assert.equal(api.evaluate(drafts[0]).projects.length, 10);
});

test('the year comes from outside where the text does not give it', () => {
  const without = '民生实事项目\n1.加装电梯39部。';
  assert.equal(api.extract(without).drafts[0].period, undefined);
  assert.deepEqual(api.extract(without, { year: 2025 }).drafts[0].period, { start: '2025-01-01', end: '2025-12-31' });
});

test('every labelled text gives places that select their words', () => {
  const labelled = files('tests/documents/extraction', /\.txt$/);
  assert.ok(labelled.length > 5);
  for (const file of labelled) {
    const whole = text(file);
    const { quantities } = api.extract(whole);
    assert.ok(quantities.length > 50, file);
    for (const { start, end, text: words } of quantities) assert.equal(whole.slice(start, end), words);
  }
});

test('nothing in a text throws; what is no text does', () => {
  for (const odd of ['', '\u0000', '约', '万'.repeat(1000), '（'.repeat(1000)]) assert.ok(Array.isArray(api.extract(odd).quantities));
  const code = (work) => {
    try {
      work();
    } catch (error) {
      return error.code;
    }
    return 'nothing thrown';
  };
  assert.equal(code(() => api.extract(5)), 'invalid_text');
  assert.equal(code(() => api.extract('', { year: 2025.5 })), 'invalid_year');
  assert.equal(code(() => api.extract('', { year: 0 })), 'invalid_year');
});
