/**
 * The files of `dist/embed` on servers and pages as they are: hashes that must fit, wrong types, a base, two scripts.
 */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import { boardText, EMBED, openBrowser, openPage, redraw, ROOT, serve, settled } from './harness.mjs';

const PROGRAMMES = path.join(ROOT, 'www/programmes');
const SINGLE = path.join(ROOT, 'dist/single');
const file = (name) => fs.readFileSync(path.join(EMBED, name));
const hashOf = (bytes) => `sha256-${createHash('sha256').update(bytes).digest('base64')}`;

let browser;
let site;

before(async () => {
  browser = await openBrowser();
  site = await serve({ folders: { '/embed/': EMBED, '/single/': SINGLE, '/': PROGRAMMES } });
});
beforeEach(() => {
  site.asked.length = 0;
  for (const address of Object.keys(site.answers)) delete site.answers[address];
});
after(async () => {
  await browser?.close();
  await site?.close();
});

const SCRIPT = '<script src="/embed/pledgeboard.js" defer></script>';

async function open(body, address = '/page.html') {
  site.answers[address] = {
    type: 'text/html; charset=utf-8',
    body: `<!doctype html><html lang="en"><meta charset="utf-8"><title>x</title>${body}`,
  };
  const page = await openPage(browser);
  await page.goto(`${site.url}${address}`);
  return page;
}

const asked = (name) => site.asked.filter((address) => address === name).length;
const drawn = (page) => page.waitForFunction(() => document.querySelector('pledge-board').shadowRoot.querySelector('svg'));

test('the release names the hashes of its files', () => {
  const hashes = JSON.parse(file('integrity.json'));
  assert.deepEqual(Object.keys(hashes), ['pledgeboard.js', 'pledgeboard.wasm', 'pledgeboard-whole.wasm', 'pledgeboard.css']);
  for (const [name, hash] of Object.entries(hashes)) assert.equal(hash, hashOf(file(name)));
});

test('the lines of the release draw a board, and nothing is loaded twice', async () => {
  const page = await open(String(file('snippet.html')), '/embed/page.html');
  site.answers['/embed/zhonglou-2024.json'] = { body: fs.readFileSync(path.join(PROGRAMMES, 'zhonglou-2024.json')) };
  await settled(page);
  for (const name of ['pledgeboard.js', 'pledgeboard.wasm']) assert.equal(asked(`/embed/${name}`), 1, name);
  assert.equal(asked('/embed/pledgeboard-whole.wasm'), 0);
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test('a script that was altered does not run', async () => {
  site.answers['/embed/pledgeboard.js'] = { type: 'text/javascript', body: `${file('pledgeboard.js')};globalThis.altered=true` };
  const page = await open(String(file('snippet.html')), '/embed/page.html');
  await page.waitForTimeout(300);
  assert.deepEqual(await page.evaluate(() => [globalThis.altered, customElements.get('pledge-board')]), [undefined, undefined]);
  await page.context().close();
});

for (const [name, view] of [['pledgeboard.wasm', 'projects'], ['pledgeboard-whole.wasm', 'commitments']]) {
  for (const [how, body] of [['altered', () => Buffer.concat([file(name), Buffer.from([0, 1, 0])])], ['cut short', () => file(name).subarray(0, 9000)]]) {
    test(`${name}, ${how}, is told from one that is not there, and a retry mends it`, async () => {
      site.answers[`/embed/${name}`] = { type: 'application/wasm', body: body() };
      const page = await open(`${SCRIPT}<pledge-board src="/sample-2025.json" view="${view}"><p>fallback</p></pledge-board>`);
      await settled(page);
      assert.match(await boardText(page), new RegExp(`\\(${name}\\)[^]*altered[^]*Try again`));
      assert.equal(await page.locator('pledge-board p', { hasText: 'fallback' }).isVisible(), true);
      site.answers[`/embed/${name}`] = { status: 404, type: 'text/plain', body: 'no' };
      assert.equal((await redrawn(page)).ok, false);
      assert.match(await boardText(page), new RegExp(`did not load \\(${name}\\)`));
      delete site.answers[`/embed/${name}`];
      assert.equal((await redrawn(page)).ok, true);
      await page.context().close();
    });
  }
}

/** Presses "try again" and gives the `detail` of the drawing that follows. */
const redrawn = (page) =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        const board = document.querySelector('pledge-board');
        board.addEventListener('pledge-board-draw', ({ detail }) => resolve(detail), { once: true });
        board.shadowRoot.querySelector('[data-action=retry]').click();
      }),
  );

