/**
 * The program of the functions: where it comes from, and in words what stands in the way.
 *
 * Bundlers that do not know `new URL(…, import.meta.url)` leave the wasm behind; a server then answers with a page that says
 * "404", often under the status 200. So what comes is looked at before it is compiled.
 */
import { PledgeboardError } from './error.js';
import { whole } from './whole.js';

const ADDRESS = 'pledgeboard/full.wasm';
const HINTS = {
  wasm_not_found:
    `请用 init(url) 给出随网站一起发布的 ${ADDRESS} 的地址，或改用 pledgeboard/inline。 / ` +
    `Call init(url) with the address of a copy of ${ADDRESS}, or import pledgeboard/inline instead.`,
  wasm_refused:
    `请使用同一版本、完整的 ${ADDRESS}；网页的安全策略（CSP）须允许 wasm-unsafe-eval。 / ` +
    `Use the whole ${ADDRESS} of the same release; the page’s policy (CSP) must allow wasm-unsafe-eval.`,
};

/** `\0asm`: how a program begins. */
const MAGIC = [0, 97, 115, 109];

/**
 * Makes the program ready. Again: no harm; after a failure it may be tried again.
 * @param {() => unknown} give what to load it from, when it is needed
 * @returns {Promise<void>}
 */
export async function ready(give) {
  try {
    await whole.init(give);
  } catch (error) {
    if (error instanceof PledgeboardError) throw error;
    throw trouble('wasm_refused', '程序没有载入成功', 'the program did not load', error?.message ?? error, error);
  }
}

/**
 * What a caller named, compiled.
 * @param {URL | string | Response | BufferSource | WebAssembly.Module} input
 * @returns {Promise<WebAssembly.Module>}
 */
export async function program(input) {
  const module = input instanceof WebAssembly.Module ? input : await compiled(input);
  // Any other one would be taken, and would then stay.
  if (!WebAssembly.Module.exports(module).some(({ name }) => name === 'evaluate_text')) {
    throw trouble('wasm_refused', '这不是 full.wasm', 'this is not full.wasm', 'evaluate_text');
  }
  return module;
}

function compiled(input) {
  if (typeof input === 'string' || input instanceof URL) return fetched(String(input));
  return input instanceof Response ? answered(input, input.url || 'init(response)') : compile(input, 'init(bytes)');
}

async function fetched(address) {
  // Not an import: a bundler for pages would stumble over it. Node fetches no files.
  const fs = address.startsWith('file:') && globalThis.process?.getBuiltinModule?.('fs');
  let found;
  try {
    found = await (fs ? fs.promises.readFile(new URL(address)) : fetch(address));
  } catch (error) {
    throw absent(address, error.message, error);
  }
  return fs ? compile(found, address) : answered(found, address);
}

async function answered(response, address) {
  if (!response.ok) throw absent(address, `HTTP ${response.status}`);
  // Compiled while it comes; under any other type browsers refuse that.
  const isNamed = response.headers.get('content-type')?.toLowerCase() === 'application/wasm';
  return isNamed ? WebAssembly.compileStreaming(response) : compile(await response.arrayBuffer(), address);
}

function compile(source, address) {
  const bytes = ArrayBuffer.isView(source) ? new Uint8Array(source.buffer, source.byteOffset, source.byteLength) : new Uint8Array(source);
  if (MAGIC.some((byte, index) => bytes[index] !== byte)) {
    const isPage = /^\s*</.test(new TextDecoder().decode(bytes.subarray(0, 99)));
    throw absent(address, isPage ? 'HTML' : `${bytes.length} bytes, no WebAssembly`);
  }
  return WebAssembly.compile(source);
}

const absent = (address, why, cause) =>
  trouble('wasm_not_found', `找不到程序 full.wasm：${address}`, `the program full.wasm is not there: ${address}`, why, cause);

/** The hint stands in the message too: of an error that nobody catches, only that is shown. */
function trouble(code, zh, en, why, cause) {
  return PledgeboardError.of(code, `${zh} / ${en} (${why}). ${HINTS[code]}`, HINTS[code], '', { cause });
}
