/**
 * Selecting a commitment (or a project) on a board: by pointer, by keyboard, by the page.
 */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { init, renderHtml } from '../../dist/npm/index.js';
import { EMBED, large, openBrowser, openPage, redraw, ROOT, serve, settled } from './harness.mjs';

const read = (name) => fs.readFileSync(path.join(ROOT, 'www/programmes', name), 'utf8');
const PROGRAMME = read('zhonglou-2024.json');
const { id: programme, projects } = JSON.parse(PROGRAMME);
const ALL = projects.flatMap(({ id: project, commitments }) => commitments.map(({ id: commitment }) => ({ programme, project, commitment })));
const axe = fs.readFileSync(path.join(ROOT, 'node_modules/axe-core/axe.min.js'), 'utf8');
const VIEWS = ['overview', 'projects', 'commitments', 'table'];

let browser;
let site;

before(async () => {
  await init();
  browser = await openBrowser();
  site = await serve({
    answers: { '/data.json': { body: PROGRAMME }, '/large.json': { body: large(600) } },
    folders: { '/embed/': EMBED, '/programmes/': path.join(ROOT, 'www/programmes') },
  });
});
after(async () => {
  await browser?.close();
  await site?.close();
});

/** A page with these boards in its body, whose events are noted in `said`. */
async function open(body, { ready = settled, ...options } = {}) {
  site.answers['/page.html'] = {
    type: 'text/html; charset=utf-8',
    body: `<!doctype html><html lang="en"><meta charset="utf-8"><title>select</title>
      <script src="/embed/pledgeboard.js" defer></script><main><h1>select</h1><a href="#before">before</a>${body}<a href="#after">after</a></main>`,
  };
  const page = await openPage(browser, options);
  await page.addInitScript(() => {
    globalThis.said = [];
    addEventListener('pledge-board-draw', () => { globalThis.drawn = true; });
    addEventListener('commitment-select', ({ detail, target }) => globalThis.said.push({ ...detail, from: target.localName }));
  });
  await page.goto(`${site.url}/page.html`);
  await ready(page);
  return page;
}

const board = (attributes) => `<pledge-board ${attributes}></pledge-board>`;
const said = (page) => page.evaluate(() => globalThis.said.splice(0));
const from = (detail) => ({ ...detail, from: 'pledge-board' });
const property = (page) => page.evaluate(() => document.querySelector('pledge-board').selected);

/** What is marked as selected, and what has the focus, by what it stands for. */
const state = (page) =>
  page.evaluate(() => {
    const { shadowRoot } = document.querySelector('pledge-board');
    const idOf = ({ dataset }) => dataset.commitment ?? dataset.project;
    const marked = shadowRoot.querySelectorAll('[aria-pressed=true], [aria-selected=true]');
    const { activeElement } = shadowRoot;
    return { selected: [...new Set([...marked].map(idOf))], focused: activeElement && idOf(activeElement) };
  });

/** The controls in their order. */
const controls = (page) =>
  page.evaluate(() =>
    [...document.querySelector('pledge-board').shadowRoot.querySelectorAll('[tabindex]')].map(({ dataset, tabIndex }) => ({
      id: dataset.commitment ?? dataset.project, tabIndex,
    })));

/** A control by what it stands for. */
const control = (page, id) => page.locator(`pledge-board [tabindex]:is([data-commitment="${id}"], [data-project="${id}"]:not([data-commitment]))`);

