/**
 * Boards that come and go: nothing of them stays behind.
 */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { EMBED, openBrowser, openPage, ROOT, serve, settled } from './harness.mjs';

let browser;
let site;

const programme = fs.readFileSync(path.join(ROOT, 'www/programmes/sample-2025.json'), 'utf8');

before(async () => {
  browser = await openBrowser();
  site = await serve({ answers: { '/good.json': { body: programme } }, folders: { '/embed/': EMBED } });
  site.answers['/other.json'] = { body: programme.replace('2025年民生实事', '2025年民生实事（另）') };
  site.answers['/page.html'] = {
    type: 'text/html; charset=utf-8',
    body: '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>x</title><script src="/embed/pledgeboard.js" defer></script><pledge-board src="/good.json" view="projects"></pledge-board>',
  };
});
after(async () => {
  await browser?.close();
  await site?.close();
});

/** A page whose wasm memory can be measured. */
async function open() {
  const page = await openPage(browser);
  await page.addInitScript(() => {
    const real = WebAssembly.instantiateStreaming;
    WebAssembly.instantiateStreaming = async (...given) => {
      const result = await real.apply(WebAssembly, given);
      globalThis.memory = result.instance.exports.memory;
      return result;
    };
  });
  await page.goto(`${site.url}/page.html`);
  await settled(page);
  const session = await page.context().newCDPSession(page);
  const used = async () => {
    await session.send('HeapProfiler.collectGarbage');
    await session.send('HeapProfiler.collectGarbage');
    return { heap: (await session.send('Runtime.getHeapUsage')).usedSize, wasm: await page.evaluate(() => globalThis.memory.buffer.byteLength) };
  };
  return { page, used };
}

test('a thousand comings and goings leave nothing behind', async () => {
  const { page, used } = await open();
  const cycles = (n) =>
    page.evaluate(async (n) => {
      const board = document.querySelector('pledge-board');
      for (let i = 0; i < n; i++) {
        board.remove();
        const drawn = new Promise((resolve) => board.addEventListener('pledge-board-draw', resolve, { once: true }));
        document.body.append(board);
        await drawn;
      }
    }, n);
  await cycles(100);
  const before = await used();
  await cycles(900);
  const after = await used();
  const each = (after.heap - before.heap) / 900;
  assert.ok(each < 200, `${each} bytes a cycle`);
  assert.equal(after.wasm, before.wasm);
  await page.context().close();
});

test('five hundred new documents leave nothing behind', async () => {
  const { page, used } = await open();
  const updates = (n) =>
    page.evaluate(async (n) => {
      const board = document.querySelector('pledge-board');
      for (let i = 0; i < n; i++) {
        const drawn = new Promise((resolve) => board.addEventListener('pledge-board-draw', resolve, { once: true }));
        board.src = i % 2 === 0 ? '/other.json' : '/good.json';
        await drawn;
      }
    }, n);
  await updates(100);
  const before = await used();
  await updates(400);
  const after = await used();
  const each = (after.heap - before.heap) / 400;
  assert.ok(each < 200, `${each} bytes an update`);
  assert.equal(after.wasm, before.wasm);
  await page.context().close();
});
