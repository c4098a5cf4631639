/**
 * The board in marimo: `mo.ui.anywidget(Board(…))`, and a cell that hears what a reader selects.
 */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { openBrowser, openPage, ROOT } from '../browser/harness.mjs';
import { drawing, marimo, PATIENCE } from './harness.mjs';

const NOTEBOOK = `
import marimo

app = marimo.App(width="medium")


@app.cell
def _():
    from pathlib import Path
    import marimo as mo
    from pledgeboard import Board
    return Board, Path, mo


@app.cell
def _(Board, Path, mo):
    board = mo.ui.anywidget(Board(Path("programme.json"), "commitments"))
    board
    return (board,)


@app.cell
def _(board, mo):
    mo.md(f"selected: {board.value['selected']}")
    return


if __name__ == "__main__":
    app.run()
`;

let server;
let browser;

before(async () => {
  const programme = fs.readFileSync(path.join(ROOT, 'www/programmes/zhonglou-2025.json'), 'utf8');
  server = await marimo({ 'board.py': NOTEBOOK, 'programme.json': programme }, 'board.py');
  browser = await openBrowser();
}, { timeout: PATIENCE });
after(async () => {
  await browser?.close();
  await server?.close();
});

test('the board is drawn, and a cell hears of what is selected', { timeout: PATIENCE }, async () => {
  const page = await openPage(browser);
  page.setDefaultTimeout(20_000);
  await page.goto(server.url);
  const board = page.locator('pledge-board');
  const { svg, width } = await drawing(board);
  assert.ok(width > 400, `${width} px`);
  assert.match(svg, /2025年钟楼区十项民生实事项目/);
  // Its own colours are written as oklch.
  assert.equal(await board.getAttribute('theme'), 'light');
  await page.getByText('selected: None').waitFor();
  await board.locator('[tabindex][data-commitment="community-nurseries"]').click();
  await page.getByText('selected: community-nurseries').waitFor();
  if (process.env.PICTURE) await page.screenshot({ path: process.env.PICTURE.replace(/(\.\w+)$/, '-marimo$1') });
  assert.deepEqual(page.complaints.filter((text) => /pledge|wasm/i.test(text)), []);
  await page.context().close();
});
