/**
 * The custom elements manifest says what the element has, no more and no less: as it comes installed, and as its types and
 * its sources have it.
 */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { files, install, load, text } from './harness.mjs';

let installed;
let element;
let manifest;
/** What is in the custom elements manifest under a heading, by name. */
const names = (heading) => manifest.modules[0].declarations[0][heading].map(({ name }) => name).sort();

before(async () => {
  installed = install();
  // Importing it on a server only defines the class.
  ({ PledgeBoardElement: element } = await load(installed.home, 'pledgeboard/element'));
  const { customElements: where } = JSON.parse(fs.readFileSync(path.join(installed.folder, 'package.json')));
  manifest = JSON.parse(fs.readFileSync(path.join(installed.folder, where)));
});
after(() => installed?.remove());

/** All that a pattern finds in the sources of the element, once each. */
function found(pattern) {
  const sources = files('wasm/js', /\.js$/).map(text).join('\n');
  return [...new Set([...sources.matchAll(pattern)].map(([, name]) => name))].sort();
}

test('its attributes are those that the element observes', () => {
  assert.deepEqual(names('attributes'), [...element.observedAttributes].sort());
});

test('everything in it is described', () => {
  const { attributes, events, members, cssParts, slots } = manifest.modules[0].declarations[0];
  for (const { name, description } of [...attributes, ...events, ...members, ...cssParts, ...slots]) {
    assert.ok(description, `${name} is described`);
  }
});

test('its members are those of the class', () => {
  const own = Object.getOwnPropertyNames(element.prototype);
  assert.deepEqual(names('members'), own.filter((name) => !/^constructor$|Callback$/.test(name)).sort());
});

test('its events are those that are sent, and that the types know', () => {
  assert.deepEqual(names('events'), found(/new CustomEvent\('([\w-]+)'/g));
  const [, typed] = /interface HTMLElementEventMap \{([^]*?)\n {2}\}/.exec(text('wasm/js/element.d.ts'));
  assert.deepEqual(names('events'), [...typed.matchAll(/'([\w-]+)':/g)].map(([, name]) => name).sort());
});

test('its parts are those of the shadow tree', () => {
  assert.deepEqual(names('cssParts'), found(/\.part = '([\w-]+)'/g));
});

test('the words above the class name the same', () => {
  assert.deepEqual(names('attributes'), found(/^ \* @attr \{.+?\} \[?([\w-]+)/gm));
  assert.deepEqual(names('events'), found(/^ \* @fires \{.+\} ([\w-]+)/gm));
  assert.deepEqual(names('cssParts'), found(/^ \* @csspart ([\w-]+)/gm));
});

test('its tag and its paths are the real ones', () => {
  const [{ path: file, declarations: [{ tagName }] }] = manifest.modules;
  assert.ok(fs.existsSync(path.join(installed.folder, file)));
  assert.deepEqual([tagName], found(/customElements\.define\('([\w-]+)'/g));
});
