/**
 * Static boards (`renderHtml`): complete without script, and taken over by the element without a jump.
 */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { init, renderHtml } from '../../dist/npm/index.js';
import { boardText, EMBED, openBrowser, openPage, ROOT, serve, settled } from './harness.mjs';

let browser;
let site;

const read = (name) => fs.readFileSync(path.join(ROOT, 'www/programmes', name), 'utf8');
const PROGRAMME = read('zhonglou-2025.json');
const WIDTHS = [320, 360, 500, 768, 900, 1200];

before(async () => {
  await init();
  browser = await openBrowser();
  site = await serve({ answers: { '/data.json': { body: PROGRAMME } }, folders: { '/embed/': EMBED } });
  site.answers['/page.css'] = { type: 'text/css', body: 'body{margin:0}' };
});
after(async () => {
  await browser?.close();
  await site?.close();
});

/** A page with text above and below a static board. */
function page(options, { script = true, source = PROGRAMME, head = '' } = {}) {
  const board = renderHtml(source, { view: 'projects', src: '/data.json', href: '/embed/pledgeboard.css', ...options });
  const loaded = script ? '<script src="/embed/pledgeboard.js" defer></script>' : '';
  return {
    type: 'text/html; charset=utf-8',
    body: `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width">${head}<title>x</title>
<link rel="stylesheet" href="/page.css">${loaded}<p id="above">上文</p>${board}<p id="below">下文</p>`,
  };
}

