/**
 * Ten boards on one page share one wasm instance; the tags do the rest.
 */
import { define } from './js/element.js';

define(new URL('./pkg/board_bg.wasm', import.meta.url));
