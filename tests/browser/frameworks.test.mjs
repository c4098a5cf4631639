/**
 * The examples for React and Vue, built as their READMEs say from the installed package, and the package on a server.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { install } from '../node/harness.mjs';
import { boardText, openBrowser, openPage, ROOT, serve, settled } from './harness.mjs';

let installed;
let browser;
let site;

before(async () => {
  installed = install();
  const modules = path.join(installed.home, 'node_modules');
  for (const name of ['react', 'react-dom', 'vue', '@types']) fs.symlinkSync(path.join(ROOT, 'node_modules', name), path.join(modules, name));
  fs.cpSync(path.join(ROOT, 'examples'), path.join(installed.home, 'examples'), { recursive: true });
  browser = await openBrowser();
  site = await serve({ folders: { '/': path.join(installed.home, 'site') } });
});
after(async () => {
  await browser?.close();
  await site?.close();
  installed?.remove();
});

const example = (file) => path.join(installed.home, 'examples', file);

/** Bundles an example for a page, with what lies beside it. */
async function make(entry, name) {
  const outdir = path.join(installed.home, 'site', name);
  await build({ entryPoints: [example(entry)], bundle: true, format: 'esm', jsx: 'automatic', outdir, logLevel: 'warning', define: { 'process.env.NODE_ENV': '"development"', __VUE_OPTIONS_API__: 'true', __VUE_PROD_DEVTOOLS__: 'false', __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'true' } });
  for (const file of ['first.wasm', 'board.wasm']) fs.copyFileSync(path.join(installed.folder, file), path.join(outdir, file));
  fs.copyFileSync(path.join(ROOT, 'www/programmes/zhonglou-2024.json'), path.join(outdir, 'zhonglou-2024.json'));
}

/** What a server makes of the React example. */
async function onServer() {
  const outfile = path.join(installed.home, 'server.mjs');
  await build({ entryPoints: [example('react/server.tsx')], bundle: true, format: 'esm', platform: 'node', packages: 'external', jsx: 'automatic', outfile, logLevel: 'warning' });
  return (await import(pathToFileURL(outfile).href)).html;
}

test('the React example is typed, attributes and all', () => {
  const tsc = path.join(ROOT, 'node_modules/typescript/bin/tsc');
  const check = () => {
    try {
      return execFileSync(process.execPath, [tsc, '--project', example('react/tsconfig.json')], { encoding: 'utf8' });
    } catch (error) {
      return error.stdout;
    }
  };
  assert.equal(check(), '');
  fs.writeFileSync(example('react/wrong.tsx'), 'export const wrong = <pledge-board src={7} />;\n');
  assert.match(check(), /wrong\.tsx[^]*number/);
  fs.rmSync(example('react/wrong.tsx'));
});

test('React renders the example on a server, with its fallback', async () => {
  const html = await onServer();
  assert.match(html, /<pledge-board src="zhonglou-2024\.json" view="projects" locale="en"><p>The programme as <a href="zhonglou-2024\.json">data<\/a>/);
});

for (const [name, entry, inside] of [
  ['React', 'react/main.tsx', onServer],
  ['Vue', 'vue/main.js', () => ''],
]) {
  test(`${name}: drawn, drawn anew for another attribute, and gone without a trace`, async () => {
    await make(entry, name);
    site.answers[`/${name}/page.html`] = {
      type: 'text/html; charset=utf-8',
      body: `<!doctype html><html lang="en"><meta charset="utf-8"><title>x</title><div id="app">${await inside()}</div><script type="module" src="main.js"></script>`,
    };
    const page = await openPage(browser);
    // The memory of the program, to see that it does not grow.
    await page.addInitScript(() => {
      const real = WebAssembly.instantiateStreaming;
      WebAssembly.instantiateStreaming = async (...given) => {
        const result = await real.apply(WebAssembly, given);
        (globalThis.memories ??= []).push(result.instance.exports.memory);
        return result;
      };
    });
    await page.goto(`${site.url}/${name}/page.html`);
    await settled(page);
    const projects = await boardText(page);
    const press = (index) => page.locator('main button').nth(index).click();

    await press(3);
    await page.waitForFunction(() => document.querySelector('pledge-board').shadowRoot.querySelector('table'));
    await press(1);
    await page.waitForFunction(() => document.querySelector('pledge-board').shadowRoot.querySelector('svg'));
    assert.equal(await boardText(page), projects);

    const cycle = async (times) => {
      for (let count = 0; count < times; count++) {
        await page.evaluate(() => (globalThis.boards ??= []).push(new WeakRef(document.querySelector('pledge-board'))));
        await press(4);
        await page.waitForFunction(() => !document.querySelector('pledge-board'));
        await press(4);
        await settled(page);
      }
    };
    const pages = () => page.evaluate(() => memories.map(({ buffer }) => buffer.byteLength));
    await cycle(10);
    const before = await pages();
    assert.ok(before.length > 0);
    await cycle(40);
    assert.deepEqual(await pages(), before);
    const session = await page.context().newCDPSession(page);
    await session.send('HeapProfiler.collectGarbage');
    // The one that is shown, and what the framework and the browser remember of the last ones.
    const alive = await page.evaluate(() => boards.filter((board) => board.deref()).length);
    assert.ok(alive <= 4, `${alive} of 50 are still there`);
    // Vue makes a policy of its own for trusted types, which the harness's report forbids; ours needs none.
    assert.deepEqual(page.complaints.filter((one) => !/trusted-types-policy vue/.test(one)), []);
    await page.context().close();
  });
}