/** What axe finds wrong, a line each. */
async function faults(page) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => globalThis.axe.run());
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} ${target}: ${failureSummary}`));
}

for (const view of VIEWS) {
  test(`${view}: without \`selectable\` nothing can be selected`, async () => {
    const page = await open(board(`src="/data.json" view="${view}" selected="${ALL[0].commitment}"`));
    const found = await page.evaluate(() => {
      const { shadowRoot } = document.querySelector('pledge-board');
      return shadowRoot.querySelectorAll('[tabindex], [data-project], [data-commitment], [role=button], [role=grid], [aria-pressed], [aria-selected], .frame').length;
    });
    assert.equal(found, 0);
    await page.locator('pledge-board').click({ position: { x: 100, y: 500 } });
    assert.deepEqual(await said(page), []);
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });

  test(`${view}: everything is one control, and one stop of the keyboard`, async () => {
    const page = await open(board(`src="/data.json" view="${view}" selectable`));
    const all = await controls(page);
    const wanted = view === 'projects' ? projects.map(({ id }) => id) : ALL.map(({ commitment }) => commitment);
    assert.deepEqual(all.map(({ id }) => id).sort(), wanted.sort());
    assert.equal(all.filter(({ tabIndex }) => tabIndex === 0).length, 1);
    await page.locator('a[href="#before"]').focus();
    await page.keyboard.press('Tab');
    assert.equal((await state(page)).focused, all.find(({ tabIndex }) => tabIndex === 0).id);
    // In the table the words of a status are stops of their own.
    if (view !== 'table') {
      await page.keyboard.press('Tab');
      assert.equal((await state(page)).focused, undefined);
    }
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });

  test(`${view}: by pointer`, async () => {
    const page = await open(board(`src="/data.json" view="${view}" selectable`));
    const all = await controls(page);
    const { id } = all[4];
    const detail = view === 'projects' ? { programme, project: id, commitment: null } : ALL.find(({ commitment }) => commitment === id);
    await control(page, id).click();
    assert.deepEqual(await said(page), [from(detail)]);
    assert.equal(await property(page), id);
    assert.deepEqual((await state(page)).selected, [id]);
    // Once more gives it up.
    await control(page, id).click();
    assert.deepEqual(await said(page), [from({ programme, project: null, commitment: null })]);
    assert.equal(await property(page), null);
    assert.deepEqual((await state(page)).selected, []);
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });

  test(`${view}: by keyboard`, async () => {
    const page = await open(board(`src="/data.json" view="${view}" selectable`));
    const ids = (await controls(page)).map(({ id }) => id);
    const last = ids.length - 1;
    await page.evaluate(() => document.querySelector('pledge-board').shadowRoot.querySelector('[tabindex="0"]').focus());
    for (const [key, at] of [
      ['Home', 0], ['ArrowUp', 0], ['ArrowDown', 1], ['ArrowRight', 2], ['ArrowLeft', 1], ['ArrowUp', 0], ['End', last], ['ArrowRight', last],
    ]) {
      await page.keyboard.press(key);
      assert.equal((await state(page)).focused, ids[at], key);
    }
    assert.deepEqual(await said(page), [], 'moving selects nothing');
    await page.keyboard.press('Enter');
    assert.equal(await property(page), ids[last]);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press(' ');
    assert.equal(await property(page), ids[last - 1]);
    assert.deepEqual((await state(page)).selected, [ids[last - 1]]);
    await page.keyboard.press(' ');
    assert.equal(await property(page), null);
    assert.deepEqual((await said(page)).map(({ project, commitment }) => commitment ?? project), [ids[last], ids[last - 1], null]);
    // Who leaves and comes back is where they were.
    await page.keyboard.press('Shift+Tab');
    // Of the table to the words of a status above.
    assert.ok(!(await state(page)).focused);
    await page.keyboard.press('Tab');
    assert.equal((await state(page)).focused, ids[last - 1]);
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });

  test(`${view}: axe finds nothing, and what is selected is seen`, async () => {
    const page = await open(board(`src="/data.json" view="${view}" selectable`));
    const { id } = (await controls(page))[2];
    const look = () => control(page, id).screenshot();
    const plain = await look();
    await page.evaluate((id) => { document.querySelector('pledge-board').selected = id; }, id);
    assert.notDeepEqual(await look(), plain);
    assert.deepEqual(await faults(page), []);
    await redraw(page, { theme: 'dark' });
    assert.deepEqual(await faults(page), []);
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });
}

