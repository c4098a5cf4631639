/**
 * Where an element's document comes from: the address in `src`, or a `<script type="application/json">` inside it.
 * Nothing is understood here; that is Rust's. Only what is no document at all is told apart, because nobody is helped
 * by "line 1, column 1: unexpected `<`".
 */
import { Trouble } from './words.js';

/** The reader's limit; beyond it the text is not handed over at all. */
const LARGEST = 10_000_000;

/** What is loaded or being loaded for the boards of this page, by address. */
const shared = new Map();

/**
 * Takes hold of a document: all boards of a page that hold the same address share one request. After a failure, or with
 * `again`, it is asked for anew.
 * @param {string} src absolute address
 * @param {boolean} again
 * @returns {{ text: Promise<string>, release(): void }} `release` when the text is needed no more
 */
export function hold(src, again) {
  if (again || !shared.has(src)) {
    const controller = new AbortController();
    const entry = { controller, users: 0, text: fetchText(src, controller.signal) };
    shared.set(src, entry);
    entry.text.catch(() => forget(src, entry));
  }
  const entry = shared.get(src);
  entry.users += 1;
  return {
    text: entry.text,
    release() {
      entry.users -= 1;
      if (entry.users > 0) return;
      entry.controller.abort();
      forget(src, entry);
    },
  };
}

function forget(src, entry) {
  if (shared.get(src) === entry) shared.delete(src);
}

async function fetchText(src, signal) {
  let response;
  let text;
  try {
    // The defaults of `fetch` are those of `<link rel="preload" as="fetch" crossorigin>`, which a page may have used.
    response = await fetch(src, { signal });
    if (response.ok) {
      const announced = Number(response.headers.get('content-length'));
      if (announced > LARGEST) throw new Trouble('large', { size: megabytes(announced) });
      text = await response.text();
    }
  } catch (error) {
    if (error instanceof Trouble || signal.aborted) throw error;
    throw new Trouble(obstacle(src), { src }, { cause: error });
  }
  if (!response.ok) throw new Trouble('status', { src, status: response.status });
  if (text.trim() === '') throw new Trouble('blank', { src });
  if (text.trimStart().startsWith('<')) throw new Trouble('html', { src });
  return notTooLarge(text);
}

/** Browsers tell a script only that there was no answer: what it may have been is guessed from the address. */
function obstacle(src) {
  if (src.startsWith('file:')) return 'local';
  return new URL(src).origin === location.origin ? 'network' : 'foreign';
}

/**
 * The document inside an element, or null.
 * @param {Element} element
 * @returns {string | null}
 */
export function inlineText(element) {
  const script = inlineScript(element);
  return script ? notTooLarge(script.textContent) : null;
}

/** Whether the document inside an element is still that text. @param {Element} element @param {string} text */
export const isInline = (element, text) => inlineScript(element)?.textContent === text;

const inlineScript = (element) =>
  [...element.children].find(({ localName, type }) => localName === 'script' && type === 'application/json');

function notTooLarge(text) {
  // In UTF-16 units, which are never more than bytes: Rust draws the exact line.
  if (text.length > LARGEST) throw new Trouble('large', { size: megabytes(text.length) });
  return text;
}

const megabytes = (bytes) => (bytes / 1e6).toFixed(1);
