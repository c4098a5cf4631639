/**
 * Everything of "pledgeboard" and "pledgeboard/element" in one file that loads nothing: for notebooks, sandboxes and bundlers
 * that do not carry wasm files along.
 */
export * from './index.js';
export { PledgeBoardElement } from './element.js';

/** Makes the program inside the file ready. Again: no harm. */
export function init(): Promise<void>;
