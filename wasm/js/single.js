/**
 * Entry of `pledgeboard-single.js`, the classic script that loads nothing: for pages opened as files and for frames without
 * an origin.
 */
import { define } from './element.js';
import { inside } from './inside.js';

define(inside);
