/**
 * The npm package in a browser as npm would install it: in a page and in a module worker, the same bytes as Rust wrote and Node
 * gives, and what importing each entry does.
 */
import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { evaluations, files, install, load, text } from '../node/harness.mjs';
import { openBrowser, openPage, ROOT, serve } from './harness.mjs';

let installed;
let browser;
let site;
let page;
let lax;

const html = (body) => ({ type: 'text/html; charset=utf-8', body: `<!doctype html><html lang="en"><meta charset="utf-8"><title>x</title>${body}` });
const script = (body) => ({ type: 'text/javascript; charset=utf-8', body });
/** The package by its address: workers have no import maps. */
const ENTRIES = { pledgeboard: '/pledgeboard/index.js', 'pledgeboard/inline': '/pledgeboard/inline.js' };

/** All that can be asked of documents as text: evaluations, and what is wrong with the others. */
const ASK = `
  export const ask = ({ evaluateText, read }, questions) => questions.map(({ source, asOf }) => {
    try {
      return evaluateText(source, { asOf, locale: 'en' });
    } catch (error) {
      return JSON.stringify([error.diagnostics, read(source)]);
    }
  });`;

const written = evaluations();
const documents = [...files('tests/documents', /\.json$/), ...files('www/programmes', /\.json$/)];
const questions = [...written.map(({ source, options }) => ({ source, asOf: options.asOf })), ...documents.map((name) => ({ source: text(name) }))];

before(async () => {
  installed = install();
  browser = await openBrowser();
  site = await serve({
    answers: {
      '/': html(''),
      // Who makes workers under required trusted types brings a policy of their own.
      '/lax': { ...html(''), lax: true },
      '/element': html('<pledge-board src="/programmes/zhonglou-2024.json"></pledge-board><script type="module" src="/pledgeboard/element.js"></script>'),
      '/ask.js': script(ASK),
      '/worker.js': script(`
        import { ask } from '/ask.js';
        onmessage = async ({ data: { entry, questions } }) => {
          const api = await import(entry);
          await api.init();
          postMessage(ask(api, questions));
        };
        postMessage('ready');`),
    },
    folders: { '/pledgeboard/': installed.folder, '/programmes/': path.join(ROOT, 'www/programmes') },
  });
  page = await openPage(browser);
  await page.goto(site.url);
  lax = await openPage(browser);
  await lax.goto(`${site.url}/lax`);
});
after(async () => {
  await browser?.close();
  await site?.close();
  installed?.remove();
});

/** What one entry answers in the page, and in a worker. */
const HOSTS = {
  page: (entry) => page.evaluate(async ({ entry, questions }) => {
    const [api, { ask }] = await Promise.all([import(entry), import('/ask.js')]);
    await api.init();
    return ask(api, questions);
  }, { entry, questions }),
  'module worker': (entry) => lax.evaluate(({ entry, questions }) => new Promise((resolve, reject) => {
    const worker = new Worker('/worker.js', { type: 'module' });
    worker.onerror = ({ message }) => reject(new Error(message));
    worker.onmessage = ({ data }) => {
      if (data === 'ready') return worker.postMessage({ entry, questions });
      worker.terminate();
      return resolve(data);
    };
  }), { entry, questions }),
};

for (const [host, answers] of Object.entries(HOSTS)) {
  for (const name of ['pledgeboard', 'pledgeboard/inline']) {
    test(`${name} in a ${host} answers every document in the bytes of Rust and Node`, async () => {
      const got = await answers(ENTRIES[name]);
      assert.ok(written.length > 0);
      written.forEach(({ name, expected }, index) => assert.ok(got[index] === expected, name));
      const api = await load(installed.home);
      await api.init();
      const { ask } = await import(`data:text/javascript,${encodeURIComponent(ASK)}`);
      const here = ask(api, questions);
      assert.equal(got.length, questions.length);
      here.forEach((answer, index) => assert.ok(got[index] === answer, documents[index - written.length]));
    });
  }
}

test('importing the functions defines no element and loads no program', async () => {
  const fresh = await openPage(browser);
  await fresh.goto(site.url);
  site.asked.length = 0;
  assert.equal(await fresh.evaluate(async () => {
    await import('/pledgeboard/index.js');
    return customElements.get('pledge-board') === undefined;
  }), true);
  assert.deepEqual(site.asked.filter((address) => address.startsWith('/pledgeboard/')), ['/pledgeboard/index.js']);
  await fresh.context().close();
});

test('the entry of the element defines it, and it draws from the wasm beside the module', async () => {
  const fresh = await openPage(browser);
  await fresh.goto(`${site.url}/element`);
  await fresh.waitForFunction(() => document.querySelector('pledge-board').shadowRoot?.querySelector('svg'));
  assert.deepEqual(fresh.complaints, []);
  await fresh.context().close();
});
