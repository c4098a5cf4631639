/**
 * The glue of the first, smaller program, named one by one so that what nobody calls is left out.
 */
import start, { __wbg_reset_state, Board } from '../pkg/first.js';

export const glue = { default: start, __wbg_reset_state, Board };
