/**
 * Entry "pledgeboard/inline": the functions and the element in one file with their program, which load nothing. Importing
 * it in a page defines `<pledge-board>`; on a server it only defines functions.
 */
import { define, PledgeBoardElement } from './element.js';
import { inside } from './inside.js';
import { ready } from './program.js';

export * from './index.js';
export { PledgeBoardElement };

/** Makes the program ready. Again: no harm. */
export function init() {
  return ready(inside);
}

define(inside);
