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
 * | `selectable` | a reader can select a commitment (in `projects`: a project) by pointer or keyboard | nothing can be selected |
 * | `selected` | the id of what is selected: the reader's choice, or the page's | nothing is selected |
 *
 * A document written into the element by script: where the page requires trusted types, browsers refuse to fill a script
 * element, even one that holds data; there, give `src` (a `blob:` address will do).
 *
 * After each drawing it sends `pledge-board-draw` (bubbles): `detail.ok` is false when a message stands in its place.
 *
 * When a reader selects, or selects again what is selected and so gives it up, it sends `commitment-select` (bubbles, crosses shadow
 * roots): `detail` is `{ programme, project, commitment }`, ids of the document; `commitment` is null where a whole project is
 * selected, and both are null where nothing is any more. Setting `selected` sends nothing.
 *
 * A static board inside (`renderHtml`) stays as it stands while it shows the same data; a message never takes the place of a
 * board that can still be shown. `reload()` asks for the data anew.
 *
 * The element loads nothing before it is near the window, draws into an open shadow root, fetches nothing but its wasm and
 * `src`, follows its width, and frees what it holds when it leaves the page. The work has three stages, each of which redoes
 * the later ones: load the text, read and evaluate it into a board, draw the board.
 */
import { engineFor, load, place, whole } from './engines.js';
import { loadingNode, troubleNode } from './messages.js';
import { near } from './near.js';
import { DomPen } from './pen.js';
import { saveText } from './save.js';
import { idOf, offer, press, selectedBy } from './select.js';
import { hold, inlineText, isInline } from './source.js';
import { fits, stillOf } from './still.js';
import { append, goOn } from './strips.js';
import { sheetFor } from './styles.js';
import { Width } from './width.js';
import { Trouble } from './words.js';

const DRAW = 1;
const READ = 2;
const LOAD = 3;

const STAGE_OF = { src: LOAD, 'as-of': READ, locale: READ, view: DRAW, theme: DRAW, selectable: READ };

/** Troubles after which the data that are shown are older than what was asked for. */
const OF_DATA = new Set(['network', 'foreign', 'status', 'html', 'blank', 'large', 'local']);

const VIEWS = ['overview', 'projects', 'commitments', 'table'];

/** After so many milliseconds a reader is told that the data are still on their way. */
const SLOW = 8000;

/** Drawings narrower than this are drawn so wide and scaled down. */
const NARROWEST = 280;

// On a server there is no HTMLElement; importing this file there must do nothing but define functions.
const Base = globalThis.HTMLElement ?? class {};

/**
 * A board in a page.
 *
 * @tagname pledge-board
 * @attr {string} src - address of the document; without it, the `<script type="application/json">` inside
 * @attr {"overview" | "projects" | "commitments" | "table"} [view="overview"] - what is drawn
 * @attr {"zh-CN" | "en"} locale - language; without it, by the nearest `lang`
 * @attr {"auto" | "light" | "dark"} [theme="auto"] - `auto`: as the reader's system has it
 * @attr {string} as-of - the day whose knowledge is shown; without it, the document's latest publication
 * @attr {boolean} selectable - whether a reader can select commitments (in `projects`: projects) by pointer or keyboard
 * @attr {string} selected - the id of what is selected
 * @fires {CustomEvent<{ ok: boolean }>} pledge-board-draw - after each drawing; `ok` is false where a message stands in its place
 * @fires {CustomEvent<{ programme: string, project: string | null, commitment: string | null }>} commitment-select - after a
 * reader has selected something, or given it up
 * @slot - shown until the board is drawn, and if it cannot be; also the document, in a `<script type="application/json">`
 * @csspart board - all of it
 */
export class PledgeBoardElement extends Base {
  static observedAttributes = ['selected', ...Object.keys(STAGE_OF)];

