/**
 * The one script that loads nothing: in a page opened as a file, and in frames that have no origin.
 */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { boardText, openBrowser, openPage, redraw, ROOT, serve, settled } from './harness.mjs';

const SINGLE = path.join(ROOT, 'dist/single');
const programme = fs.readFileSync(path.join(ROOT, 'www/programmes/sample-2025.json'), 'utf8');

let browser;
let home;

before(async () => {
  browser = await openBrowser();
  home = fs.mkdtempSync(path.join(os.tmpdir(), 'pledgeboard-single-'));
  fs.copyFileSync(path.join(SINGLE, 'pledgeboard-single.js'), path.join(home, 'pledgeboard-single.js'));
  fs.writeFileSync(path.join(home, 'sample-2025.json'), programme);
});
after(async () => {
  await browser?.close();
  if (home) fs.rmSync(home, { recursive: true });
});

const INLINE = `<script type="application/json">${programme.replaceAll('<', '\\u003c')}</script>`;
const html = (body) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>x</title><script src="pledgeboard-single.js" defer></script>${body}`;

/** Opens a page as a double-click does. */
async function openFile(name, body) {
  const place = path.join(home, name);
  fs.writeFileSync(place, body);
  const page = await openPage(browser);
  await page.goto(pathToFileURL(place).href);
  return page;
}

test('the example of the release, opened as a file', async () => {
  const page = await openPage(browser);
  await page.goto(pathToFileURL(path.join(SINGLE, 'example.html')).href);
  await settled(page);
  assert.match(await boardText(page), /2024/);
  assert.equal(await page.evaluate(() => document.querySelector('pledge-board').shadowRoot.querySelectorAll('svg').length), 1);
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test('every view of an inline document, in a page opened as a file', async () => {
  const page = await openFile('inline.html', html(`<pledge-board>${INLINE}</pledge-board>`));
  await settled(page);
  for (const view of ['commitments', 'table', 'projects']) assert.deepEqual(await redraw(page, { view }), { ok: true });
  assert.deepEqual(await redraw(page, { 'as-of': 'x' }), { ok: false });
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test('there, src says why it cannot be read and what to do', async () => {
  const page = await openFile('src.html', html('<pledge-board src="sample-2025.json"><p>fallback</p></pledge-board>'));
  await settled(page);
  assert.match(await boardText(page), /local file \(file:\/\/\)[^]*web server[^]*application\/json/);
  assert.equal(await page.locator('p', { hasText: 'fallback' }).isVisible(), true);
  // With the document written in, the same board is drawn.
  assert.deepEqual(
    await page.evaluate(
      (text) =>
        new Promise((resolve) => {
          const board = document.querySelector('pledge-board');
          board.addEventListener('pledge-board-draw', ({ detail }) => resolve(detail), { once: true });
          const script = Object.assign(document.createElement('script'), { type: 'application/json', textContent: text });
          board.append(script);
          board.removeAttribute('src');
        }),
      programme,
    ),
    { ok: true },
  );
  await page.context().close();
});

const written = (inside) =>
  `<iframe sandbox="allow-scripts" srcdoc="${inside.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}" width="700" height="600"></iframe>`;

/** A frame without an origin, in a page of a server or one opened as a file. */
const PLACES = {
  async 'of a server'() {
    const site = await serve({ folders: { '/': home } });
    const frame = { type: 'text/html; charset=utf-8', body: html(`<pledge-board>${INLINE}</pledge-board>`) };
    site.answers['/frame.html'] = frame;
    site.answers['/page.html'] = { type: 'text/html', lax: true, body: '<!doctype html><title>x</title><iframe sandbox="allow-scripts" src="/frame.html" width="700" height="600"></iframe>' };
    const page = await openPage(browser);
    await page.goto(`${site.url}/page.html`);
    return { page, close: () => site.close() };
  },
  async 'written into a page of a server'() {
    const site = await serve({ folders: { '/': home } });
    // Under the policy of the page around it.
    site.answers['/page.html'] = { type: 'text/html; charset=utf-8', body: `<!doctype html><title>x</title>${written(html(`<pledge-board>${INLINE}</pledge-board>`))}` };
    const page = await openPage(browser);
    await page.goto(`${site.url}/page.html`);
    return { page, close: () => site.close() };
  },
  async 'of a page opened as a file, with the script written in'() {
    // Such a frame may read no file at all.
    const script = fs.readFileSync(path.join(SINGLE, 'pledgeboard-single.js'), 'utf8');
    assert.doesNotMatch(script, /<\/script|<!--/);
    const inside = html(`<pledge-board>${INLINE}</pledge-board>`).replace('<script src="pledgeboard-single.js" defer></script>', () => `<script>${script}</script>`);
    const page = await openFile('outer.html', `<!doctype html><meta charset="utf-8"><title>x</title>${written(inside)}`);
    return { page, close() {} };
  },
};

for (const [name, make] of Object.entries(PLACES)) {
  test(`in a frame without an origin ${name}: drawn, and the data are shown to be copied`, async () => {
    const { page, close } = await make();
    const [, frame] = page.frames();
    await frame.waitForFunction(() => document.querySelector('pledge-board')?.shadowRoot?.querySelector('svg'), null, { timeout: 8000 });
    assert.equal(await frame.evaluate(() => origin), 'null');
    await frame.locator('pledge-board [data-action=data]').click();
    const shown = await frame.evaluate(() => {
      const area = document.querySelector('pledge-board').shadowRoot.querySelector('textarea');
      return { text: area.value, chosen: area.selectionEnd - area.selectionStart };
    });
    assert.deepEqual(JSON.parse(shown.text), JSON.parse(programme));
    assert.equal(shown.chosen, shown.text.length);
    assert.deepEqual(page.complaints, []);
    await page.context().close();
    await close();
  });
}

test('compiling leaves the page its time', async () => {
  const page = await openPage(browser);
  await page.addInitScript(() => {
    globalThis.compiled = [];
    for (const name of ['Module', 'instantiateStreaming', 'instantiate']) {
      const real = WebAssembly[name];
      WebAssembly[name] = Object.assign(
        function (...given) {
          compiled.push(`${name} of ${given[0].constructor.name}`);
          return new.target ? new real(...given) : real.apply(WebAssembly, given);
        },
        { prototype: real.prototype },
      );
    }
  });
  await page.goto(pathToFileURL(path.join(SINGLE, 'example.html')).href);
  await settled(page);
  assert.deepEqual(await page.evaluate(() => compiled), ['instantiateStreaming of Response']);
  await page.context().close();
});
