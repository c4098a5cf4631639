/**
 * The program that does everything its build can: `board` in a page; where the functions of the npm package come along,
 * `full` is bundled in its place (xtask/src/package.rs).
 */
import start, { __wbg_reset_state, Board } from '../pkg/board.js';
import { Engine } from './engine.js';

export const whole = new Engine({ default: start, __wbg_reset_state, Board });
