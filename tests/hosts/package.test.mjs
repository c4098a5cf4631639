/**
 * The packed package in the eyes of the tools that judge packages, and imported where there is no page.
 */
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { installApp, MODULES } from './harness.mjs';

let installed;
let manifest;

before(() => {
  installed = installApp();
  manifest = JSON.parse(fs.readFileSync(path.join(installed.folder, 'package.json'), 'utf8'));
});
after(() => installed?.remove());

test('publint has nothing to say', async () => {
  const { messages, pkg } = await publint({ pkgDir: installed.folder, pack: false, strict: true });
  assert.deepEqual(messages.map((message) => formatMessage(message, pkg)), []);
});

test('are the types wrong? No', () => {
  // What is no module has no types; why `esm-only`: README.md here.
  const files = Object.keys(manifest.exports).filter((entry) => /\.(wasm|css|json)$/.test(entry));
  assert.ok(files.length < Object.keys(manifest.exports).length);
  const words = [installed.tarball, '--profile', 'esm-only', '--format', 'json', '--exclude-entrypoints', ...files];
  const { stdout, stderr, status } = spawnSync(process.execPath, [path.join(MODULES, '@arethetypeswrong/cli/dist/index.js'), ...words], { encoding: 'utf8' });
  assert.equal(status, 0, stdout + stderr);
  const { analysis } = JSON.parse(stdout);
  assert.deepEqual(Object.keys(analysis.entrypoints).sort(), ['.', './element', './inline']);
});

const modules = () => Object.entries(manifest.exports).filter(([, target]) => target.types).map(([entry]) => path.posix.join('pledgeboard', entry));

test('imported on a server no entry does anything but define', () => {
  assert.ok(modules().length >= 3);
  for (const entry of modules()) {
    // Nothing new is global, nothing is asked for, and the process ends by itself.
    const code = `
      const before = Reflect.ownKeys(globalThis);
      const asked = [];
      globalThis.fetch = (...given) => asked.push(given);
      for (const name of ['compile', 'instantiate', 'compileStreaming', 'instantiateStreaming']) WebAssembly[name] = () => asked.push(name);
      const given = await import('${entry}');
      console.log(JSON.stringify({ added: Reflect.ownKeys(globalThis).slice(before.length).map(String), asked, given: Object.keys(given).length > 0 }));`;
    const said = execFileSync(process.execPath, ['--input-type=module', '-e', code], { cwd: installed.home, encoding: 'utf8', timeout: 20_000 });
    assert.deepEqual(JSON.parse(said), { added: [], asked: [], given: true }, entry);
  }
});
