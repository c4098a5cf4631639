/**
 * Every expected evaluation in Chromium, byte by byte: in a page without a bundler, and in a module worker of it.
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
  site = await serve({ answers: { '/': page, '/worker.js': worker }, folders: { '/pkg/': installed.folder } });
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
