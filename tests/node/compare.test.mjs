/** Comparisons through the npm package: the same bytes as natively, and words for what is wrong. */
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

const programme = (name) => text(`www/programmes/${name}.json`);

test('a comparison is the one that was made natively', () => {
  const expected = files('tests/documents/comparisons', /\.json$/);
  assert.ok(expected.length > 0);
  for (const file of expected) {
    const [previous, next] = file.split('/').at(-1).split('.');
    const found = api.compare(programme(previous), JSON.parse(programme(next)), { locale: 'en' });
    assert.deepEqual(found, JSON.parse(text(file)));
  }
});

test('what is known on a day is what is compared', () => {
  const found = api.compare(programme('zhonglou-2024'), programme('zhonglou-2025'), { asOf: '2024-12-31', decimals: 3 });
  assert.ok(found.pairs.every(({ last_outcome, new_promise }) => last_outcome === null && new_promise === null));
});

test('what is wrong says with which of them', () => {
  const place = (...sources) => {
    try {
      api.compare(...sources);
    } catch (error) {
      assert.ok(error instanceof api.PledgeboardError);
      return error.diagnostics[0].pointer;
    }
    return assert.fail('nothing was thrown');
  };
  const good = programme('zhonglou-2024');
  assert.match(place('{}', good), /^\/previous/);
  assert.match(place(good, '{}'), /^\/next/);
});
