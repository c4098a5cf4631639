/**
 * Cold page to painted, on a slow phone: every round opens every page once, in another order, in a context of its own.
 */
import { median, quartiles, shuffled } from './numbers.mjs';

const SLOW_4G = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 };

/** Runs in the page before anything else. Painted is two frames after the drawing stands in the document. */
export function watch() {
  globalThis.painted = new Promise((resolve) => {
    globalThis.reportDrawn = () =>
      requestAnimationFrame(() => requestAnimationFrame(() => {
        // A frame is asked for before a blocking sheet has come; nothing is painted until then.
        const [first] = performance.getEntriesByName('first-contentful-paint');
        if (first) return resolve(Math.max(first.startTime, performance.now()));
        return globalThis.reportDrawn();
      }));
  });
  addEventListener('pledge-board-draw', ({ detail }) => detail.ok && globalThis.reportDrawn());
  addEventListener('DOMContentLoaded', () => {
    if (document.querySelector('.pledge-still, main > p')) globalThis.reportDrawn();
  });
}

/** A promise that fails after a minute, naming what did not come to an end. */
export function inTime(what, promise) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what}: not done after a minute`)), 60_000);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/** Opens a page; gives its context, the page and when it was painted. */
export async function open(browser, address, { slow = false, viewport = { width: 360, height: 740 } } = {}) {
  const context = await browser.newContext({ viewport });
  await context.addInitScript(watch);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable');
  if (slow) {
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', SLOW_4G);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  }
  await page.goto(address, { waitUntil: 'commit', timeout: 90_000 });
  const painted = await inTime(address, page.evaluate(() => globalThis.painted));
  return { context, page, session, painted };
}

/** Whether a chart or a text really stands there. */
const hasInk = (page) =>
  page.evaluate(() => {
    const roots = [document, ...[...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? [])];
    if (document.querySelector('main > p')?.textContent.length > 500) return true;
    if (roots.some((root) => root.querySelectorAll('svg text').length >= 10)) return true;
    return [...document.querySelectorAll('canvas')].some((canvas) => {
      const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
      return data.some((value, index) => index % 4 === 3 && value > 0);
    });
  });

/**
 * @param {string[]} names of pages
 * @returns {Promise<Record<string, {median: number, quartiles: number[], bytes: number}>>} milliseconds, bytes as sent
 */
export async function cold(browser, site, names, rounds) {
  const times = Object.fromEntries(names.map((name) => [name, []]));
  const bytes = {};
  for (const name of names) {
    const { context, page } = await open(browser, `${site.url}/${name}.html`);
    if (!(await hasInk(page))) throw new Error(`${name} draws nothing`);
    bytes[name] = await page.evaluate(() =>
      [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
        .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0));
    await context.close();
  }
  for (let round = 0; round < rounds; round += 1) {
    for (const name of shuffled(names)) {
      const { context, painted } = await open(browser, `${site.url}/${name}.html`, { slow: true });
      times[name].push(painted);
      await context.close();
    }
  }
  return Object.fromEntries(names.map((name) => [name, { median: median(times[name]), quartiles: quartiles(times[name]), bytes: bytes[name] }]));
}
