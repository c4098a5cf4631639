/**
 * The READMEs' own words on embedding: every snippet of their section on web pages, tried as it stands there.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { build } from 'esbuild';
import { install } from '../node/harness.mjs';
import { EMBED, openBrowser, openPage, ROOT, serve, settled } from './harness.mjs';

const BOARDS = 'https://boards.example.org';
const programme = path.join(ROOT, 'www/programmes/zhonglou-2024.json');
const hashes = () => JSON.parse(fs.readFileSync(path.join(EMBED, 'integrity.json')));

let installed;
let browser;
let site;

before(async () => {
  installed = install();
  for (const name of ['react', 'react-dom', 'vue']) fs.symlinkSync(path.join(ROOT, 'node_modules', name), path.join(installed.home, 'node_modules', name));
  browser = await openBrowser();
  site = await serve({ folders: { '/': EMBED, '/site/': path.join(installed.home, 'site') } });
});
after(async () => {
  await browser?.close();
  await site?.close();
  installed?.remove();
});

/** The fenced blocks of a README's section on web pages. */
function snippets(readme, heading) {
  const section = fs.readFileSync(path.join(ROOT, readme), 'utf8').split(/^## /m).find((one) => one.startsWith(heading));
  return [...section.matchAll(/^```(\w+)\n([^]*?)^```/gm)].map(([, language, code]) => ({ language, code }));
}

/** Opens a page with that in it, and waits for its board, in whatever frame. */
async function tried(body, answer = {}) {
  site.answers['/pledgeboard-single.js'] = { type: 'text/javascript', body: fs.readFileSync(path.join(ROOT, 'dist/single/pledgeboard-single.js')) };
  site.answers['/page.html'] = { type: 'text/html; charset=utf-8', body: `<!doctype html><html lang="en"><meta charset="utf-8"><title>x</title>${body}`, ...answer };
  const page = await openPage(browser);
  await page.route(`${BOARDS}/**`, (route) => route.fulfill({ path: path.join(ROOT, 'dist/iframe', new URL(route.request().url()).pathname) }));
  await page.goto(`${site.url}/page.html`);
  const frame = page.frames().at(-1);
  await settled(frame);
  const said = await frame.evaluate(() => document.querySelector('pledge-board').shadowRoot.querySelector('[role=alert]')?.textContent);
  assert.equal(said, undefined);
  assert.deepEqual(page.complaints.filter((one) => !/frame-src|report-only/.test(one)), []);
  return page;
}

const HOW = {
  async html(code) {
    // The script of a frame's height stands in the page itself, which a strict policy would not let it.
    const page = await tried(code.replace('sha256-…', () => hashes()['pledgeboard.js']), { lax: /<script>/.test(code) });
    if (/<iframe/.test(code)) {
      const board = await page.frames()[1].evaluate(() => Math.ceil(document.querySelector('pledge-board').getBoundingClientRect().height));
      if (/<script>/.test(code)) await page.waitForFunction((board) => Number(document.querySelector('iframe').height) === board, board);
      else assert.ok(Number(await page.evaluate(() => document.querySelector('iframe').height)) >= board);
    }
    await page.context().close();
  },
  async js(code) {
    if (/from 'vue'/.test(code)) return framework(code, 'js', "import { createApp } from 'vue'; createApp(Board).mount('#app');");
    if (/commitment-select/.test(code)) return listening(code);
    const program = `const text = (await import('node:fs')).readFileSync(${JSON.stringify(programme)}, 'utf8');\n${code}\nconsole.log(html);`;
    const html = execFileSync(process.execPath, ['--input-type=module', '-e', program], { cwd: installed.home, encoding: 'utf8' });
    // The static board stands as it is, and the element takes it over.
    site.answers['/page.html'] = { type: 'text/html; charset=utf-8', body: `<!doctype html><title>x</title><script defer src="pledgeboard.js"></script>${html}` };
    const page = await openPage(browser);
    await page.goto(`${site.url}/page.html`);
    await page.waitForFunction(() => customElements.get('pledge-board') && document.querySelector('.pledge-still svg'));
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  },
  jsx: (code) => framework(code, 'jsx', "import { createRoot } from 'react-dom/client'; createRoot(document.querySelector('#app')).render(<Board />);"),
};

/** A page that listens to a board: what it says of the first commitment. */
async function listening(code) {
  const body = `<script defer src="pledgeboard.js"></script><pledge-board src="zhonglou-2024.json" view="commitments"></pledge-board><script type="module">${code}</script>`;
  const page = await tried(body, { lax: true });
  const mark = page.locator('pledge-board [data-commitment]').first();
  const [said] = await Promise.all([page.waitForEvent('console'), mark.click()]);
  assert.equal(said.text(), `zhonglou-2024#${await mark.getAttribute('data-commitment')}`);
  await page.context().close();
}

async function framework(code, loader, start) {
  const outdir = path.join(installed.home, 'site');
  const stdin = { contents: `${code}\n${start}`, resolveDir: installed.home, loader };
  await build({ stdin, bundle: true, format: 'esm', jsx: 'automatic', outfile: path.join(outdir, 'main.js'), logLevel: 'error', define: { 'process.env.NODE_ENV': '"production"', __VUE_OPTIONS_API__: 'true', __VUE_PROD_DEVTOOLS__: 'false', __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false' } });
  for (const name of ['first.wasm', 'board.wasm']) fs.copyFileSync(path.join(installed.folder, name), path.join(outdir, name));
  site.answers['/zhonglou-2024.json'] = { body: fs.readFileSync(programme) };
  const page = await openPage(browser);
  site.answers['/page.html'] = { type: 'text/html; charset=utf-8', body: '<!doctype html><title>x</title><div id="app"></div><script type="module" src="/site/main.js"></script>' };
  await page.goto(`${site.url}/page.html`);
  await settled(page);
  assert.deepEqual(page.complaints.filter((one) => !/trusted-types-policy vue/.test(one)), []);
  await page.context().close();
}

for (const [readme, heading] of [['README.md', 'In a web page'], ['README.zh-CN.md', '放进网页']]) {
  const found = snippets(readme, heading);
  test(`${readme} has snippets of every kind`, () => {
    assert.deepEqual(found.map(({ language }) => language), ['html', 'js', 'js', 'html', 'html', 'html', 'html', 'jsx', 'js']);
  });
  for (const [index, { language, code }] of found.entries()) {
    test(`${readme}, snippet ${index + 1} (${language}) draws a board`, () => HOW[language](code));
  }
}
