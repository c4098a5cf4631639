/**
 * Entry of `pledgeboard.js`, the classic script for a page without a bundler:
 *
 * ```html
 * <script src="pledgeboard.js" defer></script>
 * <pledge-board src="zhonglou-2024.json"></pledge-board>
 * ```
 *
 * Its two wasm files lie beside it, and it knows their hashes; the second is loaded only where it is needed (engines.js).
 * A classic script learns its own address only while it runs for the first time.
 */
import { first, whole } from '../pkg/integrity.js';
import { define } from './element.js';
import { glue } from './first.js';

const beside = (name, integrity) => new Request(new URL(name, document.currentScript.src), { integrity });

define(beside('pledgeboard-whole.wasm', whole), { glue, address: beside('pledgeboard.wasm', first) });
