/** The example pages: each runs to its end under the strict policy, and its tables are those of the Rust example of its name. */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { openBrowser, openPage, ROOT, serve, settled } from './harness.mjs';

let browser;
let site;

before(async () => {
  [browser, site] = await Promise.all([openBrowser(), serve({ folders: { '/': path.join(ROOT, 'dist/examples') } })]);
});
after(async () => {
  await browser?.close();
  await site?.close();
});

/** The cells whose tables the Rust example prints, in its order. */
const TABLES = { zhonglou: ['programmes', 'pairs'], thousand: ['sectors', 'ranking', 'lags'], notice: ['figures'] };
const axe = fs.readFileSync(path.join(ROOT, 'node_modules/axe-core/axe.min.js'), 'utf8');

for (const [name, cells] of Object.entries(TABLES)) {
  test(`${name}: the tables are those of the Rust example`, async () => {
    const page = await openPage(browser);
    await page.goto(`${site.url}/${name}.html`);
    await page.waitForSelector('body[data-ran]');
    // Boards load when they come near the window.
    await page.locator('pledge-board').scrollIntoViewIfNeeded();
    await settled(page);
    assert.deepEqual(await page.locator('main [role=alert]').allTextContents(), []);
    const tables = await page.evaluate((cells) => cells.map((cell) => {
      const rows = [...document.querySelectorAll(`[data-cell=${cell}] tr`)];
      return rows.map((row) => `${[...row.cells].map(({ textContent }) => textContent).join(',')}\n`).join('');
    }), cells);
    assert.equal(tables.join('\n'), fs.readFileSync(path.join(ROOT, `core/examples/${name}.txt`), 'utf8'));
    // The documents of the pages are made in them; the harness reports whatever is fetched from elsewhere than the site.
    assert.deepEqual(page.complaints.filter((words) => !words.startsWith('policy (report): connect-src blob')), []);
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => globalThis.axe.run());
    assert.deepEqual(violations.map(({ id, nodes }) => `${id} ${nodes[0].target}`), []);
    await page.context().close();
  });
}

test('a cell that fails says why, and the others run', async () => {
  const page = await openPage(browser);
  await page.route('**/programmes/zhonglou-2025.json', (route) => route.fulfill({ contentType: 'application/json', body: '{}' }));
  await page.goto(`${site.url}/zhonglou.html`);
  await page.waitForSelector('body[data-ran]');
  const alerts = await page.locator('main [role=alert]').allTextContents();
  assert.ok(alerts.length >= 1 && alerts.every((words) => words.length > 10), String(alerts));
  assert.equal(await page.locator('[data-cell=target] tbody tr').count(), 1);
  await page.context().close();
});
