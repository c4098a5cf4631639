/**
 * The page for frames and the page that writes its snippets, in pages of another origin.
 */
import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import { openBrowser, openPage, ROOT, serve, settled } from './harness.mjs';

let browser;
/** Where the boards are, and where an article is: two origins. */
let boards;
let host;

before(async () => {
  browser = await openBrowser();
  boards = await serve({ folders: { '/': path.join(ROOT, 'dist/iframe'), '/programmes/': path.join(ROOT, 'www/programmes') } });
  host = await serve({});
});
beforeEach(() => {
  boards.asked.length = 0;
});
after(async () => {
  await browser?.close();
  await boards?.close();
  await host?.close();
});

const shown = (frame) =>
  frame.evaluate(() => {
    const board = document.querySelector('pledge-board');
    return { text: board.shadowRoot.querySelector('.board').innerText, theme: board.shadowRoot.querySelector('.board').dataset.theme, svg: board.shadowRoot.querySelectorAll('svg').length };
  });

/** Complaints but those of the harness, whose own report forbids every frame. */
const serious = (page) => page.complaints.filter((one) => !/frame-src|report-only/.test(one));

test('the address says which board it is', async () => {
  const page = await openPage(browser);
  await page.goto(`${boards.url}/board.html?src=programmes/sample-2025.json&view=table&locale=en&theme=dark&as-of=2025-05-01`);
  await settled(page);
  const { text, theme } = await shown(page);
  assert.match(text, /As of 1.May.2025/);
  assert.equal(theme, 'dark');
  assert.deepEqual(boards.asked.filter((address) => address.endsWith('.json')), ['/programmes/sample-2025.json']);
  assert.deepEqual(boards.asked.filter((address) => address.endsWith('.js')), ['/board.js', '/pledgeboard.js']);
  assert.deepEqual(page.complaints.filter((one) => !/preload/.test(one)), []);
  await page.context().close();
});