test('a property that is set to nothing leaves no attribute behind', async () => {
  const page = await openPage(browser);
  await page.goto(`${site.url}/Vue/page.html`);
  await settled(page);
  const left = await page.evaluate(() => {
    const board = document.createElement('pledge-board');
    const names = { src: 'x.json', view: 'table', locale: 'en', theme: 'dark', asOf: '2025-01-01' };
    Object.assign(board, names);
    const set = board.getAttributeNames();
    for (const [index, name] of Object.keys(names).entries()) board[name] = [undefined, null, ''][index % 3];
    return [set, board.getAttributeNames()];
  });
  assert.deepEqual(left, [['src', 'view', 'locale', 'theme', 'as-of'], []]);
  await page.context().close();
});

test('importing any entry on a server does nothing but define functions', () => {
  const program = `
    const before = Object.keys(globalThis);
    const entries = {};
    for (const name of ['pledgeboard', 'pledgeboard/element', 'pledgeboard/inline']) entries[name] = Object.keys(await import(name)).sort();
    if (Object.keys(globalThis).some((name) => !before.includes(name))) throw new Error('a global is new');
    console.log(JSON.stringify(entries));`;
  // No network, no file but its own, no DOM: that is what Node is. It ends by itself, so nothing is left running.
  const said = execFileSync(process.execPath, ['--input-type=module', '-e', program], { cwd: installed.home, encoding: 'utf8', timeout: 20_000 });
  const entries = JSON.parse(said);
  assert.deepEqual(entries['pledgeboard/element'], ['PledgeBoardElement', 'define']);
  assert.deepEqual(entries['pledgeboard/inline'], [...entries.pledgeboard, 'PledgeBoardElement'].sort());
});

test('the inline entry needs no file beside it, on a server and in a page', async () => {
  const program = `
    import { init, rate } from 'pledgeboard/inline';
    globalThis.fetch = () => { throw new Error('fetched'); };
    await init();
    await init();
    console.log(rate('9935', '8000', 2));`;
  const said = execFileSync(process.execPath, ['--input-type=module', '-e', program], { cwd: installed.home, encoding: 'utf8' });
  assert.equal(said.trim(), '124.19');

  fs.mkdirSync(path.join(installed.home, 'site/inline'), { recursive: true });
  fs.copyFileSync(path.join(installed.folder, 'inline.js'), path.join(installed.home, 'site/inline/inline.js'));
  const document = fs.readFileSync(path.join(ROOT, 'www/programmes/sample-2025.json'), 'utf8');
  site.answers['/inline/page.js'] = { type: 'text/javascript', body: "import { init, rate } from './inline.js'; await init(); document.title = rate('1', '8', 1);" };
  site.answers['/inline/page.html'] = {
    type: 'text/html; charset=utf-8',
    body: `<!doctype html><html lang="en"><meta charset="utf-8"><title>x</title><script type="module" src="page.js"></script><pledge-board view="commitments"><script type="application/json">${document}</script></pledge-board>`,
  };
  const page = await openPage(browser);
  site.asked.length = 0;
  await page.goto(`${site.url}/inline/page.html`);
  await settled(page);
  await page.waitForFunction(() => document.title === '12.5');
  assert.deepEqual(site.asked.filter((address) => !address.endsWith('favicon.ico')), ['/inline/page.html', '/inline/page.js', '/inline/inline.js']);
  assert.match(await boardText(page), /promises/);
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});
