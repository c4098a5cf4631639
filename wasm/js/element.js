/**
 * `<pledge-board>`: a board in any page, with one tag.
 *
 * ```html
 * <pledge-board src="zhonglou-2024.json" view="overview" locale="zh-CN">
 *   <p>Shown until the board is drawn, and if it cannot be.</p>
 * </pledge-board>
 * ```
 *
 * | attribute | meaning | without it |
 * |---|---|---|
 * | `src` | address of the document | the `<script type="application/json">` inside |
 * | `view` | `overview`, `projects`, `commitments` or `table` | `overview` |
 * | `locale` | `zh-CN` or `en` | by the nearest `lang`, else `zh-CN` |
 * | `theme` | `light`, `dark` or `auto` | `auto`: as the reader's system has it |
 * | `as-of` | a date: what was published by then | the document's latest publication |
 *
 * A document written into the element by script: where the page requires trusted types, browsers refuse to fill a script
 * element, even one that holds data; there, give `src` (a `blob:` address will do).
 *
 * After each drawing it sends `pledge-board-draw` (bubbles): `detail.ok` is false when a message stands in its place.
 *
 * The element draws into an open shadow root, fetches nothing but its wasm and `src`, follows its width, and frees what
 * it holds when it leaves the page. The work has three stages, each of which redoes the later ones: load the text,
 * read and evaluate it into a board, draw the board.
 */
import * as glue from '../pkg/board.js';
import { Engine } from './engine.js';
import { DomPen } from './pen.js';
import { saveText } from './save.js';
import { fetchText, inlineText, isInline } from './source.js';
import { sheetFor } from './styles.js';
import { Trouble, words } from './words.js';

const DRAW = 1;
const READ = 2;
const LOAD = 3;

const STAGE_OF = { src: LOAD, 'as-of': READ, locale: READ, view: DRAW, theme: DRAW };

/** Drawings narrower than this are drawn so wide and scaled down. */
const NARROWEST = 280;

const engine = new Engine(glue);
let wasmAddress;

// On a server there is no HTMLElement; importing this file there must do nothing but define functions.
const Base = globalThis.HTMLElement ?? class {};

export class PledgeBoardElement extends Base {
  static observedAttributes = Object.keys(STAGE_OF);

  #container;
  #slot;
  #text = null;
  #textOf = null;
  #board = null;
  #generation = -1;
  #pending = 0;
  #abort = null;
  #width = 0;
  #widthBefore = 0;
  #live = null;

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    this.#container = this.ownerDocument.createElement('div');
    this.#container.className = 'board';
    this.#container.part = 'board';
    this.#container.addEventListener('click', (event) => this.#act(event));
    this.#slot = this.ownerDocument.createElement('slot');
    root.append(this.#container, this.#slot);
  }

