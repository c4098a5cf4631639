/**
 * A large board in a page: little is drawn at once, all of it in the end.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { EMBED, large, openBrowser, openPage, serve, settled } from './harness.mjs';

const COUNT = 1200;

let browser;
let site;

before(async () => {
  browser = await openBrowser();
  site = await serve({ answers: { '/large.json': { body: large(COUNT) } }, folders: { '/embed/': EMBED } });
});
after(async () => {
  await browser?.close();
  await site?.close();
});

async function open(view, style = '') {
  site.answers['/page.html'] = {
    type: 'text/html; charset=utf-8',
    body: `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>large</title>
      <script src="/embed/pledgeboard.js" defer></script>${style}<pledge-board src="/large.json" view="${view}"></pledge-board>`,
  };
  const page = await openPage(browser);
  // How many rows stood there when the board first said that it was drawn.
  await page.addInitScript(() => {
    addEventListener('pledge-board-draw', ({ target }) => {
      globalThis.atOnce ??= target.shadowRoot.querySelectorAll('g[role=img], tbody tr').length;
    });
  });
  await page.goto(`${site.url}/page.html`);
  await settled(page);
  return page;
}

const count = (page) =>
  page.evaluate(() => {
    const { shadowRoot } = document.querySelector('pledge-board');
    return shadowRoot.querySelectorAll('g[role=img], tbody tr').length;
  });
const done = (page) =>
  page.waitForFunction(() => document.querySelector('pledge-board').shadowRoot.querySelector('.quiet'), null, { timeout: 60_000 });

for (const view of ['commitments', 'table']) {
  test(`${view}: the first sight is small, everything is there in the end`, async () => {
    const page = await open(view);
    const atOnce = await page.evaluate(() => globalThis.atOnce);
    assert.ok(atOnce > 10 && atOnce < 130, `${atOnce} rows at once`);
    const first = await page.evaluateHandle(() =>
      document.querySelector('pledge-board').shadowRoot.querySelectorAll('g[role=img], tbody tr')[5]);
    const place = () => first.evaluate((node) => JSON.stringify(node.getBoundingClientRect()));
    const before = await place();
    await done(page);
    assert.equal(await place(), before, 'what is drawn stays where it is');
    // The bar over all, or the titles of the projects.
    assert.equal(await count(page), COUNT + (view === 'table' ? 10 : 1));
    assert.equal(await page.evaluate(() => document.querySelector('pledge-board').shadowRoot.querySelector('.board').lastElementChild.className), 'quiet');
    if (view === 'table') {
      const table = await page.evaluate(() => {
        const { rows, tBodies } = document.querySelector('pledge-board').shadowRoot.querySelector('table');
        const titles = [...rows].flatMap((row, index) => (row.className === 'project' ? [index] : []));
        return { titles, most: Math.max(...[...tBodies].map((body) => body.rows.length)) };
      });
      assert.deepEqual(table.titles, Array.from({ length: 10 }, (_, index) => 1 + index * (COUNT / 10 + 1)));
      assert.ok(table.most <= 50, `${table.most} rows in a group`);
    }
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });
}

test('strips join without a seam', async () => {
  const page = await open('commitments');
  await done(page);
  const gaps = await page.evaluate(() => {
    const boxes = [...document.querySelector('pledge-board').shadowRoot.querySelectorAll('svg')].map((svg) => svg.getBoundingClientRect());
    return boxes.slice(1).map((box, index) => box.top - boxes[index].bottom).filter((gap) => gap !== 0);
  });
  assert.deepEqual(gaps, []);
  await page.context().close();
});

test('a new drawing takes the place of what was left of the old one, and the reader stays', async () => {
  const page = await open('commitments');
  await done(page);
  await page.evaluate(() => scrollTo(0, 30_000));
  await page.evaluate(() => {
    const board = document.querySelector('pledge-board');
    board.theme = 'dark';
    return new Promise((resolve) => board.addEventListener('pledge-board-draw', resolve, { once: true }));
  });
  assert.equal(await page.evaluate(() => scrollY), 30_000);
  await page.evaluate(() => { document.querySelector('pledge-board').theme = 'light'; });
  await page.waitForTimeout(50);
  await done(page);
  assert.equal(await count(page), COUNT + 1);
  assert.equal(await page.evaluate(() => document.querySelector('pledge-board').shadowRoot.querySelector('.board').style.minHeight), '');
  await page.context().close();
});

test('a board far from the window waits; before printing it is completed', async () => {
  const page = await open('commitments');
  await page.evaluate(() => {
    document.querySelector('pledge-board').style.marginTop = '5000px';
    scrollTo(0, 0);
  });
  await page.waitForTimeout(400);
  const some = await count(page);
  await page.waitForTimeout(400);
  assert.equal(await count(page), some);
  assert.ok(some < COUNT, `${some} rows`);
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  assert.equal(await count(page), COUNT + 1);
  await page.context().close();
});
