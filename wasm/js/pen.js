/**
 * The pen that Rust draws with: `open`, `attr`, `text`, `close`, one node at a time.
 *
 * Nodes are made by `createElement` and `createElementNS` alone, never from a string of HTML, so that the page may
 * require trusted types. `open("svg")` switches to the SVG namespace until that element is closed. What a board never
 * needs (scripts, styles, handlers) the pen refuses aloud: it throws, and nothing half drawn is shown.
 */

const SVG = 'http://www.w3.org/2000/svg';
const FORBIDDEN_ELEMENT = /^(script|style|iframe|object|embed|link|base|meta|foreignobject)$/i;
const FORBIDDEN_ATTRIBUTE = /^(on.*|style|srcdoc|id)$/i;

export class DomPen {
  /** What has been drawn so far. */
  fragment;
  #document;
  #node;
  #svgDepth = 0;

  /** @param {Document} document where the nodes will live */
  constructor(document) {
    this.#document = document;
    this.fragment = document.createDocumentFragment();
    this.#node = this.fragment;
  }

  /** Begins an element inside the one that is open. @param {string} name */
  open(name) {
    if (FORBIDDEN_ELEMENT.test(name)) throw new Error(`a board has no <${name}>`);
    if (this.#svgDepth > 0 || name === 'svg') this.#svgDepth += 1;
    const element =
      this.#svgDepth > 0 ? this.#document.createElementNS(SVG, name) : this.#document.createElement(name);
    this.#node.append(element);
    this.#node = element;
  }

  /** Sets an attribute of the open element. @param {string} name @param {string} value */
  attr(name, value) {
    if (FORBIDDEN_ATTRIBUTE.test(name)) throw new Error(`a board has no attribute ${name}`);
    if (name === 'href' && !/^https?:/i.test(value)) throw new Error('a board links to http and https only');
    this.#node.setAttribute(name, value);
  }

  /** Adds text to the open element. @param {string} text */
  text(text) {
    this.#node.append(text);
  }

  /** Ends the open element. */
  close() {
    if (this.#node === this.fragment) throw new Error('nothing is open');
    if (this.#svgDepth > 0) this.#svgDepth -= 1;
    this.#node = this.#node.parentNode;
  }

  /** The whole drawing; every element must have been closed. @returns {DocumentFragment} */
  finish() {
    if (this.#node !== this.fragment) throw new Error(`<${this.#node.localName}> is still open`);
    return this.fragment;
  }
}