test('data and program start together, each once', async () => {
  const page = await openPage(browser);
  await page.goto(`${boards.url}/board.html?src=zhonglou-2024.json&view=projects`);
  await settled(page);
  for (const name of ['/zhonglou-2024.json', '/pledgeboard.wasm', '/pledgeboard.js']) {
    assert.equal(boards.asked.filter((address) => address === name).length, 1, name);
  }
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

for (const src of ['javascript:parent.hacked=1', 'data:application/json,{}', 'blob:x', 'file:///etc/passwd', 'JavaScript:alert(1)', 'http://[', '']) {
  test(`an address that is not of the web is not asked: ${src}`, async () => {
    const page = await openPage(browser);
    await page.goto(`${boards.url}/board.html?locale=en&src=${encodeURIComponent(src)}`);
    await settled(page);
    assert.match((await shown(page)).text, /No data yet/);
    assert.equal(await page.evaluate(() => globalThis.hacked), undefined);
    assert.deepEqual(boards.asked.filter((address) => !/^\/(board\.|pledgeboard\.|favicon)/.test(address)), []);
    await page.context().close();
  });
}

test('parameters are text, whatever they hold', async () => {
  const page = await openPage(browser);
  const evil = '"><script>hacked=1</script><img src=x onerror=hacked=1>';
  await page.goto(`${boards.url}/board.html?${new URLSearchParams({ src: `programmes/${evil}`, view: evil, locale: evil, theme: evil, 'as-of': evil })}`);
  await settled(page);
  assert.equal(await page.evaluate(() => globalThis.hacked), undefined);
  assert.deepEqual(await page.evaluate(() => [...document.querySelectorAll('body *')].map(({ localName }) => localName)), ['pledge-board']);
  await page.context().close();
});

/** Lets the page of the snippets measure what is asked for, and gives both snippets. */
async function snippets(fields, options) {
  const page = await openPage(browser, { viewport: { width: 1200, height: 900 }, ...options });
  await page.goto(`${boards.url}/index.html`);
  for (const [name, value] of Object.entries(fields)) {
    const field = page.locator(`[name="${name}"]`);
    if (['view', 'locale', 'theme'].includes(name)) await field.selectOption(value);
    else {
      await field.fill(value);
      await field.blur();
    }
  }
  for (const frame of page.frames().slice(1)) await settled(frame);
  await page.waitForFunction(() => document.querySelector('#fixed').value !== '', null, { timeout: 8000 });
  // What is drawn is told a frame later.
  await page.waitForTimeout(200);
  const found = {
    fixed: await page.locator('#fixed').inputValue(),
    automatic: await page.locator('#automatic').inputValue(),
    heights: await page.locator('#heights').textContent(),
  };
  // Each choice sends the frames elsewhere, whatever they are loading.
  assert.deepEqual(serious(page).filter((text) => !text.startsWith('error: Fetch API cannot load')), []);
  await page.context().close();
  return found;
}

/** An article of another site with that inside, in a column so wide. */
async function article(snippet, width, options = {}) {
  host.answers['/page.html'] = {
    type: 'text/html; charset=utf-8',
    body: `<!doctype html><meta charset="utf-8"><title>x</title><link rel="stylesheet" href="/page.css"><main>${snippet}</main>`,
    ...options,
  };
  host.answers['/page.css'] = { type: 'text/css', body: `main{width:${width}px}` };
  const page = await openPage(browser);
  await page.goto(`${host.url}/page.html`);
  const board = () => page.frames()[1].evaluate(() => {
    const { width, height } = document.querySelector('pledge-board').getBoundingClientRect();
    return { width, height: Math.ceil(height), room: innerHeight };
  });
  await page.frames()[1].waitForFunction(() => document.querySelector('pledge-board')?.shadowRoot?.querySelector('svg, table'));
  await page.waitForTimeout(100);
  return { page, board };
}

for (const view of ['projects', 'commitments', 'table']) {
  test(`the fixed height of ${view} is enough in the column and on a phone, under a policy without inline script`, async () => {
    const { fixed, heights } = await snippets({ view, locale: 'en', theme: 'light', width: '640' });
    const [column, , phone] = heights.match(/\d+/g).map(Number);
    assert.equal(Number(/height="(\d+)"/.exec(fixed)[1]), Math.max(column, phone));
    assert.match(fixed, view === 'table' ? /title="Board"/ : /title="2024年钟楼区十项民生实事项目"/);
    assert.doesNotMatch(fixed, /<script|style=|allow-/);
    for (const [width, expected] of [[640, column], [360, phone]]) {
      const { page, board } = await article(fixed, width);
      const found = await board();
      assert.deepEqual([found.width, found.height], [width, expected]);
      assert.ok(found.height <= found.room, `${found.height} in ${found.room}`);
      assert.deepEqual(serious(page), []);
      await page.context().close();
    }
  });
}

test('what an editor writes into the form is text in the snippet', async () => {
  const { fixed } = await snippets({ src: 'zhonglou-2024.json?a="><script>1</script>&b=1', locale: 'zh-CN' });
  assert.doesNotMatch(fixed.replace(/^<iframe [^]*>\s*<\/iframe>$/, ''), /./);
  const page = await openPage(browser);
  host.answers['/page.html'] = { type: 'text/html; charset=utf-8', body: `<!doctype html><title>x</title>${fixed}` };
  await page.goto(`${host.url}/page.html`);
  assert.deepEqual(await page.evaluate(() => [document.querySelectorAll('script').length, new URL(document.querySelector('iframe').src).searchParams.get('src')]), [0, 'zhonglou-2024.json?a="><script>1</script>&b=1']);
  await page.context().close();
});

test('the automatic height follows the board, and listens to nobody else', async () => {
  const { automatic } = await snippets({ view: 'projects', locale: 'en' });
  assert.ok(automatic.split('\n').filter((line) => !/iframe|width=/.test(line)).length <= 20);
  // Another frame of the article, of the origin of the article itself, that would like to be heard.
  host.answers['/other.html'] = { type: 'text/html', body: '<!doctype html><title>x</title>' };
  const { page, board } = await article(`${automatic}<iframe src="/other.html" id="other" height="50"></iframe>`, 640, { lax: true });
  const frame = () => page.evaluate(() => Number(document.querySelector('iframe').height));
  const fits = async () => {
    await page.waitForFunction((wanted) => Number(document.querySelector('iframe').height) === wanted, (await board()).height);
  };
  await fits();
  const wide = await frame();
  // A narrower column, and back.
  host.answers['/page.css'].body = '';
  await page.evaluate(() => { document.querySelector('main').style.width = '340px'; });
  await page.waitForFunction((wide) => Number(document.querySelector('iframe').height) !== wide, wide);
  await page.waitForTimeout(300);
  await fits();
  await page.evaluate(() => { document.querySelector('main').style.width = ''; });
  await page.evaluate(() => { document.querySelector('main').style.width = '640px'; });
  await page.waitForFunction((wide) => Number(document.querySelector('iframe').height) === wide, wide);

  const [, own, other] = page.frames();
  const untouched = async (why) => {
    await page.waitForTimeout(100);
    assert.deepEqual([await frame(), await page.evaluate(() => document.querySelector('#other').height)], [wide, '50'], why);
  };
  await other.evaluate(() => parent.postMessage({ pledgeboard: 700 }, '*'));
  await untouched('a frame of another origin');
  await page.evaluate(() => postMessage({ pledgeboard: 700 }, '*'));
  await untouched('the article itself');
  for (const told of [99, 20001, -1, 1e9, 333.5, '700', [700], null, { pledgeboard: '700' }, { height: 700 }, 'x', { pledgeboard: { valueOf: 1 } }]) {
    await own.evaluate((told) => parent.postMessage(told?.constructor === Object || told === 'x' ? told : { pledgeboard: told }, '*'), told);
    await untouched(JSON.stringify(told));
  }
  await own.evaluate(() => parent.postMessage({ pledgeboard: 700 }, '*'));
  await page.waitForFunction(() => document.querySelector('iframe').height === '700');
  await page.context().close();
});

test('the page of the snippets speaks the language of its reader, and can be used by keyboard', async () => {
  for (const [locale, words] of [['en-GB', /Embed code/], ['zh-CN', /嵌入代码/]]) {
    const page = await openPage(browser, { locale });
    await page.goto(`${boards.url}/index.html`);
    await page.waitForFunction(() => document.querySelector('#fixed').value !== '', null, { timeout: 8000 });
    assert.match(await page.title(), words);
    assert.equal(await page.evaluate(() => [...document.querySelectorAll('[data-words], iframe')].every((one) => one.title || one.textContent.trim())), true);
    await page.locator('[data-copy=fixed]').focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelector('[data-copy=fixed] + [role=status]').textContent !== '');
    await page.context().close();
  }
});
