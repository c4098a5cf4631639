/**
 * What 5 000 commitments in one board cost against 100.
 *
 * "first" is the first screenful from the evaluated programme, with the layout that follows; "later" the longest of all later
 * drawing tasks with its layout. The parts of the element are called one by one, which only this bench does.
 */
import path from 'node:path';
import { large, openPage, ROOT, serve } from '../../tests/browser/harness.mjs';
import { median } from './numbers.mjs';

const SIZES = [100, 5000];
export const VIEWS = ['overview', 'projects', 'commitments', 'table'];

/** @returns {Promise<{read: number[], [view: string]: {first: number[], later: number}}>} medians in milliseconds, by size */
export async function largeBoards(browser, rounds) {
  const site = await serve({
    answers: {
      '/page.html': { type: 'text/html', body: '<!doctype html><title>bench</title><div id="board"></div>' },
      ...Object.fromEntries(SIZES.map((size) => [`/${size}.json`, { body: large(size) }])),
    },
    folders: { '/wasm/js/': path.join(ROOT, 'wasm/js'), '/wasm/pkg/': process.env.PLEDGEBOARD_PKG },
  });
  const page = await openPage(browser, { viewport: { width: 1000, height: 800 } });
  await page.goto(`${site.url}/page.html`);
  const found = await page.evaluate(async ({ sizes, views, rounds }) => {
    const glue = await import('/wasm/pkg/board.js');
    const { DomPen } = await import('/wasm/js/pen.js');
    const { append } = await import('/wasm/js/strips.js');
    const { sheetFor } = await import('/wasm/js/styles.js');
    await glue.default({ module_or_path: '/wasm/pkg/board_bg.wasm' });
    const texts = await Promise.all(sizes.map(async (size) => (await fetch(`/${size}.json`)).text()));
    const root = document.getElementById('board').attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [sheetFor(globalThis)];
    const container = document.createElement('div');
    container.className = 'board';
    root.append(container);
    const timed = (work) => {
      const from = performance.now();
      const result = work();
      return [performance.now() - from, result];
    };
    const results = {};
    const note = (name, ms) => (results[name] ??= []).push(ms);
    for (let round = 0; round < rounds; round += 1) {
      for (const [index, size] of sizes.entries()) {
        const [ms, board] = timed(() => new glue.Board(texts[index], undefined, 'zh-CN'));
        note(`read ${size}`, ms);
        for (const view of views) {
          const draw = (on) => timed(() => {
            const pen = new DomPen(document);
            const more = board.draw(pen, view, 1000, 'light', undefined, on);
            if (on) append(container, pen.finish());
            else container.replaceChildren(pen.finish());
            container.getBoundingClientRect();
            return more;
          });
          let [spent, more] = draw(false);
          note(`${view} first ${size}`, spent);
          let longest = 0;
          while (more) {
            await new Promise((resolve) => setTimeout(resolve));
            [spent, more] = draw(true);
            longest = Math.max(longest, spent);
          }
          note(`${view} later ${size}`, longest);
          container.replaceChildren();
        }
        board.free();
      }
    }
    return results;
  }, { sizes: SIZES, views: VIEWS, rounds });
  await page.context().close();
  await site.close();
  const both = (name) => SIZES.map((size) => median(found[`${name} ${size}`]));
  return {
    read: both('read'),
    ...Object.fromEntries(VIEWS.map((view) => [view, { first: both(`${view} first`), later: median(found[`${view} later ${SIZES[1]}`]) }])),
  };
}
