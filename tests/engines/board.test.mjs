/**
 * The element in engines of other makers, under the strict policy: it draws there what it draws in Chromium, to the byte,
 * and stands its ground in the same troubles.
 */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { init, renderSvg } from '../../dist/npm/index.js';
import { EMBED, POLICY, ROOT, serve } from '../browser/harness.mjs';
import { chromium, ENGINES } from './engines.mjs';

const PROGRAMMES = path.join(ROOT, 'www/programmes');
const VIEWS = ['overview', 'projects', 'commitments', 'table'];

let site;
let measure;

before(async () => {
  await init();
  site = await serve({ folders: { '/embed/': EMBED, '/programmes/': PROGRAMMES } });
  Object.assign(site.answers, {
    // Runs first and notes what the page complains about.
    '/watch.js': {
      type: 'text/javascript',
      body: `globalThis.complaints = [];
        addEventListener('securitypolicyviolation', (e) => e.disposition === 'enforce' && complaints.push('policy: ' + e.violatedDirective + ' ' + e.blockedURI));
        addEventListener('error', (e) => complaints.push('error: ' + e.message));
        addEventListener('unhandledrejection', (e) => complaints.push('rejected: ' + e.reason));
        for (const kind of ['error', 'warn']) {
          const say = console[kind];
          console[kind] = (...words) => { complaints.push(kind + ': ' + words.join(' ')); say.apply(console, words); };
        }`,
    },
    '/page.css': { type: 'text/css', body: 'body{margin:0;width:720px}' },
    '/faulty.json': { body: '{"format":"pledgeboard/1","id":7,"title":[],"period":"2025","projects":{}}' },
  });
  measure = await chromium();
});
after(async () => {
  await measure?.close();
  await site?.close();
});

