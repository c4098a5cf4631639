/**
 * The examples of the package's README, run from the installed package. Those that need other packages: tests/hosts.
 */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { install, text } from './harness.mjs';
import { programs, run } from './readme.mjs';

let installed;

before(() => {
  installed = install();
});
after(() => installed?.remove());

test('the README that is published is the one that is tested', () => {
  assert.equal(fs.readFileSync(path.join(installed.folder, 'README.md'), 'utf8'), text('wasm/js/README.npm.md'));
});

const own = programs(text('wasm/js/README.npm.md')).filter(({ packages }) => packages.every((name) => name.startsWith('pledgeboard')));

test('there are examples in both languages', () => {
  assert.ok(own.some(({ heading }) => heading === '中文'));
  assert.ok(own.some(({ heading, checks }) => heading === 'A tour' && checks > 20));
});

for (const program of own) {
  test(`README: ${program.heading}`, () => {
    assert.ok(program.checks > 0);
    assert.equal(run(installed.home, program).length, program.checks);
  });
}

test('a wrong value in an example is found', () => {
  const [wrong] = programs("## Wrong\n```js\nimport { init, rate } from 'pledgeboard';\nawait init();\nrate('1', '8', 1); // → '12.4'\n```");
  assert.throws(() => run(installed.home, wrong), /line 5: '12\.5'/);
});
