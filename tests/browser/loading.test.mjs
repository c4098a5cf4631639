/**
 * When the element loads, how often, and what it does when that fails: nothing before it is near, one request for all,
 * and never a board lost to an answer that did not come.
 */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import { boardText, EMBED, openBrowser, openPage, redraw, ROOT, serve, settled } from './harness.mjs';

let browser;
let site;

const programme = fs.readFileSync(path.join(ROOT, 'www/programmes/sample-2025.json'), 'utf8');
/** The same programme before its last report was published. */
const older = (() => {
  const document = JSON.parse(programme);
  for (const { commitments } of document.projects) {
    for (const one of commitments) one.reports = [];
  }
  return JSON.stringify(document);
})();

before(async () => {
  browser = await openBrowser();
  site = await serve({ folders: { '/embed/': EMBED } });
  site.answers['/style.css'] = { type: 'text/css', body: 'html{overflow-y:scroll}.far{height:6000px}' };
});
beforeEach(() => {
  site.answers['/good.json'] = { body: programme };
  site.asked.length = 0;
});
after(async () => {
  await browser?.close();
  await site?.close();
});

async function open(body, options) {
  site.answers['/page.html'] = {
    type: 'text/html; charset=utf-8',
    body: `<!doctype html><html lang="en"><meta charset="utf-8"><title>x</title><link rel="stylesheet" href="/style.css"><script src="/embed/pledgeboard.js" defer></script>${body}`,
  };
  const page = await openPage(browser, options);
  await page.goto(`${site.url}/page.html`);
  await page.waitForFunction(() => customElements.get('pledge-board'));
  return page;
}

const asked = (address) => site.asked.filter((one) => one === address).length;
const say = (page) => page.evaluate(() => document.querySelector('pledge-board').shadowRoot.querySelector('[role=alert]')?.textContent ?? null);
const drawn = (page) => page.evaluate(() => document.querySelector('pledge-board').shadowRoot.querySelector('svg') !== null);
const retry = (page) => page.locator('pledge-board [data-action=retry]').first().click();

test('what is written into the page is shown, though it be older', async () => {
  site.answers['/inline.html'] = {
    type: 'text/html; charset=utf-8',
    // Where trusted types are required no script may change what a script element holds.
    lax: true,
    body: `<!doctype html><title>x</title><script src="/embed/pledgeboard.js" defer></script><pledge-board><script type="application/json">${programme}</script></pledge-board>`,
  };
  const page = await openPage(browser);
  await page.goto(`${site.url}/inline.html`);
  await settled(page);
  const before = await boardText(page);
  await page.evaluate((text) => { document.querySelector('pledge-board script').textContent = text; }, older);
  await page.waitForFunction((before) => document.querySelector('pledge-board').shadowRoot.querySelector('.board').innerText !== before, before);
  assert.equal(await page.locator('pledge-board .notice').count(), 0);
  await page.context().close();
});