test('a target is at least 24 by 24 pixels', async () => {
  for (const width of [360, 1200]) {
    const page = await open(board('src="/data.json" selectable'), { viewport: { width, height: 800 } });
    for (const view of VIEWS) {
      await redraw(page, { view });
      const small = await page.evaluate(() =>
        [...document.querySelector('pledge-board').shadowRoot.querySelectorAll('[tabindex]')]
          .map((mark) => (mark.querySelector('.frame') ?? mark).getBoundingClientRect())
          .filter(({ width, height }) => width < 24 || height < 24).length);
      assert.equal(small, 0, `${view} ${width}`);
    }
    await page.context().close();
  }
});

test('between words and bars a row is hit, too', async () => {
  const page = await open(board('src="/data.json" view="commitments" selectable'));
  const { commitment } = ALL[1];
  const box = await control(page, commitment).locator('.frame').boundingBox();
  // The lower left corner: nothing is drawn there.
  await page.mouse.click(box.x + 2, box.y + box.height - 3);
  assert.equal(await property(page), commitment);
  await page.context().close();
});

test('a tile of the overview stands for what is named beneath it', async () => {
  const page = await open(board('src="/data.json" selectable'));
  const twin = page.locator('pledge-board [data-commitment][aria-hidden]').first();
  const id = await twin.getAttribute('data-commitment');
  await twin.click();
  assert.equal(await property(page), id);
  assert.deepEqual((await state(page)).selected, [id]);
  assert.equal(await page.locator(`pledge-board [data-commitment="${id}"][aria-pressed=true]`).count(), 2);
  await page.context().close();
});

test('selecting text, a second click and the words of a status select nothing', async () => {
  const page = await open(board('src="/data.json" view="table" selectable'));
  const row = page.locator('pledge-board tr[data-commitment]').first();
  const title = await row.locator('th').boundingBox();
  await page.mouse.move(title.x + 2, title.y + 12);
  await page.mouse.down();
  await page.mouse.move(title.x + 60, title.y + 12, { steps: 4 });
  await page.mouse.up();
  assert.deepEqual(await said(page), []);
  assert.notEqual(await page.evaluate(() => String(getSelection())), '');
  await row.locator('summary').click();
  assert.deepEqual(await said(page), []);
  assert.ok(await row.locator('details').evaluate(({ open }) => open));
  await page.mouse.click(title.x + title.width - 3, title.y + 3, { clickCount: 2 });
  assert.equal((await said(page)).length, 1);
  await page.context().close();
});

