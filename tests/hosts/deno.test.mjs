/**
 * The package in Deno, as npm installed it: which permission it needs, and the same bytes as everywhere.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { evaluations } from '../node/harness.mjs';
import { installApp } from './harness.mjs';

let installed;

before(() => {
  installed = installApp();
});
after(() => installed?.remove());

/** Deno's program lies in a package of its platform; without its install script npm's launcher would copy it first. */
function denoProgram() {
  const require = createRequire(import.meta.url);
  const { optionalDependencies } = require('deno/package.json');
  for (const name of Object.keys(optionalDependencies)) {
    try {
      return path.join(path.dirname(require.resolve(`${name}/package.json`)), process.platform === 'win32' ? 'deno.exe' : 'deno');
    } catch {
      // Another platform's.
    }
  }
  throw new Error('npm has no Deno for this platform');
}

/** Runs a program with exactly these permissions and what it reads from its standard input. */
function deno(code, permissions, input = '') {
  const file = path.join(installed.home, 'program.mjs');
  fs.writeFileSync(file, code);
  return spawnSync(denoProgram(), ['run', '--cached-only', '--no-prompt', '--no-lock', ...permissions, file], {
    cwd: installed.home, input, encoding: 'utf8', maxBuffer: 2 ** 28,
    env: { ...process.env, DENO_DIR: path.join(installed.home, '.deno'), DENO_NO_UPDATE_CHECK: '1', NO_COLOR: '1' },
  });
}

const rate = (entry) => `import { init, rate } from '${entry}'; await init(); console.log(rate('9935', '8000', 2));`;
const READ = '--allow-read=node_modules/pledgeboard/full.wasm';

test('init needs no argument, and no permission but to read the one file', () => {
  const { stdout, stderr } = deno(rate('pledgeboard'), [READ]);
  assert.equal(stdout, '124.19\n', stderr);
});

test('without that permission it is named', () => {
  const { status, stderr } = deno(rate('pledgeboard'), []);
  assert.equal(status, 1);
  for (const part of ['PledgeboardError', 'full.wasm', '--allow-read', 'pledgeboard/inline']) assert.ok(stderr.includes(part), stderr);
});

test('pledgeboard/inline needs no permission', () => {
  const { stdout, stderr } = deno(rate('pledgeboard/inline'), []);
  assert.equal(stdout, '124.19\n', stderr);
});

test('a module worker', () => {
  const worker = path.join(installed.home, 'worker.mjs');
  fs.writeFileSync(worker, "import { init, rate } from 'pledgeboard'; await init(); postMessage(rate('9935', '8000', 2));");
  const code = `const worker = new Worker(new URL('./worker.mjs', import.meta.url), { type: 'module' });
    worker.onmessage = ({ data }) => { console.log(data); worker.terminate(); };`;
  const { stdout, stderr } = deno(code, [READ, `--allow-read=${worker}`]);
  assert.equal(stdout, '124.19\n', stderr);
});

test('every expected evaluation, byte by byte', () => {
  const cases = evaluations();
  const code = `import { evaluateText, init } from 'pledgeboard';
    await init();
    const cases = await new Response(Deno.stdin.readable).json();
    console.log(JSON.stringify(cases.map(({ source, options }) => evaluateText(source, options))));`;
  const { stdout, stderr } = deno(code, [READ], JSON.stringify(cases));
  assert.ok(stdout, stderr);
  const got = JSON.parse(stdout);
  assert.equal(got.length, cases.length);
  cases.forEach(({ name, expected }, index) => assert.ok(got[index] === expected, `${name} comes out differently in Deno`));
});
