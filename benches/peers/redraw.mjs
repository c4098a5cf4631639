/**
 * New data for fifty boards that are all in sight: the time that the page's main thread is busy, and until two frames later.
 */
import { inTime, open } from './cold.mjs';
import { median, shuffled } from './numbers.mjs';
import { VARIANTS } from './site.mjs';

const BOARDS = 50;
// As large as fifty boards need: out of sight ours would wait until they are looked at.
const VIEWPORT = { width: 3400, height: 8000 };

/** What a page of ours does: other text in the script inside each board. */
const ours = (text) =>
  Promise.all([...document.querySelectorAll('pledge-board')].map((board) => new Promise((resolve, reject) => {
    board.addEventListener('pledge-board-draw', ({ detail }) => (detail.ok ? resolve() : reject(new Error('not drawn'))), { once: true });
    board.querySelector('script').textContent = text;
  })));

const busy = async (session) => {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
};

/** @returns {Promise<Record<string, {task: number, wall: number}>>} medians in milliseconds */
export async function redraw(browser, site, names, rounds) {
  const times = Object.fromEntries(names.map((name) => [name, { task: [], wall: [] }]));
  for (let round = 0; round < rounds; round += 1) {
    for (const name of shuffled(names)) {
      const address = name === 'ours' ? 'boards.html' : `${name}-many.html?n=${BOARDS}`;
      const { context, page, session } = await open(browser, `${site.url}/${address}`, { viewport: VIEWPORT });
      if (name === 'ours') {
        await page.waitForFunction((count) =>
          [...document.querySelectorAll('pledge-board')].filter(({ shadowRoot }) => shadowRoot.querySelector('svg')).length === count, BOARDS);
        await page.evaluate((source) => { globalThis.redraw = (0, eval)(`(${source})`); }, String(ours));
      }
      for (let variant = 1; variant < VARIANTS; variant += 1) {
        await page.evaluate(async ({ address, isText }) => {
          const response = await fetch(address);
          globalThis.next = isText ? await response.text() : await response.json();
          await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
        }, { address: `${site.url}/${name === 'ours' ? 'programme' : 'rows'}-${variant}.json`, isText: name === 'ours' });
        const before = await busy(session);
        const wall = await inTime(`redrawing ${name}`, page.evaluate(async () => {
          const from = performance.now();
          await globalThis.redraw(globalThis.next);
          await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
          return performance.now() - from;
        }));
        // The first one warms up.
        if (variant === 1) continue;
        times[name].task.push((await busy(session)) - before);
        times[name].wall.push(wall);
      }
      await context.close();
    }
  }
  return Object.fromEntries(names.map((name) => [name, { task: median(times[name].task), wall: median(times[name].wall) }]));
}