async function open(answer, width = 1000, options = {}) {
  site.answers['/page.html'] = answer;
  const opened = await openPage(browser, { viewport: { width, height: 900 }, ...options });
  await opened.addInitScript(() => {
    globalThis.shifts = [];
    new PerformanceObserver((list) => {
      for (const { value } of list.getEntries()) globalThis.shifts.push(value);
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await opened.goto(`${site.url}/page.html`);
  return opened;
}

/** What a reader sees of the light tree. */
const look = (opened) =>
  opened.evaluate(() => {
    const drawings = [...document.querySelectorAll('.pledge-still svg')];
    const visible = drawings.filter((svg) => svg.getBoundingClientRect().height > 0);
    return {
      drawings: visible.length,
      width: Math.round(visible[0]?.getBoundingClientRect().width ?? 0),
      below: Math.round(document.querySelector('#below').getBoundingClientRect().top),
      text: document.querySelector('.pledge-still').innerText,
      overflow: document.documentElement.scrollWidth - innerWidth,
    };
  });

for (const css of ['link', 'inline', 'none']) {
  test(`without script a board is whole (${css})`, async () => {
    const lax = css === 'inline';
    for (const width of WIDTHS) {
      const opened = await open({ ...page({ css }, { script: false }), lax }, width, { javaScriptEnabled: true });
      const { drawings, text, overflow, width: drawn } = await look(opened);
      assert.equal(drawings, 1, `${width}`);
      assert.ok(overflow <= 0 || css === 'none', `${overflow} px too wide at ${width}`);
      assert.ok(drawn > 300);
      for (const words of ['73项承诺', '“常有安居”工程', '全部数据', '截至2025年1月6日', '来源']) assert.ok(text.includes(words), words);
      assert.deepEqual(opened.complaints, []);
      await opened.context().close();
    }
  });
}

test('every figure is in its table', async () => {
  const opened = await open(page({}, { script: false }));
  await opened.locator('.pledge-still > details > summary').click();
  await opened.locator('td summary').first().click();
  assert.match(await opened.locator('td p').first().innerText(), /目标/);
  assert.equal(await opened.locator('.pledge-still tbody tr:not(.project)').count(), 73);
  assert.match(await opened.locator('.pledge-still table').innerText(), /既有住宅加装电梯/);
  await opened.context().close();
});

for (const width of WIDTHS) {
  test(`the element takes it over without a jump at ${width} px`, async () => {
    const bare = await open(page({}, { script: false }), width);
    const { below } = await look(bare);
    await bare.context().close();
    site.asked.length = 0;
    const opened = await open(page({}), width);
    const drawn = opened.waitForFunction(() => document.querySelector('pledge-board').shadowRoot?.querySelector('.board')?.dataset.theme);
    await drawn;
    await opened.waitForTimeout(200);
    const after = await look(opened);
    assert.deepEqual([after.drawings, after.below], [1, below]);
    assert.deepEqual(await opened.evaluate(() => globalThis.shifts), []);
    // The drawing stands: nobody had to load the program for it.
    assert.ok(!site.asked.includes('/embed/pledgeboard.wasm'));
    assert.deepEqual(opened.complaints, []);
    await opened.context().close();
  });
}

test('it draws anew when the width changes, and when it is told to', async () => {
  for (const change of ['width', 'view', 'theme']) {
    const opened = await open(page({}));
    await opened.waitForFunction(() => document.querySelector('pledge-board').shadowRoot?.querySelector('.board')?.dataset.theme);
    if (change === 'width') await opened.setViewportSize({ width: 700, height: 900 });
    else await opened.evaluate((change) => document.querySelector('pledge-board').setAttribute(change, change === 'view' ? 'overview' : 'dark'), change);
    await settled(opened);
    const { drawings } = await look(opened);
    assert.equal(drawings, 0, 'the static board stands aside');
    assert.match(await boardText(opened), /73项承诺/);
    await opened.context().close();
  }
});

test('other data than the page holds are drawn; older ones are not', async () => {
  const newer = JSON.parse(PROGRAMME);
  newer.projects[0].commitments[0].reports = [{ date: '2025-06-30', value: '1', published_on: '2025-07-10' }];
  site.answers['/data.json'] = { body: JSON.stringify(newer) };
  const opened = await open(page({}));
  await settled(opened);
  assert.match(await boardText(opened), /截至2025年7月10日/);
  await opened.context().close();

  site.answers['/data.json'] = { body: PROGRAMME };
  const kept = await open(page({}, { source: JSON.stringify(newer) }));
  await settled(kept);
  assert.match(await kept.evaluate(() => document.querySelector('pledge-board').shadowRoot.querySelector('[role=alert]').textContent), /2025-01-06[^]*2025-07-10/);
  assert.equal((await look(kept)).drawings, 1);
  await kept.context().close();
});

test('a source that fails leaves the static board, with its date and a retry', async () => {
  site.answers['/data.json'] = { status: 500, type: 'text/plain', body: 'no' };
  const opened = await open(page({}));
  await settled(opened);
  const said = await opened.evaluate(() => document.querySelector('pledge-board').shadowRoot.querySelector('[role=alert]').textContent);
  assert.match(said, /2025-01-06[^]*500[^]*重试/);
  assert.equal((await look(opened)).drawings, 1);
  site.answers['/data.json'] = { body: PROGRAMME };
  await opened.locator('pledge-board [data-action=retry]').click();
  await opened.waitForFunction(() => !document.querySelector('pledge-board').shadowRoot.querySelector('[role=alert]'));
  assert.equal((await look(opened)).drawings, 1);
  await opened.context().close();
});

test('where wasm is not allowed the static board stays, and the element says why', async () => {
  const newer = PROGRAMME.replace('"title"', '"title" ');
  const head = '<meta http-equiv="content-security-policy" content="script-src \'self\'">';
  const opened = await open({ ...page({}, { source: newer, head }), lax: true });
  await settled(opened);
  assert.match(await opened.evaluate(() => document.querySelector('pledge-board').shadowRoot.querySelector('[role=alert]').textContent), /wasm-unsafe-eval/);
  assert.equal((await look(opened)).drawings, 1);
  await opened.context().close();
});

test('a board with its data inside needs nothing else', async () => {
  const hostile = PROGRAMME.replace('"title": "', '"title": "</script><script>alert(1)</script>');
  const opened = await open(page({ src: undefined }, { source: hostile }));
  await opened.waitForFunction(() => document.querySelector('pledge-board').shadowRoot?.querySelector('.board')?.dataset.theme);
  assert.equal((await look(opened)).drawings, 1);
  // The text in the page is not the text it was made of, byte by byte, but it says the same.
  await opened.evaluate(() => document.querySelector('pledge-board').setAttribute('view', 'overview'));
  await settled(opened);
  assert.match(await boardText(opened), /<\/script><script>alert\(1\)/);
  assert.deepEqual(opened.complaints, []);
  await opened.context().close();
});
