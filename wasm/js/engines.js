/**
 * The programs of a page. `whole` does everything. Where an entry brings a `first`, that one draws the first sight of a
 * document without faults, from far fewer bytes; the whole one is loaded when a reader wants more, and does everything from
 * then on.
 */
import * as glue from '../pkg/board.js';
import { Engine } from './engine.js';
import { Trouble } from './words.js';

/** The views that only the whole program draws. */
const BEYOND = new Set(['commitments', 'table']);

export const whole = new Engine(glue);
let first = null;
const addresses = new Map();

/**
 * Says where the programs lie.
 * @param {URL | string} address of the whole one
 * @param {{ glue: object, address: URL | string }} [small] the first one
 */
export function place(address, small) {
  addresses.set(whole, address);
  if (!small) return;
  first = new Engine(small.glue);
  addresses.set(first, small.address);
}

/** The program that draws a view with the least to load. @param {string} [view] */
export const engineFor = (view) => (whole.loaded || !first || BEYOND.has(view) ? whole : first);

/** Loads a program, or says what stands in the way. @param {Engine} engine */
export async function load(engine) {
  try {
    await engine.init(() => addresses.get(engine));
  } catch (error) {
    const file = String(addresses.get(engine)).split('/').pop();
    throw new Trouble('engine', { file }, { cause: error });
  }
}
