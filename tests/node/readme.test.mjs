/**
 * The README of the npm package: each of its `js` blocks, run as a module of a program that has installed the package, prints
 * what its comments say. Blocks for pages and workers (`js page`, `js worker`) run in tests/browser/npm.test.mjs.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { blocks, printed } from './examples.mjs';
import { install, ROOT } from './harness.mjs';

let installed;

before(() => {
  installed = install();
  for (const name of ['zhonglou-2024.json', 'zhonglou-2025.json']) {
    fs.copyFileSync(path.join(ROOT, 'www/programmes', name), path.join(installed.home, name));
  }
});
after(() => installed?.remove());

const readme = blocks('wasm/js/README.npm.md', 'js');

test('there are examples', () => assert.ok(readme.length > 5));

for (const { heading, code } of readme) {
  test(heading, () => {
    const file = path.join(installed.home, 'example.mjs');
    fs.writeFileSync(file, code);
    const said = execFileSync(process.execPath, [file], { cwd: installed.home, encoding: 'utf8' });
    const expected = printed(code);
    assert.ok(expected.length > 0, 'an example says what it prints');
    // Figures stand beside their units without a break; a README has plain spaces.
    assert.deepEqual(said.trimEnd().replace(/[\u00a0\u202f]/g, ' ').split('\n'), expected);
  });
}
