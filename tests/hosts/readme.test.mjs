/**
 * The examples of the package's README that need other packages: data frames and databases.
 */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { install, ROOT, text } from '../node/harness.mjs';
import { programs, run } from '../node/readme.mjs';
import { MODULES } from './harness.mjs';

let installed;

before(() => {
  installed = install();
  fs.cpSync(path.join(ROOT, 'www/programmes'), installed.home, { recursive: true });
});
after(() => installed?.remove());

const others = programs(text('wasm/js/README.npm.md')).filter(({ packages }) => packages.some((name) => !name.startsWith('pledgeboard')));

test('there are such examples', () => assert.ok(others.length > 0));

for (const program of others) {
  test(`README: ${program.heading}`, () => {
    for (const name of program.packages.filter((name) => !name.startsWith('pledgeboard'))) {
      const folder = name.split('/').slice(0, name.startsWith('@') ? 2 : 1).join('/');
      const link = path.join(installed.home, 'node_modules', folder);
      fs.mkdirSync(path.dirname(link), { recursive: true });
      if (!fs.existsSync(link)) fs.symlinkSync(path.join(MODULES, folder), link);
    }
    assert.equal(run(installed.home, program).length, program.checks);
  });
}
