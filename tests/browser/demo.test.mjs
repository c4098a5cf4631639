/**
 * The demo, as `cargo xtask serve` serves it: under the strict policy, in all its states.
 */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { boardText, openBrowser, openPage, POLICY, ROOT, serveDemo, settled } from './harness.mjs';
import { unmarked } from './looks.mjs';

let browser;
let demo;

before(async () => {
  [browser, demo] = await Promise.all([openBrowser(), serveDemo()]);
});
after(async () => {
  await browser?.close();
  demo?.close();
});

const axe = fs.readFileSync(path.join(ROOT, 'node_modules/axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong with the page, a line each. */
async function faults(page) {
  // Through the debugger, because the page's policy lets no script in.
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => globalThis.axe.run());
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} ${target}: ${failureSummary}`));
}

test('the demo is served under the strict policy', async () => {
  const response = await fetch(`${demo.url}/`);
  assert.equal(response.headers.get('content-security-policy'), POLICY);
  assert.equal((await fetch(`${demo.url}/../Cargo.toml`)).status, 404);
});

test('the Chinese words of the page are those of words.js', async () => {
  const page = await openPage(browser, { javaScriptEnabled: false });
  await page.goto(demo.url);
  const written = await page.locator('[data-words]').evaluateAll((elements) => elements.map(({ dataset, textContent }) => [dataset.words, textContent]));
  const { WORDS } = await import('../../www/words.js');
  assert.ok(written.length > 20);
  for (const [name, text] of written) assert.equal(text, WORDS['zh-CN'][name], name);
  await page.context().close();
});

test('the demo draws and nothing is complained about', async () => {
  const page = await openPage(browser);
  await page.goto(demo.url);
  await settled(page);
  assert.equal(await page.evaluate(() => document.querySelector('pledge-board').shadowRoot.querySelectorAll('[role=alert]').length), 0);
  assert.deepEqual(await page.evaluate(unmarked, 'pledge-board'), []);
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

for (const lang of ['zh-CN', 'en']) {
  for (const theme of ['light', 'dark']) {
    for (const [view, programme] of [['overview', 'zhonglou-2024'], ['commitments', 'sample-2025'], ['table', 'zhonglou-2024'], ['commitments', 'zhonglou-2025']]) {
      test(`axe finds nothing: ${programme} ${view} ${lang} ${theme}`, async () => {
        const page = await openPage(browser);
        await page.goto(`${demo.url}/?programme=${programme}&view=${view}&lang=${lang}&theme=${theme}`);
        await settled(page);
        assert.deepEqual(await faults(page), []);
        assert.equal(await page.evaluate(() => document.documentElement.lang), lang);
        assert.deepEqual(page.complaints, []);
        await page.context().close();
      });
    }
  }
}

test('the state is in the address, and comes back from it', async () => {
  const page = await openPage(browser);
  await page.goto(demo.url);
  await settled(page);
  await page.check('input[name=programme][value=sample-2025]', { force: true });
  await page.check('input[name=view][value=commitments]', { force: true });
  await page.check('input[name=lang][value=en]', { force: true });
  await page.fill('#as-of', '2025-07-20');
  const address = new URL(page.url());
  assert.equal(address.search, '?programme=sample-2025&view=commitments&as-of=2025-07-20&lang=en');
  assert.match(await page.textContent('#snippet'), /as-of="2025-07-20"/);
  await page.goto(String(address));
  await settled(page);
  const board = await page.evaluate(() => {
    const { src, view, locale, asOf } = document.querySelector('pledge-board');
    return { src, view, locale, asOf };
  });
  assert.deepEqual(board, { src: 'programmes/sample-2025.json', view: 'commitments', locale: 'en', asOf: '2025-07-20' });
  await page.click('#latest');
  assert.equal(await page.evaluate(() => document.querySelector('pledge-board').asOf), null);
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test('an address that says nonsense shows the default', async () => {
  const page = await openPage(browser);
  await page.goto(`${demo.url}/?programme=nonsense&view=&as-of=tomorrow&lang=xx`);
  await settled(page);
  assert.equal(await page.evaluate(() => document.querySelector('pledge-board').src), 'programmes/zhonglou-2024.json');
  await page.context().close();
});

test('the controls work by keyboard', async () => {
  const page = await openPage(browser);
  await page.goto(demo.url);
  await settled(page);
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.name), 'programme');
  await page.keyboard.press('ArrowRight');
  await page.waitForFunction(() => document.querySelector('pledge-board').src.includes('2025'));
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.name), 'view');
  await page.context().close();
});

for (const width of [320, 360, 768, 1200]) {
  test(`the demo page does not scroll sideways at ${width} px`, async () => {
    const page = await openPage(browser, { viewport: { width, height: 800 } });
    for (const lang of ['zh-CN', 'en']) {
      await page.goto(`${demo.url}/?lang=${lang}`);
      await settled(page);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(over <= 0, `${lang}: ${over} px too wide`);
    }
    await page.context().close();
  });
}

test('ten boards share one page and one wasm', async () => {
  const page = await openPage(browser);
  const wasm = [];
  page.on('request', (request) => request.url().endsWith('.wasm') && wasm.push(request.url()));
  await page.goto(`${demo.url}/ten.html`);
  await settled(page);
  assert.equal(wasm.length, 1);
  const drawn = await page.evaluate(() => [...document.querySelectorAll('pledge-board')].map((board) => !board.shadowRoot.querySelector('[role=alert]')));
  assert.deepEqual(drawn, Array(10).fill(true));
  assert.deepEqual(await page.evaluate(unmarked, 'pledge-board'), []);
  assert.deepEqual(await faults(page), []);
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test('a board that leaves the page frees what it holds, and draws again when it returns', async () => {
  const page = await openPage(browser);
  await page.goto(demo.url);
  await settled(page);
  const counts = await page.evaluate(async () => {
    const { Board } = await import('/pkg/board.js');
    const free = Board.prototype.free;
    let freed = 0;
    Board.prototype.free = function () {
      freed += 1;
      free.call(this);
    };
    const board = document.querySelector('pledge-board');
    const { parentNode } = board;
    board.remove();
    const afterRemoval = freed;
    const drawn = new Promise((resolve) => board.addEventListener('pledge-board-draw', resolve, { once: true }));
    parentNode.append(board);
    await drawn;
    return { afterRemoval, back: board.shadowRoot.querySelectorAll('svg').length > 0, total: freed };
  });
  assert.deepEqual(counts, { afterRemoval: 1, back: true, total: 1 });
  await page.context().close();
});

test('an exception inside a drawing fails that drawing alone', async () => {
  const page = await openPage(browser);
  await page.goto(`${demo.url}/ten.html`);
  await settled(page);
  const { broken, others } = await page.evaluate(async () => {
    const [first, ...rest] = document.querySelectorAll('pledge-board');
    const turn = (board, attribute, value) =>
      new Promise((resolve) => {
        board.addEventListener('pledge-board-draw', ({ detail }) => resolve(detail.ok), { once: true });
        board.setAttribute(attribute, value);
      });
    const real = document.createElementNS;
    // It passes through the wasm on its way out, as a trap does.
    document.createElementNS = () => {
      throw new RangeError('told to');
    };
    const broken = await turn(first, 'theme', 'dark');
    document.createElementNS = real;
    const others = [];
    for (const board of [first, ...rest]) others.push(await turn(board, 'theme', 'light'));
    return { broken, others };
  });
  assert.equal(broken, false);
  assert.deepEqual(others, Array(10).fill(true));
  await page.context().close();
});

test('the theme follows the system while it is auto', async () => {
  const page = await openPage(browser, { colorScheme: 'light' });
  await page.goto(demo.url);
  await settled(page);
  const theme = () => page.evaluate(() => document.querySelector('pledge-board').shadowRoot.querySelector('.board').dataset.theme);
  assert.equal(await theme(), 'light');
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.waitForFunction(() => document.querySelector('pledge-board').shadowRoot.querySelector('.board').dataset.theme === 'dark');
  // Paper is white, whatever the screen is.
  await page.emulateMedia({ colorScheme: 'dark', media: 'print' });
  await page.waitForFunction(() => document.querySelector('pledge-board').shadowRoot.querySelector('.board').dataset.theme === 'light');
  await page.context().close();
});

test('the as-of date changes what is known', async () => {
  const page = await openPage(browser);
  await page.goto(`${demo.url}/?programme=sample-2025&view=table&lang=en`);
  await settled(page);
  const now = await boardText(page);
  await page.goto(`${demo.url}/?programme=sample-2025&view=table&lang=en&as-of=2025-01-20`);
  await settled(page);
  const then = await boardText(page);
  assert.notEqual(now, then);
  assert.match(then, /20\sJan\s2025/);
  await page.context().close();
});
