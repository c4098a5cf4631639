/**
 * The first program of a page against the whole one: the same documents are fit to draw, and what both can draw is drawn
 * by the same calls.
 */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { files, ROOT, text } from './harness.mjs';

/** Where the build leaves what wasm-bindgen wrote. */
const PKG = process.env.PLEDGEBOARD_PKG ?? path.join(process.env.CARGO_TARGET_DIR ?? path.join(ROOT, 'target'), 'pledgeboard/pkg');

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'pledgeboard-first-'));
let first;
let whole;

before(async () => {
  [first, whole] = await Promise.all(
    ['first', 'board'].map(async (name) => {
      // Node takes it for a module by this ending only.
      const copy = path.join(folder, `${name}.mjs`);
      fs.copyFileSync(path.join(PKG, `${name}.js`), copy);
      const glue = await import(pathToFileURL(copy).href);
      await glue.default({ module_or_path: fs.readFileSync(path.join(PKG, `${name}_bg.wasm`)) });
      return glue;
    }),
  );
});
after(() => fs.rmSync(folder, { recursive: true, force: true }));

/** All that a program draws of a document, call by call; null where it cannot be drawn. */
function drawn({ Board }, document, { locale, view, width, asOf }) {
  const board = new Board(document, asOf, locale);
  const calls = [];
  const pen = Object.fromEntries(['open', 'attr', 'text', 'close'].map((name) => [name, (...given) => calls.push([name, ...given])]));
  if (board.ok()) board.draw(pen, view, width, 'light', undefined);
  const result = board.ok() ? { calls, published: board.published() } : null;
  board.free();
  return result;
}

/** Documents with reports printed in words that the first program leaves to the whole one: 近百张. */
const LEFT = ['tests/documents/valid/warnings.json'];

const documents = [...files('tests/documents', /\.json$/), ...files('www/programmes', /\.json$/)];

test('there are documents of both kinds', () => {
  const fit = documents.filter((document) => drawn(whole, text(document), { locale: 'en', view: 'overview', width: 700 }));
  assert.ok(fit.length >= 10 && documents.length - fit.length >= 10, `${fit.length} of ${documents.length}`);
});

for (const document of documents) {
  test(document, () => {
    for (const view of ['overview', 'projects']) {
      for (const [locale, width, asOf] of [['zh-CN', 360, undefined], ['en', 1200, undefined], ['en', 700, '2025-05-01']]) {
        const options = { view, locale, width, asOf };
        const [small, large] = [first, whole].map((glue) => drawn(glue, text(document), options));
        if (LEFT.includes(document)) {
          assert.equal(small, null);
          assert.ok(large);
          continue;
        }
        assert.deepEqual(small, large, JSON.stringify(options));
        if (large) assert.ok(large.calls.length > 10);
      }
    }
  });
}

test('a day that is none is left to the whole program', () => {
  const document = text('www/programmes/zhonglou-2024.json');
  for (const glue of [first, whole]) assert.equal(drawn(glue, document, { view: 'overview', locale: 'en', width: 700, asOf: 'today' }), null);
});
