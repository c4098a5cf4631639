/**
 * The program inside the script, for entries that load nothing: packed when they are built.
 */
import packed from '../pkg/packed.js';

/**
 * Unpacks it when it is needed. A response, and not bytes: browsers compile it beside the page's own work.
 * @returns {Response}
 */
export function inside() {
  const bytes = Uint8Array.from(atob(packed), (one) => one.charCodeAt(0));
  const program = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(program, { headers: { 'content-type': 'application/wasm' } });
}

/** Where it lies, for what is said of it: nowhere else. */
inside.url = 'WebAssembly';
