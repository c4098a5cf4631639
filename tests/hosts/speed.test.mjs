/**
 * A thousand programmes of 80 commitments with up to four reports, through `columns` in a fresh process. Seconds depend on what else
 * the machine does, so they are printed; held to a bound are the memory, and the time against native Rust in the same run.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { install } from '../node/harness.mjs';

let installed;

before(() => {
  installed = install();
});
after(() => installed?.remove());

const PROGRAM = `
  import fs from 'node:fs';
  import { columns, init } from 'pledgeboard';
  await init();
  const sources = fs.readFileSync(process.argv[1], 'utf8').trimEnd().split('\\n');
  const start = performance.now();
  const { rows } = columns(sources);
  const seconds = (performance.now() - start) / 1000;
  console.log(JSON.stringify({ rows, seconds, gigabytes: process.resourceUsage().maxRSS / 1e6 }));`;

test('a thousand programmes take no more than three times what native Rust takes, and less than a gigabyte', () => {
  const { PLEDGEBOARD_NATIVE: native, PLEDGEBOARD_GENERATE: generate } = process.env;
  assert.ok(native && generate, 'cargo xtask test extra says where the native programs are');
  const file = path.join(installed.home, 'documents.jsonl');
  fs.writeFileSync(file, execFileSync(generate, ['1000', '80', '4'], { maxBuffer: 1e8 }));
  const ours = () => JSON.parse(execFileSync(process.execPath, ['--input-type=module', '-e', PROGRAM, file], { cwd: installed.home }));
  const theirs = () => Number(execFileSync(native, [file]));
  // In turns, so that both meet the same machine.
  const pairs = [1, 2, 3].map(() => ({ ...ours(), native: theirs() }));
  for (const { rows, gigabytes } of pairs) {
    assert.equal(rows, 80_000);
    assert.ok(gigabytes < 1, `${gigabytes} GB`);
  }
  const best = (name) => Math.min(...pairs.map((pair) => pair[name]));
  const ratio = best('seconds') / best('native');
  const memory = Math.max(...pairs.map(({ gigabytes }) => gigabytes)).toFixed(2);
  console.log(`columns: ${best('seconds').toFixed(2)} s (3 are meant), native ${best('native')} s: ${ratio.toFixed(1)} times; ${memory} GB`);
  assert.ok(ratio < 3, `${ratio} times`);
});
