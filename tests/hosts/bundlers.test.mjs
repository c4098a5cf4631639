/**
 * The package through bundlers: installed from the tarball, built without any setting for wasm, run in a page under the strict
 * policy. Where the app starts a worker, its page requires no trusted types: an address of a worker is not trusted by itself.
 */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import * as esbuild from 'esbuild';
import { build as vite, createServer } from 'vite';
import webpack from 'webpack';
import { openBrowser, openPage, serve } from '../browser/harness.mjs';
import { installApp, SHARE_MET } from './harness.mjs';

let installed;
let browser;
let site;

before(async () => {
  installed = installApp();
  browser = await openBrowser();
  site = await serve({ folders: { '/': path.join(installed.home, 'site') } });
});
after(async () => {
  await browser?.close();
  await site?.close();
  installed?.remove();
});

/** Where a bundle goes, with what the page needs beside it. */
function folderFor(name) {
  const folder = path.join(installed.home, 'site', name);
  fs.cpSync(path.join(installed.app, 'public'), folder, { recursive: true });
  fs.copyFileSync(path.join(installed.app, 'index.html'), path.join(folder, 'index.html'));
  return folder;
}

/** What the page shows in the end. */
async function shown(url) {
  const page = await openPage(browser);
  await page.goto(url);
  const text = await page.waitForFunction(() => document.querySelector('output').textContent, null, { timeout: 20_000 });
  const result = { shown: JSON.parse(await text.jsonValue()), complaints: page.complaints };
  await page.context().close();
  return result;
}

const wasmOf = (folder) => fs.readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.wasm'));

/** The main entry in the page and in its worker, and the element. */
const ALL = { shown: { page: SHARE_MET, worker: SHARE_MET, drawn: true }, complaints: [] };

/** The page of a bundle that starts a worker. */
function withWorker(name) {
  const file = `/${name}/index.html`;
  site.answers[file] = { type: 'text/html; charset=utf-8', lax: true, body: fs.readFileSync(path.join(installed.home, 'site', file)) };
  return `${site.url}${file}`;
}

test('Vite: page, worker and element, one copy of each wasm', async () => {
  const outDir = path.join(installed.home, 'site/vite');
  await vite({ root: installed.app, base: './', configFile: false, logLevel: 'warn', build: { outDir, emptyOutDir: true } });
  assert.equal(wasmOf(outDir).length, 3);
  assert.deepEqual(await shown(withWorker('vite')), ALL);
});

test('Vite while developing: as it is, and with the package left alone', async () => {
  for (const optimizeDeps of [{}, { exclude: ['pledgeboard'] }]) {
    const server = await createServer({ root: installed.app, configFile: false, logLevel: 'silent', server: { port: 0, host: '127.0.0.1', hmr: false, ws: false }, optimizeDeps });
    try {
      await server.listen();
      const { port } = server.httpServer.address();
      const { shown: text } = await shown(`http://127.0.0.1:${port}/index.html`);
      assert.deepEqual(text, ALL.shown, JSON.stringify(optimizeDeps));
    } finally {
      await server.close();
    }
  }
});

test('webpack: page, worker and element, one copy of each wasm', async () => {
  const folder = folderFor('webpack');
  const stats = await new Promise((resolve, reject) => {
    const options = { mode: 'production', context: installed.app, entry: './main.js', output: { path: folder, filename: 'main.js' } };
    webpack(options, (error, stats) => (error ? reject(error) : resolve(stats)));
  });
  assert.equal(stats.toString({ all: false, errors: true }), '');
  assert.equal(wasmOf(folder).length, 3);
  assert.deepEqual(await shown(withWorker('webpack')), ALL);
});

/** Bundles an entry as the page's script by esbuild. */
async function bundled(name, entry) {
  const folder = folderFor(name);
  await esbuild.build({ entryPoints: [path.join(installed.app, entry)], outfile: path.join(folder, 'main.js'), bundle: true, format: 'esm', logLevel: 'warning' });
  assert.deepEqual(wasmOf(folder), []);
  return folder;
}

test('esbuild: pledgeboard/inline needs nothing beside it', async () => {
  await bundled('inline', 'inline.js');
  assert.deepEqual(await shown(`${site.url}/inline/index.html`), { shown: { page: SHARE_MET, drawn: true }, complaints: [] });
});

test('esbuild: the main entry, with the address of the copied wasm', async () => {
  const folder = await bundled('copied', 'copied.js');
  fs.copyFileSync(path.join(installed.folder, 'full.wasm'), path.join(folder, 'full.wasm'));
  assert.deepEqual(await shown(`${site.url}/copied/index.html`), { shown: { page: SHARE_MET, drawn: null }, complaints: [] });
});

test('esbuild: the main entry without it says what to do', async () => {
  for (const [name, type, status, said] of [['missing', 'text/html', 404, 'HTTP 404'], ['page', 'text/html; charset=utf-8', 200, 'HTML']]) {
    await bundled(name, 'main.js');
    site.answers[`/${name}/full.wasm`] = { status, type, body: '<!doctype html><title>not here</title>' };
    const { shown: { code, message } } = await shown(`${site.url}/${name}/index.html`);
    assert.equal(code, 'wasm_not_found');
    for (const part of [`/${name}/full.wasm (${said})`, 'pledgeboard/inline', 'init(url)', 'pledgeboard/full.wasm']) assert.ok(message.includes(part), message);
  }
});

test('esbuild leaves out what nobody uses', async () => {
  const outfile = path.join(installed.home, 'little.js');
  await esbuild.build({ stdin: { contents: "import 'pledgeboard';", resolveDir: installed.app }, outfile, bundle: true, format: 'esm', minify: true, logLevel: 'silent' });
  assert.equal(fs.readFileSync(outfile, 'utf8').trim(), '', 'the main entry has no side effects');
});