  #container;
  #slot;
  #text = null;
  #textOf = null;
  #board = null;
  /** What made the board. */
  #engine = null;
  #generation = -1;
  #pending = 0;
  #abort = null;
  #width = new Width();
  /** The width that what is shown was drawn for. */
  #drawnWidth = 0;
  #live = null;
  #held = null;
  /** Ends the drawing of what is left of a large board. */
  #rest = null;
  /** Whether the static board stands for the drawing. */
  #adopted = false;
  /** What is said beneath a board that is shown. */
  #notice = null;
  #shownLocale = null;
  /** The latest publication in the text. */
  #published = null;

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    this.#container = this.ownerDocument.createElement('div');
    this.#container.className = 'board';
    this.#container.part = 'board';
    this.#container.addEventListener('click', (event) => this.#act(event));
    this.#container.addEventListener('mousedown', press);
    this.#container.addEventListener('keydown', (event) => this.#select(event));
    this.#slot = this.ownerDocument.createElement('slot');
    // What is said of a fallback stands beneath it, and moves nothing that is read already.
    root.append(this.#slot, this.#container);
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
    // A page may change its language under its boards.
    const languages = new view.MutationObserver(() => this.#shownLocale !== this.locale && this.#schedule(READ));
    languages.observe(this.ownerDocument, { subtree: true, attributeFilter: ['lang'] });
    signal.addEventListener('abort', () => {
      sizes.disconnect();
      children.disconnect();
      languages.disconnect();
    });
    this.#schedule(LOAD);
  }

  disconnectedCallback() {
    this.#live?.abort();
    this.#live = null;
    this.#abort?.abort();
    this.#rest?.abort();
    this.#width = new Width();
    this.#release();
    this.#free();
  }

  attributeChangedCallback(name, before, after) {
    if (name === 'selected') this.#offer();
    else if (before !== after) this.#schedule(STAGE_OF[name]);
    // The same address again after a failure: whoever sets it wants it tried.
    else if (name === 'src' && this.#trouble) this.reload();
  }

  /** Asks for the data (and, after a failure, for the program) anew; what is shown stays until something newer comes. */
  reload() {
    this.#load(true);
  }

  /** The address of the document. */
  get src() { return this.getAttribute('src') ?? ''; }
  set src(value) { reflect(this, 'src', value); }

  /** Which view is drawn. */
  get view() { return this.getAttribute('view') ?? 'overview'; }
  set view(value) { reflect(this, 'view', value); }

  /** The language of the board: its own attribute, else that of the page around it. */
  get locale() {
    const own = this.getAttribute('locale') ?? '';
    const known = /^(en|zh)\b/i.test(own) ? own : (this.closest('[lang]')?.lang ?? '');
    return /^en\b/i.test(known) ? 'en' : 'zh-CN';
  }
  set locale(value) { reflect(this, 'locale', value); }

  /** `light`, `dark` or `auto`. */
  get theme() {
    const own = this.getAttribute('theme');
    return own === 'light' || own === 'dark' ? own : 'auto';
  }
  set theme(value) { reflect(this, 'theme', value); }

  /** The date whose knowledge is shown, or null for the document's own. */
  get asOf() { return this.getAttribute('as-of') || null; }
  set asOf(value) { reflect(this, 'as-of', value); }

  /** Whether a reader can select what is drawn. */
  get selectable() { return this.hasAttribute('selectable'); }
  set selectable(value) { this.toggleAttribute('selectable', !!value); }

  /** The id of the selected commitment (or, in the view `projects`, project), or null. */
  get selected() { return this.getAttribute('selected') || null; }
  set selected(value) { reflect(this, 'selected', value); }

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

  #run(stage, engine = engineFor(this)) {
    if (stage === LOAD) {
      this.#load();
      return;
    }
    // Still loading, or failed to: only the words of that can change.
    if (this.#text === null) {
      if (this.#trouble) this.#showTrouble(this.#trouble);
      return;
    }
    if (!engine.loaded) {
      // The static board, or the first program, was enough so far.
      const { signal } = this.#abort;
      load(engine).then(
        () => signal.aborted || this.#run(READ),
        (error) => signal.aborted || this.#failed(error, { src: this.#textOf }),
      );
      return;
    }
    this.#attempt(() => {
      if (stage === READ || this.#engine !== engine || this.#generation !== engine.generation) this.#read(engine);
      // The first program only knows that something is wrong; the whole one says what.
      if (engine !== whole && !this.#board.ok()) this.#run(READ, whole);
      else this.#draw();
    });
  }

  #trouble = null;

  async #load(again = false) {
    this.#abort?.abort();
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    // Who asks for it again does not wait to scroll there.
    if (!again) await near(this, signal);
    if (signal.aborted) return;
    const slow = setTimeout(() => signal.aborted || this.#say(new Trouble('slow')), SLOW);
    signal.addEventListener('abort', () => clearTimeout(slow), { once: true });
    let source;
    try {
      source = this.#source();
      if (source === null) {
        this.#text = null;
        throw new Trouble('empty');
      }
      // The same address again after a move in the page: what was loaded still stands.
      if (source.src === null || this.#textOf !== source.src || this.#text === null || again) {
        await this.#take(source, again, signal);
      } else {
        await load(engineFor(this));
        if (!signal.aborted) this.#run(READ);
      }
    } catch (error) {
      if (!signal.aborted) this.#failed(error, source);
    } finally {
      clearTimeout(slow);
    }
  }

  /** Gets the text, and the program where the static board is not enough. */
  async #take(source, again, signal) {
    const still = stillOf(this);
    if (this.#textOf !== source.src) this.#text = null;
    this.#showLoading();
    if (source.src !== null) {
      const before = this.#held;
      this.#held = hold(source.src, again);
      before?.release();
    }
    const text = source.src === null ? source.text : this.#held.text;
    if (still && !this.#board && fits(still, await text, this)) {
      if (!signal.aborted) this.#adopt(await text, source.src);
      return;
    }
    const [loaded] = await Promise.all([text, load(engineFor(this))]);
    if (signal.aborted) return;
    // What is written into the page is what its author wants.
    const date = source.src !== null && this.#shownDate(source.src);
    const got = date && publishedOf(loaded, this.locale);
    if (got && got < date) throw new Trouble('older', { date, got });
    this.#text = loaded;
    this.#textOf = source.src;
    this.#trouble = null;
    this.#notice = null;
    this.#run(READ);
  }

  /** Lets the static board stand for the drawing. */
  #adopt(text, src) {
    this.#text = text;
    this.#textOf = src;
    this.#trouble = null;
    this.#notice = null;
    this.#adopted = true;
    this.#drawnWidth = this.#width.measure(this.#container);
    this.#show(this.ownerDocument.createDocumentFragment(), this.#effectiveTheme(), true);
  }

  /** The latest publication in the data of this address that are shown now, if any are. */
  #shownDate(src) {
    if (this.#slot.hidden) return this.#textOf === src ? this.#published : null;
    return stillOf(this)?.dataset.published ?? null;
  }

  /** What a reader sees stays if it is a board of these data; else the failure is said in its place. */
  #failed(error, source) {
    const trouble = asTrouble(error);
    const date = this.#shownDate(source?.src);
    if (!date) this.#fail(error);
    else if (OF_DATA.has(trouble.kind)) this.#say(new Trouble('stale', { date, why: trouble.say(this.locale) }));
    else this.#say(trouble);
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

  #read(engine) {
    this.#free();
    this.#engine = engine;
    this.#board = engine.call(({ Board }) => new Board(this.#text, this.asOf ?? undefined, this.locale, this.selectable));
    this.#generation = engine.generation;
    this.#published = this.#board.published() ?? null;
  }