  connectedCallback() {
    const view = this.ownerDocument.defaultView;
    // Each time: an element that moves to another document loses the sheets of the old one.
    this.shadowRoot.adoptedStyleSheets = [sheetFor(view)];
    this.#live = new AbortController();
    const { signal } = this.#live;
    for (const query of ['(prefers-color-scheme: dark)', 'print']) {
      view.matchMedia(query).addEventListener('change', () => this.#run(DRAW), { signal });
    }
    const sizes = new view.ResizeObserver(([entry]) => this.#resized(entry.contentRect.width));
    sizes.observe(this.#container);
    const children = new view.MutationObserver(() => this.#childrenChanged());
    children.observe(this, { childList: true, subtree: true, characterData: true });
    signal.addEventListener('abort', () => {
      sizes.disconnect();
      children.disconnect();
    });
    this.#schedule(LOAD);
  }

  disconnectedCallback() {
    this.#live?.abort();
    this.#live = null;
    this.#abort?.abort();
    this.#free();
  }

  attributeChangedCallback(name, before, after) {
    if (before !== after) this.#schedule(STAGE_OF[name]);
  }

  /** The address of the document. */
  get src() { return this.getAttribute('src') ?? ''; }
  set src(value) { this.setAttribute('src', value); }

  /** Which view is drawn. */
  get view() { return this.getAttribute('view') ?? 'overview'; }
  set view(value) { this.setAttribute('view', value); }

  /** The language of the board: its own attribute, else that of the page around it. */
  get locale() {
    const own = this.getAttribute('locale') ?? '';
    const known = /^(en|zh)\b/i.test(own) ? own : (this.closest('[lang]')?.lang ?? '');
    return /^en\b/i.test(known) ? 'en' : 'zh-CN';
  }
  set locale(value) { this.setAttribute('locale', value); }

  /** `light`, `dark` or `auto`. */
  get theme() {
    const own = this.getAttribute('theme');
    return own === 'light' || own === 'dark' ? own : 'auto';
  }
  set theme(value) { this.setAttribute('theme', value); }

  /** The date whose knowledge is shown, or null for the document's own. */
  get asOf() { return this.getAttribute('as-of') || null; }
  set asOf(value) {
    if (value) this.setAttribute('as-of', value);
    else this.removeAttribute('as-of');
  }

  /** Several attributes set in a row are one change. */
  #schedule(stage) {
    if (!this.#live) return;
    if (this.#pending === 0) {
      queueMicrotask(() => {
        const due = this.#pending;
        this.#pending = 0;
        if (this.#live) this.#run(due);
      });
    }
    this.#pending = Math.max(this.#pending, stage);
  }

  #run(stage) {
    if (stage === LOAD) {
      this.#load();
      return;
    }
    // Still loading, or failed to: only the words of that can change.
    if (this.#text === null || !engine.loaded) {
      if (this.#trouble) this.#showTrouble(this.#trouble);
      return;
    }
    this.#attempt(() => {
      if (stage === READ || this.#generation !== engine.generation) this.#read();
      this.#draw();
    });
  }

  #trouble = null;

  async #load() {
    this.#abort?.abort();
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    try {
      const source = this.#source();
      if (source === null) {
        this.#text = null;
        throw new Trouble('empty');
      }
      // The same address again after a move in the page: what was loaded still stands.
      if (source.src === null || this.#textOf !== source.src || this.#text === null) {
        this.#text = null;
        this.#showLoading();
        const text = source.src === null ? source.text : fetchText(source.src, signal);
        const [loaded] = await Promise.all([text, loadEngine()]);
        if (signal.aborted) return;
        this.#text = loaded;
        this.#textOf = source.src;
      } else {
        await loadEngine();
        if (signal.aborted) return;
      }
      this.#trouble = null;
      this.#run(READ);
    } catch (error) {
      if (!signal.aborted) this.#fail(error);
    }
  }

  /** Where the text is to come from now. */
  #source() {
    const src = this.getAttribute('src');
    if (src) {
      try {
        return { src: new URL(src, this.ownerDocument.baseURI).href };
      } catch {
        throw new Trouble('network', { src });
      }
    }
    const text = inlineText(this);
    return text === null ? null : { src: null, text };
  }

  #read() {
    this.#free();
    this.#board = engine.call(({ Board }) => new Board(this.#text, this.asOf ?? undefined, this.locale));
    this.#generation = engine.generation;
  }

  #free() {
    // A handle of an instance that is gone has nothing to free.
    if (this.#generation === engine.generation) this.#board?.free();
    this.#board = null;
    this.#generation = -1;
  }

  #draw() {
    const width = this.#measure();
    // Not shown anywhere yet: the first size that is reported draws it.
    if (width === 0) return;
    const theme = this.#effectiveTheme();
    const pen = new DomPen(this.ownerDocument);
    const src = this.#textOf && /^https?:/.test(this.#textOf) ? this.#textOf : undefined;
    const ok = engine.call(() => {
      this.#board.draw(pen, this.view, Math.max(width, NARROWEST), theme, src);
      return this.#board.ok();
    });
    this.#show(pen.finish(), theme, ok);
  }

