/**
 * Which of the two programs a page loads: the first one for the first sight, the whole one where a reader needs more, each
 * at most once.
 */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import { boardText, EMBED, openBrowser, openPage, redraw, ROOT, serve, settled } from './harness.mjs';

let browser;
let site;

const programme = fs.readFileSync(path.join(ROOT, 'www/programmes/sample-2025.json'), 'utf8');

before(async () => {
  browser = await openBrowser();
  site = await serve({ folders: { '/embed/': EMBED } });
});
beforeEach(() => {
  site.asked.length = 0;
  site.answers['/good.json'] = { body: programme };
  site.answers['/faulty.json'] = { body: programme.replace('"2025-01-01"', '"2025-13-01"') };
});
after(async () => {
  await browser?.close();
  await site?.close();
});

async function open(body) {
  site.answers['/page.html'] = {
    type: 'text/html; charset=utf-8',
    body: `<!doctype html><html lang="en"><meta charset="utf-8"><title>x</title><script src="/embed/pledgeboard.js" defer></script>${body}`,
  };
  const page = await openPage(browser);
  await page.goto(`${site.url}/page.html`);
  await settled(page);
  return page;
}

/** How often the first and the whole program were asked for. */
const loaded = () =>
  ['/embed/pledgeboard.wasm', '/embed/pledgeboard-whole.wasm'].map((file) => site.asked.filter((address) => address === file).length);

const twice = (attributes) => `<pledge-board ${attributes}></pledge-board><pledge-board ${attributes}></pledge-board>`;

for (const view of ['overview', 'projects']) {
  test(`${view} needs the first program alone`, async () => {
    const page = await open(twice(`src="/good.json" view="${view}"`));
    assert.deepEqual(loaded(), [1, 0]);
    await redraw(page, { locale: 'zh-CN', 'as-of': '2025-05-01', theme: 'dark' });
    assert.deepEqual(loaded(), [1, 0]);
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });
}

for (const view of ['commitments', 'table']) {
  test(`${view} needs the whole program alone`, async () => {
    const page = await open(twice(`src="/good.json" view="${view}"`));
    assert.deepEqual(loaded(), [0, 1]);
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });

  test(`${view} after the overview is drawn once, by the whole program`, async () => {
    const page = await open('<pledge-board src="/good.json"></pledge-board>');
    const before = await boardText(page);
    assert.deepEqual(await redraw(page, { view }), { ok: true });
    assert.notEqual(await boardText(page), before);
    assert.deepEqual(loaded(), [1, 1]);
    // The whole program draws what the first one drew.
    assert.deepEqual(await redraw(page, { view: 'overview' }), { ok: true });
    assert.equal(await boardText(page), before);
    assert.deepEqual(loaded(), [1, 1]);
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });
}

test('what is wrong with a document is said by the whole program', async () => {
  const page = await open(twice('src="/faulty.json"'));
  assert.deepEqual(loaded(), [1, 1]);
  assert.match(await boardText(page), /Line \d+, column \d+[^]*2025-13-01/);
  assert.deepEqual(await redraw(page, { src: '/good.json' }), { ok: true });
  assert.deepEqual(await redraw(page, { 'as-of': 'today' }), { ok: false });
  assert.match(await boardText(page), /day|date/i);
  assert.deepEqual(loaded(), [1, 1]);
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test('without the whole program the board stays as it is and says so, and a retry mends it', async () => {
  const page = await openPage(browser);
  let broken = true;
  await page.route('**/pledgeboard-whole.wasm', (route) => (broken ? route.abort() : route.continue()));
  site.answers['/page.html'] = {
    type: 'text/html; charset=utf-8',
    body: '<!doctype html><html lang="en"><meta charset="utf-8"><title>x</title><script src="/embed/pledgeboard.js" defer></script><pledge-board src="/good.json"></pledge-board>',
  };
  await page.goto(`${site.url}/page.html`);
  await settled(page);
  await page.evaluate(() => { document.querySelector('pledge-board').view = 'table'; });
  const notice = page.locator('pledge-board .notice');
  await notice.waitFor();
  assert.match(await notice.textContent(), /did not load \(pledgeboard-whole\.wasm\)/);
  assert.equal(await page.locator('pledge-board svg').count(), 1, 'the overview is still there');
  broken = false;
  await notice.locator('[data-action=retry]').click();
  await page.locator('pledge-board table').waitFor();
  assert.equal(await notice.count(), 0);
  await page.context().close();
});

test('without the first program there is a message that names it, and a retry mends it', async () => {
  const page = await openPage(browser);
  let broken = true;
  await page.route('**/pledgeboard.wasm', (route) => (broken ? route.abort() : route.continue()));
  site.answers['/page.html'] = {
    type: 'text/html; charset=utf-8',
    body: '<!doctype html><html lang="en"><meta charset="utf-8"><title>x</title><script src="/embed/pledgeboard.js" defer></script><pledge-board src="/good.json"><p>Fallback</p></pledge-board>',
  };
  await page.goto(`${site.url}/page.html`);
  await settled(page);
  assert.match(await boardText(page), /did not load \(pledgeboard\.wasm\)/);
  assert.ok(await page.getByText('Fallback').isVisible());
  broken = false;
  await page.locator('pledge-board [data-action=retry]').click();
  await page.locator('pledge-board svg').waitFor();
  await page.context().close();
});