  #release() {
    this.#held?.release();
    this.#held = null;
  }

  #free() {
    this.#rest?.abort();
    // A handle of an instance that is gone has nothing to free.
    if (this.#generation === this.#engine?.generation) this.#board?.free();
    this.#board = null;
    this.#generation = -1;
  }

  #draw() {
    // To measure is to lay out the page; the observer knows, but for paper.
    const { now } = this.#width;
    const width = now && !this.#isPrinted() ? now : this.#width.measure(this.#container);
    this.#drawnWidth = width;
    // Not shown anywhere yet: the first size that is reported draws it.
    if (width === 0) return;
    this.#adopted = false;
    const theme = this.#effectiveTheme();
    const view = VIEWS.includes(this.view) ? this.view : VIEWS[0];
    if (view !== this.view) this.#notice = new Trouble('view', { view: this.view, views: VIEWS.join(', ') });
    else if (this.#notice?.kind === 'view') this.#notice = null;
    const src = this.#textOf && /^https?:/.test(this.#textOf) ? this.#textOf : undefined;
    const strip = (on) => {
      const pen = new DomPen(this.ownerDocument);
      const more = this.#engine.call(() => this.#board.draw(pen, view, Math.max(width, NARROWEST), theme, src, on));
      return { fragment: pen.finish(), more };
    };
    const { fragment, more } = strip(false);
    const ok = this.#engine.call(() => this.#board.ok());
    // While a large board is drawn anew, a reader far down in it stays there.
    const height = more ? this.#container.offsetHeight : 0;
    this.#show(fragment, theme, ok);
    if (!more) return;
    this.#rest = new AbortController();
    this.#container.style.minHeight = `${height}px`;
    goOn(this.#container, this.#rest.signal, () => {
      let follows = false;
      this.#attempt(() => {
        // The instance is another one by now.
        if (this.#generation !== this.#engine.generation) return this.#run(DRAW);
        const next = strip(true);
        append(this.#container, next.fragment);
        this.#offer();
        follows = next.more;
      });
      if (!follows) this.#container.style.minHeight = '';
      return follows;
    });
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
    const trouble = asTrouble(error);
    if (trouble.cause) console.error(`<pledge-board>: ${trouble.message}`, trouble.cause);
    this.#showTrouble(trouble);
  }

  #showTrouble(trouble) {
    this.#trouble = trouble;
    this.#notice = null;
    const fragment = this.ownerDocument.createDocumentFragment();
    fragment.append(this.#message(trouble));
    this.#show(fragment, this.#effectiveTheme(), false);
  }

  /** Says something beneath what is shown. */
  #say(trouble) {
    this.#notice = trouble;
    this.#placeNotice();
  }

  #placeNotice() {
    this.#container.querySelector('.notice')?.remove();
    if (!this.#notice) return;
    const message = this.#message(this.#notice);
    message.classList.add('notice');
    this.#container.append(message);
  }

  #message(trouble) {
    return troubleNode(this.ownerDocument, trouble, this.locale, this.#text !== null);
  }

  #showLoading() {
    // What is there already, a fallback or an older board, says more than "loading".
    const hasFallback = [...this.childNodes].some(
      (node) => node.localName !== 'script' && node.nodeType !== Node.COMMENT_NODE && node.textContent.trim() !== '',
    );
    if (hasFallback || this.#container.hasChildNodes()) return;
    this.#container.dataset.theme = this.#effectiveTheme();
    this.#container.append(loadingNode(this.ownerDocument, this.locale));
    this.#container.ariaBusy = 'true';
  }

  /** Puts a drawing or a message in place; the fallback stays where there is no drawing. */
  #show(fragment, theme, ok) {
    this.#rest?.abort();
    this.#container.style.minHeight = '';
    const { activeElement } = this.shadowRoot;
    const focused = this.#focusables().indexOf(activeElement);
    const mark = activeElement && idOf(activeElement);
    this.#container.dataset.theme = theme;
    this.#container.lang = this.#shownLocale = this.locale;
    this.#container.replaceChildren(fragment);
    this.#container.ariaBusy = null;
    this.#slot.hidden = ok && !this.#adopted;
    this.#offer(mark);
    this.#placeNotice();
    // Who reads by keyboard stays where they were when the page turns or a theme changes.
    (mark ? this.#container.querySelector('[tabindex="0"]') : this.#focusables()[focused])?.focus({ preventScroll: true });
    this.dispatchEvent(new CustomEvent('pledge-board-draw', { bubbles: true, detail: { ok } }));
  }

  #focusables() {
    return [...this.#container.querySelectorAll('a[href], button')];
  }

  #isPrinted() {
    return this.ownerDocument.defaultView.matchMedia('print').matches;
  }

  #effectiveTheme() {
    // Paper is white.
    if (this.#isPrinted()) return 'light';
    if (this.theme !== 'auto') return this.theme;
    return this.ownerDocument.defaultView.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  }

  #resized(observed) {
    if (!this.#width.becomes(observed)) return;
    // In the next frame: drawing inside the observer would change the very size it reports.
    requestAnimationFrame(async () => {
      if (!this.#live) return;
      await near(this, this.#live.signal);
      if (this.#live && this.#width.now !== this.#drawnWidth) this.#run(DRAW);
    });
  }

  #childrenChanged() {
    if (this.getAttribute('src')) return;
    // Also when the text is too large to be taken: loading says so.
    if (this.#textOf === null && this.#text !== null && isInline(this, this.#text)) return;
    this.#schedule(LOAD);
  }

  /** Shows what is selected, and where the keyboard comes in. */
  #offer(focused) {
    offer(this.#container, this.selected, focused);
  }

  #select(event) {
    const mark = selectedBy(event);
    if (!mark) return;
    const { programme, project, commitment = null } = mark.dataset;
    const id = idOf(mark);
    // Selected once more, it is given up.
    const detail = id === this.selected ? { programme, project: null, commitment: null } : { programme, project, commitment };
    this.selected = idOf({ dataset: detail });
    this.dispatchEvent(new CustomEvent('commitment-select', { bubbles: true, composed: true, detail }));
  }

  #act(event) {
    this.#select(event);
    const target = event.target.closest('[data-action]');
    if (target?.dataset.action === 'retry') this.reload();
    // A document with an address of its own is a link, and the browser follows it.
    if (target?.dataset.action !== 'data' || target.hasAttribute('href')) return;
    saveText(this.#container, this.#text, this.locale);
  }
}

/** Nothing takes the attribute away: so do frameworks that give up a property. */
function reflect(element, name, value) {
  if (value) element.setAttribute(name, value);
  else element.removeAttribute(name);
}

const asTrouble = (error) => (error instanceof Trouble ? error : new Trouble('internal', {}, { cause: error }));

/** The latest publication in a text; none where it is no document. */
function publishedOf(text, locale) {
  return engineFor().call(({ Board }) => {
    const board = new Board(text, undefined, locale);
    const published = board.published();
    board.free();
    return published;
  });
}

/**
 * Defines `<pledge-board>`. The first definition of a page stays; a later one warns and steps back.
 * @param {URL | string} address where the wasm lies that does everything
 * @param {{ glue: object, address: URL | string }} [first] a smaller one for the first sight
 */
export function define(address, first) {
  if (!globalThis.customElements) return;
  if (customElements.get('pledge-board')) {
    console.warn('<pledge-board> is already defined on this page; this second script does nothing.');
    return;
  }
  place(address, first);
  customElements.define('pledge-board', PledgeBoardElement);
}
