/**
 * The board in a real JupyterLab, from the wheel: it draws, as in a page, and Python hears what a reader selects.
 */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { EMBED, openBrowser, openPage, ROOT, serve } from '../browser/harness.mjs';
import { drawing, jupyterLab, notebook, PATIENCE } from './harness.mjs';

const programme = fs.readFileSync(path.join(ROOT, 'www/programmes/zhonglou-2025.json'), 'utf8');

const CELLS = [
  'from pathlib import Path\nfrom pledgeboard import Board\nboard = Board(Path("programme.json"), "commitments", locale="en")\nboard',
  'board.selected',
  'board.locale = "zh-CN"\nboard.view = "projects"\nboard.selected = "schools"',
  'Board(Path("programme.json"), "table")',
  'Board("{}", locale="en")',
];

let lab;
let browser;
let page;

before(async () => {
  lab = await jupyterLab({ 'programme.json': programme, 'board.ipynb': notebook(...CELLS) });
  browser = await openBrowser();
  page = await openPage(browser, { viewport: { width: 1300, height: 900 } });
  page.setDefaultTimeout(20_000);
  await page.goto(lab.notebook('board.ipynb'));
}, { timeout: 2 * PATIENCE });
after(async () => {
  // To be looked at.
  if (process.env.PICTURE) await page.screenshot({ path: process.env.PICTURE });
  await browser?.close();
  await lab?.close();
});

const cell = (index) => page.locator('.jp-Notebook .jp-CodeCell').nth(index);
const board = () => page.locator('pledge-board').first();

/** Runs a cell and gives what it printed; before the kernel is idle a run would be lost. */
async function run(index) {
  await page.getByText(/\| Idle/).waitFor();
  await cell(index).locator('.cm-content').click();
  await page.keyboard.press('Control+Enter');
  await page.waitForFunction(
    (index) => /\[\d+\]/.test(document.querySelectorAll('.jp-Notebook .jp-CodeCell')[index].querySelector('.jp-InputPrompt').textContent),
    index,
  );
  return (await cell(index).locator('.jp-OutputArea-output').allInnerTexts()).join('\n').trim();
}

test('the board is drawn, as in a page of the same width', { timeout: PATIENCE }, async () => {
  await run(0);
  const here = await drawing(board());
  assert.ok(here.width > 500, `${here.width} px`);
  assert.deepEqual(await inPage(here.width), here);
});

/** The drawing of a page's board of a width. */
async function inPage(width) {
  const attributes = `src="/programme.json" view="commitments" locale="en" selectable`;
  const body =
    `<!doctype html><meta charset="utf-8"><title>x</title><script src="/embed/pledgeboard.js" defer></script>` +
    `<div style="width:${width}px"><pledge-board ${attributes}></pledge-board></div>`;
  const site = await serve({
    answers: { '/programme.json': { body: programme }, '/page.html': { type: 'text/html; charset=utf-8', body, lax: true } },
    folders: { '/embed/': EMBED },
  });
  const other = await openPage(browser);
  await other.goto(`${site.url}/page.html`);
  const drawn = await drawing(other.locator('pledge-board'));
  await other.context().close();
  await site.close();
  return drawn;
}

/** The controls of the board, by what they stand for. */
const mark = (id) => board().locator(`[tabindex][data-commitment="${id}"]`);

test('Python sees what a reader selects by mouse', { timeout: PATIENCE }, async () => {
  await mark('community-nurseries').click();
  assert.equal(await run(1), "'community-nurseries'");
});

test('and by keyboard', { timeout: PATIENCE }, async () => {
  await mark('community-nurseries').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const id = await board().evaluate((element) => element.selected);
  assert.ok(id && id !== 'community-nurseries', id);
  assert.equal(await run(1), `'${id}'`);
});

test('the board follows what Python sets', { timeout: PATIENCE }, async () => {
  const drawn = board().evaluate((element) => new Promise((resolve) => element.addEventListener('pledge-board-draw', resolve, { once: true })));
  await run(2);
  await drawn;
  const set = await board().evaluate(({ view, locale, selected }) => ({ view, locale, selected }));
  assert.deepEqual(set, { view: 'projects', locale: 'zh-CN', selected: 'schools' });
  const title = await board().evaluate((element) => element.shadowRoot.querySelector('svg title').textContent);
  assert.match(title, /^2025年钟楼区十项民生实事项目 · 截至2025年1月6日/);
});

test('two boards of a notebook share one element', { timeout: PATIENCE }, async () => {
  await run(3);
  await page.locator('pledge-board').nth(1).locator('.board table').first().waitFor();
});

test('a document with faults is told in Python', { timeout: PATIENCE }, async () => {
  const said = await run(4);
  assert.match(said, /PledgeboardError/);
  assert.match(said, /missing_field/);
});

test('a dark notebook has a dark board', { timeout: PATIENCE }, async () => {
  const paper = () => board().evaluate((element) => element.shadowRoot.querySelector('.board').dataset.theme);
  assert.equal(await paper(), 'light');
  const item = (name) => page.locator('.lm-Menu-itemLabel, .lm-MenuBar-itemLabel').getByText(name, { exact: true });
  await item('Settings').click();
  await item('Theme').hover();
  await item('JupyterLab Dark').click();
  await page.waitForFunction(() => document.querySelector('pledge-board').shadowRoot.querySelector('.board').dataset.theme === 'dark');
});

test('nothing was complained about', () => {
  const ours = page.complaints.filter((text) => /pledge|wasm|anywidget|module/i.test(text));
  assert.deepEqual(ours, []);
});
