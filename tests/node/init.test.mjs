/**
 * Loading the program: from everything it may lie in, at once and again, and what is said where it is not there.
 */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { install } from './harness.mjs';

let installed;
let server;
let url;
let file;
let bytes;
const answers = {
  '/full.wasm': [200, 'application/wasm', () => bytes],
  '/plain.wasm': [200, 'application/octet-stream', () => bytes],
  '/page.wasm': [200, 'text/html', () => '<!doctype html><title>x</title>'],
  '/lying.wasm': [200, 'application/octet-stream', () => ' <html>'],
  '/cut.wasm': [200, 'application/wasm', () => bytes.subarray(0, 1000)],
};

before(async () => {
  installed = install();
  file = path.join(installed.folder, 'full.wasm');
  bytes = fs.readFileSync(file);
  server = http.createServer(({ url: asked }, response) => {
    const [status, type, body] = answers[asked] ?? [404, 'text/html', () => '<h1>404</h1>'];
    response.writeHead(status, { 'content-type': type }).end(body());
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${server.address().port}`;
});
after(() => {
  server?.closeAllConnections();
  server?.close();
  installed?.remove();
});

let copies = 0;
/** The package as a program that has just started finds it. */
const fresh = () => import(`${pathToFileURL(path.join(installed.folder, 'index.js')).href}?${(copies += 1)}`);

const computes = (api) => assert.equal(api.rate('9935', '8000', 2), '124.19');

const INPUTS = {
  nothing: () => undefined,
  'a URL': () => new URL(`${url}/full.wasm`),
  'a URL of a file': () => pathToFileURL(file),
  'a string': () => `${url}/full.wasm`,
  'a string that names a file': () => pathToFileURL(file).href,
  'an address without the type': () => `${url}/plain.wasm`,
  'a Response': () => fetch(`${url}/full.wasm`),
  'a Response that is made here': () => new Response(bytes),
  bytes: () => new Uint8Array(bytes),
  'bytes inside a larger buffer': () => new Uint8Array([0, ...bytes, 0]).subarray(1, bytes.length + 1),
  'an ArrayBuffer': () => new Uint8Array(bytes).buffer,
  'a Module': () => WebAssembly.compile(bytes),
};
for (const [name, give] of Object.entries(INPUTS)) {
  test(`from ${name}`, async () => {
    const api = await fresh();
    await api.init(await give());
    computes(api);
  });
}

test('at once and again is no harm, and the first one stays', async () => {
  const api = await fresh();
  const real = WebAssembly.instantiate;
  let made = 0;
  WebAssembly.instantiate = (...given) => {
    made += 1;
    return real.apply(WebAssembly, given);
  };
  try {
    await Promise.all([api.init(bytes), api.init(), api.init(bytes)]);
    await api.init(`${url}/nowhere.wasm`);
    assert.equal(made, 1);
  } finally {
    WebAssembly.instantiate = real;
  }
  computes(api);
});

const HELP = {
  wasm_not_found: ['pledgeboard/inline', 'init(url)', 'pledgeboard/full.wasm', '请用', 'Call'],
  wasm_refused: ['pledgeboard/full.wasm', 'wasm-unsafe-eval', '同一版本', 'the same release'],
};

/** What init says, with what helps in the message itself. */
async function refused(api, input) {
  const error = await api.init(input).then(() => assert.fail('it loaded'), (error) => error);
  assert.ok(error instanceof api.PledgeboardError, String(error));
  assert.equal(error.diagnostics.length, 1);
  for (const words of [error.message, error.diagnostics[0].hint]) {
    for (const named of HELP[error.code]) assert.ok(words.includes(named), words);
  }
  return error;
}

const MISSING = {
  'an address that is not there': [() => `${url}/nowhere.wasm`, /\/nowhere\.wasm \(HTTP 404\)/],
  'a page in its place': [() => new URL(`${url}/page.wasm`), /\/page\.wasm \(HTML\)/],
  'a page under another type': [() => `${url}/lying.wasm`, /\/lying\.wasm \(HTML\)/],
  'a server that is not there': [() => 'http://127.0.0.1:1/full.wasm', /fetch failed/],
  'a file that is not there': [() => new URL('no.wasm', pathToFileURL(file)), /no\.wasm \(ENOENT/],
  'an address of nothing': [() => 'full.wasm', /full\.wasm \(Failed to parse URL/],
  'a failed Response': [() => fetch(`${url}/nowhere.wasm`), /\/nowhere\.wasm \(HTTP 404\)/],
  'bytes of something else': [() => new TextEncoder().encode('{"format":1}'), /12 bytes/],
  'no bytes': [() => new ArrayBuffer(0), /0 bytes/],
};
for (const [name, [give, said]] of Object.entries(MISSING)) {
  test(`${name} is wasm_not_found, and init may be tried again`, async () => {
    const api = await fresh();
    const error = await refused(api, await give());
    assert.equal(error.code, 'wasm_not_found');
    assert.match(error.message, said);
    await api.init();
    computes(api);
  });
}

test('without an argument too, where the file beside the module is missing', async () => {
  fs.renameSync(file, `${file}.away`);
  const api = await fresh();
  try {
    const [error, other] = await Promise.all([refused(api), refused(api)]);
    assert.equal(error.code, 'wasm_not_found');
    assert.equal(other.code, 'wasm_not_found');
    assert.match(error.message, /full\.wasm \(ENOENT/);
    assert.throws(() => api.rate('1', '2', 0), ({ code }) => code === 'not_initialised');
  } finally {
    fs.renameSync(`${file}.away`, file);
  }
  await api.init();
  computes(api);
});

const NOTHING = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]);
const OTHERS = {
  'a program that is cut short': () => `${url}/cut.wasm`,
  'an empty module': () => NOTHING,
  'another compiled module': () => new WebAssembly.Module(NOTHING),
  'the program of the element': () => fs.readFileSync(path.join(installed.folder, 'board.wasm')),
};
for (const [name, give] of Object.entries(OTHERS)) {
  test(`${name} is wasm_refused, and init may be tried again`, async () => {
    const api = await fresh();
    assert.equal((await refused(api, give())).code, 'wasm_refused');
    await api.init();
    computes(api);
  });
}
