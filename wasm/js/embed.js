/**
 * Entry of `pledgeboard.js`, the classic script for a page without a bundler:
 *
 * ```html
 * <script src="pledgeboard.js" defer></script>
 * <pledge-board src="zhonglou-2024.json"></pledge-board>
 * ```
 *
 * Its two wasm files lie beside it; the second is loaded only where it is needed (engines.js). A classic script learns its own address only while it runs for the first time.
 */
import * as glue from '../pkg/first.js';
import { define } from './element.js';

const beside = (name) => new URL(name, document.currentScript.src);

define(beside('pledgeboard-whole.wasm'), { glue, address: beside('pledgeboard.wasm') });
