/**
 * A server's build by a bundler, with the package bundled in: importing every entry does nothing but define functions, and the
 * inline one answers there.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { build as vite } from 'vite';
import { installApp } from './harness.mjs';

let installed;

before(() => {
  installed = installApp();
});
after(() => installed?.remove());

/** Bundles a program and gives its file. */
async function built(name, code, build) {
  const entry = path.join(installed.home, `${name}.js`);
  const outDir = path.join(installed.home, 'built', name);
  fs.writeFileSync(entry, code);
  await vite({
    root: installed.home, configFile: false, logLevel: 'silent', ssr: { noExternal: true },
    build: { outDir, minify: false, rollupOptions: { input: entry, output: { entryFileNames: 'out.mjs' } }, ...build },
  });
  return path.join(outDir, 'out.mjs');
}

test('Vite for a server: all entries are imported without a sound, and answer', async () => {
  const file = await built('server', `
    const before = Reflect.ownKeys(globalThis).length;
    globalThis.fetch = () => { throw new Error('asked'); };
    const all = await Promise.all([import('pledgeboard'), import('pledgeboard/element'), import('pledgeboard/inline')]);
    const added = Reflect.ownKeys(globalThis).length - before;
    const [, { PledgeBoardElement }, { init, rate }] = all;
    await init();
    console.log(JSON.stringify([added, typeof PledgeBoardElement, rate('9935', '8000', 2)]));`, { ssr: true });
  assert.deepEqual(JSON.parse(execFileSync(process.execPath, [file], { encoding: 'utf8' })), [0, 'function', '124.19']);
});

test('Vite for a page: the element is kept where nothing of it is named, and not brought by the functions', async () => {
  const kept = async (name, code) => fs.readFileSync(await built(name, code, {}), 'utf8').includes('customElements.define');
  assert.equal(await kept('element', "import 'pledgeboard/element';"), true);
  assert.equal(await kept('functions', "import { init, rate } from 'pledgeboard'; await init(); console.log(rate('1', '8', 1));"), false);
  assert.equal(await kept('unused', "import { init } from 'pledgeboard'; console.log(1);"), false);
});
