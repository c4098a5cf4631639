/**
 * Every view of every document, narrow and wide, light and dark, in both languages: nothing cut, nothing overlapping,
 * everything to be read. New documents (www/programmes, tests/documents/valid, tests/documents/drawn) are picked
 * up by themselves.
 */
import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { documents, EMBED, openBrowser, openPage, redraw, ROOT, serve, settled } from './harness.mjs';
import { contrasting, legible, unmarked } from './looks.mjs';

const VIEWS = ['overview', 'projects', 'commitments', 'table'];
const PAPER = { light: 'rgb(255, 255, 255)', dark: 'rgb(20, 25, 31)' };
const SELECTOR = 'pledge-board';

let browser;
let site;

before(async () => {
  browser = await openBrowser();
  site = await serve({
    answers: {
      '/page.html': {
        type: 'text/html; charset=utf-8',
        body: `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>looks</title><link rel="stylesheet" href="/page.css">
          <script src="/embed/pledgeboard.js" defer></script><pledge-board></pledge-board>`,
      },
      '/page.css': { type: 'text/css', body: 'body{margin:0}' },
    },
    folders: { '/embed/': EMBED, '/': ROOT },
  });
});
after(async () => {
  await browser?.close();
  await site?.close();
});

for (const file of documents('www/programmes', 'tests/documents/valid', 'tests/documents/drawn')) {
  test(`${file} looks right in every view, width, language and theme`, async () => {
    const complaints = [];
    for (const width of [360, 1200]) {
      const page = await openPage(browser, { viewport: { width, height: 900 } });
      await page.goto(`${site.url}/page.html`);
      await settled(page);
      const { ok } = await redraw(page, { src: `/${file}` });
      assert.ok(ok, 'it must draw');
      for (const view of VIEWS) {
        for (const locale of ['zh-CN', 'en']) {
          for (const theme of ['light', 'dark']) {
            await redraw(page, { view, locale, theme });
            const found = [
              ...(await page.evaluate(legible, SELECTOR)),
              ...(await page.evaluate(unmarked, SELECTOR)),
              ...(await page.evaluate(contrasting, { selector: SELECTOR, paper: PAPER[theme] })),
            ];
            complaints.push(...found.map((text) => `${view} ${width} ${locale} ${theme}: ${text}`));
          }
        }
      }
      complaints.push(...page.complaints);
      await page.context().close();
    }
    assert.deepEqual(complaints, []);
  });
}

test('the table reads in a sensible order', async () => {
  const page = await openPage(browser);
  await page.goto(`${site.url}/page.html`);
  await settled(page);
  const file = path.join('www/programmes', 'zhonglou-2024.json');
  await redraw(page, { src: `/${file}`, view: 'table', locale: 'en' });
  const read = await page.evaluate(() => {
    const { shadowRoot } = document.querySelector('pledge-board');
    const order = [...shadowRoot.querySelectorAll('h2, table, .quiet')].map((element) => element.localName);
    const heads = [...shadowRoot.querySelectorAll('thead th')].map((th) => th.scope);
    const rows = [...shadowRoot.querySelectorAll('tbody tr')];
    // Every group begins with its project's title; every other row with the title of its commitment.
    const groups = [...shadowRoot.querySelectorAll('tbody')].every((body) => body.rows[0].cells[0].scope === 'rowgroup');
    const titled = rows.every((row) => row.cells[0].localName === 'th' && row.cells[0].textContent.trim() !== '');
    const full = rows.filter((row) => row.cells.length > 1).every((row) => row.cells.length === heads.length);
    return { order, heads: new Set(heads).size, columns: heads.length, groups, titled, full, rows: rows.length };
  });
  assert.deepEqual(read.order, ['h2', 'table', 'p']);
  assert.equal(read.heads, 1);
  assert.ok(read.columns >= 4);
  assert.ok(read.groups && read.titled && read.full, JSON.stringify(read));
  assert.ok(read.rows >= 49);
  await page.context().close();
});
