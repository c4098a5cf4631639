/**
 * The same bytes as natively: what Rust wrote into the expected files, wasm must write too. New files are picked up by
 * themselves.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { exists, files, install, load, text } from './harness.mjs';

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

// `<document>.json` is the evaluation of that document, in English; `<document>@<day>.json` is as of that day.
const evaluations = files('tests/documents/evaluations', /\.json$/);

test('there are evaluations to compare', () => assert.ok(evaluations.length > 0));

for (const evaluation of evaluations) {
  test(evaluation, () => {
    const [document, asOf] = evaluation.split('/').pop().replace(/\.json$/, '').split('@');
    const [folder] = ['tests/documents/valid', 'tests/documents/drawn', 'www/programmes'].filter((folder) => exists(`${folder}/${document}.json`));
    const got = api.evaluateText(text(`${folder}/${document}.json`), { asOf, locale: 'en' });
    assert.ok(`${got}\n` === text(evaluation), `${evaluation} comes out differently in wasm`);
  });
}