test('nothing is loaded before a board is near the window', async () => {
  const page = await open('<div class="far"></div><pledge-board src="/good.json"></pledge-board>');
  await page.waitForTimeout(500);
  assert.deepEqual([asked('/good.json'), asked('/embed/pledgeboard.wasm')], [0, 0]);
  await page.evaluate(() => scrollTo(0, 5000));
  await settled(page);
  assert.deepEqual([asked('/good.json'), asked('/embed/pledgeboard.wasm')], [1, 1]);
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test('a page that is printed has all its boards', async () => {
  const page = await open('<div class="far"></div><pledge-board src="/good.json"></pledge-board>');
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await settled(page);
  assert.ok(await drawn(page));
  await page.context().close();
});

test('all boards of a page share one request for each source, and one program', async () => {
  const page = await open('<pledge-board src="/good.json"></pledge-board>'.repeat(6) + '<pledge-board src="good.json" view="projects"></pledge-board>');
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await settled(page);
  assert.deepEqual([asked('/good.json'), asked('/embed/pledgeboard.wasm')], [1, 1]);
  await page.context().close();
});

test('after a failure it can be tried again, by its button and by the same address', async () => {
  for (const again of ['button', 'address']) {
    site.answers['/good.json'] = { status: 503, type: 'text/plain', body: 'busy' };
    const page = await open('<pledge-board src="/good.json"></pledge-board>');
    await settled(page);
    assert.match(await say(page), /503[^]*Try again/);
    site.answers['/good.json'] = { body: programme };
    if (again === 'button') await retry(page);
    else await page.evaluate(() => { document.querySelector('pledge-board').src = '/good.json'; });
    await page.waitForFunction(() => document.querySelector('pledge-board').shadowRoot.querySelector('svg'));
    assert.equal(await say(page), null);
    await page.context().close();
  }
});

test('a program that did not load is tried again', async () => {
  let refused = 0;
  const page = await openPage(browser);
  await page.route('**/*.wasm', (route) => (refused++ === 0 ? route.abort() : route.continue()));
  await open('<pledge-board src="/good.json"><p>fallback</p></pledge-board>').then((other) => other.context().close());
  await page.goto(`${site.url}/page.html`);
  await settled(page);
  assert.match(await say(page), /pledgeboard\.wasm/);
  await retry(page);
  await page.waitForFunction(() => document.querySelector('pledge-board').shadowRoot.querySelector('svg'));
  await page.context().close();
});

test('a reload that fails, or brings older data, leaves the newer board and says both dates', async () => {
  const page = await open('<pledge-board src="/good.json"></pledge-board>');
  await settled(page);
  const before = await boardText(page);
  const reload = async (answer) => {
    site.answers['/good.json'] = answer;
    await page.evaluate(() => document.querySelector('pledge-board').reload());
  };
  await reload({ status: 404, type: 'text/plain', body: 'gone' });
  await page.waitForFunction(() => document.querySelector('pledge-board').shadowRoot.querySelector('.notice'));
  assert.match(await say(page), /published on 2025-10-11[^]*404/);
  assert.ok((await boardText(page)).startsWith(before.slice(0, 200)));

  await reload({ body: older });
  await page.waitForFunction(() => /older/.test(document.querySelector('pledge-board').shadowRoot.querySelector('.notice')?.textContent));
  assert.match(await say(page), /published on 2025-09-05[^]*published on 2025-10-11/);
  assert.ok(await drawn(page));
  // What is said stays through a drawing, and goes with the next good answer.
  await redraw(page, { theme: 'dark' });
  assert.match(await say(page), /2025-09-05/);
  await reload({ body: programme });
  await page.waitForFunction(() => !document.querySelector('pledge-board').shadowRoot.querySelector('.notice'));
  assert.ok(await drawn(page));
  await page.context().close();
});

test('data on another site have words of their own', async () => {
  const page = await open('<pledge-board src="http://127.0.0.1:9/x.json"></pledge-board>');
  await settled(page);
  assert.match(await say(page), /another site[^]*CORS/);
  await page.context().close();
});

test('a view that there is not is named, and the overview shown', async () => {
  const page = await open('<pledge-board src="/good.json" view="pie"></pledge-board>');
  await settled(page);
  assert.match(await say(page), /“pie”[^]*projects/);
  assert.ok(await drawn(page));
  await redraw(page, { view: 'projects' });
  assert.equal(await say(page), null);
  await page.context().close();
});

test('a slow answer is said to be slow', async () => {
  site.answers['/good.json'] = { body: programme, delay: 9500 };
  const page = await open('<pledge-board src="/good.json"></pledge-board>');
  await page.waitForFunction(() => /slow/.test(document.querySelector('pledge-board').shadowRoot.textContent), null, { timeout: 9400 });
  await page.waitForFunction(() => document.querySelector('pledge-board').shadowRoot.querySelector('svg'));
  assert.equal(await say(page), null);
  await page.context().close();
});

test('a relative address is that of the page, base and all', async () => {
  site.answers['/deep/good.json'] = { body: programme };
  const page = await open('<base href="/deep/"><pledge-board src="good.json"></pledge-board>');
  await settled(page);
  assert.deepEqual([asked('/deep/good.json'), asked('/good.json')], [1, 0]);
  await page.context().close();
});

test('a hundred boards: one traps, one has no data, the others do not notice, and both recover', async () => {
  site.answers['/missing.json'] = { status: 404, type: 'text/plain', body: 'no' };
  const boards = Array.from({ length: 100 }, (_, index) => `<pledge-board id="b${index}" view="projects" src="/${index === 50 ? 'missing' : 'good'}.json"></pledge-board>`);
  site.answers['/page.html'] = {
    type: 'text/html; charset=utf-8',
    body: `<!doctype html><html lang="en"><meta charset="utf-8"><title>x</title><link rel="stylesheet" href="/style.css"><script src="/embed/pledgeboard.js" defer></script>${boards.join('')}`,
  };
  const page = await openPage(browser);
  // An export of the module that fails for real at its 37th call; the product knows nothing of it.
  await page.addInitScript(() => {
    let calls = 0;
    const trapping = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 116, 0, 0, 10, 5, 1, 3, 0, 0, 11]);
    const trap = () => new WebAssembly.Instance(new WebAssembly.Module(trapping)).exports.t();
    const wrap = (result) => {
      const { module, instance } = result;
      const exports = { ...instance.exports };
      const draw = exports.board_draw;
      exports.board_draw = (...given) => {
        calls += 1;
        if (calls === 37) trap();
        return draw(...given);
      };
      return { module, instance: Object.create(WebAssembly.Instance.prototype, { exports: { value: exports } }) };
    };
    for (const name of ['instantiate', 'instantiateStreaming']) {
      const real = WebAssembly[name];
      WebAssembly[name] = async (...given) => {
        const result = await real.apply(WebAssembly, given);
        return result instanceof WebAssembly.Instance ? result : wrap(result);
      };
    }
  });
  await page.goto(`${site.url}/page.html`);
  await page.evaluate(async () => {
    for (let y = 0; y < document.body.scrollHeight; y += 600) {
      scrollTo(0, y);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  });
  await settled(page);
  const state = () => page.evaluate(() => [...document.querySelectorAll('pledge-board')].map(({ shadowRoot }) => (shadowRoot.querySelector('svg') ? 'drawn' : shadowRoot.querySelector('[role=alert]')?.textContent ?? 'nothing')));
  const broken = (await state()).filter((one) => one !== 'drawn');
  assert.equal(broken.length, 2, JSON.stringify(broken));
  assert.ok(broken.some((one) => /404/.test(one)) && broken.some((one) => /internal error/.test(one)), JSON.stringify(broken));
  site.answers['/missing.json'] = { body: programme };
  await page.evaluate(() => {
    for (const { shadowRoot } of document.querySelectorAll('pledge-board')) shadowRoot.querySelector('[data-action=retry]')?.click();
  });
  await page.waitForFunction(() => [...document.querySelectorAll('pledge-board')].every(({ shadowRoot }) => shadowRoot.querySelector('svg')));
  assert.deepEqual((await state()).filter((one) => one !== 'drawn'), []);
  await page.context().close();
});