  /** Runs what may trap; then a message stands where the board would. */
  #attempt(work) {
    try {
      work();
    } catch (error) {
      this.#fail(error);
    }
  }

  #fail(error) {
    const trouble = error instanceof Trouble ? error : new Trouble('internal', {}, { cause: error });
    if (trouble.cause) console.error(`<pledge-board>: ${trouble.message}`, trouble.cause);
    this.#showTrouble(trouble);
  }

  #showTrouble(trouble) {
    this.#trouble = trouble;
    const message = this.ownerDocument.createElement('p');
    message.className = 'trouble';
    message.setAttribute('role', 'alert');
    message.append(trouble.say(this.locale));
    const parts = [message];
    if (trouble.kind === 'internal' && this.#text !== null) {
      const button = this.ownerDocument.createElement('button');
      button.type = 'button';
      button.dataset.action = 'data';
      button.append(words(this.locale).data);
      parts.push(button);
    }
    const fragment = this.ownerDocument.createDocumentFragment();
    fragment.append(...parts);
    this.#show(fragment, this.#effectiveTheme(), false);
  }

  #showLoading() {
    // What is there already, a fallback or an older board, says more than "loading".
    const hasFallback = [...this.childNodes].some(
      (node) => node.localName !== 'script' && node.nodeType !== Node.COMMENT_NODE && node.textContent.trim() !== '',
    );
    if (hasFallback || this.#container.hasChildNodes()) return;
    const note = this.ownerDocument.createElement('p');
    note.className = 'loading';
    note.setAttribute('role', 'status');
    note.append(words(this.locale).loading);
    this.#container.dataset.theme = this.#effectiveTheme();
    this.#container.append(note);
  }

  /** Puts a drawing or a message in place; the fallback stays where there is no drawing. */
  #show(fragment, theme, ok) {
    const focused = this.#focusables().indexOf(this.shadowRoot.activeElement);
    this.#container.dataset.theme = theme;
    this.#container.lang = this.locale;
    this.#container.replaceChildren(fragment);
    this.#slot.hidden = ok;
    // Who reads by keyboard stays where they were when the page turns or a theme changes.
    if (focused >= 0) this.#focusables()[focused]?.focus({ preventScroll: true });
    this.dispatchEvent(new CustomEvent('pledge-board-draw', { bubbles: true, detail: { ok } }));
  }

  #focusables() {
    return [...this.#container.querySelectorAll('a[href], button, [tabindex]')];
  }

  #effectiveTheme() {
    const view = this.ownerDocument.defaultView;
    // Paper is white.
    if (view.matchMedia('print').matches) return 'light';
    if (this.theme !== 'auto') return this.theme;
    return view.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  }

  #measure() {
    const { width } = this.ownerDocument.defaultView.getComputedStyle(this.#container);
    // `auto` where nothing is laid out.
    this.#width = Math.floor(parseFloat(width)) || 0;
    return this.#width;
  }

  #resized(observed) {
    const width = Math.floor(observed);
    if (width === this.#width) return;
    // A board that grows taller brings a scroll bar, which makes it narrower and shorter, which takes the scroll bar
    // away …: between two such widths the narrower one stays.
    const sways = width === this.#widthBefore && width > this.#width && width - this.#width < 24;
    if (sways) return;
    this.#widthBefore = this.#width;
    this.#width = width;
    // In the next frame: drawing inside the observer would change the very size it reports.
    requestAnimationFrame(() => this.#live && this.#run(DRAW));
  }

  #childrenChanged() {
    if (this.getAttribute('src')) return;
    // Also when the text is too large to be taken: loading says so.
    if (this.#textOf === null && this.#text !== null && isInline(this, this.#text)) return;
    this.#schedule(LOAD);
  }

  #act(event) {
    const target = event.target.closest('[data-action]');
    // A document with an address of its own is a link, and the browser follows it.
    if (target?.dataset.action !== 'data' || target.hasAttribute('href')) return;
    saveText(this.#container, this.#text, this.locale);
  }
}

async function loadEngine() {
  try {
    await engine.init(() => wasmAddress);
  } catch (error) {
    throw new Trouble('engine', {}, { cause: error });
  }
}

/**
 * Defines `<pledge-board>`. The first definition of a page stays; a later one warns and steps back.
 * @param {URL | string} address where the wasm lies
 */
export function define(address) {
  if (!globalThis.customElements) return;
  if (customElements.get('pledge-board')) {
    console.warn('<pledge-board> is already defined on this page; this second script does nothing.');
    return;
  }
  wasmAddress = address;
  customElements.define('pledge-board', PledgeBoardElement);
}
