/**
 * Entry "pledgeboard/element": importing it in a page defines `<pledge-board>`; importing it on a server does nothing.
 * The wasm lies beside this file, written so that bundlers see the address and carry the file along.
 */
import { define, PledgeBoardElement } from './element.js';
import { glue } from './first.js';

define(new URL('./board.wasm', import.meta.url), { glue, address: new URL('./first.wasm', import.meta.url) });

export { define, PledgeBoardElement };
