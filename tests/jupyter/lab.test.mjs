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
  'board.view = "overview"\nboard.selected = None',
  'Board("{ }")',
];

let lab;
let browser;
let page;

before(async () => {
  lab = await jupyterLab({ 'programme.json': programme, 'board.ipynb': notebook(...CELLS) });
  browser = await openBrowser();
  page = await openPage(browser, { viewport: { width: 1300, height: 900 } });
  page.setDefaultTimeout(PATIENCE);
  await page.goto(lab.notebook('board.ipynb'));
}, { timeout: 2 * PATIENCE });
after(async () => {
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
  return (await cell(index).locator('.jp-OutputArea').innerText()).trim();
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

test('shot', async () => {
  await page.screenshot({ path: process.env.SHOT ?? '/tmp/h/scratchpy/lab.png' });
});
