/**
 * Chromium without a bundler: every expected evaluation byte by byte, in a page and in a module worker of it; and a page whose policy
 * forbids WebAssembly.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowser, openPage, serve } from '../browser/harness.mjs';
import { evaluations, install } from '../node/harness.mjs';

let installed;
let browser;
let site;

before(async () => {
  installed = install();
  browser = await openBrowser();
  const page = { type: 'text/html; charset=utf-8', lax: true, body: '<!doctype html><title>x</title>' };
  const worker = {
    type: 'text/javascript',
    body: `import { evaluateText, init } from '/pkg/index.js';
      const ready = init();
      onmessage = async ({ data }) => {
        await ready;
        postMessage(data.map(({ source, options }) => evaluateText(source, options)));
      };`,
  };
  const strict = { ...page, body: `<!doctype html><meta http-equiv="content-security-policy" content="script-src 'self'"><title>x</title>` };
  site = await serve({ answers: { '/': page, '/strict': strict, '/worker.js': worker }, folders: { '/pkg/': installed.folder } });
});
after(async () => {
  await browser?.close();
  await site?.close();
  installed?.remove();
});

const RUNS = {
  'in a page': async (cases) => {
    const { evaluateText, init } = await import('/pkg/index.js');
    await init();
    return cases.map(({ source, options }) => evaluateText(source, options));
  },
  'in a module worker': (cases) => new Promise((resolve, reject) => {
    const worker = new Worker('/worker.js', { type: 'module' });
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = reject;
    worker.postMessage(cases);
  }),
};
for (const [where, run] of Object.entries(RUNS)) {
  test(`evaluateText ${where} of Chromium`, async () => {
    const cases = evaluations();
    const page = await openPage(browser);
    await page.goto(`${site.url}/`);
    const got = await page.evaluate(run, cases);
    assert.equal(got.length, cases.length);
    cases.forEach(({ name, expected }, index) => assert.ok(got[index] === expected, `${name} comes out differently ${where}`));
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });
}

test('a policy that forbids WebAssembly is named', async () => {
  const page = await openPage(browser);
  await page.goto(`${site.url}/strict`);
  for (const entry of ['index', 'inline']) {
    const { code, message } = await page.evaluate(async (entry) => {
      const { init } = await import(`/pkg/${entry}.js`);
      return init().catch(({ code, message }) => ({ code, message }));
    }, entry);
    assert.equal(code, 'wasm_refused');
    assert.match(message, /wasm-unsafe-eval/);
  }
  await page.context().close();
});
