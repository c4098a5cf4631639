/**
 * The same bytes as natively: what Rust wrote into the expected files, wasm must write too. New files are picked up by
 * themselves.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { evaluations, files, install, load, text } from './harness.mjs';

let installed;
let api;

before(async () => {
  installed = install();
  api = await load(installed.home);
  await api.init();
});
after(() => installed?.remove());

const pictures = files('tests/pictures', /\.svg$/);

test('there are pictures to compare', () => assert.ok(pictures.length > 0));

// `<document>.<view>.<width>.<theme>.<locale>[.<as-of>].svg`
for (const picture of pictures) {
  test(picture, () => {
    const [document, view, width, theme, locale, asOf] = picture.split('/').pop().replace(/\.svg$/, '').split('.');
    const svg = api.renderSvg(text(`www/programmes/${document}.json`), { view, width: Number(width), theme, locale, asOf });
    assert.ok(svg === text(picture), `${picture} comes out differently in wasm`);
  });
}

test('there are evaluations to compare', () => assert.ok(evaluations().length > 0));

for (const { name, source, options, expected } of evaluations()) {
  test(name, () => assert.ok(api.evaluateText(source, options) === expected, `${name} comes out differently in wasm`));
}