test('a page sets what is selected, and nothing is sent', async () => {
  const page = await open(board('src="/data.json" view="commitments" selectable'));
  const { commitment } = ALL[3];
  const select = (value) => page.evaluate((value) => { document.querySelector('pledge-board').selected = value; }, value);
  await select(commitment);
  assert.deepEqual(await state(page), { selected: [commitment], focused: null });
  assert.equal(await page.locator('pledge-board').getAttribute('selected'), commitment);
  assert.equal((await controls(page)).find(({ tabIndex }) => tabIndex === 0).id, commitment, 'the keyboard comes in there');
  await select('no-such-id');
  assert.deepEqual((await state(page)).selected, []);
  assert.equal(await property(page), 'no-such-id');
  assert.equal((await controls(page)).filter(({ tabIndex }) => tabIndex === 0).length, 1);
  await select(null);
  assert.equal(await page.locator('pledge-board').getAttribute('selected'), null);
  assert.deepEqual(await said(page), []);
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test('selection and focus outlive what is drawn anew', async () => {
  const page = await open(board('src="/data.json" view="commitments" selectable'));
  const { commitment } = ALL[5];
  await control(page, commitment).focus();
  await page.keyboard.press('Enter');
  const wanted = { selected: [commitment], focused: commitment };
  for (const change of [{ theme: 'dark' }, { locale: 'zh-CN' }, { view: 'table' }, { view: 'overview' }, { view: 'commitments' }, { 'as-of': '2025-01-06' }]) {
    await redraw(page, change);
    assert.deepEqual(await state(page), wanted, JSON.stringify(change));
  }
  await page.evaluate(() => new Promise((resolve) => {
    document.querySelector('pledge-board').addEventListener('pledge-board-draw', resolve, { once: true });
    document.querySelector('main').style.width = '400px';
  }));
  assert.deepEqual(await state(page), wanted);
  // A whole project stands for none of its commitments.
  await redraw(page, { view: 'projects' });
  assert.deepEqual((await state(page)).selected, []);
  await redraw(page, { view: 'commitments', selectable: null });
  assert.deepEqual(await controls(page), []);
  assert.equal(await property(page), commitment);
  assert.deepEqual((await said(page)).length, 1);
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test('the event crosses shadow roots and cannot be cancelled', async () => {
  const page = await open('<div id="host"></div>' + board('src="/data.json" view="commitments" selectable'));
  const found = await page.evaluate(async () => {
    const root = document.querySelector('#host').attachShadow({ mode: 'open' });
    root.append(document.querySelector('pledge-board'));
    const inner = root.querySelector('pledge-board');
    await new Promise((resolve) => inner.addEventListener('pledge-board-draw', resolve, { once: true }));
    return new Promise((resolve) => {
      document.addEventListener('commitment-select', (event) => resolve({
        bubbles: event.bubbles, composed: event.composed, cancelable: event.cancelable, inner: event.composedPath()[0] === inner,
      }));
      inner.shadowRoot.querySelector('[data-commitment]').dispatchEvent(new MouseEvent('click', { bubbles: true }));
    });
  });
  assert.deepEqual(found, { bubbles: true, composed: true, cancelable: false, inner: true });
  await page.context().close();
});

test('a large board: what comes later can be selected, and stays selected', async () => {
  for (const view of ['commitments', 'table']) {
    const page = await open(board(`src="/large.json" view="${view}" selectable selected="c555"`));
    await page.waitForFunction(() => document.querySelector('pledge-board').shadowRoot.querySelector('.quiet'), null, { timeout: 60_000 });
    assert.deepEqual((await state(page)).selected, ['c555']);
    const all = await controls(page);
    assert.equal(all.length, 600);
    assert.equal(all.filter(({ tabIndex }) => tabIndex === 0).length, 1);
    await control(page, 'c599').click();
    assert.deepEqual(await said(page), [from({ programme: 'large', project: 'p9', commitment: 'c599' })]);
    await page.keyboard.press('ArrowUp');
    assert.deepEqual(await state(page), { selected: ['c599'], focused: 'c598' });
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  }
});

test('a static board is drawn anew where it shall be selectable, and only there', async () => {
  const still = renderHtml(PROGRAMME, { view: 'overview', src: '/data.json', locale: 'en', css: 'none' });
  assert.doesNotMatch(still, /tabindex|role="button"|data-commitment/);
  const adopted = (page) => page.waitForFunction(() => globalThis.drawn);
  const page = await open(still, { ready: adopted });
  assert.ok(await page.locator('.pledge-still').isVisible());
  const { commitment } = ALL[2];
  assert.deepEqual(await redraw(page, { selectable: '', selected: commitment }), { ok: true });
  assert.ok(!(await page.locator('.pledge-still').isVisible()));
  assert.deepEqual((await state(page)).selected, [commitment]);
  await page.context().close();
  const other = await open(still.replace('<pledge-board', '<pledge-board selectable'));
  assert.ok(!(await other.locator('.pledge-still').isVisible()));
  await control(other, commitment).click();
  assert.equal((await said(other)).length, 1);
  assert.deepEqual(other.complaints, []);
  await other.context().close();
});

test('a selectable board loads the whole program alone', async () => {
  site.asked.length = 0;
  const page = await open(board('src="/data.json" selectable'));
  assert.deepEqual(site.asked.filter((address) => address.endsWith('.wasm')), ['/embed/pledgeboard-whole.wasm']);
  await page.context().close();
});
