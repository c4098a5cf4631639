/**
 * Entry of `pledgeboard.js`, the classic script for a page without a bundler:
 *
 * ```html
 * <script src="pledgeboard.js" defer></script>
 * <pledge-board src="zhonglou-2024.json"></pledge-board>
 * ```
 *
 * Its wasm lies beside it. A classic script learns its own address only while it runs for the first time.
 */
import { define } from './element.js';

define(new URL('pledgeboard.wasm', document.currentScript.src));