/** Opens a page with that body and waits until its boards have drawn or said something. */
async function open(page, body, lang = 'zh-CN', head = '') {
  site.answers['/page.html'] = {
    type: 'text/html; charset=utf-8',
    body: `<!doctype html><html lang="${lang}"><meta charset="utf-8"><title>x</title>${head}<link rel="stylesheet" href="/page.css"><script src="/watch.js"></script><script src="/embed/pledgeboard.js" defer></script>${body}`,
  };
  await page.goto(`${site.url}/page.html`);
  await page.ask(async () => {
    const boards = [...document.querySelectorAll('pledge-board')];
    for (let tries = 0; tries < 400; tries++) {
      const waiting = boards.find((board) => !board.shadowRoot?.querySelector('svg, table, [role=alert]'));
      if (!waiting) return;
      // Those far down wait until they are near.
      waiting.scrollIntoView();
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error('not drawn');
  });
}

/** Sets attributes of the board (or the width of the page) and gives the `detail` of the drawing that follows. */
const change = (page, attributes, width = null) =>
  page.ask(
    ({ attributes, width }) =>
      new Promise((resolve, reject) => {
        const board = document.querySelector('pledge-board');
        board.addEventListener('pledge-board-draw', (event) => resolve(event.detail), { once: true });
        setTimeout(() => reject(new Error('not redrawn')), 15_000);
        for (const [name, value] of Object.entries(attributes)) board.setAttribute(name, value);
        if (width) document.body.style.width = `${width}px`;
      }),
    { attributes, width },
  );

/** What the first board shows. */
const seen = (page) =>
  page.ask(() => {
    const board = document.querySelector('pledge-board');
    const inside = board.shadowRoot.querySelector('.board');
    const svg = inside.querySelector('svg');
    return {
      markup: svg?.outerHTML ?? inside.querySelector('table')?.outerHTML ?? null,
      words: [...(svg?.querySelectorAll('text') ?? [])].map((text) => text.textContent),
      width: svg?.viewBox.baseVal.width ?? 0,
      box: Math.round(svg?.getBoundingClientRect().width ?? 0),
      paper: getComputedStyle(inside).backgroundColor,
      said: inside.querySelector('[role=alert]')?.textContent ?? null,
      fallback: getComputedStyle(board.shadowRoot.querySelector('slot')).display !== 'none',
    };
  });

/** Text as `renderSvg` writes it. */
const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&apos;');

const complaints = (page) => page.ask(() => globalThis.complaints);

test('there is another engine to try', () => {
  assert.ok(Object.keys(ENGINES).length > 0, 'neither Firefox nor WebKit; `cargo xtask test extra` installs them on Debian');
});

for (const [name, start] of Object.entries(ENGINES)) {
  describe(name, () => {
    let engine;
    let page;
    let reference;

    before(async () => {
      engine = await start();
      page = await engine.open();
      reference = await measure.open();
    });
    after(async () => {
      await reference?.close();
      await engine?.close();
    });

    for (const programme of ['zhonglou-2024', 'zhonglou-2025', 'sample-2025']) {
      for (const locale of ['zh-CN', 'en']) {
        test(`${programme} in ${locale}: every view is Chromium's to the byte`, async () => {
          const body = `<pledge-board src="/programmes/${programme}.json"></pledge-board>`;
          await open(reference, body, locale);
          await open(page, body, locale);
          for (const view of VIEWS) {
            for (const one of [reference, page]) {
              if (view !== 'overview') assert.deepEqual(await change(one, { view }), { ok: true });
            }
            const [wanted, found] = [await seen(reference), await seen(page)];
            assert.ok(found.markup, view);
            assert.equal(found.markup, wanted.markup, view);
            assert.equal(found.fallback, false);
            if (found.words.length === 0) continue;
            const text = fs.readFileSync(path.join(PROGRAMMES, `${programme}.json`), 'utf8');
            const alone = renderSvg(text, { view, width: found.width, locale });
            for (const words of found.words) assert.ok(alone.includes(`>${escaped(words)}<`), words);
          }
          assert.deepEqual(await complaints(page), []);
        });
      }
    }

    test('it follows the theme and the width', async () => {
      await open(page, '<pledge-board src="/programmes/sample-2025.json" theme="light"></pledge-board>');
      const light = await seen(page);
      await change(page, { theme: 'dark' });
      const dark = await seen(page);
      assert.notEqual(dark.paper, light.paper);
      await change(page, {}, 360);
      const narrow = await seen(page);
      assert.ok(narrow.box <= 360 && narrow.box > 300, `${narrow.box}`);
      assert.notEqual(narrow.markup, dark.markup);
      assert.deepEqual(await complaints(page), []);
    });

    test('faulty and missing data are said, the fallback stays, and it recovers', async () => {
      await open(page, '<pledge-board src="/faulty.json"><p>fallback</p></pledge-board>', 'en');
      const faulty = await seen(page);
      assert.match(faulty.said, /4 faults/);
      assert.ok(faulty.fallback);
      assert.deepEqual(await change(page, { src: '/missing.json' }), { ok: false });
      assert.match((await seen(page)).said, /404/);
      assert.deepEqual(await change(page, { src: '/programmes/sample-2025.json' }), { ok: true });
      const good = await seen(page);
      assert.deepEqual([good.said, good.fallback], [null, false]);
    });

    test('the keyboard goes into the board and out of it', async () => {
      await open(page, '<a id="first" href="#x">before</a><pledge-board src="/programmes/sample-2025.json"></pledge-board><button id="last">after</button>');
      await page.ask(() => document.querySelector('#first').focus());
      const stations = [];
      for (let presses = 0; presses < 40 && stations.at(-1) !== 'last'; presses++) {
        await page.press('Tab');
        stations.push(await page.ask(() => {
          const inside = document.activeElement.shadowRoot?.activeElement;
          return inside ? `board ${inside.localName}` : document.activeElement.id;
        }));
      }
      assert.ok(stations.some((station) => station.startsWith('board ')), stations.join(', '));
      assert.equal(stations.at(-1), 'last', stations.join(', '));
    });

    test('where wasm is not allowed it says so, and the fallback stays', async () => {
      const strict = `<meta http-equiv="Content-Security-Policy" content="${POLICY.replace(" 'wasm-unsafe-eval'", '')}">`;
      await open(page, '<pledge-board src="/programmes/sample-2025.json"><p>fallback</p></pledge-board>', 'en', strict);
      const { said, fallback, markup } = await seen(page);
      assert.match(said, /pledgeboard\.wasm/);
      assert.deepEqual([fallback, markup], [true, null]);
    });

    test('ten boards on one page', async () => {
      const boards = VIEWS.flatMap((view) => ['zhonglou-2024', 'zhonglou-2025', 'sample-2025'].map((programme) => [view, programme]))
        .slice(0, 10)
        .map(([view, programme]) => `<pledge-board src="/programmes/${programme}.json" view="${view}"></pledge-board>`)
        .join('');
      await open(page, boards);
      const drawn = await page.ask(() =>
        [...document.querySelectorAll('pledge-board')].map((board) => board.shadowRoot.querySelector('svg, table') !== null));
      assert.deepEqual(drawn, Array(10).fill(true));
      assert.deepEqual(await complaints(page), []);
    });
  });
}
