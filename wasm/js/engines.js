/**
 * The programs of a page. `whole` does everything. Where an entry brings a `first`, that one draws the first sight of a
 * document without faults, from far fewer bytes; the whole one is loaded when a reader wants more, and does everything from
 * then on.
 */
import { Engine } from './engine.js';
import { whole } from './whole.js';
import { Trouble } from './words.js';

export { whole };

/** The views that only the whole program draws, which alone draws controls. */
const BEYOND = new Set(['commitments', 'table']);

let first = null;
const addresses = new Map();

/**
 * Says where the programs lie: at an address, behind a request with its integrity, or in what a function gives.
 * @param {URL | string | Request | (() => Response)} address of the whole one
 * @param {{ glue: object, address: URL | string | Request }} [small] the first one
 */
export function place(address, small) {
  addresses.set(whole, address);
  if (!small) return;
  first = new Engine(small.glue);
  addresses.set(first, small.address);
}

/** The program that does what an element asks for with the least to load. @param {{ view?: string, selectable?: boolean }} [element] */
export const engineFor = ({ view, selectable } = {}) => (whole.loaded || !first || selectable || BEYOND.has(view) ? whole : first);

/** Loads a program, or says what stands in the way. @param {Engine} engine */
export async function load(engine) {
  const address = addresses.get(engine);
  try {
    await engine.init(() => (typeof address === 'function' ? address() : address));
  } catch (error) {
    const kind = error instanceof TypeError && (await isThere(address)) ? 'altered' : 'engine';
    const file = String(address.url ?? address).split('/').pop();
    throw new Trouble(kind, { file }, { cause: error });
  }
}

/**
 * Whether a file with an integrity is there after all: browsers refuse one that does not fit as if there were none. Asked past
 * their cache, so that a retry sees what lies there by now.
 */
const isThere = ({ integrity, url }) =>
  integrity && fetch(url, { cache: 'reload' }).then((response) => response.ok && response.text(), () => 0);