for (const type of ['text/plain', 'application/octet-stream', '']) {
  test(`wasm and data sent as ${type || 'nothing'} are taken all the same`, async () => {
    for (const name of ['pledgeboard.wasm', 'pledgeboard-whole.wasm']) site.answers[`/embed/${name}`] = { type, body: file(name) };
    site.answers['/data.json'] = { type, body: fs.readFileSync(path.join(PROGRAMMES, 'sample-2025.json')) };
    const page = await open(`${SCRIPT}<pledge-board src="/data.json"></pledge-board>`);
    await settled(page);
    await drawn(page);
    assert.deepEqual(await redraw(page, { view: 'commitments' }), { ok: true });
    // What is said is for those who can set the type right, and nothing a reader sees.
    assert.deepEqual(page.complaints.filter((one) => !/MIME type/.test(one)), []);
    assert.equal(await page.evaluate(() => document.querySelector('pledge-board').shadowRoot.querySelector('[role=alert]')), null);
    await page.context().close();
  });
}

test('data sent as a web page are data', async () => {
  site.answers['/data.json'] = { type: 'text/html', body: fs.readFileSync(path.join(PROGRAMMES, 'sample-2025.json')) };
  const page = await open(`${SCRIPT}<pledge-board src="/data.json"></pledge-board>`);
  await settled(page);
  await drawn(page);
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test('a base moves the data with the page, and not the wasm away from its script', async () => {
  site.answers['/deep/data.json'] = { body: fs.readFileSync(path.join(PROGRAMMES, 'sample-2025.json')) };
  const page = await open(`<base href="/deep/"><script src="../embed/pledgeboard.js" defer></script><pledge-board src="data.json"></pledge-board>`);
  await settled(page);
  await drawn(page);
  assert.deepEqual([asked('/deep/data.json'), asked('/embed/pledgeboard.wasm')], [1, 1]);
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

/** Another version: what we released under another number, and the other script that defines the element. */
const OTHERS = {
  'the same script': SCRIPT,
  'the same script at another address': '<script src="/embed/pledgeboard.js?v=2" defer></script>',
  'a script of another version': '<script src="/other/pledgeboard.js" defer></script>',
  'the single script': '<script src="/single/pledgeboard-single.js" defer></script>',
};
for (const [name, other] of Object.entries(OTHERS)) {
  for (const [order, scripts] of [['after', [SCRIPT, other]], ['before', [other, SCRIPT]]]) {
    test(`${name} ${order} this one: the first defines, the second warns, every board is drawn`, async () => {
      site.answers['/other/pledgeboard.js'] = {
        type: 'text/javascript',
        body: String(file('pledgeboard.js')).replaceAll(/\b0\.1\.0\b/g, '0.0.9'),
      };
      for (const one of ['pledgeboard.wasm', 'pledgeboard-whole.wasm']) site.answers[`/other/${one}`] = { type: 'application/wasm', body: file(one) };
      const page = await open(`${scripts[0]}<pledge-board src="/sample-2025.json"></pledge-board>${scripts[1]}<pledge-board src="/zhonglou-2024.json" view="projects"></pledge-board>`);
      await settled(page);
      assert.deepEqual(await page.evaluate(() => [...document.querySelectorAll('pledge-board')].map(({ shadowRoot }) => shadowRoot.querySelectorAll('svg').length)), [1, 1]);
      // One program, that of the first script, and once.
      const single = scripts[0].includes('single');
      const home = scripts[0].includes('/other/') ? '/other/' : '/embed/';
      assert.deepEqual(site.asked.filter((address) => address.endsWith('.wasm')), single ? [] : [`${home}pledgeboard.wasm`]);
      assert.equal(page.complaints.length, 1, page.complaints.join('\n'));
      assert.match(page.complaints[0], /^warning: <pledge-board> is already defined/);
      await page.context().close();
    });
  }
}
